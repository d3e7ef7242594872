"""An army's answer to an attack with fire from the air or from afar is another act: "The army responded with air strikes".

All eight hand-coded air strikes and shellings told as an answer are claims of their own, none a means of what they answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.answered import part_answer
from crossread.normalize.sentences import sentence_ends
from crossread.normalize.worded import Worded
from crossread.records import Claim, Document, Span

_FORCES = (
    r"(?:army|military|troops|air\s+force|(?:war)?planes|jets|coalition|(?:armed|security|government|defen[cs]e|international|coalition)"
    r"\s+forces|forces)"
)
_ANSWERED = Worded(
    "answered back replied responded retaliated",
    r"(?:\A|(?<=[.!?]\s)|(?<=[.!?]\s\s)|(?<=\n))(?:(?:Later|Meanwhile|On\s+\w+day),?\s+)?"
    rf"(?P<who>(?:(?:[Tt]he|[A-Z]\w+)\s+){{0,3}}?(?i:{_FORCES}))"
    r"(?:\s+(?:later|also|then|had|have|has|said\s+(?:it|they)|\w+ly)){0,3}\s+(?:responded|retaliated|replied|answered|hit\s+back)\s+"
    r"(?:to\s+(?:the|this|that)\s+\w+\s+)?(?:with|by)\s+(?:(?:an?|the|its|their|several|two|three|heavy|launching|carrying\s+out)\s+){0,2}"
    r"(?P<act>(?:air|drone|helicopter)[\s-]?(?:strikes?|raids?|attacks?)|bombardments?|(?P<far>artillery(?:\s+fire)?|shelling|rockets|mortars?))\b",
)
_ENEMIES = re.compile(
    r"\b(?:terrorists?|militants?|rebels?|insurgents?|fighters|jihadists?|gunmen|attackers|assailants|bandits|guerrillas)\b",
    re.I,
)
_ATTACKS = frozenset("armed_attack killing bombing arson looting destruction abduction".split())
_STATE = frozenset(("state_forces", "foreign_forces", "police"))


def with_struck_back(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and each such answer with harm of its own in one of its own, at the place and time of the attack.

    An answer without any is no means of the attack. Fights stay one act; what people and data sets say (no score) stays.
    """
    made = list(claims)
    for found in _ANSWERED.finditer(document.text):
        body = _body(document.text, found, made)
        if any(body.contains(claim.trigger.span) for claim in made):
            continue
        for at, claim in enumerate(made):
            if _swallows(claim, body):
                kind = "shelling" if found["far"] else "air_strike"
                parted = part_answer(document, claim, found, body, kind=kind)
                hurt = any(row.evidence and body.contains(row.evidence[0].span) for row in claim.harm)
                made[at : at + 1] = parted if hurt else [replace(claim, means=parted[0].means)]
                break
    return made


def _body(text: str, found: re.Match[str], claims: Sequence[Claim]) -> Span:
    """The sentence of the answer, with the next one of its paragraph where that counts fighters."""
    ends = sentence_ends(text)
    first = next((at for at in ends if at > found.end()), len(text))
    second = next((at for at in ends if at > first), len(text))
    rows = (row.evidence[0].span for claim in claims for row in claim.harm if row.evidence and _ENEMIES.search(row.raw))
    counts = "\n" not in text[found.end() : first].rstrip() and any(first <= span.start < second for span in rows)
    goes_on = counts and "\n" not in text[first - 1 : first + 1]
    return Span(start=found.start(), end=second if goes_on else first)


def _swallows(claim: Claim, body: Span) -> bool:
    """True for an attack by others than the state, told before, with a means or people from the answer."""
    if claim.score is None or claim.scope == "aggregate" or claim.type not in _ATTACKS or claim.trigger.span.start > body.start:
        return False
    if any(row.role == "perpetrator" and row.type in _STATE for row in claim.actors):
        return False
    quotes = [*(row.evidence for row in claim.harm), *(row.evidence for row in claim.means)]
    return any(evidence and body.contains(evidence[0].span) for evidence in quotes)
