"""An act in several places is one claim each: "Rebels attacked Goma, Sake and Kibumba", "clashes in Hebron and Nablus".

Of 32 hand-coded lists of three or more places behind an act 19 have a claim for each place, eight of them beside an `aggregate`
that holds a number; two have one for some. Of the eleven with one claim six are totals over weeks or years, two have a region
of two names in them ("Jammu and Kashmir"). Of 46 claims in two places joined by "and" 26 are pairs, twelve of them
beside an `aggregate` that holds a number; the others lie between the two, or in a region of two names.

Where each place has its number ("killing three and five people"), it goes with its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Actor, Claim, Document, Harm, Place, Slot, Span, claim_id

REACH = 200  # characters to either side of a place in which the rest of its list stands
SCORE = 0.6  # what a claim made by its words alone is worth
_NAME = r"(?:[Aa]l-|[Ee]l-)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
_VERB = (
    r"(?:attacked|shelled|bombed|bombarded|bombarding|shelling|bombing|raided|raiding|stormed|struck|hit|looted|burned|burnt|ambushed"
    r"|attacking|seized|captured|recaptured|retook|overran)"
)
_LIST = re.compile(
    rf"\b(?P<lead>(?:in|at|near|on)\s+|{_VERB}\s+)"
    r"(?:(?P<kind>the\s+(?:[A-Za-z]+\s+)?(?:towns|villages|cities|camps|hamlets|settlements|districts)\s+of)\s+)?"
    rf"(?P<all>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})"
    r"(?![\w’-])(?!'s|,\s+[A-Z]|\s+(?:[A-Z]|troops|police|militia|army|people|men|women"
    r"|(?!(?:was|has|is|as|this|towns|cities|provinces|districts|regions|counties|governorates|camps|states|areas|townships)\b)[a-z]+s\b))"
)
_PART = re.compile(_NAME)
_BARE_NUMBER = re.compile(r"\d[\d,]*|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and\s+)?")
# names of one region, and of days
_ONE_NAME = re.compile(
    r"\b(?:Jammu and Kashmir|Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|Sistan and Balu\w+|Saint \w+ and"
    r"|Kohgiluyeh and|Chahar\w+ and|Newfoundland and|Tyne and Wear|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# "North and South Kivu" names one of them by half
_HALF = re.compile(
    r"(?:North|South|East|West|Central|Upper|Lower|Greater|Inner|Outer|Northern|Southern|Eastern|Western|Old|New)\s+and\b|.*\sand\s"
    r"(?:Herzegovina|Tobago|Barbuda|Nevis|Principe|Caicos|Futuna|Montenegro|Miquelon|Pakhtunkhwa)\b"
)
# What may stand behind two places: "in Kabul and Karzai said" goes on with somebody
_ENDS = re.compile(
    r"\s*(?:[,.;:)\n]|$)|\s+(?:on|in|at|by|during|after|before|late|early|overnight|when|while|as|since|over|against|with|for|from|this"
    r"|last|yesterday|today|to|where|until|(?:\w+\s+)?(?:towns|cities|provinces|districts|regions|counties|governorates|camps|states"
    r"|areas|townships))\b"
)
_TITLE = re.compile(
    r"(?:President|Prime|Minister|Mr|Mrs|Ms|Dr|General|Gen|Colonel|Col|Major|Captain|Sheikh|Sultan|King|Queen|Prince|Pope|Bishop|Imam"
    r"|Governor|Senator|Secretary|Ambassador|Judge|Lieutenant|Sergeant|Commander)\b"
)
_LEADS = ("in", "at", "near", "on")
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
    if claim.score is None or claim.scope == "aggregate" or where is None or len(where.evidence) != 1:
        return None
    if claim.type == "agreement" or claim.status == "attempted" or (_counts(claim) and not _numbers(document.text, claim)):
        return None
    text, span = document.text, where.evidence[0].span
    if sentence_at(text, span.start) != sentence_at(text, claim.trigger.span.start):
        return None
    for found in _LIST.finditer(text, max(sentence_start(text, span.start), span.start - REACH), span.end + REACH):
        whole = Span(start=found.start(), end=found.end())
        one_name = _ONE_NAME.search(found["all"]) or _HALF.match(found["all"])
        if len(_places(text, found)) == 2 and not _are_two_places(text, claim, found):
            continue
        if whole.contains(span) and claim.trigger.span.start < found.start("all") and not one_name:
            return found if not _counts(claim) or len(_numbers(text, claim)) == len(_places(text, found)) else None
    return None


def _are_two_places(text: str, claim: Claim, found: re.Match[str]) -> bool:
    """True for "in Hebron and Nablus on Friday", where no sentence goes on with somebody of another name."""
    if _ENDS.match(text, found.end()) is None:
        return False
    second = _places(text, found)[1]
    quotes = [quote for row in claim.actors if row.role not in _DIRECT for quote in row.evidence]
    quotes += [quote for row in claim.speakers for quote in row.evidence]
    named = any(second.overlaps(quote.span) for quote in quotes)
    return not named and _TITLE.match(text, second.start) is None


def _places(text: str, found: re.Match[str]) -> list[Span]:
    parts = _PART.finditer(text, found.start("all"), found.end("all"))
    return [Span(start=part.start(), end=part.end()) for part in parts if part.group() != "and"]


def _numbers(text: str, claim: Claim) -> list[Harm]:
    """The rows of "killing three and five people", one for each place of a list, if the claim has no other number."""
    rows = [row for row in claim.harm if parse_count(row.raw).low]
    if len(rows) < 2 or not all(row.evidence for row in rows):
        return []
    rows.sort(key=lambda row: row.evidence[0].span.start)
    if len({row.effect for row in rows}) > 1 or any(row.part_of is not None for row in rows):
        return []
    gaps = [text[a.evidence[0].span.end : b.evidence[0].span.start] for a, b in pairwise(rows)]
    told = all(_BARE_NUMBER.fullmatch(row.raw) for row in rows[:-1]) and all(_AND.fullmatch(gap) for gap in gaps)
    return rows if told else []


def _counts(claim: Claim) -> bool:
    """True where a number of people is told, which is then of all the places together."""
    return any(parse_count(row.raw).low for row in claim.harm)


def _lies_in(claim: Claim, found: re.Match[str]) -> bool:
    where = claim.where
    return where is not None and any(
        found.start() <= quote.span.start and quote.span.end <= found.end() for quote in where.evidence
    )


def _at_each(document: Document, claim: Claim, found: re.Match[str]) -> list[Claim]:
    first, *others = _places(document.text, found)
    numbers = _numbers(document.text, claim)
    own: list[tuple[Harm, ...]] = [(row,) for row in numbers] or [claim.harm] * (1 + len(others))
    listed = Span(start=found.start("all"), end=found.end("all"))
    own_words = found["lead"].strip().lower() in _LEADS and found["kind"] is None
    head = Span(start=found.start("lead") if own_words else first.start, end=first.end)
    near = found["lead"] if found["lead"].strip().lower() == "near" else ""
    return [
        replace(claim, where=_place(document, head), actors=_hit_at(document, claim, first, listed), harm=own[0]),
        *(
            _other(document, replace(claim, actors=_hit_at(document, claim, place, listed), harm=harm), place, near)
            for place, harm in zip(others, own[1:], strict=True)
        ),
    ]


def _hit_at(document: Document, claim: Claim, place: Span, listed: Span) -> tuple[Actor, ...]:
    """The actors, of those struck in the list only this place."""
    made: list[Actor] = []
    for row in claim.actors:
        told = [quote.span for quote in row.evidence]
        if row.score is None or row.role not in _DIRECT or not any(listed.overlaps(span) for span in told):
            made.append(row)
        elif any(place.overlaps(span) for span in told):
            quote = document.quote(place.start, place.end)
            whole = any(listed.contains(span) for span in told)
            made.append(replace(row, raw=quote.quote, evidence=(quote,)) if whole else row)
    return tuple(made)


def _other(document: Document, claim: Claim, place: Span, lead: str) -> Claim:
    trigger = document.quote(place.start, place.end)
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type=claim.type, trigger=trigger),
        trigger=trigger,
        retellings=(),
        where=_place(document, place, lead),
        score=SCORE,
    )


def _place(document: Document, place: Span, lead: str = "") -> Slot[Place]:
    quote = document.quote(place.start, place.end)
    return Slot(raw=lead + quote.quote, value=None, evidence=(quote,), score=SCORE)
