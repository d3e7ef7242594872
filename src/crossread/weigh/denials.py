"""What a denial denies: that it happened, or only that the party named did it."""

from __future__ import annotations

from collections.abc import Iterator

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.codebook.actor_registry import SAME
from crossread.codebook.states import are_part_and_whole
from crossread.records import Actor, Claim
from crossread.weigh.case import Case, fold

_FORCES = ("state_forces", "police")  # of the country: who they are is told without a name
REACH = 300  # characters of a denier's sentence to either side of its name
_END = re.compile(r"(?<!\b[A-Z])[.!?][\"”’')]*\s|\n")
_OF_DOING = re.compile(
    r"\b(?:involve(?:d|ment)|responsib\w+|participat\w+|nothing\s+(?:\w+\s+){0,2}to\s+do|behind\s+(?:it|the|this|them)|guilty|innocent"
    r"|(?:no|any|a)\s+(?:\w+\s+)?(?:hand|part|role|share|link|connection)|distanc\w+|(?:the\s+)?(?:work|doing)\s+of)\b",
    re.IGNORECASE,
)
_ACTS = (
    r"(?:attacks?|(?:air\s?)?strikes?|killings?|incidents?|shootings?|shelling|bombings?|beatings?|rapes?|massacres?|clash(?:es)?"
    r"|battles?|arrests?|abductions?|executions?|raids?|operations?|torture|fighting|explosions?|blasts?|disappearances?)"
)
_OF_EVENT = re.compile(
    rf"\b(?:no\s+(?:such|(?:\w+\s+)?{_ACTS})|there\s+(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+(?:no|never)"
    r"|(?:did|has|had|have)(?:\s+not|n['’]t|\s+never)\s+(?:taken?\s+place|happen(?:ed)?|occur(?:red)?)"
    r"|never\s+(?:happened|took\s+place|taken\s+place|occurred|existed)|nothing\s+of\s+the\s+(?:kind|sort)|nothing\s+(?:had\s+)?happened"
    r"|(?:nobody|no\s*body|no\s+(?:one|civilians?|people|person|villagers?|prisoners?|detainees?|soldiers?))\s+(?:had\s+been|has\s+been|was|were|died|had\s+died)"
    r"|fabricat\w+|invent(?:ed|ion)|hoax|fake|falsehoods?|untrue|not\s+true|an?\s+(?:fable|lie|rumou?r|fantasy)|rumou?rs?|is\s+alive"
    rf"|den(?:ied|ies|y|ying)\s+(?:\w+ly\s+)?(?:(?:that\s+)?(?:there\s+had\s+been\s+|there\s+were\s+)?(?:any|the|such)\s+)(?:\w+\s+)?{_ACTS})\b",
    re.IGNORECASE,
)


def denies_doing(claim: Claim, case: Case) -> bool:
    """True for a claim told as denied of which only is denied who did it: there is an accused, or the deniers had no part.

    Of 761 hand-coded claims told as denied 472 have an accused, of which 46 are denied in words that say that nothing happened;
    of the others 16 are denied by who had no part in it. Where the report's words are not at hand, the accused decides.
    """
    if claim.stance != "denied":
        return False
    told = " ".join(_sentences(claim, case))
    if _OF_DOING.search(told):
        return True
    return any(actor.role == "accused" for actor in claim.actors) and not _OF_EVENT.search(told)


def is_denied_by_doer(actor: Actor, claim: Claim) -> bool:
    """True where the doer of another account denies in the claim: by name, or as the force of a state that only kind tells.

    "The army" is one in all accounts of an incident, where none tells whose; "rebels" and "gunmen" may be these or those. What
    is laid on a state its army denies, and the other way round.
    """
    if actor.name and (is_denied_by(actor.name, claim) or denier_for(actor, claim) is not None):
        return True
    if claim.stance != "denied" or actor.type not in _FORCES or actor.name:
        return False
    return any(row.role == "accused" and row.type == actor.type and not row.name for row in claim.actors)


def denier_for(actor: Actor, claim: Claim) -> Actor | None:
    """The party that denies for the actor in the claim: the state for its army, or the army for its state."""
    if claim.stance != "denied" or not actor.name:
        return None
    accused = (row for row in claim.actors if row.role == "accused" and row.name)
    return next((row for row in accused if are_part_and_whole(actor, row) and is_denied_by(str(row.name), claim)), None)


def is_denied_by(name: str, claim: Claim) -> bool:
    """True where the party denies in the claim: as one who denies, or as accused of what is only told as denied.

    Whom the denier accuses in its turn denies nothing by that.
    """
    told = list_deniers(claim)
    accused = [x for x in claim.actors if x.role == "accused" and claim.stance == "denied"]
    told += [x.name or x.raw for x in accused if not is_accused_in_turn(x, claim)]
    registry = ActorRegistry.load()
    return any(fold(name) == fold(other) or registry.same_actor(name, other) == SAME for other in told)


def is_accused_in_turn(actor: Actor, claim: Claim) -> bool:
    """True for the army of "the RSF denied having shelled it and accused the army": another accused of the claim denies.

    Not for the army where its state denies, or the other way round, nor where a denier is none of the accused by name: of nine
    hand-coded claims told as denied of which one accused denies and another does not by that name, two others do by a name that
    no accused has.
    """
    deniers = list_deniers(claim)
    if actor.role != "accused" or not deniers or _is_among(actor, deniers):
        return False
    others = [row for row in claim.actors if row.role == "accused" and _is_among(row, deniers)]
    known = all(any(_is_among(row, [name]) for row in others) for name in deniers)
    return known and not any(are_part_and_whole(actor, row) for row in others)


def _is_among(actor: Actor, names: list[str]) -> bool:
    """True where one of the names is the party's, or the words that the report has for it."""
    registry = ActorRegistry.load()
    own = (fold(actor.raw), fold(actor.name or ""))
    return any(fold(name) in own or (actor.name and registry.same_actor(actor.name, name) == SAME) for name in names)


def list_deniers(claim: Claim) -> list[str]:
    """Who denies in the claim, by name; "our forces" by the name that the claim has for them."""
    found = []
    for speaker in claim.speakers:
        if speaker.role == "denies":
            same = (actor.name for actor in claim.actors if actor.name and fold(actor.raw) == fold(speaker.raw))
            found.append(speaker.name or next(same, speaker.raw))
    return found


def takes_back(name: str, claim: Claim) -> bool:
    """True for a claim in which the party stands accused and denies, whatever else it is told to say there.

    A party that claims an attack and denies that it hit civilians is not accused of the attack.
    """
    registry = ActorRegistry.load()

    def same(other: str) -> bool:
        return fold(name) == fold(other) or registry.same_actor(name, other) == SAME

    accused = any(row.role == "accused" and same(row.name or row.raw) for row in claim.actors)
    return accused and any(same(other) for other in list_deniers(claim))


def accuses_beside(actor: Actor, claim: Claim, case: Case) -> bool:
    """True where somebody else accuses the party in the claim: one whose sentence names it, or of whom no words are at hand."""
    registry, document = ActorRegistry.load(), case.documents.get(claim.document_id)
    for speaker in claim.speakers:
        name = speaker.name or speaker.raw
        if speaker.role != "accuses" or fold(name) in (fold(actor.raw), fold(actor.name or "")):
            continue
        if actor.name and registry.same_actor(actor.name, name) == SAME:
            continue
        if document is None or not speaker.evidence or not actor.evidence:
            return True
        here = speaker.evidence[0].span.start
        spans = [sorted((here, row.span.start)) for row in actor.evidence]
        if any(not _END.search(document.text, *span) for span in spans):
            return True
    return False


def _sentences(claim: Claim, case: Case) -> Iterator[str]:
    """The sentences in which those who deny are named."""
    document = case.documents.get(claim.document_id)
    quotes = [row.evidence[0].span for row in claim.speakers if row.role == "denies" and row.evidence] if document else []
    for span in quotes:
        assert document is not None
        before = document.text[max(0, span.start - REACH) : span.start]
        ends = [match.end() for match in _END.finditer(before)]
        after = document.text[span.start : span.end + REACH]
        stop = _END.search(after, span.end - span.start)
        yield (before[ends[-1] :] if ends else before) + (after[: stop.start()] if stop else after)
