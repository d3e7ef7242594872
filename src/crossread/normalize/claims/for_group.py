"""Who speaks for a group claims for it: "Abu Musab, a spokesman for al Shabaab" makes the group the claimant.

Of 22 hand-coded speakers told beside their name to speak for a group that claims the act all have the role `claims`, those who
deny or accuse left out; so have all 14 whose own words name a claimant's group ("a Taliban spokesman").
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Evidence, Speaker

SCORE = 0.6  # what a speaker found by his words alone is worth
_PERSON = re.compile(r"[A-Z][\w'’-]+(?:\s(?:[A-Z][\w'’.-]+|al|bin|ibn|ag|ould|de|van))*")
_GROUP = r"(?:the\s+)?(?P<group>(?:[Aa]l[- ])?[A-Z][\w’-]*(?:[ -][A-Z][\w-]*)*)"
_SPOKESMAN = r"spokes(?:man|woman|person)\b"
_FOR = re.compile(rf",\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?{_SPOKESMAN}\s+(?:for|of)\s+{_GROUP}")
_WHOSE = re.compile(rf",\s+{_GROUP}['’]s?\s+(?:[\w-]+\s+){{0,3}}?{_SPOKESMAN}")
_OF_GROUP = re.compile(
    rf",\s+(?:the|that)\s+(?:group|movement|militia|organi[sz]ation)['’]s\s+(?:[\w-]+\s+){{0,3}}?{_SPOKESMAN}"
)
# "(Al-Shabaab) spokesman Ali Dhere", as the words of the speaker
_GROUPS_OWN = re.compile(rf"(?:(?:[Aa]n?|[Tt]he)\s+)?(?!(?:An?|The)\s){_GROUP}(?:['’]s?)?\s+(?:[a-z-]+\s+){{0,2}}{_SPOKESMAN}")
# "Its spokesman, (Ali Dhere)", "the group's spokesman, (Ali Dhere)"
_ITS = re.compile(
    rf"\b(?:[Ii]ts|[Tt]heir|[Tt]he\s+(?:group|movement|militia|organi[sz]ation)['’]s)\s+(?:[\w-]+\s+){{0,3}}?{_SPOKESMAN}(?:\s+at\s+the\s+time)?,?\s+$"
)
# "Its spokesman, Ali Dhere, said in a message that the group had killed (more than 100)"
_BOASTS = re.compile(
    rf"\b(?:[Ii]ts|[Tt]heir|[Tt]he\s+(?:group|movement|militia|organi[sz]ation)['’]s)\s+(?:[\w-]+\s+){{0,3}}?{_SPOKESMAN}"
    rf"(?:\s+at\s+the\s+time)?,?\s+(?P<who>{_PERSON.pattern}),?\s+(?:said|says|told|claimed|boasted|announced|declared)\b"
    r"[^.;!?]{0,60}?\b(?:the\s+(?:group|movement|fighters)|it|they|(?:its|their)\s+\w+)\s+(?:(?:had|have|has)\s+)?(?:kill|wound|injur)\w*\s+"
    r"(?:at\s+least\s+|about\s+|some\s+|more\s+than\s+|over\s+)?$"
)
_LEAD = 60  # characters before a name in which his office stands


def settle_spokesmen(document: Document, claim: Claim) -> Claim:
    """The claim with the group that a spokesman is told to speak for as claimant, and with him as claiming for it.

    Only a bare name gives way to the group's; a leader who "ordered both" claims them himself. What people and data sets say
    (no score) stays.
    """
    if claim.score is None:
        return claim
    actors = _with_groups(document, claim.actors)
    claimants = [row.raw for row in actors if row.role == "claimant"]
    speakers = tuple(_for_claimant(document, row, claimants) for row in _with_boasters(document, claim, claimants))
    return claim if (actors, speakers) == (claim.actors, claim.speakers) else replace(claim, actors=actors, speakers=speakers)


def _with_groups(document: Document, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors with the spokesman's group for himself, once; none for "the group's spokesman" beside another claimant."""
    others = [row for row in actors if row.role == "claimant" and _group_of(document, row) is None]
    found: list[Actor] = []
    for row in actors:
        group = _group_of(document, row)
        if group is None or row.role != "claimant" or row.score is None:
            found.append(row)
            continue
        words = group.quote
        known = any(_is_one(words, other.raw) for other in (*others, *(one for one in found if one.role == "claimant")))
        if not known:
            found.append(replace(row, raw=words, evidence=(group,)))
    return tuple(found)


def _with_boasters(document: Document, claim: Claim, claimants: list[str]) -> tuple[Speaker, ...]:
    """The speakers, with the claimant's spokesman who tells in a sentence of his own whom it killed, and is none yet."""
    found = list(claim.speakers)
    for row in claim.harm if len(claimants) == 1 else ():
        if row.score is None or not row.evidence:
            continue
        start = row.evidence[0].span.start
        first = sentence_start(document.text, start)
        told = _BOASTS.search(document.text, first, start)
        if told is None or any(first <= quote.span.start < start for one in found for quote in one.evidence):
            continue
        who = document.quote(*told.span("who"))
        found.append(Speaker(role="claims", raw=who.quote, evidence=(who,), score=SCORE))
    return tuple(found)


def _group_of(document: Document, row: Actor | Speaker) -> Evidence | None:
    """The words of the group that the bare name of a person is told to speak for."""
    if not row.evidence or _PERSON.fullmatch(row.raw) is None:
        return None
    end = row.evidence[0].span.end
    told = _FOR.match(document.text, end) or _WHOSE.match(document.text, end)
    return document.quote(*told.span("group")) if told is not None else None


def _for_claimant(document: Document, row: Speaker, claimants: list[str]) -> Speaker:
    """The speaker as one who claims, where he speaks for one who claims the act."""
    if row.role != "reports" or row.score is None or not claimants or not row.evidence:
        return row
    group, own = _group_of(document, row), _GROUPS_OWN.match(row.raw)
    words = group.quote if group is not None else own["group"] if own is not None else None
    of_the_group = len(claimants) == 1 and _is_of_the_group(document.text, row)
    told = of_the_group or (words is not None and any(_is_one(words, raw) for raw in claimants))
    return replace(row, role="claims") if told else row


def _is_of_the_group(text: str, row: Speaker) -> bool:
    """True for a name beside "the group's spokesman", or behind "its spokesman" in the sentence after the group's."""
    span = row.evidence[0].span
    if _OF_GROUP.match(text, span.end) is not None:
        return True
    return _PERSON.fullmatch(row.raw) is not None and _ITS.search(text[max(0, span.start - _LEAD) : span.start]) is not None


def _is_one(one: str, other: str) -> bool:
    first, second = one.lower().replace("-", " "), other.lower().replace("-", " ")
    return first in second or second in first
