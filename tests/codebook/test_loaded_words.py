"""Loaded words are found as written, and plain news words are not among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.codebook import LoadedWords
from crossread.errors import CodebookError


def test_labels_verdicts_and_calls_are_told_apart() -> None:
    """Each loaded word of a partisan sentence is found once, with its kind and its exact place."""
    text = "The puppet regime's cowardly henchmen will be eradicated, long live the martyrs!"
    found = [(kind, text[span.start : span.end]) for kind, span in LoadedWords.load().iter_spans(text)]
    assert found == [
        ("label", "puppet"),
        ("label", "regime"),
        ("verdict", "cowardly"),
        ("label", "henchmen"),
        ("call", "will be eradicated"),
        ("call", "long live"),
        ("label", "martyrs"),
    ]


def test_plain_news_words_are_no_wording() -> None:
    """The codebook's plain words stay plain, and a loaded word inside another word is none."""
    text = "Militants, rebels and jihadists fought the army; innocent people fled the crackdown in Terrorville."
    assert list(LoadedWords.load().iter_spans(text)) == []


def test_a_list_without_reason_is_refused(tmp_path: Path) -> None:
    """Lists stand in data with their reason."""
    path = tmp_path / "labels.toml"
    path.write_text('[label]\nwords = ["thug"]\n', encoding="utf-8")
    with pytest.raises(CodebookError, match="not in order"):
        LoadedWords.read(path)
