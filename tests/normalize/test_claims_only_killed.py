"""Deaths that are told without doer, weapon or mishap are a killing, no accident."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A teacher was killed and two pupils were wounded in Menaka on Sunday.", "killed"),
        ("Four people were killed and wounded in Menaka on Sunday.", "were killed and wounded"),
        ("The killing of a judge in Menaka shocked the country.", "killing"),
        ("The toll of the Menaka massacre rose to 23 after three more bodies were found in a collapsed house.", "massacre"),
    ],
)
def test_bare_deaths_are_a_killing(normalizer: Normalizer, text: str, trigger: str) -> None:
    """Nothing around them tells of a mishap."""
    assert read(normalizer, text, trigger, type="accident").type == "killing"


def test_who_is_only_wounded_was_attacked(normalizer: Normalizer) -> None:
    """Unless a mishap is told beside it; who is injured may be so by anything."""
    assert read(normalizer, "Two soldiers were wounded in Menaka.", "wounded", type="accident").type == "armed_attack"
    assert (
        read(normalizer, "Two soldiers were wounded when their truck overturned.", "wounded", type="accident").type
        == "accident"
    )
    assert read(normalizer, "Two soldiers were injured in Menaka.", "injured", type="accident").type == "accident"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Four people were killed in Menaka on Sunday. Their bus had left the road.", "killed"),
        ("Heavy floods reached Menaka. A teacher was killed.", "killed"),
        ("A shark killed a swimmer off Durban.", "killed"),
        ("Five miners were killed in Menaka.", "killed"),
        ("Two men were killed by lightning in Menaka.", "killed"),
        ("Four people died in Menaka on Sunday.", "died"),
    ],
)
def test_mishaps_stay_accidents(normalizer: Normalizer, text: str, trigger: str) -> None:
    """A crash, a flood, a beast or a mine beside the deaths; and who only died."""
    assert read(normalizer, text, trigger, type="accident").type == "accident"
