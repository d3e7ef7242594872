"""Which words of a claim are for its place."""

from __future__ import annotations

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver
from crossread.normalize.places.claimed import told_place
from crossread.records import Actor, Claim, Document, Slot


def told(text: str, where: str, *actors: tuple[str, str], score: float | None = None) -> str | None:
    """The words for the place of a claim whose where slot and actors (role, words) stand in the text."""
    document = Document(id="doc_1", text=text)

    def quote(words: str):  # type: ignore[no-untyped-def]
        return document.quote(text.index(words), text.index(words) + len(words))

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 1),
        where=Slot(raw=where, value=None, evidence=(quote(where),)),
        actors=tuple(Actor(role=role, raw=raw, name=None, type="civilians", evidence=(quote(raw),)) for role, raw in actors),
        score=score,
    )
    slot = told_place(document, claim, PlaceResolver(Gazetteer.open()).for_document(text))
    return slot.raw if slot else None


@pytest.mark.parametrize(
    ("text", "where", "actors", "raw"),
    [
        ("A battalion based in Gao killed two men.", "in Gao", [("perpetrator", "A battalion"), ("victim", "two men")], None),
        ("A herder was shot by a unit based in Gao.", "in Gao", [("victim", "A herder")], None),
        (
            "They attacked soldiers based in Gao on Monday.",
            "in Gao",
            [("perpetrator", "They"), ("target", "soldiers")],
            "in Gao",
        ),
        ("Forces detained Mboh on Monday.", "Mboh", [("victim", "Mboh")], None),
        ("Forces attacked Mboh on Monday.", "Mboh", [("perpetrator", "Forces")], "Mboh"),
        ("Forces killed two in Mboh on Monday.", "in Mboh", [("victim", "two in Mboh")], "in Mboh"),
        ("A raid in Finote Selam killed two.", "in Finote", [], "in Finote Selam"),
    ],
)
def test_neither_a_base_of_the_doer_nor_a_person_is_the_place(
    text: str, where: str, actors: list[tuple[str, str]], raw: str | None
) -> None:
    """Who is attacked where he is based, is attacked there."""
    assert told(text, where, *actors) == raw


@pytest.mark.parametrize(
    ("text", "where", "actors", "raw"),
    [
        ("A man hurt in an attack on an outpost in Gao died in a hospital in Mopti.", "in Mopti", [], "in Gao"),
        ("Two men shot in Gao were taken to Mopti Hospital.", "Mopti Hospital", [], "in Gao"),
        ("A man died in a hospital in Mopti.", "in Mopti", [], None),
        ("A man expired in a hospital in Mopti.", "in Mopti", [], None),
        ("They seized rifles. Both wounded men were flown to Mopti.", "to Mopti", [], None),
        ("They seized rifles. Both were flown to Mopti and are out of danger.", "Mopti", [], None),
        ("They were flown to Mopti, wounded.", "to Mopti", [], "to Mopti"),
        ("They were beaten. The students had been taken to Mopti.", "to Mopti", [], "to Mopti"),
        ("He died in a hospital in Mopti.", "a hospital in Mopti", [("target", "a hospital")], "a hospital in Mopti"),
        ("Gunmen stormed a hospital in Mopti.", "in Mopti", [], "in Mopti"),
    ],
)
def test_the_hospital_where_somebody_died_is_not_where_he_was_hurt(
    text: str, where: str, actors: list[tuple[str, str]], raw: str | None
) -> None:
    """The place of the act in the same sentence is, or none; a hospital that was attacked is where it happened."""
    assert told(text, where, *actors) == raw


@pytest.mark.parametrize(
    ("text", "where", "raw"),
    [
        ("A bomb went off. The American deaths were the first.", "American", None),
        ("An ambush. French casualties rose on Sunday.", "French", None),
        ("An ambush. The U.S. military deaths rose on Sunday.", "U.S.", None),
        ("A raid. Congolese police shot six.", "Congolese", "Congolese"),
        ("A raid. Iraqi civilians died.", "Iraqi", "Iraqi"),
        ("A raid. The deaths in France rose.", "in France", "in France"),
        ("A raid. The Haitian death toll rose.", "Haitian", "Haitian"),
    ],
)
def test_whose_dead_they_are_is_not_where_they_fell(text: str, where: str, raw: str | None) -> None:
    assert told(text, where) == raw


@pytest.mark.parametrize(
    ("text", "where", "raw"),
    [
        ("GAO, Mali, March 8 (Agency) - Two teachers were abducted on Sunday.", "GAO", None),
        ("GAO, Mali, March 8 (Agency) - Two teachers were abducted in Kita.", "in Kita", "in Kita"),
        ("GAO was shelled on Sunday.", "GAO", "GAO"),
    ],
)
def test_a_report_is_written_where_its_dateline_says(text: str, where: str, raw: str | None) -> None:
    """What it tells happened elsewhere, or nobody tells where; people's own words stay."""
    assert told(text, where, score=0.9) == raw
    assert told(text, where) == where


def test_a_crowd_is_no_place() -> None:
    """The same words marched: "Chavistas took to the streets"; a town that marches is told with "in"."""
    resolver = PlaceResolver(Gazetteer.open())
    for text, where, kind, expected in (
        ("Chavistas took to the streets.", "Chavistas", "protesters", None),
        ("Chavistas took to the streets.", "Chavistas", "state_forces", "Chavistas"),
        ("People in Mboh took to the streets.", "in Mboh", "protesters", "in Mboh"),
    ):
        document = Document(id="doc_1", text=text)
        named = document.quote(text.index(where), text.index(where) + len(where))
        claim = Claim(
            id="clm_1",
            document_id="doc_1",
            type="protest",
            scope="incident",
            status="accomplished",
            stance="asserted",
            trigger=document.quote(text.index("took"), text.index("took") + 4),
            where=Slot(raw=where, value=None, evidence=(named,)),
            actors=(Actor(role="perpetrator", raw=where, name=None, type=kind, evidence=(named,)),),
        )
        slot = told_place(document, claim, resolver.for_document(text))
        assert (slot.raw if slot else None) == expected
