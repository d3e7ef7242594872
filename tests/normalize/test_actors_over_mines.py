"""Whose vehicle hits a mine did not lay it; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.over_mines import settle_over_mines
from crossread.records import Actor, Claim, Document


def _read(text: str, party: str, hurt: str, *, kind: str = "bombing", score: float | None = 0.9) -> list[tuple[str, str]]:
    document = Document(id="doc_1", text=text)
    told, fell = (document.quote(text.index(words), text.index(words) + len(words)) for words in (party, hurt))
    actors = (
        Actor(role="perpetrator", raw=party, name="Toro Force", type="foreign_forces", evidence=(told,), score=score),
        Actor(role="victim", raw=hurt, name=None, type="state_forces", evidence=(fell,), score=score),
    )
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=told,
        actors=actors,
        score=score,
    )
    return [(actor.role, actor.type) for actor in settle_over_mines(document, claim).actors]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A vehicle of the Toro forces hit a landmine near Kossa; one soldier was hurt.", "A vehicle of the Toro forces"),
        ("The Toro forces' convoy ran over an improvised explosive device; one soldier fell.", "The Toro forces"),
        ("The Toro patrol had struck a roadside bomb, and one soldier died.", "The Toro patrol"),
    ],
)
def test_who_hits_a_mine_is_its_target(text: str, party: str) -> None:
    assert _read(text, party, "one soldier") == [("target", "foreign_forces"), ("victim", "foreign_forces")]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Toro forces detonated a bomb and killed one soldier.", "The Toro forces"),
        ("The Toro forces hit a bomb factory and killed one soldier.", "The Toro forces"),
        ("The Toro forces hit a post near a mine and killed one soldier.", "The Toro forces"),
    ],
)
def test_who_does_it_stays_a_doer(text: str, party: str) -> None:
    assert _read(text, party, "one soldier") == [("perpetrator", "foreign_forces"), ("victim", "state_forces")]


def test_other_acts_other_sentences_and_people_stay() -> None:
    text = "The Toro forces hit a landmine. Later one soldier died."
    assert _read(text, "The Toro forces", "one soldier")[1] == ("victim", "state_forces")
    assert _read(text, "The Toro forces", "one soldier", kind="shelling")[0][0] == "perpetrator"
    assert _read(text, "The Toro forces", "one soldier", score=None)[0][0] == "perpetrator"
