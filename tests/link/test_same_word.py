"""Types that two reports leave open by one and the same word, and numbers of which one is a range."""

from __future__ import annotations

import pytest
from claim_maker import make_claim, make_document

from crossread.link import explain_pair
from crossread.link.comparison import Comparison
from crossread.records import Count, Harm


def _compared(name: str, words: tuple[str, str], kinds: tuple[str, str], tolls: tuple[Harm, ...] = ()) -> Comparison:
    texts = (f"A day of {word} in the town." for word in words)
    documents = {str(at): make_document(str(at), text=text) for at, text in enumerate(texts)}
    claims = [
        make_claim(document, type=kind, trigger=document.quote(9, 9 + len(word)), harm=tolls[at : at + 1])
        for at, (document, kind, word) in enumerate(zip(documents.values(), kinds, words, strict=True))
    ]
    return next(row for row in explain_pair(*claims, documents).comparisons if row.name == name)


@pytest.mark.parametrize(
    ("words", "kinds", "agree"),
    [
        (("clashes", "clashes"), ("armed_clash", "riot"), True),
        (("clash", "clashes"), ("riot", "armed_clash"), True),
        (("clashes", "rioting"), ("armed_clash", "riot"), False),
        (("fighting", "rioting"), ("armed_clash", "riot"), False),
        (("seizing", "seizing"), ("abduction", "territorial_change"), False),
    ],
)
def test_one_word_leaves_open_which_of_two_acts_it_was(words: tuple[str, str], kinds: tuple[str, str], agree: bool) -> None:
    """ "Clashes" are a fight to one reader and a riot to the other; towns and people are seized in one word all the same."""
    found = _compared("type", words, kinds)
    assert found.score is not None
    assert (found.score > 0) is agree
    assert ("in the same word" in found.sentence) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [((26, 32), (26, 26), True), ((26, 26), (26, 32), True), ((26, 32), (15, 15), False), ((26, None), (32, 32), False)],
)
def test_the_least_of_a_range_is_its_number(one: tuple[int, int | None], other: tuple[int, int | None], agree: bool) -> None:
    """ "Between 26 and 32" and the 26 who were known are one toll; "at least 26" and 32 only fit."""
    tolls = tuple(
        Harm(
            effect="killed", raw="dead", group=None, group_type="civilians", count=Count(low=low, high=high, qualifier="about")
        )
        for low, high in (one, other)
    )
    assert (_compared("harm", ("raids", "raids"), ("armed_attack", "armed_attack"), tolls).score == 1.0) is agree
