"""Missiles, rockets and drones that were brought down: attempts where none came through and nobody was hurt."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels fired a missile at the port. It was intercepted.", "fired"),
        ("Rebels fired a missile at the port. According to the army, the missile was intercepted at sea.", "fired"),
        ("Fighters launched two rockets at the port. Both were shot down by the navy.", "launched"),
        ("Fighters launched a drone at the port. The navy shot it down.", "launched"),
        ("Three missiles that targeted the port were intercepted, and nobody was hurt.", "targeted"),
        ("The navy intercepted a rocket fired at the port.", "fired"),
        ("A missile was launched at the port, but it was intercepted without any damage.", "launched"),
    ],
)
def test_what_was_brought_down_is_an_attempt(normalizer: Normalizer, text: str, trigger: str) -> None:
    """In the sentence of the act, or in the next one that opens with what was fired."""
    assert read(normalizer, text, trigger, type="shelling").status == "attempted"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The air defences intercepted hostile targets over Jableh.", []),
        ("Our air defence units confronted a hostile aggression over Jableh.", []),
        ("The air defences intercepted a bus in Jableh.", ["air defences"]),
    ],
)
def test_who_holds_off_what_flies_in_has_done_nothing(normalizer: Normalizer, text: str, doers: list[str]) -> None:
    """Air defences answer a strike that others attempted."""
    trigger = "intercepted" if "intercepted" in text else "confronted"
    who = "air defences" if "air defences" in text else "air defence units"
    claim = read(normalizer, text, trigger, type="air_strike", actors=[("perpetrator", who, "state_forces")])
    assert [actor.raw for actor in claim.actors] == doers
    assert claim.status == ("accomplished" if doers else "attempted")


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "harm"),
    [
        ("Rebels fired a missile at the port. It was intercepted, but debris fell on a school.", "fired", "shelling", ()),
        ("Rebels fired a missile at the port. It was not intercepted.", "fired", "shelling", ()),
        ("Rebels fired ten rockets at the port. Seven of them were intercepted.", "fired", "shelling", ()),
        ("Air defences shot down 30 of 50 drones launched at the port.", "launched", "air_strike", ()),
        ("Two missiles, one of which was intercepted, were fired at the port.", "fired", "shelling", ()),
        (
            "Rebels fired a missile that killed two guards at the port. Another missile was intercepted.",
            "fired",
            "shelling",
            (("killed", "two guards"),),
        ),
        ("Rebels shot down a warplane near the port.", "shot down", "armed_attack", ()),
        ("Rebels fired rockets at the port. A letter was intercepted.", "fired", "shelling", ()),
        ("Rebels fired rockets at the port. The police intercepted a lorry.", "fired", "shelling", ()),
    ],
)
def test_what_came_through_is_done(
    normalizer: Normalizer, text: str, trigger: str, kind: str, harm: tuple[tuple[str, str], ...]
) -> None:
    """A part that lands, debris, the dead; and what else is intercepted."""
    assert read(normalizer, text, trigger, type=kind, harm=harm).status == "accomplished"


def test_who_intercepts_is_no_doer(normalizer: Normalizer) -> None:
    """The navy that brings down what others fired has attacked nobody."""
    text = "The navy intercepted a rocket fired by the rebels at the port."
    actors = (("perpetrator", "The navy", "state_forces"), ("perpetrator", "the rebels", "rebel_group"))
    claim = read(normalizer, text, "intercepted", type="shelling", actors=actors)
    assert [actor.raw for actor in claim.actors] == ["the rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "The air defences intercepted several missiles over Jableh but two hit a warehouse.",
        "The air defences responded to air strikes on the port of Jableh.",
        "The air defences engaged drones over Jableh.",
    ],
)
def test_what_got_through_or_was_only_answered_was_done(normalizer: Normalizer, text: str) -> None:
    """The air defences are no doers then, either."""
    trigger = next(word for word in ("intercepted", "responded", "engaged") if word in text)
    claim = read(normalizer, text, trigger, type="air_strike", actors=[("perpetrator", "air defences", "state_forces")])
    assert (claim.status, claim.actors) == ("accomplished", ())
