"""The post that fires is not the place that is hit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.places.launched import is_launch_site
from crossread.records import Claim, Document


def _read(text: str, place: str, kind: str) -> tuple[Document, Claim, tuple[int, int]]:
    document = Document(id="doc_1", text=text)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 8),
        score=0.9,
    )
    return document, claim, (text.index(place), text.index(place) + len(place))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army bombarded the camp of Toro from its position at Kossa.", "at Kossa"),
        ("The army bombarded the camp of Toro from its position at Kossa.", "Kossa"),
        ("The army shelled the market from its base in Kossa on Friday.", "in Kossa"),
        ("Rebels fired rockets at Toro from hilltop positions near Kossa.", "near Kossa"),
        ("Jets struck Toro from a nearby base located in Kossa.", "in Kossa"),
        ("Rockets were fired from the village of Kossa and fell on Toro.", "from the village of Kossa"),
        ("The shells came from the direction of Kossa.", "Kossa"),
        ("The shells came from the army camp at Kossa.", "at Kossa"),
    ],
)
def test_the_post_of_those_who_fire_is_no_place(text: str, place: str) -> None:
    document, claim, (start, end) = _read(text, place, "shelling")
    assert is_launch_site(document, claim, document.quote(start, end).span)
    assert not is_launch_site(document, replace(claim, score=None), document.quote(start, end).span)


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("The army bombarded the base at Kossa.", "at Kossa", "shelling"),
        ("Mortars were fired from the hill on Kossa.", "on Kossa", "shelling"),
        ("Shells fell, and aid came from the town of Kossa.", "Kossa", "shelling"),
        ("The army shelled Toro from its position at Kossa.", "Toro", "shelling"),
        ("Rebels withdrew from their position at Kossa.", "at Kossa", "shelling"),
        ("The army bombed rebels and drove them from their position at Kossa.", "at Kossa", "armed_clash"),
        ("The army shelled fighters from Kossa.", "Kossa", "shelling"),
    ],
)
def test_other_places_stay(text: str, place: str, kind: str) -> None:
    document, claim, (start, end) = _read(text, place, kind)
    assert not is_launch_site(document, claim, document.quote(start, end).span)
