"""Crowds: what is driven or thrown into them is not their doing, and they are no mob where nobody demonstrates."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "crowd", "role"),
    [
        ("A car rammed into a crowd in Ulm.", "rammed", "a crowd", "target"),
        ("The van ploughed through a crowd of shoppers in Ulm.", "ploughed", "a crowd of shoppers", "target"),
        ("The lorry mowed down pedestrians in Ulm.", "mowed down", "pedestrians", "target"),
        ("A man fired at the crowd in Ulm.", "fired", "the crowd", "target"),
        ("Two grenades were thrown into crowds in Ulm.", "thrown", "crowds", "target"),
        ("A crowd beat two men in Ulm.", "beat", "A crowd", "perpetrator"),
        ("Stones were thrown by a crowd in Ulm.", "thrown", "a crowd", "perpetrator"),
        ("Passengers were chased into a yard by a crowd in Ulm.", "chased", "a crowd", "perpetrator"),
    ],
)
def test_a_crowd_that_something_is_driven_into_is_its_target(
    normalizer: Normalizer, text: str, trigger: str, crowd: str, role: str
) -> None:
    claim = read(normalizer, text, trigger, type="armed_attack", actors=[("perpetrator", crowd, "rioters")])
    assert [(row.raw, row.role) for row in claim.actors] == [(crowd, role)]


@pytest.mark.parametrize(
    ("kind", "type_of"),
    [("bombing", "civilians"), ("armed_attack", "civilians"), ("crackdown", "rioters")],
)
def test_a_crowd_that_suffers_is_a_mob_only_where_people_demonstrate(normalizer: Normalizer, kind: str, type_of: str) -> None:
    text = "A grenade was thrown into a crowd in Ulm."
    claim = read(normalizer, text, "thrown", type=kind, actors=[("target", "a crowd", "rioters")])
    assert [row.type for row in claim.actors] == [type_of]


def test_a_crowd_bombs_nobody(normalizer: Normalizer) -> None:
    """Who came to see what a bomb had done; a mob may burn a house."""
    text = "A crowd gathered after the blast in Ulm."
    assert not read(normalizer, text, "blast", type="bombing", actors=[("perpetrator", "A crowd", "protesters")]).actors
    text = "A crowd burnt the house in Ulm."
    assert read(normalizer, text, "burnt", type="arson", actors=[("perpetrator", "A crowd", "rioters")]).actors


def test_a_crowd_that_is_fired_at_may_have_marched(normalizer: Normalizer) -> None:
    """The protest is its own act, whatever is done to it."""
    text = "Police fired at the crowd that marched in Ulm."
    claim = read(normalizer, text, "marched", type="protest", actors=[("perpetrator", "the crowd", "protesters")])
    assert [row.role for row in claim.actors] == ["perpetrator"]
