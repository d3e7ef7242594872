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


def test_a_name_in_the_words_of_the_other_report() -> None:
    """One names who died, the other counts one dead and holds the name; another fate, or a name of its own, says nothing."""
    told = "Peter Okoth died of his wounds."
    unnamed = ((actor("victim", None, "civilians", raw="a man"),), (replace(harm("killed", 1), raw="a man"),))
    assert in_words(unnamed, told) == 0.5
    assert in_words(unnamed, "Peter Mwangi died of his wounds.") is None
    assert in_words(one("killed", "Amina Were"), told) is None
    assert in_words(((), (replace(harm("injured", 1), raw="a man"),)), told) is None


def in_words(side: tuple[tuple[Actor, ...], tuple[Harm, ...]], text: str) -> float | None:
    """What `person` finds beside a report that names Peter Okoth as killed."""
    documents = {"0": make_document("0", text="Peter Okoth was killed."), "1": make_document("1", text=text)}
    rows = (one("killed", "Peter Okoth"), side)
    claims = [
        make_claim(document, type="killing", actors=actors, harm=harms)
        for document, (actors, harms) in zip(documents.values(), rows, strict=True)
    ]
    return next(row for row in explain_pair(*claims, documents).comparisons if row.name == "person").score
