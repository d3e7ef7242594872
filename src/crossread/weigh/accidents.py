"""What one party claims and others tell as an accident: nobody's doing there, and no agreement on who did it."""

from __future__ import annotations

from collections.abc import Iterable

from crossread.codebook import load_codebook
from crossread.records import Claim, Disagreement
from crossread.records.roles import DOER_ROLES
from crossread.weigh.case import Case
from crossread.weigh.doers import Doing
from crossread.weigh.readings import readings_of, say_readings

TOLD_AS_ACCIDENT = "told as an accident"


def list_claimed_accidents(case: Case) -> Iterable[Disagreement]:
    """ "Claimed by the Taliban" beside "told as an accident": a crash that a party says was its doing.

    An account that calls it an accident and names the party that claims it stands with those that give the claim.
    """
    claimed = [(name, claim) for claim in case.standing if (name := _claimed_by(claim))]
    with_claim = [claim for _, claim in claimed]
    told = [claim for claim in case.standing if is_told_as_accident(claim) and claim not in with_claim]
    if not claimed or not told:
        return
    rows = [*((f"claimed by {name}", claim) for name, claim in claimed), *((TOLD_AS_ACCIDENT, claim) for claim in told)]
    readings = readings_of(case, rows)
    sentence = f"Accounts differ on whether anybody did it: {say_readings(case, readings)}."
    yield Disagreement(slot="actors.perpetrator", severity="perpetrator", readings=readings, sentence=sentence)


def is_told_as_accident(claim: Claim) -> bool:
    """True for an accident that happened, of which the account tells no doer."""
    doers = any(actor.role in DOER_ROLES for actor in claim.actors)
    happened = claim.status == "accomplished" and claim.stance != "denied"
    return happened and not doers and load_codebook().family(claim.type) == "accident"


def _claimed_by(claim: Claim) -> str | None:
    """The party that by this account says it did it."""
    if claim.stance == "denied":
        return None
    return next((actor.name for actor in Doing(claim=claim, actors=claim.actors).claimants), None)
