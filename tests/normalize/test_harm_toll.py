"""A toll told as a whole holds what is told of it, and a figure withdrawn is not counted; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read, _sum

from crossread.normalize.harm.effects import settle_effects
from crossread.normalize.harm.retold import settle_retold
from crossread.normalize.harm.toll import settle_tolls


@pytest.mark.parametrize(
    ("marked", "killed"),
    [
        (
            "The number of people who died in the 4 May blast has risen to {killed: 23}, correcting its earlier figure of "
            "{killed: 18}. {killed: Four patients} died this week, and {killed: one body} was found. Relatives buried "
            "{killed: eleven of the dead}.",
            23,
        ),
        ("{killed: A third victim} died in Gao, bringing the toll to {killed: three dead}.", 3),
        (
            "{killed: Two fighters} fell. {killed: A third man} died, bringing the number of martyrs to {killed: three}.",
            3,
        ),
        ("{killed: Two more people} died, and the death toll rose to {killed: 14}.", 14),
        ("The death toll rose to {killed: 14}. {killed: Two more people} died elsewhere.", 16),
        ("The army initially put the dead at {killed: 30}. It now says that {killed: 12 men} died.", 12),
        ("The army had an earlier figure of {killed: 30}.", 30),
        ("In May {killed: 90 herders} were killed, compared with {killed: 52} in the same period of 2019.", 90),
        ("In May {killed: 90 herders} were killed, against {killed: 52} in the first half of 2019.", 90),
        ("In 2020 {killed: 90 herders} were killed, compared to {killed: 52} killed in 2019.", 90),
        ("In Gao {killed: 90 herders} were killed, compared with {killed: 52} in Kidal.", 142),
        ("Compared with {killed: 52} in the previous year, few died.", 52),
        ("The death toll among herders is {killed: 14}. {killed: Three traders} died at the well.", 17),
        ("The ambush killed {killed: six men}. The raid killed {killed: nine men}.", 15),
        ("The toll rose to {killed: 9}. {killed: Twelve bodies} were found.", 21),
        ("{killed: Scores of herders} died, it is said. Witnesses told of {killed: at least 78 herders}.", 78),
        ("{killed: Ninety herders} were killed. The office could verify {killed: 52} of these deaths.", 90),
        ("Our report of 8 May on the blast at a camp in Gao said that {killed: three boys} died. {killed: Two boys} died.", 2),
        (
            "{killed: Six} were dead on arrival, {killed: three} died later. {killed: 23 people} lost their lives altogether.",
            23,
        ),
        ("{killed: Six} were dead on arrival, {killed: three} died later. In all, {killed: nine people} died.", 9),
        ("{killed: Six} were dead on arrival, {killed: three} died later.", 9),
        ("{killed: Six herders} fell. {killed: Nine herders} fell in all the other camps.", 15),
        ("The number of dead now stands at {killed: 31}, with the discovery of {killed: nine further corpses}.", 31),
        ("The office's report said that {killed: three boys} died. {killed: Two men} died elsewhere.", 5),
    ],
)
def test_a_whole_toll_is_not_added_to_what_it_holds(marked: str, killed: int) -> None:
    """Only further people are added to a toll; a figure that the report withdraws counts where none takes its place."""
    document, rows = _read(marked)
    found = settle_tolls(document.text, rows)
    assert _sum(found, "killed") == killed
    assert all(row.part_of is None or found[row.part_of].part_of is None for row in found)


def test_fighters_told_behind_a_toll_are_more() -> None:
    """A toll of people does not hold soldiers of whom the report tells afterwards."""
    document, rows = _read("The death toll rose to {killed: 14}. {killed: Six soldiers} died at the gate.")
    found = settle_tolls(document.text, [rows[0], replace(rows[1], group_type="state_forces")])
    assert _sum(found, "killed") == 20


@pytest.mark.parametrize(
    ("marked", "types", "killed"),
    [
        (
            "{killed: 4 rebels} killed in clash\n\n{killed: Three soldiers} and {killed: four terrorists} were killed.",
            ("rebel_group", "state_forces", "unidentified_armed_group"),
            7,
        ),
        (
            "{killed: 4 rebels} killed in clash\n\n{killed: Four soldiers} and {killed: nine terrorists} were killed.",
            ("rebel_group", "state_forces", "unidentified_armed_group"),
            17,
        ),
        ("{killed: 4 rebels} killed\n\n{killed: Another four fighters} died on Monday.", ("rebel_group", "rebel_group"), 8),
    ],
)
def test_a_headline_names_the_people_of_its_story_otherwise(marked: str, types: tuple[str, ...], killed: int) -> None:
    """A number of a headline is told again once, by a number of people of the same kind; soldiers are no rebels."""
    document, rows = _read(marked)
    typed = [replace(row, group_type=kind) for row, kind in zip(rows, types, strict=True)]
    assert _sum(settle_retold(document.text, typed), "killed") == killed


@pytest.mark.parametrize(
    ("marked", "killed"),
    [
        ("{killed: Victim}, {killed: male}, 42, {killed: taxi driver}, shot by two men. Dead on arrival.", 1),
        ("{killed: A guard}, {killed: a cook} and {killed: a driver} died.", 3),
    ],
)
def test_a_blotter_describes_one_victim_between_commas(marked: str, killed: int) -> None:
    """ "Victim, male, 42, driver" is one person; with articles they are a list."""
    document, rows = _read(marked)
    assert _sum(settle_retold(document.text, rows), "killed") == killed


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("{killed: 27 wounded people} had been brought in, and {killed: two of them} had died.", ["injured", "killed"]),
        ("{killed: Two wounded soldiers} died on the way.", ["killed"]),
        ("Our lions sent {detained: 87 mercenaries} to hell.", ["killed"]),
        ("They sent {detained: 87 mercenaries} to court.", ["detained"]),
        ("Among the dead were {killed: 24 women} and {abducted: 9 children}.", ["killed", "killed"]),
        ("Among the dead were {killed: 24 women}; {abducted: 9 children} were taken.", ["killed", "abducted"]),
    ],
)
def test_the_wounded_and_the_dead_are_told_by_their_own_words(marked: str, effects: list[str]) -> None:
    """ "27 wounded people" are no dead, and who was among the dead was not abducted."""
    document, rows = _read(marked)
    assert [row.effect for row in settle_effects(document, rows, language="en")] == effects


@pytest.mark.parametrize(
    ("marked", "quotes"),
    [
        ("{injured: Two WIA} on our side. {injured: Wounded} were flown to Gao.", [2]),
        ("{injured: Two WIA} on our side. {injured: Farmers} were hurt too.", [1, 1]),
        ("{injured: Wounded} were flown to Gao; {injured: two men} are stable.", [1, 1]),
        ("{killed: Eleven soldiers} died; {killed: all the victims} were Chadians.", [2]),
        ("{killed: Eleven soldiers} died; {killed: some of the attackers} died.", [1, 1]),
    ],
)
def test_the_wounded_behind_a_number_are_these(marked: str, quotes: list[int]) -> None:
    """ "Wounded" without a number or a noun behind "two wounded" is a second quote and no further people."""
    document, rows = _read(marked)
    assert [len(row.evidence) for row in settle_tolls(document.text, rows)] == quotes
