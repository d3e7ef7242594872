"""Days of acts behind a dateline, and "Monday following a tip-off"."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize import Normalizer
from crossread.normalize.dates import iter_date_expressions
from crossread.records import Claim, Document, Extraction, Slot


def _when(text: str, quote: str) -> tuple[str, date | None, date | None]:
    document = Document(id="doc_1", text=text, published=date(2024, 5, 21), published_from="dateline")
    start, at = text.index(quote), text.index("shot")
    words = document.quote(start, start + len(quote))
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len("shot")),
        when=Slot(raw=quote, value=None, evidence=(words,), score=0.9),
        score=0.9,
        made_by="test@1",
    )
    made = Extraction(document_id="doc_1", claims=(claim,), wording=(), made_by="test@1")
    slot = Normalizer().normalize(document, made).claims[0].when
    assert slot is not None
    return slot.raw, slot.value and slot.value.earliest, slot.value and slot.value.latest


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("BUNIA, 21 May 2024 - On 14 May, men shot two farmers in Koro.", "14 May", 14),
        ("BUNIA, 21 May 2024 – In the night men shot two farmers in Koro on 19 May.", "19 May", 19),
        ("BUNIA, May 21, 2024 - Men shot two farmers in Koro on May 17.", "May 21, 2024", 17),
        ("BUNIA, May 21, 2024 (Agency) - Men shot two farmers in Koro on May 17.", "May 21, 2024", 17),
    ],
)
def test_the_day_behind_a_dateline_is_the_acts(text: str, quote: str, day: int) -> None:
    """The dateline's own day opens no stretch to it and does not stand for it."""
    raw, earliest, latest = _when(text, quote)
    assert earliest == latest == date(2024, 5, day)
    assert "2024" not in raw


def test_stretches_and_several_days_stay() -> None:
    """A stretch with a dash is one; of two days behind a dateline none is chosen."""
    text = "Men shot two farmers in Koro in the week of 14 May - 19 May 2024."
    assert _when(text, "14 May")[1:] == (date(2024, 5, 14), date(2024, 5, 19))
    text = "BUNIA, May 21, 2024 - Men shot two farmers in Koro on May 17 and hid until May 19."
    assert _when(text, "May 21, 2024")[0] == "May 21, 2024"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They were held on Monday following a tip-off.", ["Monday"]),
        ("They were held on Monday following the killing of two traders.", ["Monday"]),
        ("He fled in June and was held the Monday following.", ["Monday following"]),
        ("He fled in June and was held the following Monday.", ["following Monday"]),
    ],
)
def test_following_before_what_it_follows_turns_no_day(text: str, found: list[str]) -> None:
    """ "Monday following a tip-off" is Monday; "the Monday following" is the one after."""
    told = [text[span.start : span.end] for span in iter_date_expressions(text)]
    assert [words for words in told if "Monday" in words] == found
