"""The living beside the dead: "leaves a widow and three children", "there were two survivors", "six relatives of the dead".

None of seven hand-coded reports that tell whom somebody leaves behind, and none of 37 with a number of survivors, has them
among the dead.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.records import Document, Harm, Span

REACH = 160  # characters of the sentence before a row that are read
_KIN = (
    r"(?:widows?|widower|wife|wives|husband|spouse|partner|fianc[ée]e?|child|children|sons?|daughters?|kids|twins|baby|infant|orphans?"
    r"|parents?|mother|father|siblings?|brothers?|sisters?|grandchild(?:ren)?|grandson|granddaughter|family|relatives?)"
)
_SOME = r"(?:(?:an?|his|her|their|the|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|several|many)\s+)"
_ONE = rf"(?:{_SOME}?(?:(?!and\b|dead\b|killed\b)[\w-]+\s+){{0,3}}?{_KIN}(?:,?\s(?-i:[A-Z])[\w'’-]+)*)"
_LIST = rf"(?:{_ONE}(?:,\s+|,?\s+(?:and|as\s+well\s+as)\s+))*"
# All that stands between such words and the row: "leaves behind a widow and (three children)".
_LEFT = re.compile(
    r"(?:\b(?:leav(?:es|ing)|left)\s+(?:behind\s+)?|\b(?:is|was|are|were)\s+survived\s+by\s+|\b(?:he|she|who)\s+(?:had|has)\s+"
    rf"|\bmarried\s+with\s+|\b(?:father|mother|parent)\s+of\s+){_LIST}{_SOME}?$",
    re.IGNORECASE,
)
_IS_KIN = re.compile(rf"{_SOME}?(?:[\w-]+\s+){{0,3}}?{_KIN}(?:\b|,)", re.IGNORECASE)
# "left a widow and three children dead", "had three children killed"
_HARMED = re.compile(
    r"\b(?:dead|killed|kill|died?|dies|slain|murdered|shot|wounded|injured|hurt|maimed|burned|buried|drowned|missing|hacked|beaten"
    r"|abducted|kidnapped|captured|raped|fighting\s+for)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;\n]|,\s+(?:who|which|as|while|when|after|but)\b")
_SURVIVORS = re.compile(r"(?:^|\s)survivors?$", re.IGNORECASE)
_OF_DEAD = re.compile(
    r"(?:^|\s)(?:relatives?|families|family\s+members|widows?|mothers|fathers|parents|friends|colleagues|neighbou?rs)$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\s+of\s+(?:the\s+|those\s+|some\s+|all\s+)*(?:dead|killed|slain|deceased|victims?|fallen|missing)\b", re.IGNORECASE
)
# A verb that has the row for its object, or one that follows it: "killed two survivors of an earlier raid".
_HITS = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|murder(?:ed|ing)?|execut(?:ed|ing)|massacr(?:ed|ing)|slaughter(?:ed|ing)|shot(?:\s+dead)?|behead(?:ed|ing)"
    r"|finished\s+off|death\s+of)\s+(?:[^.;]{0,60}\band\s+)?(?:the\s+|all\s+|at\s+least\s+|about\s+|another\s+)*$",
    re.IGNORECASE,
)


def is_left_alive(document: Document, row: Harm) -> bool:
    """True for the family of the dead and for survivors that are counted as killed; what people say (no score) stays."""
    if row.score is None or row.part_of is not None or not row.evidence:
        return False
    text, span = document.text, row.evidence[0].span
    return is_family_left(text, span) or (row.effect == "killed" and (_survived(text, span) or _mourns(text, span)))


def is_family_left(text: str, span: Span) -> bool:
    """True for the widow and for the children of "leaving a widow and three children", who came to no harm."""
    before = text[max(sentence_start(text, span.start), span.start - REACH) : span.start]
    if _IS_KIN.match(text, span.start, span.end) is None or _LEFT.search(before) is None:
        return False
    return _HARMED.search(_clause_behind(text, span.end)) is None


def _survived(text: str, span: Span) -> bool:
    """True for "two survivors", unless somebody killed them afterwards."""
    return _SURVIVORS.search(text[span.start : span.end]) is not None and not _is_hit(text, span)


def _mourns(text: str, span: Span) -> bool:
    """True for "six relatives of the dead", unless they were killed too."""
    named = _OF_DEAD.search(text[span.start : span.end]) is not None and _WHOSE.match(text, span.end) is not None
    return named and not _is_hit(text, span)


def _is_hit(text: str, span: Span) -> bool:
    before = text[max(sentence_start(text, span.start), span.start - REACH) : span.start]
    behind = _WHOSE.sub("", _clause_behind(text, span.end), count=1)
    return _HITS.search(before) is not None or _HARMED.search(behind) is not None


def _clause_behind(text: str, at: int) -> str:
    """The words from there to the end of the clause."""
    ends, number = sentence_ends(text), sentence_at(text, at)
    rest = text[at : ends[number] if number < len(ends) else len(text)]
    return _CLAUSE.split(rest, maxsplit=1)[0]
