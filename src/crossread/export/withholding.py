"""Names of victims taken out of the records themselves, before any format sees them: no exporter can let one through."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from crossread import patterns as re
from crossread.export.blanking import WITHHELD, WordGuard, stems
from crossread.export.content import Selection
from crossread.export.names import NameGuard, find_names
from crossread.records import Document, Evidence, Judgement, Place, Wording

T = TypeVar("T")
# Fields that hold an id, a hash or a code; and the text of a document, which is hashed and never written.
_NO_WORDS = frozenset(
    "id document_id claim_id claims subject other slot sha256 gazetteer_id registry_id text type role effect kind group_type"
    " scope status stance told_as precision qualifier made_by flags policy grade severity language reader"
    " published_from weight".split()
)
_CODED_FORMS = {"Reading": frozenset({"claims"})}  # here `text` is words that stand in the tables
_VICTIM_TOLD = re.compile(r"\b(?P<role>victim|target) “(?P<words>[^”]*)”")
_WORD_FILTERS = ("text", "actor", "place", "source")


def withhold_names(selection: Selection, guard: NameGuard) -> Selection:
    """The selection without the names that the guard knows.

    What crossread or a form says gets `[a teacher]` in their place; quotes keep their length, with bars over the names, and so
    no longer repeat the report letter for letter. Addresses, file names and filters that hold a name are withheld whole.
    """
    by_document: dict[str, list[str]] = {}
    for claim in selection.claims:
        by_document.setdefault(claim.document_id, []).append(claim.id)
    of_document = {name: guard.of(claims) for name, claims in by_document.items()}
    everybody = guard.of(claim.id for claim in selection.claims)
    return Selection(
        incidents=tuple(_clean(row, guard.of(a.claim_id for a in row.accounts)) for row in selection.incidents),
        claims=tuple(_clean(claim, guard.of([claim.id])) for claim in selection.claims),
        documents=tuple(_clean_document(row, of_document.get(row.id, everybody)) for row in selection.documents),
        wording=tuple(_clean_wording(row, of_document.get(row.evidence.document_id, everybody)) for row in selection.wording),
        filters={name: _clean_filter(name, told, everybody) for name, told in selection.filters.items()},
        left_out=selection.left_out,
        judgements=tuple(_clean_judgement(row, everybody) for row in selection.judgements),
        changes={name: _clean_change(told, everybody) for name, told in selection.changes.items()},
    )


def _clean(record: T, guard: WordGuard) -> T:
    """The record with every text in it cleaned and every quote barred, however deep it lies."""
    if isinstance(record, Evidence):
        return replace(record, quote=guard.mask(record.quote))
    if isinstance(record, Place) or not is_dataclass(record):
        return record
    keep = _CODED_FORMS.get(type(record).__name__, _NO_WORDS)
    changed = {f.name: _clean_value(getattr(record, f.name), guard) for f in fields(record) if f.name not in keep}
    return replace(record, **changed)  # type: ignore[type-var]


def _clean_value(value: Any, guard: WordGuard) -> Any:
    if isinstance(value, str):
        return guard.clean(value)
    if isinstance(value, tuple):
        return tuple(_clean_value(part, guard) for part in value)
    return _clean(value, guard)


def _clean_document(document: Document, guard: WordGuard) -> Document:
    return replace(
        document,
        title=document.title and guard.of_report(document).clean_title(document.title),
        source=document.source and guard.clean(document.source),
        url=document.url and guard.clean_address(document.url),
        name=document.name and guard.clean_address(document.name),
        external_id=document.external_id and guard.clean_address(document.external_id),
    )


def _clean_wording(row: Wording, guard: WordGuard) -> Wording:
    return replace(row, about=row.about and guard.clean(row.about), evidence=_clean(row.evidence, guard))


def _clean_judgement(row: Judgement, guard: WordGuard) -> Judgement:
    """What a person wrote, without names; the value of a correction is in the claim already, and told nowhere else."""
    return replace(row, reason=row.reason and guard.clean_title(row.reason), value=None)


def _clean_change(told: str, guard: WordGuard) -> str:
    """What a correction changed, without names: words for a victim that it took out stand in no claim any more."""
    return guard.clean_title(_VICTIM_TOLD.sub(_without_name, told))


def _without_name(match: re.Match[str]) -> str:
    return f"{match['role']} {WITHHELD}" if find_names(match["words"], "civilians") else match[0]


def _clean_filter(name: str, told: str, guard: WordGuard) -> str:
    """A search for a name is itself that name, also in small letters."""
    if name not in _WORD_FILTERS:
        return told
    hidden = set(stems(told)) & set(guard.parts)
    return WITHHELD if hidden else guard.clean_address(told)
