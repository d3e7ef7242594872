"""A total ("160 peacekeepers killed since 2013") against the sum of the incidents that fall in it, and the difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crossread.codebook import load_codebook
from crossread.records import Claim, Count, DateWindow, Document, Harm, Incident, Place, Toll, sum_counts
from crossread.records.roles import SUFFERER_ROLES
from crossread.weigh.case import fold
from crossread.weigh.places import coarseness, places_fit
from crossread.weigh.policies import fits, is_only_claimed
from crossread.weigh.saying import plural, say_count, say_place, say_window

AGGREGATE, ACCIDENT, DISCOUNTED = "aggregate", "accident", "discounted"
# What a total of these types counts is of that type alone; "killed" and "attacks" count whatever did it.
_NARROW = ("air_strike", "shelling", "bombing", "crackdown", "sexual_violence", "abduction", "detention")
# Groups of a total that a report names for anybody: incidents are not chosen by them.
_ANYBODY = ("unknown", "civilians")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The days and the place that a total is told of; `assumed` if the place is only that of the report's other claims."""

    when: DateWindow
    where: Place
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalCheck:
    """One number of a total beside the incidents that fall in it.

    `incidents` are their ids, `untold` those of them that give no number for the effect, `set_aside` those whose number is the
    word of a party about its enemy alone, `summed` the range of the others added up and `best` the figure (None where one of
    them settles on none). `difference` is what the sum lacks (below zero) or has too many, 0 where both can be true.
    """

    claim_id: str
    document_id: str
    effect: str
    told: Count
    stretch: Stretch
    incidents: tuple[str, ...]
    untold: tuple[str, ...]
    summed: Count
    best: int | None
    difference: int
    sentence: str
    set_aside: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """True where the sum reaches the total only because it has no upper bound ("at least 63" of 1,126)."""
        told = self.told.low if self.told.low is not None else self.told.high
        return self.difference == 0 and self.summed.high is None and (self.summed.low or 0) < (told or 0)


def stretch_of(claim: Claim, document: Document | None, beside: Iterable[Claim] = ()) -> Stretch | None:
    """What a total covers; None where days or place are open, so that nothing can be added up.

    A total that runs up to the report ends with its day. Where no place is told, the one country of the report's other claims
    (`beside`) stands in, and is said to be assumed.
    """
    window = claim.when.value if claim.when else None
    if claim.scope != AGGREGATE or window is None or window.earliest is None:
        return None
    latest = window.latest or (document.published if document else None)
    if latest is None or latest < window.earliest:
        return None
    place = claim.where.value if claim.where else None
    whole = replace(window, latest=latest)
    if place is not None and place.country:
        return Stretch(when=whole, where=place)
    countries = {c.where.value.country for c in beside if c.where and c.where.value and c.where.value.country}
    if place is not None or claim.where is not None or len(countries) != 1:
        return None
    (country,) = countries
    assumed = Place(
        name=None, country=country, admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="country"
    )
    return Stretch(when=whole, where=assumed, assumed=True)


def check_total(claim: Claim, stretch: Stretch, incidents: Sequence[Incident]) -> tuple[TotalCheck, ...]:
    """Each number of a total against the sum of the incidents that lie wholly in its days and place.

    Incidents whose date or place is too coarse to tell are left out, and so are accidents (unless the total tells of one)
    and what a reviewer discounted. A total of air strikes holds only air strikes, and so with shelling and the like. A total
    of one kind of people is held against incidents in which such people suffered.
    """
    inside = [row for row in incidents if _falls_in(row, stretch) and _counts(row, claim)]
    return tuple(_check(claim, stretch, row, inside) for row in claim.harm if row.part_of is None and row.has_number)


def _check(claim: Claim, stretch: Stretch, row: Harm, inside: Sequence[Incident]) -> TotalCheck:
    assert row.count is not None
    concerned = [one for one in inside if row.group_type in _ANYBODY or _suffers(one, row.group_type)]
    tolls = {one.id: toll for one in concerned for toll in one.tolls if toll.effect == row.effect}
    claimed = {one.id for one in concerned if one.id in tolls and is_only_claimed(tolls[one.id], one.policy)}
    summed, best = _sum([toll for name, toll in tolls.items() if name not in claimed])
    check = TotalCheck(
        claim_id=claim.id,
        document_id=claim.document_id,
        effect=row.effect,
        told=row.count,
        stretch=stretch,
        incidents=tuple(one.id for one in concerned),
        untold=tuple(one.id for one in concerned if one.id not in tolls),
        summed=summed,
        best=best,
        difference=_difference(row.count, summed),
        sentence="",
        set_aside=tuple(one.id for one in concerned if one.id in claimed),
    )
    return replace(check, sentence=_say(check, row))


def _falls_in(incident: Incident, stretch: Stretch) -> bool:
    when, where = incident.when, incident.where
    if when is None or when.earliest is None or when.latest is None or where is None:
        return False
    assert stretch.when.earliest is not None
    assert stretch.when.latest is not None
    if not stretch.when.earliest <= when.earliest <= when.latest <= stretch.when.latest:
        return False
    return _lies_in(where, stretch.where)


def _lies_in(place: Place, whole: Place) -> bool:
    """True if the place is known to be in the whole: a country's incident is not known to be in one of its towns."""
    if place.country != whole.country or coarseness(place) > coarseness(whole):
        return False
    if whole.precision == "country":
        return True
    if whole.precision == "admin1":
        return bool(place.admin1 and fold(place.admin1) == fold(whole.admin1 or whole.name or ""))
    return places_fit(place, whole)


def _counts(incident: Incident, claim: Claim) -> bool:
    if claim.type in _NARROW and incident.type != claim.type:
        return False
    return incident.grade != DISCOUNTED and (incident.type != ACCIDENT or claim.type == ACCIDENT)


def _suffers(incident: Incident, group_type: str) -> bool:
    return any(party.type == group_type and party.role in SUFFERER_ROLES for party in incident.parties)


def _sum(tolls: Sequence[Toll]) -> tuple[Count, int | None]:
    bests = [toll.best for toll in tolls]
    best = None if None in bests else sum(value for value in bests if value is not None)
    return sum_counts([toll.count for toll in tolls]), best


def _difference(told: Count, summed: Count) -> int:
    if fits(told, summed):
        return 0
    least, most = told.low or 0, told.high
    if summed.high is not None and summed.high < least:
        return summed.high - least
    return (summed.low or 0) - (most if most is not None else least)


def _say(check: TotalCheck, row: Harm) -> str:
    book, stretch = load_codebook(), check.stretch
    effect = book.label("effect", check.effect)
    of = "" if row.group_type in _ANYBODY else f" ({book.label('actor_type', row.group_type)})"
    place = say_place(stretch.where) + (" (assumed: the report tells of no other country)" if stretch.assumed else "")
    told = f"Told as a total: {say_count(check.told)} {effect}{of}, {say_window(stretch.when)}, {place}."
    if not check.incidents:
        return f"{told} No incident here is known to fall in it."
    if len(check.untold) + len(check.set_aside) == len(check.incidents):
        verb = "falls" if len(check.incidents) == 1 else "fall"
        return (
            f"{told} {plural(len(check.incidents), 'incident')} here {verb} in it, none with a number{_say_set_aside(check)}."
        )
    best = f" (best {check.best})" if check.best is not None and check.summed.low != check.summed.high else ""
    silent = (f", {len(check.untold)} without a number" if check.untold else "") + _say_set_aside(check)
    known = f"{plural(len(check.incidents), 'incident')} here fall{'s' if len(check.incidents) == 1 else ''} in it{silent}"
    said = _say_open(check) or _say_difference(check.difference)
    return f"{told} {known}: {say_count(check.summed)} {effect}{best}, {said}."


def _say_set_aside(check: TotalCheck) -> str:
    """`, 1 with a claim that is set aside`: what a party says of its enemy alone is added to nothing."""
    number = len(check.set_aside)
    return f", {number} with {'a claim that is' if number == 1 else 'claims that are'} set aside" if number else ""


def _say_open(check: TotalCheck) -> str | None:
    """For a sum that is only a lower bound, far below the total: it contradicts nothing, and confirms little."""
    if not check.is_open:
        return None
    lacking = (check.told.low or check.told.high or 0) - (check.summed.low or 0)
    return f"{lacking:,} fewer than told unless these had more: no contradiction, as their numbers are lower bounds"


def _say_difference(difference: int) -> str:
    if difference == 0:
        return "which fits"
    if difference < 0:
        return f"{-difference:,} fewer than told: incidents are missing here, or the total counts more than these"
    return f"{difference:,} more than told: the total is older or narrower, or something is counted twice here"
