"""Who is held for an act is no victim of it: "The army detained several suspects for the killing, including two officers".

The arrest is a claim of its own, and those behind "including" are among the arrested. What is only named as the reason stays
out where nothing is told of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_ends, sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Actor, Claim, Document, Evidence, Harm, Span, claim_id

SCORE = 0.6  # what a claim made by its words alone is worth
_HELD_FOR = Worded(
    "arrested detained apprehended",
    r"(?:(?P<doer>(?:[Tt]he\s+)?(?:[A-Z]\w+\s+)?(?:[Pp]olice|[Aa]uthorities|[Gg]overnment|[Ss]ecurity\s+forces|[Ss]oldiers|[Tt]roops|[Aa]rmy"
    r"|[Gg]endarmes|[Ii]nvestigators|[Dd]etectives|[Oo]fficials))(?:\s+in\s+[A-Z][\w’'-]+)?\s+(?:(?:have|has|had|also|later)\s+){0,2})?"
    r"\b(?P<act>arrested|detained|apprehended)\s+(?P<many>(?:at\s+least\s+)?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several"
    r"|many|\d{1,3})\s+(?P<who>(?:(?!(?:for|over|in|on|of)\b)[\w’'-]+\s+){0,2}?(?:suspects?|people|persons?|m[ae]n|wom[ae]n|officers|soldiers"
    r"|policemen|individuals|youths|students|members)))\s+(?:for|over|in\s+connection\s+with|on\s+suspicion\s+of|accused\s+of)\s+(?:the\s+|an?\s+)?"
    r"(?P<deed>killings?|murders?|assassination|attacks?|bombings?|shootings?|abductions?|kidnappings?|rapes?|massacre|lynching)\b",
)
_INCLUDING = re.compile(r",?\s+(?:including|among\s+them|one\s+of\s+them)\s")
# "The bombing that killed (12 people, including three children)": the dead are no arrested
_OF_THE_DEAD = re.compile(
    r"\b(?:kill(?:ed|ing)|murdered|massacred|wound(?:ed|ing)|injur(?:ed|ing)|left|leaving|claimed|maimed)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|several|many)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:additional|another|further|second|third|more)\s+(?:\w+\s+)?(?:suspects?|people|persons?|m[ae]n|officers?)\b"
)
_REASONS = frozenset("armed_attack killing bombing abduction sexual_violence".split())


def with_held_for(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and each such arrest that none of them tells; what people and data sets say (no score) stays."""
    made = list(claims)
    for found in _HELD_FOR.finditer(document.text):
        act, deed = Span(start=found.start("act"), end=found.end("act")), Span(start=found.start("deed"), end=found.end("deed"))
        if any(_tells(claim, act) and not _is_of_others(document, claim, act) for claim in made if claim.type == "detention"):
            continue
        at = next((at for at, claim in enumerate(made) if claim.type in _REASONS and _tells(claim, deed)), None)
        if at is None or made[at].score is None:
            continue
        reason = _without_held(document, made[at], found)
        made[at : at + 1] = [*([reason] if _is_told(reason) else []), _arrest(document, made[at], found)]
        made = [_without_other(document, claim, act) if claim.type == "detention" else claim for claim in made]
    return made


def _is_of_others(document: Document, claim: Claim, act: Span) -> bool:
    """True for the arrest of "an additional suspect" of another sentence, to which the words are counted."""
    start = sentence_start(document.text, claim.trigger.span.start)
    end = next((at for at in sentence_ends(document.text) if at > claim.trigger.span.end), len(document.text))
    return not start <= act.start < end and _FURTHER.search(document.text, start, end) is not None


def _without_other(document: Document, claim: Claim, act: Span) -> Claim:
    """The arrest of others without the telling of this one and the people of its sentence."""
    if claim.score is None or not _is_of_others(document, claim, act) or not _tells(claim, act):
        return claim
    start = sentence_start(document.text, act.start)
    body = Span(start=start, end=next((at for at in sentence_ends(document.text) if at > act.end), len(document.text)))
    left = tuple(quote for quote in claim.retellings if not body.contains(quote.span))
    actors = tuple(row for row in claim.actors if not row.evidence or not body.contains(row.evidence[0].span))
    return replace(claim, retellings=left, actors=actors)


def _tells(claim: Claim, span: Span) -> bool:
    tellings = (quote.span for quote in (claim.trigger, *claim.retellings))
    return any(told.start < span.end and span.start < told.end for told in tellings)


def _without_held(document: Document, claim: Claim, found: re.Match[str]) -> Claim:
    """The act without the people who are told behind "including" in the sentence of the arrest."""
    ends = sentence_ends(document.text)
    end = next((at for at in ends if at > found.end()), len(document.text))
    including = _INCLUDING.search(document.text, found.end(), end)
    if including is not None and _OF_THE_DEAD.search(document.text[found.end() : including.start()]):
        including = None
    start = sentence_start(document.text, found.start())
    held = [Span(start=start, end=found.end("many"))]
    held += [Span(start=including.start(), end=end)] if including is not None else []

    def is_held(quotes: Sequence[Evidence]) -> bool:
        return bool(quotes) and any(part.contains(quotes[0].span) for part in held)

    act = Span(start=found.start("act"), end=found.end("act"))
    left = tuple(quote for quote in claim.retellings if not quote.span.contains(act) and not act.contains(quote.span))
    actors = tuple(row for row in claim.actors if not is_held(row.evidence))
    rows = {at for at, row in enumerate(claim.harm) if is_held(row.evidence)}
    return replace(claim, actors=actors, harm=without_rows(claim.harm, rows), retellings=left)


def _is_told(claim: Claim) -> bool:
    """True for an act of which something is told: a day, a place, somebody, or another telling."""
    return bool(claim.when or claim.where or claim.actors or claim.harm or claim.retellings)


def _arrest(document: Document, claim: Claim, found: re.Match[str]) -> Claim:
    trigger, many = document.quote(*found.span("act")), document.quote(*found.span("many"))
    actors = [_actor(document, "victim", found.span("who"), "unknown")]
    if found["doer"]:
        actors.append(_actor(document, "perpetrator", found.span("doer"), "officials"))
    held = Harm(effect="detained", raw=many.quote, count=None, group=None, group_type="unknown", evidence=(many,), score=SCORE)
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type="detention", trigger=trigger),
        type="detention",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        retellings=(),
        when=None,
        where=None,
        actors=tuple(actors),
        harm=(held,),
        means=(),
        speakers=(),
        score=SCORE,
    )


def _actor(document: Document, role: str, span: tuple[int, int], kind: str) -> Actor:
    quote = document.quote(*span)
    return Actor(role=role, raw=quote.quote, name=None, type=kind, evidence=(quote,), score=SCORE)
