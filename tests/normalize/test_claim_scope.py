"""Many people over a long period are a total, one day at one place is one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.normalize.claims.scope import settled_scope
from crossread.records import Claim, Count, DateWindow, Document, Harm, Place, Slot

DOCUMENT = Document(id="doc_1", text="512 people have been reported missing.")


def claim(raw: str, first: date, last: date, number: int, *, scope: str = "incident", score: float | None = 0.9) -> Claim:
    harm = Harm(
        effect="missing",
        raw=str(number),
        group=None,
        group_type="unknown",
        count=Count(low=number, high=number, qualifier="exact"),
        evidence=(),
    )
    when = Slot(raw=raw, value=DateWindow(earliest=first, latest=last, precision="month"), evidence=())
    return Claim(
        id="clm_1",
        document_id="doc_1",
        type="abduction",
        scope=scope,
        status="accomplished",
        stance="asserted",
        trigger=DOCUMENT.quote(30, 37),
        when=when,
        harm=(harm,),
        score=score,
    )


@pytest.mark.parametrize(
    ("raw", "days", "number", "scope"),
    [
        ("Since 1 January", 73, 512, "aggregate"),
        ("over the past three months", 90, 40, "aggregate"),
        ("since Monday", 3, 40, "incident"),
        ("Since 1 January", 73, 1, "incident"),
        ("in January", 30, 40, "incident"),
    ],
)
def test_many_over_a_long_period_are_a_total(raw: str, days: int, number: int, scope: str) -> None:
    told = claim(raw, date.fromordinal(date(2026, 3, 14).toordinal() - days), date(2026, 3, 14), number)
    assert settled_scope(told) == scope
    assert settled_scope(replace(told, score=None)) == "incident"
    assert settled_scope(replace(told, scope="background")) == "background"


@pytest.mark.parametrize(
    ("precision", "listed", "scope"),
    [
        ("exact", None, "incident"),
        ("area", "area:yatenga", "incident"),
        ("admin1", "admin1:BF.10", "incident"),
        ("area", None, "aggregate"),  # "southern Thailand"
        ("country", "country:BF", "aggregate"),
    ],
)
def test_one_day_at_one_place_is_one_act(precision: str, listed: str | None, scope: str) -> None:
    day = date(2026, 3, 14)
    told = claim("on Saturday", day, day, 40, scope="aggregate")
    assert told.when is not None
    assert told.when.value is not None
    told = replace(told, when=replace(told.when, value=replace(told.when.value, precision="day")))
    place = Place(
        name="Yatenga", country="BF", admin1="Nord", gazetteer_id=listed, latitude=None, longitude=None, precision=precision
    )
    assert settled_scope(replace(told, where=Slot(raw="there", value=place, evidence=()))) == scope
    assert settled_scope(told) == "aggregate"


@pytest.mark.parametrize(
    ("before", "scope"),
    [
        ("It was the fourth ", "aggregate"),
        ("This is at least the 41st such ", "aggregate"),
        ("In the second ", "incident"),
        ("He was the fourth man at the scene of the ", "incident"),
    ],
)
def test_the_nth_attack_counts_those_before_it(before: str, scope: str) -> None:
    """A copula makes it a count; "in the second attack" tells the second one."""
    document = Document(id="doc_1", text=f"A bomb hurt a man. {before}attack in the city this year.")
    start = document.text.index("attack")
    told = replace(claim("this year", date(2021, 1, 1), date(2021, 3, 1), 1), trigger=document.quote(start, start + 6), harm=())
    assert settled_scope(told, document.text) == scope


@pytest.mark.parametrize(
    ("at", "day", "scope"),
    [(0, date(2021, 3, 1), "incident"), (0, date(2021, 1, 1), "background"), (400, date(2021, 3, 1), "background")],
)
def test_what_a_report_opens_with_is_its_news(at: int, day: date, scope: str) -> None:
    """Told at the top, of the last week: no background."""
    document = Document(id="doc_1", text=" " * at + "Shelling killed two on Monday." + " The mayor spoke." * 60)
    told = replace(
        claim("Monday", day, day, 2, scope="background"), trigger=document.quote(at, at + 8), harm=(), type="shelling"
    )
    assert settled_scope(told, document.text, date(2021, 3, 3)) == scope
    assert settled_scope(told, document.text[:500], date(2021, 3, 3)) == "background"


@pytest.mark.parametrize(
    ("behind", "precision", "scope"),
    [
        (" were killed in two attacks in Helmand", "admin1", "aggregate"),
        (" were killed in three separate raids in the north", "area", "aggregate"),
        (" were killed in two separate shootings there", "country", "aggregate"),
        (" were killed in two bombings in the town", "exact", "incident"),
        (" were killed in two days of clashes in the north", "area", "incident"),
        (" were killed in the attack; two attacks failed", "area", "incident"),
    ],
)
def test_two_acts_over_a_region_are_a_total(behind: str, precision: str, scope: str) -> None:
    """In one town the two bombs of a day may be one act."""
    text = f"Nine people{behind}."
    document = Document(id="doc_1", text=text)
    told = claim("on Saturday", date(2026, 3, 14), date(2026, 3, 14), 9)
    place = Place(
        name="Helmand", country="AF", admin1="Helmand", gazetteer_id="x", latitude=None, longitude=None, precision=precision
    )
    row = replace(told.harm[0], evidence=(document.quote(0, 11),))
    told = replace(told, harm=(row,), trigger=document.quote(17, 23), where=Slot(raw="there", value=place, evidence=()))
    assert settled_scope(told, text) == scope
    assert settled_scope(replace(told, score=None), text) == "incident"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It was the deadliest raid since March 2012, when rebels shot 11 in Gao.", "background"),
        ("The army had its worst day since March when, he said, rebels shot 11 men.", "background"),
        ("Sixty were shot in Gao since March 2012, when rebels came.", "incident"),
        ("Since March 2012, when rebels came, sixty were shot in Gao.", "incident"),
        ("It is calm since March, when rebels came. Two were shot in Gao.", "incident"),
    ],
)
def test_what_a_sentence_looks_back_to_is_background(text: str, scope: str) -> None:
    """Told behind "since …, when"; neither what went on since then nor another sentence."""
    at = text.index("shot")
    document = Document(id="doc_1", text=text)
    told = claim("in March", date(2012, 3, 1), date(2012, 3, 31), 11)
    told = replace(told, trigger=document.quote(at, at + 4))
    assert settled_scope(told, text) == scope
    assert settled_scope(replace(told, score=None), text) == "incident"


@pytest.mark.parametrize(
    ("words", "days", "number", "precision", "scope"),
    [
        ("car bombs", 30, 31, "country", "aggregate"),
        ("Air strikes", 30, 31, "admin1", "aggregate"),
        ("air strikes", 30, 31, "exact", "incident"),
        ("air strikes", 3, 31, "country", "incident"),
        ("air strikes", 30, 2, "country", "incident"),
        ("air strike", 30, 31, "country", "incident"),
        ("fighting", 30, 31, "country", "incident"),
    ],
)
def test_acts_of_a_month_in_a_country_are_a_total(words: str, days: int, number: int, precision: str, scope: str) -> None:
    """ "In May, car bombs killed 31 in Syria"; not at one town, in a few days, with few dead, nor one act."""
    document = Document(id="doc_1", text=f"In May, {words} killed many.")
    last = date(2026, 5, 31)
    told = claim("In May", date.fromordinal(last.toordinal() - days), last, number)
    place = Place(
        name="Syria", country="SY", admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision=precision
    )
    where = Slot(raw="Syria", value=place, evidence=())
    told = replace(told, trigger=document.quote(8, 8 + len(words)), where=where, type="bombing")
    assert settled_scope(told) == scope
    assert settled_scope(replace(told, score=None)) == "incident"


@pytest.mark.parametrize(
    ("text", "words", "days", "number", "scope"),
    [
        ("Last month alone, 40 were taken in Kaduna.", "Last month", 30, 40, "aggregate"),
        ("In July alone 40 were taken in Kaduna.", "In July", 30, 40, "aggregate"),
        ("On Sunday alone, 40 were taken in Kaduna.", "On Sunday", 0, 40, "incident"),
        ("In July, alone in his car, one was taken.", "In July", 30, 1, "incident"),
        ("In July 40 were taken, who had come alone.", "In July", 30, 40, "incident"),
    ],
)
def test_a_month_alone_is_a_total(text: str, words: str, days: int, number: int, scope: str) -> None:
    """Its number is held against that of other months; a day alone may be one act."""
    document = Document(id="doc_1", text=text)
    last = date(2026, 5, 31)
    told = claim(words, date.fromordinal(last.toordinal() - days), last, number)
    at = text.index(words)
    when = Slot(raw=words, value=told.when and told.when.value, evidence=(document.quote(at, at + len(words)),))
    told = replace(told, when=when)
    assert settled_scope(told, text) == scope
    assert settled_scope(replace(told, scope="background"), text) == ("background" if scope == "incident" else scope)
    assert settled_scope(replace(told, score=None), text) == "incident"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("600 people were taken across the river every day.", "aggregate"),
        ("600 people are taken across the border each week.", "aggregate"),
        ("600 people were taken in Mora, where crowds meet every year.", "incident"),
        ("600 people were taken. The police search every day.", "incident"),
        ("600 people were taken a day after the vote.", "incident"),
    ],
)
def test_what_is_told_of_each_day_is_no_act(text: str, scope: str) -> None:
    """It tells how often, in the clause of the number."""
    document = Document(id="doc_1", text=text)
    told = claim("then", date(2026, 5, 31), date(2026, 5, 31), 600)
    row = replace(told.harm[0], evidence=(document.quote(0, 10),))
    assert settled_scope(replace(told, harm=(row,)), text) == scope


@pytest.mark.parametrize(("days", "scope"), [(73, "aggregate"), (6, "incident")])
def test_those_who_fled_since_months_are_a_total(days: int, scope: str) -> None:
    """In a week they may all have fled from one act."""
    last = date(2026, 3, 14)
    told = replace(claim("since then", date.fromordinal(last.toordinal() - days), last, 5000), type="displacement")
    assert settled_scope(told) == scope


@pytest.mark.parametrize(
    ("text", "word", "scope"),
    [
        ("Earlier in the month, 14 clerics were killed in a similar attack in Kabul.", "attack", "background"),
        ("Nine drivers died in an ambush near Boni.", "ambush", "background"),
        ("This year 140 people were killed in attacks in Kabul.", "attacks", "aggregate"),
        ("The attack was one of nine in which 60 people died.", "attack", "aggregate"),
    ],
)
def test_one_act_of_its_kind_is_no_total(text: str, word: str, scope: str) -> None:
    """Behind "in a"; several acts and what is counted with others stay totals."""
    document = Document(id="doc_1", text=text)
    start = text.index(word)
    told = replace(
        claim("then", date(2019, 5, 2), date(2019, 5, 2), 14, scope="aggregate"),
        trigger=document.quote(start, start + len(word)),
        when=None,
        harm=(),
    )
    assert settled_scope(told, text) == scope
