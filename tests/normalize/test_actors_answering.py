"""Who strikes back, seizes the suspects or is of the side attacked is not the doer of what he answers."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "kind"),
    [
        ("Men involved in the attack on a bank in Gao were hit by army jets.", "attack", "army jets", "state_forces"),
        ("The army shelled Kidal in response to the attack on a bank.", "attack", "The army", "state_forces"),
        ("In retaliation for the attack on a market, jets bombed two camps.", "attack", "jets", "state_forces"),
        ("Hamas gunmen fired on a bus to avenge the killing of a leader.", "killing", "Hamas gunmen", "rebel_group"),
        (
            "Iraqi forces captured the head of a cell responsible for the bombing of a hotel.",
            "bombing",
            "Iraqi forces",
            "state_forces",
        ),
        ("After the attack on police at Bannu the army sealed the town.", "attack", "the army", "state_forces"),
    ],
)
def test_who_answers_a_deed_did_not_do_it(normalizer: Normalizer, text: str, trigger: str, doer: str, kind: str) -> None:
    """A passive's "by" and a subject belong to their own verb, and a state's forces are not those who attack its police."""
    rows = [("perpetrator", doer, kind)]
    rows += [("target", "police", "police")] if " police " in text else []
    claim = read(normalizer, text, trigger, type="armed_attack", actors=rows)
    assert not [actor for actor in claim.actors if actor.role == "perpetrator"]


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Jets struck the camp in response to the attack by rebel fighters on a bank.", "attack", "rebel fighters"),
        ("Rebel fighters said they would respond to the war with attacks on banks.", "attacks", "Rebel fighters"),
        ("Rebel fighters suspected of the attack on a bank were held.", "attack", "Rebel fighters"),
        ("Soldiers loyal to the general led a mutiny and an attack on police in Bissau.", "attack", "Soldiers"),
        ("Police attack on soldiers at Bossaso left two dead.", "attack", "Police"),
        ("Army helicopters attacked a village after an ambush.", "attacked", "Army helicopters"),
    ],
)
def test_who_did_it_stays(normalizer: Normalizer, text: str, trigger: str, doer: str) -> None:
    """By "by", by "respond with", as the suspect himself, in a mutiny, as the noun before the deed, as its subject."""
    kind = "rebel_group" if "ebel" in doer else "police" if doer == "Police" else "state_forces"
    rows = [("perpetrator", doer, kind)]
    rows += [
        ("target", word, "police" if word == "police" else "state_forces")
        for word in ("police", "soldiers")
        if f"on {word}" in text
    ]
    claim = read(normalizer, text, trigger, type="armed_attack", actors=rows)
    assert [actor.raw for actor in claim.actors if actor.role == "perpetrator"] == [doer]


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "raw", "stays"),
    [
        ("Minister Pinto said that five rebels were arrested.", "arrested", "detention", "Minister Pinto", False),
        ("Minister Pinto told reporters he was arrested.", "arrested", "detention", "Minister Pinto", True),
        ("Minister Pinto was arrested on Monday.", "arrested", "detention", "Minister Pinto", True),
        (
            "The husband of a woman raped at Mo told police.",
            "raped",
            "sexual_violence",
            "The husband of a woman raped at Mo",
            False,
        ),
        ("The husband of a victim told police that men raped her.", "raped", "sexual_violence", "husband", False),
        ("The husband of a victim was raped too.", "raped", "sexual_violence", "husband", True),
        ("A woman told police that men raped her.", "raped", "sexual_violence", "A woman", True),
    ],
)
def test_who_only_tells_it_is_no_victim(
    normalizer: Normalizer, text: str, trigger: str, type_: str, raw: str, stays: bool
) -> None:
    """The official who announces an arrest and the kin who reports a rape; not who tells what befell himself."""
    kind = "officials" if "Minister" in raw else "civilians"
    claim = read(normalizer, text, trigger, type=type_, actors=[("victim", raw, kind)])
    assert [actor.raw for actor in claim.actors] == ([raw] if stays else [])


ATTACK = "Fighters of Jabha attacked Gao market and killed nine traders. "


@pytest.mark.parametrize(
    ("text", "raw", "role", "stays"),
    [
        (ATTACK + "Our forces killed 12 of its fighters.", "Our forces", "claimant", False),
        (ATTACK + "Soldiers gave chase and killed four of the attackers.", "Soldiers", "perpetrator", False),
        (ATTACK + "The army killed six men in response.", "The army", "perpetrator", False),
        (ATTACK + "Soldiers killed four of the traders.", "Soldiers", "perpetrator", True),
        (ATTACK + "Soldiers in a panic killed four people.", "Soldiers", "perpetrator", True),
    ],
)
def test_who_kills_the_attackers_did_not_attack(normalizer: Normalizer, text: str, raw: str, role: str, stays: bool) -> None:
    """Forces that kill fighters of those who came, or kill in response, do so in answer; not those who kill the attacked."""
    rows = [("perpetrator", "Fighters of Jabha", "rebel_group"), (role, raw, "state_forces")]
    claim = read(normalizer, text, "attacked", type="armed_attack", actors=rows)
    assert any(actor.raw == raw for actor in claim.actors) == stays


def test_who_alone_kills_attackers_is_the_doer(normalizer: Normalizer) -> None:
    """Without anybody else who did something, the forces' own act is what is told."""
    text = "Soldiers killed four of the attackers near Gao."
    claim = read(normalizer, text, "killed", type="killing", actors=[("perpetrator", "Soldiers", "state_forces")])
    assert [actor.raw for actor in claim.actors] == ["Soldiers"]
