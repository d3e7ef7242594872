"""What came minutes or hours after an act has the act's day where one is told, never that of publication."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.acts import comes_after_act, day_after_act
from crossread.records import DateWindow, Document, Slot

PUBLISHED = date(2010, 5, 17)


def slot_on(text: str, words: str) -> tuple[Document, Slot[DateWindow]]:
    document = Document(id="doc_1", text=text, published=PUBLISHED, language="en")
    start = text.index(words)
    return document, Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),))


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        (
            "A bomb went off on Thursday. Hours after the strike, men fled.",
            "Hours after the strike",
            "2010-05-13",
            "2010-05-13",
        ),
        (
            "A blast hit on 3 May. He left on 5 May. Minutes after the blast …",
            "Minutes after",
            "2010-05-03",
            "2010-05-03",
        ),
        ("A few hours after the blast on 4 May, men shot.", "A few hours after the blast", "2010-05-04", "2010-05-04"),
        ("A raid began on 3 May. Following the raid, men fled.", "Following the raid", "2010-05-03", None),
        ("Following the detonations, troops fired.", "Following the detonations", None, None),
        ("Five minutes after the shooting, a bomb went off.", "Five minutes after the shooting", None, None),
        ("The mayor said on Sunday that shortly after the attack shots fell.", "shortly after the attack", None, None),
    ],
)
def test_day_of_the_act_before(text: str, words: str, earliest: str | None, latest: str | None) -> None:
    document, slot = slot_on(text, words)
    assert comes_after_act(document, slot, "en")
    window = day_after_act(document, slot, "en")
    if earliest is None:
        assert window is None
        return
    assert window is not None
    assert str(window.earliest) == earliest
    assert str(window.latest) == str(latest)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two died hours after the president spoke.", "hours after"),
        ("It burnt two days after the attack.", "two days after"),
        ("It burnt following Friday's attack.", "following Friday's attack"),
        ("It burnt the following day.", "the following day"),
        ("Ten minutes later the second attack began.", "Ten minutes later"),
        ("Men fled after a bomb went off.", "after a bomb"),
    ],
)
def test_other_words_are_left(text: str, words: str) -> None:
    document, slot = slot_on(text, words)
    assert not comes_after_act(document, slot, "en")
