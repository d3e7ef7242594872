"""A strike on something is an air strike, a stoppage a protest."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "hurt", "kind"),
    [
        ("A strike on a bakery in Homs killed six people.", "strike", "six people", "air_strike"),
        ("Six people were killed in a strike in Homs.", "strike", "Six people", "air_strike"),
        ("A strike on a bakery in Homs caused heavy damage.", "strike", None, "air_strike"),
        ("The strikes hit two bakeries in Homs.", "strikes", None, "air_strike"),
        ("The strike destroyed the bakery.", "strike", None, "air_strike"),
        ("A strike on a clinic in Homs killed two doctors.", "strike", "two doctors", "air_strike"),
        ("A strike by bakers shut a market in Homs.", "strike", None, "protest"),
        ("A strike hit trains and schools in Homs.", "strike", None, "protest"),
        ("Bakers called a strike in Homs, and one of them was killed.", "strike", "one", "protest"),
        ("A strike over wages left two bakers injured in Homs.", "strike", "two bakers", "protest"),
        ("In a general strike in Homs two people were injured.", "strike", "two people", "protest"),
        ("He took part in the strike on the plantations.", "strike", None, "protest"),
    ],
)
def test_a_strike_on_something_is_no_stoppage(
    normalizer: Normalizer, text: str, trigger: str, hurt: str | None, kind: str
) -> None:
    """Nor is one that killed somebody, unless its own words say who stopped work."""
    harm = [("killed", hurt)] if hurt else []
    assert read(normalizer, text, trigger, type="protest", harm=harm).type == kind


def test_a_strike_by_rocket_is_shelling(normalizer: Normalizer) -> None:
    """The weapon told settles what flew."""
    text = "A strike on a bakery in Homs with a rocket killed six people."
    claim = read(normalizer, text, "strike", type="protest", harm=[("killed", "six people")], means=[("rocket", "rocket")])
    assert claim.type == "shelling"
