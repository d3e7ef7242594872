"""Acts listed in one sentence, each with its verb and its place, are claims of their own; read by the encoder that ships."""

from __future__ import annotations

import pytest

from crossread.extract import Extractor, load_extractor
from crossread.records import Claim, Document

HEAD = "PARIS, 15 March 2022 (Wire) - "


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor("encoder-en")


def _claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    return extractor.extract([Document(id="doc_1", text=HEAD + text, language="en")])[0].claims


def _places(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.where.raw for claim in claims if claim.where]


def test_each_has_its_place_and_its_people(extractor: Extractor) -> None:
    claims = _claims(extractor, "A policeman was killed in Mosul and two soldiers were wounded in Kirkuk on Sunday.")
    assert _places(claims) == ["in Mosul", "in Kirkuk"]
    assert [[row.raw for row in claim.harm] for claim in claims] == [["A policeman"], ["two soldiers"]]


def test_a_list_has_as_many_acts_as_places(extractor: Extractor) -> None:
    """Also where a thing suffers one of them."""
    text = (
        "A teacher was killed in Pattani, a school was torched in Yala and a village head was wounded in Narathiwat on Sunday."
    )
    claims = _claims(extractor, text)
    assert _places(claims) == ["in Pattani", "in Yala", "in Narathiwat"]
    assert [[row.raw for row in claim.harm] for claim in claims] == [["A teacher"], [], ["a village head"]]


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed in Kabul and two were wounded in the Shar-e-Naw district when a bomb went off on Sunday.",
        "A policeman was killed in Mosul and two soldiers were wounded in the same city.",
        "A bomb hit a bus in Kabul and five people were killed in Khair Khana, police said.",
        "Ten people were killed in Gao, two of whom were buried in Bamako.",
        "Twelve people were killed in Tripoli and 30 were injured on Sunday.",
    ],
)
def test_one_act_stays_one(extractor: Extractor, text: str) -> None:
    """A quarter, a place told by "same", what an act leads to, and a part of those counted are no acts beside it."""
    assert len(_claims(extractor, text)) == 1
