"""Tolls and deaths in the words in which agencies, armies and hospitals tell them; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize import Normalizer
from crossread.records import Claim, Extraction, Harm


def _harm(normalizer: Normalizer, marked: str, *, type: str = "bombing") -> list[tuple[str, int | None, int | None]]:
    """Effect, number and whole of each row of one claim with the marked rows."""
    document, rows = _read(marked)
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        type=type,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 1),
        harm=tuple(rows),
    )
    made = normalizer.normalize(document, Extraction(document_id=document.id, claims=(claim,), wording=(), made_by="test@1"))
    return [_told(row) for row in made.claims[0].harm]


def _told(row: Harm) -> tuple[str, int | None, int | None]:
    return row.effect, row.count.low if row.count else None, row.part_of


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            "{injured: Nine persons} were injured: {killed: four officers} and {killed: five civilians}.",
            [("injured", 9, None), ("injured", 4, 0), ("injured", 5, 0)],
        ),
        (
            "{injured: Nine persons} were injured: {killed: four officers} died, {killed: two civilians} too.",
            [("injured", 9, None), ("killed", 4, None), ("killed", 2, None)],
        ),
        ("{injured: Eighty children} were in class when the bomb fell.", []),
        ("In the battle {injured: one soldier} paid the supreme price.", [("killed", 1, None)]),
        ("In the battle {injured: seven guards}, having fought well, embraced martyrdom.", [("killed", 7, None)]),
        (
            "{injured: Three more people} injured in an attack in Kaya succumbed on Friday, taking the toll to {killed: 14}.",
            [("killed", 3, 1), ("killed", 14, None)],
        ),
        ("{injured: Three people} were injured in an attack in which a guard died.", [("injured", 3, None)]),
        (
            "{killed: A soldier} died on Monday, bringing to {killed: five the number of Army men} slain.",
            [("killed", 1, 1), ("killed", 5, None)],
        ),
        (
            "{killed: Another body} was found, taking the number of dead to {killed: eight}, the mayor said.",
            [("killed", 1, 1), ("killed", 8, None)],
        ),
        (
            "The toll rose to {killed: 14}. The dead include {killed: two soldiers} and {killed: a girl}.",
            [("killed", 14, None), ("killed", 2, 0), ("killed", 1, 0)],
        ),
        (
            "{killed: Thirty people} died. Most of the victims were {killed: women and children}, he said.",
            [("killed", 30, None)],
        ),
        (
            "{killed: 34 people} died. He said {missing: 12 children} were among {missing: the 34 victims}.",
            [("killed", 34, None), ("killed", 12, 0)],
        ),
        (
            "At least {killed: six men} were killed and {killed: five people}, all women and girls, were abducted.",
            [("killed", 6, None), ("abducted", 5, None)],
        ),
        ("The army tore down five houses, displacing {detained: 23 people}.", [("displaced", 23, None)]),
        ("Death toll in Kaya rises to {injured: eight\nRescuers} dug on.", [("killed", 8, None)]),
    ],
)
def test_what_befell_how_many(normalizer: Normalizer, marked: str, told: list[tuple[str, int | None, int | None]]) -> None:
    """Effects and wholes follow the words; a number that its sentence does not lay on anybody is left out."""
    assert _harm(normalizer, marked) == told


def test_who_is_freed_is_not_abducted_by_it(normalizer: Normalizer) -> None:
    """Captives whom troops free in a raid are no abduction; of an abduction that a report follows up they are its toll."""
    marked = "Troops rescued {abducted: 11 kidnapped villagers} in the raid."
    assert _harm(normalizer, marked, type="armed_clash") == []
    assert _harm(normalizer, marked, type="abduction") == [("abducted", 11, None)]


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            "Troops detained, tortured, and killed {detained: an activist} in Kaya.",
            [("detained", 1, None), ("killed", 1, None)],
        ),
        (
            "Guards stopped {detained: a student} in Kaya. Later the guards shot and killed him.",
            [("detained", 1, None), ("killed", 1, None)],
        ),
        ("Guards took {detained: a student}. His body was returned on Friday.", [("detained", 1, None), ("killed", 1, None)]),
        ("Guards took {detained: a student}. His body was never found.", [("detained", 1, None)]),
        ("Guards took {detained: a student}. Rebels killed them.", [("detained", 1, None)]),
        ("Guards took {detained: two students}. They killed him.", [("detained", 2, None)]),
    ],
)
def test_who_is_held_and_killed_is_both(
    normalizer: Normalizer, marked: str, told: list[tuple[str, int | None, int | None]]
) -> None:
    """A death in custody is a death, where the words behind the one who is held tell it of him."""
    assert _harm(normalizer, marked, type="detention") == told


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            "It killed {killed: about 60 members of the army}. In all {killed: about 60 soldiers} were killed, it said.",
            [("killed", 60, None)],
        ),
        ("It killed {killed: 12 men}, and a bomb {killed: 12 women}.", [("killed", 12, None), ("killed", 12, None)]),
        (
            "Rebels killed {killed: a former mayor}, branding him {killed: a police informer}.",
            [("killed", 1, None)],
        ),
        ("Troops rescued 60 people including {injured: two ministers}.", []),
        ("{killed: Three residents} told the paper that bombs fell.", [("killed", 3, None)]),
    ],
)
def test_nobody_is_counted_twice(normalizer: Normalizer, marked: str, told: list[tuple[str, int | None, int | None]]) -> None:
    """A large number told again of the same kind of people, what somebody is called, who is rescued."""
    assert _harm(normalizer, marked) == told


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            "They killed {killed: two other peasants}, {killed: Hipólito Rivas} and {killed: his son José}.",
            [("killed", 2, None), ("killed", 1, 0), ("killed", 1, 0)],
        ),
        (
            "{killed: Two students} died. They are {killed: Kevin Quispe (20)} and {killed: Luz Ccori (19)}.",
            [("killed", 2, None), ("killed", 1, 0), ("killed", 1, 0)],
        ),
        (
            "The blast killed {killed: two soldiers}, {killed: Hipólito Rivas} and {killed: a driver}.",
            [("killed", 2, None), ("killed", 1, None), ("killed", 1, None)],
        ),
        (
            "{killed: 31 wounded} were counted, among them {killed: three guards} and {killed: two women}.",
            [("injured", 31, None), ("injured", 3, 0), ("injured", 2, 0)],
        ),
        ("{killed: 46 patients} and 12 nurses were in the building when it was hit.", []),
        (
            "{killed: At least 13 people} died, {killed: three children} too. {killed: Eleven} fell, {killed: two} died later.",
            [("killed", 13, None), ("killed", 3, None), ("killed", 11, 0), ("killed", 2, 0)],
        ),
        (
            "{killed: At least 10 people} died. In Yala {killed: eleven} fell and {killed: three} died later.",
            [("killed", 10, None), ("killed", 11, None), ("killed", 3, None)],
        ),
        (
            "{killed: Several men} died. One of them was {killed: Hipólito Rivas}.",
            [("killed", None, None), ("killed", 1, None)],
        ),
        (
            "{killed: Four men} died. One of them was {killed: Hipólito Rivas}.",
            [("killed", 4, None), ("killed", 1, 0)],
        ),
        (
            "{killed: Five martyrs}:\n1. Yaser Dehvari, {killed: 17\n2}. Omar Sepahi, {killed: 22\n3}. Nur Dehvari",
            [("killed", 5, None)],
        ),
    ],
)
def test_names_ages_and_items_of_a_list(
    normalizer: Normalizer, marked: str, told: list[tuple[str, int | None, int | None]]
) -> None:
    """As many names as a number counts are its people, ages of a list count nobody, and an item goes with the one before."""
    assert _harm(normalizer, marked) == told
