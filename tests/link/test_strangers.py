"""A report's claim of another kind among other reports' accounts of its act does not keep its own account away."""

from __future__ import annotations

from crossread.link.cluster import join_claims
from crossread.link.judged import standing_decisions
from crossread.link.weights import load_weights

# The shooting and the arrest of one report, and the shooting of two others; the arrest was joined first.
DOCUMENTS = {"arrest": "one", "shooting": "one", "wire": "two", "paper": "three"}
FAMILIES = {"arrest": "captivity", "shooting": "lethal force", "wire": "lethal force", "paper": "lethal force"}
NEAR = {("arrest", "wire"): 5.0, ("paper", "wire"): 4.5, ("shooting", "wire"): 4.0, ("paper", "shooting"): 4.0}


def groups(families: dict[str, str]) -> list[tuple[str, ...]]:
    """What is joined, with bonds between all but the two claims of the one report."""

    def bond(one: str, other: str) -> tuple[float, bool]:
        return NEAR.get((min(one, other), max(one, other)), 1.0), False

    near = {pair: (value, False) for pair, value in NEAR.items()}
    return join_claims(DOCUMENTS, near, bond, standing_decisions(()), load_weights(), families=families)


def test_an_arrest_among_shootings_holds_no_shooting_away() -> None:
    """All that others tell there is of the family of the account that comes."""
    assert groups(FAMILIES) == [("arrest", "paper", "shooting", "wire")]


def test_two_of_one_family_stay_two() -> None:
    """Two shootings of one report, or arrests that others tell too."""
    assert len(groups(FAMILIES | {"arrest": "lethal force"})) == 2
    assert len(groups(FAMILIES | {"wire": "captivity"})) == 2
    assert len(groups({})) == 2
