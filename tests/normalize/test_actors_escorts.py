"""Who escorts what is attacked attacks nobody; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def doers(normalizer: Normalizer, text: str, trigger: str, who: str, kind: str = "armed_attack") -> list[str]:
    """The doers left."""
    claim = read(normalizer, text, trigger, type=kind, actors=(("perpetrator", who, "state_forces"),))
    return [actor.raw for actor in claim.actors if actor.role in ("perpetrator", "accused")]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("A convoy escorted by the armed forces was the target of an attack near Djibo.", "attack", "the armed forces"),
        ("The trucks, escorted by soldiers, were ambushed near Djibo.", "ambushed", "soldiers"),
        ("A VILLAGE GUARDED BY TROOPS WAS RAIDED AT NIGHT.", "RAIDED", "TROOPS"),
        ("Gunmen fired on a bus of pilgrims protected by four policemen.", "fired", "policemen"),
    ],
)
def test_an_escort_is_no_doer(normalizer: Normalizer, text: str, trigger: str, who: str) -> None:
    """Escorted, guarded, protected: a convoy, trucks, a village, pilgrims."""
    assert doers(normalizer, text, trigger, who) == []


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Gunmen, escorted by commandos, attacked the village.", "attacked", "commandos"),
        ("A convoy was attacked by soldiers near Djibo.", "attacked", "soldiers"),
        ("The convoy was escorted by guards. Soldiers attacked it near Djibo.", "attacked", "Soldiers"),
    ],
)
def test_who_escorts_attackers_and_who_attacks_stay(normalizer: Normalizer, text: str, trigger: str, who: str) -> None:
    """An escort of the attackers, the attackers themselves, another sentence."""
    assert doers(normalizer, text, trigger, who) == [who]


def test_who_escorts_families_home_does_it(normalizer: Normalizer) -> None:
    """An escort that is told for itself is an act of those who give it."""
    text = "Families went back in buses escorted by soldiers."
    assert doers(normalizer, text, "went back", "soldiers", "operation") == ["soldiers"]
