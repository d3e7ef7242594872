"""Who was killed beside those set free: "troops rescued 12 hostages and neutralised 27 bandits" put 27 out of action.

Both hand-coded rescues told with the number of those arrested in the same breath have a row for that number in some claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Claim, Document, Harm, Span

SCORE = 0.6  # what a row found by its words alone is worth
_FREES = re.compile(r"(?:rescu|free[ds]?\b|liberat|sav(?:ed|es)\b)\w*", re.IGNORECASE)
_AND = re.compile(
    r"\s(?:and|as\s+well\s+as|while)\s+(?:also\s+)?(?:(?P<incapacitated>neutrali[sz]ed|put\s+out\s+of\s+action)|(?P<killed>killed|eliminated))"
    r"\s+(?P<who>(?:(?:at\s+least|about|some|over|more\s+than|no\s+fewer\s+than)\s+)?"
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|scores\s+of|dozens\s+of)\s+(?:suspected\s+|armed\s+)?"
    r"(?:bandits|terrorists|kidnappers|militants|insurgents|rebels|gunmen|fighters|abductors|captors|jihadists|criminals))\b",
    re.IGNORECASE,
)
# "12 hostages (and neutralised 27 bandits)": others than those told before
_OTHERS = re.compile(
    r",?\s+and\s+(?:(?:also|then|later|troops|they)\s+){0,2}(?:neutrali[sz]ed|eliminated|put\s+out\s+of\s+action)\s+"
    r"(?:(?:at\s+least|about|some|over|more\s+than|no\s+fewer\s+than)\s+)?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|an?"
    r"|the|several|many|scores|dozens)\b)",
    re.IGNORECASE,
)


def ends_before_others(text: str, end: int, reach: int) -> int:
    """Where the words about a number that ends at `end` end: before "and neutralised 27 bandits", which tells of others."""
    others = _OTHERS.match(text, end)
    return min(end + reach, others.start()) if others else end + reach


def with_killed_beside_freed(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, a rescue with those whom its own sentence tells to be killed and no claim counts.

    What people and data sets say (no score) stays.
    """
    held = [quote.span for claim in claims for row in claim.harm for quote in row.evidence]
    return [_with_killed(document, claim, held) for claim in claims]


def _with_killed(document: Document, claim: Claim, held: Sequence[Span]) -> Claim:
    span = claim.trigger.span
    if claim.score is None or claim.scope == "aggregate" or _FREES.match(claim.trigger.quote) is None:
        return claim
    number, ends = sentence_at(document.text, span.start), sentence_ends(document.text)
    told = _AND.search(document.text, span.end, ends[number] if number < len(ends) else len(document.text))
    if told is None:
        return claim
    words = document.quote(*told.span("who"))
    if any(one.start < words.span.end and words.span.start < one.end for one in held):
        return claim
    effect = "killed" if told["killed"] else "incapacitated"
    kind = next((row.type for row in claim.actors if any(words.span.contains(q.span) for q in row.evidence)), "unknown")
    row = Harm(effect=effect, raw=words.quote, group=None, group_type=kind, count=None, evidence=(words,), score=SCORE)
    return replace(claim, harm=(*claim.harm, row))
