"""Slots in headings: a topic is nobody's weapon and no doer of what is told below it, a headline's words are."""

from __future__ import annotations

import pytest

from crossread.normalize.headed import without_headed
from crossread.records import Actor, Claim, Document, Means

BELOW = "On 6 May five herders were killed near Kati."


def claimed(text: str, words: str, *, role: str | None, score: float | None = 0.9) -> Claim:
    """The claim on the killing, with the words of the heading as its means (without a role) or its actor."""
    document = Document(id="doc_1", text=text)
    at = text.index(words)
    quote, told = document.quote(at, at + len(words)), text.index("killed near")
    actor = Actor(role=role or "", raw=words, name=None, type="unknown", evidence=(quote,), score=score)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(told, told + 6),
        actors=(actor,) if role else (),
        means=() if role else (Means(kind="explosive", raw=words, evidence=(quote,), score=score),),
        score=0.9,
    )
    return without_headed(document, claim)


@pytest.mark.parametrize(
    ("line", "words", "kept"),
    [
        ("Explosive weapons", "Explosive weapons", False),
        ("Small arms and light weapons", "Small arms", False),
        ("3. Landmines and explosive remnants of war", "Landmines", False),
        ("Drone strikes", "Drone", False),
        ("Improvised explosive devices", "Improvised explosive devices", False),
        ("Incidents involving grenades", "grenades", False),
        ("Grenade hurled into market", "Grenade", True),
        ("Killed by a landmine", "a landmine", True),
        ("Drones strike Kita", "Drones", True),
        ("Mortar fire in Kita", "Mortar fire", True),
    ],
)
def test_a_topic_is_no_means_of_what_stands_below(line: str, words: str, kept: bool) -> None:
    claim = claimed(f"The month in short\n\nRebels burnt a school.\n\n{line}\n\n{BELOW}", words, role=None)
    assert bool(claim.means) is kept


@pytest.mark.parametrize(
    ("line", "words", "role", "kept"),
    [
        ("Rebels and militias", "Rebels", "perpetrator", False),
        ("Attacks on schools", "schools", "target", False),
        ("Abuses by armed groups", "armed groups", "perpetrator", True),
        ("Rebels attack Kita", "Rebels", "perpetrator", True),
        ("Bandits retreat", "Bandits", "perpetrator", True),
        ("Herders of the north", "Herders of the north", "victim", True),
    ],
)
def test_a_topic_is_no_doer_of_what_stands_below(line: str, words: str, role: str, kept: bool) -> None:
    """Who suffers may be told in a heading alone, and whose abuses the section is about."""
    claim = claimed(f"The month in short\n\nA school burnt.\n\n{line}\n\n{BELOW}", words, role=role)
    assert bool(claim.actors) is kept


def test_what_a_paper_is_about_did_nothing() -> None:
    """Also at the top; there only with a word for the paper, as the first line may be a headline."""
    assert not claimed(f"Update on displacement in Kayes\n\n{BELOW}", "displacement in Kayes", role="perpetrator").actors
    assert not claimed(f"Weekly Update on armed groups\n\n{BELOW}", "armed groups", role="perpetrator").actors
    assert claimed(f"Report: rebels raid school\n\n{BELOW}", "rebels", role="perpetrator").actors
    assert claimed(f"Armed groups\n\n{BELOW}", "Armed groups", role="perpetrator").actors


def test_lines_of_a_paragraph_and_what_people_say_stay() -> None:
    assert claimed(f"In short\n\nAll day there were\nGrenades\n{BELOW}", "Grenades", role=None).means
    assert claimed(f"In short\n\nIt was night.\n\nGrenades\n\n{BELOW}", "Grenades", role=None, score=None).means
