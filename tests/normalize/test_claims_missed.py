"""Attempts and those under attack: what was tried and not reached, who repels, who comes under fire."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Rebel units failed to take the town of Menaka.", "take", "territorial_change"),
        ("The army was unable to capture Menaka.", "capture", "territorial_change"),
        ("Troops sought to storm the market of Menaka.", "storm", "armed_attack"),
        ("Four men attempted to enter the camp near Menaka.", "enter", "armed_attack"),
        ("A device laid at the bridge failed to explode.", "explode", "bombing"),
        ("A grenade thrown at the bridge did not go off.", "grenade", "bombing"),
        ("The garrison repelled a night assault on Menaka.", "assault", "armed_attack"),
        ("The assault on the garrison was beaten back.", "assault", "armed_attack"),
        ("The union condemned the attempted abduction of two reporters.", "abduction", "abduction"),
        ("A farmer was hurt in an attempted armed kidnapping near Menaka.", "kidnapping", "abduction"),
        ("POLICE LOOK INTO AN ATTEMPTED BOMBING OF THE BRIDGE.", "BOMBING", "bombing"),
    ],
)
def test_what_was_not_reached_is_an_attempt(normalizer: Normalizer, text: str, trigger: str, kind: str) -> None:
    """Failed, sought, unable; a bomb that does nothing; an attack that is repelled."""
    assert read(normalizer, text, trigger, type=kind).status == "attempted"


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "harm"),
    [
        ("Rebel units failed to take power but captured Menaka.", "captured", "territorial_change", ()),
        ("The garrison tried to hold, but rebels took Menaka.", "took", "territorial_change", ()),
        ("Police tried to disperse a march in Menaka.", "disperse", "crackdown", ()),
        ("Soldiers did not fail to take Menaka.", "take", "territorial_change", ()),
        ("A bomb exploded at the bridge and a second device failed to explode.", "exploded", "bombing", ()),
        ("The garrison repelled an assault, killing six rebels.", "assault", "armed_attack", (("killed", "six rebels"),)),
        ("The garrison repelled the rebels with mortars.", "repelled", "armed_clash", ()),
        ("Four guards died in an attempted bombing.", "bombing", "bombing", (("killed", "Four guards"),)),
        ("Police who attempted arrests came under attack.", "attack", "armed_attack", ()),
        ("A woman whose vest failed to detonate in the attacks was held.", "detonate", "bombing", ()),
    ],
)
def test_what_was_done_is_accomplished(
    normalizer: Normalizer, text: str, trigger: str, kind: str, harm: tuple[tuple[str, str], ...]
) -> None:
    """Another verb failed, it is force at a march, somebody died of it, or two sides fought."""
    assert read(normalizer, text, trigger, type=kind, harm=harm).status == "accomplished"


def test_whom_nobody_took_is_not_abducted(normalizer: Normalizer) -> None:
    """An attempt leaves no abducted; what was done does."""
    rows = (("abducted", "a priest"),)
    assert read(normalizer, "Gunmen tried to kidnap a priest.", "kidnap", type="abduction", harm=rows).harm == ()
    assert len(read(normalizer, "Gunmen kidnapped a priest.", "kidnapped", type="abduction", harm=rows).harm) == 1


def test_whom_somebody_meant_to_kill_lives(normalizer: Normalizer) -> None:
    """An attempted murder leaves no dead; a murder does."""
    rows = (("killed", "the mayor"),)
    assert read(normalizer, "Police look into the attempted murder of the mayor.", "murder", harm=rows).harm == ()
    assert len(read(normalizer, "Police look into the murder of the mayor.", "murder", harm=rows).harm) == 1


def roles(normalizer: Normalizer, text: str, trigger: str, *rows: tuple[str, str, str], **slots: object) -> dict[str, str]:
    """The role of each actor by his words."""
    claim = read(normalizer, text, trigger, actors=rows, **{"type": "armed_attack", **slots})
    return {actor.raw: actor.role for actor in claim.actors}


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "hit"),
    [
        ("Burundi's army repels attacks on a barracks.", "attacks", None, "Burundi's army"),
        ("Troops came under rocket fire near Menaka.", "fire", None, "Troops"),
        ("Police officers had come under attack by rebels.", "attack", "rebels", "Police officers"),
        ("Soldiers came under fire from the rebels.", "fire", "rebels", "Soldiers"),
    ],
)
def test_who_is_under_attack_is_its_target(normalizer: Normalizer, text: str, trigger: str, doer: str | None, hit: str) -> None:
    """The defender as target, the attacker behind "from" or "by" as doer."""
    rows = [("side_a" if doer else "perpetrator", hit, "state_forces")]
    found = roles(normalizer, text, trigger, *rows, *([("side_a", doer, "rebel_group")] if doer else []))
    assert found == {hit: "target"} | ({doer: "perpetrator"} if doer else {})


def test_who_tells_it_of_his_own_men_only_reports(normalizer: Normalizer) -> None:
    """The army under fire claims nothing."""
    text = "Chad said its troops came under fire near Menaka."
    rows = [("side_a", "Chad", "state_forces"), ("side_b", "its troops", "state_forces")]
    claim = read(normalizer, text, "fire", type="armed_attack", actors=rows, speakers=[("claims", "Chad")], stance="claimed")
    assert {actor.raw: actor.role for actor in claim.actors} == {"its troops": "target"}
    assert (claim.stance, [row.role for row in claim.speakers]) == ("attributed", ["reports"])


def test_who_fires_stays_the_doer(normalizer: Normalizer) -> None:
    """In a fight the side under fire is a side; who opens fire does it; another's "came under" is not his."""
    clash = roles(
        normalizer, "Troops came under fire and shot back.", "fire", ("side_a", "Troops", "state_forces"), type="armed_clash"
    )
    assert clash == {"Troops": "side_a"}
    assert roles(normalizer, "Troops opened fire on a bus.", "fire", ("perpetrator", "Troops", "state_forces")) == {
        "Troops": "perpetrator"
    }
