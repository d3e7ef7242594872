"""Days on which somebody owns up to an act or alleges it; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.dates.anchors import is_reporting
from crossread.records import Span


@pytest.mark.parametrize(
    ("text", "trigger", "reporting"),
    [
        ("On June 2, the task force acknowledged soldiers killed three men in Tarn.", "killed", True),
        ("On June 2, the ministry admitted troops shot two men.", "shot", True),
        ("On June 2, a rights group alleged soldiers tortured detainees.", "tortured", True),
        ("On June 2, residents alleged that soldiers burned forty houses.", "burned", True),
        ("On June 2, a lawyer alleged to a newspaper at least 30 men were in detention.", "detention", True),
        ("On June 2, witnesses reported heavy shelling in Tarn.", "shelling", False),
        ("On June 2, soldiers shot alleged thieves who looted a shop.", "shot", False),
        ("On June 2, police arrested an alleged rebel who had fired on a bus.", "arrested", False),
        ("On June 2, soldiers killed three men, a lawyer alleged.", "killed", False),
        ("On June 2 a man alleged to have robbed a bank was shot dead.", "shot", False),
        ("On June 2, three men alleged to be rebels were executed.", "executed", False),
        ("On June 2 the opposition alleged fraud and its supporters burned tyres.", "burned", False),
    ],
)
def test_what_is_owned_up_to_or_alleged_was_done_before(text: str, trigger: str, reporting: bool) -> None:
    """Not "alleged" before people; nor what witnesses report as they see it."""
    assert is_reporting(text, Span(start=3, end=9), "en", text.index(trigger)) is reporting
