"""Tables of totals at the end of a report; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.claims.summaries import with_summaries
from crossread.records import Claim, Document

ARSON = "Raiders torched a mill in Tessit on Monday.\n\n"


def _claim(marked: str, trigger: str, kind: str) -> tuple[Document, Claim]:
    document, rows = _read(marked)
    start = document.text.index(trigger)
    claim = Claim(
        id=f"clm_{trigger}",
        document_id=document.id,
        trigger=document.quote(start, start + len(trigger)),
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=0.9,
    )
    return document, claim


@pytest.mark.parametrize(
    "table",
    [
        "Summary\nKilled: {killed: 31}\nAbducted: 4\n",
        "Weekly summary:\n- Killed: {killed: 31}\n- Huts burnt: 9\n- Abducted: 4",
        "Summary of incidents\n\nKilled: {killed: 31}\nAbducted: 4\n\nThe office thanks all.",
    ],
)
def test_a_table_of_totals_is_a_claim_of_its_own(table: str) -> None:
    """A mill that burns kills nobody; the total has all its numbers, and no day and place."""
    document, claim = _claim(ARSON + table, "torched", "arson")
    act, total = with_summaries(document, [claim])
    assert act.harm == ()
    assert [(row.effect, row.raw) for row in total.harm] == [("killed", "31"), ("abducted", "4")]
    assert (total.scope, total.type, total.when, total.where) == ("aggregate", "killing", None, None)


def test_of_two_acts_neither_has_the_total() -> None:
    text = "Raiders torched a mill. They shot two men in Gao.\n\nTotals\nKilled: {killed: 31}\n"
    document, shot = _claim(text, "shot", "killing")
    torched = replace(_claim(text, "torched", "arson")[1], harm=())
    made = with_summaries(document, [torched, shot])
    assert [(claim.scope, len(claim.harm)) for claim in made] == [("incident", 0), ("incident", 0), ("aggregate", 1)]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Raiders shot at a bus on Monday.\n\nSummary\nKilled: {killed: 31}\n", "shot", "armed_attack"),
        (ARSON + "Killed: {killed: 1}\nInjured: 0\n", "torched", "arson"),
        (ARSON + "Summary\n{killed: A miller} died. Killed: 31\n", "torched", "arson"),
        (ARSON + "Summary\nKilled: {killed: 1}\n\nAnother mill burned.\n\nSummary\nKilled: 0\n", "torched", "arson"),
    ],
)
def test_what_may_sum_up_the_one_act_stays_with_it(text: str, trigger: str, kind: str) -> None:
    """The form of an entry, the table of a report on one attack, a summary in each entry."""
    document, claim = _claim(text, trigger, kind)
    assert with_summaries(document, [claim]) == [claim]


def test_claims_that_people_made_keep_their_rows() -> None:
    document, claim = _claim(ARSON + "Summary\nKilled: {killed: 31}\n", "torched", "arson")
    claim = replace(claim, score=None)
    assert with_summaries(document, [claim]) == [claim]
