"""Dates: the laws that hold for any words, as properties."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from crossread.languages import list_languages, load_language
from crossread.normalize.dates import DateContext, iter_date_expressions, resolve_when
from crossread.normalize.dates.calendar import easter, islamic_day, shift_months
from crossread.records import DateWindow

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31))
PIECES = [
    *MONTHS,
    *WEEKDAYS,
    *"on in the of between and to from since by until last next this previous same night week month year day ago".split(),
    *"early mid late two 5 31 2018 1999 22nd overnight yesterday today dawn".split(),
    *"Ramadan Easter summer weekend , - . 24 hours".split(),
]


def resolve(raw: str, *, published: date | None, before: str = "") -> DateWindow | None:
    """The window of words at the end of a text."""
    text = before + raw
    return resolve_when(raw, context=DateContext(published=published, text=text, start=len(before), end=len(text)))


@example(["late", "Ramadan"], date(2020, 5, 6))  # published before that part of it has begun
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.none() | DAYS)
def test_any_words_give_a_valid_window_or_none(pieces: list[str], published: date | None) -> None:
    """No words, however mixed, raise or give a window that ends before it starts."""
    window = resolve(" ".join(pieces), published=published)
    assert window is None or window.earliest is not None or window.latest is not None


@given(st.data(), st.sampled_from(list_languages()), st.none() | st.dates())
def test_any_phrases_of_any_language_are_survived(data: st.DataObject, code: str, published: date | None) -> None:
    """The phrases of each language file, mixed at random, never raise, whatever the publication date."""
    language = load_language(code)
    phrases = [*language.months, *language.weekdays, *language.holidays, *language.numbers, *language.date_words, "31", "999th"]
    raw = " ".join(data.draw(st.lists(st.sampled_from(phrases), min_size=1, max_size=7)))
    context = DateContext(published=published, text=raw, start=0, end=len(raw), language=code)
    assert resolve_when(raw, context=context) == resolve_when(raw, context=context)


@given(st.text(max_size=80), st.none() | DAYS)
def test_any_text_is_survived(raw: str, published: date | None) -> None:
    """Any characters at all give a window or None, and the finder only gives spans inside the text."""
    resolve(raw, published=published)
    assert all(0 <= span.start < span.end <= len(raw) for span in iter_date_expressions(raw))


@given(DAYS, st.none() | DAYS)
def test_full_date_is_that_day_whatever_was_published(told: date, published: date | None) -> None:
    """A date told in full is that day, in each way of writing it, with or without a publication date."""
    month = MONTHS[told.month - 1]
    for raw in (
        f"{told.day} {month} {told.year}",
        f"{month} {told.day}, {told.year}",
        f"{told.day} {month[:3].upper()} {told.year}",
        f"{WEEKDAYS[told.weekday()]}, {told.day} {month} {told.year}",
        told.isoformat(),
    ):
        window = resolve(raw, published=published)
        assert window is not None
        assert (window.earliest, window.latest, window.precision, window.flags) == (told, told, "day", ())


@given(DAYS, DAYS)
def test_missing_year_is_the_last_such_day(told: date, published: date) -> None:
    """Day and month without a year give that day and month, never after publication and never more than a year before."""
    window = resolve(f"on {told.day} {MONTHS[told.month - 1]}", published=published)
    if window is None:
        assert (told.month, told.day) == (2, 29)
        return
    assert window.latest is not None
    assert (window.latest.month, window.latest.day) == (told.month, told.day)
    assert published - timedelta(days=366) <= window.latest <= published


@given(DAYS)
def test_no_year_from_today(told: date) -> None:
    """Without a year in text or publication nothing is dated, even with a weekday."""
    day = f"{told.day} {MONTHS[told.month - 1]}"
    assert resolve(f"on {day}", published=None) is None
    assert resolve(f"on {WEEKDAYS[told.weekday()]} {day}", published=None) is None
    assert resolve(WEEKDAYS[told.weekday()], published=None) is None


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_weekday_is_within_the_week_before_publication(published: date, weekday: str) -> None:
    """A bare weekday is that weekday and at most six days old; with "last" it is one to seven days old."""
    plain, last = resolve(weekday, published=published), resolve(f"last {weekday}", published=published)
    assert plain is not None
    assert plain.latest is not None
    assert last is not None
    assert last.latest is not None
    assert WEEKDAYS[plain.latest.weekday()] == WEEKDAYS[last.latest.weekday()] == weekday
    assert 0 <= (published - plain.latest).days <= 6
    assert 1 <= (published - last.latest).days <= 7


@given(DAYS, st.integers(min_value=1, max_value=31))
def test_past_days_end_with_the_report(published: date, number: int) -> None:
    """ "the past n days" spans exactly n days back from publication, its precision set by the length alone."""
    window = resolve(f"in the past {number} days", published=published)
    assert window is not None
    assert window.earliest is not None
    assert (published - window.earliest).days == number
    assert window.latest == published
    assert window.precision == ("days" if number <= 6 else "week" if number <= 14 else "month")


@given(DAYS, st.integers(min_value=1, max_value=28), st.integers(min_value=1, max_value=28))
def test_range_holds_both_bounds(published: date, first: int, last: int) -> None:
    """A range of days within a month starts and ends on the days told, whichever way it is written."""
    low, high = sorted((first, last))
    if low == high:
        return
    windows = {
        (window.earliest, window.latest) if (window := resolve(raw, published=published)) else None
        for raw in (
            f"between {low} and {high} May",
            f"from May {low} to {high}",
            f"{low}-{high} May",
            f"from {low} to {high} May",
        )
    }
    assert len(windows) == 1
    bounds = windows.pop()
    assert bounds is not None
    assert bounds[0] is not None
    assert bounds[1] is not None
    assert (bounds[0].day, bounds[1].day, bounds[0].month, bounds[0].year) == (low, high, 5, bounds[1].year)


@given(DAYS, st.sampled_from(["yesterday", "last week", "mid-March", "since 3 May", "overnight", "the same day"]))
def test_same_words_give_the_same_window(published: date, raw: str) -> None:
    """Reading twice gives the same, and letter case changes nothing."""
    assert resolve(raw, published=published) == resolve(raw, published=published) == resolve(raw.upper(), published=published)


@given(DAYS, DAYS)
def test_weekday_conflict_is_flagged_and_the_date_kept(told: date, published: date) -> None:
    """A weekday that is not the date's never moves the date; the conflict is flagged."""
    wrong = WEEKDAYS[(told.weekday() + 1) % 7]
    window = resolve(f"{wrong} {told.day} {MONTHS[told.month - 1]} {told.year}", published=published)
    assert window is not None
    assert (window.earliest, window.flags) == (told, ("weekday_conflict",))


@given(DAYS, st.integers(min_value=0, max_value=30))
def test_later_than_anchor(told: date, number: int) -> None:
    """ "n days later" counts from the date told before it in the text."""
    before = f"On {told.day} {MONTHS[told.month - 1]} {told.year} it began. It ended "
    window = resolve(f"{number} days later", published=None, before=before)
    assert window is not None
    assert window.earliest == told + timedelta(days=number)


def test_known_feasts() -> None:
    """Easter and the Islamic calendar agree with dates that were observed."""
    assert [easter(year) for year in (2000, 2016, 2019, 2024)] == [
        date(2000, 4, 23),
        date(2016, 3, 27),
        date(2019, 4, 21),
        date(2024, 3, 31),
    ]
    assert abs((islamic_day(1440, 1, 1) - date(2018, 9, 11)).days) <= 1
    assert abs((islamic_day(1445, 10, 1) - date(2024, 4, 10)).days) <= 1
    assert shift_months(date(2019, 3, 31), -1) == date(2019, 2, 28)
