"""A number over several places is a total, and each place that has a number of its own an incident."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.broken_down import list_by_place, with_broken_down
from crossread.normalize.claims.scope import settled_scope
from crossread.records import Actor, Claim, Count, Document, Evidence, Harm, Slot


def _read(text: str, number: str, trigger: str = "killed", when: str = "") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    actors = (
        Actor(role="perpetrator", raw="gunmen", name=None, type="unidentified_armed_group", score=0.8),
        Actor(role="victim", raw="people", name=None, type="civilians", score=0.8),
    )
    row = Harm(
        effect="killed", raw=number, group=None, group_type="civilians", count=None, evidence=(quote(number),), score=0.8
    )
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="attributed",
        trigger=quote(trigger),
        when=Slot(raw=when, value=None, evidence=(quote(when),), score=0.8) if when else None,
        actors=actors,
        harm=(row,),
        score=0.9,
    )


def _told(claims: list[Claim]) -> list[tuple[str, str, str]]:
    return [(one.scope, one.harm[0].raw, one.where.raw if one.where else "") for one in claims]


@pytest.mark.parametrize(
    ("text", "number", "places"),
    [
        ("Six people were killed on Monday: two in Jos, three in Bokkos, police said.", "Six people", ["in Jos", "in Bokkos"]),
        ("Five people were killed, two in Jos and three in Bokkos.", "Five people", ["in Jos", "in Bokkos"]),
        (
            "At least 12 people were killed – five civilians in Jos, four in the Benue region and three near Oro.",
            "At least 12 people",
            ["in Jos", "in the Benue region", "near Oro"],
        ),
        ("Nine were killed, including two in Jos and three in Bokkos.", "Nine", ["in Jos", "in Bokkos"]),
    ],
)
def test_each_place_has_its_share(text: str, number: str, places: list[str]) -> None:
    total, *parts = with_broken_down(*_lone(text, number))
    assert (total.scope, total.where, [row.raw for row in total.harm]) == ("aggregate", None, [number])
    assert [(one.scope, one.where.raw if one.where else "") for one in parts] == [("incident", place) for place in places]
    assert all([actor.role for actor in one.actors] == ["perpetrator"] for one in parts)


def _lone(text: str, number: str) -> tuple[Document, list[Claim]]:
    document, claim = _read(text, number)
    return document, [claim]


def test_the_shares_of_a_period_are_totals_too() -> None:
    document, claim = _read(
        "Between 1 and 7 May six people were killed: two in Jos, three in Oro.", "six", when="Between 1 and 7 May"
    )
    assert [scope for scope, *_ in _told(with_broken_down(document, [claim]))] == ["aggregate"] * 3


def test_a_row_of_a_part_is_no_row_of_the_total() -> None:
    document, claim = _read("Six people were killed: two in Jos, three in Bokkos.", "Six people")
    at = document.text.index("two")
    part = replace(claim.harm[0], raw="two", part_of=0, evidence=(document.quote(at, at + 3),))
    where = Slot(raw="in Jos", value=None, evidence=(document.quote(at + 4, at + 10),), score=0.8)
    made = with_broken_down(document, [replace(claim, harm=(*claim.harm, part), where=where)])
    assert _told(made) == [("aggregate", "Six people", ""), ("incident", "two", "in Jos"), ("incident", "three", "in Bokkos")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Six people were killed in Jos.", "Six people"),
        ("Six people were killed: two in Jos.", "Six people"),
        ("Six people were killed: five in Jos and three in Bokkos.", "Six people"),  # more than the number
        ("Six people were killed: two women and three men.", "Six people"),
        ("Six people were killed, two in March and three in April.", "Six people"),
        ("Six people were killed and seven wounded, two in Jos and three in Bokkos.", "Six people"),
        ("Six people were killed and brought to hospitals, two in Jos and three in Bokkos.", "Six people"),
        ("Six people were killed. Elsewhere, two in Jos and three in Bokkos fled.", "Six people"),
    ],
)
def test_other_lists_stay(text: str, number: str) -> None:
    document, claim = _read(text, number)
    assert with_broken_down(document, [claim]) == [claim]


def test_claims_of_people_and_places_told_by_others_stay() -> None:
    text = "Six people were killed: two in Jos, three in Bokkos."
    document, claim = _read(text, "Six people")
    assert with_broken_down(document, [replace(claim, score=None)]) == [replace(claim, score=None)]
    other = replace(claim, id="clm_2", trigger=document.quote(text.index("three"), text.index("three") + 5))
    assert with_broken_down(document, [claim, other]) == [claim, other]


def test_such_a_total_is_no_incident() -> None:
    text = "Six people were killed: two in Jos, three in Bokkos."
    _, claim = _read(text, "Six people")
    claim = replace(claim, harm=(replace(claim.harm[0], count=Count(low=6, high=6, qualifier="exact")),))
    assert list_by_place(text, claim) is not None
    assert settled_scope(claim, text) == "aggregate"
