"""The day of a report whose head tells only when it was updated, and bylines with a day behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crossread.read import ReadDocument, ReadOptions, find_dateline, iter_documents
from crossread.read.dateline import find_updated
from crossread.read.text import find_title

DAY = date(2021, 10, 19)


def page(line: str) -> str:
    return f"Gunmen kill five in Bria\n\n{line}\n\nGunmen killed five people in Bria on Monday, officials said.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Updated: 2021-10-19 21:31",
        "(AP) Updated: 19 October 2021",
        "Updated October 19, 2021",
        "Syed Ali Updated October 19, 2021",
        "Last updated: 19 October 2021 10:30",
    ],
)
def test_a_day_of_update_stands_for_one_of_publication(line: str, tmp_path: Path) -> None:
    assert find_updated(page(line)) == DAY
    file = tmp_path / "page.txt"
    file.write_text(page(line), encoding="utf-8")
    (row,) = iter_documents([file], options=ReadOptions())
    assert isinstance(row, ReadDocument)
    assert (row.document.published, row.document.published_from) == (DAY, "updated")


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: 19 October 2021",  # the page may have been mended years later
        "The police updated the list on 19 October 2021",
        "Updated figures of 19 October 2021 show five dead.",
        "Updated: yesterday",
    ],
)
def test_other_words_of_updating_tell_no_day(line: str) -> None:
    assert find_updated(page(line)) is None


def test_a_day_of_publication_goes_before_one_of_update(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(page("Published: 18 October 2021\nUpdated: 19 October 2021"), encoding="utf-8")
    (row,) = iter_documents([file], options=ReadOptions())
    assert isinstance(row, ReadDocument)
    assert (row.document.published, row.document.published_from) == (date(2021, 10, 18), "dateline")


@pytest.mark.parametrize(
    "line",
    [
        "Mosul correspondent, 19 Oct 2021",
        "By a staff reporter, 19 October 2021",
        "By The Irrawaddy 19 October 2021",
        "Our correspondent in Goma — 19 October 2021",
        "Source: Missions Agency    19 October 2021",
        "[TamilNet, Tuesday, 19 October 2021, 15:57 GMT]",
        "Posted by admin on October 19, 2021",
        "Written by K. Sivan on 19 October 2021",
    ],
)
def test_a_byline_with_a_day_is_a_dateline(line: str) -> None:
    assert find_dateline(page(line)) == DAY


@pytest.mark.parametrize(
    "line", ["By the river 19 October 2021", "By Monday 19 October 2021 the army had left", "Killed by 19 October 2021"]
)
def test_a_sentence_with_by_is_none(line: str) -> None:
    assert find_dateline(page(line)) is None


def test_the_headline_may_stand_below_the_day() -> None:
    assert find_title("19 October 2021\n\nFive killed in Bria\n\nGunmen killed five people.") == "Five killed in Bria"
    assert find_title("19 October 2021\nFive killed in Bria on Monday by gunmen, police said. They fled.") is None
