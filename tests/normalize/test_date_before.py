"""Days counted back from an act or a saying, and days told twice in one breath."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext, resolve_when
from crossread.normalize.dates.apposed import day_apposed
from crossread.normalize.dates.before import day_before_act
from crossread.records import DateWindow, Document, Slot

PUBLISHED = date(2024, 7, 15)  # a Monday


def told(text: str, raw: str) -> tuple[Document, Slot[DateWindow]]:
    """A report and a slot on the last such words of it."""
    document = Document(id="doc_1", text=text, published=PUBLISHED, language="en")
    start = text.rindex(raw)
    return document, Slot(raw=raw, value=None, evidence=(document.quote(start, start + len(raw)),))


@pytest.mark.parametrize(
    ("text", "raw", "act", "days"),
    [
        (
            "Jets bombed Tobin on Saturday. He spoke on Sunday. The day before the bombing, rebels shot six.",
            "The day before the bombing",
            "shot",
            (12, 12),
        ),
        (
            "Jets bombed Tobin on Saturday. He spoke on Sunday. Rebels shot six two days before the bombing.",
            "two days before",
            "shot",
            (11, 11),
        ),
        (
            "Men raided Tobin on 10 July. On 12 July they left. The night before the raid, two were seen.",
            "The night before the raid",
            "seen",
            (9, 10),
        ),
        ("They met on Saturday. The day before the bombing, rebels shot six.", "The day before the bombing", "shot", None),
        ("Jets bombed Tobin on Saturday. Days before the bombing, rebels shot six.", "Days before the bombing", "shot", None),
        ("Jets bombed Tobin on Saturday. The day before, rebels shot six.", "The day before", "shot", None),
    ],
)
def test_a_length_counts_back_from_the_act(text: str, raw: str, act: str, days: tuple[int, int] | None) -> None:
    """From the day of the last sentence that tells the act by its own word, not from the day told last."""
    document, slot = told(text, raw)
    at = text.rindex(act)
    window = day_before_act(document, slot, trigger=document.quote(at, at + len(act)).span, language="en")
    assert (window and (window.earliest, window.latest)) == (days and tuple(date(2024, 7, day) for day in days))


@pytest.mark.parametrize(
    ("text", "raw", "day"),
    [
        ("Men shot two on Wednesday. He said on Friday that shells hit the camp the day before.", "the day before", 11),
        ("Men shot two on Wednesday. Police said on Friday that six had been hurt a day earlier.", "a day earlier", 11),
        ("He said on Friday that men shot two on Wednesday and burned a camp the day before.", "the day before", 9),
        (
            "He said on Friday that he was well. Men had shot two on Wednesday. Six were hurt the day before.",
            "the day before",
            9,
        ),
        ("Men shot two on Wednesday. He said on Friday that he was well. Six were hurt the day before.", "the day before", 9),
        ("Men shot two on Wednesday. He said on Friday that shells hit the camp the next day.", "the next day", 11),
    ],
)
def test_the_day_before_counts_from_the_day_of_saying_in_its_sentence(text: str, raw: str, day: int) -> None:
    """Only where the sentence tells that day last; "the next day" counts on from the act."""
    document, slot = told(text, raw)
    span = slot.evidence[0].span
    window = resolve_when(
        raw, context=DateContext(published=PUBLISHED, text=document.text, start=span.start, end=span.end, done=True)
    )
    assert window is not None
    assert window.earliest == window.latest == date(2024, 7, day)


@pytest.mark.parametrize(
    ("text", "raw", "act", "words"),
    [
        ("On 9 May, two days before the attack, six were raped.", "two days before the attack", "raped", "9 May"),
        ("Six were raped on Sunday, two days after the attack.", "two days after the attack", "raped", "Sunday"),
        ("An attack a year ago, on 6 May 2023, killed six.", "a year ago", "attack", "6 May 2023"),
        ("Six were shot two days later, on April 30.", "two days later", "shot", "April 30"),
        ("Six were shot on 11 May, a day after a bomb killed two.", "a day after", "killed", "a day after"),
        ("Six were shot on Sunday. A day later, two were hurt.", "A day later", "hurt", "A day later"),
        ("A trial opened on 9 May, a year after the attack.", "a year after", "attack", "a year after"),
        ("He left a year ago, and on 6 May six were shot.", "a year ago", "left", "a year ago"),
    ],
)
def test_the_date_itself_wins_over_the_length_beside_it(text: str, raw: str, act: str, words: str) -> None:
    """Unless what is told stands in the clause of the length."""
    document, slot = told(text, raw)
    at = text.rindex(act)
    settled = day_apposed(document, slot, trigger=document.quote(at, at + len(act)).span, language="en")
    assert settled.raw == settled.evidence[0].quote == words
