"""Nobody dies of a taking, an arrest or a beating of which no word tells a death: "men took the priest from his parish".

Of 190 hand-coded dead of abductions, arrests, ill-treatment and flight 178 have a word of death, or of a shot, in their own
sentence, beside it or in that of the act. On the left-out reports all three read as dead without one were none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.sentence import Cues, load_cues
from crossread.normalize.sentences import sentence_end, sentence_start
from crossread.records import Claim, Document, Evidence, Harm

# What such an act does to people of whom nothing else is told
_DOES = {
    "abduction": "abducted",
    "detention": "detained",
    "ill_treatment": "injured",
    "sexual_violence": "injured",
    "displacement": "displaced",
}
# Deaths that the cues of the language do not name: "found in a ravine", "strangled", "followed her coffin"
_ENDED = re.compile(
    r"\b(?:found|strangl\w+|coffin\w*|suffocat\w+|froze|drown\w+|cemetery|grave\w*|remains|vultures|shot\w*|shoot\w*|hack\w+|stabb\w+"
    r"|burn(?:ed|t)|took\s+\d+\s+of\s+them|never\s+seen|fell|fallen|los[et]\w*|victims?|toll)\b",
    re.IGNORECASE,
)
_CAUGHT = re.compile(r"\b(?:was|were)\s+(?:captured|arrested|detained|taken\s+alive)\b", re.IGNORECASE)


def without_untold_death(document: Document, claim: Claim, rows: Sequence[Harm], *, language: str) -> list[Harm]:
    """The rows with such dead as what the act did to them; what people and data sets say (no score) stays."""
    cues = load_cues(language)
    if cues is None:
        return list(rows)
    return [_settled(document.text, claim, row, cues) for row in rows]


def _settled(text: str, claim: Claim, row: Harm, cues: Cues) -> Harm:
    if row.score is None or row.effect != "killed" or not row.evidence:
        return row
    if _CAUGHT.search(row.raw):
        return replace(row, effect="detained")
    effect = _DOES.get(claim.type)
    if effect is None or any(_tells_death(text, quote, cues) for quote in (row.evidence[0], claim.trigger, *claim.retellings)):
        return row
    return replace(row, effect=effect)


def _tells_death(text: str, quote: Evidence, cues: Cues) -> bool:
    """True for a word of death in the sentence of the words, or in the one before or behind."""
    start = sentence_start(text, max(0, sentence_start(text, quote.span.start) - 1))
    end = sentence_end(text, sentence_end(text, quote.span.end))
    return cues["death"].search(text, start, end) is not None or _ENDED.search(text, start, end) is not None
