"""Why two claims are, or are not, the same incident in a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.errors import RecordError
from crossread.flow.incident_steps import INCIDENT, gather_material
from crossread.link import PairExplanation, explain_pair, standing_decisions
from crossread.records import Claim, Judgement
from crossread.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyTogether:
    """Two claims of a store: together or not, the judgement that says so if a person did, else the comparisons.

    `a` and `b` stand in the order in which the comparisons name their values, whichever was asked for first; `verdict` is the
    sentence that sums it up.
    """

    a: Claim
    b: Claim
    together: bool
    incidents: tuple[str | None, str | None]
    judgement: Judgement | None
    explanation: PairExplanation
    verdict: str


def explain_claims(store: Store, a: str, b: str, *, policy: str) -> WhyTogether:
    """What holds two claims together or keeps them apart, as the store's incidents stand now."""
    first, second = sorted((store.get_claim(a), store.get_claim(b)), key=lambda claim: claim.id)
    if first.id == second.id:
        raise RecordError(
            "A claim is compared with another one.",
            expected="two claims",
            found=f"{first.id} twice",
            next_step="Name another one; `crossread show ID` of its incident or report lists them.",
        )
    material = gather_material(store, policy=policy)
    claims = [material.claims.get(claim.id, claim) for claim in (first, second)]
    known = find_homes(store)
    homes = (known.get(first.id), known.get(second.id))
    explanation = explain_pair(claims[0], claims[1], material.documents, material.claims.values())
    pair = tuple(sorted((first.id, second.id)))
    said = next((row for row in reversed(material.judgements) if tuple(sorted((row.subject, row.other or ""))) == pair), None)
    decisions = standing_decisions(material.judgements)
    judged = said if pair in decisions.same | decisions.different else None
    together = homes[0] is not None and homes[0] == homes[1]
    return WhyTogether(
        a=claims[0],
        b=claims[1],
        together=together,
        incidents=homes,
        judgement=judged,
        explanation=explanation,
        verdict=say_verdict(claims, judged, explanation, together=together),
    )


def find_one_incident(store: Store, a: str, b: str) -> str | None:
    """The incident that both names lead to, None unless both are names of incidents and lead to one."""
    if not (a.startswith(INCIDENT) and b.startswith(INCIDENT)):
        return None
    first, second = store.get_incident(a).id, store.get_incident(b).id
    return first if first == second else None


def find_homes(store: Store) -> dict[str, str]:
    """For each claim that is in an incident, the incident's id."""
    return {account.claim_id: incident.id for incident in store.iter_incidents() for account in incident.accounts}


def say_verdict(claims: Sequence[Claim], judged: Judgement | None, found: PairExplanation, *, together: bool) -> str:
    """What stands about two claims, and whether a person, the comparisons or other accounts decided, in one sentence."""
    where = "One incident" if together else "Two incidents"
    if judged is not None:
        reason = f" ({judged.reason})" if judged.reason else ""
        return f"{where}: {judged.made_by} judged them {judged.kind} on {judged.made_at:%d %b %Y}{reason}."
    chance = f"the comparisons give {found.probability:.0%} for one incident"
    if claims[0].document_id == claims[1].document_id:
        return f"{where}: one document tells both, and two claims of one document are never joined; {chance}."
    if found.contradiction and not together:
        return f"{where}: a date or place excludes that they are one; {chance}."
    if together != (found.log_odds > 0):
        cause = "other accounts hold them together" if together else "one of them fits other accounts better, or excludes one"
        return f"{where}: {cause}; by themselves {chance}."
    return f"{where}: {chance}."
