"""What a merge holds together: one claim of each report, those of the incident named first before those of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossread.errors import RecordError
from crossread.flow.incident_steps import INCIDENT
from crossread.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """The pairs of claims that a merge is written as. `twins` stay apart: each with the claim of its report that is in."""

    pairs: tuple[tuple[str, str], ...]
    twins: Mapping[str, str]


def plan_joining(store: Store, names: Sequence[str]) -> Joining:
    """How incidents, and claims beside them, become one; refused where nothing of one of them can come along.

    Every account is held to the first, so that none stays behind for want of likeness; what only mentions an incident follows
    its accounts. An incident takes one claim of each report: that of the name that comes first.
    """
    inside: dict[str, str] = {}  # report -> the claim that is in
    chosen: list[str] = []
    twins: dict[str, str] = {}
    for name in names:
        group = {claim: report for claim, report in _accounts(store, name).items() if claim not in chosen}
        free = [claim for claim, report in group.items() if report not in inside]
        if not free:
            raise _all_twins(store, name, inside[next(iter(group.values()))]) if group else _one_already(names)
        twins |= {claim: inside[report] for claim, report in group.items() if report in inside}
        chosen += free
        inside |= {group[claim]: claim for claim in reversed(free)}
    return Joining(pairs=tuple((chosen[0], other) for other in chosen[1:]), twins=twins)


def _accounts(store: Store, name: str) -> dict[str, str]:
    """The claims that stand for a name, each with its report: an incident's accounts, its mentions where it has no account."""
    if not name.startswith(INCIDENT):
        claim = store.get_claim(name)
        return {claim.id: claim.document_id}
    rows = store.get_incident(name).accounts
    counted = [row for row in rows if row.weight == "account"] or rows
    return {row.claim_id: row.document_id for row in counted}


def _all_twins(store: Store, name: str, twin: str) -> RecordError:
    held = store.get_claim(twin)
    report = store.get_document(held.document_id)
    return RecordError(
        "These cannot be merged: an incident takes one claim of each report.",
        where=name,
        found=f"its report, {report.title or report.name or report.id}, stands there already with “{held.trigger.quote}”",
        next_step="If both claims tell the same, dismiss one of the two; the other stands for the report.",
    )


def _one_already(names: Sequence[str]) -> RecordError:
    return RecordError("These are one incident already.", expected="claims of two incidents or more", found=", ".join(names))
