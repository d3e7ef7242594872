"""A dealing as it leaves the room, and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crossread.records import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class DealingParty:
    """A party in the report's words, with the neutral name of the registry where it has one."""

    evidence: Evidence
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealing:
    """Who deals with whom, by one verb of a report.

    `kind` is a key of `verbs.toml` ("demand"), `plover` its category there ("REQUEST"). At least one side is never empty. In a
    `mutual` dealing each of the sources also deals with the others ("X and Y signed").
    """

    document_id: str
    kind: str
    plover: str
    verb: Evidence
    sources: tuple[DealingParty, ...]
    targets: tuple[DealingParty, ...]
    mutual: bool


def dealing_to_json(dealing: Dealing) -> dict[str, Any]:
    """As plain data; spans are [start, end] in characters of the document."""
    return {
        "document_id": dealing.document_id,
        "kind": dealing.kind,
        "plover": dealing.plover,
        "mutual": dealing.mutual,
        "verb": _quote(dealing.verb),
        "sources": [_party(party) for party in dealing.sources],
        "targets": [_party(party) for party in dealing.targets],
    }


def _quote(evidence: Evidence) -> dict[str, Any]:
    return {"span": [evidence.span.start, evidence.span.end], "quote": evidence.quote}


def _party(party: DealingParty) -> dict[str, Any]:
    return {**_quote(party.evidence), "name": party.name}
