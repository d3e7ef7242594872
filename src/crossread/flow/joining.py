"""What a merge holds together: one claim of each report, those of the incident named first before those of the others."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from crossread.errors import RecordError
from crossread.flow.incident_steps import INCIDENT
from crossread.flow.standing import dismissed_claims
from crossread.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """The pairs of claims that a merge is written as. `twins` stay apart: each with the claim of its report that is in."""

    pairs: tuple[tuple[str, str], ...]
    twins: Mapping[str, str]


def plan_joining(store: Store, names: Sequence[str]) -> Joining:
    """How incidents, and claims beside them, become one; refused where nothing of one of them can come along.

    Every account is held to the first, so that none stays behind for want of likeness; what only mentions an incident follows
    its accounts. An incident takes one claim of each report: that of the name that comes first. A claim that was dismissed
    stands for no report, and is left where it is.
    """
    aside = dismissed_claims(store)
    inside: dict[str, str] = {}  # report -> the claim that is in
    chosen: list[str] = []
    twins: dict[str, str] = {}
    for name in names:
        told = _accounts(store, name, aside)
        group = {claim: report for claim, report in told.items() if claim not in chosen}
        free = [claim for claim, report in group.items() if report not in inside]
        if not free:
            raise _all_twins(store, name, group, inside) if group else _one_already(names)
        twins |= {claim: inside[report] for claim, report in group.items() if report in inside}
        chosen += free
        inside |= {group[claim]: claim for claim in reversed(free)}
    return Joining(pairs=tuple((chosen[0], other) for other in chosen[1:]), twins=twins)


def _accounts(store: Store, name: str, aside: Container[str]) -> dict[str, str]:
    """The claims that stand for a name, each with its report: an incident's accounts, its mentions where it has no account.

    Without those set aside, unless all of it was: then a person decides for what it told.
    """
    if not name.startswith(INCIDENT):
        claim = store.get_claim(name)
        return {claim.id: claim.document_id}
    rows = store.get_incident(name).accounts
    counted = [row for row in rows if row.weight == "account"] or rows
    standing = [row for row in counted if row.claim_id not in aside] or counted
    return {row.claim_id: row.document_id for row in standing}


def _all_twins(store: Store, name: str, group: Mapping[str, str], inside: Mapping[str, str]) -> RecordError:
    other, document = next(iter(group.items()))
    held, report = store.get_claim(inside[document]), store.get_document(document)
    return RecordError(
        "These cannot be merged: an incident takes one claim of each report.",
        where=name,
        found=f"its report, {report.title or report.name or report.id}, stands there already with “{held.trigger.quote}”",
        next_step="If both tell the same, dismiss one of the two: "
        f"`crossread judge dismiss {held.id} --reason WHY`, after which"
        f" the incidents can be merged, or `crossread judge dismiss {other} --reason WHY`, after which nothing has to be.",
    )


def _one_already(names: Sequence[str]) -> RecordError:
    return RecordError("These are one incident already.", expected="claims of two incidents or more", found=", ".join(names))
