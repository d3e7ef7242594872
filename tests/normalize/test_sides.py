"""A fight has two sides and no perpetrator."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.sides import split_versus, with_two_sides
from crossread.records import Actor, Claim, Document, document_id

TEXT = "Fighting broke out."


def _actor(role: str, raw: str, type: str, score: float | None) -> Actor:
    return Actor(role=role, raw=raw, name=None, type=type, evidence=(), score=score)


def _roles(type: str, told: list[tuple[str, str, str]], score: float | None = 0.9) -> list[tuple[str, str]]:
    document = Document(id=document_id(TEXT, source=None, external_id=None, published=None), text=TEXT)
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        type=type,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 8),
        actors=tuple(_actor(*row, score) for row in told),
        score=0.9,
    )
    return [(a.role, a.raw) for a in with_two_sides(document, claim).actors]


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        (
            [("perpetrator", "the army", "state_forces"), ("side_b", "the youth", "communal_militia")],
            [("side_a", "the army"), ("side_b", "the youth")],
        ),
        (
            [("side_a", "the army", "state_forces"), ("perpetrator", "the youth", "communal_militia")],
            [("side_a", "the army"), ("side_b", "the youth")],
        ),
        (
            [("perpetrator", "rebels", "rebel_group"), ("target", "the army", "state_forces")],
            [("side_a", "rebels"), ("side_b", "the army")],
        ),
        ([("side_b", "the youth", "communal_militia")], [("side_a", "the youth")]),
        (
            [("side_a", "the army", "state_forces"), ("target", "a bridge", "object")],
            [("side_a", "the army"), ("target", "a bridge")],
        ),
        (
            [
                ("perpetrator", "the army", "state_forces"),
                ("side_b", "the youth", "communal_militia"),
                ("target", "the youth", "communal_militia"),
            ],
            [("side_a", "the army"), ("side_b", "the youth")],
        ),
        (
            [("side_a", "Nuer", "communal_militia"), ("victim", "civilians", "civilians")],
            [("side_a", "Nuer"), ("victim", "civilians")],
        ),
    ],
)
def test_a_clash_has_sides(told: list[tuple[str, str, str]], sides: list[tuple[str, str]]) -> None:
    """Who is read as perpetrator or armed target takes the open side; things stay targets, and victims victims."""
    assert _roles("armed_clash", told) == sides


def test_other_claims_and_what_people_say_stay() -> None:
    """An attack has a perpetrator, and a coder's rows are his."""
    told = [("perpetrator", "the army", "state_forces"), ("target", "the youth", "communal_militia")]
    assert _roles("armed_attack", told) == [row[:2] for row in told]
    assert _roles("armed_clash", told, score=None) == [row[:2] for row in told]


def test_two_sides_in_one_breath_are_two() -> None:
    """ "SPLA v. SPLA-IO" of a chronology; a row without it stays."""
    text = "Pagak: SPLA v. SPLA-IO, five killed. Vitali fled."
    document = Document(id="doc_1", text=text)

    def row(raw: str) -> Actor:
        quote = document.quote(text.index(raw), text.index(raw) + len(raw))
        return Actor(role="side_a", raw=raw, name=None, type="unknown", evidence=(quote,), score=0.9)

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_clash",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 5),
        actors=(row("SPLA v. SPLA-IO"),),
        score=0.9,
    )
    found = split_versus(document, claim).actors
    assert [(a.role, a.raw) for a in found] == [("side_a", "SPLA"), ("side_b", "SPLA-IO")]
    whole = replace(claim, actors=(row("Vitali"),))
    assert split_versus(document, whole) == whole


def test_only_fights_and_agreements_have_sides() -> None:
    """The sides of an attack are its doer and its target, told once; the doer of an agreement is its first side."""
    told = [("side_a", "rebels", "rebel_group"), ("side_b", "a patrol", "state_forces"), ("target", "a patrol", "state_forces")]
    assert _roles("armed_attack", told) == [("perpetrator", "rebels"), ("target", "a patrol")]
    assert _roles("armed_attack", told, score=None) == [(role, raw) for role, raw, _ in told]
    assert _roles("agreement", [("perpetrator", "23 fighters", "rebel_group")]) == [("side_a", "23 fighters")]


def test_a_clash_between_two_takes_no_side() -> None:
    """Both are doers of a riot told "between" them, in any order; who was killed there is none."""
    text = "Tarek Ali was killed during clashes between fans and police in Tarn."
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text)

    def row(role: str, raw: str, type: str) -> Actor:
        at = text.index(raw)
        return Actor(role=role, raw=raw, name=None, type=type, evidence=(document.quote(at, at + len(raw)),), score=0.9)

    def roles(*actors: Actor) -> list[tuple[str, str]]:
        claim = Claim(
            id="clm_1",
            document_id=document.id,
            type="riot",
            scope="incident",
            status="accomplished",
            stance="asserted",
            trigger=document.quote(text.index("clashes"), text.index("clashes") + 7),
            actors=actors,
            score=0.9,
        )
        return [(a.role, a.raw) for a in with_two_sides(document, claim).actors]

    fans, police = row("side_a", "fans", "rioters"), row("side_b", "police", "police")
    assert roles(fans, police) == [("perpetrator", "fans"), ("perpetrator", "police")]
    assert roles(fans, police, row("target", "police", "police")) == [("perpetrator", "fans"), ("perpetrator", "police")]
    dead = [row(role, "Tarek Ali", "civilians") for role in ("side_a", "victim")]
    assert roles(*dead, police) == [("victim", "Tarek Ali"), ("perpetrator", "police")]
