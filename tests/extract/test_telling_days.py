"""Of several times that are linked to a claim, the one that tells its day."""

from __future__ import annotations

import pytest

from crossread.extract.heads import Mention
from crossread.extract.retelling import Telling
from crossread.extract.slots import choose
from crossread.extract.telling_days import is_day
from crossread.records import Document, document_id

CHOICE = {
    "sentence": 0.3,
    "named": 0.2,
    "compass": 0.1,
    "retelling": 0.5,
    "clock": 0.5,
    "vague": 0.2,
    "vague_beside_day": 1.0,
    "sure_day": 0.5,
}
LIMITS = {"choice": CHOICE, "link": {"when": 0.25}}


def _mention(text: str, words: str, category: str) -> Mention:
    start = text.index(words)
    sentence = text.count(". ", 0, start)
    return Mention(
        category=category, first=0, last=0, start=start, end=start + len(words), sentence=sentence, score=0.9, classes={}
    )


def _chosen(text: str, trigger: str, times: dict[str, float]) -> str | None:
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text)
    links = tuple(("when", _mention(text, words, "time"), chance) for words, chance in times.items())
    telling = Telling(trigger=_mention(text, trigger, "trigger"), links=links, passage=0, index=0)
    found = choose(document, [telling], "when", LIMITS)
    return None if found is None else found.raw


@pytest.mark.parametrize(
    ("text", "times", "day"),
    [
        ("On 11 Jan, at about 15:20, shells killed a man.", {"11 Jan": 0.93, "at about 15:20": 0.97}, "11 Jan"),
        ("Two men recently shot dead were buried. They fell on Friday.", {"recently": 0.9, "Friday": 0.6}, "Friday"),
        ("The market was shot at last week. It happened on Tuesday.", {"last week": 0.97, "Tuesday": 0.55}, "Tuesday"),
        ("A guard was shot in 1978. On 18 November 1978 he fell.", {"1978": 0.9, "18 November 1978": 0.8}, "18 November 1978"),
        # the vague word stands where the day is unsure, and the day nearest to the act where both tell one
        ("A judge was shot last week. A court sat on Tuesday.", {"last week": 0.97, "Tuesday": 0.2}, "last week"),
        ("A judge was shot on Monday. A court sat on Tuesday.", {"Monday": 0.7, "Tuesday": 0.8}, "Monday"),
    ],
)  # fmt: skip
def test_the_day_before_the_hour(text: str, times: dict[str, float], day: str) -> None:
    """An hour alone and a vague word give way to a day that the report tells of the same act."""
    assert _chosen(text, "killed" if "killed" in text else "shot", times) == day


def test_an_hour_alone_stays() -> None:
    """Where nothing else is linked, what speaks against a word drops nothing."""
    assert _chosen("At noon two men were shot.", "shot", {"At noon": 0.3}) == "At noon"
    assert _chosen("Two men were recently shot.", "shot", {"recently": 0.3}) == "recently"


@pytest.mark.parametrize(
    "raw", ["early Monday", "the night of 3 May", "the following day", "27 MARCH", "May 3rd", "that evening"]
)
def test_words_with_a_day(raw: str) -> None:
    """Weekdays, days of a month and days counted from another."""
    assert is_day(raw)


@pytest.mark.parametrize("raw", ["last week", "in May 2015", "at 5 p.m.", "recently", "2009", "the 34-day war"])
def test_words_without_one(raw: str) -> None:
    """A month, a year, an hour or a length has no day."""
    assert not is_day(raw)
