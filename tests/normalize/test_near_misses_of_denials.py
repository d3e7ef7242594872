"""Sentences that today's reader and rules together read right: what a rule on denials, arrests and seats must leave alone."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.extract import load_extractor
from crossread.normalize import Normalizer
from crossread.records import Claim, Document


@pytest.fixture(scope="module")
def read() -> object:
    """The whole reading of a text: the shipped encoder, then the rules."""
    extractor, normalizer = load_extractor("encoder-en"), Normalizer()

    def of(text: str) -> dict[str, Claim]:
        document = Document(id="doc_1", text=text, published=date(2024, 3, 14), language="en")
        (found,) = extractor.extract([document])
        return {claim.type: claim for claim in normalizer.normalize(document, found).claims}

    return of


def test_the_dead_stay_with_the_attack_where_arrests_stand_beside_them(read) -> None:  # type: ignore[no-untyped-def]
    """ "Six people were killed, and 70 people were arrested": six by the mob, seventy by the police."""
    claims = read("Mobs attacked foreigners in Durban on Monday. Six people were killed, and 70 people were arrested.")
    assert [(row.effect, row.raw) for row in claims["armed_attack"].harm] == [("killed", "Six people")]
    assert [(row.effect, row.raw) for row in claims["detention"].harm] == [("detained", "70 people")]


@pytest.mark.parametrize(
    ("text", "type", "stance", "speakers"),
    [
        (
            "Officials said there were no clashes and that 12 people were arrested in Dakar.",
            "detention",
            "attributed",
            ["reports"],
        ),
        (
            "Boko Haram neither confirmed nor denied the truce and said it had abducted 12 women near Chibok.",
            "abduction",
            "claimed",
            ["claims"],
        ),
        (
            "The U.N. has opened an investigation into the shelling of a shelter in Gaza on Monday, blaming Israeli tanks.",
            "shelling",
            "alleged",
            ["accuses"],
        ),
        ("Kenyan police are probing an attack in Lamu that killed four.", "armed_attack", "asserted", []),
    ],
)
def test_who_goes_on_to_tell_is_heard(read, text: str, type: str, stance: str, speakers: list[str]) -> None:  # type: ignore[no-untyped-def]
    """What stands behind the denial, the silence or the inquiry is told, and not denied or left out with it."""
    claim = read(text)[type]
    assert (claim.stance, [row.role for row in claim.speakers]) == (stance, speakers)


def test_a_report_that_opens_with_a_comment_may_tell_what_happened_there(read) -> None:  # type: ignore[no-untyped-def]
    """The chancellor speaks in Vienna of Vienna; the president speaks in Paris of Bosso."""
    here = read("In Vienna, Chancellor Kurz condemned the shooting that killed four in the city centre on Monday.")[
        "armed_attack"
    ]
    text = "Gunmen attacked the town of Bosso on Monday, killing three soldiers. In Paris, the president condemned the attack."
    there = read(text)["armed_attack"]
    assert here.where is not None
    assert here.where.value is not None
    assert here.where.value.name == "Vienna"
    assert there.where is not None
    assert there.where.value is not None
    assert there.where.value.country == "NE"


def test_a_habit_makes_no_total_of_a_dated_act(read) -> None:  # type: ignore[no-untyped-def]
    """They go each week; they were killed on Monday."""
    claim = read("Gunmen killed 20 villagers who go to the market each week in Gwoza on Monday.")["killing"]
    assert claim.scope == "incident"
