"""Ages and times of day that are no numbers of people; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.ages import is_age
from crossread.normalize.harm.clock import without_times


@pytest.mark.parametrize(
    ("marked", "age"),
    [
        ("The conductor, {killed: 52}, and a schoolgirl, 12, were killed.", True),
        ("The conductor, 52, and a schoolgirl, {killed: 12}, were killed.", True),
        ("The owner, 44, and his son, {killed: 9}.", True),
        ("A farmer was killed and his wife, {injured: 48}, wounded.", True),
        ("Four people were killed, two of them {killed: over 60}.", True),
        ("Six people were killed, most of them were {killed: under 30}.", True),
        ("A man aged 52 and {killed: a woman aged 70} were killed.", False),
        ("The bomb hit men aged 28, 32 and {killed: 45}.", True),
        ("The bomb hit men aged 28 and {killed: 59 others}.", False),
        ("In the capital, {killed: 52} were killed.", False),
        ("The blast killed a driver, {killed: 12} soldiers and a nurse.", False),
        ("The blast left the dead, {killed: over 60}, in the street.", False),
        ("A mine killed four children under {killed: twelve}.", True),
        ("A mine killed four girls aged {killed: under ten} and a nurse.", True),
        ("A mine killed some people under {killed: twelve} trees.", False),
        ("A mine killed some children, {killed: twelve} in all.", False),
        ("The army said of them: {killed: over 60} died.", False),
        ("Eight died. They were aged {killed: between 17 and 60}.", True),
        ("Eight died. Their ages ranged {killed: from 17 to 60}.", True),
        ("Eight died. They ranged in age {killed: from 17 to 60}.", True),
        ("Eight died. Their ages ranged from {killed: 17 to 60}.", True),
        ("A raid on the mine killed {killed: between 17 and 60}.", False),
        ("Aged aid workers say that {killed: between 17 and 60} died.", False),
        ("Eight died. {killed: The youngest was three}, the oldest 81.", True),
        ("Eight died. The youngest was {killed: three}, the oldest 81.", True),
        ("Eight died. The youngest was three, {killed: the oldest 81}.", True),
        ("Eight died. The youngest was three, the oldest {killed: 81}.", True),
        ("Eight died. {killed: The youngest victim was only four}.", True),
        ("Eight died. {killed: The youngest} was a girl.", False),
        ("Eight died. {killed: The youngest three} were brothers.", False),
        ("The blast struck the oldest school and {killed: three} died.", False),
    ],
)
def test_a_number_between_the_commas_behind_a_person_is_an_age(marked: str, age: bool) -> None:
    document, (row,) = _read(marked)
    assert is_age(document.text, row) == age


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        ("three of them under 18", (3, 3)),
        ("41 of whom were under the age of 12", (41, 41)),
        ("14 men above the age of 60", (14, 14)),
        ("four pupils under twelve", (4, 4)),
        ("four pupils aged under five", (4, 4)),
        ("four pupils, all under the age of sixteen", (4, 4)),
        ("four pupils aged up to 12", (4, 4)),
        ("up to twelve pupils", (None, 12)),
        ("killed under twelve", (None, 12)),
        ("under 18", (None, 18)),
        ("over 60 people", (60, None)),
        ("a total of over 60", (60, None)),
        ("killed over 60", (60, None)),
    ],
)
def test_a_bound_behind_people_is_their_age(raw: str, count: tuple[int | None, int | None]) -> None:
    found = parse_count(raw)
    assert (found.low, found.high) == count


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("Drone strike, 9 May, 13:{killed: 30}. {killed: 38 dead}.", ["38 dead"]),
        ("{killed: Two guards} fell [{killed: 1}]. The raiders left.", ["Two guards"]),
        ("{killed: Two guards} fell [3, {killed: 4}] and the raiders left.", ["Two guards"]),
        ("{killed: Two guards} fell {killed: [1]} The raiders left.", ["Two guards"]),
        ("{killed: Two guards} fell.{killed: ¹²} The raiders left.", ["Two guards"]),
        ("{killed: Two guards} and [{killed: 12}] women fell.", ["Two guards", "12"]),
        ("{killed: Two guards} fell [{killed: 12 women}].", ["Two guards", "12 women"]),
        ("{killed: Two guards} fell (men: {killed: 12}).", ["Two guards", "12"]),
        ("Drone strike at {killed: 14}:{killed: 20}, {killed: 25 dead}.", ["25 dead"]),
        ("Drone strike at {killed: 10.15, 6 dead}.", ["6 dead"]),
        ("{killed: 10.20 Two villagers} have been shot.", ["Two villagers"]),
        ("Clashes go on.\n{killed: 10.45 12 soldiers} died.", ["12 soldiers"]),
        ("{killed: 10.20 million people} died.", ["10.20 million people"]),
        ("Drone strike at 14:{killed: 20.}", []),
        ("Drone strike at 8:45 that killed {killed: 15 people}.", ["15 people"]),
        ("Drone strike that killed {killed: 10.15 million} birds.", ["10.15 million"]),
        ("The score stood at 3:1 when {killed: 20 fans} fell.", ["20 fans"]),
        ("By March {killed: 31, 450 civilians} had been killed.", ["450 civilians"]),
        ("By {killed: March 31, some 450 civilians} had been killed.", ["some 450 civilians"]),
        ("By March {killed: 31, 2019, 450 civilians} had died.", ["450 civilians"]),
        ("As of July {killed: 31}, {killed: 52 civilians} had died.", ["52 civilians"]),
        ("By May {killed: 12, 2000 civilians} had died.", ["2000 civilians"]),
        ("In March {killed: 31 people} died.", ["31 people"]),
        ("In March {killed: 31 died}, the army said.", ["31 died"]),
        ("Rebels killed {killed: 12, 15 and 20 civilians} in May.", ["12, 15 and 20 civilians"]),
    ],
)
def test_the_digits_of_a_time_or_day_count_nobody(marked: str, left: list[str]) -> None:
    """Words that begin with one keep what stands behind it."""
    document, rows = _read(marked)
    found = without_times(document, rows)
    assert [row.raw for row in found] == left
    assert all(row.evidence[0].quote == row.raw for row in found)


def test_what_a_person_coded_as_a_number_stays() -> None:
    document, rows = _read("Drone strike at 14:{killed: 20}.")
    row = replace(rows[0], score=None)
    assert without_times(document, [row]) == (row,)
