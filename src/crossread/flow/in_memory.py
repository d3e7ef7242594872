"""The whole way without a store: read, extract, compare. What the package's porch offers."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import overload

from crossread.errors import ReadError
from crossread.extract import Extractor, find_language_gap, load_extractor, try_extract
from crossread.flow.bench import Work
from crossread.flow.own_lists import with_lists
from crossread.flow.valuing import value_item
from crossread.keeping import kept_with_lists
from crossread.link import link_claims
from crossread.normalize import Normalizer
from crossread.read import OwnFiles, ReadOptions, iter_documents, read_text, say_own_files
from crossread.records import Claim, Document, Extraction, Incident, Rejection
from crossread.weigh import name_policy, weigh_cluster

OnDocument = Callable[[int, int], None]
OnRejection = Callable[[Rejection], object]
_BATCH = 8  # documents between two calls of on_document: often enough for a bar, few enough to keep the encoder's batches full


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a set of reports says, incident by incident. `claims` and `documents` are by id."""

    incidents: tuple[Incident, ...]
    extractions: tuple[Extraction, ...]
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]


def read_reports(
    source: str | Path | Iterable[str | Path],
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: date | None = None,
) -> list[Document]:
    """The documents of files and folders, or the one of a text in hand.

    A string is a path if something lies there, else the text of a report; a string that looks like a path to nothing is
    refused. A single file that cannot be read raises `ReadError`; in a folder or list it is left out with a warning, and so are
    exports of crossread that lie in a folder, and what is no report in a file that holds reports (what is attached to a mail).
    """
    if isinstance(source, str) and not _is_path(source):
        return [read_text(source, title=title, source=outlet, published=published)]
    paths = [source] if isinstance(source, str | Path) else list(source)
    own = OwnFiles()
    options = ReadOptions(source=outlet, published=published)
    read = list(iter_documents(paths, options=options, own=own))
    documents = [found.document for found in read if not isinstance(found, Rejection)]
    for found in (row for row in read if isinstance(row, Rejection)):
        if len(paths) == 1 and not documents and not Path(paths[0]).is_dir():
            raise ReadError(found.message, reason=found.reason, where=_untold(found))
        warnings.warn(": ".join(part for part in (_untold(found), found.message) if part), stacklevel=3)
    if own.left_out:
        warnings.warn(say_own_files(own.left_out), stacklevel=3)
    for sentence in options.list_notes():
        warnings.warn(sentence, stacklevel=3)
    return documents


def _untold(found: Rejection) -> str | None:
    """The file, where the message does not name it itself."""
    return None if found.subject in found.message else found.subject


@overload
def extract_claims(source: Document) -> Extraction: ...
@overload
def extract_claims(source: Iterable[Document]) -> list[Extraction]: ...
def extract_claims(source: Document | Iterable[Document]) -> Extraction | list[Extraction]:
    """The claims of one document, values filled in; of several, one extraction each in their order."""
    if isinstance(source, Document):
        return extract_all([source])[0]
    return extract_all(list(source))


def extract_all(
    documents: Sequence[Document],
    *,
    extractor: str | Extractor = "encoder-en",
    min_score: float = 0.0,
    on_document: OnDocument | None = None,
    on_rejection: OnRejection | None = None,
) -> list[Extraction]:
    """One extraction with values for each document; claims under `min_score` are left out.

    A document in a language that the extractor does not read gets an empty one, and so does one that it could not read. What
    was turned down goes to `on_rejection`, or becomes a warning.
    """
    reader, normalizer = _tools(extractor)
    made: list[Extraction] = []
    for start in range(0, len(documents), _BATCH):
        batch = documents[start : start + _BATCH]
        gaps = {document.id: gap for document in batch if (gap := find_language_gap(document, reader)) is not None}
        outcome = try_extract(reader, [document for document in batch if document.id not in gaps])
        found = {e.document_id: e for e in outcome.extractions}
        _tell((*gaps.values(), *outcome.rejections), on_rejection)
        for document in batch:
            valued, refused = _with_values(document, found.get(document.id), normalizer)
            _tell(refused, on_rejection)
            made.append(_sure_enough(valued or _empty(document, reader.name), min_score))
        if on_document is not None:
            on_document(len(made), len(documents))
    return made


def compare_reports(
    documents: Iterable[Document],
    *,
    policy: str = "best_low_high",
    extractor: str | Extractor = "encoder-en",
    min_score: float = 0.0,
    on_document: OnDocument | None = None,
    on_rejection: OnRejection | None = None,
) -> Comparison:
    """Incidents that the documents are about, by day, with accounts side by side. The same report given twice counts once.

    What could not be read goes to `on_rejection`, or becomes a warning.
    """
    name_policy(policy)
    unique = {document.id: document for document in documents}
    made = extract_all(
        list(unique.values()),
        extractor=extractor,
        min_score=min_score,
        on_document=on_document,
        on_rejection=on_rejection,
    )
    return compare_extractions(unique, made, policy=policy)


def compare_extractions(documents: Mapping[str, Document], made: Sequence[Extraction], *, policy: str) -> Comparison:
    """The same from claims that are already there."""
    claims = {claim.id: claim for extraction in made for claim in extraction.claims}
    clusters = link_claims(list(claims.values()), documents, ())
    incidents = [weigh_cluster(cluster, claims, documents, policy) for cluster in clusters]
    return Comparison(
        incidents=tuple(sorted(incidents, key=_order)), extractions=tuple(made), documents=documents, claims=claims
    )


def _order(incident: Incident) -> tuple[bool, bool, date, date, int, str]:
    """What reports tell as news first, then what they only mention; by day, undated ones last; the shortest, the most told."""
    window = incident.when
    first, last = (window.earliest, window.latest) if window else (None, None)
    day = first or last or date.max
    return not incident.is_news, day == date.max, day, last or date.max, -len(incident.accounts), incident.id


def _tools(extractor: str | Extractor) -> tuple[Extractor, Normalizer]:
    """The extractor, loaded if it is only named, and the normalizer."""
    return (with_lists(_load(extractor)) if isinstance(extractor, str) else extractor), _normalizer()


# Loaded once: the encoder and the gazetteer are the slow part of a short call.
_load = cache(load_extractor)
_normalizer = kept_with_lists(cache(Normalizer))


def _with_values(
    document: Document, found: Extraction | None, normalizer: Normalizer
) -> tuple[Extraction | None, list[Rejection]]:
    """The extraction with values; none, and why, where they cannot be made: the other reports are compared all the same."""
    if found is None:
        return None, []
    made = list(value_item(Work(document=document, extraction=found), normalizer))
    works = [item.extraction for item in made if isinstance(item, Work)]
    return works[0], [item for item in made if isinstance(item, Rejection)]


def _tell(rejections: Iterable[Rejection], on_rejection: OnRejection | None) -> None:
    for rejection in rejections:
        if on_rejection is not None:
            on_rejection(rejection)
        else:
            warnings.warn(rejection.message, stacklevel=4)


def _empty(document: Document, made_by: str) -> Extraction:
    return Extraction(document_id=document.id, claims=(), wording=(), made_by=made_by)


def _sure_enough(extraction: Extraction, min_score: float) -> Extraction:
    kept = tuple(claim for claim in extraction.claims if claim.score is None or claim.score >= min_score)
    if len(kept) == len(extraction.claims):
        return extraction
    return Extraction(document_id=extraction.document_id, claims=kept, wording=extraction.wording, made_by=extraction.made_by)


def _is_path(source: str) -> bool:
    """True if something lies there; `ReadError` for what can only be meant as a path but leads to nothing."""
    if len(source) > 1000 or "\n" in source:
        return False
    if Path(source).exists():
        return True
    if " " not in source.strip() and ("/" in source or "\\" in source or Path(source).suffix):
        raise ReadError(
            "There is no file or folder by that name.",
            reason="not_found",
            where=source,
            next_step="Check the path; to read a text in hand, give its sentences.",
        )
    return False
