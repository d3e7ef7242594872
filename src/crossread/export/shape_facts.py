"""What an incident gives to a row of another form: a day, a point, a number of dead; or the reason why it gives none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from crossread.codebook import Country, TableShape, load_countries
from crossread.errors import ExportError
from crossread.export.lookup import Lookup
from crossread.records import Claim, Harm, Incident, Toll

# The longest spans of days that count as a week, month, year in a row of one of these forms.
WEEK, MONTH, YEAR = 14, 31, 366
# Policies that may settle on no figure: the lower bound of what is told stands in then, which is both forms' caution.
OPEN_POLICIES = ("range", "majority")


class NotHeldError(ExportError):
    """An incident that the form cannot hold; the message is the reason, in words for the sheet of what was not exported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The first and last day on which it can have happened, both known."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many days they are, 1 for one day."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """The day in the middle, the earlier one of two."""
        return self.first + timedelta(days=(self.count - 1) // 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with its country and point, as a row needs it."""

    name: str
    country: Country
    admin1: str | None
    latitude: float
    longitude: float
    precision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """How many were killed: `best` under the policy, `low` and `high` around it; `note` where words had to be counted."""

    low: int
    best: int
    high: int
    note: str | None = None


def check_kind(incident: Incident, lookup: Lookup) -> None:
    """Refuse what is no act of conflict, did not happen, or is known only in passing."""
    if incident.grade == "discounted":
        raise NotHeldError("set aside by a reviewer")
    if not any(account.weight == "account" for account in incident.accounts):
        raise NotHeldError("background: only mentioned in passing, no report tells it as its news")
    statuses = {lookup.claim(account.claim_id).status for account in incident.accounts}
    if statuses == {"threatened"}:
        raise NotHeldError("threatened only: the form holds what was done")


def find_days(incident: Incident) -> Days:
    """The days of the incident; refuses an open window, because a day would have to be invented."""
    window = incident.when
    if window is None or (window.earliest is None and window.latest is None):
        raise NotHeldError("no date: no report tells when it happened")
    if window.earliest is None or window.latest is None:
        raise NotHeldError("no date: only one end is known, such as the day of reporting")
    return Days(first=window.earliest, last=window.latest)


def find_spot(incident: Incident, *, is_coarse: bool) -> Spot:
    """The place of the incident; refuses one without country or point."""
    place = incident.where
    if place is None or place.precision == "unknown":
        raise NotHeldError("no place: none is told, or it could not be resolved")
    country = load_countries().get(place.country or "")
    if country is None:
        raise NotHeldError("no country: the place is not known to lie in one")
    if place.latitude is None or place.longitude is None:
        reason = "places are written no finer than asked, and the form needs points" if is_coarse else "the gazetteer has none"
        raise NotHeldError(f"no coordinates: {reason}")
    return Spot(
        name=place.name or place.admin1 or country.name,
        country=country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
    )


def count_dead(incident: Incident, lookup: Lookup, shape: TableShape) -> Dead | None:
    """The dead under the incident's policy, None where none are told.

    Of a range that is open above, `high` is the highest number told ("at least 19" beside 17). Where only a belligerent speaks
    of its enemy's dead, `best` and `low` are 0 and the claimed number is `high`. Words without
    a number ("dozens") are counted by the form's own rule where it has one, and refused where it has none.
    """
    toll = next((toll for toll in incident.tolls if toll.effect == "killed"), None)
    if toll is None:
        return _count_words(incident, lookup, shape)
    low, high = toll.count.low or 0, toll.count.high
    best = toll.best
    if best is None and incident.policy.partition("@")[0] in OPEN_POLICIES and not _only_claimed(toll, lookup):
        best = low
    if best is None:
        return Dead(low=0, best=0, high=high or low, note="Dead are told by one side of its enemy alone.")
    return Dead(low=min(low, best), best=best, high=max(best, low, high or 0, toll.open_from or 0))


def killed_rows(incident: Incident, lookup: Lookup) -> list[Harm]:
    """What the accounts tell of people killed, rows that are part of others left away."""
    claims = (lookup.claim(account.claim_id) for account in incident.accounts if account.weight == "account")
    return [row for claim in claims for row in claim.harm if row.effect == "killed" and row.part_of is None]


def _count_words(incident: Incident, lookup: Lookup, shape: TableShape) -> Dead | None:
    rows = [row for row in killed_rows(incident, lookup) if row.count is None or row.count.qualifier in ("vague", "unstated")]
    if not rows:
        return None
    if not shape.vague:
        raise NotHeldError("no number: people killed are told in words only")
    counted = [(_words_as_number(row.raw, shape), row.raw) for row in rows]
    number, words = min(counted)
    told = "" if lookup.hides_words else f" “{words}”"
    return Dead(low=number, best=number, high=number, note=f"Dead told in words only{told}, counted as {number}.")


def _words_as_number(words: str, shape: TableShape) -> int:
    found = [number for word, number in shape.vague.items() if word in words.casefold()]
    return found[0] if found else shape.vague["otherwise"]


def _only_claimed(toll: Toll, lookup: Lookup) -> bool:
    return all(_speaks_for_doer(lookup.claim(claim)) for claim in toll.claims if claim in lookup.claims)


def _speaks_for_doer(claim: Claim) -> bool:
    roles = [speaker.role for speaker in claim.speakers]
    return claim.stance == "claimed" or (claim.stance == "attributed" and bool(roles) and set(roles) == {"claims"})
