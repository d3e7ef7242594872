"""Which words of a claim are for its place: made whole, and none where they only tell whose base or whose name it is."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.dates.anchors import lies_in_dateline
from crossread.normalize.places.buried import without_burial
from crossread.normalize.places.hospital import without_hospital
from crossread.normalize.places.launched import is_launch_site
from crossread.normalize.places.resolving import DocumentPlaces
from crossread.normalize.places.seats import is_seat_of_speaker
from crossread.normalize.places.teller import without_seat_of_teller
from crossread.records import Claim, Document, Place, Slot, Span
from crossread.records.roles import ACTIVE_ROLES

_BASED = re.compile(
    r",?\s+(?:(?:which|who|that)\s+(?:is|are|was|were)\s+)?(?:based|headquartered)\s+(?:(?:out\s+of|in|at|near)\s+)?$"
)
_FORCE = re.compile(r"\b(?:battalion|brigade|regiment|unit|division|squadron|militia|group|company|platoon)s?$", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:in|at|near|from|to|of|on|around|outside|inside|off|into|through|towards?|across|between)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"^[Tt]he\s+")
_PREPOSITION = re.compile(rf"\b{_LEADS.pattern}\s+(?:the\s+)?$", re.IGNORECASE)
# "The American deaths", "French casualties on Sunday": whose dead, wherever they fell; none of 13,345 coded places is so told
_WHOSE_DEAD = re.compile(
    r"['’]?s?(?:-led)?\s+(?:(?:combat|military|troop|service|battle|civilian|hostile)\s+)?"
    r"(?:deaths|casualties|losses|fatalities|dead|wounded|nationals|citizens|tourists|peacekeepers|contingents?)\b(?!\s+tolls?)"
)
CROWDS = ("protesters", "rioters")  # "Chavistas took to the streets"
NEAR = 60  # characters behind the name of a force in which "based in" tells where it lies


def told_place(document: Document, claim: Claim, places: DocumentPlaces) -> Slot[Place] | None:
    """The where slot made whole, or None: its words are a person, a teller, whose dead they are, or where a doer or a speaker
    sits or fires from, or where the report was written.

    Of 3,501 hand-coded claims of 798 reports with a dateline one has its city, and 1,030 have no place. What people and data
    sets say (with a value) stays.
    """
    slot = claim.where
    if slot is None or slot.value is not None or not slot.evidence:
        return slot
    span = slot.evidence[0].span
    seat = claim.score is not None and is_seat_of_speaker(document.text, span, claim.trigger.span)
    seat = seat or _is_whose_dead(document.text, span) or (claim.score is not None and places.only_tells(slot.raw))
    if seat or _is_base_of_doer(document, claim, span) or _is_person(document, claim, span):
        return None
    if is_launch_site(document, claim, span) or (claim.score is not None and lies_in_dateline(document.text, span)):
        return None
    at_home = without_seat_of_teller(document, claim, slot)
    unburied = without_burial(document, claim, at_home, places) if at_home is not None else None
    of_act = without_hospital(document, claim, unburied) if unburied is not None else None
    return _whole_name(document, of_act, places) if of_act is not None else None


def _is_whose_dead(text: str, span: Span) -> bool:
    """True for the bare adjective of a nation before its dead or its people."""
    words = _ARTICLE.sub("", text[span.start : span.end])
    nation = MentionWords.load().nations.get(fold_name(words))
    if nation is None or (nation[1] != "adjective" and "." not in words):
        return False
    return _WHOSE_DEAD.match(text, span.end) is not None


def _is_base_of_doer(document: Document, claim: Claim, span: Span) -> bool:
    """True for the "Sévaré" of "were killed by a battalion based in Sévaré", not for soldiers based there who were attacked."""
    based = _BASED.search(document.text[max(0, span.start - NEAR) : span.start])
    if based is None:
        return False
    end = span.start - (len(based.string) - based.start())
    doer = any(abs(e.span.end - end) <= 1 for actor in claim.actors if actor.role in ACTIVE_ROLES for e in actor.evidence)
    hurt = any(
        e.span.end >= end - 1 and e.span.start < end for a in claim.actors if a.role not in ACTIVE_ROLES for e in a.evidence
    )
    return doer or (not hurt and _FORCE.search(document.text[max(0, end - NEAR) : end]) is not None)


def _is_person(document: Document, claim: Claim, span: Span) -> bool:
    """True for the "Mboh" of "forces detained Mboh": the same words suffered or marched, and no preposition leads to them."""
    if _LEADS.match(document.text, span.start) or _PREPOSITION.search(document.text[max(0, span.start - 12) : span.start]):
        return False
    people = (a for a in claim.actors if (a.role == "victim" and a.type != "object") or a.type in CROWDS)
    return any(evidence.span == span for actor in people for evidence in actor.evidence)


def _whole_name(document: Document, slot: Slot[Place], places: DocumentPlaces) -> Slot[Place]:
    """The slot widened to the name it is cut out of: "in Finote" of "in Finote Selam" is that town."""
    span = slot.evidence[0].span
    end = places.whole_end(start=span.start, end=span.end)
    if end == span.end:
        return slot
    evidence = document.quote(span.start, end)
    return replace(slot, raw=evidence.quote, evidence=(evidence, *slot.evidence[1:]))
