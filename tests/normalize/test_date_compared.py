"""A total has its own time, not the time of what it is compared with."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.compared import with_own_time
from crossread.records import Claim, Document, Slot


def _own(text: str, trigger: str, words: str, *, score: float | None = 0.9) -> str | None:
    document = Document(id="doc_1", text=text, published=date(2022, 3, 12), language="en")
    at, start = text.index(trigger), text.rindex(words)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="aggregate",
        status="accomplished",
        stance="attributed",
        trigger=document.quote(at, at + len(trigger)),
        when=Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),)),
        score=score,
    )
    made = with_own_time(document, claim, "en")
    assert with_own_time(document, made, "en") == made
    return made.when.raw if made.when else None


@pytest.mark.parametrize(
    ("text", "trigger", "words", "told"),
    [
        ("In 2021 the office counted 90 civilians killed, compared with 70 in 2020.", "killed", "2020", "2021"),
        (
            "In 2021 the office counted 90 killings, up from 70 killings in the same period of 2020.",
            "killings",
            "same period of 2020",
            "2021",
        ),
        ("In May 2021 it counted 90 civilians killed, against 70 in April 2021.", "killed", "April 2021", "May 2021"),
        ("It counted 90 civilians killed, compared with 70 civilians in 2020.", "killed", "2020", None),
        ("It says 90 were killed in May, the highest monthly toll since June 2008.", "killed", "since June 2008", "May"),
        ("It says 90 were killed, the highest toll since June 2008.", "killed", "since June 2008", None),
        ("It says 90 have been killed since June 2008.", "killed", "since June 2008", "since June 2008"),
    ],
)
def test_a_total_has_its_own_time(text: str, trigger: str, words: str, told: str | None) -> None:
    assert _own(text, trigger, words) == told


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("In 2021 the office counted 90 dead, compared with 70 killed in 2020.", "killed", "2020"),
        ("In 2021 the office counted 90 civilians killed, compared with 70 in 2020.", "killed", "2021"),
        ("Soldiers moved against 30 rebels in March 2020 and killed nine.", "moved", "March 2020"),
        ("The office counted 90 civilians killed in 2020, more than ever.", "killed", "2020"),
        ("In 2021 the office was closed. It had counted 90 killed in 2020.", "killed", "2020"),
    ],
)
def test_other_times_stay(text: str, trigger: str, words: str) -> None:
    assert _own(text, trigger, words) == words


def test_what_a_person_says_stays() -> None:
    assert _own("In 2021 it counted 90 killed, compared with 70 in 2020.", "killed", "2020", score=None) == "2020"


@pytest.mark.parametrize(
    ("text", "trigger", "words", "told"),
    [
        ("The office counted six incidents, an increase of two on last week's figure.", "incidents", "last week", None),
        ("Police told of 90 killings, more than last year's total.", "killings", "last year", None),
        ("Last year's figure was 71 killings.", "killings", "Last year", "Last year"),
        ("The raid on last week's convoy left ten killed.", "killed", "last week", "last week"),
        ("Ten were killed on Tuesday, a rise on last month's average.", "killed", "Tuesday", "Tuesday"),
    ],
)
def test_the_time_of_another_figure_is_not_its_own(text: str, trigger: str, words: str, told: str | None) -> None:
    """ "On last week's figure" holds a number against another."""
    assert _own(text, trigger, words) == told
