"""Men told by their weapon: doers where they do it, none where the noun tells of a thing or they suffer it themselves."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "means", "doer", "kinds"),
    [
        ("Gunmen raided Tessalit at dawn.", "raided", ("firearm", "Gunmen"), "Gunmen", []),
        ("Villagers fled after three gunmen raided Tessalit.", "raided", ("firearm", "gunmen"), "three gunmen", []),
        ("Villagers flee when gunmen attack a ceremony.", "attack", ("firearm", "gunmen"), "gunmen", []),
        ("Snipers killed a nurse near Tessalit.", "killed", ("firearm", "Snipers"), "Snipers", ["firearm"]),
        ("On May 3, 2023 gunmen raided Tessalit.", "raided", ("firearm", "gunmen"), "gunmen", []),
        (
            "Two suicide bombers killed a nurse.",
            "killed",
            ("suicide_bomb", "suicide bombers"),
            "Two suicide bombers",
            ["suicide_bomb"],
        ),
        ("A nurse was wounded by a sniper.", "wounded", ("firearm", "sniper"), "a sniper", ["firearm"]),
    ],
)
def test_a_man_told_by_his_weapon_did_it(
    normalizer: Normalizer, text: str, trigger: str, means: tuple[str, str], doer: str, kinds: list[str]
) -> None:
    """With the article and number before the noun; gunmen are then no firearm besides."""
    claim = read(normalizer, text, trigger, type="armed_attack", means=[means])
    assert [(row.role, row.raw, row.type) for row in claim.actors] == [("perpetrator", doer, "unidentified_armed_group")]
    assert [row.kind for row in claim.means] == kinds


@pytest.mark.parametrize(
    ("text", "trigger", "means"),
    [
        ("A nurse was wounded by sniper fire near Tessalit.", "wounded", ("firearm", "sniper")),
        ("Ten people died in a suicide bomber attack.", "died", ("suicide_bomb", "suicide bomber")),
        ("Ten people died in a gunmen attack near Tessalit.", "died", ("firearm", "gunmen")),
        ("Ten people died in a sniper attack on the market.", "died", ("firearm", "sniper")),
        ("Police shot a gunman near Tessalit.", "shot", ("firearm", "gunman")),
        ("Gunmen were killed near Tessalit.", "killed", ("firearm", "Gunmen")),
        ("A gunman's rifle was found after a guard was killed.", "killed", ("firearm", "gunman")),
        ("A bomb killed a nurse near Tessalit.", "killed", ("explosive", "bomb")),
    ],
)
def test_a_noun_of_a_thing_or_of_one_who_suffers_makes_no_doer(
    normalizer: Normalizer, text: str, trigger: str, means: tuple[str, str]
) -> None:
    """The means stay as they are."""
    claim = read(normalizer, text, trigger, type="armed_attack", means=[means])
    assert claim.actors == ()
    assert [row.raw for row in claim.means] == [means[1]]


def test_a_doer_told_besides_is_the_only_one(normalizer: Normalizer) -> None:
    """Whose snipers they are is told."""
    text = "The army fired on Tessalit, and snipers killed a nurse."
    actors = [("perpetrator", "The army", "state_forces")]
    claim = read(normalizer, text, "killed", type="armed_attack", actors=actors, means=[("firearm", "snipers")])
    assert [row.raw for row in claim.actors] == ["The army"]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "role", "words", "kept"),
    [
        ("Police killed a gunman near Tessalit.", "killed", "killing", "victim", "a gunman", False),
        ("Two gunmen were shot dead near Tessalit.", "shot dead", "killing", "victim", "Two gunmen", False),
        ("A gunman was held near Tessalit.", "held", "detention", "perpetrator", "A gunman", False),
        ("A gunman killed a guard near Tessalit.", "killed", "killing", "perpetrator", "A gunman", True),
    ],
)
def test_a_gunman_who_suffers_is_no_firearm(
    normalizer: Normalizer, text: str, trigger: str, kind: str, role: str, words: str, kept: bool
) -> None:
    actors, gunman = [(role, words, "unidentified_armed_group")], words.split()[-1]
    claim = read(normalizer, text, trigger, type=kind, actors=actors, means=[("firearm", gunman)])
    assert bool(claim.means) is kept


def test_a_gunman_whose_death_is_counted_is_no_firearm(normalizer: Normalizer) -> None:
    """The sniper's rifle is another thing, and so are the shots that killed him."""
    text = "Police killed one gunman near Tessalit."
    assert not read(normalizer, text, "killed", harm=[("killed", "one gunman")], means=[("firearm", "gunman")]).means
    text = "Police shot dead one gunman near Tessalit."
    assert read(normalizer, text, "shot dead", harm=[("killed", "one gunman")], means=[("firearm", "shot dead")]).means
