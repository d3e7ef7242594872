"""An attack elsewhere that a report sets beside its own ("hours before the massacre in Sitakoto") joins no two incidents."""

from __future__ import annotations

import pytest
from claim_maker import make_claim, make_document

from crossread.link import explain_pair
from crossread.link.retold import places_beside
from crossread.records import Place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The attack came hours before the massacre in Sitakoto.", {"sitakoto"}),
        ("It was the day of the attack on Sitakoto.", {"sitakoto"}),
        ("It is the worst day since the suicide bombing at the village of Sitakoto.", {"sitakoto"}),
        ("The attack in Sitakoto came at dawn.", set()),
        ("Hours before the attack soldiers had left Sitakoto.", set()),
        ("They fled hours after the vote in Sitakoto.", set()),
    ],
)
def test_what_a_report_sets_beside_its_own(text: str, places: set[str]) -> None:
    """Only what is told as a time by another attack."""
    assert places_beside(make_document("a", text=text)) == places
    assert places_beside(None) == frozenset()


def _score(first: str, *, place: str = "Torodi") -> float:
    """What the places of a report and of one on Sitakoto say."""
    documents = {"a": make_document("a", text=first), "b": make_document("b", text="Gunmen killed nine in Sitakoto.")}
    places = [
        Place(name=name, country="ML", admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="exact")
        for name in (place, "Sitakoto")
    ]
    claims = [make_claim(documents[name], place=place) for name, place in zip("ab", places, strict=True)]
    found = explain_pair(claims[0], claims[1], documents)
    return next(row.score or 0.0 for row in found.comparisons if row.name == "where")


def test_the_place_set_beside_speaks_against_one_incident() -> None:
    """Not where the report tells of that place itself, or only names it."""
    assert _score("Gunmen came to Torodi, hours before the massacre in Sitakoto.") < 0
    assert _score("Gunmen came to Torodi, an hour from Sitakoto.") >= 0
    assert _score("Gunmen came to Sitakoto, hours before the massacre in Sitakoto.", place="Sitakoto") > 0
