"""The day of the clause in which an act is told."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.clauses import day_of_clause
from crossread.records import DateWindow, Document, Slot

TWO = "It came on Friday, a day after a man was seized and two days after a girl was shot."
FOUND = "He was found dead on Wednesday, three days after he was seized."
LED = "Gunmen shot dead Colonel Costa, who had led the raid on Bria in 2012, in Bangui on February 9."
BLAMED = "On Monday men shot an informer responsible for the arrest of peasants in 2012."
HELD = "On Monday, a nurse who had been held for two months was released on Friday."
UNTOLD = "Gunmen shot dead Colonel Costa, who had led the raid on Bria, in Bangui on February 9."
FREED = "They came in March 2015 after the north seized the town in late 2014."


@pytest.mark.parametrize(
    ("text", "raw", "act", "words"),
    [
        (TWO, "a day after", "seized", "a day after"),
        (TWO, "two days after", "seized", "a day after"),
        (TWO, "a day after", "shot", "two days after"),
        (TWO, "Friday", "shot", "two days after"),
        (TWO, "Friday", "came", "Friday"),
        (FOUND, "Wednesday", "seized", "three days after"),
        (FOUND, "Wednesday", "found dead", "Wednesday"),
        (FREED, "March 2015", "seized", "late 2014"),
        (FREED, "late 2014", "seized", "late 2014"),
        (FREED, "March 2015", "came", "March 2015"),
        ("They came on Sunday after the north seized the town.", "Sunday", "seized", "Sunday"),
        ("They came on Sunday, hours after the north seized it.", "Sunday", "seized", "Sunday"),
        ("On Sunday, two days after the vote, men shot him.", "Sunday", "shot", "Sunday"),
        ("They came on Sunday after men shot him, police said on Monday.", "Sunday", "shot", "Sunday"),
        ("On Sunday he died in Gao, on Monday in Tin, a day after they shot him.", "Sunday", "shot", "Sunday"),
        (LED, "February 9", "raid", "2012"),
        (LED, "2012", "raid", "2012"),
        (LED, "February 9", "shot dead", "February 9"),
        (BLAMED, "Monday", "arrest", "2012"),
        (BLAMED, "Monday", "shot", "Monday"),
        (HELD, "Monday", "held", "Monday"),
        (UNTOLD, "February 9", "raid", "February 9"),
        ("They came on Sunday. Three days after he was seized, he fled.", "Sunday", "seized", "Sunday"),
    ],
)
def test_an_act_has_the_day_of_its_own_clause(text: str, raw: str, act: str, words: str) -> None:
    """The last length told before an act leads its clause, and a day behind it in that clause is its day."""
    document = Document(id="doc_1", text=text, published=date(2018, 3, 12), language="en")
    start, at = text.index(raw), text.index(act)
    slot: Slot[DateWindow] = Slot(raw=raw, value=None, evidence=(document.quote(start, start + len(raw)),), score=0.9)
    moved = day_of_clause(document, slot, trigger=document.quote(at, at + len(act)).span, language="en")
    assert moved.raw == moved.evidence[0].quote == words
