"""Attackers who were killed are victims too; in a fight both sides are told, and an attempt is its attacker's alone."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer

DOING = ("perpetrator", "accused", "side_a", "side_b")


def _rows(normalizer: Normalizer, text: str, act: str, *, kind: str, men: str, killers: str) -> tuple[str, str, list[str]]:
    """Type, status, and "role raw" of the killers and the men, where the encoder has both as doers."""
    actors = [("perpetrator", killers, "state_forces"), ("perpetrator", men, "unidentified_armed_group")]
    claim = read(normalizer, text, act, type=kind, actors=actors, harm=[("killed", men)])
    return claim.type, claim.status, sorted(f"{row.role} {row.raw}" for row in claim.actors)


@pytest.mark.parametrize(
    ("text", "act", "men"),
    [
        ("Soldiers killed three rebels who had attacked a village near Bunia.", "attacked", "three rebels"),
        ("Soldiers shot dead two gunmen who attacked a bank in Goma.", "shot dead", "two gunmen"),
        ("Soldiers killed two militants when they opened fire on a patrol.", "opened fire", "two militants"),
    ],
)
def test_forces_and_attackers_fight(normalizer: Normalizer, text: str, act: str, men: str) -> None:
    """Those who killed are one side, the attackers the other and the dead."""
    kind, status, rows = _rows(normalizer, text, act, kind="armed_attack", men=men, killers="Soldiers")
    assert (kind, status) == ("armed_clash", "accomplished")
    assert rows == ["side_a Soldiers", f"side_b {men}", f"victim {men}"]


def test_an_attempt_is_its_attackers(normalizer: Normalizer) -> None:
    """The police who killed the bomber took no part in his bombing."""
    text = "Police killed a suicide bomber who tried to enter a mosque in Maiduguri."
    kind, status, rows = _rows(normalizer, text, "killed", kind="bombing", men="a suicide bomber", killers="Police")
    assert (kind, status) == ("bombing", "attempted")
    assert rows == ["perpetrator a suicide bomber", "victim a suicide bomber"]


@pytest.mark.parametrize("kind", ["killing", "armed_attack"])
def test_told_as_a_shooting_the_attacker_only_suffers(normalizer: Normalizer, kind: str) -> None:
    """Troops shot him: he is no doer of that."""
    text = "Troops shot dead a man who tried to stab a soldier in Goma."
    made, status, rows = _rows(normalizer, text, "shot dead", kind=kind, men="a man", killers="Troops")
    assert (made, status) == (kind, "accomplished")
    assert rows == ["perpetrator Troops", "victim a man"]


def test_who_hurt_others_before_he_was_shot_did_that(normalizer: Normalizer) -> None:
    """An attack by the man, not by the police."""
    text = "Police shot dead a man who stabbed two tourists in Goma."
    claim = read(
        normalizer,
        text,
        "shot dead",
        actors=[("perpetrator", "Police", "police"), ("perpetrator", "a man", "unknown"), ("victim", "tourists", "civilians")],
        harm=[("killed", "a man"), ("injured", "two tourists")],
    )
    assert (claim.type, claim.status) == ("armed_attack", "accomplished")
    assert [row.raw for row in claim.actors if row.role in DOING] == ["a man"]
    assert sorted(row.raw for row in claim.actors if row.role == "victim") == ["a man", "tourists"]


@pytest.mark.parametrize(
    ("text", "act", "doer", "sufferer", "kind"),
    [
        ("Gunmen killed a watchman who tried to stop them at a farm.", "killed", "Gunmen", "a watchman", "killing"),
        ("Rebels killed four soldiers who had attacked their camp.", "attacked", "Rebels", "four soldiers", "armed_attack"),
        ("A bomber killed four soldiers when he attacked a post.", "attacked", "A bomber", "four soldiers", "bombing"),
        ("Gunmen killed two guards as they tried to rob a bank.", "killed", "Gunmen", "two guards", "armed_attack"),
        (
            "Two rebels were killed when they attacked a post held by troops.",
            "attacked",
            "troops",
            "Two rebels",
            "armed_attack",
        ),
    ],
)
def test_others_stay_as_they_are(normalizer: Normalizer, text: str, act: str, doer: str, sufferer: str, kind: str) -> None:
    """No attackers were killed by forces, or not in words that say by whom."""
    claim = read(
        normalizer,
        text,
        act,
        type=kind,
        actors=[("perpetrator", doer, "rebel_group"), ("victim", sufferer, "civilians")],
        harm=[("killed", sufferer)],
    )
    assert (claim.type, claim.status) == (kind, "accomplished")
    assert [row.raw for row in claim.actors if row.role == "perpetrator"] == [doer]
