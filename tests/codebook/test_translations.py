"""Labels in second languages: whole, distinct, and nothing that the codebook does not have."""

from __future__ import annotations

import unicodedata

import pytest

from crossread.codebook import KINDS, list_translations, load_codebook, load_translation
from crossread.errors import CodebookError


def test_the_languages_are_those_that_reports_are_read_in_beside_english() -> None:
    """The same four that dates and counts are read in."""
    assert list_translations() == ("ar", "es", "fr", "pt")


@pytest.mark.parametrize("language", ["ar", "es", "fr", "pt"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_code_has_one_label_of_its_own(language: str, kind: str) -> None:
    """None is missing or left over, none is empty, no two codes of a kind are called the same."""
    labels = load_translation(language).labels[kind]
    assert set(labels) == set(load_codebook().codes(kind))
    assert all(label.strip() == label and label for label in labels.values())
    assert len(set(labels.values())) == len(labels)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("es", "ltr"), ("pt", "ltr")])
def test_letters_run_as_the_language_says(language: str, direction: str) -> None:
    """Labels of a right-to-left language are in its script, the others are not."""
    told = load_translation(language)
    assert told.direction == direction
    for labels in told.labels.values():
        for label in labels.values():
            first = next(letter for letter in label if letter.isalpha())
            assert (unicodedata.bidirectional(first) in ("R", "AL")) == (direction == "rtl"), label


def test_slots_are_the_same_in_all_languages() -> None:
    """What pages call the slots is there in each."""
    slots = {language: set(load_translation(language).labels["slot"]) for language in list_translations()}
    assert len({frozenset(names) for names in slots.values()}) == 1
    assert slots["fr"] >= {"when", "where", "by", "to", "with_means", "says", "told_as", "scope"}


def test_a_language_without_labels_is_refused() -> None:
    """The error says which there are; a path is no language."""
    for language in ("xx", "../fr", ""):
        with pytest.raises(CodebookError, match="no labels"):
            load_translation(language)
