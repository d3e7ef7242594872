"""Headings of sections: a topic is no claim, a headline and a title are; the number of a paper counts nobody."""

from __future__ import annotations

import pytest

from crossread.normalize.harm.clock import without_times
from crossread.normalize.topics import is_topic
from crossread.records import Claim, Document, Harm


def told(text: str, trigger: str, *, kind: str = "armed_attack", score: float | None = 0.9) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)
    at = text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        score=score,
    )
    return document, claim


@pytest.mark.parametrize(
    ("line", "trigger", "topic"),
    [
        ("Short-range drones", "drones", True),
        ("Territory occupied by the Kuran Federation", "occupied", True),
        ("B. Shelling", "Shelling", True),
        ("Attacks against schools and hospitals", "Attacks", True),
        ("Detention and disappearance", "Detention", True),
        ("Clashes in Kita", "Clashes", False),
        ("Rebels attack Kita", "attack", False),
        ("Gunmen kill three", "kill", False),
        ("Two teachers shot dead", "shot dead", False),
        ("Village attacked by rebels", "attacked", False),
        ("Shelling went on all night.", "Shelling", False),
        ("Shelling of 12 May", "Shelling", False),
    ],
)
def test_the_topic_of_a_section_is_no_claim(line: str, trigger: str, topic: bool) -> None:
    """A headline tells who, where or what came of it."""
    text = f"The month in short\n\nRebels burnt a school.\n\n{line}\n\nOn 6 May a mine went off near Kati."
    assert is_topic(*told(text, trigger)) is topic


def test_titles_lines_of_a_paragraph_and_what_people_say_stay() -> None:
    """The first line is the report's own title; a line that runs on is no heading."""
    assert not is_topic(*told("Shelling\n\nA school burnt.\n\nIt was night.", "Shelling"))
    assert not is_topic(*told("In short\n\nAll day there was\nShelling\nof the town.", "Shelling"))
    assert not is_topic(*told("In short\n\nShelling\n\nA school burnt.", "Shelling", score=None))


@pytest.mark.parametrize(
    ("text", "number", "kept"),
    [
        ("Tracking Tool 56.1 on the attack", "56.1", False),
        ("The attack drove out 1.5 million people", "1.5", True),
        ("The attack killed 56 people", "56", True),
    ],
)
def test_the_number_of_a_paper_counts_nobody(text: str, number: str, kept: bool) -> None:
    """People are counted whole or in millions."""
    document = Document(id="doc_1", text=text)
    at = text.index(number)
    quote = document.quote(at, at + len(number))
    row = Harm(effect="killed", raw=number, group=None, group_type="civilians", count=None, evidence=(quote,), score=0.9)
    assert (len(without_times(document, (row,))) == 1) is kept
