"""Where shells come from is no target; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "target", "kept"),
    [
        ("The shells came from the army camp at Kita.", "shells", "the army camp", False),
        ("Rockets fired from the school killed two.", "fired", "the school", False),
        ("Shells hit the army camp at Kita.", "hit", "the army camp", True),
        ("Shells fell, and smoke came from the school.", "fell", "the school", True),
    ],
)
def test_where_shells_come_from_is_no_target(normalizer: Normalizer, text: str, trigger: str, target: str, kept: bool) -> None:
    claim = read(normalizer, text, trigger, type="shelling", actors=(("target", target, "object"),))
    assert any(actor.raw == target for actor in claim.actors) is kept
