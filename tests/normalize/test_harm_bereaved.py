"""The family of the dead, survivors, and those whom a dead man had harmed; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.bereaved import is_left_alive
from crossread.normalize.harm.deeds import is_of_earlier_deed, with_who_fell
from crossread.records import Claim, Document

DEAD = "A shell killed Sergeant Issa Ba at Tessit."


@pytest.mark.parametrize(
    "marked",
    [
        "He leaves behind a widow and {killed: two children}.",
        "The blast killed Issa Ba, leaving {killed: a widow} and two sons.",
        "He is survived by his wife, Awa, and {killed: three daughters}.",
        "He had a wife and {killed: two small children}.",
        "He leaves {abducted: a wife}, Awa, two daughters and a dog.",
        "Issa Ba, the father of {killed: four children}, was known in the village.",
        "There were {killed: two survivors}.",
        "The group interviewed nine survivors and {killed: four relatives} of the dead.",
        "{killed: Six relatives} of those killed spoke at the burial.",
    ],
)
def test_the_living_are_not_among_the_dead(marked: str) -> None:
    """Whom the dead leave behind, and who survived, is no row."""
    document, (row,) = _read(f"{DEAD} {marked}")
    assert is_left_alive(document, row)
    assert not is_left_alive(document, replace(row, score=None))


@pytest.mark.parametrize(
    "marked",
    [
        "The blast left a widow and {killed: two children} dead.",
        "The raid left {killed: a mother} and her son dead in their house.",
        "It killed Issa Ba, his wife and {killed: three children}.",
        "He had {killed: two sons} killed in the same war.",
        "Raiders killed {killed: two survivors} of an earlier attack.",
        "Raiders returned, and {killed: two survivors} were shot.",
        "Raiders shot dead {killed: four relatives} of the dead.",
        "{killed: Six relatives} of the victims were killed at the burial.",
        "Rebels left {killed: nine farmers} in the fields.",
        "The blast killed 40, leaving {injured: three children} wounded.",
    ],
)
def test_who_was_killed_too_stays(marked: str) -> None:
    """A verb of harm before or behind them tells that they came to harm."""
    document, (row,) = _read(f"{DEAD} {marked}")
    assert not is_left_alive(document, row)


def _claim(marked: str, trigger: str) -> tuple[Document, Claim]:
    document, rows = _read(marked)
    start = document.text.index(trigger)
    return document, Claim(
        id="clm_1",
        document_id=document.id,
        trigger=document.quote(start, start + len(trigger)),
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=0.9,
    )


def _is_of_deed(marked: str, trigger: str) -> bool:
    document, claim = _claim(marked, trigger)
    return is_of_earlier_deed(document, claim, claim.harm[1])


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("{killed: A commander} wanted for the murder of {killed: 30 monks} in 2019 was shot dead in Gao.", "shot dead"),
        ("{killed: A colonel} who had killed {killed: 30 monks} was ambushed near Gao.", "ambushed"),
        ("{killed: An informer} who had betrayed {killed: dozens of monks} was found dead in Gao.", "found dead"),
    ],
)
def test_an_earlier_deed_is_another_act(marked: str, trigger: str) -> None:
    """They did not die with the one who harmed them."""
    assert _is_of_deed(marked, trigger)


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("{killed: A gunman} who had killed {killed: five shoppers} was shot dead by police.", "shot dead"),
        ("{killed: A guide} who had accompanied {killed: five hunters} was shot dead with them.", "shot dead"),
        ("{killed: A commander} and {killed: 30 monks} were shot dead in Gao.", "shot dead"),
        ("Raiders killed {killed: a monk}; a man wanted for the murder of {killed: 30 monks} was arrested.", "killed"),
        ("The killing of {killed: a monk} and {killed: 30 villagers} was wanted by the colonel, who was shot.", "killing"),
    ],
)
def test_dead_of_the_same_act_stay(marked: str, trigger: str) -> None:
    """A gunman and those he shot may have died in one attack."""
    assert not _is_of_deed(marked, trigger)


@pytest.mark.parametrize(
    ("marked", "raw"),
    [
        ("In Gao an old guard who had betrayed {killed: dozens of youths} was executed.", "an old guard"),
        ("In Gao an old guard who had killed {killed: dozens of youths} was executed.", "dozens of youths"),
        ("In Gao an old guard who had taught {killed: dozens of youths} was executed.", "dozens of youths"),
    ],
)
def test_the_one_who_fell_has_the_row(marked: str, raw: str) -> None:
    """Where only those whom he had betrayed have one; of those he had killed it stays open."""
    document, claim = _claim(marked, "executed")
    (row,) = with_who_fell(document, claim)
    assert (row.raw, row.evidence[0].quote) == (raw, raw)
