"""Days counted from an act in the same breath: "shot on Thursday, two days after a bombing", "two days after the blasts"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crossread import patterns as re
from crossread.normalize.dates.anchors import Told, sentence_around, told_dates
from crossread.normalize.dates.bearings import told_unit
from crossread.normalize.dates.calendar import precision_of
from crossread.normalize.dates.counted import at_distance, told_amount
from crossread.normalize.dates.offsets import ends_open
from crossread.normalize.dates.told import last_told
from crossread.normalize.dates.words import Word, read_words
from crossread.records import DateWindow, Document, Slot, Span

# "The attack came two days after the army retook …": the act told before has its day already
_COMES = r"(?:(?:the|this|that|these|those)\s+[\w-]+(?:\s+[\w-]+)?|they|it|both)"
_COMES += r"\s+(?:came|comes|happened|occurred|took place|followed)\s+"
_CAME = re.compile(_COMES + r"(?:just\s+|only\s+)?$", re.IGNORECASE)
# "The attempt came a day after a man was seized, and (two days after …)": both count from the act told before
_CAME_TOO = re.compile(_COMES + r"[^.;]{3,30}?\safter\b[^.;]*\band\s+$", re.IGNORECASE)
_AFTER_THAT = re.compile(r"\s+(?:that|this)\s*(?:[.;,:]|$)")  # "and three were killed two days after that"
# What stands before words that open a clause: nothing, "But", "He said that,"
_OPENS_CLAUSE = re.compile(r"(?:^|\bthat,?)\W*$|^\W*(?:and|but|then|so|yet|just|only|late|early|on \w+,)\W*$", re.IGNORECASE)
# What has a day of its own that no other act's day gives: "three days after the vote"
_NO_ACT = re.compile(
    r"(?:vot|election|poll|referend|visit|summit|speech|inaugurat|deadline|anniversar|ceremon|talks|announce|arrival|festival"
    r"|holiday|release|trial|verdict|budget|law)",
    re.IGNORECASE,
)
BEHIND = 12  # characters behind a length in which "after" stands
LONGEST_ACT = 1  # days from the first to the last of an act ("on 9 and 10 February")
LEAST_WORD = 4  # letters by which "raid" is "raided"
NEAR = 100  # characters between "two days after" and the act that it counts from
_DATED = frozenset("MDYrAXIKWC")
_BEHIND = re.compile(r"[\w\s-]{3,25}? after (?:the|that|those|this|these)\s+(?P<act>[\w-]+)", re.IGNORECASE)


def day_by_act(document: Document, slot: Slot[DateWindow], *, trigger: Span, language: str) -> DateWindow | None:
    """The day of an act that a length dates by another act; None where the words are no such length or nothing dates the other.

    The act that stands behind "after" lay so long before the day its sentence is about; an act told in the main clause came
    so long after the one that was told before ("the blasts"), and never after publication.
    """
    length = _length(read_words(slot.raw, language))
    if length is None or not slot.evidence:
        return None
    span = slot.evidence[0].span
    counted = told_amount(length)
    if _points_back(document.text, slot.raw, span, trigger):
        base, by = _day_before(document, span, language), -counted
    elif _stands_behind(document.text, span, trigger):
        lead = sentence_around(document.text, span.start, span.end)[0]
        known = _CAME.search(lead) or _CAME_TOO.search(lead)
        base, by = (_day_before if known else _day_of_sentence)(document, span, language), counted
    else:
        return None
    found = at_distance(base, by, told_unit(length))
    if found is None or (document.published is not None and found.earliest is not None and found.earliest > document.published):
        return None
    return DateWindow(earliest=found.earliest, latest=found.latest, precision=precision_of(found))


def leads_to(text: str, span: Span, trigger: int, language: str) -> bool:
    """True where the trigger is in the clause that "three days after" leads in, or in another sentence.

    False for "three days after the vote, men attacked a hotel" and "men attacked a hotel, three days after the vote". Eleven
    coded acts told in such a clause have their day counted back from the report; the two told in the main clause, of which
    nothing else tells the day, have none.
    """
    words = read_words(text, language, start=span.start, end=min(len(text), span.end + BEHIND))
    after = next((word.end for word in words if word.tag == "w"), None)
    before, rest = sentence_around(text, span.start, span.end)
    if after is None or not span.start - len(before) <= trigger < span.end + len(rest):
        return True
    parted = "," in text[after:trigger] and _OPENS_CLAUSE.search(before) is not None
    return trigger >= after and not parted


def _length(words: Sequence[Word]) -> Sequence[Word] | None:
    """The words up to the "after" of a counted length, if no day stands among them all."""
    if any(word.tag in _DATED for word in words):
        return None
    for at, word in enumerate(words):
        if word.tag == "w" and ends_open(words[: at + 1]):
            return words[:at] if any(one.tag in "Ni" for one in words[:at]) else None
    return None


def _stands_behind(text: str, span: Span, trigger: Span) -> bool:
    between = text[span.end : trigger.start]
    if trigger.start < span.end:
        return trigger.start >= span.start
    return len(between) <= NEAR and not any(mark in between for mark in ",;:.\n")


def _points_back(text: str, raw: str, span: Span, trigger: Span) -> bool:
    """True for "two days after the blasts" in front of what is told, an act told before, and for "two days after that"."""
    if raw.lower().endswith((" that", " this")) or _AFTER_THAT.match(text, span.end):
        return True
    if sentence_around(text, span.start, span.end)[0].strip(" \"“'"):
        return False
    behind = _BEHIND.match(text, span.start)
    return behind is not None and trigger.start >= behind.end()


def _day_of_sentence(document: Document, span: Span, language: str) -> date | None:
    """The only day that the rest of the sentence gives."""
    before, after = sentence_around(document.text, span.start, span.end)
    told = _points_told(document, language)
    days = {
        one.stretch.earliest
        for one in told
        if span.start - len(before) <= one.span.start < span.end + len(after)
        and not (one.span.start < span.end and span.start < one.span.end)
        and one.stretch.earliest == one.stretch.latest
    }
    return days.pop() if len(days) == 1 else None


def _day_before(document: Document, span: Span, language: str) -> date | None:
    """The day in the last sentence that tells the act by the same word, else the last day told before."""
    told = told_dates(document.text, document.published, language)
    behind = _BEHIND.match(document.text, span.start)
    act = behind["act"].lower() if behind else ""
    word = act[:LEAST_WORD]
    for one in reversed(told):
        if one.span.end <= span.start and not one.reported and one.stretch.earliest == one.stretch.latest:
            sentence = "".join(sentence_around(document.text, one.span.start, one.span.end)).lower()
            if word and re.search(rf"\b{re.escape(word)}", sentence):
                return one.stretch.earliest
    if _NO_ACT.match(act):
        return None
    last = last_told(_points_told(document, language), span.start, unit="day")
    if last is None or last.earliest is None or last.latest is None or (last.latest - last.earliest).days > LONGEST_ACT:
        return None
    return last.earliest


def _points_told(document: Document, language: str) -> tuple[Told, ...]:
    """The dates told without the lengths that only lead to an act ("a day after"), which count from another day themselves."""
    told = told_dates(document.text, document.published, language)
    return tuple(one for one in told if not ends_open(read_words(document.text[one.span.start : one.span.end], language)))
