"""Totals of a period by kind of attack, a sentence each; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.claims.kind_totals import with_kind_totals
from crossread.records import Claim, Document

BOMBS = "Last week 30 bomb attacks left {killed: 21 people} dead and {injured: 40} injured in Iraq."
ARMS = "Small arms attacks left {killed: nine people} dead."


def _claim(marked: str, trigger: str, *, scope: str = "aggregate", score: float | None = 0.9) -> tuple[Document, Claim]:
    document, rows = _read(marked)
    start = document.text.rindex(trigger)
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        trigger=document.quote(start, start + len(trigger)),
        type="shelling",
        scope=scope,
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=score,
    )
    return document, claim


def _told(claims: list[Claim]) -> list[tuple[str, list[str]]]:
    return [(claim.type, [row.raw for row in claim.harm]) for claim in claims]


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        (
            f"{BOMBS} {ARMS}",
            "bomb",
            [("bombing", ["21 people", "40"]), ("armed_attack", ["nine people dead"])],
        ),
        (
            f"Last week 30 bomb attacks left 21 people dead and 40 injured in Iraq. {ARMS}",
            "attacks",
            [("armed_attack", ["nine people"]), ("bombing", ["21 people dead", "40 injured"])],
        ),
        (
            "In May, bombings killed {killed: 21 people}. Air strikes killed {killed: nine}. A total of 12 were abducted.",
            "bombings",
            [("bombing", ["21 people"]), ("air_strike", ["nine"]), ("abduction", ["A total of 12"])],
        ),
    ],
)
def test_each_sentence_of_a_run_is_a_total(text: str, trigger: str, told: list[tuple[str, list[str]]]) -> None:
    """With its own numbers, none a part of another's; all are `aggregate`."""
    document, claim = _claim(text, trigger)
    made = with_kind_totals(document, [claim])
    assert _told(made) == told
    assert {one.scope for one in made} == {"aggregate"}
    assert len({one.id for one in made}) == len(made)
    assert all(row.part_of is None for one in made for row in one.harm)


@pytest.mark.parametrize(
    "text",
    [
        BOMBS,
        f"{BOMBS} The governor spoke. {ARMS}",
        f"{BOMBS} Small arms attacks left {{killed: nine people}} dead on Monday.",
        f"{BOMBS} The attacks left {{killed: nine people}} dead in Mosul.",
        "Two bomb attacks left {killed: 21 people} dead. Air strikes killed {killed: nine}.",
    ],
)
def test_other_sentences_make_no_run(text: str) -> None:
    """One alone, one with a day of its own, one that tells of the same attacks again, two without a period."""
    document, claim = _claim(text, "bomb")
    assert with_kind_totals(document, [claim]) == [claim]


def test_acts_and_claims_of_people_stay() -> None:
    document, claim = _claim(f"{BOMBS} {ARMS}", "bomb", scope="incident")
    assert with_kind_totals(document, [claim]) == [claim]
    claim = replace(claim, scope="aggregate", score=None)
    assert with_kind_totals(document, [claim]) == [claim]
