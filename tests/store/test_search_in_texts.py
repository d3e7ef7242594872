"""Words that somebody looks for are found in a report's text as the search finds the report, with what stands around them."""

from __future__ import annotations

import pytest

from crossread.store.passages import find_passage, find_spots

TEXT = (
    "In Ménaka the market was closed. Much later, after a long night of which nobody told anything, raiders came back. "
    + "Nothing else happened. " * 12
    + "The raiders burned the market of Ménaka and drove off cattle; tear-gas was not used."
)


def shown(words: str) -> str:
    """The passage as text, the words in brackets."""
    passage = find_passage(TEXT, words)
    assert passage is not None
    said = "".join(f"[{text}]" if told else text for text, told in passage.pieces)
    assert "".join(text for text, _ in passage.pieces) in TEXT
    assert TEXT[passage.start :].startswith(next(text for text, told in passage.pieces if told))
    return f"{'…' if passage.cut[0] else ''}{said}{'…' if passage.cut[1] else ''}"


def test_terms_that_stand_together_are_shown_before_the_first_of_one() -> None:
    """The raiders who drove off cattle, not those who came back before."""
    assert shown("raiders cattle").endswith(
        "[raiders] burned the market of Ménaka and drove off [cattle]; tear-gas was not used."
    )
    assert shown("raiders").startswith("…")
    assert shown("market").startswith("In Ménaka the [market] was closed.")


@pytest.mark.parametrize("words", ["menaka", "MÉNAKA", '"market of menaka"', "Tear gas", '"tear gas"'])
def test_case_accents_and_hyphens_do_not_count(words: str) -> None:
    """As in the index, on both databases."""
    assert "[" in shown(words)


def test_only_whole_words_are_found() -> None:
    """ "rai" is no "raiders"; a phrase needs its order; nothing without letters is looked for."""
    assert find_passage(TEXT, "rai") is None
    assert find_spots(TEXT, '"market the"') == []
    assert find_spots(TEXT, '"" -') == []
    assert [TEXT[start:end] for start, end in find_spots(TEXT, "menaka")] == ["Ménaka", "Ménaka"]


def test_places_are_right_behind_letters_that_fold_to_more() -> None:
    """ß, İ and ligatures are one sign in the text, whatever they become when case is taken away."""
    text = "Straße İğdır ﬁnal: Gao"
    ((start, end),) = find_spots(text, "gao")
    assert text[start:end] == "Gao"
