"""What is repeated to be called a lie falls on no other act; sentences written for these tests."""

from __future__ import annotations

from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer

LIE = "On 6 June a mine blew up a lorry near Kidal. The army's claim that it killed twenty men at Boni is a lie."


def test_a_tale_told_to_be_a_lie_stays_out(normalizer: Normalizer) -> None:
    """Its dead, its speaker and its denial are not those of the mine."""
    claim = read(
        normalizer,
        LIE,
        "blew up",
        type="bombing",
        stance="denied",
        actors=(("target", "a lorry", "object"), ("claimant", "The army", "state_forces")),
        harm=(("killed", "twenty men"),),
        speakers=(("claims", "The army"),),
    )
    assert (claim.stance, claim.harm, claim.speakers) == ("asserted", (), ())
    assert [actor.raw for actor in claim.actors] == ["a lorry"]


def test_the_act_of_the_tale_itself_keeps_what_is_told(normalizer: Normalizer) -> None:
    """The same words for the claim that is called a lie."""
    claim = read(
        normalizer,
        LIE,
        "killed",
        type="killing",
        stance="denied",
        harm=(("killed", "twenty men"),),
        speakers=(("claims", "The army"),),
    )
    assert (claim.stance, [row.raw for row in claim.harm]) == ("denied", ["twenty men"])


def test_a_claim_that_is_true_stays(normalizer: Normalizer) -> None:
    """Nothing is called a lie."""
    text = "A mine blew up a lorry near Kidal. The report that it killed nine men is not false, the mayor said."
    claim = read(normalizer, text, "blew up", type="bombing", harm=(("killed", "nine men"),))
    assert [row.raw for row in claim.harm] == ["nine men"]
