"""What came to some in the next sentence came not to all: "63 women were raped. Several women died of their wounds".

An extractor may lay the death, or the abduction, on the number told before it. It is that of "several women": how many is not
told. No hand-coded report tells so in these words; of the 355 left out of training none is read otherwise for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.sentence import sentence_of
from crossread.records import Document, Harm

_DEATH = r"(?:died|killed|dead|murdered|executed|slain|perished|succumbed|shot\s+dead|beaten\s+to\s+death)"
_WOUND = r"(?:wounded|injured|hurt|beaten|maimed)"
_TAKING = r"(?:abducted|kidnapped|taken\s+away|taken\s+hostage|carried\s+off|led\s+away|taken\s+captive)"
_ARREST = r"(?:arrested|detained|imprisoned|jailed)"
_LOSS = r"(?:missing|disappeared)"
_KINDS = {"killed": _DEATH, "injured": _WOUND, "abducted": _TAKING, "detained": _ARREST, "missing": _LOSS}
_ADVERB = r"(?:(?:also|later|then|reportedly|allegedly|afterwards|subsequently|even|since|eventually)\s+)*"
_SOME = (
    r"\s*(?P<who>(?:Several|Some|Many|Most|Others|Scores|Dozens|A\s+few|A\s+number)(?:\s+of)?(?:\s+(?:the|these|those|them))?"
    r"(?:\s+(?!were\b|was\b|have\b|had\b|also\b|later\b)[a-z]+){0,2}?"
    r"|(?:(?-i:[A-Z])[a-z]+s|Women|Men|Children)(?=\s+(?:were|had|have)\s+(?:been\s+)?also\b))"
)
_TOLD = {
    effect: re.compile(rf"{_SOME}\s+(?:(?:were|was|have|had|been|went|are)\s+|{_ADVERB})*{words}\b", re.IGNORECASE)
    for effect, words in _KINDS.items()
}
# Words of one's own sentence that tell the same, or leave it open.
_OWN = {
    "killed": re.compile(
        r"\b(?:dea(?:d|ths?)|d(?:ied?|ies|ying)|kill\w*|fatal\w*|slain|murder\w*|execut\w*|massacr\w*|assassinat\w*|behead\w*|lynch\w*"
        r"|perish\w*|lives|life|bod(?:y|ies)|corpses?|toll|succumb\w*|martyr\w*|casualt\w+|victims?|shot|shoot\w*|hit|struck|gunned|fired"
        r"|blown|claimed|slaughter\w*|hang\w*|hack\w*|drown\w*|burn\w*|buried|fell)\b",
        re.IGNORECASE,
    ),
    "injured": re.compile(
        r"\b(?:injur\w*|wound\w*|hurt\w*|beat\w*|maim\w*|tortur\w*|hospital\w*|shot|hit|struck|stabbed|flogg\w*|attack\w*)\b",
        re.I,
    ),
    "abducted": re.compile(
        r"\b(?:abduct\w*|kidnap\w*|hostages?|captiv\w+|captur\w+|seiz\w*|tak\w+|took|held|carried|led|snatch\w*)\b", re.I
    ),
    "detained": re.compile(
        r"\b(?:arrest\w*|detain\w*|detention|captur\w*|custody|jail\w*|prison\w*|seiz\w*|held|round\w*|tak\w+|took)\b", re.I
    ),
    "missing": re.compile(r"\b(?:missing|disappear\w*|vanish\w*|unaccounted|lost)\b", re.IGNORECASE),
}


def settle_some_of_them(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows, each on the "several" whom its effect is told of, where the sentence of its own number does not tell it."""
    found, gone = list(rows), set[int]()
    for at, row in enumerate(rows):
        some = _some_behind(document, row)
        if some is None:
            continue
        if any(other.effect == row.effect and _starts_in(other, some) for other in rows):
            gone.add(at)
        else:
            quote = document.quote(*some)
            found[at] = replace(row, raw=quote.quote, group=None, count=None, part_of=None, evidence=(quote,))
    return without_rows(found, gone) if gone else tuple(found)


def _some_behind(document: Document, row: Harm) -> tuple[int, int] | None:
    """Where the next sentence tells the effect of a row of some people, and its own sentence tells another act alone."""
    if row.score is None or not row.evidence or row.effect not in _TOLD:
        return None
    sentence = sentence_of(document.text, row)
    some = _TOLD[row.effect].match(sentence.after)
    if some is None or _OWN[row.effect].search(f"{sentence.before}{row.raw}{sentence.behind}"):
        return None
    start = document.text.find(sentence.after, row.evidence[0].span.end)
    return start + some.start("who"), start + some.end("who")


def _starts_in(row: Harm, span: tuple[int, int]) -> bool:
    return bool(row.evidence) and span[0] <= row.evidence[0].span.start < span[1]
