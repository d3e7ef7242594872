"""Counts in the short forms of situation reports; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.retold import settle_retold
from crossread.normalize.harm.telegraphic import iter_telegraphic, settle_telegraphic
from crossread.normalize.harm.told import lay_told
from crossread.records import Claim


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("Mine at the ford, {killed: 5 WIA}.", ("injured", None, "state_forces")),
        ("Mine at the ford, {injured: 2 own KIA}.", ("killed", "own", "state_forces")),
        ("Mine at the ford, {killed: 11 AS KIA}.", ("killed", "AS", "unknown")),
        ("Mine at the ford, {killed: 6 civ KIA}.", ("killed", "civ", "civilians")),
        ("Mine at the ford, {killed: 7} inj.", ("injured", None, "civilians")),
        ("Raid on the camp; 7 killed, {killed: 3 abd}.", ("abducted", None, "civilians")),
        ("M23 shell the village; {casualties: 2 civ}. inj.", ("injured", "civ", "civilians")),
        ("Mine at the ford, {killed: 4 cas}.", ("casualties", None, "civilians")),
        ("Mine at the ford, {killed: 2 MIA}.", ("missing", None, "state_forces")),
        ("Mine at the ford, {killed: 3 children} killed.", ("killed", "children", "civilians")),
        ("{killed: Two KIA drivers} died.", ("killed", "KIA drivers", "civilians")),
        ("Mine at the ford, {killed: 7} injections lost.", ("killed", None, "civilians")),
    ],
)
def test_a_short_form_tells_its_own_effect(marked: str, read: tuple[str, str | None, str]) -> None:
    """Killed and wounded in action are soldiers, unless a word says whose they are."""
    document, (row,) = _read(marked)
    found = settle_telegraphic(document, row)
    assert (found.effect, found.group, found.group_type) == read


def test_short_forms_without_a_row_go_to_the_act_before_them_on_their_line() -> None:
    document, rows = _read("SVBIED at the gate. {killed: 3 children} killed, 14 inj. 2 KIA.\n\nOn 5 May 6 WIA were flown out.")
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        trigger=document.quote(0, 6),
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=0.9,
    )
    (found,) = lay_told(document, [claim])
    assert [(row.effect, row.raw) for row in found.harm[1:]] == [("injured", "14 inj"), ("killed", "2 KIA")]
    assert [effect for effect, _, _ in iter_telegraphic("Two cars, 7 casks, 30 injured and 4 incidents")] == []


def test_a_short_form_is_part_of_nothing() -> None:
    document, rows = _read("Raid, {killed: six people} dead. Army {killed: 2 KIA}.")
    assert [row.part_of for row in settle_retold(document.text, rows)] == [None, None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Strike on the market, 9 Dec, 14:20. 25 dead, 61 injured.", ["25 dead", "61 injured"]),
        ("Strike on the market: 3 civilians killed, 12 wounded.", ["3 civilians killed", "12 wounded"]),
        ("Strike on the market (4 killed).", ["4 killed"]),
        ("Strike on the market. 25 dead cows were counted.", []),
        ("Strike on the market of 12 dead.", []),
        ("Strike on the market, 30 injured and 4 houses lost", []),
    ],
)
def test_a_count_that_is_a_sentence_of_its_own_is_a_short_form(text: str, told: list[str]) -> None:
    assert [text[start:end] for _, start, end in iter_telegraphic(text)] == told


@pytest.mark.parametrize(("scope", "added"), [("incident", ["25 dead"]), ("background", ["25 dead"]), ("aggregate", [])])
def test_the_share_of_a_place_in_a_total_is_no_row(scope: str, added: list[str]) -> None:
    document, _ = _read("Strikes on the markets, 9 December. Baqo: 25 dead.")
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        trigger=document.quote(0, 7),
        type="air_strike",
        scope=scope,
        status="accomplished",
        stance="asserted",
        score=0.9,
    )
    (found,) = lay_told(document, [claim])
    assert [row.raw for row in found.harm] == added
