"""Whose men "ours" are, in statements that nobody's name heads; texts written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer
from crossread.normalize.actors.own_side import own_kind
from crossread.records import Document

GROUP = 'Our lions stormed the post of the tyrant regime at Kita. Its television speaks of "four terrorists".'
ARMY = "General Staff of the Armed Forces. Our men at Kita came under attack by terrorists of the front."


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        (GROUP, None, "rebel_group"),
        (ARMY, None, "state_forces"),
        ("Our men at Kita came under attack by terrorists.", "Ministry of Defence statement", "state_forces"),
        ("Our troops beat off terrorists sent by the regime in Kita.", None, None),
        ("Our soldiers beat off the troops of the Kyiv regime.", None, None),
        ("The lions of the Third Brigade hit the regime at Kita.", None, None),
        ("General Staff. Our men drilled at Kita.", None, None),
    ],
)
def test_a_statement_tells_whose_it_is(text: str, title: str | None, kind: str | None) -> None:
    """By its heading and what it calls its enemies; not where nobody is "ours", or where another state's rulers are named."""
    assert own_kind(Document(id="doc_1", text=text, title=title)) == kind


def test_our_men_are_of_that_side(normalizer: Normalizer) -> None:
    """Doers and dead of theirs alike."""
    claim = read(
        normalizer,
        "Our lions stormed the post of the regime at Kita; three of our brave men fell.",
        "stormed",
        type="armed_attack",
        actors=(("perpetrator", "Our lions", "state_forces"),),
        harm=(("killed", "three of our brave men"),),
    )
    assert [actor.type for actor in claim.actors if actor.role == "perpetrator"] == ["rebel_group"]
    assert [row.group_type for row in claim.harm] == ["rebel_group"]
