"""What stands around a date expression: dates told before it, the sentence's tense, words of reporting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.calendar import Stretch
from crossread.normalize.dates.carried import Lender, goes_on, lends, lent_year
from crossread.normalize.dates.cues import begins, cue, ends, stands
from crossread.normalize.dates.either import day_comes_first
from crossread.normalize.dates.finder import iter_expressions
from crossread.normalize.dates.offsets import says_again
from crossread.normalize.dates.ranges import read_stretch
from crossread.normalize.dates.saying import owns_up, said_behind
from crossread.normalize.dates.stop_datelines import stop_dateline
from crossread.normalize.dates.words import Word
from crossread.normalize.sentences import NO_ABBREVIATION, marks_between
from crossread.normalize.worded import Worded
from crossread.records import Span

_BACK = frozenset("vbe")  # tags of words that look back: "previous", "earlier", "before"
_DATED = frozenset("MDYrAXIKWC")
# "On the (day before)", "Only two (nights earlier)" at the head of a sentence
_OPENS = re.compile(
    r"\W*(?:(?:on|in|the|an?|only|just|barely|some|about|nearly|\d+|one|two|three|four|five|six|ten)\s+){0,3}", re.IGNORECASE
)
SEEN = 25  # characters after "witnesses reported" in which what is told was seen on that very day ("heavy fighting")
ACTS = (
    r"(?:(?:car|suicide|mass|knife|gun|bomb|mortar|rocket|missile|drone|air)[ -])?(?:attacks?|strikes?|air ?strikes?|raids?"
    r"|bombs?|bombings?|blasts?|explosions?|detonations?|shootings?|killings?|deaths?|massacres?|murders?|assaults?"
    r"|ambush(?:es)?|clash(?:es)?|fighting|gunfight|shelling|riots?|coup|crackdown|kidnappings?|abductions?)\b"
)
# "(called for an inquiry) into the killing": what it is about has happened
_ABOUT_ACT = re.compile(rf"\b(?:into|over|after|following)\s+(?:[\w'’-]+\s+){{0,4}}?{ACTS}")
# "a bank in Jalalabad, where 12 soldiers had been killed on (Sunday)"
_HAD_BEEN = re.compile(
    r",?\s+(?:where|which|who|whose|when)\b[^.;,]{0,80}?\bhad\s+(?:[a-z]+ly\s+)?(?:been\s+)?[a-z]+[^.;,]{0,60}$"
)
_DATELINE_HEAD = re.compile(r"[^\W\d_a-z][A-ZÀ-ÖØ-Þ'’. -]{2,40}(?:[,(][\w'’.,() -]{0,60})?[,)]\s*(?:[A-Z][a-z]+day,?\s*)?")
_DATELINE_TAIL = re.compile(r"(?:,?\s*\d{4})?\s*(?:\([^()\n]{1,80}\))?\s*[-–—]{1,2}\s")
# A whole dateline at the head of a line: "BUNIA, 12 March 2018 (Agency) - ", "GAO, Mali, March 8 - ", "Goma (Agency) - "
_DATELINE = re.compile(
    r"^(?:[^\W\d_a-z][A-ZÀ-ÖØ-Þ'’. -]{2,40}(?=\s?[,(])"
    r"(?:\([^()\n]{1,80}\)|[\s,./]+|\d{1,4}(?:st|nd|rd|th)?\b|[A-Z][\w'’]*(?![\w'’])|(?:of|the|de|la|du|del|and)\b){2,24}"
    r"|[^\W\d_a-z][\w.,'’ /-]{2,60}?\s\([^()\n]{1,80}\)\s*)(?<=[\s)])[-–—]{1,2}\s+",
    re.MULTILINE,
)
_CLAUSE_ENDS = re.compile(r"[,;:]")
_SENTENCE_END = re.compile(NO_ABBREVIATION + r"[.!?](?=\s)|\n|[|•]")
# "In an interview on (Friday)", "said in a statement on (Friday)", "The group, in a message on (Sunday), claimed"
_IN_STATEMENT = Worded(
    "briefing communiqu conference interview message recording release statement video",
    r"(?:^\W*|,\s+|\b(?:said|announced|stated|confirmed|claimed)\s+)(?:in|at|during)\s+(?:an?|its|his|her|their)\s+(?:[\w’'-]+\s+){0,2}"
    r"(?:statement|interview|briefing|conference|communiqu[eé]|release|message|video|recording)\s+"
    r"(?:(?:posted|issued|released|published|broadcast|aired)\s+)?(?:late\s+)?(?:on\s+)?$",
    re.I,
)
# "maintained in a communiqué of (11 October)": both coded days told so are of the saying
_OF_STATEMENT = re.compile(
    r"\bin\s+(?:an?|its|his|her|their)\s+(?:[\w’'-]+\s+){0,2}(?:statement|communiqu[eé]|letter|release|message|note|declaration)\s+"
    r"(?:of|dated)\s+(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
# "reported the killing of": what somebody reports so has been done before
_PAST_ACT = re.compile(
    r"\s+(?:the|that)\s+(?:[\w-]+\s+){0,2}?(?:killing|murder|execution|assassination|death|rape|torture|abduction|kidnapping"
    r"|disappearance)s?\s+of\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"\bannounc\w+$")
# "(On Monday the minister said) bandits had killed": six of seven coded days told so are of the saying
_HAD = re.compile(r"\s+(?:[\w’'-]+\s+){1,5}?had\s+(?!been\s+seen\b)")
# "(said) that at about 10 a.m. on Tuesday" is no more the day of the saying than "(said) that on Tuesday"
_THAT_AT = re.compile(r"that\s+(?:at|on|in|around|about|by|from|between|early|late)\b", re.IGNORECASE)
_HOUR = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?\s?m\b|\b\d{1,2}:\d\d\b|\b\d{4}\s?(?:hours|hrs|gmt)\b", re.IGNORECASE)
# "The blast on Tuesday claimed seven lives" says nothing.
_TAKES_LIVES = re.compile(r"\s*claim(?:ed|s)\s+(?:[\w'’-]+\s+){0,4}(?:lives|life)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date expression found in the text and the days it names; `reported` where it is the day of saying or writing.

    `lent` is the year that a day without one has from a day told before it, `aside` the end of the sentence where the words
    only look back ("a grenade attack the previous evening"): what is told behind it goes on from the day before them.
    """

    span: Span
    stretch: Stretch
    reported: bool = False
    lent: int | None = None
    aside: int | None = None


@lru_cache(maxsize=256)
def told_dates(text: str, published: date | None, language: str, *, looks_back: bool = False) -> tuple[Told, ...]:
    """Every date the text tells, in order, each with the one before it as anchor; an annual report `looks_back` a year."""
    told: list[Told] = []
    anchor: Stretch | None = None
    last: Stretch | None = None
    lender: Lender | None = None
    held: tuple[int, Stretch | None, Stretch | None] | None = None
    for run in iter_expressions(text, language):
        span = Span(start=run[0].start, end=run[-1].end)
        if held is not None and span.start >= held[0]:
            (_, anchor, last), held = held, None
        bearings = Bearings(
            published=published,
            anchor=anchor,
            told=last,
            future=speaks_of_future(text, span, language),
            day_first=day_comes_first(text, published) if any(word.tag == "C" for word in run) else None,
            looks_back=looks_back,
        )
        stretch = told[-1].stretch if told and says_again(text, told[-1].span.end, run) else read_stretch(run, bearings)
        stretch, lent, lender = _with_lent_year(text, run, stretch, lender, bearings)
        if stretch and stretch.earliest:
            reported = is_reporting(text, span, language) or stands_in_dateline(text, span)
            aside = _end_of_aside(text, run, stretch, last)
            told.append(Told(span=span, stretch=stretch, reported=reported, lent=lent, aside=aside))
            if reported and last is not None:
                continue
            held = (aside, anchor, last) if aside is not None else held
            last = stretch
            anchor = stretch if stretch.unit == "day" else anchor
    return tuple(told)


def _with_lent_year(
    text: str, run: Sequence[Word], stretch: Stretch | None, lender: Lender | None, bearings: Bearings
) -> tuple[Stretch | None, int | None, Lender | None]:
    """The stretch read again with the year lent to it if one is, that year, and what lends its year to the next date."""
    if stretch is None or goes_on(run):
        return stretch, None, lender
    before, _ = sentence_around(text, run[0].start, run[-1].end)
    year = lent_year(text, run, stretch, lender, bearings.published, before)
    if year is None:
        return stretch, None, lends(run, stretch, before)
    again = read_stretch(run, replace(bearings, lent=year))
    return again, year, Lender(end=run[-1].end, stretch=again) if again else None


def _end_of_aside(text: str, run: Sequence[Word], stretch: Stretch, last: Stretch | None) -> int | None:
    """The end of the sentence in which words look back from the day told last; None for words that open a sentence.

    So do those of "a bank where twelve had been killed on Sunday". In four of five coded reports the days told behind such a
    sentence count from the day before it; behind "Two weeks earlier, …" at the head of one, in four of five from that.
    """
    tags = {word.tag for word in run}
    if last is None or last.earliest is None or stretch.earliest is None:
        return None
    before, after = sentence_around(text, run[0].start, run[-1].end)
    if stretch.earliest < last.earliest and "had" in before and _HAD_BEEN.search(before):
        return run[-1].end + len(after)
    if not tags & _BACK or tags & _DATED:
        return None
    return None if _OPENS.fullmatch(before) or stretch.earliest >= last.earliest else run[-1].end + len(after)


@lru_cache(maxsize=512)
def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the same sentence before and after a place, at most 300 characters each; kept for the next question.

    A dateline is no part of the sentence behind it.
    """
    begins, last = _beginning(text, max(0, start - 300), start), _end(text, end, end + 300)
    line = text.rfind("\n", 0, start) + 1
    head = _end_of_dateline(text, line)
    if line < head <= start:
        begins = max(begins, head)
    elif end <= head:
        last = min(last, head)
    return text[begins:start], text[end:last]


def _beginning(text: str, first: int, start: int) -> int:
    """Where the sentence begins that goes on at `start`; no word before `first` is read."""
    words = text[first:start]
    marks = reversed(marks_between(text, first, start))
    return next((mark + 1 for mark in marks if _SENTENCE_END.match(words, mark - first)), first)


def _end(text: str, end: int, last: int) -> int:
    """Where the sentence that has come to `end` stops; no word from `last` on is read."""
    words = text[end:last]
    marks = marks_between(text, end, last)
    return next((mark for mark in marks if _SENTENCE_END.match(words, mark - end)), end + len(words))


@lru_cache(maxsize=64)
def _end_of_dateline(text: str, line: int) -> int:
    """Where the whole dateline at the head of a line ends, -1 where there is none; kept, as a paragraph is one line."""
    head, stop = _DATELINE.match(text, line), stop_dateline(text)
    if stop is not None and stop[0] == line:
        return stop[1]
    return head.end() if head is not None else -1


def speaks_of_future(text: str, span: Span, language: str) -> bool:
    """True where a cue such as "will" or "vowed to" stands shortly before the date, in the same clause.

    Not where an act that something is about stands in between: "called for an inquiry into the killing on Friday".
    """
    before, _ = sentence_around(text, span.start, span.end)
    clause = _CLAUSE_ENDS.split(before.lower())[-1][-90:]
    about = list(_ABOUT_ACT.finditer(clause))
    return stands(language, "future", clause[about[-1].end() :] if about else clause)


def speaks_of_promise(text: str, span: Span, language: str) -> bool:
    """True where "would" stands before the date in its clause: ahead of the report for a threat, and for "by" a day."""
    before, _ = sentence_around(text, span.start, span.end)
    return stands(language, "promised", _CLAUSE_ENDS.split(before.lower())[-1][-90:])


def is_reporting(text: str, span: Span, language: str, trigger: int | None = None) -> bool:
    """True where the words around make the date the day of reporting: "a letter dated", "said on Tuesday that".

    With the place of the trigger, also "On Tuesday, local press reported men had been taken" (told behind the saying), and not
    "on Thursday announced a ceasefire", where the saying is the doing.
    """
    before, after = sentence_around(text, span.start, span.end)
    told = trigger - span.end if trigger is not None else None
    if stands(language, "reported", before.lower()[-40:]) or _IN_STATEMENT.search(before) or _OF_STATEMENT.search(before):
        return True
    if ends(language, "saying", before.lower()):
        if _THAT_AT.match(text, span.start) or _is_hour_of_act(text[span.start : span.end], after):
            return False
        return not _is_day_of_object(before, text[span.start : span.end], after)
    if begins(language, "saying", after.lower()) and not _TAKES_LIVES.match(after):
        done = cue(language, "performing", r"\s*(?:%s)\s+(?:\S{1,3}\s+)?(?:[\w-]+\s+){0,2}").match(after.lower())
        return not (done and told is not None and 0 <= told <= done.end() and " that " not in done.group())
    if told is not None and _is_of_accusation(language, before.lower(), after.lower(), told):
        return True
    said = said_behind(language, after)
    if said is None or told is None:
        return False
    past = _PAST_ACT.match(after, said) is not None and _ANNOUNCES.search(after[:said]) is None
    past = past or _HAD.match(after, said) is not None or owns_up(after, said)
    seen = 0 if past or begins(language, "said_what", after[said:].lower()) else SEEN
    return said + seen <= told <= len(after)


def says_what_had_been(text: str, span: Span, language: str, trigger: int | None) -> bool:
    """True for "In July, the Commission reported that soldiers had killed twelve": done by the end of that month, or before."""
    _, after = sentence_around(text, span.start, span.end)
    said = said_behind(language, after)
    had = _HAD.match(after, said) if said is not None else None
    return had is not None and trigger is not None and had.end() <= trigger - span.end <= len(after)


def _is_hour_of_act(told: str, after: str) -> bool:
    """True for "(said) at about 10 a.m. on Tuesday gunmen attacked": an hour is that of the act, but before "that"."""
    return _HOUR.search(told) is not None and re.match(r"[\s(]*(?!that\b)\w", after) is not None


def _is_day_of_object(before: str, day: str, after: str) -> bool:
    """True for "claimed Tuesday's bombing", "claimed an August 10 bombing": the day is of what is claimed, not of the claim."""
    if not re.match(rf"(?:['’]s)?\s+(?:[\w-]+\s+){{0,3}}?{ACTS}", after, re.IGNORECASE):
        return False
    owned = day.endswith(("'s", "’s")) or after.startswith(("'s", "’s"))
    return owned or re.search(r"\s(?:an?|the|two|three)\s+$", before) is not None


def _is_of_accusation(language: str, before: str, after: str, told: int) -> bool:
    """True for "(On Tuesday) a spokesman accused the army of killing", and "accused the army (on Tuesday) of killing".

    Of four accusations coded with the day in their midst one has it as the day of reporting, two have another day.
    """
    if not 0 <= told <= len(after):
        return False
    if cue(language, "accusing", r"\b(?:%s)\s+(?:[\w’'-]+\s+){1,6}?(?:on\s+|earlier\s+)?$").search(before[-90:]):
        return re.match(r"\s+(?:of|for)\s", after) is not None
    match = cue(language, "accusing", r",?\s+(?:[\w’'-]+\s+){1,6}?(?:%s)\s+(?!of\b|by\b|in\b|for\b|on\b|to\b|m[ae]n\b)").match(
        after
    )
    return match is not None and match.end() <= told and not cue(language, "not_saying", r"\b(?:%s)\b").search(match.group())


def lies_in_dateline(text: str, span: Span) -> bool:
    """True for words of a whole dateline at the head of a line: the city of "GAO, Mali, March 8 (Agency) - "."""
    return span.end <= _end_of_dateline(text, text.rfind("\n", 0, span.start) + 1)


def stands_in_dateline(text: str, span: Span) -> bool:
    """True for the "March 8" of "GAO, Mali, March 8 (Agency) - Three soldiers …": the day on which the report was written."""
    if (stop := stop_dateline(text)) is not None and stop[2] <= span.start < span.end <= stop[3]:
        return True
    head = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return _DATELINE_HEAD.fullmatch(head) is not None and _DATELINE_TAIL.match(text, span.end) is not None
