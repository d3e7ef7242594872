"""Who is forced or prompted to act by what was done did not do it: "clashes forced the army to send reinforcements".

Of 11 hand-coded times that an army, a police force or a government is "forced (prompted) to" do something, none does or suffers
what stands before these words; and who retaliates behind "prompted retaliation from" does that alone.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Span

_DOING = ("perpetrator", "accused", "side_a", "side_b")
_REACH = 80  # characters before the name
_ENDING = r"(?:ed|ing|e?s|led|ling)?\s+"
_FORCED = re.compile(
    rf"\b(?:prompt|forc|provok|spur|push|oblig|compel){_ENDING}(?:the\s+|its\s+|their\s+|\w+\s+){{0,2}}$", re.IGNORECASE
)
_TO_ACT = re.compile(r"\s+(?:[\w-]+\s+){0,2}?to\s+(?!the\b|an?\b)\w+", re.IGNORECASE)
_PROMPTED = re.compile(
    rf"\b(?:prompt|trigger|provok|spark|spur|draw|drew|bring|brought){_ENDING}(?:[\w-]+\s+){{0,3}}?(?:retaliat|repris|(?:air\s?)?strikes"
    r"|raids|bombardment|shelling|operation|crackdown|offensive)\w*\s+(?:by|from)\s+(?:the\s+|\w+\s+){0,2}$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,.;:\n]")


def without_forced(document: Document, claim: Claim) -> Claim:
    """The claim without doers and sides who are told only as forced or prompted by it; what people and data sets say stays."""
    if claim.score is None:
        return claim
    kept = tuple(row for row in claim.actors if not _is_forced(document.text, claim, row))
    return claim if len(kept) == len(claim.actors) else replace(claim, actors=kept)


def _is_forced(text: str, claim: Claim, row: Actor) -> bool:
    if row.role not in _DOING or row.score is None or not row.evidence:
        return False
    return all(_is_told_as_forced(text, claim, quote.span) for quote in row.evidence)


def _is_told_as_forced(text: str, claim: Claim, span: Span) -> bool:
    """True behind the words, if the act and none of its tellings stand there too. Who answers a fight is in it."""
    start = max(sentence_start(text, span.start), span.start - _REACH)
    found = _FORCED.search(text, start, span.start) if _TO_ACT.match(text, span.end) else None
    if found is None and claim.type != "armed_clash":
        found = _PROMPTED.search(text, start, span.start)
    if found is None or claim.trigger.span.start >= found.start():
        return False
    end = _CLAUSE_END.search(text, span.end)
    stop = end.start() if end else len(text)
    return all(quote.span.start < found.start() or quote.span.start > stop for quote in claim.retellings)
