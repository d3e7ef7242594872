"""Names of actors that were cut short are made whole where the registry has the longer name."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.whole import with_whole_names
from crossread.records import Actor, Claim, Document


@pytest.mark.parametrize(
    ("text", "rows", "whole"),
    [
        ("Raids by the US-Saudi aggression killed nine.", ("US", "Saudi"), ["US-Saudi aggression"]),
        ("Agents of Shin Bet took him.", ("Shin",), ["Shin Bet"]),
        ("Men of the Popular Mobilization Forces took him.", ("the Popular",), ["Popular Mobilization Forces"]),
        ("The Taliban took him.", ("The Taliban",), ["The Taliban"]),
        ("Shin, a butcher, took him.", ("Shin",), ["Shin"]),
        ("Saudi traders took him.", ("Saudi",), ["Saudi"]),
    ],
)
def test_a_name_cut_short_is_made_whole(text: str, rows: tuple[str, ...], whole: list[str]) -> None:
    """Two halves of one name become one row; what people say, without a score, stays."""
    document = Document(id="doc_1", text=text)
    actors = tuple(
        Actor(
            role="perpetrator",
            raw=raw,
            name=None,
            type="unknown",
            evidence=(document.quote(text.index(raw), text.index(raw) + len(raw)),),
            score=0.9,
        )
        for raw in rows
    )
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 4),
        actors=actors,
        score=0.9,
    )
    assert [actor.raw for actor in with_whole_names(document, claim).actors] == whole
