"""Men of a people under arms are of the force that they are told to serve in; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.called import whose
from crossread.records import Actor, Document


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Karen soldiers of the Myanmar army", "the Myanmar army"),
        ("Karen soldiers of the DKBA", "the DKBA"),
        ("Kachin soldiers serving in the Tatmadaw", "the Tatmadaw"),
        ("former Karen soldiers", "former soldiers"),
        ("Karen soldiers", "Karen soldiers"),
        ("Karen soldiers from the village", "Karen soldiers from the village"),
        ("Oromo soldiers of the Ethiopian army", "Oromo soldiers of the Ethiopian army"),
    ],
)
def test_whom_soldiers_serve(raw: str, words: str) -> None:
    """By the force that is named behind them; a people without a group of its own needs no such rule."""
    text = f"{raw[0].upper()}{raw[1:]} killed four men."
    document = Document(id="doc_1", text=text, language="en")
    row = Actor(role="perpetrator", raw=raw, name=None, type="unknown", evidence=(document.quote(0, len(raw)),), score=0.9)
    assert whose(document, row) == words
