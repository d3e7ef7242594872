"""Streets, sides of a town, offices: "Wilson Street" is in the town that the report tells and in no Wilson of the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from crossread import patterns as re
from crossread.gazetteer import fold_name
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.toponyms import Toponym

_WORDS = "Streets?|Avenues?|Boulevards?|Drive|Lanes?|Terrace|Parkway|Ave|Blvd|Dr|Rd|Ln|Pkwy"
# Behind a name. A road may lead to the town it is called after ("the Komanda road"), so that "Road" is not among them.
# "Dr" before a name is a doctor ("in Nairobi Dr. Kamau said").
_STREET = re.compile(rf"\s(?!Dr\.?\s[A-Z])(?:{_WORDS})\b(?!\s(?:of|de)\s)")
_IS_STREET = re.compile(rf"(?:^|\s)(?:{_WORDS})$")
# The same where a number stands before the name: "in the 2100 block of Linden Court".
_NUMBERED = re.compile(r"\s(?:Street|St|Dr|Road|Court|Ct|Circle|Way|Place|Pl|Trail|Loop|Run|Square)\b")
_NUMBER = re.compile(
    r"\b(?:block of|\d{2,5}(?:st|nd|rd|th)?)\s+(?:[NSEW]\.?\s|(?:North|South|East|West) )?(?:[A-Z][\w'’.-]*\s){0,2}$"
)
_SIDES = "North|South|East|West|Northeast|Northwest|Southeast|Southwest"
_SIDE = re.compile(rf"\b(?:{_SIDES}|[NSEW]\.?)\s$")


# Behind a nation's adjective: of no country, or of one that stands behind others ("Indian Proxy", "Iranian-backed").
# "the Saudi Maternity Hospital", "the Indonesian Hospital": sites called after a nation that may stand anywhere.
FOREIGN_SITE = re.compile(
    r"\s(?:[A-Z][\w'’-]+\s){0,2}(?:Hospital|School|University|Clinic|Medical Cent(?:er|re)|Cultural Cent(?:er|re)|Club|College"
    r"|Mosque|Church|Cemetery|Restaurant|Hotel|Market|Bazaar)\b"
)
IDIOM = re.compile(
    r"\s(?:roulette|[Ss]hepherds?|[Pp]rox(?:y|ies)|(?:[Ee]mbassy|[Cc]onsulate|[Aa]mbassador)s?)\b|-(?:backed|sponsored|supported|funded|trained|supplied|made|built)\b"
)
_NAME = r"(?!(?:The|In|On|At|Near|And|From|Of|To|By|Off)\b)[A-Z][\w-]*(?:['’][A-Z][\w-]*)?\.?"
# A whole street with all that belongs to its name: "E 30th Street", "Sam Houston Parkway", "the 8600 block of South Maryland".
# Every one begins with a capital or a figure, which is asked first.
_WHOLE = re.compile(
    rf"(?=[A-Z\d])(?:(?:{_NAME}|\b\d{{1,3}}(?:st|nd|rd|th))(?:\s{_NAME})?\sand\s(?:{_NAME}|\d{{1,3}}(?:st|nd|rd|th))(?:\s{_NAME})?"
    rf"\s(?:[Ss]treets|[Aa]venues|[Rr]oads|[Dd]rives|[Bb]oulevards)\b"
    rf"|(?:(?:\b[NSEW]\.?|\b(?:{_SIDES}))\s)?\b(?:\d{{1,3}}(?:st|nd|rd|th)|{_NAME}(?:\s{_NAME}){{0,2}})"
    rf"\s(?!Dr\.?\s[A-Z])(?:(?:{_WORDS}|Tollway|Turnpike|Freeway|Expressway)\b|St\b(?!\.?\s[A-Z]))\.?(?!\s(?:of|de)\s)"
    rf"(?:\s(?:{_SIDES}|[NS][EW]|[NSEW])\b(?!\s[A-Z]))?"
    rf"|(?:(?<=\bon )|(?<=\bof )){_NAME}\sand\s{_NAME}\s(?:Street|Avenue|Road|Drive|Boulevard)\b"
    rf"|(?<=block of )(?:(?:[NSEW]\.?|{_SIDES})\s)?{_NAME}(?:\s{_NAME})?"
    rf"|(?<=\b[Tt]he )(?:Far )?(?:{_SIDES})[ -][Ss]ide\b)"
)
_ANY = re.compile(
    rf"\s(?:{_WORDS}|Tollway|Turnpike|Freeway|Expressway|St|[Ss]treets|[Aa]venues|[Rr]oads|[Dd]rives|[Bb]oulevards)\b"
    r"|block of|[ -][Ss]ide\b"
)
_UNIVERSITY = re.compile(r"\bUniversity of (?:the )?([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?)")
# "the West Side" is a part of the town that is told; without the article it may be a town's name.
_TOWN_SIDE = re.compile(r"(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest)[ -]?[Ss]ide")
_OWNED = re.compile(r"(?:\b[Tt]he|['’]s)\s$")


def names_street(text: str, toponym: Toponym) -> bool:
    """True for the Wilson of "Wilson Street", "the 5500 block of Wilson Court", and for "the West Side"."""
    if toponym.text == "University" and text.startswith(" of ", toponym.end):
        return True
    inside = any(start <= toponym.start and toponym.end <= end for start, end in _streets(text))
    return inside or _end(text, toponym.start, toponym.end) is not None or _is_side(text, toponym)


@lru_cache(maxsize=4)
def _streets(text: str) -> tuple[tuple[int, int], ...]:
    """Where whole streets stand, found once a text."""
    return tuple(match.span() for match in _WHOLE.finditer(text)) if _ANY.search(text) else ()


def _is_side(text: str, toponym: Toponym) -> bool:
    owned = _OWNED.search(text[max(0, toponym.start - 6) : toponym.start]) is not None
    return owned and _TOWN_SIDE.fullmatch(toponym.text) is not None


def _end(text: str, start: int, end: int) -> int | None:
    """Where the street ends that the name between these offsets belongs to; None where it belongs to none."""
    found = _STREET.match(text, end)
    if found is None and _NUMBER.search(text[max(0, start - 40) : start]):
        found = _NUMBERED.match(text, end)
    return found.end() if found else None


# "Ministry of Public Works" is one name; the place that an office is of comes behind a comma or "in".
_OFFICE = re.compile(r"(?:^|\s)(?:Ministry|Department|Directorate|Bureau|Houses?|Shrine|Tomb|Mausoleum)$")
_OF_WHAT = re.compile(r"\s(?:of|for)\s(?:the\s)?[A-Z][\w'’-]+(?:(?:,|,? and)?\s[A-Z][\w'’-]+)*")


def as_streets(raw: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a slot with streets for sites that are called after no town, and universities for sites of theirs."""
    sites = [*_whole_sites(raw)]
    found: list[Piece] = []
    until = 0
    for piece in pieces:
        toponym = piece.toponym
        if toponym.start < until:
            continue
        inside = next((site for site in sites if site.toponym.start <= toponym.start < site.toponym.end), None)
        if inside is not None:
            found.append(inside)
            until = inside.toponym.end
            continue
        named = toponym.start + len(piece.name) if raw.startswith(piece.name, toponym.start) else toponym.end
        end = _end(raw, toponym.start, named)
        if piece.unit == "site" and _IS_STREET.search(piece.name):
            piece = replace(piece, base=None)
        elif _is_side(raw, toponym):
            piece = Piece(toponym=replace(toponym, listed=False), name=piece.name, unit="site")
        elif piece.unit == "site" and _OFFICE.search(piece.name) and (rest := _OF_WHAT.match(raw, toponym.end)):
            piece, until = replace(piece, name=raw[toponym.start : rest.end()], base=None), rest.end()
        elif end is not None:
            side = _SIDE.search(raw[: toponym.start])
            start = side.start() if side else toponym.start
            text = raw[start:end]
            whole = replace(toponym, start=start, end=end, text=text, folded=fold_name(text), listed=False, demonym=None)
            piece, until = Piece(toponym=whole, name=text, unit="site"), end
        found.append(piece)
    return found


def is_street(piece: Piece) -> bool:
    """True for a site whose name is a whole street's: "Wilson Street", "Penn and Lowry avenues"."""
    return piece.unit == "site" and piece.base is None and _WHOLE.fullmatch(piece.name) is not None


def _whole_sites(raw: str) -> Iterator[Piece]:
    """The streets and universities whose whole name stands in a slot."""
    for match in _WHOLE.finditer(raw) if _ANY.search(raw) else ():
        yield _site(raw, match.start(), match.end(), None)
    for match in _UNIVERSITY.finditer(raw):
        town = _toponym(raw, match.start(1), match.end(1), listed=True)
        yield _site(raw, match.start(), match.end(), Piece(toponym=town, name=town.text))


def _site(raw: str, start: int, end: int, base: Piece | None) -> Piece:
    whole = _toponym(raw, start, end, listed=False)
    return Piece(toponym=whole, name=whole.text, unit="site", base=base)


def _toponym(raw: str, start: int, end: int, *, listed: bool) -> Toponym:
    return Toponym(start=start, end=end, text=raw[start:end], folded=fold_name(raw[start:end]), listed=listed)
