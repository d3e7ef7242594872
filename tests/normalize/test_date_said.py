"""Which days beside a word of saying are those on which somebody said so, and which are the act's."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext, resolve_when
from crossread.records import DateWindow

PUBLISHED = date(2014, 12, 18)  # a Thursday
TUESDAY = date(2014, 12, 16)


def read(text: str, words: str, trigger: str) -> DateWindow | None:
    """The days that the words name for the claim."""
    start = text.index(words)
    context = DateContext(
        published=PUBLISHED, text=text, start=start, end=start + len(words), trigger=text.rindex(trigger), done=True
    )
    return resolve_when(words, context=context)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police said that at about 10 a.m. on Tuesday gunmen attacked a school.", "that at about 10 a.m. on Tuesday"),
        ("Police said around 6:30 p.m. Tuesday three gunmen attacked a school.", "around 6:30 p.m. Tuesday"),
        ("Police said at 1700 hours on Tuesday a patrol was attacked.", "at 1700 hours on Tuesday"),
        ("Police said that on Tuesday gunmen attacked a school.", "Tuesday"),
    ],
)
def test_an_hour_behind_a_saying_is_that_of_the_act(text: str, words: str) -> None:
    """Nobody tells at which hour something was said before it tells what."""
    found = read(text, words, "attacked")
    assert found is not None
    assert (found.earliest, found.latest, found.reported_on) == (TUESDAY, TUESDAY, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police said at 10 a.m. on Tuesday that gunmen had attacked a school.", "at 10 a.m. on Tuesday"),
        ("Gunmen attacked a school, police said at 10 a.m. on Tuesday.", "at 10 a.m. on Tuesday"),
        ("Police said on Tuesday gunmen had attacked a school.", "Tuesday"),
        ("Gunmen attacked a school. The Front, in a message on Tuesday, took the blame.", "Tuesday"),
        ("Gunmen attacked a school, the Front claimed in a video released on Tuesday.", "Tuesday"),
    ],
)
def test_before_that_and_at_the_end_it_is_that_of_the_saying(text: str, words: str) -> None:
    """Then the act only had happened by that day."""
    found = read(text, words, "attacked")
    assert found is not None
    assert (found.earliest, found.latest, found.reported_on) == (None, TUESDAY, TUESDAY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They came with a message on Tuesday and attacked a school.", "Tuesday"),
        ("In an army post on Tuesday, men attacked a cook.", "Tuesday"),
        ("The Front, in a raid on Tuesday, attacked a school.", "Tuesday"),
    ],
)
def test_what_is_no_statement_keeps_its_day(text: str, words: str) -> None:
    """A day belongs to the saying only behind "in a message" and the like."""
    found = read(text, words, "attacked")
    assert found is not None
    assert (found.earliest, found.reported_on) == (TUESDAY, None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Shortly before midnight", 15),
        ("Before midnight", 15),
        ("After midnight", 16),
        ("Before dawn", 16),
        ("At midnight", 16),
    ],
)
def test_before_midnight_is_the_evening_of_the_night_told(words: str, day: int) -> None:
    """What follows midnight is the morning after."""
    found = read(f"On Monday night men came to Goma. {words} they attacked a bar.", words, "attacked")
    assert found is not None
    assert found.earliest == found.latest == date(2014, 12, day)


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("On December 15-16, the website reported that men were seized.", "December 15-16", (None, TUESDAY)),
        ("On Monday and Tuesday, local media reported that men were seized.", "Monday and Tuesday", (None, TUESDAY)),
        ("On Monday and Tuesday, men were seized in Goma.", "Monday and Tuesday", (date(2014, 12, 15), TUESDAY)),
        ("On Monday night, police said, men were seized.", "Monday night", (date(2014, 12, 15), TUESDAY)),
    ],
)
def test_several_days_of_saying_only_bound(text: str, words: str, bounds: tuple[date | None, date]) -> None:
    """What was reported on two days had happened by the second; a night is the act's."""
    found = read(text, words, "seized")
    assert found is not None
    assert (found.earliest, found.latest) == bounds


def test_what_has_happened_was_not_after_the_report() -> None:
    """A day counted from the last one told can lie beyond publication; then only the report bounds it."""
    text = "The strike began on Tuesday. On the fifth day they attacked a post."
    found = read(text, "the fifth day", "attacked")
    assert found is not None
    assert (found.earliest, found.latest) == (None, PUBLISHED)


@pytest.mark.parametrize(
    "text",
    [
        "In Bria on Tuesday, the minister said bandits had attacked a school.",
        "On Tuesday the army reported that gunmen had attacked a school.",
    ],
)
def test_what_had_happened_by_then_was_told_on_that_day(text: str) -> None:
    """The day before the speaker is that of his words, where the act came before them."""
    found = read(text, "Tuesday", "attacked")
    assert found is not None
    assert (found.earliest, found.latest, found.reported_on) == (None, TUESDAY, TUESDAY)


def test_what_was_seen_is_of_the_day() -> None:
    """Witnesses tell what goes on before their eyes."""
    found = read("On Tuesday, witnesses said gunmen attacked a school.", "Tuesday", "attacked")
    assert found is not None
    assert (found.earliest, found.latest) == (TUESDAY, TUESDAY)


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("In October, the council reported that men had attacked a school.", "In October", (None, date(2014, 10, 31))),
        ("Last month, the council said men had attacked a school.", "Last month", (None, date(2014, 11, 30))),
        ("In October, men attacked a school, the council said.", "In October", (date(2014, 10, 1), date(2014, 10, 31))),
        ("In October, the council said, men attacked a school.", "In October", (date(2014, 10, 1), date(2014, 10, 31))),
        ("In October, men who had fled attacked a school.", "In October", (date(2014, 10, 1), date(2014, 10, 31))),
    ],
)
def test_what_had_been_done_by_a_month_of_saying_is_not_dated_by_it(
    text: str, words: str, days: tuple[date | None, date]
) -> None:
    """ "In October it said that men had attacked": by the end of October, in which year ever."""
    found = read(text, words, "attacked")
    assert found is not None
    assert (found.earliest, found.latest) == days
