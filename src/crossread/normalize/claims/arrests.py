"""An arrest told in a sentence of its own is another act: "Gunmen shot a priest. Police say two suspects were arrested".

Of 43 hand-coded times that "two suspects (men, people …) were arrested" 35 are detentions of their own; the others stand beside
protests or are no arrests at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.held_for import with_held_for
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_end, sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Actor, Claim, Document, Harm, Span, claim_id

SCORE = 0.6  # what a claim made by its words alone is worth
_ARRESTED = Worded(
    "arrested detained",
    r"(?P<many>(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3}|[Ss]everal|[Aa])\s+(?:\w+\s+)?"
    r"(?P<who>suspects?|people|m[ae]n|persons?|wom[ae]n))\s+(?:was|were|(?:has|have|had)\s+been)\s+(?:later\s+|also\s+|since\s+)?"
    r"(?P<act>arrested|detained)\b(?!\s+in\s+hospital)",
)
_ATTACKS = frozenset("armed_attack killing bombing shelling abduction arson looting destruction sexual_violence".split())


def with_arrests(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and each such arrest in one of its own, where it was told as part of an attack of another sentence.

    So of suspects who are held for an attack of the same sentence (`with_held_for`).
    What people and data sets say (no score) stays.
    """
    made = with_held_for(document, claims)
    for found in _ARRESTED.finditer(document.text):
        end = sentence_end(document.text, found.end())
        body = Span(start=sentence_start(document.text, found.start()), end=end)
        act = Span(start=found.start("act"), end=found.end("act"))
        if any(body.contains(claim.trigger.span) for claim in made):
            continue
        at = next((at for at, claim in enumerate(made) if _retells(claim, act)), None)
        if at is not None:
            made[at : at + 1] = _parted(document, made[at], found, body)
    return made


def _retells(claim: Claim, act: Span) -> bool:
    if claim.score is None or claim.type not in _ATTACKS or claim.scope == "aggregate":
        return False
    return any(act.contains(quote.span) or quote.span.contains(act) for quote in claim.retellings)


def _parted(document: Document, claim: Claim, found: re.Match[str], body: Span) -> list[Claim]:
    """The claim without what is told in the sentence, and the arrest with those arrested and those who say so.

    Where the sentence tells harm of the attack, too ("six were killed, and 70 people were arrested"), that stays with it.
    """
    held = Span(start=found.start("many"), end=found.end("many"))
    inside = {at for at, row in enumerate(claim.harm) if row.evidence and held.contains(row.evidence[0].span)}
    mixed = any(row.evidence and body.contains(row.evidence[0].span) and at not in inside for at, row in enumerate(claim.harm))
    part = held if mixed else body
    told = tuple(row for row in claim.actors if row.evidence and all(part.contains(quote.span) for quote in row.evidence))
    voices = tuple(row for row in claim.speakers if any(body.contains(quote.span) for quote in row.evidence))
    others = tuple(row for row in claim.speakers if mixed or not all(body.contains(quote.span) for quote in row.evidence))
    trigger, many = document.quote(*found.span("act")), document.quote(*found.span("many"))
    who = document.quote(*found.span("who"))
    harm = without_rows(claim.harm, set(range(len(claim.harm))) - inside)
    taken = harm or (
        Harm(effect="detained", raw=many.quote, count=None, group=None, group_type="unknown", evidence=(many,), score=SCORE),
    )
    victim = Actor(role="victim", raw=who.quote, name=None, type="unknown", evidence=(who,), score=SCORE)
    arrest = replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type="detention", trigger=trigger),
        type="detention",
        scope="incident",
        status="accomplished",
        stance="attributed" if voices else "asserted",
        trigger=trigger,
        retellings=(),
        when=None,
        where=None,
        actors=(victim,),
        harm=taken,
        means=(),
        speakers=tuple(replace(row, role="reports") for row in voices),
        score=SCORE,
    )
    rest = tuple(row for row in claim.actors if row not in told)
    gone = trigger.span if mixed else body
    left = tuple(quote for quote in claim.retellings if not gone.contains(quote.span))
    stance = "asserted" if claim.stance == "attributed" and not others and voices else claim.stance
    harm = without_rows(claim.harm, inside)
    return [replace(claim, actors=rest, harm=harm, speakers=others, retellings=left, stance=stance), arrest]
