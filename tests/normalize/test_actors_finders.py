"""Who finds the dead did not kill them."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "doer", "kind"),
    [
        ("Soldiers found the bodies of three herders killed near Gao.", "Soldiers", "state_forces"),
        ("Police say they have recovered the corpses of two drivers killed near Gao.", "Police", "police"),
        ("Villagers found five people hacked to death, killed near Gao.", "Villagers", "civilians"),
        ("Rebels, the mayor said, discovered a mass grave of people killed near Gao.", "Rebels", "rebel_group"),
        ("The bodies of two traders killed near Gao were found on Monday by soldiers.", "soldiers", "state_forces"),
        ("The board has opened an inquiry into the deaths of two traders killed near Gao.", "The board", "officials"),
        ("Police are investigating the deaths of two traders killed near Gao.", "Police", "police"),
    ],
)
def test_who_finds_bodies_is_no_doer(normalizer: Normalizer, text: str, doer: str, kind: str) -> None:
    """Soldiers, police and neighbours who find, recover or dig out the dead, or inquire into their deaths."""
    claim = read(normalizer, text, "killed", type="killing", actors=[("perpetrator", doer, kind)])
    assert not claim.actors


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Soldiers found a hideout near Gao and killed five men.", "Soldiers"),
        ("Soldiers found three men, killed them and left.", "Soldiers"),
        ("Soldiers recovered four rifles and killed a man. His body lies in Gao.", "Soldiers"),
        ("Soldiers killed three men and collected the bodies.", "Soldiers"),
        ("Soldiers opened fire and killed three men; an inquiry was opened.", "Soldiers"),
        ("Soldiers started a raid and killed three men.", "Soldiers"),
        ("Three men were killed by soldiers, and their bodies were found in Gao.", "soldiers"),
    ],
)
def test_who_kills_stays_a_doer(normalizer: Normalizer, text: str, doer: str) -> None:
    """Whose own verb kills, whatever else they find."""
    claim = read(normalizer, text, "killed", type="killing", actors=[("perpetrator", doer, "state_forces")])
    assert [actor.raw for actor in claim.actors] == [doer]


def test_a_seizure_keeps_who_finds(normalizer: Normalizer) -> None:
    """A find of weapons is the finders' own doing."""
    text = "Soldiers found the body of a bomber with 12 rifles."
    claim = read(normalizer, text, "found", type="weapons_seizure", actors=[("perpetrator", "Soldiers", "state_forces")])
    assert [actor.raw for actor in claim.actors] == ["Soldiers"]
