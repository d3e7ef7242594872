"""The publication date as a text tells it."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.read import find_dateline, parse_date
from crossread.read.dateline_rules import load_rules

DAY = date(2019, 1, 20)


@pytest.mark.parametrize(
    "line",
    [
        "BAMAKO, 20 January 2019 (Agency) - Two men were hurt.",
        "BAMAKO, Mali, Jan. 20, 2019 — Two men were hurt.",
        "GAO (Agency) – 20 January 2019 – Two men were hurt.",
        "Jan 20, 2019",
        "Sunday, January 20th, 2019",
        "20/01/2019 Two men were hurt.",
        "20.01.2019",
        "2019-01-20",
        "2019-01-20T23:30:00-05:00",
        "Published: 20 January 2019",
        "Access Forum, 20 January 2019. Covers 13 to 19 January 2019.",
        "**UN OCHA, 20 January 2019** (covers 13-19 January)",
        "Date of issue: 20 January 2019",
        "For release: 20 January 2019",
        "Published on Sunday 20 January 2019 at 14:05 GMT",
        "By A. Writer | 20 Jan 2019 14:05 GMT",
        "By A. Writer, Kaya / January 20, 2019",
        "GENEVA (20 January 2019) - Two men were hurt, the office said.",
        "(Bangkok, January 20, 2019) – Two men were hurt.",
        "CAMP KAYA, Sud del Norte, January 20, 2019 - Two men were hurt.",
        "Gusau, January 20, 2019 (AGENCY) Two men were hurt.",
        f"Popayán, 20 January 2019. {'The network of the valley learnt of the event on its way home. ' * 3}",
        "Kutum (Kutum Post) - 20 January 2019",
        "Kaya de Norte, 20 January 2019. - Two men were hurt.",
        "KAYA, 20 January 2019 (National Office for the Coordination of Help for Displaced People) - Two men were hurt.",
        "Statement - 20 January 2019",
        "Defence Ministry report on the progress of the operation (20 January 2019)",
        "Flash Update #3 (as of 20 January 2019)",
        "20 January 2019 | SG/SM/12345-AFR",
        "Situation Report No. 12, 20 January 2019",
        "From the hills above Kaya, 20 January 2019",
        "Office for the Protection of Children, Kaya, 20 January 2019",
        "Bamako, le 20 janvier 2019",
        "Communiqué du 20 janvier 2019",
        "Publicado el 20 de enero de 2019",
        "Lisboa, 20 de janeiro de 2019 (Agência) - Dois feridos.",
        "باماكو، 20 يناير 2019",
        "٢٠ يناير ٢٠١٩",
    ],
)
def test_datelines_are_found(line: str) -> None:
    """A dateline in any of the usual forms gives its day, alone, below a headline and above a text."""
    assert find_dateline(line) == DAY
    assert find_dateline(f"Mine hurts two near the river\n\n{line}\n\nMore was not known.") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "On 20 January 2019, gunmen attacked the camp.",
        "The attack of 20 January 2019 - a survivor speaks",
        "20 January 2019 was the day the bridge fell.",
        "Massacre of 20 January 2019",
        "New report on the killing of miners (20 January 2019)",
        "Gao, Mali, 20 January 2019. A picture of the camp.",
        "Attack on a camp, 20 January 2019",
        "Gunmen from the hills attacked Kaya, 20 January 2019",
        "Last updated: 20 January 2019",
        "GAO, January 20, 2019 was a bad day.",
        "03/04/2019",
        "20 January",
        "January 2019",
        "30 February 2019",
        "BAMAKO, 20/01/19 - Two men were hurt.",
        "20 \u017feptember 2019",
    ],
)
def test_no_date_is_made_up(line: str) -> None:
    """A date in a sentence, of a change, with a part missing or with two readings is no publication date."""
    assert find_dateline(line) is None


def test_a_line_of_names_and_a_day_signs_only_below_a_headline() -> None:
    """ "Mindanao Sun / 20 January 2019" below the headline signs the report; as the headline it may name a massacre."""
    assert find_dateline("Two hurt by a mine\nMindanao Sun / 20 January 2019\nMore was not known.") == DAY
    assert find_dateline("Srebrenica Massacre - 20 January 2019\nMore was not known.") is None
    assert find_dateline("As of 20 January 2019, 34 people had been killed in the camp.") is None


def test_only_the_first_lines_count() -> None:
    """A dateline far down in the text belongs to something else."""
    assert find_dateline("A line of the report.\n" * 40 + "20 January 2019") is None


def test_two_digit_years_need_a_dateline_of_the_old_kind() -> None:
    """A wire dateline of the last century is read; a short year anywhere else is not."""
    assert find_dateline("SAN SALVADOR, 3 JAN 90 (AGENCY) -- [TEXT] Two men were hurt.") == date(1990, 1, 3)
    assert find_dateline("3 Jan 90") is None


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)))
def test_what_is_written_is_what_is_read(day: date) -> None:
    """Every day, written out in full, is read as that day."""
    for written in (day.isoformat(), f"{day.day} {day:%B} {day.year:04}", f"{day:%b} {day.day}, {day.year:04}"):
        assert parse_date(written) == day


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    """No text, however odd, raises; what is found is a day whose year stands in the text."""
    found = find_dateline(text)
    assert found is None or any(char.isdigit() for char in text)


@pytest.mark.parametrize(
    "piece", ["A-", "- ", "(a) ", "Gao, ", "1.11 ", "update 12 ", "published, ", "20 January ", "A (b) , "]
)
def test_no_line_takes_long(piece: str) -> None:
    """Lines built to make the search try every way of reading them are refused at once, on a busy machine too."""
    load_rules()  # compiling the patterns is no part of it
    started = time.process_time()
    for end in ("20 January 2019 !", "!20 January 2019", "20 January 2019|" + piece * 40 + "!"):
        find_dateline("\n".join([piece * 40 + end] * 10))
    assert time.process_time() - started < 2
