"""What stands around a date expression: dates told before it, the sentence's tense, words of reporting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from crossread.languages import load_language
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.calendar import Stretch
from crossread.normalize.dates.either import day_comes_first
from crossread.normalize.dates.figures import COMMA, STOP
from crossread.normalize.dates.finder import iter_expressions
from crossread.normalize.dates.offsets import says_again
from crossread.normalize.dates.ranges import read_stretch
from crossread.normalize.dates.tags import TAGS
from crossread.normalize.dates.words import LETTERS, read_words
from crossread.normalize.sentences import NO_ABBREVIATION
from crossread.records import Span

MONTHS_BACK = 4  # a day told without its year so long before publication is not told as news
SEEN = 25  # characters after "witnesses reported" in which what is told was seen on that very day ("heavy fighting")
_DAY_OF_MONTH = re.compile(r"\s+\d{1,2}\b(?!,?\s+\d{4})")
ACTS = (
    r"(?:(?:car|suicide|mass|knife|gun|bomb|mortar|rocket|missile|drone|air)[ -])?(?:attacks?|strikes?|air ?strikes?|raids?"
    r"|bombs?|bombings?|blasts?|explosions?|detonations?|shootings?|killings?|deaths?|massacres?|murders?|assaults?"
    r"|ambush(?:es)?|clash(?:es)?|fighting|gunfight|shelling|riots?|coup|crackdown|kidnappings?|abductions?)\b"
)
# "(called for an inquiry) into the killing": what it is about has happened
_ABOUT_ACT = re.compile(rf"\b(?:into|over|after|following)\s+(?:[\w'’-]+\s+){{0,4}}?{ACTS}")
LONGEST_MONTH = 2  # words in a month's name
_DATELINE_HEAD = re.compile(r"[^\W\d_a-z][A-ZÀ-ÖØ-Þ'’. -]{2,40}(?:[,(][\w'’.,() -]{0,60})?[,)]\s*(?:[A-Z][a-z]+day,?\s*)?")
_DATELINE_TAIL = re.compile(r"(?:,?\s*\d{4})?\s*(?:\([^()\n]{1,80}\))?\s*[-–—]{1,2}\s")
# A whole dateline at the head of a line: "BUNIA, 12 March 2018 (Agency) - ", "GAO, Mali, March 8 - ", "Goma (Agency) - "
_DATELINE = re.compile(
    r"^(?:[^\W\d_a-z][A-ZÀ-ÖØ-Þ'’. -]{2,40}(?=\s?[,(])"
    r"(?:\([^()\n]{1,80}\)|[\s,./]+|\d{1,4}(?:st|nd|rd|th)?\b|[A-Z][\w'’]*(?![\w'’])|(?:of|the|de|la|du|del|and)\b){2,24}"
    r"|[^\W\d_a-z][\w.,'’ /-]{2,60}?\s\([^()\n]{1,80}\)\s*)(?<=[\s)])[-–—]{1,2}\s+",
    re.MULTILINE,
)
_SENTENCE_END = re.compile(NO_ABBREVIATION + r"[.!?](?=\s)|\n|[|•]")
# "In an interview on (Friday)", "said in a statement on (Friday)", "The group, in a message on (Sunday), claimed"
_IN_STATEMENT = re.compile(
    r"(?:^\W*|,\s+|\b(?:said|announced|stated|confirmed|claimed)\s+)(?:in|at|during)\s+(?:an?|its|his|her|their)\s+(?:[\w’'-]+\s+){0,2}"
    r"(?:statement|interview|briefing|conference|communiqu[eé]|release|message|video|recording)\s+"
    r"(?:(?:posted|issued|released|published|broadcast|aired)\s+)?(?:late\s+)?(?:on\s+)?$",
    re.I,
)
# "(said) that at about 10 a.m. on Tuesday" is no more the day of the saying than "(said) that on Tuesday"
_THAT_AT = re.compile(r"that\s+(?:at|on|in|around|about|by|from|between|early|late)\b", re.IGNORECASE)
_HOUR = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?\s?m\b|\b\d{1,2}:\d\d\b|\b\d{4}\s?(?:hours|hrs|gmt)\b", re.IGNORECASE)
# "The blast on Tuesday claimed seven lives" says nothing.
_TAKES_LIVES = re.compile(r"\s*claim(?:ed|s)\s+(?:[\w'’-]+\s+){0,4}(?:lives|life)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date expression found in the text and the days it names; `reported` where it is the day of saying or writing."""

    span: Span
    stretch: Stretch
    reported: bool = False


@lru_cache(maxsize=256)
def told_dates(text: str, published: date | None, language: str) -> tuple[Told, ...]:
    """Every date the text tells, in order, each read with the one before it as anchor."""
    told: list[Told] = []
    anchor: Stretch | None = None
    last: Stretch | None = None
    for run in iter_expressions(text, language):
        span = Span(start=run[0].start, end=run[-1].end)
        bearings = Bearings(
            published=published,
            anchor=anchor,
            told=last,
            future=speaks_of_future(text, span, language),
            day_first=day_comes_first(text, published) if any(word.tag == "C" for word in run) else None,
        )
        stretch = told[-1].stretch if told and says_again(text, told[-1].span.end, run) else read_stretch(run, bearings)
        if stretch and stretch.earliest:
            reported = is_reporting(text, span, language) or stands_in_dateline(text, span)
            told.append(Told(span=span, stretch=stretch, reported=reported))
            if reported and last is not None:
                continue
            last = stretch
            anchor = stretch if stretch.unit == "day" else anchor
    return tuple(told)


def told_window(told: tuple[Told, ...], text: str, before: int) -> Stretch | None:
    """The month, season or year that is the last date told before a place in the text, if the same sentence tells it."""
    last = next((one for one in reversed(told) if one.span.end <= before), None)
    if last is None or last.stretch.unit not in ("month", "season", "year"):
        return None
    return last.stretch if len(sentence_around(text, before, before)[0]) >= before - last.span.start else None


@lru_cache(maxsize=256)
def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the same sentence before and after a place, at most 300 characters each; kept for the next question.

    A dateline is no part of the sentence behind it.
    """
    first = max(0, start - 300)
    ends = [match.end() for match in _SENTENCE_END.finditer(text[first:start])]
    begins = first + (ends[-1] if ends else 0)
    after = text[end : end + 300]
    stop = _SENTENCE_END.search(after)
    last = end + (stop.start() if stop else len(after))
    line = text.rfind("\n", 0, start) + 1
    head = _DATELINE.match(text, line)
    if head is not None and head.end() <= start:
        begins = max(begins, head.end())
    elif head is not None and end <= head.end():
        last = min(last, head.end())
    return text[begins:start], text[end:last]


def speaks_of_future(text: str, span: Span, language: str) -> bool:
    """True where a cue such as "will" or "vowed to" stands shortly before the date, in the same clause.

    Not where an act that something is about stands in between: "called for an inquiry into the killing on Friday".
    """
    before, _ = sentence_around(text, span.start, span.end)
    clause = re.split(r"[,;:]", before.lower())[-1][-90:]
    about = list(_ABOUT_ACT.finditer(clause))
    return _stands(language, "future", clause[about[-1].end() :] if about else clause)


def speaks_of_promise(text: str, span: Span, language: str) -> bool:
    """True where "would" stands before the date in its clause: ahead of the report for a threat, and for "by" a day."""
    before, _ = sentence_around(text, span.start, span.end)
    return _stands(language, "promised", re.split(r"[,;:]", before.lower())[-1][-90:])


def is_reporting(text: str, span: Span, language: str, trigger: int | None = None) -> bool:
    """True where the words around make the date the day of reporting: "a letter dated", "said on Tuesday that".

    With the place of the trigger, also "On Tuesday, local press reported men had been taken" (told behind the saying), and not
    "on Thursday announced a ceasefire", where the saying is the doing.
    """
    before, after = sentence_around(text, span.start, span.end)
    told = trigger - span.end if trigger is not None else None
    if _stands(language, "reported", before.lower()[-40:]) or _IN_STATEMENT.search(before):
        return True
    if _ends(language, "saying", before.lower()):
        if _THAT_AT.match(text, span.start) or _is_hour_of_act(text[span.start : span.end], after):
            return False
        return not _is_day_of_object(before, text[span.start : span.end], after)
    if _begins(language, "saying", after.lower()) and not _TAKES_LIVES.match(after):
        done = _cue(language, "performing", r"\s*(?:%s)\s+(?:\S{1,3}\s+)?(?:[\w-]+\s+){0,2}").match(after.lower())
        return not (done and told is not None and 0 <= told <= done.end() and " that " not in done.group())
    if told is not None and _is_of_accusation(language, before.lower(), after.lower(), told):
        return True
    said = _said_behind(language, after)
    if said is None or told is None:
        return False
    seen = 0 if _begins(language, "said_what", after[said:].lower()) else SEEN
    return said + seen <= told <= len(after)


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
    if _cue(language, "accusing", r"\b(?:%s)\s+(?:[\w’'-]+\s+){1,6}?(?:on\s+|earlier\s+)?$").search(before[-90:]):
        return re.match(r"\s+(?:of|for)\s", after) is not None
    match = _cue(language, "accusing", r",?\s+(?:[\w’'-]+\s+){1,6}?(?:%s)\s+(?!of\b|by\b|in\b|for\b|on\b|to\b|m[ae]n\b)").match(
        after
    )
    return match is not None and match.end() <= told and not _cue(language, "not_saying", r"\b(?:%s)\b").search(match.group())


def stands_in_dateline(text: str, span: Span) -> bool:
    """True for the "March 8" of "GAO, Mali, March 8 (Agency) - Three soldiers …": the day on which the report was written."""
    head = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return _DATELINE_HEAD.fullmatch(head) is not None and _DATELINE_TAIL.match(text, span.end) is not None


def _said_behind(language: str, after: str) -> int | None:
    """Where the saying of "(On Tuesday), local press reported" ends; None where the clause tells something else first."""
    lower = after.lower()
    match = _cue(language, "saying", r",?\s+(?:[\w’'-]+\s+){1,6}?(?:%s)\b(?!,| by\b| to\b)").match(lower)
    if match is None or _cue(language, "not_saying", r"\b(?:%s)\b").search(match.group()):
        return None
    return match.end()


@lru_cache(maxsize=16)
def looks_back(text: str, published: date, language: str) -> bool:
    """True for a report on the year before its publication: it tells of a day, without a year, four months back or more.

    News says "last September" or gives the year then; an annual report does not, because its title has the year. A day that is
    still to come ("a trial will open on September 4") tells nothing, nor one where a day has the year of publication beside it.
    """
    if _stands(language, "looking_back", text.lower()):
        return True
    months = {name: month for name, month in load_language(language).months.items() if len(name) > 3}
    told = [(match, month) for match in _DAY_OF_MONTH.finditer(text) if (month := _month_before(text, match.start(), months))]
    late = [
        match
        for match, month in told
        if month > published.month
        and published.month + 12 - month >= MONTHS_BACK
        and not _stands(language, "future", sentence_around(text, match.start(), match.end())[0].lower())
    ]
    of_year = re.search(rf"\d,?\s+{published.year}\b", text) is not None
    return bool(late) and (len(late) == len(told) or not of_year)


def _month_before(text: str, end: int, months: Mapping[str, int]) -> int | None:
    """The month whose name stands right before a place of the text."""
    words = LETTERS.findall(text[max(0, end - 30) : end].lower())[-LONGEST_MONTH:] if text[end - 1 : end].isalpha() else []
    return next((months[name] for at in range(len(words)) if (name := " ".join(words[at:])) in months), None)


def dates_aftermath(text: str, span: Span, trigger: int, language: str) -> bool:
    """True where the date ends a caption that tells the act as past: "a church, which had been burnt, in Jos, 7 June 2016"."""
    before, after = sentence_around(text, span.start, span.end)
    opens = span.start - len(before)
    if after.strip(" .") or not before.rstrip().endswith(",") or not opens <= trigger < span.start:
        return False
    return _stands(language, "aftermath", text[max(opens, trigger - 60) : trigger].lower())


def spans_to_report(text: str, start: int, end: int, language: str) -> bool:
    """True where a bare length of time runs up to the report: "in two days", "a week of attacks"; not "for six years"."""
    before, after = sentence_around(text, start, end)
    head = text[start:end].lower()
    if _ends(language, "lasting", before.lower()) or _begins(language, "lasting", head):
        return False
    return (
        _ends(language, "spanning", before.lower())
        or _begins(language, "spanning", head)
        or _begins(language, "filled_by", after.lower())
    )


def next_role(text: str, end: int, language: str) -> str | None:
    """The date role of the word right after a place ("after", "since"), `end` where the clause ends there, else None."""
    words = read_words(text, language, start=end, end=min(len(text), end + 12))
    if not words or words[0].tag in (COMMA, STOP):
        return "end"
    return str(words[0].value) if words[0].tag in TAGS.values() else None


def _stands(language: str, kind: str, words: str) -> bool:
    return _cue(language, kind, r"\b(?:%s)\b").search(words) is not None


def _ends(language: str, kind: str, words: str) -> bool:
    """True if a cue is the last thing said, but for a preposition or article before the date."""
    return _cue(language, kind, r"\b(?:%s)(?:\s+\S{1,3})?\s*$").search(words[-60:]) is not None


def _begins(language: str, kind: str, words: str) -> bool:
    return _cue(language, kind, r"\s*(?:%s)(?!\w)").match(words) is not None


@cache
def _cue(language: str, kind: str, frame: str) -> re.Pattern[str]:
    phrases = load_language(language).date_cues.get(kind, ())
    return re.compile(frame % ("|".join(map(re.escape, phrases)) or r"(?!)"))
