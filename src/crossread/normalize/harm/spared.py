"""People of whom it is told that none came to harm: "none of the 30 passengers was hurt", "all 25 crew are safe".

Their number says how many were spared. Hand-coded reports say nine times "none of the" so many, and the one row for these
keeps the "none" in its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.sentence import Sentence, sentence_of
from crossread.normalize.harm.words import head_of
from crossread.records import Count, Document, Harm

NOBODY = Count(low=0, high=0, qualifier="exact")
_FATES = ("killed", "injured", "casualties")
_NONE = r"\b(?:none|neither|not\s+(?:a\s+single\s+)?one|no\s+one|no-one|nobody)\s+(?:of|among|amongst|in|on|from|aboard)\s+"
_NO_HARM = (
    r"\b(?:(?:no|without)\s+(?:any\s+)?(?:(?:known|reported|further|serious|major|fatal)\s+)?"
    r"(?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|fatalit(?:y|ies)|loss(?:es)?(?:\s+of\s+life)?|harm|victims?|wounded|dead)"
    r"(?:\s+(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:\w+ly\s+)?(?:reported|recorded|registered|confirmed))?"
    r"\s+(?:among|amongst|to|on\s+board|aboard|in|from|for)"
    r"|without\s+(?:injuring|hurting|harming|wounding|killing)(?:\s+any\s+of)?)\s+"
)
_THEM = (
    r"(?:(?:the|its|their|his|her|our|these|those|other|remaining|roughly|about|some|nearly|more\s+than|at\s+least|all)\s+)*"
)
_NONE_BEFORE = re.compile(rf"{_NONE}{_THEM}$", re.IGNORECASE)
_NONE_INSIDE = re.compile(rf"{_NONE}", re.IGNORECASE)
_NO_HARM_BEFORE = re.compile(rf"{_NO_HARM}{_THEM}$", re.IGNORECASE)
_NO_HARM_INSIDE = re.compile(_NO_HARM, re.IGNORECASE)
# "(None of the 30 passengers) on board was seriously hurt" leaves open who was hurt less
_BEFELL = re.compile(
    r"[^.;:,]{0,40}?\b(?:was|were|is|are|(?:has|have|had)\s+been|got|being)\s+(?:also\s+|\w+edly\s+)?"
    r"(?:(?P<dead>killed|dead|slain|shot\s+dead)|(?P<hurt>injured|hurt|wounded|harmed|hit))\b(?P<rest>[^.;]{0,40})"
    r"|[^.;:,]{0,40}?\b(?P<died>died|lost\s+(?:his|her|their)\s+li(?:fe|ves)"
    r"|suffered\s+(?:any\s+)?(?P<wounds>injur(?:y|ies)|wounds|harm))\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\s+(?:or|and|nor)\s+(?:injured|hurt|wounded|killed)\b", re.IGNORECASE)
_HOW_BADLY = re.compile(r"\s*(?:seriously|badly|gravely|critically|severely|fatally)\b", re.IGNORECASE)
_SAFE = re.compile(
    r"(?:,?\s+(?:and|including|with)\s+[^.;:,\d]{1,40}?)?"
    # "(two women) who were in the car with him were not hurt"
    r"(?:,?\s+who\s+(?:was|were|had\s+been)\s+(?:also\s+)?(?:[a-z]+ing|in|inside|aboard|with|near|nearby|at|on|there|present)\b"
    r"[^.;:,]{0,50}?,?)?\s+(?:on\s+board\s+|aboard\s+|of\s+\d+\s+)?"
    r"(?:(?:is|are|was|were|be|been|remain(?:s|ed)?|escaped|got\s+away|(?:has|have|had)\s+been|all|both|also|later|now"
    r"|reported(?:ly)?|said|found|believed|declared|to\s+be|as|reportedly)\s+){1,5}"
    r"(?:safe(?:\s+and\s+(?:well|sound|unharmed|accounted\s+for))?|alive\s+and\s+well|unharmed|unhurt|uninjured|unscathed"
    r"|accounted\s+for|not\s+(?:injured|hurt|harmed|hit))(?=\s*(?:[.,;)]|$|and\b|but\b|after\b|in\b|by\b))",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:all|both|everyone)\b", re.IGNORECASE)
_SURVIVED = re.compile(
    r"(?:\s+(?:on\s+board|aboard))?\s+(?:(?:has|have|had|reportedly|apparently)\s+)*survived\s*(?=[.,;]|$)", re.I
)
_POINTS_BACK = re.compile(r"(?:neither|none|not one)\b", re.IGNORECASE)
BACK_WITHIN = 120  # characters behind people in which the next sentence says "neither of them"
_ZERO_HEADS = frozenset(("", "casualties", "injuries", "among", "deaths", "fatalities", "victims", "aboard", "board", "loss"))
_NEITHER_OF_THEM = re.compile(
    r"(?:none|neither|not\s+one)(?:\s+of\s+(?:them|(?:the|these|those)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+)))?\s+"
    r"(?:was|were|is)\s+(?:\w+edly\s+)?(?:injured|hurt|wounded|harmed|hit)\b(?!\s+(?:seriously|badly|gravely|critically|severely|fatally))",
    re.IGNORECASE,
)
_FELL = re.compile(r"\b(?:kill\w*|dead|died?|deaths?|slain|wound\w*|injur\w*|hurt|murder\w*|casualt\w+)\b", re.IGNORECASE)


def settle_spared(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with zero for people of whom their clause, or the sentence behind it, tells that none of them was harmed.

    A second zero for the same people is left out: "no casualties" beside "among the crew of 25", "unharmed" behind "the crew".
    """
    found = [_settled(document, row) if _may_be(row) else row for row in rows]
    spared = [at for at, row in enumerate(found) if row is not rows[at]]
    gone = {
        other
        for at in spared
        for other, row in enumerate(found)
        if other != at and (_is_same_zero(document, found, other, at) or _points_back(row, found[at]))
    }
    return without_rows(found, gone - {at for at in gone if any(row.part_of == at for row in found)})


def _may_be(row: Harm) -> bool:
    return row.effect in _FATES and bool(row.evidence) and row.score is not None and row.part_of is None


def _settled(document: Document, row: Harm) -> Harm:
    if row.count == NOBODY:
        return row
    sentence = sentence_of(document.text, row)
    if effect := _told_of_none(row, sentence):
        return replace(row, effect=effect, count=NOBODY)
    if _SAFE.match(sentence.behind) and not _FELL.search(row.raw):
        return replace(row, effect="casualties", count=NOBODY)
    if _SURVIVED.match(sentence.behind) and _ALL.match(row.raw):
        return replace(row, effect="killed", count=NOBODY)
    return replace(row, effect="casualties", count=NOBODY) if _neither_of_them(row, sentence) else row


def _told_of_none(row: Harm, sentence: Sentence) -> str | None:
    """What befell none of the people, by the words of the clause; None where it does not say so."""
    if _NO_HARM_BEFORE.search(sentence.before) or _NO_HARM_INSIDE.match(row.raw):
        return "casualties"
    if not (_NONE_BEFORE.search(sentence.before) or _NONE_INSIDE.match(row.raw)):
        return None
    told = _BEFELL.match(sentence.behind)
    if told is None or _HOW_BADLY.match(told["rest"] or ""):
        return None
    if _OR.match(told["rest"] or ""):
        return "casualties"
    return "killed" if told["dead"] or (told["died"] and not told["wounds"]) else "injured"


def _neither_of_them(row: Harm, sentence: Sentence) -> bool:
    """True where people were only shot at, and the next sentence tells that neither of them was hurt."""
    told = _NEITHER_OF_THEM.match(sentence.after)
    if told is None or _FELL.search(sentence.before + row.raw + sentence.behind):
        return False
    return told["noun"] is None or told["noun"].lower() == head_of(row)


def _is_same_zero(document: Document, rows: Sequence[Harm], other: int, at: int) -> bool:
    """True for a zero told right before or behind the people at `at` in their sentence, which names nobody else."""
    zero, row = rows[other], rows[at]
    if zero.count != NOBODY or not zero.evidence or zero.part_of is not None or zero.score is None:
        return False
    if zero.effect != row.effect:
        return False
    first, last = sorted((zero.evidence[0].span, row.evidence[0].span), key=lambda span: span.start)
    between = document.text[first.end : last.start]
    return len(between) <= 60 and not re.search(r"[.;:\n,]", between) and (other > at or head_of(zero) in _ZERO_HEADS)


def _points_back(row: Harm, spared: Harm) -> bool:
    """True for the zero of "neither of the two officers was hurt", of officers told before."""
    if row.count != NOBODY or not row.evidence or row.score is None or _POINTS_BACK.match(spared.raw):
        return False
    behind = row.evidence[0].span.start - spared.evidence[0].span.end
    return 0 < behind <= BACK_WITHIN and spared.effect == "casualties" and _POINTS_BACK.match(row.raw) is not None
