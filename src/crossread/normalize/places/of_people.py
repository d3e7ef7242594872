"""Where somebody comes from is not where it happened: "abducted cameraman Owen Barr of New Zealand".

Of 58 hand-coded claims with people told by a name of this kind ("Ana Diaz of Spain") none has the place in it for its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Evidence, Harm, Span

_PERSON = re.compile(r"(?:[A-Z](?:[\w'’-]*|[a-z]{0,2}\.)\s){1,4}[A-Z][\w'’-]+,?\s+(?:of\s+)?(?:the\s+)?$")
_OF = re.compile(r"\bof\s+(?:the\s+)?$")
_OF_PLACE = re.compile(r"(?:of\s+)?(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}")
_NAMED_OF = re.compile(
    r"(?P<who>(?:[A-Z](?:[\w'’-]*|[a-z]{0,2}\.)\s){1,4}[A-Z][\w'’-]+),?\s+of\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}"
)
# "Our Lady of Fatima", "Gulf Coast of Mexico", "Islamic State of Iraq": places and bodies
_NO_PERSON = re.compile(
    r"\b(?:University|College|School|Hospital|Church|Cathedral|Mosque|Republic|Kingdom|State|States|Province|Region|District|County|City"
    r"|Town|Village|Camp|Market|Bank|Gulf|Cape|Bay|Lake|River|Port|Strait|Coast|Island|Islands|Isle|Mount|Valley|Street|Road|Square|Bridge"
    r"|Airport|Station|Base|Fort|Lady|North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Greater|New|Old|Army"
    r"|Front|Forces|Ministry|Government|Department|Municipality|Governorate|Commune|Parish|Neighbou?rhood|Quarter|Zone|Area|Sector)\b"
)
# "Two U.N. peacekeepers (from Peru) were wounded"
_FROM = re.compile(r"(?:from\s+)?(?:the\s+)?(?-i:[A-Z])[\w'’.-]*(?:[\s,]+(?:(?:of|in|and|the)\s+)*(?-i:[A-Z])[\w'’.-]*){0,4}")
_PEOPLE_FROM = re.compile(
    r"\b(?:peace-?keepers?|soldiers?|troops|m[ae]n|wom[ae]n|boys?|girls?|people|tourists?|officers?|traders?|drivers?|students?|citizens?"
    r"|nationals|\d+-year-olds?|monks?|nuns?|priests?|journalists?|engineers?|doctors?|nurses?|teachers?|policem[ae]n|contractors?|pilgrims?"
    r"|migrants?|refugees?|civilians?|workers?|volunteers?|farmers?|merchants?|sailors?|couple|families|family)\s+(?:from\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# Acts that take nobody away from a place: "abducted ten people from Kano" is in Kano.
_ON_THE_SPOT = frozenset(
    {"armed_attack", "armed_clash", "killing", "bombing", "shelling", "air_strike", "ill_treatment", "accident", "crackdown"}
)
_TAKES = re.compile(
    r"\b(?:withdr\w+|pull\w*|evacuat\w+|abduct\w+|kidnap\w+|seiz\w+|took|taken|take|drove|driven|driving|expel\w+|recover\w+|remov\w+|rescu\w+"
    r"|dragg?\w*|evict\w+|snatch\w+|arrest\w+|releas\w+|freed|flee\w*|fled|return\w*)\b",
    re.IGNORECASE,
)
# "the mayor of Bibey", "a councillor for the Northwest Region"
_OFFICE = re.compile(
    r"\b(?:(?:vice-|deputy\s+)?(?:mayor|governor)|council?lor|(?:arch)?bishop|prefect|senator|lawmaker|magistrate|member\s+of\s+parliament"
    r"|MP|mukhtar|(?:operations\s+)?director)\s+(?P<of>of|for|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_OFFICE = re.compile(r"(?:(?:of|for|from)\s+)?(?:the\s+)?(?-i:[A-Z])")
REACH = 60  # characters before a place in which the name stands


def without_homes_of_people(document: Document, claim: Claim) -> Claim:
    """The claim without a place that is told only behind people and "from", or "of" and the name of one whom it befell.

    What people and data sets say (no score) stays.
    """
    where = claim.where
    if claim.score is None or where is None or where.score is None or len(where.evidence) != 1:
        return claim
    quote = where.evidence[0]
    home = _comes_from(document.text, quote, claim) or _is_home(document.text, quote, claim)
    return replace(claim, where=None) if home or _is_of_office(document.text, quote) else claim


def _comes_from(text: str, quote: Evidence, claim: Claim) -> bool:
    """True for a name behind people and "from", in an act that takes nobody away: no coded place is told so."""
    if claim.type not in _ON_THE_SPOT or "from " not in text[max(0, quote.span.start - 10) : quote.span.start + 5]:
        return False
    if not _FROM.fullmatch(quote.quote) or not _PEOPLE_FROM.search(text, max(0, quote.span.start - REACH), quote.span.start):
        return False
    return _TAKES.search(text, sentence_start(text, quote.span.start), quote.span.start) is None


def _is_of_office(text: str, quote: Evidence) -> bool:
    """True for the town behind "the mayor of", the region behind "a councillor for": two of 84 are coded as the place."""
    lead = _OF_OFFICE.match(quote.quote)
    if lead is None:
        return False
    name = quote.span.start + lead.end() - 1
    return _OFFICE.search(text, max(0, name - REACH), name) is not None


def _is_home(text: str, quote: Evidence, claim: Claim) -> bool:
    named = _NAMED_OF.fullmatch(quote.quote)
    if named is not None:
        who = Span(start=quote.span.start, end=quote.span.start + named.end("who"))
        return not _NO_PERSON.search(named["who"]) and (
            _overlaps((*claim.actors, *claim.harm), who) or _is_among_people(text, quote.span.start)
        )
    if not _OF_PLACE.fullmatch(quote.quote):
        return False
    before = text[max(0, quote.span.start - REACH) : quote.span.start]
    person = _PERSON.search(before)
    if person is None or _NO_PERSON.search(person.group()):
        return False
    if not (quote.quote.startswith("of ") or _OF.search(before)):
        return False
    start = quote.span.start - len(before) + person.start()
    return _overlaps((*claim.actors, *claim.harm), Span(start=start, end=quote.span.start))


_AMONG = re.compile(r"(?:,\s+|\band\s+|\b(?:named|called|including|identified\s+as)\s+)$")


def _is_among_people(text: str, start: int) -> bool:
    """True for a name in a list of names: ", Jan Novak of Poland and Ali Khan of Pakistan"."""
    return _AMONG.search(text, max(0, start - 20), start) is not None


def _overlaps(rows: Iterable[Actor | Harm], span: Span) -> bool:
    """True if one of the rows, of people, is told by the words at the place."""
    return any(
        quote.span.start < span.end and span.start < quote.span.end
        for row in rows
        if not (isinstance(row, Actor) and row.role == "target")
        for quote in row.evidence
    )
