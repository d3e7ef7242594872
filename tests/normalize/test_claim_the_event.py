"""A report that tells "the bombings" and nothing else tells one event, however many blasts it had."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.normalize.claims.the_event import with_known_event
from crossread.records import Claim, Count, DateWindow, Document, Harm, Place, Slot


def _claims(text: str, act: str, *, number: int | None = 31, scope: str = "aggregate") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, published=date(2020, 9, 21))
    start = text.index(act)
    count = Count(low=number, high=number, qualifier="exact") if number else Count(low=None, high=None, qualifier="vague")
    row = Harm(effect="killed", raw="people", group=None, group_type="civilians", count=count)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope=scope,
        status="accomplished",
        stance="asserted",
        trigger=document.quote(start, start + len(act)),
        harm=(row,),
        score=0.9,
        made_by="test",
    )
    return document, claim


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A prosecutor says 31 people died in the bombings.", "bombings"),
        ("The toll was put at 31 dead after Tuesday's twin blasts.", "blasts"),
        ("A third of the 31 people killed by those explosions were children.", "explosions"),
        ("Officials say 31 people died in yesterday’s attacks.", "attacks"),
    ],
)
def test_known_blasts_are_one_event(text: str, act: str) -> None:
    """It adds up nothing that the report tells."""
    document, claim = _claims(text, act)
    assert with_known_event(document, (claim,)) == (replace(claim, scope="incident"),)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A prosecutor says 31 people died in bombings.", "bombings"),
        ("A prosecutor says a total of 31 people died in the bombings.", "bombings"),
        ("A prosecutor says 31 people have died in the bombings so far.", "bombings"),
        ("A prosecutor says 31 people died in the bombings of this month.", "bombings"),
        ("A prosecutor says 31 people died in the recent bombings.", "bombings"),
        ("A prosecutor says 31 people died in the many bombings.", "bombings"),
        ("Since the war began 31 people died in the bombings.", "bombings"),
        ("A prosecutor says 31 people died in the clashes.", "clashes"),
    ],
)
def test_what_is_counted_over_a_time_is_a_total(text: str, act: str) -> None:
    """No article, a word of a sum or of a time, or what goes on for days."""
    document, claim = _claims(text, act)
    assert with_known_event(document, (claim,)) == (claim,)


def test_other_claims_places_and_days_leave_it_a_total() -> None:
    """Two raids told before it are what it adds up; a region or a month is where and when it does."""
    document, claim = _claims("A prosecutor says 31 people died in the bombings.", "bombings")
    raid = replace(claim, id="clm_2", scope="incident")
    assert with_known_event(document, (claim, raid)) == (claim, raid)
    where = Slot(
        raw="in Kossa",
        value=Place(
            name="Kossa", country="XX", admin1=None, precision="admin1", gazetteer_id=None, latitude=None, longitude=None
        ),
        evidence=(),
    )
    month = DateWindow(earliest=date(2020, 8, 1), latest=date(2020, 8, 31), precision="month")
    when = Slot(raw="in August", value=month, evidence=())
    for told in (replace(claim, where=where), replace(claim, when=when), replace(claim, score=None)):
        assert with_known_event(document, (told,)) == (told,)
    nobody = _claims("A prosecutor says some people died in the bombings.", "bombings", number=None)
    assert with_known_event(nobody[0], nobody[1:]) == nobody[1:]
