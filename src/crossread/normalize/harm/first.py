"""Numbers of a first count that the same report replaces: "at first we got reports of five dead, but 14 were killed" is 14."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.alike import kind_of
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.speakers import voices_of
from crossread.normalize.harm.words import ANYBODY, BARE, head_of, number_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Harm, Speaker

LONGEST_LEAD = 120  # characters of its own sentence before a number that are read
FURTHEST = 2  # sentences between a first count and the one that takes its place
_FIRST = re.compile(
    r"\b(?:(?:at first|initially)\b[^.;]{0,60}?\b(?:said|says|reported|reports?|put|gave|given|counted|spoke|told|heard|got"
    r"|believed|thought|confirmed|announced|estimated|stated)\b"
    r"|\b(?:said|reported|announced|told\s\w+|estimated|put)\s+earlier\b"
    r"|\b(?:earlier|previously)\s+(?:said|reported|announced|estimated|put|given|gave|counted|told\s\w+|spoken|confirmed)\b"
    r"|(?:first|early|earlier|initial|preliminary)\s+(?:\w+\s+)?(?:reports?|accounts?|counts?|tolls?|figures?|information|estimates?|versions?)\b)"
    r"(?P<rest>[^.;]{0,80})$",
    re.IGNORECASE,
)
_FIRST_BEHIND = re.compile(
    r"[^.;\d]{0,60},\s+(?:[\w'’ -]{2,40}\s)?(?:initially|at first)\s+(?:said|reported|announced|told|put|gave)\b"
    r"|[^.;\d]{0,60},\s+(?:first|early|initial)\s+reports\s+(?:said|had it)\b",
    re.IGNORECASE,
)
# "had first spoken of (six missing), but one had stayed home": withdrawn by what the sentence goes on with
_SPOKE_OF = re.compile(
    r"\b(?:first|initially|at first)\s+(?:spoke[n]?|reported|said|listed|counted|announced|given|gave|put)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"[^.;,\d]{0,20},\s+but\s+(?:\w+\s+){1,4}(?:turned\s+out|proved|had\s+(?:\w+\s+)?(?:stayed|remained|left|escaped|gone)"
    r"|(?:was|were)\s+(?:later\s+|since\s+)?found\s+(?:alive|safe|unhurt|at)|reappeared|resurfaced|came\s+(?:back|home))\b",
    re.IGNORECASE,
)
_OTHER_CLAUSE = re.compile(
    r"\b(?:but|later|then|and|before|now|revised|raised|corrected|up|down|rose|climbed|increased)\b", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:an?other|others?|more(?! than)|further|additional|also|too|separately|elsewhere)\b", re.IGNORECASE)

# "Early reports", "an earlier version of this report", "it": no speaker of their own
_NOBODYS = re.compile(
    r"(?:he|she|it|they|we|i|who|which)$|(?:.*\s)?(?:reports?|accounts?|counts?|tolls?|figures?|information|estimates?|versions?)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def without_first_counts(text: str, rows: Sequence[Harm], *, speakers: Sequence[Speaker] = ()) -> tuple[Harm, ...]:
    """The rows without a first count, where another number of the same effect on the same people stands near it.

    It is a first count by the words before it in its sentence ("initially said", "early reports spoke of") or behind it.

    It gives way to the report's own number and to one of the same speaker; another speaker's is its rival, and both are told
    with those who give them ("the army had previously said that 12 were killed; the rebels said 40").
    """
    rows = without_rows(rows, {at for at, row in enumerate(rows) if _is_corrected(text, row)})
    first = {at for at, row in enumerate(rows) if row.evidence and number_of(row) and _is_first(text, row)}
    voices = voices_of(text, rows, speakers) if first and speakers else {}
    later: dict[int, int] = {}
    rivals: set[int] = set()
    for at in first:
        instead = next((i for i, row in enumerate(rows) if i not in first and _replaces(text, rows[at], row)), None)
        if instead is not None and _are_two(voices.get(at), voices.get(instead)):
            rivals |= {at, instead}
        elif instead is not None:
            later[at] = instead
    kept = [replace(row, speaker=row.speaker or voices[at]) if at in rivals else row for at, row in enumerate(rows)]
    for at, instead in later.items():
        if kept[instead].group is None:  # "14" counts anew the police of "five police"
            kept[instead] = replace(kept[instead], group_type=rows[at].group_type)
    return without_rows(kept, later)


def _are_two(first: str | None, again: str | None) -> bool:
    """True for two speakers, neither of whom is only an early report or a pronoun for the other."""
    if not first or not again or _NOBODYS.match(first) or _NOBODYS.match(again):
        return False
    one, other = (_ARTICLE.sub("", name).casefold() for name in (first, again))
    return not (one.endswith(other) or other.endswith(one))


def _is_corrected(text: str, row: Harm) -> bool:
    """True for a first count of which the same sentence goes on to tell that it was wrong, though by no number of its own."""
    if row.score is None or not row.evidence or not number_of(row):
        return False
    span = row.evidence[0].span
    lead = text[max(span.start - LONGEST_LEAD, sentence_start(text, span.start)) : span.start]
    return _SPOKE_OF.search(lead) is not None and _CORRECTED.match(text, span.end) is not None


def _is_first(text: str, row: Harm) -> bool:
    span = row.evidence[0].span
    told = _FIRST.search(text[max(sentence_start(text, span.start), span.start - LONGEST_LEAD) : span.start])
    if told is not None and not _OTHER_CLAUSE.search(told["rest"]):
        return True
    return _FIRST_BEHIND.match(text, span.end) is not None


def _replaces(text: str, first: Harm, row: Harm) -> bool:
    """True for another number of the same people, in a sentence near the first count's."""
    if not row.evidence or row.effect != first.effect or row.part_of is not None or number_of(row) in (None, number_of(first)):
        return False
    start = row.evidence[0].span.start
    if abs(sentence_at(text, start) - sentence_at(text, first.evidence[0].span.start)) > FURTHEST:
        return False
    if _MORE.search(text[max(0, start - 12) : start] + row.raw):
        return False
    if row.group is None or head_of(row) in ANYBODY | BARE or head_of(row) == head_of(first):
        return True
    return kind_of(first.group_type) == kind_of(row.group_type) and (number_of(row) or 0) > (number_of(first) or 0)
