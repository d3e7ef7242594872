"""A second count in one sentence, in another mouth, is no further group; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.other_voice import counts_otherwise
from crossread.normalize.harm.speakers import lay_rival_tolls
from crossread.records import Document, Speaker


@pytest.mark.parametrize(
    ("marked", "rival"),
    [
        ("Officially {killed: 30 people} were killed, but residents say {killed: 45} were killed.", True),
        ("Police say {killed: 30 people} died, but some residents say that {killed: more than 45} died.", True),
        ("{killed: 30 people} were killed, the governor said; locals say {killed: 45} died.", True),
        ("The official toll is {killed: 30 dead}, but many say that {killed: up to 90 farmers} were killed.", True),
        ("Rebels say they killed {killed: 30 soldiers}, but the army says {killed: only nine} died.", True),
        ("{injured: 30 people} were hurt, while a doctor said {injured: 12 people} were injured.", True),
        ("Police say {killed: 30 people} died, but residents say {killed: 45 others} died.", False),
        ("{killed: 30 people} died, and residents say {killed: nine} died in hospital.", False),
        ("{killed: 30 people} died, police said, while the army said {killed: 12 soldiers} were killed.", False),
        ("{killed: 30 people} died, but residents say {killed: one} died at home.", False),
        ("{killed: 30 soldiers} died, but residents say {killed: 45 farmers} died.", False),
        ("{killed: 30 people} died. But residents say {killed: 45} died.", False),
        ("{killed: 30 people} died, but residents say {injured: 45} were hurt.", False),
        ("{killed: 30 people} died, but residents say {killed: 45} more died.", False),
        ("{killed: 30 people} died, but in a second raid, residents say, {killed: 45} died.", False),
    ],
)
def test_another_voice_counts_the_same_people(marked: str, rival: bool) -> None:
    """A bare number, one of people, the larger one of civilians; never others, more, or men under arms."""
    document, (first, again) = _read(marked)
    if "soldiers} were" in marked:
        again = replace(again, group_type="state_forces")
    assert counts_otherwise(document.text, first, again) == rival


def _speaker(document: Document, who: str) -> Speaker:
    start = document.text.index(who)
    return Speaker(name=None, raw=who, role="reports", evidence=(document.quote(start, start + len(who)),), score=0.9)


def test_the_first_count_is_not_the_other_voices_word() -> None:
    document, rows = _read("Officially {killed: 30 people} were killed, but residents say {killed: 45} were killed.")
    laid = lay_rival_tolls(document.text, rows, [_speaker(document, "residents")])
    assert [row.speaker for row in laid] == [None, "residents"]


def test_each_voice_has_its_count() -> None:
    document, rows = _read("Police say {killed: 30 people} were killed; residents say {killed: 45} died.")
    laid = lay_rival_tolls(document.text, rows, [_speaker(document, "Police"), _speaker(document, "residents")])
    assert [row.speaker for row in laid] == ["Police", "residents"]
