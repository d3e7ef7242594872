"""An act in several listed places is one claim for each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.each_place import with_each_place
from crossread.records import Actor, Claim, Document, Harm, Slot


def _read(
    text: str, trigger: str, place: str, *, hurt: str = "", scope: str = "incident", score: float | None = 0.9
) -> tuple[Document, list[Claim]]:
    document = Document(id="doc_1", text=text)
    at, where = text.index(trigger), text.index(place)
    spot = document.quote(where, where + len(place))
    row = Harm(effect="killed", raw=hurt, group=None, group_type="civilians", count=None, evidence=(), score=0.9)
    return document, [
        Claim(
            id="clm_1",
            document_id="doc_1",
            type="armed_attack",
            scope=scope,
            status="accomplished",
            stance="asserted",
            trigger=document.quote(at, at + len(trigger)),
            where=Slot(raw=place, value=None, evidence=(spot,), score=score),
            actors=(Actor(role="target", raw=place, name=None, type="object", evidence=(spot,), score=score),),
            harm=(row,) if hurt else (),
            score=score,
        )
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "place", "told"),
    [
        ("Rebels attacked Kora, Lema and Ziru on Monday.", "attacked", "Ziru", ["Kora", "Lema", "Ziru"]),
        ("Clashes broke out in Kora, Lema Town, and Ziru.", "Clashes", "in Kora", ["in Kora", "Lema Town", "Ziru"]),
        ("Rebels attacked Kora and Lema.", "attacked", "Kora", ["Kora", "Lema"]),
        ("Marches were held in Kora and Lema on Sunday.", "Marches", "in Kora and Lema", ["in Kora", "Lema"]),
        ("Shells fell near Kora and Lema.", "Shells", "near Kora and Lema", ["near Kora", "near Lema"]),
        (
            "Troops raided the villages of Kora, Lema, al-Ziru and Tabo.",
            "raided",
            "the villages of Kora, Lema, al-Ziru and Tabo",
            ["Kora", "Lema", "al-Ziru", "Tabo"],
        ),
    ],
)
def test_each_place_of_a_list_has_a_claim(text: str, trigger: str, place: str, told: list[str]) -> None:
    claims = with_each_place(*_read(text, trigger, place))
    assert [claim.where.raw for claim in claims if claim.where] == told
    assert len({claim.id for claim in claims}) == len(told)


def test_each_place_has_its_own_number() -> None:
    """Numbers in the order of the places; one number for both stays with the one claim."""
    document, (claim,) = _read("Strikes hit Kora and Lema, killing three and five people.", "Strikes", "Kora and Lema")
    rows = []
    for raw in ("three", "five people"):
        start = document.text.index(raw)
        told = (document.quote(start, start + len(raw)),)
        rows.append(Harm(effect="killed", raw=raw, group=None, group_type="civilians", count=None, evidence=told, score=0.9))
    made = with_each_place(document, [replace(claim, harm=tuple(rows))])
    assert [(one.where.raw, [row.raw for row in one.harm]) for one in made if one.where] == [
        ("Kora", ["three"]),
        ("Lema", ["five people"]),
    ]
    both = [replace(claim, harm=(rows[1],))]
    assert with_each_place(document, both) == both


def test_what_only_one_place_suffered_stays_there() -> None:
    first, *others = with_each_place(*_read("Rebels attacked Kora, Lema and Ziru.", "attacked", "Kora"))
    assert [row.raw for row in first.actors] == ["Kora"]
    assert all(claim.actors == () for claim in others)


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Rebels attacked a bus in Srinagar, Jammu and Kashmir.", "attacked", "in Srinagar, Jammu and Kashmir"),
        ("Rebels attacked posts in Orlo, Lema and Ziru, Kasa.", "attacked", "in Orlo"),
        ("Rebels attacked Kora and Lema Tabo said so.", "attacked", "Kora"),
        ("Clashes broke out in Kora and President Lema called for calm.", "Clashes", "in Kora"),
        ("Rebels attacked posts in North and South Kora.", "attacked", "in North and South Kora"),
        ("Rebels attacked a bus between Kora and Lema.", "attacked", "between Kora and Lema"),
        ("Rebels attacked Hausa, Fula and Tiv villages.", "attacked", "Fula"),
        ("Rebels attacked Kora. Aid came from Kora, Lema and Ziru.", "attacked", "Kora"),
        ("In Kora, Lema and Ziru people feared them. Rebels attacked Tabo.", "attacked", "Tabo"),
    ],
)
def test_other_places_stay_one(text: str, trigger: str, place: str) -> None:
    document, claims = _read(text, trigger, place)
    assert with_each_place(document, claims) == claims


@pytest.mark.parametrize(
    ("hurt", "scope", "score"), [("five people", "incident", 0.9), ("", "aggregate", 0.9), ("", "incident", None)]
)
def test_a_number_or_a_time_over_all_places_is_not_repeated(hurt: str, scope: str, score: float | None) -> None:
    document, claims = _read("Rebels attacked Kora, Lema and Ziru.", "attacked", "Kora", hurt=hurt, scope=scope, score=score)
    assert with_each_place(document, claims) == claims


def test_a_list_with_claims_of_its_own_stays() -> None:
    text = "Rebels attacked Kora, Lema and Ziru."
    document, claims = _read(text, "attacked", "Kora")
    claims += _read(text, "attacked", "Lema")[1]
    assert with_each_place(document, claims) == claims


def test_each_place_is_the_target_of_its_own_claim() -> None:
    made = with_each_place(*_read("Rebels attacked Kora and Lema.", "attacked", "Kora and Lema"))
    assert [[row.raw for row in claim.actors] for claim in made] == [["Kora"], ["Lema"]]
