"""Whether what one account tells agrees with its incident: by the same rule as the list of disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread.codebook import load_codebook
from crossread.records import Claim, Count, Incident, Place, Reading
from crossread.weigh.case import fold
from crossread.weigh.doers import Doing
from crossread.weigh.numbers import tolls_fit
from crossread.weigh.outcomes import NOBODY_HARMED
from crossread.weigh.partial import count_other_side, counts_part
from crossread.weigh.places import places_fit
from crossread.weigh.policies import ToldToll, fits, point
from crossread.weigh.tolls import DOERS
from crossread.weigh.towns import are_two_towns
from crossread.weigh.values import only_reported, window_of, windows_fit

AGREES, DIFFERS, FITS, NOT_TOLD, SET_ASIDE, TOLD = "agrees", "differs", "compatible", "not told", "set aside", "told"
DOING = ("perpetrator", "claimant", "accused", "side_a", "side_b")


def what_sign(incident: Incident, claim: Claim) -> str:
    """Of the kind of act; a denial of what others tell as a fact differs, whatever kind it denies."""
    book = load_codebook()
    if claim.stance == "denied" and any(row.slot == "stance" and _reads(row.readings, claim) for row in incident.disagreements):
        return DIFFERS
    if claim.type == incident.type:
        return AGREES
    return FITS if book.family(claim.type) == book.family(incident.type) else DIFFERS


def when_sign(incident: Incident, claim: Claim) -> str:
    """Of the days; a day of reporting alone differs only where it contradicts the incident's days."""
    window, chosen = window_of(claim), incident.when
    if window is None or chosen is None:
        return TOLD
    if only_reported(window):
        contradicted = any(row.slot == "when.reported_on" and _reads(row.readings, claim) for row in incident.disagreements)
        return DIFFERS if contradicted or not windows_fit(window, chosen) else FITS
    if not windows_fit(window, chosen):
        return DIFFERS
    return AGREES if (window.earliest, window.latest) == (chosen.earliest, chosen.latest) else FITS


def where_sign(incident: Incident, claim: Claim, place: Place) -> str:
    """By the rule of the list of disagreements; two places of one name in two countries are two, and so are two towns there."""
    chosen = incident.where
    if chosen is None:
        return TOLD
    listed = any(row.slot == "where" and _reads(row.readings, claim) for row in incident.disagreements)
    if not places_fit(place, chosen) or (listed and are_two_towns(place, chosen)):
        return DIFFERS
    same = fold(place.name or "") == fold(chosen.name or "") and place.precision == chosen.precision
    return AGREES if same else FITS


def by_sign(incident: Incident, claim: Claim, doing: Doing) -> str:
    """Of the doer: with the reading that most sources give, where one leads; unnamed doers are open."""
    for row in incident.disagreements:
        if row.slot == "actors.perpetrator":
            group = {account.claim_id: account.source_group for account in incident.accounts}
            sizes = [len({group.get(name, 0) for name in reading.claims}) for reading in row.readings]
            leads = len(sizes) == 1 or sizes[0] > sizes[1]
            if leads and claim.id in row.readings[0].claims:
                return AGREES
            return DIFFERS if _reads(row.readings, claim) else FITS
    named = {fold(party.name) for party in incident.parties if party.role in DOING and len(party.claims) > 0}
    return AGREES if any(fold(actor.name or "") in named for actor in doing.named) else FITS


def harm_sign(incident: Incident, one: ToldToll, told: Sequence[ToldToll]) -> str:
    """Of a number: "at least 11" is coarser than the 11 of others; a number that the list names beside the best one differs."""
    if one.claimed_by is not None:
        return SET_ASIDE
    if one.side != DOERS and _outcome_differs(incident, one):
        return DIFFERS
    toll = next((toll for toll in incident.tolls if toll.effect == one.effect), None)
    if one.count is None or toll is None or toll.best is None or one.side == DOERS:
        return TOLD if one.count is not None else FITS
    if any(count_other_side(one, row) for row in told if row.count and row.claimed_by is None and row.side == one.side):
        return DIFFERS if _is_rival(incident, one) else FITS
    if any(
        row.side == DOERS and row.effect == one.effect and row.count and row.count.high != 0
        for row in told
        if not row.claimed_by
    ):
        return DIFFERS if _is_rival(incident, one) else FITS  # the incident's number has those who did it in it, too
    best = Count(low=toll.best, high=toll.best, qualifier="exact")
    anchors = [
        row for row in told if row.effect == one.effect and row.side == one.side and row.count and point(row) == toll.best
    ]
    if not any(tolls_fit(one, row) for row in anchors):
        return DIFFERS
    if any(counts_part(one, row) for row in anchors):
        return FITS
    if not fits(one.count, best):
        open_above = any(row.count and row.count.high is None for row in anchors)
        return FITS if open_above and not _is_rival(incident, one) else DIFFERS
    counts = {row.count for row in anchors}
    chosen = (
        (best,) if best in counts else (toll.count, *counts)
    )  # where nobody says plainly 19, "at least 19" is what is known
    return AGREES if one.count in chosen else FITS


def _is_rival(incident: Incident, one: ToldToll) -> bool:
    """True where the list of disagreements names what this account counts."""
    return any(
        one.claim_id in reading.claims
        for row in incident.disagreements
        if row.slot == f"harm.{one.effect}"
        for reading in row.readings
    )


def _outcome_differs(incident: Incident, one: ToldToll) -> bool:
    """True where an outcome that others contradict is the account's; one that tells both outcomes stands on neither side."""
    label = load_codebook().label("effect", one.effect)
    said = NOBODY_HARMED if one.count is not None and one.count.high == 0 else label
    for row in incident.disagreements:
        told = [reading for reading in row.readings if one.claim_id in reading.claims] if row.severity == "outcome" else []
        if len(told) == 1 and said in told[0].text:
            return True
    return False


def _reads(readings: Iterable[Reading], claim: Claim) -> bool:
    return any(claim.id in reading.claims for reading in readings)
