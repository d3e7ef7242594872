"""Days just behind publication, days of what an act answers, and numbers of people behind a month."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, DateWindow, Document, Slot

PUBLISHED = date(2020, 8, 23)  # a Sunday


def window(text: str, trigger: str, words: str, status: str = "accomplished", kind: str = "armed_attack") -> DateWindow | None:
    document = Document(id="doc_1", text=text, published=PUBLISHED)
    at, act = text.index(words), text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status=status,
        stance="asserted",
        trigger=document.quote(act, act + len(trigger)),
        when=Slot(raw=words, value=None, evidence=(document.quote(at, at + len(words)),), score=0.9),
        score=0.9,
    )
    slot = when_of_claim(document, claim, "en")
    return slot.value if slot else None


def days(found: DateWindow | None) -> tuple[date | None, date | None] | None:
    return (found.earliest, found.latest) if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "words", "status", "first", "last"),
    [
        ("Rallies on 29 and 30 August may be hit.", "hit", "29 and 30 August", "threatened", (2020, 8, 29), (2020, 8, 30)),
        ("Men may attack the church on 2 October.", "attack", "2 October", "threatened", (2020, 10, 2), (2020, 10, 2)),
        ("Update, 25 August: men attacked Kita.", "attacked", "25 August", "accomplished", (2020, 8, 25), (2020, 8, 25)),
        ("On 29 August men attacked Kita.", "attacked", "29 August", "accomplished", (2019, 8, 29), (2019, 8, 29)),
        ("An attack of 2 December was feared.", "attack", "2 December", "threatened", (2019, 12, 2), (2019, 12, 2)),
        ("Men attacked Kita, he said on 20 August.", "attacked", "20 August", "accomplished", None, (2020, 8, 20)),
        ("Last August 25 men attacked Kita.", "attacked", "Last August 25", "accomplished", (2019, 8, 25), (2019, 8, 25)),
    ],
)
def test_a_day_just_ahead_is_no_year_back(
    text: str, trigger: str, words: str, status: str, first: tuple[int, int, int] | None, last: tuple[int, int, int]
) -> None:
    """A threat looks weeks ahead, an addition a day or two; all else lies back."""
    assert days(window(text, trigger, words, status)) == (date(*first) if first else None, date(*last))


def test_the_day_on_which_a_threat_was_told_is_not_its_own() -> None:
    """What may come lies behind that day: no last day is known of it."""
    assert window("Men may attack, he said on 20 August.", "attack", "20 August", "threatened") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ten men were arrested over Tuesday's attack in Kita.", "Tuesday"),
        ("Ten men were arrested in connection with the bombing on Tuesday.", "Tuesday"),
        ("Ten men were arrested for the killings of 14 August.", "14 August"),
    ],
)
def test_the_day_of_what_they_were_held_for_is_not_theirs(text: str, words: str) -> None:
    """The attack has that day, the arrests have none."""
    assert window(text, "arrested", words, kind="detention") is None


@pytest.mark.parametrize(
    "text",
    [
        "Ten men were arrested on Tuesday over an attack in Kita.",
        "Ten men were arrested for murder on Tuesday.",
        "Ten men were arrested in Kita on Tuesday.",
        "On Tuesday ten men were arrested over the attack in Kita.",
    ],
)
def test_the_day_of_an_arrest_is_its_own(text: str) -> None:
    """Whatever else the sentence tells."""
    assert days(window(text, "arrested", "Tuesday", kind="detention")) == (date(2020, 8, 18), date(2020, 8, 18))


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("In June 12 farmers were killed.", "June", date(2020, 6, 1), date(2020, 6, 30)),
        ("From March to June 2,117 men were killed.", "From March to June 2,117", date(2020, 3, 1), date(2020, 6, 30)),
        ("Two were killed, bringing the total this year to 78.", "this year to 78", date(2020, 1, 1), date(2020, 8, 23)),
        ("On June 12 farmers were killed.", "June 12", date(2020, 6, 12), date(2020, 6, 12)),
        ("In the June 12 attacks farmers were killed.", "June 12", date(2020, 6, 12), date(2020, 6, 12)),
        ("In June 12, 2019 men were killed.", "June 12, 2019", date(2019, 6, 12), date(2019, 6, 12)),
    ],
)
def test_a_number_of_people_is_no_day(text: str, words: str, first: date, last: date) -> None:
    """Behind a month that "in" or "to" leads to, and with thousands."""
    assert days(window(text, "killed", words)) == (first, last)


def test_they_came_after_an_act() -> None:
    """The killings have their day; the raid lay eleven days before it."""
    text = "Nine people were killed on Friday. They came eleven days after a raid on Kita."
    assert days(window(text, "raid", "eleven days after")) == (date(2020, 8, 10), date(2020, 8, 10))


def test_the_day_of_telling_parliament_bounds_the_act() -> None:
    """Behind "told parliament that" is what had happened by then."""
    text = "On 12 August, the minister told parliament that 22 men had been detained."
    assert days(window(text, "detained", "On 12 August", kind="detention")) == (None, date(2020, 8, 12))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 10 August, five days after the raid, men shot two. Others burned Kita a day later.", date(2020, 8, 11)),
        ("On 10 August men shot two. Others burned Kita a day later.", date(2020, 8, 11)),
        ("Men shot two on 10 August. Others struck on 15 August. Some burned Kita a day later.", date(2020, 8, 16)),
    ],
)
def test_a_length_beside_its_date_is_no_other_day(text: str, day: date) -> None:
    """What is told next counts from the date."""
    assert days(window(text, "burned", "a day later", kind="arson")) == (day, day)
