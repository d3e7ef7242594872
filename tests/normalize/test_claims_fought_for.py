"""A place taken after a fight is that fight; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.fought_for import without_taking_fought_for
from crossread.records import Claim, Document


def _claims(text: str, *, kinds: tuple[tuple[str, str], ...], score: float | None = 0.8) -> list[tuple[str, str]]:
    document = Document(id="doc_1", text=text)
    claims = [
        Claim(
            id=f"clm_{at}",
            document_id="doc_1",
            type=kind,
            scope="incident",
            status="accomplished",
            stance="asserted",
            trigger=document.quote(text.index(trigger), text.index(trigger) + len(trigger)),
            score=score,
        )
        for at, (kind, trigger) in enumerate(kinds)
    ]
    return [(claim.type, claim.trigger.quote) for claim in without_taking_fought_for(document, claims)]


@pytest.mark.parametrize(
    ("text", "trigger", "fight"),
    [
        ("The army seized the town of Tarn after three days of heavy fighting.", "seized", "fighting"),
        ("After fierce clashes with rebels, soldiers recaptured Tarn.", "recaptured", "clashes"),
        ("Rebels took Tarn following a brief gun battle.", "took", "battle"),
        ("Rebels took Tarn on Monday after clashes in which 12 people died; they had seized Mo in 2008.", "took", "clashes"),
    ],
)
def test_a_taking_that_was_fought_for_is_the_fight(text: str, trigger: str, fight: str) -> None:
    """Also where the fight has a claim of its own: then it is told once."""
    taking = ("territorial_change", trigger)
    assert _claims(text, kinds=(taking,)) == [("armed_clash", fight)]
    assert _claims(text, kinds=(taking, ("armed_clash", fight))) == [("armed_clash", fight)]
    assert _claims(text, kinds=(taking,), score=None) == [taking]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels took Tarn on Monday after clashes in Mo last week.", "took"),
        ("Rebels took Tarn after the fighting ended.", "took"),
        ("After weeks of fighting elsewhere rebels took Tarn without a fight.", "took"),
        ("Rebels took Tarn. After the fighting they left.", "took"),
        ("Rebels took Mo on Monday after clashes in which 12 people died; they had seized Tarn in 2008.", "seized"),
        ("The army enters Tarn following clashes with rebels, who seized the fort in 2014.", "seized"),
        ("Rebels took Tarn on Sunday, a week after clashes killed 20 people there.", "took"),
        ("Rebels left Tarn after fighting with soldiers who had seized it from them in May.", "seized"),
        ("Rebels who took Tarn in May left after fighting.", "took"),
        ("Rebels left after clashes and seized Tarn.", "seized"),
    ],
)
def test_other_takings_stay(text: str, trigger: str) -> None:
    """A fight elsewhere, or one that is over; and what another sentence tells."""
    assert _claims(text, kinds=(("territorial_change", trigger),)) == [("territorial_change", trigger)]
