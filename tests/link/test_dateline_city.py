"""Where reports were written, and that two villages have names, says nothing of their being one."""

from __future__ import annotations

import pytest
from claim_maker import make_claim, make_document

from crossread.link import explain_pair
from crossread.link.words import claim_words
from crossread.records import Claim, Document, Place


def _claim(name: str, text: str) -> tuple[Document, Claim]:
    document = make_document(name, text=text)
    start = text.index("killed")
    return document, make_claim(document, trigger=document.quote(start, start + 6))


@pytest.mark.parametrize("line", ["TORODI, June 5, 2021 (AFP) - ", "TORODI (Reuters) – ", "TORODI, Niger (AP), June 5 -- "])
def test_the_city_of_a_dateline_is_no_name_of_the_account(line: str) -> None:
    """The names of the sentence itself are."""
    document, claim = _claim("a", f"{line}Raiders killed nine farmers of Adan Roble.")
    assert {"adan", "roble"} <= claim_words(claim, document)
    assert "torodi" not in claim_words(claim, document)


def test_a_city_in_the_sentence_is_one() -> None:
    """Without a dateline, and behind one."""
    for text in (
        "In Torodi raiders killed nine.",
        "NIAMEY (AFP) - Raiders killed nine in Torodi.",
        "TORODI raiders killed nine (AFP) there.",
    ):
        document, claim = _claim("a", text)
        assert "torodi" in claim_words(claim, document), text


def _where(one: str | None, other: str | None) -> float | None:
    """The score of two villages of Mali without a point."""
    places = [
        Place(name=name, country="ML", admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="exact")
        for name in (one, other)
    ]
    documents = {name: make_document(name) for name in "ab"}
    claims = [make_claim(documents[name], place=place) for name, place in zip("ab", places, strict=True)]
    found = explain_pair(claims[0], claims[1], documents)
    return next(row.score for row in found.comparisons if row.name == "where")


def test_two_names_of_one_country_are_no_agreement() -> None:
    """Neither report names the other's village, so they are no more one than two; one name is the same place."""
    assert (_where("Sitakoto", "Torodi") or 0) <= 0
    assert (_where("Sitakoto", "Sitakoto") or 0) > 0
