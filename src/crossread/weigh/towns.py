"""Two neighbouring towns that two accounts tell: near enough to be one place by distance, and two by name."""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz import fuzz

from crossread import patterns as re
from crossread.gazetteer import Gazetteer
from crossread.keeping import kept_with_lists
from crossread.records import Claim, Place
from crossread.weigh.case import Case, fold
from crossread.weigh.figures import figures
from crossread.weigh.places import kilometres_apart, places_fit
from crossread.weigh.values import place_of

_WORD = re.compile(r"\w{3,}")
_VILLAGE = re.compile(r"[^\W\d_][\w'’-]{2,}$")  # a name of one word, which no site has ("the market", "Saudi Hospital")
# Likeness of two spellings (0 to 100, rapidfuzz ratio) from which they may be one name; Drodro and Fataki have none.
_OTHER_SPELLING = 50


def accounts_fit(case: Case, claim: Claim, other: Claim) -> bool:
    """Whether the places of two accounts can be one; two towns only where one of the reports names the other's, too.

    Pokrovsk and Myrnohrad lie seven kilometres apart, and a strike on one is none on the other. A report that tells of a suburb
    mostly names its city, and of two sites of one town it names the town.
    """
    place, its = place_of(claim), place_of(other)
    if place is None or its is None:
        return True
    if not places_fit(place, its):
        return False
    return not are_two_towns(place, its) or _names(case, claim, its) or _names(case, other, place)


def are_two_towns(a: Place, b: Place) -> bool:
    """True for two exact places with an entry each whose names share no word, further apart than one spot is wide.

    So are two villages of one word each that the gazetteer has not, where no spelling makes one of the other: Drodro, Fataki.
    """
    if a.precision != "exact" or b.precision != "exact" or a.gazetteer_id == b.gazetteer_id:
        return _are_two_villages(a, b)
    apart = kilometres_apart(a, b)
    if not a.gazetteer_id or not b.gazetteer_id or apart is None or apart < figures("place")["one_spot"]:
        return False
    one, two = (set(_WORD.findall(fold(place.name or ""))) for place in (a, b))
    return bool(one and two) and not one & two and not _is_suburb(a, b, apart)


def _is_suburb(a: Place, b: Place, apart: float) -> bool:
    """True for a large city and a far smaller town beside it, told by the name of either: Port-au-Prince, Petionville."""
    table = figures("place")["city"]
    if apart > table["reach"]:
        return False
    fewest, most = sorted((_population(a), _population(b)))
    return bool(most >= table["people"] and most >= table["times"] * fewest)


def _population(place: Place) -> int:
    """The people of the gazetteer's entry, 0 where it is not known."""
    found = _gazetteer().find_places_exact(place.name or "")
    return next((entry.population for entry in found if entry.id == place.gazetteer_id), 0)


@kept_with_lists
@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _are_two_villages(a: Place, b: Place) -> bool:
    """Two villages of one word each without a point of their own, be they told with one town or district or with none."""
    if a.precision != "exact" or b.precision != "exact" or a.gazetteer_id != b.gazetteer_id:
        return False
    (one, _, around), (two, _, other) = ((place.name or "").partition(", ") for place in (a, b))
    if bool(a.gazetteer_id) != bool(around) or fold(around) != fold(other):
        return False
    return bool(_VILLAGE.match(one) and _VILLAGE.match(two)) and fuzz.ratio(fold(one), fold(two)) < _OTHER_SPELLING


def _names(case: Case, claim: Claim, place: Place) -> bool:
    """True if the report of the claim holds the name."""
    document = case.documents.get(claim.document_id)
    texts = (document.title or "", document.text) if document else ()
    return any(re.search(rf"\b{re.escape(fold(place.name or ''))}\b", _folded(text)) for text in texts)


@lru_cache(maxsize=1 << 9)
def _folded(text: str) -> str:
    """A report is asked for the towns of many others."""
    return fold(text)
