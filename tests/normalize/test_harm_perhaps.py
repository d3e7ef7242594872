"""Who may have been killed is counted as the most that were."""

from __future__ import annotations

import pytest

from crossread.normalize.harm.perhaps import settle_perhaps
from crossread.records import Count, Document, Harm


def _settled(text: str, words: str, count: Count) -> Count | None:
    document = Document(id="doc_1", text=text, language="en")
    start = text.index(words)
    told = (document.quote(start, start + len(words)),)
    row = Harm(effect="killed", raw=words, group=None, group_type="civilians", count=count, evidence=told, score=0.9)
    return settle_perhaps(text, [row])[0].count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three soldiers may have been killed in the ambush near Kossa.", "Three soldiers"),
        ("Three soldiers of the garrison might also have died.", "Three soldiers"),
        ("Three soldiers may have been kidnapped and killed near Kossa.", "Three soldiers"),
        ("Police believe three people may be dead after the blast.", "three people"),
        ("The shelling may have killed three people in Kossa.", "three people"),
        ("It is possible that three people were killed.", "three people"),
    ],
)
def test_people_who_may_be_dead_are_the_most(text: str, words: str) -> None:
    assert _settled(text, words, Count(low=3, high=3, qualifier="exact")) == Count(low=None, high=3, qualifier="at_most")


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Three soldiers were killed and the toll may rise.", "Three soldiers", Count(low=3, high=3, qualifier="exact")),
        ("Three soldiers are believed to have been killed.", "Three soldiers", Count(low=3, high=3, qualifier="exact")),
        ("Three soldiers killed may have been recruits.", "Three soldiers", Count(low=3, high=3, qualifier="exact")),
        ("Five to seven people may have been killed.", "Five to seven people", Count(low=5, high=7, qualifier="range")),
        ("Three soldiers may have been kidnapped.", "Three soldiers", Count(low=3, high=3, qualifier="exact")),
        ("In May three soldiers were killed.", "three soldiers", Count(low=3, high=3, qualifier="exact")),
        ("At least six people may have died.", "At least six people", Count(low=6, high=None, qualifier="at_least")),
    ],
)
def test_other_numbers_stay(text: str, words: str, count: Count) -> None:
    """What is told as done, and what has its own bounds."""
    assert _settled(text, words, count) == count
