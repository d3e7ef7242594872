"""One number for the dead and for people to whom something else came: "45 people were killed, injured or kidnapped".

How many of them died is not told, so none of them is counted as dead. Of nine hand-coded numbers of people "killed or
disappeared", "dead or missing" and "killed, injured or kidnapped" six are `casualties` and three, of long wars, killed; both of
"killed or captured" and "killed or arrested" are `incapacitated`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.sentence import sentence_of
from crossread.records import Count, Document, Harm

UNSTATED = Count(low=None, high=None, qualifier="unstated")
_AUXILIARY = r"(?:(?:was|were|are|is|have|has|had|been|being|gone|went|go|forcibly|otherwise|either|reportedly|allegedly)\s+)*"
_DEAD = r"(?P<dead{0}>kill(?:ed|s|ing)|dead|died|murder(?:ed|s|ing)|execut(?:ed|es|ing))"
_HURT = r"(?P<hurt{0}>wound(?:ed|s|ing)|injur(?:ed|es|ing)|hurt|maim(?:ed|s|ing)|tortur(?:ed|es|ing)|beaten)"
_CAUGHT = (
    r"(?P<caught{0}>captur(?:ed|es|ing)|arrest(?:ed|s|ing)|detain(?:ed|s|ing)|imprisoned|jailed|(?:taken|took)\s+prisoner)"
)
_TAKEN = r"(?P<taken{0}>kidnap(?:ped|s|ping)|abduct(?:ed|s|ing)|disappear(?:ed|s)|missing|unaccounted\s+for|taken\s+hostage)"
_OTHERWISE = (
    r"(?P<otherwise{0}>raped|displaced|uprooted|driven\s+out|affected)"  # nobody's death or wound: their number counts neither
)


def _fate(number: int) -> str:
    """One fate of a list; the number keeps the names of its groups apart from those of the others."""
    return (
        rf"{_AUXILIARY}(?:{_DEAD.format(number)}|{_HURT.format(number)}|{_CAUGHT.format(number)}|{_TAKEN.format(number)}"
        rf"|{_OTHERWISE.format(number)})"
    )


_LIST = rf"(?:{_fate(1)},\s+)?(?:{_fate(2)},\s+)?{_fate(3)},?\s+(?:or|and/or)\s+{_fate(4)}"
_NUMBER = r"(?:at\s+least\s+|about\s+|some\s+|more\s+than\s+|over\s+|nearly\s+|around\s+|up\s+to\s+|another\s+|other\s+)*"
# The last fate has no people of its own behind it: not "killed or wounded 12 and captured 30".
_BEHIND = re.compile(
    rf"\s*(?:,\s+)?{_LIST}\b(?!\s+(?:others?|an?other|an?\s|\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|several)\b))",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b{_LIST}\s+{_NUMBER}$", re.IGNORECASE)
_DOES = re.compile(rf"\s+(?:(?:have|has|had)\s+)?{_LIST}\s+{_NUMBER}$", re.IGNORECASE)
_OWN_FATE = re.compile(
    r"(?<=\s)(?:killed|dead|wounded|injured|hurt|missing|abducted|kidnapped|captured|arrested)$", re.IGNORECASE
)
_INCLUDED = re.compile(r"\s*[,(]\s*(?:including|among\s+them)\s[^.;,()]{1,80}(?:,|\))", re.IGNORECASE)
_TOLD_BEFORE = 90  # characters before people in which such a list has them as its object


def settle_either(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with what is told of all who were "killed or abducted"; a doer who "killed or abducted 45" is none of them."""
    text = document.text
    found = [_settled(text, row) if row.score is not None and row.evidence else row for row in rows]
    gone = {at for at, row in enumerate(rows) if row.score is not None and row.evidence and _is_doer(text, row, rows)}
    gone |= {at for at, row in enumerate(found) if row is not rows[at] and _stands_twice(found, at)}
    return list(without_rows(found, gone))


def _settled(text: str, row: Harm) -> Harm:
    fates = _fates(text, row)
    if fates is None or not _tells(fates, "dead"):
        return row
    if _tells(fates, "otherwise"):
        return replace(row, effect="casualties" if _tells(fates, "hurt") else "killed", count=UNSTATED)
    if _tells(fates, "taken"):
        return replace(row, effect="casualties")
    if _tells(fates, "caught"):
        return replace(row, effect="incapacitated")
    return replace(row, effect="casualties") if _tells(fates, "hurt") else row


def _fates(text: str, row: Harm) -> re.Match[str] | None:
    """The list of what befell the people of a row, behind them or before them."""
    sentence = sentence_of(text, row)
    own = _OWN_FATE.search(row.raw)
    behind = (own.group() if own else "") + _INCLUDED.sub("", sentence.behind, count=1)
    return _BEHIND.match(behind) or _BEFORE.search(sentence.before[-_TOLD_BEFORE:])


def _tells(fates: re.Match[str], kind: str) -> bool:
    return any(fates[f"{kind}{number}"] for number in range(1, 5))


def _is_doer(text: str, row: Harm, rows: Sequence[Harm]) -> bool:
    """True for the "gangs" of "Gangs killed, injured or kidnapped 45 people"."""
    end = row.evidence[0].span.end
    others = (other.evidence[0].span.start for other in rows if other is not row and other.evidence)
    return any(_DOES.fullmatch(text, end, start) for start in others if end < start < end + _TOLD_BEFORE)


def _stands_twice(rows: Sequence[Harm], at: int) -> bool:
    """True where an earlier row has the same people with the same effect."""
    row = rows[at]
    return any(row.evidence[:1] == other.evidence[:1] and row.effect == other.effect for other in rows[:at])
