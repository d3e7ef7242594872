"""Who keeps what was hit is no doer of the blow."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "doer", "role"),
    [
        ("A depot the rebels keep near Kossa was hit on Monday.", "hit", "air_strike", "the rebels", "target"),
        ("What was hit was a depot which the militia holds.", "hit", "shelling", "the militia", "target"),
        ("A depot where the army had stored shells was bombed.", "bombed", "bombing", "the army", "target"),
        ("A depot the rebels bombed was empty.", "bombed", "bombing", "the rebels", "perpetrator"),
        ("A depot was hit, and the rebels hold the town.", "hit", "shelling", "the rebels", "perpetrator"),
        ("It was a depot that the rebels held at gunpoint.", "held", "armed_attack", "the rebels", "perpetrator"),
        ("Those of a depot whom the rebels keep were taken.", "taken", "abduction", "the rebels", "perpetrator"),
    ],
)
def test_who_keeps_the_target_is_no_doer(
    normalizer: Normalizer, text: str, trigger: str, kind: str, doer: str, role: str
) -> None:
    """Only in the relative clause of the target itself, and not where keeping is the act."""
    rows = [("target", "depot", "object"), ("perpetrator", doer, "rebel_group")]
    claim = read(normalizer, text, trigger, type=kind, actors=rows)
    assert next(actor.role for actor in claim.actors if actor.raw == doer) == role
