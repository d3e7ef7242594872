"""People right behind a verb are what it did to them; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def told(normalizer: Normalizer, text: str, trigger: str, *rows: tuple[str, str]) -> list[tuple[str, str]]:
    """Effect and words of the rows."""
    claim = read(normalizer, text, trigger, type="abduction", harm=rows)
    return [(row.effect, row.raw) for row in claim.harm]


@pytest.mark.parametrize(
    ("text", "trigger", "given", "left"),
    [
        (
            "Gunmen abducted six men and shot dead the guard.",
            "abducted",
            (("killed", "six men"), ("killed", "the guard")),
            [("abducted", "six men"), ("killed", "the guard")],
        ),
        (
            "Gunmen shot and wounded a priest and abducted his cook.",
            "abducted",
            (("abducted", "a priest"), ("abducted", "his cook")),
            [("injured", "a priest"), ("abducted", "his cook")],
        ),
        (
            "Troops killed three villagers and arrested 20 others.",
            "killed",
            (("killed", "three villagers"), ("killed", "20 others")),
            [("killed", "three villagers"), ("detained", "20 others")],
        ),
    ],
)
def test_each_verb_has_its_own_people(
    normalizer: Normalizer,
    text: str,
    trigger: str,
    given: tuple[tuple[str, str], ...],
    left: list[tuple[str, str]],
) -> None:
    """Taken, wounded and killed by one sentence."""
    assert told(normalizer, text, trigger, *given) == left


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Gunmen abducted a policeman and killed him.", ("killed", "a policeman")),
        ("Rebels kidnapped two nuns, whose bodies were found. They executed them.", ("abducted", "two nuns")),
        ("Militants abducted nine men and executed them in the forest.", ("killed", "nine men")),
        ("Gunmen fatally wounded a judge in Menaka after he was abducted.", ("killed", "a judge")),
    ],
)
def test_what_else_befell_them_stays(normalizer: Normalizer, text: str, row: tuple[str, str]) -> None:
    """Taken and killed, and a wound that was the death."""
    trigger = "kidnapped" if "kidnapped" in text else "abducted"
    assert row in told(normalizer, text, trigger, row)


@pytest.mark.parametrize(
    ("text", "trigger", "given", "effect"),
    [
        ("Four of the seven injured in the bombing have since died.", "bombing", ("killed", "the seven"), "injured"),
        ("Four of the seven people wounded when the bomb went off have died.", "bomb", ("killed", "the seven"), "injured"),
        ("Four of the seven wounded and killed guards are known.", "killed", ("killed", "the seven"), "killed"),
        ("The bombing killed seven, injured in all nine.", "bombing", ("killed", "seven"), "killed"),
    ],
)
def test_those_hurt_of_whom_some_died_later_are_hurt(
    normalizer: Normalizer, text: str, trigger: str, given: tuple[str, str], effect: str
) -> None:
    """The whole of which some died keeps what came to all of it."""
    assert (effect, given[1]) in told(normalizer, text, trigger, given)


def test_the_last_word_of_a_headline_is_no_verb_of_the_first_sentence(normalizer: Normalizer) -> None:
    """Whoever it tells of."""
    text = "Minister visits wounded\nAt least 17 people have died in the blast in Kita."
    assert told(normalizer, text, "blast", ("killed", "At least 17 people")) == [("killed", "At least 17 people")]
