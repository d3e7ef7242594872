"""What a party's own statement calls its men and its enemy, and a place whose attack somebody owns."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from crossread.normalize.actors.none import is_no_party
from crossread.normalize.actors.ours import with_sides_of_own_words
from crossread.records import Actor, Claim, Document, Evidence, Harm, document_id

_MARK = re.compile(r"\{(\w+): ([^{}]+)\}")


def _claim(marked: str, types: dict[str, str]) -> tuple[Document, Claim]:
    """A claim with the marked words as its rows: "{victim: 22 enemies}", "{harm: two men}"."""
    text, quotes = "", []
    last = 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        quotes.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        last = mark.end()
    text += marked[last:]
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text)
    rows: list[tuple[str, Evidence]] = [(role, document.quote(start, end)) for role, start, end in quotes]
    actors = tuple(
        Actor(role=role, raw=quote.quote, name=None, type=types.get(role, "unknown"), evidence=(quote,), score=0.9)
        for role, quote in rows
        if role != "harm"
    )
    harm = tuple(
        Harm(
            effect="killed",
            raw=quote.quote,
            group=quote.quote,
            group_type="unknown",
            count=None,
            part_of=None,
            speaker=None,
            evidence=(quote,),
            score=0.9,
        )
        for role, quote in rows
        if role == "harm"
    )
    return document, Claim(
        id="clm_1",
        document_id=document.id,
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="claimed",
        trigger=document.quote(0, 4),
        actors=actors,
        harm=harm,
        score=0.9,
    )


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [
        (
            "{perpetrator: Our comrades} hit {target: the column}. {harm: 22 enemies} fell, and two of our {harm: brothers}.",
            ["state_forces", "rebel_group"],
        ),
        ("{perpetrator: Our comrades} hit {target: the column}. {harm: Four villagers} fell.", ["unknown"]),
        ("{perpetrator: The rebels} hit {target: the column}. {harm: 22 enemies} fell.", ["unknown"]),
        ("{perpetrator: Our comrades} struck. {harm: 22 enemies} fell.", ["unknown"]),
        ("{perpetrator: Our comrades} hit {target: the column}. Our people mourn {harm: two elders}.", ["unknown"]),
    ],
)
def test_our_men_and_the_enemy(marked: str, kinds: list[str]) -> None:
    """The speaker's own are of the doer's kind and enemies of that of those hit; nobody else is either."""
    document, claim = _claim(marked, {"perpetrator": "rebel_group", "target": "state_forces"})
    assert [row.group_type for row in with_sides_of_own_words(document, claim).harm] == kinds


def test_a_reader_whose_rows_are_corrected_is_left_alone() -> None:
    """What a person or a data set says has no score, and stands."""
    document, claim = _claim("{perpetrator: Our comrades} hit. {victim: Our fighters} fell.", {"perpetrator": "rebel_group"})
    fixed = Actor(role="victim", raw="Our fighters", name=None, type="police", evidence=claim.actors[1].evidence, score=None)
    told = replace(claim, actors=(claim.actors[0], fixed))
    assert with_sides_of_own_words(document, told).actors[1].type == "police"
    assert with_sides_of_own_words(document, claim).actors[1].type == "rebel_group"


@pytest.mark.parametrize(
    ("marked", "none"),
    [
        ("Nine fell in Dabo. The group claimed the {claimant: Dabo} attack.", True),
        ("Nine fell in Dabo. The {claimant: Dabo} Brigade attacked.", False),
        ("Nine fell. The {claimant: Dabo} attack was the third.", False),
        ("Nine fell in Taliban areas. They claimed the {claimant: Taliban} attack.", False),
    ],
)
def test_the_place_of_an_attack_is_no_party(marked: str, none: bool) -> None:
    """Where the report tells what happened in it, and it is no actor known by that name."""
    document, claim = _claim(marked, {})
    assert is_no_party(document, claim, claim.actors[0], None) is none


@pytest.mark.parametrize(
    ("marked", "none"),
    [
        ("A sixth suspect, {accused: Peter Mwai}, was acquitted.", True),
        ("{accused: Peter Mwai}, a barber, was found not guilty.", True),
        ("{accused: Two officers}, who were later cleared of murder, had fired.", True),
        ("{accused: Peter Mwai} was not acquitted.", False),
        ("{accused: Peter Mwai} was sentenced, and his brother was acquitted.", False),
    ],
)
def test_who_is_acquitted_is_accused_no_longer(marked: str, none: bool) -> None:
    """Where a court's finding stands right behind the name."""
    document, claim = _claim(marked, {})
    assert is_no_party(document, claim, claim.actors[0], None) is none


@pytest.mark.parametrize(
    ("marked", "source", "none"),
    [
        ("An {perpetrator: S}-300 missile struck.", None, True),
        ("Those who mourn {perpetrator: the martyrs} on Friday.", None, True),
        ("{perpetrator: Rowan News Agency}: Gunmen struck a checkpoint.", "Rowan News Agency", True),
        ("{perpetrator: Hamas}: We struck a checkpoint.", "Hamas", False),
    ],
)
def test_who_cannot_have_done_it_is_no_party(marked: str, source: str | None, none: bool) -> None:
    """A letter, the fallen, and the agency at the head of its own report; a group that publishes is one."""
    document, claim = _claim(marked, {})
    assert is_no_party(replace(document, source=source), claim, claim.actors[0], None) is none


@pytest.mark.parametrize(
    ("marked", "none"),
    [
        ("They condemned the murder in {victim: Guatemala} of two leaders.", True),
        ("They condemned the murder in the bus of {victim: Guatemalans}.", False),
        ("They said that {victim: Guatemala} lost a great man.", False),
    ],
)
def test_the_country_of_a_murder_is_no_victim(marked: str, none: bool) -> None:
    """Right behind "in"; its people are."""
    document, claim = _claim(marked, {})
    assert is_no_party(document, claim, claim.actors[0], None) is none


@pytest.mark.parametrize(
    ("marked", "none"),
    [
        ("It was her men, {perpetrator: every driver} knows it, who struck the train.", True),
        ("The train was struck – {perpetrator: the neighbours} think so – by her men.", True),
        ("They struck the train so that they could pin it on {accused: the union}.", True),
        ("They struck the train to lay the blame on {accused: the union}.", True),
        ("It was her men, {accused: Abe} knew about it, and struck the train.", False),
        ("Nine died, {perpetrator: the rebels} said, when they struck the train.", False),
        ("Police pinned it on {accused: the union}, which struck the train.", False),
    ],
)
def test_who_is_only_an_aside_or_framed_is_no_party(marked: str, none: bool) -> None:
    """What everybody knows, he did not do; and on whom doers want to put it did not do it."""
    document, claim = _claim(marked, {})
    assert is_no_party(document, claim, claim.actors[0], None) is none
