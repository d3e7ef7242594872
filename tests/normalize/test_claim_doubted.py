"""Whom nobody is sure of is accused, and a state's men do not stand with nameless rebels."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.doubted import with_doubted
from crossread.normalize.sides import with_two_sides
from crossread.records import Actor, Claim, Document


def _claim(document: Document, type: str, told: list[tuple[str, str, str]], score: float | None = 0.9) -> Claim:
    def actor(role: str, raw: str, kind: str) -> Actor:
        at = document.text.index(raw)
        return Actor(role=role, raw=raw, name=None, type=kind, evidence=(document.quote(at, at + len(raw)),), score=score)

    actors = tuple(actor(*row) for row in told)
    trigger = document.quote(0, 5)
    return Claim(
        id="clm_1",
        document_id="doc_1",
        type=type,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        actors=actors,
        score=score,
    )


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Shells fell. It is not clear whether they came from the army or the rebels.", "accused"),
        ("Shells fell. It was unclear if they had been fired by the army, the rebels or both.", "accused"),
        ("Shells fell. They may have come from the army or the rebels.", "accused"),
        ("Shells fell. It is not clear whether anyone died. They came from the army, not the rebels.", "perpetrator"),
        ("Shells fell. It is not clear whether the army or the rebels will talk.", "perpetrator"),
    ],
)
def test_who_may_have_done_it_is_accused(text: str, role: str) -> None:
    """Only where the doubt is about who did it, and only within its sentence."""
    document = Document(id="doc_1", text=text)
    told = [("perpetrator", "the army", "state_forces"), ("perpetrator", "the rebels", "rebel_group")]
    assert {a.role for a in with_doubted(text, _claim(document, "shelling", told)).actors} == {role}
    coded = _claim(document, "shelling", told, score=None)
    assert with_doubted(text, coded) == coded


TEXT = "Clash: rebels were killed in an operation with Afghan troops beside police, militia and gunmen."
Rows = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        (
            [("side_b", "rebels", "rebel_group"), ("side_b", "Afghan troops", "state_forces")],
            [("side_a", "rebels"), ("side_b", "Afghan troops")],
        ),
        (
            [
                ("side_a", "Afghan troops", "state_forces"),
                ("side_b", "gunmen", "unidentified_armed_group"),
                ("side_b", "police", "police"),
            ],
            [("side_a", "Afghan troops"), ("side_a", "police"), ("side_b", "gunmen")],
        ),
        (
            [
                ("side_a", "rebels", "rebel_group"),
                ("side_b", "police", "police"),
                ("side_b", "gunmen", "unidentified_armed_group"),
            ],
            [("side_a", "gunmen"), ("side_a", "rebels"), ("side_b", "police")],
        ),
        (
            [("side_a", "rebels", "rebel_group"), ("side_b", "police", "police"), ("side_b", "militia", "political_militia")],
            [("side_a", "rebels"), ("side_b", "militia"), ("side_b", "police")],
        ),
        (
            [
                ("side_a", "rebels", "rebel_group"),
                ("side_a", "Afghan troops", "foreign_forces"),
                ("side_b", "police", "police"),
            ],
            [("side_a", "Afghan troops"), ("side_a", "rebels"), ("side_b", "police")],
        ),
    ],
)
def test_a_states_men_and_nameless_rebels_are_enemies(told: Rows, sides: list[tuple[str, str]]) -> None:
    """Whoever stands with the enemy goes to his like; a militia may fight beside the state, foreign troops beside rebels."""
    document = Document(id="doc_1", text=TEXT)
    claim = _claim(document, "armed_clash", told)
    assert sorted((a.role, a.raw) for a in with_two_sides(document, claim).actors) == sides
