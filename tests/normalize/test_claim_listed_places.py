"""Numbers with a place each behind one verb are claims of their own; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.listed_places import with_listed_places
from crossread.records import Actor, Claim, Document, Harm, Slot


def claim_of(text: str, trigger: str, place: str, hurt: str) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)
    at, where, who = text.index(trigger), text.index(place), text.index(hurt)
    quote = document.quote(who, who + len(hurt))
    row = Harm(effect="killed", raw=hurt, group=None, group_type="civilians", count=None, evidence=(quote,), score=0.9)
    roles = (("perpetrator", "rebel_group"), ("victim", "civilians"))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        where=Slot(raw=place, value=None, evidence=(document.quote(where, where + len(place)),), score=0.9),
        actors=tuple(Actor(role=role, raw=hurt, name=None, type=kind, evidence=(quote,), score=0.9) for role, kind in roles),
        harm=(row,),
        score=0.9,
    )


def _told(claims: list[Claim]) -> list[tuple[str, list[str]]]:
    return [(claim.where.raw, [row.raw for row in claim.harm]) for claim in claims if claim.where]


@pytest.mark.parametrize(
    ("text", "trigger", "place", "hurt", "told"),
    [
        (
            "Two farmers were killed in Jos, three in Bokkos and one in Riyom on Sunday.",
            "killed",
            "in Riyom",
            "Two farmers",
            [("in Jos", ["Two farmers"]), ("in Bokkos", ["three"]), ("in Riyom", ["one"])],
        ),
        (
            "Shelling killed four people in Kherson and two more in Nikopol, officials said.",
            "Shelling",
            "in Nikopol",
            "four people",
            [("in Kherson", ["four people"]), ("in Nikopol", ["two more"])],
        ),
    ],
)
def test_each_number_has_its_place(text: str, trigger: str, place: str, hurt: str, told: list[tuple[str, list[str]]]) -> None:
    """The doers did it at all places, the victims suffered at the first."""
    document, claim = claim_of(text, trigger, place, hurt)
    made = with_listed_places(document, [claim])
    assert _told(made) == told
    assert [[row.role for row in one.actors] for one in made] == [
        ["perpetrator", "victim"],
        *[["perpetrator"]] * (len(made) - 1),
    ]
    assert len({one.id for one in made}) == len(made)


@pytest.mark.parametrize(
    "text",
    [
        "Two farmers were killed in Jos in 2012 and 2013 in Riyom.",
        "Two farmers were killed in Jos, three in Nigerian custody.",
        "Two farmers were killed in Jos and three wounded in Riyom.",
        "Two farmers were killed in Jos, and one in March near Riyom.",
        "Two farmers were killed in Jos. Three in Riyom were hurt.",
        "Two farmers were killed in Jos, three of them in Riyom.",
    ],
)
def test_what_is_no_such_list_stays_one(text: str) -> None:
    """Years, custody, another verb, a month, another sentence and a part of the number."""
    document, claim = claim_of(text, "killed", "in Jos", "Two farmers")
    assert with_listed_places(document, [claim]) == [claim]


def test_what_people_say_stays() -> None:
    document, claim = claim_of("Two farmers were killed in Jos and three in Riyom.", "killed", "in Jos", "Two farmers")
    own = replace(claim, score=None)
    assert with_listed_places(document, [own]) == [own]
    assert len(with_listed_places(document, [claim])) == 2
