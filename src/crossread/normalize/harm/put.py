"""Tolls that two voices put at two numbers: "is put at 281 by the agency and at 1,429 by the government" is not 1,710."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.words import number_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Harm

LONGEST_WHO = 70  # characters of who counts
_BOUND = r"(?:at least |about |some |around |over |more than |nearly |as many as |an estimated )?"
_PUT = r"(?:put|puts|placed|places|estimated|estimates|set|sets|reckoned|given|gave|gives|giving)"
_TOLL = r"(?:(?:the|its|their|a)\s+(?:\w+\s+)?(?:toll|number|figure|count|total|dead)(?:\s+of\s+(?:the\s+)?\w+)?|it|them)"
# "is put at (281) by the agency", "and at (1,429) by the government"
_AT = re.compile(rf"\b(?:{_PUT})\b[^.;]*\b(?:at|as)\s+{_BOUND}$", re.IGNORECASE)
_NUMBER = re.compile(
    rf"\b(?:{_PUT})\s+(?:(?:the|that|their|this)\s+(?:total\s+)?(?:number|figure|total)|it)\s+(?:at|as)\s+{_BOUND}$", re.I
)
_BY = re.compile(
    r"\s*(?:dead|people|killed|deaths|persons)?\s*by\s+(?P<who>[^.,;]{3,70}?)(?=\s+and\s+(?:at|as)\b|\s*[.,;]|$)", re.IGNORECASE
)
# "The Observatory puts the toll at (60)", "residents buried (86)"
_COUNTS = re.compile(
    rf"(?:^|[.;,]\s+|\b(?:and|but|while|whereas)\s+)(?P<who>[^.;,]{{2,{LONGEST_WHO}}}?)(?:,\s+for\s+(?:its|their|his|her)\s+part,)?"
    rf"\s+(?:has\s+|have\s+|had\s+)?(?:{_PUT}\s+{_TOLL}\s+(?:at|of|as)\s+"
    r"|(?:g[ai]ves?|advance[sd]?|cite[sd]?|evoke[sd]?|mention(?:s|ed)|put forward)"
    r"\s+(?:the|an?)\s+(?:\w+\s+)?(?:figure|toll|total)\s+of\s+"
    r"|(?:makes?|made) state of\s+"
    r"|(?:counted|buried|spoke of|speaks of|speak of|told us of"
    rf"|reported|reports|claims?|claimed)\s+){_BOUND}$",
    re.IGNORECASE,
)
# "the local commission now says (115)"
_NOW = re.compile(
    rf"(?:^|[.;,]\s+|\b(?:and|but|while|whereas)\s+)(?P<who>[^.;,]{{2,{LONGEST_WHO}}}?)\s+"
    rf"(?:now\s+(?:says?|counts?|claims?|puts?\s+it\s+at|gives?|reports?)|(?:has|have)\s+now\s+(?:said|counted|reported))\s+{_BOUND}$",
    re.IGNORECASE,
)
# "According to the group's agency (nine "Christians") died"
_ACCORDING = re.compile(rf"(?:^|[.;]\s+)According to (?P<who>[^.;,\d]{{3,{LONGEST_WHO}}}?),?\s+{_BOUND}$", re.IGNORECASE)
_DIED = re.compile(r"\s+(?:(?:were|was|had|have|has|been)\s+)*(?:died|killed|perished|dead|murdered|executed)\b", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:)\n]|$|(?:dead|deaths|killed|had|were|people|died)\b)")
_ELSE = re.compile(
    rf"[,;]\s+(?:and\s+|while\s+|but\s+)?(?P<who>(?:the\s+)?[A-Za-z][^,;.\d]{{1,{LONGEST_WHO}}}?)\s+(?:of|at)\s+{_BOUND}$"
)
_OF_PEOPLE = re.compile(
    rf"{_BOUND}[\d,.]+|{_BOUND}(?-i:[a-z])[a-z-]+|{_BOUND}[\w-]+\s+[\"“][\w’' -]{{3,30}}[\"”]"
    rf"|{_BOUND}[\w-]+\s+(?:dead|bodies|deaths|killed|victims|corpses|fatalities|people|persons|people killed)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\s+(?:now$|(?:said|says|told|tells|added|claimed?|confirmed|wrote)\b.*$)", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|it|they|we|which|who|that|there|i)\b", re.IGNORECASE)
_NOT_OF_DEAD = re.compile(r"\b(?:wounded|injured|arrest\w*|missing|displaced|detain\w*|abduct\w*|kidnap\w*)\b", re.IGNORECASE)


def lay_put(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `speaker` set on a toll that the words lay to somebody, where the claim has another number of it.

    The second of two numbers in one sentence ("put at 281 by … and at 1,429 by …") counts the same people as the first.
    """
    laid = {at: who for at, row in enumerate(rows) if (who := _who_counts(text, row)) is not None}
    for at, row in enumerate(rows):
        if at not in laid and any(i < at and _one_sentence(text, rows[i], row) for i in laid) and (who := _who_else(text, row)):
            laid[at] = who
    laid = dict(sorted(laid.items()))
    found = [_as_last(text, rows, at) if at in laid else row for at, row in enumerate(rows)]
    for at, who in laid.items():
        row = rows[at]
        same = [i for i in laid if i < at and _one_sentence(text, rows[i], row) and laid[i] != who]
        if same and not _NOT_OF_DEAD.search(text[rows[same[-1]].evidence[0].span.end : row.evidence[0].span.end + LONGEST_WHO]):
            found[at] = replace(row, effect=found[same[-1]].effect)
    for at, who in laid.items():
        row = found[at]
        if any(i != at and _is_rival(other, row) and laid.get(i) != who for i, other in enumerate(found)):
            found[at] = replace(row, speaker=row.speaker or who, part_of=None)
    return tuple(found)


def _as_last(text: str, rows: Sequence[Harm], at: int) -> Harm:
    """The 22 of "arrested 14 people; the club put the number at 22" with the effect of the 14, where no row else has its own.

    "The number" is that of those told last; a "toll" counts dead.
    """
    row = rows[at]
    start = row.evidence[0].span.start
    before = [i for i, other in enumerate(rows) if other.evidence and other.evidence[0].span.end <= start and other.has_number]
    if not before or any(other.effect == row.effect for i, other in enumerate(rows) if i != at):
        return row
    last = rows[max(before, key=lambda i: rows[i].evidence[0].span.start)]
    apart = sentence_at(text, start) - sentence_at(text, last.evidence[0].span.start)
    told = _NUMBER.search(text[sentence_start(text, start) : start])
    return replace(row, effect=last.effect, group_type=last.group_type) if told and apart <= 1 and row.group is None else row


def _who_counts(text: str, row: Harm) -> str | None:
    """Who puts the toll at the number of the row, in the report's words; None where nobody does."""
    if not row.evidence or row.score is None or not number_of(row) or not _OF_PEOPLE.fullmatch(row.raw.strip()):
        return None
    span = row.evidence[0].span
    before = text[sentence_start(text, span.start) : span.start]
    behind = _BY.match(text, span.end) if _AT.search(before) else None
    match = behind or _COUNTS.search(before) or (_NOW.search(before) if _ENDS.match(text, span.end) else None)
    match = match or (_ACCORDING.search(before) if _DIED.match(text, span.end) else None)
    who = _TOLD.sub("", " ".join(match["who"].split())) if match else ""
    return who if who and not _PRONOUN.match(who) else None


def _who_else(text: str, row: Harm) -> str | None:
    """Who counts otherwise in half a sentence: "officials spoke of 24 dead, the Red Cross of 86"."""
    if not row.evidence or row.score is None or not number_of(row) or not _OF_PEOPLE.fullmatch(row.raw.strip()):
        return None
    start = row.evidence[0].span.start
    match = _ELSE.search(text[sentence_start(text, start) : start])
    return match["who"] if match and not _PRONOUN.match(match["who"]) else None


def _is_rival(one: Harm, other: Harm) -> bool:
    return one.effect == other.effect and bool(number_of(one)) and one.count != other.count and one.part_of is None


def _one_sentence(text: str, one: Harm, other: Harm) -> bool:
    starts = {sentence_start(text, row.evidence[0].span.start) for row in (one, other)}
    return len(starts) == 1
