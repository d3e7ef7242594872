"""Rows about single claims: what one document says, and the harm it tells."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.export.cells import Cell
from crossread.export.incident_rows import review_cells, when_cells, where_cells
from crossread.export.lookup import Lookup, once
from crossread.records import Account, Claim, Incident

Row = dict[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One document's telling of one incident, with the claim it is made of."""

    incident: Incident
    account: Account
    claim: Claim


def account_row(row: AccountRow, lookup: Lookup) -> Row:
    """One claim beside the others of its incident, slot by slot."""
    claim, account = row.claim, row.account
    when, where = claim.when, claim.where
    return {
        "incident_id": row.incident.id,
        "claim_id": claim.id,
        "document_id": claim.document_id,
        "source": account.source,
        "source_group": account.source_group,
        "weight": account.weight,
        "published": lookup.document(claim.document_id).published,
        "type": claim.type,
        "scope": claim.scope,
        "status": claim.status,
        "stance": claim.stance,
        "trigger": None if lookup.hides_words else claim.trigger.quote,
        "trigger_start": claim.trigger.span.start,
        "trigger_end": claim.trigger.span.end,
        "when_raw": when.raw if when else None,
        **when_cells(when.value if when else None),
        "reported_on": when.value.reported_on if when and when.value else None,
        "where_raw": where.raw if where else None,
        **where_cells(where.value if where else None),
        "perpetrators": _actors(claim, "perpetrator", "side_a", "side_b"),
        "accused": _actors(claim, "accused"),
        "claimants": _actors(claim, "claimant"),
        "victims": _actors(claim, "victim"),
        "targets": _actors(claim, "target"),
        "speakers": once(f"{speaker.name or speaker.raw} ({speaker.role})" for speaker in claim.speakers),
        "means": once(means.kind for means in claim.means),
        "score": rounded(claim.score),
        "made_by": claim.made_by,
        **review_cells(lookup.decisions.review(claim.id, row.incident.id)),
    }


def harm_rows(row: AccountRow) -> list[Row]:
    """One row per effect and group, as this document gives them; nothing is added up."""
    return [
        {
            "incident_id": row.incident.id,
            "claim_id": row.claim.id,
            "row": number,
            "source": row.account.source,
            "effect": harm.effect,
            "group": harm.group,
            "group_type": harm.group_type,
            "low": harm.count.low if harm.count else None,
            "high": harm.count.high if harm.count else None,
            "qualifier": harm.count.qualifier if harm.count else None,
            "raw": harm.raw,
            "part_of": harm.part_of,
            "speaker": harm.speaker,
            "score": rounded(harm.score),
        }
        for number, harm in enumerate(row.claim.harm)
    ]


def rounded(score: float | None) -> float | None:
    """A probability to four decimals: what stands behind them is noise of the machine it was computed on."""
    return None if score is None else round(score, 4)


def _actors(claim: Claim, *roles: str) -> list[str]:
    return once(actor.name or actor.raw for actor in claim.actors if actor.role in roles)
