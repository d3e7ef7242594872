"""Households counted beside their people; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.households import without_households


@pytest.mark.parametrize(
    "marked",
    [
        "The raid uprooted {displaced: 3,214 people} ({displaced: 742 households}).",
        "The raid uprooted {displaced: 742 households} ({killed: 3,214 people}).",
        "The raid uprooted {displaced: 742 families}, or about {killed: 3,214 people}.",
        "The raid uprooted {displaced: 3,214 persons} / {displaced: 742 families}.",
        "The raid uprooted {displaced: 742 families} - {displaced: just over 3,000 people} - from Ber.",
        "The raid uprooted {displaced: 3,214 persons}, comprising {displaced: 742 households}.",
    ],
)
def test_people_are_counted_once(marked: str) -> None:
    """The people stay, with what is told of the households."""
    document, rows = _read(marked)
    (left,) = without_households(document.text, rows)
    assert left.effect == "displaced"
    assert left.raw.split()[-1] in ("people", "persons")


@pytest.mark.parametrize(
    "marked",
    [
        "The raid uprooted {displaced: 742 households}.",
        "The raid uprooted {displaced: 40 families}, {killed: 60 people} were killed.",
        "The raid killed {killed: 12 people} and {displaced: 40 families} fled.",
        "The raid uprooted {displaced: 40 families} in Ber and {displaced: 300 people} in Gao.",
        "The raid uprooted {displaced: 40 families}, {displaced: 12 people} among them.",
    ],
)
def test_households_of_others_stay(marked: str) -> None:
    """Households alone are counted, and so are those beside other people."""
    document, rows = _read(marked)
    assert without_households(document.text, rows) == tuple(rows)
