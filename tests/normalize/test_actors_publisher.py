"""A group's own statement: its men are the group, its enemies the forces it fights, and its heading tells whose it is."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("source", "text", "raw", "role", "registry_id"),
    [
        (
            "al-Shabaab",
            "The lions of the Jubba wilayah attacked a post.",
            "The lions of the Jubba wilayah",
            "perpetrator",
            "so-shabaab",
        ),
        ("al-Shabaab", "We attacked. Our brother Abu Hafsa fell.", "Our brother Abu Hafsa", "victim", "so-shabaab"),
        (None, "[Shahada News] The mujahideen attacked a post.", "The mujahideen", "perpetrator", "so-shabaab"),
        (None, "Statement of the Taliban. Our fighters attacked a post.", "Our fighters", "perpetrator", "af-taliban"),
        (
            None,
            "Rapid Support Forces – Official spokesman's office. Our troops attacked a post.",
            "Our troops",
            "perpetrator",
            "sd-rsf",
        ),
        ("FARC", "Units of the 32nd Front attacked soldiers.", "Units of the 32nd Front", "perpetrator", "co-farc"),
        ("FARC", "Units of the national army attacked soldiers.", "Units of the national army", "perpetrator", None),
        ("FARC", "The attacked peasants are our brothers, and soldiers know.", "peasants", "victim", None),
        (None, "[Voice of the Hills] The mujahideen attacked a post.", "The mujahideen", "perpetrator", None),
        (None, "Taliban – What they told our reporter. Our troops attacked a post.", "Our troops", "perpetrator", None),
        ("Reuters", "The Taliban said that our fighters attacked a post.", "our fighters", "perpetrator", None),
    ],
)
def test_its_men_are_the_group(
    normalizer: Normalizer, source: str | None, text: str, raw: str, role: str, registry_id: str | None
) -> None:
    """By the source or the heading; the other side's units, its people and who speaks in a newspaper are not."""
    rows = [(role, raw, "state_forces")] + ([("target", "soldiers", "state_forces")] if "soldiers" in text else [])
    claim = read(normalizer, text, "attacked", type="armed_attack", actors=rows, source=source)
    assert next(actor for actor in claim.actors if actor.raw == raw).registry_id == registry_id


@pytest.mark.parametrize(
    ("source", "raw", "kind"),
    [
        ("al-Shabaab", "murtaddin", "state_forces"),
        ("al-Shabaab", "kuffar", "state_forces"),
        ("al-Shabaab", "Ugandan crusaders", "foreign_forces"),
        ("al-Shabaab", "an informer of the crusaders", "civilians"),
        ("al-Shabaab", "traders", "civilians"),
        ("Reuters", "crusaders", "civilians"),
        ("Reuters", "mercenaries of the regime", "state_forces"),
    ],
)
def test_its_enemies_are_forces(normalizer: Normalizer, source: str, raw: str, kind: str) -> None:
    """Also where no doer is told; a newspaper's crusaders are nobody's, and "mercenaries of the regime" anybody's."""
    text = f"A bomb at Mogadishu in Somalia killed four {raw} on Sunday."
    claim = read(
        normalizer, text, "killed", type="bombing", actors=[("victim", raw, "civilians")], source=source, where="Mogadishu"
    )
    assert [actor.type for actor in claim.actors] == [kind]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("The aircraft of the Sarr gang", "state_forces"),
        ("Jets of the coup regime", "state_forces"),
        ("The men of the Sarr gang", "unidentified_armed_group"),
    ],
)
def test_aircraft_of_a_gang_are_a_states(normalizer: Normalizer, raw: str, kind: str) -> None:
    """Whatever the other party calls it: only forces fly; its men on foot may be anybody's."""
    text = f"{raw} bombed the market of Nyala in Sudan on Sunday."
    rows = [("perpetrator", raw, "unidentified_armed_group")]
    claim = read(normalizer, text, "bombed", type="air_strike", actors=rows, where="Nyala")
    assert claim.actors[0].type == kind


def test_units_of_our_front_are_rebels_whoever_they_are(normalizer: Normalizer) -> None:
    """No army speaks so of its own; of the front line it does."""
    rows = [("perpetrator", "units of our front", "state_forces"), ("target", "soldiers", "state_forces")]
    text = "On Monday units of our front attacked soldiers at Mo."
    assert read(normalizer, text, "attacked", type="armed_attack", actors=rows).actors[0].type == "rebel_group"
    rows[0] = ("perpetrator", "units on our front line", "state_forces")
    text = "On Monday units on our front line attacked soldiers at Mo."
    assert read(normalizer, text, "attacked", type="armed_attack", actors=rows).actors[0].type == "state_forces"


@pytest.mark.parametrize(
    ("foe", "kind"),
    [
        ("soldiers of the oligarchic regime", "rebel_group"),
        ("the regime's army", "rebel_group"),
        ("soldiers of the Tarn regime", "state_forces"),
        ("the enemy army", "state_forces"),
    ],
)
def test_who_fights_a_regime_is_no_state(normalizer: Normalizer, foe: str, kind: str) -> None:
    """Its own regime; that of a state which is named may be fought by another."""
    text = f"Our explosives commandos blew up two pylons at Mo on Sunday. There {foe} flee."
    rows = [("perpetrator", "Our explosives commandos", "state_forces"), ("target", "two pylons", "object")]
    assert read(normalizer, text, "blew up", type="bombing", actors=rows).actors[0].type == kind


@pytest.mark.parametrize(
    ("source", "raw", "registry_id"),
    [
        ("Rapid Support Forces", "the terrorist militia", None),
        ("Rapid Support Forces", "The militia", None),
        ("Al-Hadath", "The militia", "sd-rsf"),
        ("Rapid Support Forces", "The Burhan militia", "sd-saf"),
    ],
)
def test_whom_a_statement_reviles_is_not_its_issuer(
    normalizer: Normalizer, source: str, raw: str, registry_id: str | None
) -> None:
    """A newspaper's "militia" points back to whom it named, a party's own statement calls its enemy so."""
    text = f"The Rapid Support Forces condemned it. {raw} shelled Nyala in Sudan."
    claim = read(normalizer, text, "shelled", type="shelling", actors=[("perpetrator", raw, "rebel_group")], source=source)
    assert [actor.registry_id for actor in claim.actors] == [registry_id]


@pytest.mark.parametrize(
    ("source", "text", "raw", "registry_id"),
    [
        ("al-Shabaab", "The enemy and its militias attacked a post.", "its militias", None),
        ("Rapid Support Forces", "The Sudanese army and its mercenaries attacked a post.", "its mercenaries", None),
        ("al-Shabaab", "The movement and its fighters attacked a post.", "its fighters", "so-shabaab"),
        ("al-Shabaab", "Al-Shabaab and its fighters attacked a post.", "its fighters", "so-shabaab"),
        ("al-Shabaab", "Yesterday its fighters attacked a post.", "its fighters", "so-shabaab"),
    ],
)
def test_its_men_behind_another_party_are_of_that_party(
    normalizer: Normalizer, source: str, text: str, raw: str, registry_id: str | None
) -> None:
    """ "The enemy and its militias" in a party's own statement; its own men where it is named before them, or nobody is."""
    claim = read(normalizer, text, "attacked", type="armed_attack", actors=[("perpetrator", raw, "rebel_group")], source=source)
    assert next(actor for actor in claim.actors if actor.raw == raw).registry_id == registry_id


def test_a_group_is_not_its_own_enemy(normalizer: Normalizer) -> None:
    """Whose troops others came to attack."""
    text = "Rapid Support Forces – spokesman's office. Our forces clashed with fighters who were to attack our troops in Kita."
    rows = [
        ("side_a", "Our forces", "state_forces"),
        ("side_b", "fighters", "political_militia"),
        ("side_b", "our troops", "state_forces"),
    ]
    claim = read(normalizer, text, "clashed", type="armed_clash", actors=rows)
    assert [actor.raw for actor in claim.actors if actor.role == "side_b"] == ["fighters"]
