"""The days a report's words name: `resolve_when` for one slot, `iter_date_expressions` for running text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from crossread import patterns as re
from crossread.normalize.dates.after import leads_to
from crossread.normalize.dates.ahead import lies_just_ahead
from crossread.normalize.dates.anchors import (
    Told,
    is_reporting,
    says_what_had_been,
    sentence_around,
    speaks_of_future,
    speaks_of_promise,
    stands_in_dateline,
    told_dates,
)
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.before import day_of_saying
from crossread.normalize.dates.beside import dates_aftermath, next_role, spans_to_report
from crossread.normalize.dates.calendar import Stretch, day_stretch, precision_of
from crossread.normalize.dates.either import day_comes_first
from crossread.normalize.dates.figures import COMMA, STOP
from crossread.normalize.dates.finder import expression_spans
from crossread.normalize.dates.heads import (
    DAYS_A_WEEK,
    end_of_period,
    is_on_year_before,
    month_of_issue,
    week_of_bulletin,
    week_told,
    year_of_report,
)
from crossread.normalize.dates.looking_back import looks_back
from crossread.normalize.dates.months import first_months
from crossread.normalize.dates.offsets import ends_open, find_offset
from crossread.normalize.dates.published import publication_bounds, window_between
from crossread.normalize.dates.ranges import read_stretch
from crossread.normalize.dates.told import last_told, told_window
from crossread.normalize.dates.words import Word, read_words, shape_of
from crossread.records import DateWindow, Span

# Years a report can be of; a publication date outside them is a slip of the source and counts as unknown.
_AGO = "g"
_REPORT_YEARS = range(1500, 2101)
POINT_WITHIN = 45  # characters behind "three days after" in which the day that it counts from is told
# Tags of words that count from a date told before ("same", "later"), and of those that date without one.
_POINTING = frozenset("svfbeaxOTU")
LEAD = 8  # characters of "before "
# "in the week of 5 to 11 February" is those days.
_PERIOD_LEAD = re.compile(
    r"^(?:(?:in|during|for|over|throughout)\s+)?(?:the\s+)?(?:week|fortnight|period)\s+(?:of\s+|from\s+)?"
    r"(?=\d{1,2}(?:\s+[a-z]{2,})?\s*(?:to|-|–|and)\s*\d{1,2}\s|[a-z]{2,}\s+\d{1,2}\s*(?:to|-|–|and)\s)",
    re.IGNORECASE,
)
# "(would attack) by 30 July", "(a strike) from Friday"
_UP_TO = re.compile(r"\b(?:by|until|till)\s+", re.IGNORECASE)
_LEADS_ON = re.compile(r"\b(?:by|until|till|before|from|for)\s+", re.IGNORECASE)
# "planned rallies on Saturday", "fears an attack at protests on 9 May": of a threat, what follows lies ahead
_PLANS = re.compile(r"\b(?:plan(?:s|ned|ning)?|prepar(?:es?|ing)|fear(?:s|ed|ing)?|(?:was|were) to|called)\b", re.IGNORECASE)
_HOURS = re.compile(
    r"^(?:between|from)\s+\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s+(?:and|to)\s+\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?,?\s+(?:on\s+)?",
    re.I,
)
_DAY_BESIDE = re.compile("i?[UT][eba]|x[UT]")  # "the night before", "a day earlier", "the next day"
_TURNS = frozenset("Uslvfx")  # "week", "same", "last", "previous", "following", "next"
_LOOKING_BACK = frozenset("ebv")  # "before", "earlier", "previous"
_DATED = frozenset("MDYrAXIKWC")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateContext:
    """Where the words stand: `text[start:end]` are the words, `published` the report's date if it is known.

    `trigger` is where the claim's trigger begins, if known: the date under a picture of the aftermath is no date of the act.
    `done` is True where the words date what has happened: no day beyond publication is read out of them.
    `threat` is True where they date what is only threatened: behind "would" it lies ahead.
    `title` is the report's: one that names the year before publication is a report on that year. `published_in` is the month
    or year of publication where the day is not known ("2016-10").
    """

    published: date | None
    text: str
    start: int
    end: int
    language: str = "en"
    trigger: int | None = None
    published_in: str | None = None
    title: str | None = None
    done: bool = False
    threat: bool = False


def resolve_when(raw: str, *, context: DateContext) -> DateWindow | None:
    """The window of local dates the words name, or None where they name none that can be known (the slot stays raw).

    Relative words count from the publication date or the last date told before them. A missing year comes from the
    publication date, else from a date told with its year, never from today. A weekday that is not the date's is kept out
    of the reckoning and flagged `weekday_conflict`. A date of reporting goes to `reported_on` and only bounds `latest`.
    """
    raw = _PERIOD_LEAD.sub("", _HOURS.sub("", raw))
    if context.published is not None and context.published.year not in _REPORT_YEARS:
        context = replace(context, published=None)
    if context.published is None and context.published_in is None:
        context = replace(context, published=end_of_period(context.text, context.language))
    if context.published is None and context.published_in is None:
        context = replace(context, published_in=month_of_issue(context.text, context.language))
    if context.published is None and context.published_in is None and _has_month_alone(raw, context.language):
        year = year_of_report(context.title, context.text)
        context = replace(context, published=date(year, 12, 31)) if year else context
    bounds = publication_bounds(context.published_in) if context.published is None else None
    if bounds is None:
        return _resolve(raw, context)
    first, last = (_resolve(raw, replace(context, published=day)) for day in bounds)
    if any(word.tag == "M" for word in read_words(raw, context.language)):
        return last  # a day or month told without its year is the latest such that the report can tell of
    return window_between(first, last)


def _has_month_alone(raw: str, language: str) -> bool:
    """True for a day or a month told without its year."""
    tags = {word.tag for word in read_words(raw, language)}
    return "M" in tags and "Y" not in tags and not any(word.isdigit() and len(word) == 4 for word in raw.split())


def _resolve(raw: str, context: DateContext) -> DateWindow | None:
    words = _without_offset(_without_count(read_words(raw, context.language)))
    words = _with_point(words, context)
    span = Span(start=context.start, end=max(context.end, context.start + 1))
    bearings = _bearings(words, span, context)
    stretch = (
        _within_told(words, context)
        or _within_title(words, context)
        or first_months(raw, bearings)
        or read_stretch(words, bearings)
    )
    if stretch is None or (stretch.earliest is None and stretch.latest is None):
        return None
    if stretch.earliest is None and stretch.latest and not bearings.future:
        stretch = stretch.until(context.published)  # "by the end of the year": not beyond the report
    updated = bearings.future and context.done
    late = context.published is not None and stretch.earliest is not None and stretch.earliest > context.published
    if context.done and late and not stretch.dated and not updated:
        stretch = Stretch(earliest=None, latest=context.published, unit="day")  # "at dawn" of what has happened
    of_claim = context.trigger is not None and (
        stands_in_dateline(context.text, span) or dates_aftermath(context.text, span, context.trigger, context.language)
    )
    reporting = of_claim or is_reporting(context.text, span, context.language, context.trigger)
    if stretch.unit != "day" and says_what_had_been(context.text, span, context.language, context.trigger):
        return DateWindow(earliest=None, latest=stretch.latest, precision="unknown")
    return _window(stretch, words, reporting=reporting)


def _within_told(words: tuple[Word, ...], context: DateContext) -> Stretch | None:
    """ "in December 2022, after an attack the night before": what it counts from is no day, so it has no day either."""
    if not _DAY_BESIDE.fullmatch(shape_of(words).replace(" ", "")):
        return None
    told = told_dates(context.text, context.published, context.language)
    return told_window(told, context.text, context.start)


def _within_title(words: tuple[Word, ...], context: DateContext) -> Stretch | None:
    """ "Monday" and "this week" in a bulletin of the "week of June 3-9", or "week ending June 9": that week's.

    The title tells the week, or a heading where the title tells none. All three coded "the week" of such bulletins are it.
    """
    tags = [word.tag for word in words if word.tag != " "]
    this_week = tags in (["h", "U"], ["U"]) and words[-1].value == "week"
    if tags != ["D"] and not this_week:
        return None
    week = week_told(context.title, context.published, context.language)
    week = week or week_of_bulletin(context.text, context.published, context.language)
    if week is None or week.earliest is None or week.latest is None:
        return None
    if this_week:
        return replace(week, unit="week")
    days = (week.earliest + timedelta(days=by) for by in range((week.latest - week.earliest).days + 1))
    return next((day_stretch(day) for day in days if day.isoweekday() == words[-1].value), None)


def _without_count(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without a number that counts something else: "(three were told, against) 17 the week before"."""
    counts = len(words) > 2 and words[0].tag == "N" and words[1].value == "definite" and words[2].tag in _TURNS
    return words[1:] if counts else words


def _without_offset(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words behind the comma of "two days before, on 2 May": the day itself is told, and nothing has to be counted.

    The same behind "eighty years ago" where a day with its year follows, comma or not.
    """
    for at, word in enumerate(words):
        if word.tag == _AGO and {"M", "N", "Y"} <= {later.tag for later in words[at:]}:
            return words[at + 1 :]
        if word.tag == COMMA and ends_open(words[:at]) and {"M", "N"} <= {later.tag for later in words[at:]}:
            return words[at + 1 :]
    return words


def _with_point(words: tuple[Word, ...], context: DateContext) -> tuple[Word, ...]:
    """The words with what follows them in the clause where they are a length that ends in "after" or "before"."""
    if not ends_open(words):
        return words
    following = read_words(context.text, context.language, start=context.end, end=context.end + POINT_WITHIN)
    whole = (*words, *takewhile(lambda word: word.tag not in (COMMA, STOP), following))
    return whole if find_offset(whole) is not None else words


def _bearings(words: tuple[Word, ...], span: Span, context: DateContext) -> Bearings:
    """Publication, tense, and the dates told before, which are only looked for where the words point back."""
    told: tuple[Told, ...] = ()
    shape, of_year_before = set(shape_of(words)), _is_on_year_before(context)
    if context.published is None or shape & _POINTING or not shape & _DATED:
        told = told_dates(context.text, context.published, context.language, looks_back=of_year_before)
    said = day_of_saying(told, context.text, context.start) if shape & _LOOKING_BACK else None
    return Bearings(
        published=context.published,
        anchor=said or last_told(told, context.start, unit="day"),
        told=last_told(told, context.start),
        month=month if (month := told_window(told, context.text, context.start)) and month.unit == "month" else None,
        future=((context.done or context.threat) and lies_just_ahead(words, context.published, threat=context.threat))
        or (not context.done and (speaks_of_future(context.text, span, context.language) or _is_promised(span, context))),
        next_role=next_role(context.text, context.end, context.language),
        spans=spans_to_report(context.text, context.start, context.end, context.language),
        day_first=day_comes_first(context.text, context.published) if "C" in shape else None,
        lent=_lent_year(words, span, context),
        behind=context.trigger is None or leads_to(context.text, span, context.trigger, context.language),
        looks_back=of_year_before,
    )


def _is_on_year_before(context: DateContext) -> bool:
    """True for a report on the year before its publication, by its title, a heading or the days it tells."""
    return context.published is not None and (
        looks_back(context.text, context.published, context.language)
        or is_on_year_before(context.title, context.published)
        or year_of_report(None, context.text) == context.published.year - 1
    )


def _lent_year(words: tuple[Word, ...], span: Span, context: DateContext) -> int | None:
    """The year that a day told before lends to the one told here."""
    if context.published is None or not any(word.tag == "M" for word in words):
        return None
    told = told_dates(context.text, context.published, context.language)
    at = bisect_right(told, span.start, key=lambda one: one.span.end)  # the first that ends behind where this one begins
    return told[at].lent if at < len(told) and told[at].span.start < span.end else None


def _is_promised(span: Span, context: DateContext) -> bool:
    """ "(would attack) by 30 July", and of a threat "(a strike) from Friday" and "(would strike) on Friday": still to come."""
    lead = context.text[max(0, span.start - LEAD) : span.start + LEAD]
    led = any(min(LEAD, span.start) in (match.start(), match.end()) for match in _LEADS_ON.finditer(lead))
    up_to = any(min(LEAD, span.start) in (match.start(), match.end()) for match in _UP_TO.finditer(lead))
    planned = context.threat and (led or _PLANS.search(sentence_around(context.text, span.start, span.end)[0]))
    if planned:  # "they were preparing an attack, he said on Friday": the Friday of the saying is over
        return not is_reporting(context.text, span, context.language, context.trigger)
    return (context.threat or up_to) and speaks_of_promise(context.text, span, context.language)


def _window(stretch: Stretch, words: tuple[Word, ...], *, reporting: bool) -> DateWindow:
    one_day = stretch.latest if stretch.unit == "day" and stretch.earliest in (None, stretch.latest) else None
    if one_day and (reporting or any(word.tag == "V" for word in words)):
        return DateWindow(earliest=None, latest=one_day, precision="unknown", reported_on=one_day)
    if reporting and _is_range_of_days(stretch, words):
        return DateWindow(earliest=None, latest=stretch.latest, precision="unknown")
    return DateWindow(
        earliest=stretch.earliest, latest=stretch.latest, precision=precision_of(stretch), flags=_flags(stretch, words)
    )


def _is_range_of_days(stretch: Stretch, words: tuple[Word, ...]) -> bool:
    """True for the "4 and 5 January" on which something was said; not for a night."""
    if stretch.unit != "day" or stretch.earliest is None or any(word.tag in "Ton" for word in words):
        return False
    return stretch.latest is not None and stretch.latest - stretch.earliest < timedelta(days=DAYS_A_WEEK)


def _flags(stretch: Stretch, words: tuple[Word, ...]) -> tuple[str, ...]:
    weekdays = {int(word.value) for word in words if word.tag == "D"}
    dated = any(word.tag == "M" for word in words) and stretch.earliest is not None and stretch.earliest == stretch.latest
    conflict = dated and weekdays and stretch.earliest and stretch.earliest.isoweekday() not in weekdays
    unclear = any(word.tag == "C" for word in words) and stretch.earliest != stretch.latest
    return (*(("weekday_conflict",) if conflict else ()), *(("day_or_month_first",) if unclear else ()))


def iter_date_expressions(text: str, *, language: str = "en") -> Iterator[Span]:
    """The spans of the date expressions a rule finds in running text, in order."""
    yield from expression_spans(text, language)
