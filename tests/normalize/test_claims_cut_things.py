"""Things cut off before their noun are made whole; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.cut_things import with_whole_things
from crossread.records import Actor, Claim, Document


def _claim(text: str, words: str, score: float | None = 0.9, kind: str = "object") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)
    at = text.index(words)
    quote = document.quote(at, at + len(words))
    row = Actor(role="target", raw=words, name=None, type=kind, evidence=(quote,), score=score)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 4),
        actors=(row,),
        score=score,
    )
    return document, claim


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Bomb hit the Turkish consulate in Basra.", "the Turkish", "the Turkish consulate"),
        ("Bomb hit the Syrian town of Al Rai today.", "the Syrian", "the Syrian town of Al Rai"),
        ("Bomb hit a North Dakota university building.", "a North", "a North Dakota university building"),
        ("Mine tore up a bullet-proof vehicle of the police.", "a bullet", "a bullet-proof vehicle"),
        ("Bomb hit the Turkish and the Greek consulate.", "the Turkish", "the Turkish"),
        ("Bomb hit the Marriott in the capital city.", "the Marriott", "the Marriott"),
        ("Bomb hit the Kremlin wall.", "the Kremlin", "the Kremlin"),
        ("Bomb hit a market in Basra city.", "a market", "a market"),
        ("Bomb hit the Humvee convoy.", "the Humvee", "the Humvee convoy"),
    ],
)
def test_a_thing_has_its_noun(text: str, words: str, whole: str) -> None:
    document, claim = _claim(text, words)
    assert with_whole_things(document, claim).actors[0].raw == whole


def test_what_people_say_and_who_is_no_thing_stays() -> None:
    text = "Bomb hit the Turkish consulate in Basra."
    for document, claim in (_claim(text, "the Turkish", None), _claim(text, "the Turkish", kind="foreign_forces")):
        assert with_whole_things(document, claim) == claim
