"""Totals over a period told without a verb behind an act; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.claims.totals import with_totals
from crossread.records import Claim, Document

ACT = "Raiders struck Tessit on Monday, killing {killed: three}."


def _claim(marked: str, *, score: float | None = 0.9) -> tuple[Document, Claim]:
    document, rows = _read(marked)
    start = document.text.index("struck")
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        trigger=document.quote(start, start + len("struck")),
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=score,
    )
    return document, claim


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Total for the month: {killed: 31 dead}, {injured: 12 hurt}.", "the month"),
        ("Total for the period: {killed: 31 dead}, {injured: 12 hurt}.", "the period"),
        ("Weekly total: {killed: 31 dead}, {injured: 12 wounded}.", "Weekly"),
        ("Own toll this month - {killed: 31 dead}, {injured: 12 wnd}.", "this month"),
        ("Overall death toll since 3 May: {killed: 31}, {injured: 12 wounded}", "since 3 May"),
        ("Total so far this year: {killed: 31 civilians}; {injured: 12 wounded}.", "this year"),
        ("Casualty figures for the second week of March: {killed: 31 dead}, {injured: 12 hurt}.", "the second week of March"),
    ],
)
def test_total_of_a_period_is_a_claim_of_its_own(line: str, period: str) -> None:
    """The act keeps its own dead; the total has its numbers, its period and no place."""
    document, claim = _claim(f"{ACT} {line}")
    act, total = with_totals(document, [claim])
    assert [row.raw for row in act.harm] == ["three"]
    assert (total.scope, total.type, len(total.harm), total.where) == ("aggregate", "killing", 2, None)
    assert total.when is not None
    assert total.when.raw == period
    assert total.id != act.id
    assert total.trigger == total.harm[0].evidence[0]


@pytest.mark.parametrize(
    "line",
    [
        "Total: {killed: five dead}, {injured: two hurt}.",
        "Total for the day: {killed: five dead}.",
        "Toll so far: {killed: five dead}.",
        "Running total: {killed: five dead}.",
        "The total for the month was not known. Dead: {killed: five}.",
        "In total, {killed: five} died this week.",
    ],
)
def test_toll_of_the_act_stays_with_it(line: str) -> None:
    """Without a period longer than a day the number may be the act's own."""
    document, claim = _claim(f"{ACT} {line}")
    assert with_totals(document, [claim]) == [claim]


def test_what_people_say_stays() -> None:
    """A claim without a score was made by a person or another data set."""
    document, claim = _claim(f"{ACT} Monthly total: {{killed: 31 dead}}.", score=None)
    assert with_totals(document, [claim]) == [claim]


def test_a_claim_told_in_the_total_becomes_one() -> None:
    """Where the trigger stands in the line itself there is no other act."""
    document, claim = _claim("Total for the month: {killed: 31 dead}, as raiders struck often.")
    assert with_totals(document, [claim]) == [replace(claim, scope="aggregate")]
