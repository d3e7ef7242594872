"""An act in several places is one claim each: "Rebels attacked Goma, Sake and Kibumba", "clashes in Hebron, Nablus and Budrus".

Of 32 hand-coded lists of three or more places behind an act 19 have a claim for each place, eight of them beside an `aggregate`
that holds a number; two have one for some. Of the eleven with one claim six are totals over weeks or years, two have a region
of two names in them ("Jammu and Kashmir").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Claim, Document, Place, Slot, Span, claim_id

REACH = 200  # characters to either side of a place in which the rest of its list stands
SCORE = 0.6  # what a claim made by its words alone is worth
_NAME = r"(?:[Aa]l-|[Ee]l-)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
_VERB = (
    r"(?:attacked|shelled|bombed|bombarded|bombarding|shelling|bombing|raided|raiding|stormed|struck|hit|looted|burned|burnt|ambushed"
    r"|attacking)"
)
_LIST = re.compile(
    rf"\b(?P<lead>(?:in|at|near|on)\s+|{_VERB}\s+)"
    r"(?:(?P<kind>the\s+(?:[A-Za-z]+\s+)?(?:towns|villages|cities|camps|hamlets|settlements|districts)\s+of)\s+)?"
    rf"(?P<all>{_NAME}(?:,\s+{_NAME})+,?\s+and\s+{_NAME})"
    r"(?![\w’-])(?!'s|,\s+[A-Z]|\s+(?:[A-Z]|troops|police|militia|army|people|men|women"
    r"|(?!(?:was|has|is|as|this|towns|cities|provinces|districts|regions|counties|governorates|camps|states|areas|townships)\b)[a-z]+s\b))"
)
_PART = re.compile(_NAME)
# names of one region, and of days
_ONE_NAME = re.compile(
    r"\b(?:Jammu and Kashmir|Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|Sistan and Balu\w+|Saint \w+ and"
    r"|Kohgiluyeh and|Chahar\w+ and|Newfoundland and|Tyne and Wear|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DIRECT = frozenset({"target", "victim", "bystander"})


def with_each_place(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, one that lies in a list of places as one for each; what people and data sets say (no score) stays.

    Not where a number of people is told of all the places together, where the act goes on over a time (`aggregate`), or where
    another claim of its kind already lies in one of them.
    """
    made: list[Claim] = []
    for claim in claims:
        found = _list_of(document, claim)
        taken = found is not None and any(
            other is not claim and other.type == claim.type and _lies_in(other, found) for other in claims
        )
        made += [claim] if found is None or taken else _at_each(document, claim, found)
    return made


def _list_of(document: Document, claim: Claim) -> re.Match[str] | None:
    """The list in the sentence of the act in which its place stands."""
    where = claim.where
    if claim.score is None or claim.scope == "aggregate" or where is None or len(where.evidence) != 1 or _counts(claim):
        return None
    text, span = document.text, where.evidence[0].span
    if sentence_at(text, span.start) != sentence_at(text, claim.trigger.span.start):
        return None
    for found in _LIST.finditer(text, max(sentence_start(text, span.start), span.start - REACH), span.end + REACH):
        whole = Span(start=found.start(), end=found.end())
        if whole.contains(span) and claim.trigger.span.start < found.start("all") and not _ONE_NAME.search(found["all"]):
            return found
    return None


def _counts(claim: Claim) -> bool:
    """True where a number of people is told, which is then of all the places together."""
    return any(parse_count(row.raw).low for row in claim.harm)


def _lies_in(claim: Claim, found: re.Match[str]) -> bool:
    where = claim.where
    return where is not None and any(
        found.start() <= quote.span.start and quote.span.end <= found.end() for quote in where.evidence
    )


def _at_each(document: Document, claim: Claim, found: re.Match[str]) -> list[Claim]:
    first, *others = [
        Span(start=part.start(), end=part.end())
        for part in _PART.finditer(document.text, found.start("all"), found.end("all"))
        if part.group() != "and"
    ]
    listed = Span(start=found.start("all"), end=found.end("all"))
    actors = tuple(
        row
        for row in claim.actors
        if row.score is None or row.role not in _DIRECT or not any(listed.overlaps(quote.span) for quote in row.evidence)
    )
    return [
        replace(claim, where=_place(document, first)),
        *(_other(document, replace(claim, actors=actors), place) for place in others),
    ]


def _other(document: Document, claim: Claim, place: Span) -> Claim:
    trigger = document.quote(place.start, place.end)
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type=claim.type, trigger=trigger),
        trigger=trigger,
        retellings=(),
        where=_place(document, place),
        score=SCORE,
    )


def _place(document: Document, place: Span) -> Slot[Place]:
    quote = document.quote(place.start, place.end)
    return Slot(raw=quote.quote, value=None, evidence=(quote,), score=SCORE)
