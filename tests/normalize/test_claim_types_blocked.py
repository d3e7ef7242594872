"""Men who block a road to take people with them do not riot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.types import type_by_words
from crossread.records import Claim, Document, Harm


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Hooded men blocked the way of a bus, made the crew get down and drove off with them.", "blocked", "abduction"),
        ("Men stopped a bus at Kossa and left into the bush with two teachers.", "stopped", "abduction"),
        ("A crowd blocked the road at Kossa and threw stones.", "blocked", "riot"),
        ("A crowd blocked the road at Kossa. The driver left with them.", "blocked", "riot"),
        ("A crowd blocked the road at Kossa and made off with 40 sacks.", "blocked", "riot"),
        ("A crowd threw stones at Kossa and drove off with them.", "threw stones", "riot"),
    ],
)
def test_who_drives_off_with_people_takes_them(text: str, trigger: str, told: str) -> None:
    """By the words behind the blocking in its own sentence."""
    assert type_by_words(*_read(text, trigger)) == told


def test_a_row_of_taken_people_tells_it_too() -> None:
    """Whatever the words; a type that a person gave stays."""
    document, claim = _read("Men blocked the road at Kossa and took two drivers.", "blocked")
    quote = document.quote(document.text.index("two"), document.text.index(" drivers"))
    taken = replace(
        claim, harm=(Harm(effect="abducted", raw="two", group=None, group_type="unknown", count=None, evidence=(quote,)),)
    )
    assert (type_by_words(document, claim), type_by_words(document, taken)) == ("riot", "abduction")
    assert type_by_words(document, replace(taken, score=None)) == "riot"


def _read(text: str, trigger: str) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)
    start = text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(start, start + len(trigger)),
        type="riot",
        scope="incident",
        status="accomplished",
        stance="asserted",
        score=0.8,
    )
    return document, claim
