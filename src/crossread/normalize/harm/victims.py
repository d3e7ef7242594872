"""Victims of a killing that nobody counted: "the murder of a tribal judge" tells of one dead."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.records import Actor, Claim, Document, Evidence, Harm, Span

# Words that tell of a killing whose victims died: of 673 coded killings with victims, all but twelve count them as dead.
_DEATH = re.compile(
    r"\b(?:kill\w*|murder\w*|execut\w*|assassinat\w*|slain|deaths?|died?|bod(?:y|ies)|lynch\w*|massacre\w*|behead\w*|hang(?:ed|ing)"
    r"|slaughter\w*|slay\w*|shot dead|corpses?|homicides?|gunned down)\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozens?|hundreds|scores|several|many|some|\d[\d,.]*"
)
# What stands before the victims and belongs to their count, which the victims' own words leave out.
_COUNT = re.compile(
    rf"(?:\b(?:at least|more than|over|up to|about|around|nearly|almost|some)\s+)?"
    rf"(?:\b(?:the|an?|his|her|their|these|those|another|{_NUMBER})(?:\s+|-)(?:bodies\s+of\s+|of\s+)?)+$",
    re.IGNORECASE,
)
LONGEST_COUNT = 40  # characters


def count_victims(document: Document, claim: Claim, *, language: str) -> tuple[Harm, ...]:
    """A row of killed for each victim of a killing that has no row of harm; none where nothing says that they died."""
    told = claim.scope != "aggregate" and claim.status == "accomplished" and claim.type == "killing"
    if not told or claim.harm or not _DEATH.search(claim.trigger.quote):
        return ()
    victims = [actor for actor in claim.actors if actor.role == "victim" and actor.evidence and actor.score is not None]
    return tuple(_row(document, victim, language) for victim in victims)


def _row(document: Document, victim: Actor, language: str) -> Harm:
    span = victim.evidence[0].span
    count = _COUNT.search(document.text, max(0, span.start - LONGEST_COUNT), span.start)
    start = count.start() if count else span.start
    raw = document.text[start : span.end]
    evidence = Evidence(document_id=document.id, span=Span(start=start, end=span.end), quote=raw)
    return Harm(
        effect="killed",
        raw=raw,
        group=None,
        group_type=victim.type,
        count=parse_count(raw, language=language),
        evidence=(evidence,),
        score=victim.score,
    )
