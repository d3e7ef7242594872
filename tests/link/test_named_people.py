"""Accounts that name the same one who was hurt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_maker import actor, harm, make_claim, make_document

from crossread.link import explain_pair
from crossread.link.comparison import Comparison
from crossread.records import Actor, Harm


def compared(*sides: tuple[tuple[Actor, ...], tuple[Harm, ...]], kind: str = "killing") -> Comparison:
    """What `person` finds in two reports, each with its actors and its toll."""
    documents = {str(at): make_document(str(at)) for at in range(2)}
    claims = [
        make_claim(document, type=kind, actors=actors, harm=rows)
        for document, (actors, rows) in zip(documents.values(), sides, strict=True)
    ]
    return next(row for row in explain_pair(*claims, documents).comparisons if row.name == "person")


def one(effect: str, words: str) -> tuple[tuple[Actor, ...], tuple[Harm, ...]]:
    """A toll of one, told by a name."""
    return (), (replace(harm(effect, 1), raw=words),)


def called(words: str) -> tuple[tuple[Actor, ...], tuple[Harm, ...]]:
    """A victim, told by a name and no number."""
    return (actor("victim", None, "civilians", raw=words),), ()


def test_somebody_dies_once() -> None:
    """Title, rank and people of the one who died are no part of the name."""
    found = compared(one("killed", "Kenyan General Peter Okoth Were"), one("killed", "the poet Peter Okoth Were, 44"))
    assert found.score == 1.0
    assert found.sentence == "Both tell of Peter Okoth Were: killed."


def test_a_bare_name_of_a_killing_is_the_one_who_was_killed() -> None:
    """No number is told beside it."""
    assert compared(called("Dr Amina Were"), one("killed", "teacher Amina Were")).score == 1.0


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (one("killed", "Peter Okoth"), one("killed", "Paul Okoth")),  # two brothers
        (one("killed", "Peter Okoth"), one("injured", "Peter Okoth")),  # two fates
        (one("killed", "General Peter"), one("killed", "General Peter")),  # one word and a rank
        (((), (replace(harm("killed", 3), raw="Three Peter Okoth men"),)), one("killed", "Peter Okoth")),
    ],
)
def test_what_does_not_name_one_person_says_nothing(
    mine: tuple[tuple[Actor, ...], tuple[Harm, ...]], theirs: tuple[tuple[Actor, ...], tuple[Harm, ...]]
) -> None:
    """One name of two, another fate, a rank, a group."""
    assert compared(mine, theirs).score is None


def test_an_organisation_is_no_person() -> None:
    """Words of an actor that the registry knows are none of a name."""
    known = replace(actor("victim", "Popular Mobilization Forces", raw="Popular Mobilization"), registry_id="pmf")
    side = ((known,), (replace(harm("killed", 1), raw="a Popular Mobilization commander"),))
    assert compared(side, side).score is None
