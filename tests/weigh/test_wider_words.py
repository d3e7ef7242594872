"""A word that includes another one names no other party."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import OPEN, actor
from tests.weigh.test_tolls import weigh

LED = ("Saudi-led coalition", "foreign_forces", "the Saudi-led coalition")

CHADIAN = ("Chadian security forces", "state_forces", "Chadian security forces")


def _contest(*doers: tuple[str | None, str, str]) -> bool:
    told: list[dict[str, Any]] = [{"actors": (actor("perpetrator", name, kind, raw=raw),)} for name, kind, raw in doers]
    incident = weigh(*told)
    assert (incident.grade == "contested") == any(row.severity == "perpetrator" for row in incident.disagreements)
    return incident.grade == "contested"


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ((None, "state_forces", "security forces"), (None, "police", "Police")),
        ((None, "state_forces", "Kenyan security forces"), (None, "police", "Kenyan police")),
        ((None, "state_forces", "security forces"), ("Kenya Police Service", "police", "the police")),
        (CHADIAN, (None, "police", "gendarmes")),
        (CHADIAN, ("Chadian National Gendarmerie", "police", "the gendarmerie")),
        (CHADIAN, (None, "state_forces", "soldiers")),
        (LED, (None, "state_forces", "Saudi-led planes")),
        (LED, ("Saudi Air Force", "foreign_forces", "Saudi jets")),
        (
            ("US-led coalition", "foreign_forces", "the US-led coalition"),
            ("United States Armed Forces", "foreign_forces", "U.S. jets"),
        ),
    ],
)
def test_what_includes_the_other_is_no_rival(wide: tuple[str | None, str, str], narrow: tuple[str | None, str, str]) -> None:
    """In either order."""
    assert not _contest(wide, narrow)
    assert not _contest(narrow, wide)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((None, "state_forces", "Soldiers"), (None, "police", "Police")),
        ((None, "state_forces", "Kenyan security forces"), (None, "police", "Ugandan police")),
        ((None, "state_forces", "security forces"), (None, "rebel_group", "rebels")),
        (CHADIAN, (None, "police", "Cameroonian gendarmes")),
        (CHADIAN, (None, "rebel_group", "rebels")),
        (("Chadian Armed Forces", "state_forces", "the army"), (None, "police", "gendarmes")),
        (LED, (None, "state_forces", "US-led planes")),
        (LED, ("French Air Force", "foreign_forces", "French jets")),
        (LED, ("Houthis", "rebel_group", "Houthi rebels of Saudi Arabia's border")),
        ((None, "communal_militia", "Police-led vigilantes"), (None, "police", "Police")),
    ],
)
def test_what_excludes_the_other_still_does(one: tuple[str | None, str, str], other: tuple[str | None, str, str]) -> None:
    """Two forces, two nations, another leader's planes, and people of another kind."""
    assert _contest(one, other)
    assert _contest(other, one)


def test_gunmen_may_be_of_any_group_whoever_else_is_accused() -> None:
    """ "Extremists" who did it, beside a mayor who is accused, are no other party than the group that another report names."""
    theirs = (actor("perpetrator", None, OPEN, raw="Extremists"), actor("accused", None, "officials", raw="the mayor"))
    mayor = {"actors": theirs[1:]}
    group = {"actors": (actor("perpetrator", "Boko Haram", "rebel_group"),)}
    assert weigh({"actors": theirs}, dict(group)).grade != "contested"
    assert weigh(mayor, dict(group)).grade == "contested"
