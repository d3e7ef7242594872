"""Totals run from the year that a clause with "since" or "which began" tells up to the report."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext
from crossread.normalize.dates.since import is_of_rank, since_own_act, since_whole, window_since
from crossread.records import Claim, Count, DateWindow, Document, Harm, Slot

COUNT = Count(low=40, high=40, qualifier="exact")
PUBLISHED = date(2018, 3, 12)


def told(text: str, words: str, trigger: str, *, scope: str) -> tuple[Document, Claim, Slot[DateWindow]]:
    """A claim whose day is on the words."""
    document = Document(id="doc_1", text=text, published=PUBLISHED, language="en")
    start, at = text.index(words), text.index(trigger)
    slot: Slot[DateWindow] = Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),))
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope=scope,
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        harm=(
            Harm(
                effect="killed",
                group="people",
                group_type="civilians",
                raw="40",
                count=Count(low=40, high=40, qualifier="exact"),
            ),
        ),
        score=0.9,
    )
    return document, claim, slot


@pytest.mark.parametrize(
    ("text", "trigger", "scope", "raw"),
    [
        (
            "Dozens have been killed since the fall of the president in 2011.",
            "killed",
            "incident",
            "since the fall of the president in 2011",
        ),
        ("Since the coup of 2011 forty were killed.", "killed", "aggregate", "Since the coup of 2011"),
        ("Forty were killed; since the coup of 2011 it is calm.", "coup", "aggregate", "2011"),
        ("A man was shot after the coup of 2011.", "shot", "aggregate", "2011"),
        ("A man was shot since the coup in 2011.", "shot", "incident", "2011"),
        ("The raid was the worst to have hit Gao since the coup in 2011.", "hit", "aggregate", "2011"),
        ("Since the war of 2011, when 40 were killed, it is calm.", "killed", "aggregate", "2011"),
    ],
)
def test_since_belongs_to_a_total(text: str, trigger: str, scope: str, raw: str) -> None:
    document, claim, slot = told(text, "2011", trigger, scope=scope)
    assert since_whole(document, claim, slot, "en").raw == raw


@pytest.mark.parametrize(
    ("text", "trigger", "until"),
    [
        ("More than 40 people have been killed in a rebellion which resurfaced in 2004.", "killed", True),
        ("More than 40 people have been killed in a rebellion which resurfaced in 2004.", "rebellion", True),
        ("Some 40 have died in the war, which began in 2004.", "died", True),
        ("The war began in 2004.", "war", False),
        ("Forty were killed. The war began in 2004.", "killed", False),
        ("They have killed 40 in Gao in 2004.", "killed", False),
    ],
)
def test_a_total_goes_on_from_the_beginning(text: str, trigger: str, until: bool) -> None:
    document, claim, slot = told(text, "2004", trigger, scope="aggregate")
    start = text.index("2004")
    context = DateContext(published=PUBLISHED, text=text, start=start, end=start + 4)
    window = window_since(document, claim, slot, context)
    assert ((window.earliest, window.latest) if window else None) == ((date(2004, 1, 1), PUBLISHED) if until else None)


@pytest.mark.parametrize(
    ("text", "words", "trigger", "scope", "raw"),
    [
        ("It is calm since the troops withdrew from Kaya in 2011.", "since the troops", "withdrew", "background", "2011"),
        ("It was the first since gunmen stormed two prisons last week.", "since gunmen", "stormed", "background", "last week"),
        ("It is calm since the raid of May 2011.", "since the raid of May 2011", "raid", "background", "May 2011"),
        ("No power since Tuesday's shelling of a mast.", "since Tuesday's", "shelling", "incident", "Tuesday's"),
        ("It was the deadliest raid since May 2011, when men killed 11.", "since May 2011", "killed", "aggregate", "May 2011"),
        ("He is missing since May 2011 when, she said, men took him.", "since May 2011", "took", "background", "May 2011"),
        # what has gone on since then, and another clause's day
        ("Sixty were killed since May 2011, when men came.", "since May 2011", "killed", "aggregate", "since May 2011"),
        ("Since May 2011, when men came, sixty were shot.", "Since May 2011", "shot", "aggregate", "Since May 2011"),
        ("Since Wednesday 260 families have left Kaya.", "Since Wednesday", "left", "incident", "Since Wednesday"),
        ("Since the coup forty were killed in May.", "Since the coup", "killed", "aggregate", "Since the coup"),
        ("It is calm since the troops withdrew, and on Monday a man fell.", "since the", "withdrew", "background", "since the"),
        ("Two were shot on Monday, the first since 2011.", "since 2011", "shot", "incident", "since 2011"),
        ("Since then they withdrew on Monday.", "Since then", "withdrew", "incident", "Since then"),
    ],
)  # fmt: skip
def test_since_tells_the_day_of_its_own_act(text: str, words: str, trigger: str, scope: str, raw: str) -> None:
    """What stands in the clause happened on its day; only what is told outside has gone on since."""
    document, claim, slot = told(text, words, trigger, scope=scope)
    assert since_own_act(document, claim, slot, "en").raw == raw


@pytest.mark.parametrize(
    ("text", "scope", "of_rank"),
    [
        ("A councillor was shot; he was the third slain since December.", "incident", True),
        ("A councillor was shot; he was the third slain since December.", "aggregate", False),
        ("It was the 39th hospital hit since December, and two were slain.", "incident", True),
        ("The mayor has been held by those who had slain others since December.", "incident", False),
    ],
)
def test_the_time_of_all_is_not_that_of_the_last(text: str, scope: str, of_rank: bool) -> None:
    assert is_of_rank(*told(text, "since December", "slain", scope=scope)) is of_rank


@pytest.mark.parametrize(
    ("text", "words", "raw"),
    [
        (
            "Since Mali's current war began a decade ago 40 were killed.",
            "Since Mali's current",
            "Since Mali's current war began a decade ago",
        ),
        ("Since the war erupted in 2012 forty were killed.", "Since the war", "Since the war erupted in 2012"),
        ("Since the war in the north 40 were killed.", "Since the war", "Since the war"),
    ],
)
def test_a_clause_cut_before_its_date_is_made_whole(text: str, words: str, raw: str) -> None:
    document, claim, slot = told(text, words, "killed", scope="aggregate")
    assert since_whole(document, claim, slot, "en").raw == raw


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Soldiers shot Bashir dead on 8 February. Since his death clashes left 40 dead.", date(2018, 2, 8)),
        ("Bashir spoke on 8 February. Since his death clashes left 40 dead.", None),
    ],
)
def test_since_a_death_is_since_its_day(text: str, first: date | None) -> None:
    document, claim, slot = told(text, "Since his death", "clashes", scope="incident")
    at = text.index("Since")
    context = DateContext(published=PUBLISHED, text=text, start=at, end=at + len("Since his death"))
    found = window_since(document, claim, slot, context)
    assert (found.earliest if found else None) == first


def test_a_death_has_not_the_time_of_what_went_on_before() -> None:
    """Threats and fights go on since a day; shelling that goes on since then has it."""
    text = "Rebels killed a mayor, who had been receiving threats since March."
    assert is_of_rank(*told(text, "since March", "killed", scope="incident"))
    assert not is_of_rank(*told("Rebels have been shelling Kita since March.", "since March", "shelling", scope="incident"))
