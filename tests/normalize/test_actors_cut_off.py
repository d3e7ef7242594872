"""Words that are cut off before their noun are nobody."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize("raw", ["A total", "an improvised", "a number of"])
def test_a_word_cut_off_before_its_noun_is_nobody(normalizer: Normalizer, raw: str) -> None:
    """The row with the noun, if there is one, tells what it was."""
    text = f"They bombed it: {raw} thing."
    assert read(normalizer, text, "bombed", type="bombing", actors=[("target", raw, "object")]).actors == ()
