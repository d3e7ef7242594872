"""Who steps into a minefield is hit by a mine and by no accident: no less than who steps on the mine itself.

Both hand-coded claims of people who died in a minefield are told with mines; one is a bombing, one the march of the driven.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document, Means

_INTO = re.compile(
    r"\b(?:step(?:ped|ping|s)?|walk(?:ed|ing|s)?|stray(?:ed|ing|s)?|wander(?:ed|ing|s)?|dr(?:ove|iving|iven|ives)|r(?:an|unning)|enter(?:ed|ing)"
    r"|stumbl(?:ed|ing)|cross(?:ed|ing)|ventur(?:ed|ing))\s+(?:accidentally\s+|by\s+mistake\s+)?(?:(?:into|onto|on|through|over|in|across)\s+)?"
    r"(?:an?|the)\s+(?:[\w-]+\s+)?(?P<field>mine\s?fields?)\b",
    re.IGNORECASE,
)
_HURT = ("killed", "injured", "casualties")


def settle_minefield(document: Document, claim: Claim) -> Claim:
    """The claim of people hurt in a minefield as a bombing by mines; what people and data sets say (no score) stays."""
    if claim.score is None or claim.type not in ("accident", "bombing", "killing"):
        return claim
    if not any(row.effect in _HURT for row in claim.harm):
        return claim
    span = claim.trigger.span
    before, after = sentence_around(document.text, span.start, span.end)
    start = span.start - len(before)
    found = _INTO.search(document.text, start, span.end + len(after))
    if found is None:
        return claim
    means = claim.means
    if not any(row.kind == "mine" for row in means):
        quote = document.quote(found.start("field"), found.end("field"))
        means = (*means, Means(kind="mine", raw=quote.quote, evidence=(quote,), score=claim.score))
    return replace(claim, type="bombing", means=means)
