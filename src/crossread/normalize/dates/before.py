"""Days counted back from an act told before, or from the day on which somebody said so: "the day before the bombing"."""

from __future__ import annotations

from datetime import timedelta

from crossread import patterns as re
from crossread.normalize.dates.anchors import ACTS, Told, sentence_around, told_dates
from crossread.normalize.dates.calendar import Stretch
from crossread.normalize.dates.told import told_before
from crossread.normalize.dates.words import read_words
from crossread.records import DateWindow, Document, Slot, Span

_BEFORE = re.compile(
    r"(?:the|an?|\d+|[a-z]{3,9})\s+(?:full\s+)?(?P<unit>days?|nights?|evenings?)\s+before\s+(?:the|that|this|these|those)\s+"
    rf"(?:[\w'’-]+\s+){{0,2}}?(?P<act>{ACTS})",
    re.IGNORECASE,
)
LEAST_WORD = 4  # letters by which "raid" is "raided"
LONGEST_ACT = 1  # days from the first to the last of an act ("on 9 and 10 February")
ONE_DAY = timedelta(days=1)


def day_before_act(document: Document, slot: Slot[DateWindow], *, trigger: Span, language: str) -> DateWindow | None:
    """The day that lies so long before an act whose day an earlier sentence tells by the same word; None for other words.

    The day told last is often another: "Jets bombed a camp on Saturday. He said on Sunday … The day before the bombing".
    The one coded claim of which such words give a day ("the night before the raid") counts so.
    """
    if not slot.evidence or slot.value is not None:
        return None
    match = _BEFORE.match(document.text, slot.evidence[0].span.start)
    if match is None or match.start() <= trigger.start < match.end():
        return None
    number = next((int(word.value) for word in read_words(match.group(), language) if word.tag == "N"), 1)
    act = _last_with_word(document, match, language)
    if act is None or act.stretch.earliest is None or act.stretch.latest is None:
        return None
    first = act.stretch.earliest - timedelta(days=number)
    night = match["unit"].lower().startswith("night")
    return DateWindow(earliest=first, latest=first + ONE_DAY if night else first, precision="days" if night else "day")


def day_of_saying(told: tuple[Told, ...], text: str, start: int) -> Stretch | None:
    """The day of saying of "said on Friday that a shell had hit the camp the day before", told last in the same sentence.

    The two coded claims with such words count from it, whatever day an earlier sentence tells.
    """
    last = told_before(told, start)
    if last is None or not last.reported or last.stretch.unit != "day" or last.stretch.earliest != last.stretch.latest:
        return None
    return last.stretch if len(sentence_around(text, start, start)[0]) >= start - last.span.start else None


def _last_with_word(document: Document, match: re.Match[str], language: str) -> Told | None:
    word = re.compile(rf"\b{re.escape(match['act'].lower()[:LEAST_WORD])}")
    days = told_dates(document.text, document.published, language)
    before = [one for one in days if one.span.end <= match.start() and not one.reported and _is_day(one.stretch)]
    return next((one for one in reversed(before) if word.search(_sentence(document.text, one.span))), None)


def _sentence(text: str, span: Span) -> str:
    return "".join(sentence_around(text, span.start, span.end)).lower()


def _is_day(stretch: Stretch) -> bool:
    first, last = stretch.earliest, stretch.latest
    return stretch.unit == "day" and first is not None and last is not None and (last - first).days <= LONGEST_ACT
