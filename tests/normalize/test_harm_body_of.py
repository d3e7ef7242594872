"""The body of somebody is he himself, no second dead; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.bodies import settle_bodies


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("{killed: The body} of {killed: journalist Paul Ndi} was found near Kribi.", ["journalist Paul Ndi"]),
        ("{killed: The mutilated bodies} of the {killed: three men} lay in a field.", ["three men"]),
        ("{killed: A body} lay beside {killed: journalist Paul Ndi}.", ["A body", "journalist Paul Ndi"]),
        ("{killed: The body} of a boxer was found; {killed: two aides} died too.", ["The body", "two aides"]),
        ("{killed: Five men} of {killed: two families} died.", ["Five men", "two families"]),
    ],
)
def test_the_body_of_somebody_is_no_further_dead(marked: str, left: list[str]) -> None:
    document, rows = _read(marked)
    assert [row.raw for row in settle_bodies(document.text, rows)] == left


@pytest.mark.parametrize(
    ("marked", "effect"),
    [
        ("The bodies of {abducted: four labourers} kidnapped last week were found.", "killed"),
        ("The corpses of {missing: two} of the crew were found.", "killed"),
        ("Bodies were found, and {abducted: four labourers} are held.", "abducted"),
    ],
)
def test_whose_bodies_are_found_is_dead(marked: str, effect: str) -> None:
    document, rows = _read(marked)
    assert [row.effect for row in settle_bodies(document.text, rows)] == [effect]
