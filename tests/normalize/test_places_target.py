"""The town that was struck behind the region that leads the sentence."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("the safe town of Suqaylabiyah", "Suqaylabiyah"),
        ("the village of Qamhana", "Qamhana"),
        ("the market", "Hama"),
        ("the town council", "Hama"),
    ],
)
def test_the_town_shelled_is_the_place(normalizer: Normalizer, target: str, name: str) -> None:
    """In a daily report "In Hama," is the region; a target without a name says no more than that."""
    text = f"In Hama, gangs in Syria shelled {target} this morning."
    rows = [("perpetrator", "gangs", "unidentified_armed_group"), ("target", target, "object")]
    claim = read(normalizer, text, "shelled", type="shelling", actors=rows, where="In Hama")
    assert claim.where is not None
    assert claim.where.value is not None
    assert claim.where.value.name == name
