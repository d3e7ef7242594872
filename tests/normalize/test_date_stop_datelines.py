"""A dateline that ends in a full stop is no day of an act; in a list it is an entry's."""

from __future__ import annotations

import pytest

from crossread.normalize.dates.anchors import lies_in_dateline, stands_in_dateline
from crossread.normalize.dates.stop_datelines import stop_dateline
from crossread.records import Span


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("NYALA, 7 March 2023. An air strike on 4 March killed 31.", "7 March 2023"),
        ("Three killed in Kita\nKITA, March 7. Gunmen shot three.", "March 7"),
        ("Kita, Mali, 7 March 2023. Gunmen shot three on Sunday.", "7 March 2023"),
        ("Kita, 7 March. Gunmen shot three.", None),
        ("KITA, 7 March 2023. Gunmen shot three.\nGAO, 9 March 2023. A mine killed one.", None),
        ("Gunmen shot three in Kita, 7 March 2023. A mine killed one.", None),
        ("x" * 400 + "\nKITA, 7 March 2023. Gunmen shot three.", None),
    ],
)
def test_one_line_with_its_year_or_in_capitals_is_a_dateline(text: str, day: str | None) -> None:
    """Not an entry of a list, nor words of a sentence."""
    found = stop_dateline(text)
    assert (text[found[2] : found[3]] if found else None) == day


def test_its_words_are_neither_day_nor_place_of_the_act() -> None:
    text = "NYALA, 7 March 2023. An air strike on Nyala on 4 March killed 31."
    for words in ("NYALA", "7 March 2023"):
        start = text.index(words)
        assert lies_in_dateline(text, Span(start=start, end=start + len(words)))
    day = text.index("7 March")
    assert stands_in_dateline(text, Span(start=day, end=day + len("7 March 2023")))
    assert not stands_in_dateline(text, Span(start=text.index("4 March"), end=text.index(" killed")))
