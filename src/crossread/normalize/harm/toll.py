"""Readings of one toll: a toll told as a whole, the earlier figure that it corrects, people told out of the dead.

"The number of people who died has risen to 23, correcting its earlier figure of 18. Four of the injured died this week."
is 23: adding these up would make a number that nobody told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.name_folding import fold_name
from crossread.normalize.harm.missing import is_share_of_risen_toll
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.words import BARE, NOBODY_ELSE, POINTING, head_of, number_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Harm

LONGEST_LEAD = 200  # characters of its own sentence before a number that are read
OF_WITHIN = 40  # characters behind a bare number in which "of these deaths" stands
_DEAD = r"(?:dead|deaths?|deceased|killed|fatalities|victims?|bodies)"
# "which brings the toll of 11 March to 12"
_LIFTS = (
    r"(?:brings?|bringing|brought|raises?|raising|raised|pushes|pushing|pushed|takes?|taking|took) "
    r"(?:the|its|their) (?:(?:death |total )?toll|(?:total |overall )?number of (?:[\w’'-]+ ){0,3}?[\w’'-]+"
    r"|(?:total |overall )?number (?:killed|dead)|figure|(?:death )?tally|(?:death |body |total )?count|total)"
)
# "bringing to (five the number of Army men slain)"
_LIFTED = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|tak(?:es?|ing)|took|rais(?:es?|ed|ing)|push(?:es|ed|ing)?) to (?:at least )?$", re.IGNORECASE
)
_PUT_AT = re.compile(r"\bput(?:s|ting)? (?:the|their|its)\b", re.IGNORECASE)  # "The paper put the toll at": another's count
_NUMBER_OF = re.compile(r"\s*(?:the|their|its)\s+(?:total\s+|overall\s+)?(?:number|toll|count|total)\b", re.IGNORECASE)

# "in all, at least (23) were killed", "(23 people) lost their lives altogether"
_ALTOGETHER = re.compile(
    r"\b(?:altogether|in all|in total|all told|overall),?\s+(?:at least\s+|about\s+|some\s+|as many as\s+)?$", re.IGNORECASE
)
_ALTOGETHER_BEHIND = re.compile(r"[^.;,\d]{0,50}\b(?:altogether|in all|in total|all told)(?=\s*(?:[,.;:)\n]|$))", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?:(?:death |body )?(?:toll|count)"
    rf"|number of (?:the |those |people |persons |fatal |confirmed |civilian )*"
    rf"(?:{_DEAD}|who (?:have |had )?(?:died|been killed|were killed))"
    r"|total)\b(?P<between>[^.;\d]*|[^.;]*\b(?:ris(?:en|es)|rose|climb(?:ed|s)|increased|grown|raised|revised|brought)"
    r" (?:\w+ )?to (?:at least |about |some )?)$"
    rf"|\b{_LIFTS}[^.;]{{0,40}} to (?:at least |about |some )?$",
    re.IGNORECASE,
)
# The line of a post that brings a number up to date: "UPDATE: 9 dead"
_UPDATE = re.compile(r"(?:^|\n)[^\w\n]{0,4}(?:update[sd]?|upd|correction|corrected)\b[^.;\n]{0,40}$", re.IGNORECASE)
# "has risen to 38, after seven more bodies were recovered": these are among the 38.
_RISES = re.compile(
    r"\b(?:ris(?:en|es)|rose|climb(?:ed|s)|increased|grown|raised|revised|brought"
    rf"|(?:now|currently) stands? at|is now|{_LIFTS})\b",
    re.IGNORECASE,
)
_WITHDRAWN = Worded(
    "article dispatch earlier first from initial original post previous prior report story version",
    r"\b(?:(?:earlier|previous|initial|original|prior|first)\s+(?:\w+\s+)?(?:figure|toll|count|number|estimate|tally|total)s?"
    r"\s+(?:of|was|were|had been|stood at|put it at|gave)"
    r"|(?:up|down|raised|lowered|revised|ris(?:en|es|ing)|rose|increased|climb(?:ed|s)|grew|grown|passed|jumped|went)"
    r" from(?: an? (?:earlier|initial|previous))?"
    r"|(?:corrected|revised|updated|changed|amended|adjusted)\b[^.;]{0,60}?\bfrom"
    r"|(?:our|(?:earlier|previous|first|original)) (?:report|story|article|dispatch|version|post) "
    r"(?:[^.;]{0,160}\s)?(?:said|stated|wrote|reported|had it)(?: wrongly| incorrectly)?(?: that)?"
    r"|(?:at first|initially|first) (?:reported|said|gave|counted|confirmed|spoke of|announced)(?: that)?"
    r"(?: (?:at least |about |some )?[\w-]+ (?:dead|deaths|killed|people killed) and)?"
    r"|(?:at first|initially) (?:\w+ ){0,6}(?:put|given|reported|told|estimated)(?: [^.;,\d]{0,40})? (?:at|as))"
    r"\s+(?:at least\s+|about\s+|some\s+)?$",
    re.IGNORECASE,
)
# "2,010 civilians, compared with (1,344) in the same period of 2019": those of another period. None of seven such numbers of
# people in hand-coded reports is a row beside the first.
_COMPARED = re.compile(r"\b(?:as\s+)?compared\s+(?:with|to)\s+(?:at\s+least\s+|about\s+|some\s+)?$", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:as\s+against|against|versus|(?:up|down)\s+from)\s+$", re.IGNORECASE)
_EARLIER = re.compile(
    r"(?:\s+(?!in\b)[\w-]+){0,2}\s+(?:in|during|for|over)\s+(?:all\s+of\s+)?(?:(?:the\s+)?(?:same|previous|preceding|corresponding|last)\b"
    r"|(?:the\s+(?:first|second|third)\s+(?:[\w-]+\s+){1,2}of\s+)?(?:(?:the\s+year|[A-Z]\w+)\s+)?(?:19|20)\d\d\b)"
)
# "The dead include (two soldiers)"
_INCLUDE = re.compile(rf"\b(?:the|those) (?:\w+ )?(?:{_DEAD})\b[^.;]{{0,40}}?\binclud(?:e|ed|es)\b[^.;]*$", re.IGNORECASE)
_OF_THE_DEAD = re.compile(rf"\bof (?:the|these|those)(?: \w+)? (?:{_DEAD}|killings)\b|\bof those who died\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:an?other|others?|more|further|additional|also|too|separately|elsewhere)\b", re.IGNORECASE)
_SOME = re.compile(r"\bamong\b", re.IGNORECASE)  # "the toll among civilians" counts no soldiers
_LOOSE = NOBODY_ELSE | frozenset("deaths lives killed".split()) | {""}
_MOST_OF = re.compile(
    r"(?:most|many|some|several|half|a majority|the majority|nearly all|almost all) of "
    r"(?:them|(?:the|those|its) (?:victims|dead|deceased|killed|fatalities|casualties|wounded|injured|people killed|bodies))$",
    re.IGNORECASE,
)
# "Most of the victims were (women and children)"
_MOST_WERE = re.compile(
    r"\b(?:most|many|majority|all|some|half) of (?:the|those|them)\b[^.;,]{0,40}\b(?:were|are|being)\s+$", re.IGNORECASE
)
_BARE = frozenset(("", "wounded", "injured", "dead", "killed", "casualties", "the wounded", "the injured", "the dead"))
_ARMED = frozenset(
    "state_forces foreign_forces police rebel_group political_militia communal_militia unidentified_armed_group".split()
)


def settle_tolls(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows without figures that the report itself withdraws, and with those that a whole toll holds as its parts.

    A toll is a bare number, or one of people or dead, behind "death toll", "number of people who died" and the like. It holds
    what is told before it, and what is told behind it unless the words say that these are more ("another two") or they are
    fighters. A figure is withdrawn ("an earlier figure of 18") only where another one of the same effect stands.
    """
    kept = _without_withdrawn(text, _with_unnumbered(text, rows))
    found = list(kept)
    for whole in [at for at, row in enumerate(kept) if _is_toll(text, row)]:
        for at in range(len(found)):
            if at != whole and _is_in(text, found, at, whole):
                found[at] = replace(found[at], part_of=whole)
    found = list(fill_tolls(text, found))
    for at, row in enumerate(found):
        if row.part_of is None and row.evidence and (_is_of_the_dead(text, row) or is_share_of_risen_toll(text, row)):
            wholes = [i for i, other in enumerate(found) if i != at and _stands(other, row) and _number(other) >= _number(row)]
            if wholes:
                found[at] = replace(row, part_of=max(wholes, key=lambda i: _number(found[i])))
    return tuple(_flat(found))


def _with_unnumbered(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with words that tell people again without their number as a second quote of these.

    "Wounded" behind "two wounded", and the "scores of civilians" of a headline whom the story numbers.
    """
    found: list[Harm | None] = list(rows)
    for at, row in enumerate(rows):
        open_ended = row.count is not None and row.count.qualifier in ("unstated", "vague") and row.evidence
        if not open_ended or row.part_of is not None or any(other.part_of == at for other in rows):
            continue
        numbered = [i for i, other in enumerate(rows) if found[i] is not None and _stands(other, row) and _number(other)]
        unstated = row.count is not None and row.count.qualifier == "unstated"
        if _MOST_OF.match(row.raw) or _MOST_WERE.search(_lead(text, row)):
            first = next(
                (i for i, other in enumerate(rows[:at]) if found[i] and other.effect == row.effect and _number(other)), None
            )
        elif unstated and (fold_name(row.group or "") in _BARE or _points_at_all(row)):
            first = next((i for i in numbered if i < at), None)
        else:
            first = next((i for i in numbered if _tells_again(text, rows[i], row)), None)
        if first is not None:
            whole = found[first] or rows[first]
            found[first], found[at] = replace(whole, evidence=(*whole.evidence, *row.evidence)), None
    whole_rows = [row if row is not None else rows[at] for at, row in enumerate(found)]
    return without_rows(whole_rows, {at for at, row in enumerate(found) if row is None})


def _points_at_all(row: Harm) -> bool:
    """True for "all the victims", "the dead": whoever was counted before."""
    return POINTING.match(row.raw) is not None and head_of(row) in NOBODY_ELSE


def _tells_again(text: str, numbered: Harm, row: Harm) -> bool:
    """True for words without a number on the people whom another sentence numbers: the same noun, or anybody of their kind."""
    start = row.evidence[0].span.start
    if not numbered.evidence or _MORE.search(text[max(0, start - 12) : start] + row.raw):
        return False
    if sentence_at(text, start) == sentence_at(text, numbered.evidence[0].span.start):
        return False
    noun = head_of(row)
    loose = noun in NOBODY_ELSE and row.group_type == numbered.group_type
    return bool(noun) and (noun == head_of(numbered) or loose)


def _without_withdrawn(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    gone = {
        at for at, row in enumerate(rows) if row.evidence and (_WITHDRAWN.search(_lead(text, row)) or _is_earlier(text, row))
    }
    gone = {at for at in gone if any(_stands(other, rows[at]) for i, other in enumerate(rows) if i not in gone)}
    return without_rows(rows, gone)


def _is_earlier(text: str, row: Harm) -> bool:
    """True for the 1,344 of "compared with 1,344 in the same period of 2019", or "against 1,344 in …"."""
    if row.score is None or _EARLIER.match(text, row.evidence[0].span.end) is None:
        return False
    lead = _lead(text, row)
    bare = row.raw[:1].isdigit() and row.raw[-1:].isdigit()
    return _COMPARED.search(lead) is not None or (bare and _AGAINST.search(lead) is not None)


def _is_toll(text: str, row: Harm) -> bool:
    if not row.evidence or row.part_of is not None or row.speaker is not None or _number(row) < 1:
        return False
    span = row.evidence[0].span
    if _ALTOGETHER.search(_lead(text, row)) or _ALTOGETHER_BEHIND.match(text, span.end):
        return True
    if _UPDATE.search(_lead(text, row)) and not _is_further(text, row):
        return head_of(row) in _LOOSE | BARE
    if _LIFTED.search(_lead(text, row)) and _NUMBER_OF.search(text[span.start : span.end + OF_WITHIN]):
        return True
    if head_of(row) not in _LOOSE | BARE:
        return False
    toll = _TOLL.search(_lead(text, row))
    if toll is not None and head_of(row) and _PUT_AT.search(_lead(text, row)):
        return False
    return toll is not None and _SOME.search(toll["between"] or "") is None


def _is_in(text: str, rows: Sequence[Harm], at: int, whole: int) -> bool:
    """True where row `at` counts people whom the toll `whole` holds."""
    row, toll = rows[at], rows[whole]
    if not row.evidence or toll.part_of is not None or not _stands(row, toll) or not 0 < _number(row) < _number(toll):
        return False
    start = row.evidence[0].span.start
    if start < toll.evidence[0].span.start:
        return True
    if _INCLUDE.search(_lead(text, row)):
        return True
    more = _is_further(text, row)
    rises = _RISES.search(_lead(text, toll)) or _UPDATE.search(_lead(text, toll))
    if more and rises and sentence_at(text, start) == sentence_at(text, toll.evidence[0].span.start):
        return True
    return not more and row.group_type not in _ARMED


def fill_tolls(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with further people taken into the number that they and its last part make."""
    found = list(rows)
    for whole in range(len(found)):
        _fill_up(text, found, whole)
    return tuple(found)


def _fill_up(text: str, rows: list[Harm], whole: int) -> None:
    """Take further people behind a number into it where they and the part told last before them make it exactly.

    "The toll has risen to 12. Nine died on the spot. Three more died overnight" is 12.
    """
    if not rows[whole].evidence or rows[whole].part_of is not None or rows[whole].score is None:
        return
    end = rows[whole].evidence[0].span.end
    behind = sorted((row.evidence[0].span.start, at) for at, row in enumerate(rows) if row.evidence)
    parts = [(start, at) for start, at in behind if start > end and rows[at].part_of == whole]
    for start, at in behind:
        before = [part for begin, part in parts if begin < start]
        fits = bool(before) and _number(rows[before[-1]]) + _number(rows[at]) == _number(rows[whole])
        if start > end and fits and at != whole and _stands(rows[at], rows[whole]) and _is_further(text, rows[at]):
            rows[at] = replace(rows[at], part_of=whole)


def _is_further(text: str, row: Harm) -> bool:
    start = row.evidence[0].span.start
    return _MORE.search(text[max(0, start - 12) : start] + row.raw) is not None


def _is_of_the_dead(text: str, row: Harm) -> bool:
    """True for "20 of the dead", and for the bare number of "has verified 52 of these deaths"."""
    behind = text[row.evidence[0].span.end :][:OF_WITHIN].lstrip()
    return _OF_THE_DEAD.search(row.raw) is not None or (row.group is None and _OF_THE_DEAD.match(behind) is not None)


def _stands(row: Harm, other: Harm) -> bool:
    """True for a number of the same effect, told as the other one is, that is not part of anything."""
    return row.part_of is None and (row.effect, row.speaker) == (other.effect, other.speaker) and number_of(row) is not None


def _number(row: Harm) -> int:
    return number_of(row) or 0


def _lead(text: str, row: Harm) -> str:
    """What stands before the row in its own sentence."""
    start = row.evidence[0].span.start
    return text[max(start - LONGEST_LEAD, sentence_start(text, start)) : start]


def _flat(rows: Sequence[Harm]) -> list[Harm]:
    """The rows with parts of parts pointing at the whole: "nine of them women" of 11 of the 23 dead."""
    flat = []
    for row in rows:
        whole = rows[row.part_of].part_of if row.part_of is not None else None
        flat.append(row if whole is None else replace(row, part_of=whole))
    return flat
