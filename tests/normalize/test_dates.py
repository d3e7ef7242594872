"""Dates: a table of phrases as reports use them, written for these tests."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crossread.normalize.dates import DateContext, iter_date_expressions, resolve_when
from crossread.normalize.dates.finder import _in_sentence, iter_expressions

ROWS = [json.loads(line) for line in (Path(__file__).parent / "dates.jsonl").read_text("utf-8").splitlines()]


def day(text: str | None) -> date | None:
    """The date of an ISO day."""
    return date.fromisoformat(text) if text else None


def name(row: dict[str, Any]) -> str:
    """Language, words and publication date, to find a failing row."""
    return f"{row['language']}:{row['text'][row['start'] : row['end']]}@{row['published']}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_window_of_phrase(row: dict[str, Any]) -> None:
    """Each phrase gives exactly the window, precision, date of reporting and flags a coder would write."""
    context = DateContext(
        published=day(row["published"]), text=row["text"], start=row["start"], end=row["end"], language=row["language"]
    )
    window = resolve_when(row["text"][row["start"] : row["end"]], context=context)
    if row["precision"] is None:
        assert window is None
        return
    assert window is not None
    assert (window.earliest, window.latest, window.precision) == (day(row["earliest"]), day(row["latest"]), row["precision"])
    assert window.reported_on == day(row.get("reported_on"))
    assert list(window.flags) == row.get("flags", [])


def test_table_is_large_and_in_five_languages() -> None:
    """The table holds at least 400 phrases and no language is without."""
    assert len(ROWS) >= 400
    assert {row["language"] for row in ROWS} == {"en", "fr", "es", "pt", "ar"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen struck on 25 January and again on Monday.", ["25 January", "Monday"]),
        ("He may march again; the second group sat down.", []),
        ("The town fell last week, two days after the raid of 3 May 2011.", ["last week", "two days after", "3 May 2011"]),
        ("About 2,000 people fled; 19 died.", []),
        ("It burned in May. Nothing since March 2018.", ["May", "since March 2018"]),
        ("SITREP 03 AUG 09: quiet overnight.", ["03 AUG 09", "overnight"]),
        ("Between 5 and 9 May clashes went on.", ["Between 5 and 9 May"]),
        ("They said that Monday was calm.", ["Monday"]),
        (
            "Last April seven men, last November 13 people died, and last June 3.",
            ["Last April", "last November", "last June 3"],
        ),
        ("It raised the toll of the raid of June 1 to three, and that of May 2, 2020 to 14.", ["June 1", "May 2, 2020"]),
        ("It took the count from June 1 to 3 to 14; raids of June 1 to 3, all of them.", ["from June 1 to 3", "June 1 to 3"]),
        ("A year ago today he fell; a month ago Tuesday's raid began.", ["A year ago today", "a month ago", "Tuesday's"]),
        ("The firm owes $3.51 billion and 4.20 percent.", []),
        ("12 DIED LAST\nWEDNESDAY IN THE CAPITAL", ["LAST\nWEDNESDAY"]),
        ("Shelled on 3 May\n\n12 people fled", ["3 May"]),
        ("It began at 2100 on 15 January.", ["2100 on 15 January"]),
        ("Raids on 9, 10 and 11 January left 3 dead.", ["9, 10 and 11 January"]),
        ("On January 9, 10 soldiers and 11 civilians died.", ["January 9"]),
        ("Calm since the night before last, and before last week.", ["since the night before last", "before last week"]),
        ("Mr Eid was held; the market burnt on Eid.", ["Eid"]),
        ("In the first quarter of 2020 the Christian quarter was shelled.", ["first quarter of 2020"]),
        ("On 26 January of last year, and on 12/03/2019.", ["26 January of last year", "12/03/2019"]),
        ("", []),
    ],
)
def test_expressions_in_running_text(text: str, found: list[str]) -> None:
    """The finder gives the date expressions in order and leaves numbers, "may" and "second" alone."""
    assert [text[span.start : span.end] for span in iter_date_expressions(text)] == found


def test_anchor_is_the_last_day_told_before() -> None:
    """ "the next day" counts from the nearest day before it, not from a later one or a bare year."""
    text = "In 1998 the fort fell. On 4 May 1998 it burned. The next day it was empty. On 9 June 1998 it was rebuilt."
    start = text.index("The next day")
    window = resolve_when(
        "The next day", context=DateContext(published=date(2019, 1, 1), text=text, start=start, end=start + 12)
    )
    assert window is not None
    assert window.earliest == window.latest == date(1998, 5, 5)


def test_date_of_a_picture_of_the_aftermath() -> None:
    """A caption's date is the day of the picture: it dates the act that is pictured, and only bounds one that is over."""
    text = "Villagers clear a school, which had been burned by raiders, in Dori, Burkina Faso, March 3, 2019. Rain fell."
    start = text.index("March")
    place = {"published": date(2019, 6, 1), "text": text, "start": start, "end": start + 13}
    burned = resolve_when("March 3, 2019", context=DateContext(**place, trigger=text.index("burned")))
    cleared = resolve_when("March 3, 2019", context=DateContext(**place, trigger=text.index("clear")))
    assert burned is not None
    assert cleared is not None
    assert (burned.earliest, burned.latest, burned.precision) == (None, date(2019, 3, 3), "unknown")
    assert burned.reported_on == date(2019, 3, 3)
    assert (cleared.earliest, cleared.latest, cleared.reported_on) == (date(2019, 3, 3), date(2019, 3, 3), None)


def test_coming_weeks_have_no_end() -> None:
    """ "the coming weeks" begin with the report and end nobody knows when."""
    text = "Troops will be sent in the coming weeks."
    window = resolve_when("the coming weeks", context=DateContext(published=date(2019, 6, 1), text=text, start=23, end=39))
    assert window is not None
    assert (window.earliest, window.latest, window.precision) == (date(2019, 6, 1), None, "unknown")


@pytest.mark.parametrize(
    ("words", "published_in", "window"),
    [
        ("today", "2016-10", ("2016-10-01", "2016-10-31", "month")),
        ("last July", "2016-10", ("2016-07-01", "2016-07-31", "month")),
        ("in August", "2016", ("2016-08-01", "2016-08-31", "month")),
        ("on 12 October", "2016-10", ("2016-10-12", "2016-10-12", "day")),
        ("last month", "2016-10", ("2016-09-01", "2016-09-30", "month")),
        ("yesterday", "2016-10", ("2016-09-30", "2016-10-30", "month")),
        ("last year", "2016", ("2015-01-01", "2015-12-31", "year")),
        ("recently", "2016-10", (None, "2016-10-31", "unknown")),
        ("on 3 May 2015", "2016-10", ("2015-05-03", "2015-05-03", "day")),
    ],
)
def test_a_month_of_publication_dates_as_far_as_it_goes(words: str, published_in: str, window: tuple[Any, ...]) -> None:
    """A report of which only the month or year is known dates nothing more finely than that lets it, and loses nothing."""
    text = f"Two shells hit the quarter {words}, the mayor said."
    start = text.index(words)
    context = DateContext(published=None, published_in=published_in, text=text, start=start, end=start + len(words))
    found = resolve_when(words, context=context)
    assert found is not None
    assert (found.earliest, found.latest, found.precision) == (day(window[0]), day(window[1]), window[2])


@pytest.mark.parametrize(
    ("text", "words", "trigger", "reported"),
    [
        ("On 9 July, local radio reported that herders had burnt a school at dawn.", "9 July", "burnt", True),
        ("On 9 July the district chief confirmed that bandits had taken a nurse.", "9 July", "taken", True),
        ("On 9 July, residents reported heavy shelling of the bridge.", "9 July", "shelling", False),
        ("On 9 July, the ministry said, two soldiers were shot at a well.", "9 July", "shot", False),
        ("On 9 July a teacher was reported killed in the market by a grenade.", "9 July", "killed", False),
        ("Both governments on 9 July announced a ceasefire in the north.", "9 July", "ceasefire", False),
        ("The army on 9 July announced that a patrol had been ambushed.", "9 July", "ambushed", True),
        ("A bus burns at the scene of an attack outside the town, 9 July 2018.", "9 July 2018", "attack", True),
    ],
)
def test_a_day_of_saying_is_not_the_day_of_the_act(text: str, words: str, trigger: str, reported: bool) -> None:
    """The day on which somebody tells of an act only bounds it; the day of what is seen, done or declared dates it."""
    start = text.index(words)
    context = DateContext(
        published=date(2018, 7, 12), text=text, start=start, end=start + len(words), trigger=text.index(trigger)
    )
    window = resolve_when(words, context=context)
    assert window is not None
    assert (window.reported_on, window.earliest) == ((date(2018, 7, 9), None) if reported else (None, date(2018, 7, 9)))


@pytest.mark.parametrize("title", ["2018 report on human rights: Mali", None])
def test_a_report_on_the_year_before_dates_its_months_there(title: str | None) -> None:
    """An annual report tells months without the year that its title, or "during the year", gives."""
    text = "In February soldiers beat three farmers." + ("" if title else " No one was tried during the year.")
    context = DateContext(published=date(2019, 3, 13), text=text, start=3, end=11, title=title)
    window = resolve_when("February", context=context)
    assert window is not None
    assert (window.earliest, window.latest) == (date(2018, 2, 1), date(2018, 2, 28))


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_leaving_out_sentences_without_dates_loses_none(language: str, gap: str) -> None:
    """Reading only sentences that hold a dating word finds what reading every word finds."""
    told = [row["text"] for row in ROWS if row["language"] == language]
    plain = "Nobody was there, Mr. Dao said. It rained (all of it!) until then; the road was closed."
    text = gap.join(part for one in told for part in (one, plain))
    assert list(iter_expressions(text, language)) == list(_in_sentence(text, 0, len(text), language))
    assert len(list(iter_expressions(text, language))) >= len(told) // 2


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Police blotter, week of June 3-9", date(2024, 6, 3)),
        ("Weekly bulletin 3-9 June 2024", date(2024, 6, 3)),
        ("Bulletin for the week ending June 9", date(2024, 6, 3)),
        ("Three shot on June 3", date(2024, 6, 10)),
        (None, date(2024, 6, 10)),
    ],
)
def test_a_weekday_in_a_bulletin_of_a_week_is_that_weeks(title: str | None, day: date) -> None:
    """Published on a Monday, a blotter of the week before tells of the Monday in its title's stretch."""
    context = DateContext(published=date(2024, 6, 10), text="Monday: A man was shot.", start=0, end=6, title=title)
    window = resolve_when("Monday", context=context)
    assert window is not None
    assert window.earliest == window.latest == day


@pytest.mark.parametrize(
    ("title", "words", "bounds"),
    [
        ("Weekly report no. 46, 3 to 9 June", "this week", (date(2024, 6, 3), date(2024, 6, 9))),
        ("Summary, 3-9 June", "the week", (date(2024, 6, 3), date(2024, 6, 9))),
        ("Week ending 9 June", "this week", (date(2024, 6, 3), date(2024, 6, 9))),
        ("Three shot on June 3", "this week", (date(2024, 6, 10), date(2024, 6, 12))),
        ("Summary, 3-9 June", "this month", (date(2024, 6, 1), date(2024, 6, 12))),
    ],
)
def test_this_week_in_a_bulletin_is_that_of_its_title(title: str, words: str, bounds: tuple[date, date]) -> None:
    """Not the calendar week of publication, which comes days after the week that is told of."""
    context = DateContext(published=date(2024, 6, 12), text=f"{words} a man was shot", start=0, end=len(words), title=title)
    window = resolve_when(words, context=context)
    assert window is not None
    assert (window.earliest, window.latest) == bounds


@pytest.mark.parametrize(
    ("head", "earliest"),
    [
        ("Lakes Watch\nWeekly bulletin No. 11/2026\nWeek of 9 to 15 March 2026", date(2026, 3, 12)),
        ("# Security update\n9-15 March 2026", date(2026, 3, 12)),
        ("Lakes Watch\nThe week of 9 to 15 March 2026 was calm.", None),  # a sentence heads nothing
        ("Lakes Watch\nRainfall of 9 March 2026", None),
    ],
)
def test_a_bulletin_without_a_day_counts_from_the_end_of_its_period(head: str, earliest: date | None) -> None:
    """ "12 March" of a bulletin that covers a week of 2026 is of that year; no other heading tells one."""
    text = f"{head}\n\nOn Thursday raiders shot at a bus near the ford."
    start = text.index("Thursday")
    window = resolve_when("Thursday", context=DateContext(published=None, text=text, start=start, end=start + 8))
    assert (window.earliest if window else None) == earliest


def test_hours_before_a_day_are_no_days() -> None:
    """ "Between 6 and 7 a.m. on May 9" is 9 May."""
    raw = "Between 6 and 7 a.m. on May 9"
    window = resolve_when(raw, context=DateContext(published=date(2024, 6, 20), text=raw, start=0, end=len(raw)))
    assert window is not None
    assert (window.earliest, window.latest) == (date(2024, 5, 9), date(2024, 5, 9))


def test_an_annual_report_without_a_day_is_on_the_year_of_its_title() -> None:
    """Not on that which the sentence before happens to name; a date with its year keeps it."""
    text = "Since the 2021 coup hundreds have died. On January 17 three men were shot. On May 3, 2022 a bus burned."

    def read(raw: str, title: str | None) -> date | None:
        start = text.index(raw)
        window = resolve_when(
            raw, context=DateContext(published=None, title=title, text=text, start=start, end=start + len(raw))
        )
        return window.earliest if window else None

    assert read("January 17", "Burma 2023 Human Rights Report") == date(2023, 1, 17)
    assert read("May 3, 2022", "Burma 2023 Human Rights Report") == date(2022, 5, 3)
    assert read("January 17", "Shots in 2023") != date(2023, 1, 17)


@pytest.mark.parametrize(("title", "year"), [("Ruritania 2023 Human Rights Report", 2023), ("Ruritania: two dead", 2024)])
def test_a_day_counted_from_one_of_an_annual_report_is_of_its_year(title: str, year: int) -> None:
    """ "Two days later" goes on from the February 12 of the year that the report is on."""
    text = "On February 12 police in Tarn arrested 97 men. Two days later women marched. The following day two were shot."
    for raw, day in (("Two days later", 14), ("The following day", 15)):
        start = text.index(raw)
        context = DateContext(published=date(2024, 4, 22), title=title, text=text, start=start, end=start + len(raw))
        window = resolve_when(raw, context=context)
        assert window is not None
        assert window.earliest == date(year, 2, day)


@pytest.mark.parametrize(("done", "found"), [(True, date(2010, 5, 14)), (False, date(2010, 5, 21))])
def test_what_has_happened_has_no_day_to_come(done: bool, found: date) -> None:
    """Of a claim that is done the weekday is the last one, whatever the clause around it looks forward to."""
    text = "The party wants to see those who shot at marchers on Friday in court."
    start = text.index("Friday")
    context = DateContext(published=date(2010, 5, 17), text=text, start=start, end=start + 6, done=done)
    window = resolve_when("Friday", context=context)
    assert window is not None
    assert window.earliest == found


def test_a_threat_told_on_a_day_is_told_by_then() -> None:
    """What was planned lies ahead, the Friday on which a spokesman says so does not."""
    text = "Scouts had seen that they were planning an attack on the post, a spokesman said on Friday."
    start = text.index("Friday")
    context = DateContext(published=date(2016, 6, 12), text=text, start=start, end=start + 6, threat=True, trigger=44)
    window = resolve_when("Friday", context=context)
    assert window is not None
    assert window.reported_on == date(2016, 6, 10)


@pytest.mark.parametrize(
    ("text", "words", "threat", "found"),
    [
        ("They warned that they would strike on 15 July.", "15 July", True, date(2016, 7, 15)),
        ("They warned that they would strike on 15 July.", "15 July", False, date(2015, 7, 15)),
        ("The union announced a strike from Friday.", "Friday", True, date(2016, 6, 17)),
        ('A "dead city" for Monday was called by the youth.', "Monday", True, date(2016, 6, 13)),
        ("On Friday the group threatened the miners again.", "Friday", True, date(2016, 6, 10)),
    ],
)
def test_what_is_threatened_lies_ahead(text: str, words: str, threat: bool, found: date) -> None:
    """The day of the threat itself is past; the day on which it is to be carried out is not."""
    start = text.index(words)
    context = DateContext(published=date(2016, 6, 12), text=text, start=start, end=start + len(words), threat=threat)
    window = resolve_when(words, context=context)
    assert window is not None
    assert window.earliest == found


@pytest.mark.parametrize(
    ("text", "words", "trigger", "reported"),
    [
        ("Also on Tuesday, a spokesman accused the coalition of killing 60.", "Tuesday", "killing", True),
        ("On Thursday the rebels blamed the army for a raid in Gao.", "Thursday", "raid", True),
        ("The party accused police on Friday of torturing two men.", "Friday", "torturing", True),
        ("On Sunday a man accused of spying was shot.", "Sunday", "shot", False),
        ("Gunmen blamed on Sunday for nothing shot a man on Monday.", "Monday", "shot", False),
        ("The raid on Friday was blamed on rebels.", "Friday", "raid", False),
    ],
)
def test_the_day_of_an_accusation_is_no_day_of_the_act(text: str, words: str, trigger: str, reported: bool) -> None:
    """It only bounds the act that somebody is accused of."""
    start = text.index(words)
    context = DateContext(
        published=date(2018, 3, 16), text=text, start=start, end=start + len(words), trigger=text.index(trigger)
    )
    window = resolve_when(words, context=context)
    assert window is not None
    assert (window.reported_on is not None) == reported
