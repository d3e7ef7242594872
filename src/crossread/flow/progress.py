"""How a run tells how far it is, and what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crossread.flow.twins import Twin
from crossread.records import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressEvent:
    """Something was finished: `step` has dealt with `subject`. `documents`, `claims` and `rejected` are totals of the run.

    How many documents there will be is not known before the files are read, so no event tells a total. `document_id` is the
    document that went through, `rejection` what was stopped; one of them is given, or `is_own` is True for a row that the store
    wrote itself and leaves out. `known` is True for a document that was in the store before.
    """

    step: str
    subject: str
    documents: int
    claims: int
    rejected: int
    seconds: float
    document_id: str | None = None
    known: bool = False
    rejection: Rejection | None = None
    is_own: bool = False


OnProgress = Callable[[ProgressEvent], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """What a run of reading did.

    `new` documents came into the store, `known` ones of the same files were in it (`known_first` names some of them), `own` are
    rows that the store wrote itself and that were left out, and `own_files` the store and exports that lay in a folder that was
    read; `garbled` names some new documents whose letters are not right,
    each with the sentence that says so; `continued` are documents of an earlier run
    that were extracted now. `rejected` counts files, documents and claims that were stopped, `pending` documents still without
    claims because their extraction failed. `undated` are new documents with claims and without a day of publication;
    `undated_first` names the first of them, with a line that means to tell the day and does not; `unsourced` are those without
    a source, and `unsourced_first` the first of these. `set_aside` are known
    documents that speak no more: the name of each and its id. `twins` are new documents whose text stands already under
    another source, day or id, or that were read from a file before it was `edited` (so many of them); `twins_first` the first.
    """

    new: int = 0
    known: int = 0
    garbled: tuple[tuple[str, str], ...] = ()
    known_first: tuple[str, ...] = ()
    own: int = 0
    own_files: tuple[str, ...] = ()
    continued: int = 0
    rejected: int = 0
    claims: int = 0
    pending: int = 0
    undated: int = 0
    undated_first: tuple[str, ...] = ()
    unsourced: int = 0
    unsourced_first: tuple[str, ...] = ()
    set_aside: tuple[tuple[str, str], ...] = ()
    twins: int = 0
    twins_first: tuple[Twin, ...] = ()
    edited: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildReport:
    """What a rebuild of incidents did: claims looked at, judgements obeyed, incidents made."""

    claims: int
    judgements: int
    incidents: int
    seconds: float
