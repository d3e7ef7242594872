"""Who abuses the bodies of the dead ill-treats them; the dead are counted where their killing is told."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "act", "dead"),
    [
        ("Rebels burned the bodies of two soldiers in Goma.", "burned the bodies", "two soldiers"),
        ("Rebels mutilated the bodies of two policemen near Goma.", "mutilated", "two policemen"),
        ("Insurgents burned and dragged the bodies of at least two soldiers in Gao.", "dragged", "at least two soldiers"),
        ("Rebels burned the bodies of two soldiers in Goma.", "burned", "bodies of two soldiers"),
    ],
)
def test_bodies_are_not_killed(normalizer: Normalizer, text: str, act: str, dead: str) -> None:
    """The act is ill-treatment, and has no dead of its own."""
    claim = read(normalizer, text, act, type="killing", harm=[("killed", dead)])
    assert (claim.type, claim.harm) == ("ill_treatment", ())


@pytest.mark.parametrize(
    ("text", "act", "dead"),
    [
        ("Rebels killed two soldiers and burned the bodies of the men.", "killed", "two soldiers"),
        ("The burned body of a farmer was found in Goma.", "body", "a farmer"),
        ("Rebels burned two soldiers to death in Goma.", "burned", "two soldiers"),
        ("Gunmen shot four people near the bodies of two soldiers.", "shot", "four people"),
    ],
)
def test_the_killed_stay_killed(normalizer: Normalizer, text: str, act: str, dead: str) -> None:
    """Where the killing is told, or a body is found."""
    claim = read(normalizer, text, act, type="killing", harm=[("killed", dead)])
    assert (claim.type, [(row.effect, row.raw) for row in claim.harm]) == ("killing", [("killed", dead)])
