"""The hospital to which people are taken is not where it happened."""

from __future__ import annotations

import pytest

from crossread.extract.heads import Mention
from crossread.extract.retelling import Telling
from crossread.extract.slots import choose
from crossread.records import Document, document_id

LIMITS = {"choice": {"sentence": 0.3, "named": 0.2, "compass": 0.1, "retelling": 0.5}, "link": {"where": 0.15}}


def _mention(text: str, words: str, category: str) -> Mention:
    start = text.index(words)
    return Mention(
        category=category,
        first=0,
        last=0,
        start=start,
        end=start + len(words),
        sentence=text.count(". ", 0, start),
        score=0.9,
        classes={},
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ten fell at Kaya. Sixteen were wounded and taken to the hospital of Saint-Marc.", "at Kaya"),
        ("Ten fell at Kaya. Sixteen were shot in the hospital of Saint-Marc.", "the hospital of Saint-Marc"),
        ("Sixteen were shot and taken to the hospital of Saint-Marc.", "the hospital of Saint-Marc"),
    ],
)
def test_where_people_were_taken(text: str, place: str) -> None:
    """Any other place that is told is more likely; what was attacked may be a hospital, and the only place is near."""
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text)
    hospital = _mention(text, "the hospital of Saint-Marc", "place")
    told = [("where", hospital, 0.3)] + ([("where", _mention(text, "at Kaya", "place"), 0.2)] if "Kaya" in text else [])
    word = "wounded" if "wounded" in text else "shot"
    telling = Telling(trigger=_mention(text, word, "trigger"), links=tuple(told), passage=0, index=0)
    found = choose(document, [telling], "where", LIMITS)
    assert found is not None
    assert found.raw == place
