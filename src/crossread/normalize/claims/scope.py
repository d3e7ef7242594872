"""One act or a total, where the values of a claim leave no doubt: its day and place, or a long period and a number."""

from __future__ import annotations

from datetime import date

from crossread import patterns as re
from crossread.normalize.claims.broken_down import list_by_place
from crossread.normalize.claims.pictures import is_of_an_earlier_picture
from crossread.normalize.claims.won_ground import is_ground_won
from crossread.normalize.dates.series import series_before
from crossread.normalize.dates.since import is_told_behind_when
from crossread.normalize.harm.words import number_of
from crossread.records import Claim

LONG_PERIOD = 20  # days; a longer window told by "since" is no uncertain day of one act
MANY = 10
TOP = 250  # characters: a headline and the first sentence
LAST_WEEK = 7  # days
LONG = 1000  # characters; a shorter item may be nothing but what came after an act ("A day after the blast, …")
FEW = 4  # people; fewer are counted one act each ("a boy and a woman were shot in separate incidents")
BEHIND = 120  # characters behind a number in which the acts it counts over are told
_ACTS = re.compile(
    r"[^.;]{0,50}?\b(?:in|during|over)\s+(?:at least |about |some |more than |over |a total of )?"
    r"(?:[4-9]|\d{2,}|separate|various)\s+(?:[\w-]+\s+){0,2}"
    r"(?:incidents|attacks|strikes|air ?strikes|raids|events|cases|occasions|explosions|bombings|clashes)\b",
    re.IGNORECASE,
)
# "in three separate attacks"; in one town several strikes of a day may be one act
_FEW_ACTS = re.compile(
    r"[^.;]{0,50}?\b(?:in|during|by)\s(?:two|three|[23])\s(?:(?!days|weeks|months|hours)[\w-]+\s){0,2}?"
    r"(?:incidents|attacks|strikes|air ?strikes|raids|explosions|blasts|bombings|clashes|shootings|ambushes|gun ?battles"
    r"|operations|assaults)\b",
    re.IGNORECASE,
)
_HELD_AGAINST = re.compile(
    r"[^.;]{0,80}?\b(?:compared (?:with|to)|up from|down from|against)\s+(?:about |some |at least )?[\d,]+\s+(?:[\w-]+\s+){0,3}"
    r"(?:in|during|for|over)\b",
    re.IGNORECASE,
)
# "It was the fourth such attack in the city this year"
_NTH = re.compile(
    r"(?:^|\.\s+|\b)(?:it|this|that|his|hers|theirs)\s+(?:was|is|were|marks?|marked|became|becomes)\s+(?:at least\s+)?"
    r"(?:the|its|their)\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_ACTS_OF_KIND = re.compile(
    r"(?:[\w'’-]+\s+){0,3}?(?:(?:car|suicide)\s+bombs|(?:\w+-)?bombings|(?:air\s?)?strikes|(?:air\s?)?raids|attacks|clashes|explosions|blasts"
    r"|(?:land)?mines|ambushes|killings|shootings|bombardments)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:so far )?(?:since|so far|(?:so far )?this year|(?:over|in|during|within|for)? ?the (?:past|last))\b", re.IGNORECASE
)
_ALONE = re.compile(r"\s+alone\b")
_EACH_DAY = re.compile(
    r"(?:(?!\b(?:who|which|that|where)\b)[^.;,\d]){0,60}\b(?:each|every|per)\s+(?:day|week|month|year)\b", re.IGNORECASE
)

LEAD_IN = 40  # characters before a singular act in which "in a" stands
_IN_ONE = re.compile(
    r"\b(?:in|by|during)\s+(?:an?|another)\s+(?:(?:similar|separate|second|previous|[\w-]+)\s+){0,3}$", re.IGNORECASE
)
_ONE_ACT = re.compile(
    r"attack|blast|bombing|ambush|(?:air ?)?strike|shooting|raid|explosion|assault|clash|massacre|shelling", re.IGNORECASE
)


def settled_scope(claim: Claim, text: str = "", published: date | None = None) -> str:
    """The claim's scope; `incident` for a day at a place, `aggregate` for a number of many over a long period.

    All 45 hand-coded claims of ten people or more "since" a day more than 20 days back, "this year", "over the past months" are
    totals; so are 35 of 36 of people who fled. Of 48 that count the acts ("in 31 incidents", "in separate attacks") 40 are
    totals, ten of twelve that count two or three over a region or a country, all 24 that are held against an earlier number;
    so are all 25 told as "the fourth attack in the city this year", and ten of eleven behind "the latest in a series of". What
    a sentence looks back to ("the deadliest since March 2012, when rebels killed 11") is background in 49 of 54. All eight that
    tell strikes, bombings or the like with a number over a month or more and a region are totals, but for mere background. All
    16 numbers of "(in) July alone" are totals, also where they are taken for background; so is what is told of "each day". What
    people and data sets say (no score) stays.
    """
    if claim.score is not None and (_is_of_a_month_alone(claim, text) or _is_told_of_each_day(claim, text)):
        return "aggregate"
    if claim.score is not None and is_told_behind_when(text, claim.trigger.span):
        return "background"
    if claim.score is not None and claim.scope == "aggregate" and _is_one_of_its_kind(claim, text):
        return "background"
    if claim.score is not None and claim.scope == "incident" and is_of_an_earlier_picture(claim, text, published):
        return "background"
    if claim.score is not None and claim.scope == "background" and is_ground_won(claim, text, published):
        return "incident"
    counts = _counts_acts(claim, text) or _is_nth(claim, text) or series_before(claim, text) is not None
    counts = counts or list_by_place(text, claim) is not None
    if claim.score is not None and claim.scope == "incident" and counts:
        return "aggregate"
    if _is_one_act(claim) and not counts:
        return "incident"
    if len(text) >= LONG and _is_the_news(claim, published):
        return "incident"
    total = _is_of_a_period(claim) or _is_of_a_month(claim)
    return "aggregate" if claim.score is not None and claim.scope == "incident" and total else claim.scope


def _is_one_of_its_kind(claim: Claim, text: str) -> bool:
    """True for "14 clerics were killed in a similar attack": of 366 coded acts behind "in an" or "by a" none is a total."""
    start = claim.trigger.span.start
    if _ONE_ACT.fullmatch(claim.trigger.quote) is None:
        return False
    return _IN_ONE.search(text, max(0, start - LEAD_IN), start) is not None


def _is_the_news(claim: Claim, published: date | None) -> bool:
    """True for background told at the top of a report on a day of the last week: 79 of 81 such claims are no background."""
    when = claim.when.value if claim.when else None
    if claim.score is None or claim.scope != "background" or published is None or when is None or when.latest is None:
        return False
    first = min(telling.span.start for telling in (claim.trigger, *claim.retellings))
    return first < TOP and when.earliest is not None and 0 <= (published - when.latest).days <= LAST_WEEK


def _counts_acts(claim: Claim, text: str) -> bool:
    """True for "168 civilians in 31 incidents", "… compared with 121 in the previous quarter"."""
    many = [row for row in claim.harm if (number_of(row) or 0) >= FEW]
    behind = [text[e.span.end : e.span.end + BEHIND] for row in many for e in row.evidence]
    if any(_ACTS.match(words) or _HELD_AGAINST.match(words) for words in behind):
        return True
    where = claim.where.value if claim.where else None
    wide = where is not None and where.precision in ("area", "admin1", "country")
    return wide and any(_FEW_ACTS.match(words) for words in behind)


def _is_nth(claim: Claim, text: str) -> bool:
    """True for "It was the fourth attack on the line this year", which counts the acts before it."""
    start = claim.trigger.span.start
    return not claim.harm and _NTH.search(text[max(0, start - 80) : start]) is not None


def _is_of_a_period(claim: Claim) -> bool:
    when = claim.when.value if claim.when else None
    if claim.when is None or when is None or when.earliest is None or when.latest is None:
        return False
    long = (when.latest - when.earliest).days > LONG_PERIOD
    return long and _PERIOD.match(claim.when.raw) is not None and any((number_of(row) or 0) >= MANY for row in claim.harm)


def _is_of_a_month(claim: Claim) -> bool:
    """True for "in February, car bombs killed 31 civilians in Syria": acts by their plural, over a month and a region."""
    when = claim.when.value if claim.when else None
    where = claim.where.value if claim.where else None
    if when is None or when.earliest is None or when.latest is None or where is None:
        return False
    wide = where.precision in ("area", "admin1", "country")
    long = when.precision in ("month", "season", "year") and (when.latest - when.earliest).days > LONG_PERIOD
    many = any((number_of(row) or 0) >= FEW for row in claim.harm)
    return wide and long and many and _ACTS_OF_KIND.fullmatch(claim.trigger.quote) is not None


def _is_of_a_month_alone(claim: Claim, text: str) -> bool:
    """True for "50,000 refugees arrived last month alone"; a day alone is no period."""
    when = claim.when.value if claim.when else None
    if claim.when is None or not claim.when.evidence or when is None or when.earliest is None or when.latest is None:
        return False
    alone = claim.when.raw.endswith(" alone") or _ALONE.match(text, claim.when.evidence[0].span.end) is not None
    long = alone and (when.latest - when.earliest).days > LONG_PERIOD
    return long and any((number_of(row) or 0) >= FEW for row in claim.harm)


def _is_told_of_each_day(claim: Claim, text: str) -> bool:
    """True for "600 people cross the border every day": no act, but how often."""
    when = claim.when.value if claim.when else None
    if when is not None and when.precision in ("day", "days"):
        return False
    many = [row for row in claim.harm if (number_of(row) or 0) >= FEW]
    return any(_EACH_DAY.match(text, e.span.end) for row in many for e in row.evidence)


def _is_one_act(claim: Claim) -> bool:
    """True for what is called a total but tells of one day at one place: an aggregate is over several places or days.

    Of 439 hand-coded claims of a day at a point, in a region or a district 5 are totals, of 21 of a day in a country 13. A part
    of a country by its compass side alone holds many places.
    """
    when = claim.when.value if claim.when else None
    where = claim.where.value if claim.where else None
    return (
        claim.scope == "aggregate"
        and when is not None
        and when.precision == "day"
        and where is not None
        and (where.precision in ("exact", "near") or (where.precision in ("area", "admin1") and where.gazetteer_id is not None))
    )
