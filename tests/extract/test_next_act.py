"""A paragraph that opens with another act elsewhere is a claim of its own; read by the encoder that ships."""

from __future__ import annotations

import pytest

from crossread.extract import Extractor, load_extractor
from crossread.records import Claim, Document

FIRST = "ABUJA, 15 March 2022 (Wire) - Gunmen attacked a market in Kaduna on Monday, killing 19 traders."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor("encoder-en")


def _claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    return extractor.extract([Document(id="doc_1", text=text, language="en")])[0].claims


@pytest.mark.parametrize(
    ("second", "dead", "place"),
    [
        ("Jihadists attacked the village of Zurmi on Sunday, killing five miners.", "five miners", "Zurmi"),
        ("In another attack, gunmen raided Zurmi and killed five farmers, residents said.", "five farmers", "Zurmi"),
        ("In Zurmi, gunmen killed five farmers.", "five farmers", "Zurmi"),
        ("Elsewhere, gunmen attacked a school in Kano and killed four teachers, officials said.", "four teachers", "Kano"),
    ],
)
def test_a_paragraph_with_a_new_place_is_another_act(extractor: Extractor, second: str, dead: str, place: str) -> None:
    """Each has its own dead and place, and who speaks of the second says nothing of the first."""
    one, other = _claims(extractor, f"{FIRST}\n\n{second}")
    assert [[row.raw for row in claim.harm] for claim in (one, other)] == [["19 traders"], [dead]]
    assert one.where is not None
    assert other.where is not None
    assert ("Kaduna" in one.where.raw, place in other.where.raw, one.speakers) == (True, True, ())


@pytest.mark.parametrize(
    "second",
    [
        "The gunmen, who came from Zurmi, killed five of the traders as they fled, residents said.",
        "Residents said that 23 people had been killed in Kaduna.",
        "Gunmen shot at the traders and killed five of them in Kaduna, residents said.",
        "The attack on the market in the Sabon district on Monday killed 21 people, police said.",
    ],
)
def test_what_points_back_is_the_same_act(extractor: Extractor, second: str) -> None:
    """The gunmen just told, a place named above and "the attack" open no claim."""
    assert len(_claims(extractor, f"{FIRST}\n\n{second}")) == 1


def test_a_headline_is_told_again_by_its_lead(extractor: Extractor) -> None:
    """What stands above without a full stop is no act told in full."""
    assert len(_claims(extractor, f"Gunmen kill 19 in the north of Nigeria\n\n{FIRST}")) == 1
