"""The places a document tells, in order, and which of them "the town" or "there" may point back to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry
from crossread.normalize.places.candidates import Choice
from crossread.normalize.places.commentators import is_of_commentator
from crossread.normalize.places.standing import ACROSS, INTRODUCED, PLACED, PLACED_BEHIND, STANDS_IN
from crossread.normalize.places.toponyms import Toponym
from crossread.normalize.places.words import PlaceWords

DOUBTFUL = 0.3  # a place told with a lower score is not pointed back to
UNLISTED_SCORE = 0.4
_HERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|on|close to|next to|near to|far from"
    r"|(?:km|kilomet(?:re|er)s|miles) from|(?:north|south|east|west)(?:east|west)? of"
    r"|entered|captured|seized|took|held|stormed|attacked|raided|reached|hit|left|bombed|shelled|struck)\s+"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,2}(?:of\s+)?$"
)
_AWAY = re.compile(r"\b(?:to|for|from|towards?|via|with|according to|than|between|by)\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?$")
# "Israel shells the town of X", "Turkey has launched strikes": a state that acts with arms does so mostly abroad.
_ACTS = re.compile(
    r"\s+(?:(?:has|have|had|again|also|then|now)\s+)?"
    r"(?:(?:air)?strikes?|struck|shell(?:s|ed)|bomb(?:s|ed|ards|arded)|attack(?:s|ed)|launch(?:es|ed)|fires|fired|raid(?:s|ed)"
    r"|invade[sd]|kill(?:s|ed)|hits?|target(?:s|ed)|pound(?:s|ed)|assassinate[sd]|shoots|shot|carr(?:ies|ied) out"
    r"|drop(?:s|ped)|storm(?:s|ed)|captur(?:es|ed)|seize[sd]"
    r"|conduct(?:s|ed)|sends|sent|(?:says|said|claims|claimed)\s+(?:that\s+)?(?:its|their)\s+(?:[a-z]+\s+){0,2}"
    r"(?:forces|troops|army|military|soldiers|navy|jets|planes|warplanes|aircraft|drones|missiles|artillery))\b"
)
_DAY_BEHIND = re.compile(r"(?:,\s+[A-Z]\w+)?,?\s+\(?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2}\b)")
_HEAD_ENDS = re.compile(r"(?:,[^\n:–—-]{1,40})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:[:–—]|-\s)\s*")
_BELONGS = re.compile(r"\b(?:of|in|from|at|near|inside|across|around)\s+(?:the\s+)?$")
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’)]*\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One toponym of the document with the place chosen for it; `here` is False where somebody only goes to or speaks from it.

    A name the gazetteer has not is told too where the words put something there ("at Lamahi"); its choice has no place. A
    capital in a `dateline` is where a report was written; another town at its `head` is where it plays unless it tells more.
    From a place that `comments` somebody only speaks of what was told.
    """

    toponym: Toponym
    choice: Choice
    here: bool
    dateline: bool = False
    head: bool = False
    comments: bool = False


def told_places(
    text: str,
    toponyms: Sequence[Toponym],
    choices: Mapping[str, Choice],
    capitals: Collection[str],
    *,
    people: Collection[str],
    desks: Collection[str],
) -> tuple[Told, ...]:
    """Every toponym with a place, and those without one that the words make a place, in the order of the text; no `people`."""
    told = []
    for toponym in toponyms:
        before = text[max(0, toponym.start - 40) : toponym.start]
        choice = choices.get(toponym.folded)
        nowhere = choice is None or choice.place is None
        if toponym.folded in people or (nowhere and ActorRegistry.load().candidates(toponym.text)):
            continue  # "a meeting of Fano": a group is no place
        if choice:
            here = _is_here(before, choice, capitals)
            dateline = toponym.folded in desks or _heads_report(text, toponym, choice, capitals)
            capital = choice.place is not None and choice.place.id in capitals
            head = not (dateline or capital) and _heads_line(text, toponym)
            is_country = choice.place is not None and choice.place.kind == "country"
            comments = not is_country and is_of_commentator(text, toponym)
            told.append(Told(toponym=toponym, choice=choice, here=here, dateline=dateline, head=head, comments=comments))
        elif not toponym.listed and not toponym.demonym and len(toponym.text) > 3 and _is_placed(text, toponym, before):
            told.append(Told(toponym=toponym, choice=Choice(place=None, score=UNLISTED_SCORE), here=True))
    return tuple(told)


def _is_placed(text: str, toponym: Toponym, before: str) -> bool:
    """True where the words make a place of a name: "at Lamahi", "Lamahi village", "Lamahi, 60 km west of Gao"."""
    return bool(PLACED.search(before) or PLACED_BEHIND.match(text, toponym.end) or INTRODUCED.match(text, toponym.end))


def stands_at_head(text: str, toponym: Toponym) -> bool:
    """True for a name at the head of a line before a day, or in capitals before what happened: "BENI (Agency) - Rebels"."""
    return _begins_line(text, toponym) and (_DAY_BEHIND.match(text, toponym.end) is not None or _heads_line(text, toponym))


def stands_here(text: str, toponym: Toponym) -> bool:
    """True where the words put something at a name, or do something to it: "in Adwa", "bombed Adwa"."""
    return _HERE.search(text[max(0, toponym.start - 40) : toponym.start]) is not None


def last_told(
    told: Sequence[Told],
    before: int,
    kinds: Sequence[str],
    *,
    since: int | None = None,
    fits: Callable[[Told], bool] | None = None,
) -> Told | None:
    """The last place of these kinds told before an offset (and not before `since`); if none was, the first one after it.

    A place that somebody is taken to, or a capital that speaks for its government, only counts where there is no other. Rows
    that do not fit are left out. The rows come in the order of the text, and most questions end with the first one looked at.
    """
    away, headed = None, None
    for row in reversed(told_before(told, before)):
        if since is not None and row.toponym.start < since:
            return None
        if not _is_of_kind(row, kinds) or (fits is not None and not fits(row)):
            continue
        if _may_be_meant(row):
            if row.here:
                return row
            away = away or row
        if row.head and row.choice.score >= DOUBTFUL:
            headed = headed or row
    if since is not None or away or headed:
        return (away or headed) if since is None else None
    meant = (row for row in told if row.choice.place and _is_of_kind(row, kinds) and _may_be_meant(row))
    return next((row for row in meant if fits is None or fits(row)), None)


def lies_in(told: Told, countries: Container[str | None]) -> bool:
    """True for a place chosen in one of these countries."""
    return told.choice.place is not None and told.choice.place.country in countries


def told_before(told: Sequence[Told], offset: int) -> Sequence[Told]:
    """The places told wholly before an offset, of all in the order of the text."""
    return told[: bisect_right(told, offset, key=lambda row: row.toponym.end)]


def last_introduced(
    told: Sequence[Told], before: int, kind: str, text: str, *, fits: Callable[[Told], bool] | None = None
) -> Told | None:
    """The place that the last sentence with a settlement introduces: "the town" behind "X is a town north of Y" is X."""
    last: Told | None = None
    for row in reversed(told_before(told, before)):
        if not _is_of_kind(row, ("settlement",)) or not row.toponym.alone or (fits is not None and not fits(row)):
            continue
        last = last or row
        if _SENTENCE_ENDS.search(text, row.toponym.end, last.toponym.start):
            return None
        introduced = INTRODUCED.match(text, row.toponym.end)
        if introduced is not None and introduced["kind"] == kind:
            return row
    return None


_NEIGHBOURHOOD = re.compile(r"\s+(?:neighbou?rhood|section|subdivision)\b")
_ONE_OF_TOWN = re.compile(r"\b(?:an?|one|another)\s+$", re.IGNORECASE)
_OFFICE_BEHIND = re.compile(
    r"(?:['’]s)?(?:\s+|-)(?:[Pp]olice|[Ff]ire(?:fighters)?\b|[Ss]heriff|[Cc]ity\b|[Cc]ounty|[Mm]ayor|area\b|man\b|woman\b|teen|boy\b|girl\b"
    r"|residents?\b|home\b|house\b|apartment|hospital|school|street|hotel|bar\b|restaurant|store)"
)


def town_behind(told: Sequence[Told], text: str, end: int) -> Told | None:
    """The settlement that stands behind a site ending here: a slot may have the church of "St. Takla Church in Alexandria"."""
    rows = (row for row in told if row.toponym.start > end and text[end : row.toponym.start] in (" in ", ", in "))
    return next((row for row in rows if row.choice.place and row.choice.place.kind == "settlement"), None)


def names_neighbourhood(text: str, toponym: Toponym) -> bool:
    """True for the Pullman of "the Pullman neighborhood", a part of a town; "an Alexandria neighborhood" is in that city."""
    if _NEIGHBOURHOOD.match(text, toponym.end) is None:
        return False
    return _ONE_OF_TOWN.search(text[max(0, toponym.start - 12) : toponym.start]) is None


def is_told_as_place(text: str, told: Told) -> bool:
    """True where the words around a name make it a place: "in Humble", "Houston police", "Crosby, Texas", a dateline."""
    toponym = told.toponym
    before = text[max(0, toponym.start - 40) : toponym.start]
    dateline = toponym.text.isupper() and len(toponym.text) > 3
    return (
        dateline
        or STANDS_IN.search(before) is not None
        or PLACED.search(before) is not None
        or PLACED_BEHIND.match(text, toponym.end) is not None
        or _OFFICE_BEHIND.match(text, toponym.end) is not None
    )


def acts_abroad(text: str, toponym: Toponym) -> bool:
    """True for a country that strikes somebody ("Israel shells"), not for the owner of one ("the army of Mali shells")."""
    before = text[max(0, toponym.start - 12) : toponym.start]
    return _ACTS.match(text, toponym.end) is not None and not _BELONGS.search(before)


def is_across(text: str, toponym: Toponym) -> bool:
    """True for a country on the other side of a border: "near the frontier with Ecuador"."""
    return ACROSS.search(text[max(0, toponym.start - 40) : toponym.start]) is not None


def acting_forces(text: str, demonyms: Sequence[tuple[str, int]], placed: Sequence[Told], words: PlaceWords) -> frozenset[str]:
    """Countries told by nothing but forces of theirs that mostly act abroad ("French jets bombed a wedding in Bounti")."""
    named = {row.choice.place.country for row in placed if row.choice.place}
    return frozenset((countries_of_forces(text, demonyms, words) & words.abroad) - named)


def countries_of_forces(text: str, demonyms: Sequence[tuple[str, int]], words: PlaceWords) -> frozenset[str]:
    """Countries told by adjectives ("Eritrean soldiers", "an Italian priest") and by people who act ("the Russians hit").

    So are forces and people at home and abroad; of a people that only is somewhere ("Israelis") nothing tells that it left.
    """
    seen: dict[str, bool] = {}
    for iso, end in demonyms:
        acts = text[end - 1] != "s" or words.forces.match(text, end) or _ACTS.match(text, end)
        seen[iso] = seen.get(iso, True) and bool(acts)
    return frozenset(iso for iso, acts in seen.items() if acts)


def writing_countries(told: Sequence[Told]) -> frozenset[str]:
    """Countries told by nothing but the capital in which the report was written."""
    seen: dict[str, bool] = {}
    for row in told:
        if row.choice.place is not None and row.choice.place.country is not None:
            seen[row.choice.place.country] = seen.get(row.choice.place.country, True) and row.dateline
    return frozenset(country for country, written in seen.items() if written)


def doubtful_countries(told: Sequence[Told]) -> frozenset[str]:
    """Countries told by nothing but a name that may as well be that of a town elsewhere ("BOR" in four countries)."""
    seen: dict[str, bool] = {}
    for row in told:
        if row.choice.place is not None and row.choice.place.country is not None:
            seen[row.choice.place.country] = seen.get(row.choice.place.country, True) and row.choice.score < DOUBTFUL
    return frozenset(country for country, doubtful in seen.items() if doubtful)


def _is_of_kind(told: Told, kinds: Sequence[str]) -> bool:
    place = told.choice.place
    return place.kind in kinds if place else "settlement" in kinds


def _is_here(before: str, choice: Choice, capitals: Collection[str]) -> bool:
    if _HERE.search(before):
        return True
    speaks = choice.place is not None and choice.place.id in capitals
    return not speaks and not _AWAY.search(before)


def _may_be_meant(told: Told) -> bool:
    """False for parts of longer names, doubtful ones, where one comments, and names in capitals, as datelines have."""
    return (
        told.toponym.alone
        and not told.comments
        and told.choice.score >= DOUBTFUL
        and not told.dateline
        and not (told.toponym.text.isupper() and len(told.toponym.text) > 3)
    )


def _heads_line(text: str, toponym: Toponym) -> bool:
    """True for the name in capitals at the head of a line in small letters: "CHARSADDA: A bomb exploded at a bazaar"."""
    if not toponym.text.isupper() or len(toponym.text) <= 3 or not _begins_line(text, toponym):
        return False
    behind = _HEAD_ENDS.match(text, toponym.end)
    return behind is not None and any(letter.islower() for letter in text[behind.end() : behind.end() + 20])


def _heads_report(text: str, toponym: Toponym, choice: Choice, capitals: Collection[str]) -> bool:
    """True for a capital at the head of a line before a day: "Nairobi, 4 March 2026 - ". A town there is where it happened."""
    if choice.place is None or choice.place.id not in capitals:
        return False
    return _begins_line(text, toponym) and _DAY_BEHIND.match(text, toponym.end) is not None


def _begins_line(text: str, toponym: Toponym) -> bool:
    return not text[text.rfind("\n", 0, toponym.start) + 1 : toponym.start].strip(" *_(")
