"""People joined to those killed, among them, counted as bodies, or who got away; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_told_so import _harm

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            "It fell on the port, killing {killed: 90 Afghans} and {injured: 13 guards}. {injured: Forty others} were wounded.",
            [("killed", 90, None), ("killed", 13, None), ("injured", 40, None)],
        ),
        (
            "Shells killed {killed: four people} in Tyre and {injured: three others} in Nabatieh.",
            [("killed", 4, None), ("killed", 3, None)],
        ),
        (
            "They killed {killed: four men} and {injured: three others} were wounded.",
            [("killed", 4, None), ("injured", 3, None)],
        ),
        ("They killed {killed: a clerk} and wounded {injured: three others}.", [("killed", 1, None), ("injured", 3, None)]),
        (
            "Said Halima, who lost {killed: her husband} and {casualties: two sons}.",
            [("killed", 1, None), ("killed", 2, None)],
        ),
        ("The column was hit, wiping out {injured: 14 guards}.", [("killed", 14, None)]),
        ("In the ambush {injured: eleven soldiers} were liquidated.", [("killed", 11, None)]),
        (
            "It killed {killed: 14 people}. {injured: Three officers} and {injured: a nephew} were among the dead.",
            [("killed", 14, None), ("killed", 3, 0), ("killed", 1, 0)],
        ),
        (
            "The raid left {killed: 29 martyrs}. Among the martyrs were {killed: eight children} and {injured: four women}.",
            [("killed", 29, None), ("killed", 8, 0), ("killed", 4, 0)],
        ),
    ],
)
def test_a_verb_of_killing_holds_for_those_joined_to_its_object(
    normalizer: Normalizer, marked: str, told: list[tuple[str, int | None, int | None]]
) -> None:
    """Unless a word of wounds is their own."""
    assert _harm(normalizer, marked) == told


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("They seized {abducted: 27 pupils}. {abducted: Eleven others} escaped unhurt.", [("abducted", 27, None)]),
        ("{abducted: Two sisters} and {abducted: some girls} fled into the forest.", []),
        (
            "They seized {abducted: 27 pupils}, of whom {abducted: three} later escaped.",
            [("abducted", 27, None), ("abducted", 3, 0)],
        ),
        ("A ship was hit. {missing: The 21 others} were evacuated by the navy.", []),
        ("A bus was hit. {injured: Nine people} were evacuated to a hospital.", [("injured", 9, None)]),
        ("{injured: The wounded} were evacuated by the navy.", [("injured", None, None)]),
    ],
)
def test_who_got_away_is_no_victim(normalizer: Normalizer, marked: str, told: list[tuple[str, int | None, int | None]]) -> None:
    """Who was wounded, or taken before, stays."""
    assert _harm(normalizer, marked, type="armed_attack") == told


@pytest.mark.parametrize(
    ("marked", "type", "told"),
    [
        ("{abducted: Six men} were taken out of a bus and shot behind a wall.", "armed_attack", [("killed", 6, None)]),
        ("They took {abducted: six men} and shot them dead.", "armed_attack", [("killed", 6, None)]),
        (
            "They kidnapped {abducted: six men} and later killed them.",
            "abduction",
            [("abducted", 6, None), ("killed", 6, None)],
        ),
        ("They took {abducted: six men} and killed a guard.", "armed_attack", [("abducted", 6, None)]),
        ("They took {abducted: six men} and shot dead the guard.", "killing", [("abducted", 6, None)]),
        ("Police arrested {detained: six men} in Kossa and shot dead two others.", "detention", [("detained", 6, None)]),
        ("{abducted: Six men} were taken; a brother was shot.", "armed_attack", [("abducted", 6, None)]),
        ("Rebels attack a village, {injured: 9 killed}, cattle stolen.", "armed_attack", [("killed", 9, None)]),
    ],
)
def test_who_was_taken_away_and_killed_is_killed(
    normalizer: Normalizer, marked: str, type: str, told: list[tuple[str, int | None, int | None]]
) -> None:
    """Where the taking is what is told, taken as well."""
    assert _harm(normalizer, marked, type=type) == told


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("{killed: 17 people} died in Gbagir. A trader said he saw {killed: 17 corpses}.", [("killed", 17, None)]),
        ("{killed: 19 inmates} died. At least {killed: five bodies} show wounds.", [("killed", 19, None), ("killed", 5, 0)]),
        ("{killed: Twelve men} died. A chief said {killed: 15 corpses} lay there.", [("killed", 12, 1), ("killed", 15, None)]),
        (
            "{killed: Twelve men} died. Another {killed: 15 bodies} were found in Oro.",
            [("killed", 12, None), ("killed", 15, None)],
        ),
    ],
)
def test_bodies_are_those_of_the_dead(
    normalizer: Normalizer, marked: str, told: list[tuple[str, int | None, int | None]]
) -> None:
    """Unless they are told to be more."""
    assert _harm(normalizer, marked) == told


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            "{injured: Two colleagues}, {injured: a nurse} and {injured: a driver}, were hurt.",
            [("injured", 2, None), ("injured", 1, 0), ("injured", 1, 0)],
        ),
        (
            "{killed: Two soldiers}, {killed: a clerk} and {killed: a driver} were killed.",
            [("killed", 2, None), ("killed", 1, None), ("killed", 1, None)],
        ),
        (
            "Four died. The office dismissed as false a report that over {killed: 50 people} were killed. {killed: Four} died.",
            [("killed", 4, None)],
        ),
        (
            "{killed: Four guards} died. It denied claims on social media that {killed: 30 people} had died.",
            [("killed", 4, None)],
        ),
        ("{killed: Four guards} died; the talk of {killed: fifteen dead} is a white lie.", [("killed", 4, None)]),
        ("The ministry corrected the toll of the riot from {killed: 12 dead} to {killed: 14}.", [("killed", 14, None)]),
    ],
)
def test_no_one_is_counted_twice_or_against_a_denial(
    normalizer: Normalizer, marked: str, told: list[tuple[str, int | None, int | None]]
) -> None:
    """Words set off behind a number tell who they are; what is called false counts nobody."""
    assert _harm(normalizer, marked) == told


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("{killed: 17 people} died. {killed: Nine of the wounded} were taken to a hospital.", [("killed", 17), ("injured", 9)]),
        ("{killed: 17 people} died. {killed: Two of the wounded} died on Monday.", [("killed", 17), ("killed", 2)]),
        (
            "They took {abducted: five men}. {abducted: Two deckhands} had hidden in the hold and were found unharmed.",
            [("abducted", 5)],
        ),
        (
            "They took {abducted: five men}. {abducted: A sixth man}, the cook, was shot in the leg.",
            [("abducted", 5), ("injured", 1)],
        ),
        (
            "{killed: Two guards} were killed and {injured: six others}, including {killed: the director}, wounded.",
            [("killed", 2), ("injured", 6), ("injured", 1)],
        ),
    ],
)
def test_the_wounded_are_wounded_until_they_die(normalizer: Normalizer, marked: str, told: list[tuple[str, int]]) -> None:
    """Also where the reader takes them for dead, or for taken with the others."""
    assert [row[:2] for row in _harm(normalizer, marked)] == told
