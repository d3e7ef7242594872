"""A number and the sum that it is: five people are two soldiers and three civilians, and contradict nobody."""

from __future__ import annotations

import pytest
from claim_maker import harm
from test_tolls import weigh

from crossread.records import Harm

SOLDIERS = harm("killed", 2, group="soldiers", group_type="state_forces")
CIVILIANS = harm("killed", 3, group="civilians")
RANGERS = harm("killed", 3, group="rangers", group_type="police")
DRIVER = harm("killed", 1, group="driver")


def differ(one: tuple[Harm, ...], other: tuple[Harm, ...]) -> bool:
    """Whether the two are told to differ, in either order."""
    both = {bool(weigh({"harm": a}, {"harm": b}).disagreements) for a, b in ((one, other), (other, one))}
    assert len(both) == 1
    return both.pop()


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((SOLDIERS, CIVILIANS), harm("killed", 5, group="people")),
        ((SOLDIERS, CIVILIANS), harm("killed", 4, None, group="people")),
        ((SOLDIERS, CIVILIANS), harm("killed", 5, qualifier="about", group="other people")),
        ((SOLDIERS, CIVILIANS), harm("killed", 5)),
        ((SOLDIERS, CIVILIANS), harm("killed", 5, group_type="unknown")),
        ((RANGERS, DRIVER), harm("killed", 4, group="people")),
        ((RANGERS, DRIVER), harm("killed", 4, group="rangers", group_type="police")),
    ],
)
def test_a_whole_fits_its_parts(parts: tuple[Harm, ...], whole: Harm) -> None:
    """What one account counts as people, another as soldiers and civilians: the totals are compared."""
    assert not differ(parts, (whole,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((SOLDIERS, CIVILIANS), (harm("killed", 6, group="people"),)),
        ((SOLDIERS, CIVILIANS), (harm("killed", 6, None, group="people"),)),
        ((SOLDIERS, CIVILIANS), (harm("killed", 4, None, group="civilians"),)),
        ((SOLDIERS, CIVILIANS), (harm("killed", 3, group="soldiers", group_type="state_forces"), harm("killed", 2))),
        ((RANGERS, DRIVER), (harm("killed", 3, group="people"),)),
        ((RANGERS, DRIVER), (harm("killed", 5, group="rangers", group_type="police"),)),
    ],
)
def test_other_totals_and_other_parts_still_differ(one: tuple[Harm, ...], other: tuple[Harm, ...]) -> None:
    """Six are no five, and two accounts that both tell kinds apart differ where these do, also with one total."""
    assert differ(one, other)
