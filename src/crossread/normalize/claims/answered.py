"""What the other side does in a sentence of its own is another act: "Rebels killed nine. The army killed three rebels".

Of 41 hand-coded numbers of dead right behind "the army (troops, police …) killed" at the head of a sentence 40 are not added to
dead told before it; the other one is told "during the raid".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_end
from crossread.normalize.worded import Worded
from crossread.records import Actor, Claim, Document, Span, claim_id

SCORE = 0.6  # what a claim made by its words alone is worth
_FORCES = r"(?:army|military|troops|soldiers|police|(?:armed|security|government|defen[cs]e)\s+forces)"
_KILLS = Worded(
    "killed shot",
    r"(?:\A|(?<=[.!?]\s)|(?<=[.!?]\s\s)|(?<=\n))(?:(?:In\s+(?:response|return)|Later|Meanwhile|On\s+\w+day),?\s+)?"
    rf"(?P<who>(?:(?:[Tt]he|[Gg]overnment|[A-Z]\w+)\s+){{0,3}}?(?i:{_FORCES}))"
    r"(?:\s+(?:later|also|then|had|have|has|on\s+\w+day|said\s+(?:it|they)|\w+ly)){0,3}\s+(?P<act>killed|shot\s+dead|shot\s+and\s+killed)\s+",
)
# Those who made the attack, or the fight that it was: one act told to its end
_SAME = re.compile(
    r"\b(?:attackers?|assailants?|raiders?|intruders?|hijackers?|hostage-takers?|bombers?|(?:of|all|both)\s+(?:the|them|its|their)"
    r"|the\s+(?:gunm[ae]n|militants|rebels|fighters|insurgents)|(?:during|in|amid)\s+(?:the|this|that|an?)\s+(?:\w+\s+){0,2}"
    r"(?:raid|attack|assault|fight(?:ing)?|clash(?:es)?|battle|exchange|shoot-?out|gun\s?battle|firefight|ambush|siege|operation))\b",
    re.IGNORECASE,
)
_ATTACKS = frozenset("armed_attack killing bombing shelling abduction arson looting destruction".split())
_ENEMIES = frozenset("rebel_group unidentified_armed_group political_militia communal_militia".split())


def with_answers(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and each such killing in one of its own, at the place and time of the act told before.

    Only behind an act with dead of its own that is told in another sentence, and where no claim is told in that one. What
    people and data sets say (no score) stays.
    """
    made = list(claims)
    for found in _KILLS.finditer(document.text):
        end = sentence_end(document.text, found.end())
        body = Span(start=found.start(), end=end)
        if _SAME.search(document.text, body.start, end) or any(body.contains(claim.trigger.span) for claim in made):
            continue
        at = next((at for at, claim in enumerate(made) if _is_joined(claim, found, body)), None)
        if at is not None:
            made[at : at + 1] = part_answer(document, made[at], found, body)
    return made


def _is_joined(claim: Claim, found: re.Match[str], body: Span) -> bool:
    """True for an attack to whose dead those right behind the words are joined, with dead of its own."""
    if claim.score is None or claim.scope == "aggregate" or claim.type not in _ATTACKS:
        return False
    rows = [row for row in claim.harm if row.effect == "killed" and row.evidence]
    right_behind = any(row.evidence[0].span.start == found.end() for row in rows)
    doers = [row for row in claim.actors if row.role == "perpetrator" and row.type in _ENEMIES]
    return right_behind and bool(doers) and any(not body.contains(row.evidence[0].span) for row in rows)


def part_answer(
    document: Document, claim: Claim, found: re.Match[str], body: Span, *, kind: str = "armed_attack"
) -> list[Claim]:
    """The claim without what is told in the sentence, and the other side's act: its words are `act`, its doer `who`."""
    inside = {at for at, row in enumerate(claim.harm) if row.evidence and body.contains(row.evidence[0].span)}
    told = tuple(row for row in claim.actors if row.evidence and all(body.contains(quote.span) for quote in row.evidence))
    rest = tuple(row for row in claim.actors if row not in told)
    voices = tuple(row for row in claim.speakers if row.evidence and all(body.contains(quote.span) for quote in row.evidence))
    others = tuple(row for row in claim.speakers if row not in voices)
    means = tuple(row for row in claim.means if row.evidence and body.contains(row.evidence[0].span))
    tellings = tuple(quote for quote in claim.retellings if not body.contains(quote.span))
    trigger = document.quote(*found.span("act"))
    who = document.quote(*found.span("who"))
    doer = Actor(role="perpetrator", raw=who.quote, name=None, type="state_forces", evidence=(who,), score=SCORE)
    victims = tuple(row for row in told if row.role == "victim")
    answer = replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type=kind, trigger=trigger),
        type=kind,
        trigger=trigger,
        actors=(doer, *victims),
        harm=without_rows(claim.harm, set(range(len(claim.harm))) - inside),
        means=means,
        speakers=voices,
        stance="attributed" if voices else "asserted",
        retellings=(),
        score=SCORE,
    )
    stance = "asserted" if claim.stance == "attributed" and not others else claim.stance
    harm = without_rows(claim.harm, inside)
    left = tuple(row for row in claim.means if row not in means)
    made = replace(claim, actors=rest, harm=harm, means=left, speakers=others, stance=stance, retellings=tellings)
    return [made, answer]
