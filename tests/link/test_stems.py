"""Words are compared by their stems, so that two reports share what they tell in other forms; texts made for these tests."""

from __future__ import annotations

import pytest
from claim_maker import make_claim, make_document

from crossread.link import explain_pair
from crossread.link.telling_text import WordWeights
from crossread.link.word_counts import WordCounts
from crossread.link.words import stem, stem_shares, word_set, word_shares


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kidnapped", "kidnapping"),
        ("shelling", "shelled"),
        ("herders", "herder"),
        ("villages", "village"),
        ("grenades", "grenade"),
        ("explodes", "exploded"),
    ],
)
def test_two_forms_are_one_word(one: str, other: str) -> None:
    """Forms of a verb and the plural fall together."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["gao", "us", "2019", "rpg7", "ali", "bus", "illness", "damascus", "thing"])
def test_short_words_numbers_and_some_names_stay(word: str) -> None:
    """A stem keeps four letters, and what is no plural keeps its s."""
    assert stem(word) == word


def test_a_stem_is_as_common_as_its_most_common_form() -> None:
    """No form of a common word becomes rare by it."""
    shares = stem_shares()
    assert all(shares[stem(word)] >= share for word, share in word_shares().items())


def test_a_place_is_found_in_whatever_form() -> None:
    """A place whose name loses an ending is still held by the telling that names it."""
    weights = WordWeights(WordCounts(documents=200))
    telling = weights.weigh(word_set("Gunmen raided Naples market"))
    assert weights.holds(telling, "naples")
    assert weights.holds(telling, "raiding")
    assert not weights.holds(telling, "siege")


def test_reports_that_tell_it_in_other_forms_are_alike() -> None:
    """ "Kidnapped geologists" and "the kidnapping of a geologist": what only the forms set apart is shared."""
    texts = (
        "Gunmen kidnapped quarrying geologists near Tabelot and burned their trailers.",
        "The kidnapping of a geologist who quarried there, and a burnt trailer, was told in Tabelot.",
    )
    documents = [make_document(f"r{i}", text=text) for i, text in enumerate(texts)]
    found = explain_pair(make_claim(documents[0]), make_claim(documents[1]), {document.id: document for document in documents})
    said = next(row.sentence for row in found.comparisons if row.name == "text")
    assert "geologist" in said
    assert "kidnap" in said
