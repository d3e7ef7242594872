"""Lines of a form tell their effect by the label, and two bounds make one range; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.bounds import join_bounds
from crossread.normalize.harm.effects import settle_effects
from crossread.normalize.harm.forms import iter_forms, settle_forms
from crossread.normalize.harm.told import lay_told
from crossread.records import Claim, Document


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Civilians reported killed: 6-8\nCivilians reported injured: 27–31", [("killed", "6-8"), ("injured", "27–31")]),
        ("A rocket fell on Lome. Killed: 6. Injured: 27.", [("killed", "6"), ("injured", "27")]),
        (
            "A rocket fell. Killed: 6-8, people injured: 12, missing: 2",
            [("killed", "6-8"), ("injured", "12"), ("missing", "2")],
        ),
        ("A rocket fell. Civilians killed: 6-8 Civilians injured: 12", [("killed", "6-8"), ("injured", "12")]),
        ("FATALITIES: six", [("killed", "six")]),
        ("- Number of people killed: at least 6; wounded: 1,200 civilians", [("killed", "at least 6"), ("injured", "1,200")]),
        ("Military deaths: 7. KNDF deaths: 1.", [("killed", "7"), ("killed", "1")]),
        ("Civilian casualties: 3 killed, 5 injured.", []),
        ("Deaths (confirmed): 12 | Arrested: 3", [("killed", "12"), ("detained", "3")]),
        ("Deaths: 12 soldiers fell in Gao.", [("killed", "12")]),
        ("Deaths: 12 houses were burned.", []),
        ("Killed: 14:30 at the market.", []),
        ("Killed: 14/08/2024", []),
        ("He said that they were killed: 6 shells fell.", []),
        ("Wounded: 40% of them.", []),
        ("The three killed: Awa, 6, and Issa.", []),
    ],
)
def test_a_label_and_its_number(text: str, told: list[tuple[str, str]]) -> None:
    """At the start of a line or behind a stop, with nothing else that the number may count."""
    assert [(effect, text[start:end]) for effect, start, end in iter_forms(text)] == told


@pytest.mark.parametrize(
    ("marked", "rows"),
    [
        ("A rocket fell. Killed: {injured: 6}. Injured: {injured: 27}.", [("killed", "6", None), ("injured", "27", None)]),
        ("A rocket fell.\n{killed: Fatalities}: {killed: 6}.", [("killed", "6", None)]),
        ("{killed: Civilians} reported killed: {injured: 6}-8", [("killed", "6-8", "Civilians")]),
        (
            "A rocket fell. Killed: {injured: 6-8, Civilians} injured: {killed: 12}.",
            [("killed", "6-8", None), ("injured", "12", "Civilians")],
        ),
        (
            "A rocket fell. Killed: {injured: 1 (female, 34)}. Injured: {injured: 2}.",
            [("killed", "1", None), ("injured", "2", None)],
        ),
        (
            "A rocket fell. Killed: {killed: 9 men}, {injured: 4} of them boys. Injured: {injured: 14 (3 children)}.",
            [("killed", "9 men", "men"), ("killed", "4", None), ("injured", "14", None)],
        ),
        (
            "A rocket fell. Killed: {killed: 3 monks} ({injured: 2 women}). Wounded: {injured: 5}",
            [("killed", "3 monks", "monks"), ("killed", "2 women", "women"), ("injured", "5", None)],
        ),
        (
            "A rocket fell. {casualties: Civilian casualties}: {killed: 3 killed}, {injured: 5 injured}.",
            [("killed", "3 killed", None), ("injured", "5 injured", None)],
        ),
        (
            "Rebels came. Military deaths: {killed: 7}. {killed: KNDF deaths}: {killed: 1}.",
            [("killed", "7", "Military"), ("killed", "1", "KNDF")],
        ),
        (
            "A rocket fell. Killed: {killed: 3}, hurt were {injured: 2 men}.",
            [("killed", "3", None), ("injured", "2 men", "men")],
        ),
        ("{killed: Six men} died. They were killed: {injured: two} by a mine.", None),
    ],
)
def test_rows_in_a_form_have_the_effect_of_their_label(marked: str, rows: list[tuple[str, str, str | None]] | None) -> None:
    """And whom it names; the label alone counts nobody. Other text stays."""
    document, told = _read(marked)
    found = settle_forms(document, told)
    counted = [replace(row, count=row.count or parse_count(row.raw)) for row in found]
    if rows is None:
        assert found == tuple(told)
    else:
        assert [(row.effect, row.raw, row.group) for row in settle_effects(document, counted, language="en")] == rows


def _claim(document: Document, trigger: str, **slots: object) -> Claim:
    at = document.text.index(trigger)
    claim = Claim(
        id=f"clm_{at}",
        document_id=document.id,
        type="shelling",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        made_by="test",
        score=0.9,
    )
    return replace(claim, **slots)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("Killed: 6\nInjured: 27\n\nA rocket hit the mill.", ["6", "27"]),
        ("Civilians killed: 3\nMilitants killed: 3\n\nA rocket hit the mill.", ["3", "3"]),
        ("A rocket hit. Killed: {killed: 9 men}, {injured: 4} of them boys. Injured: 14.", ["9 men", "4", "14"]),
        ("Killed: 6\n\nA rocket hit the mill and killed {killed: five people}.", ["five people"]),
    ],
)
def test_an_act_has_the_numbers_of_its_form(marked: str, told: list[str]) -> None:
    """Unless its story counts them."""
    document, rows = _read(marked)
    (claim,) = lay_told(document, [_claim(document, "rocket", harm=tuple(rows))])
    assert [row.raw for row in claim.harm] == told


def test_each_entry_has_its_own_form() -> None:
    """The last act before the lines, if it is near."""
    document, _ = _read("A rocket hit the mill.\nKilled: 6\n\nA shell hit the school.\nKilled: 2\n")
    first, last = lay_told(document, [_claim(document, "rocket"), _claim(document, "shell")])
    assert ([row.raw for row in first.harm], [row.raw for row in last.harm]) == (["6"], ["2"])


@pytest.mark.parametrize(
    ("marked", "counts"),
    [
        ("It killed {killed: at least six} and {killed: as many as eight civilians}.", [(6, 8)]),
        ("It killed {killed: at least six civilians}, and possibly {killed: up to eight}.", [(6, 8)]),
        ("It killed {killed: at least six civilians} and {killed: up to eight soldiers}.", [(6, None), (None, 8)]),
        ("It killed {killed: at least six} and {injured: up to eight}.", [(6, None), (None, 8)]),
        ("It killed {killed: at least six}. Then {killed: up to eight} died.", [(6, None), (None, 8)]),
        ("It killed {killed: ten}, I think {killed: ten or eleven people}.", [(10, 11)]),
        ("{killed: Ten}, maybe {killed: eleven people} died.", [(10, 11)]),
        ("{killed: Eight people} were killed, maybe {killed: nine}, when it fell.", [(8, 9)]),
        ("It killed {killed: two farmers}, perhaps {killed: three herders}.", [(2, 2), (3, 3)]),
        ("It killed {killed: ten}, maybe {injured: eleven people}.", [(10, 10), (11, 11)]),
        ("It killed {killed: two}. I think {killed: nine people} fled.", [(2, 2), (9, 9)]),
        ("It killed {killed: six or perhaps seven soldiers}.", [(6, 7)]),
    ],
)
def test_two_bounds_make_one_range(marked: str, counts: list[tuple[int | None, int | None]]) -> None:
    """Of the same people, joined by "and", or told again by who is not sure."""
    document, rows = _read(marked)
    assert [(row.count.low, row.count.high) for row in join_bounds(document, rows) if row.count] == counts


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("Raiders shot {killed: two men}.\nKilled: {injured: 2}\nInjured: {injured: 0}", ["two men", "0"]),
        ("Raiders shot {killed: two men}.\nKilled: {injured: 3}", ["two men", "3"]),
        ("Raiders hurt {injured: two men}.\nKilled: {injured: 2}", ["two men", "2"]),
    ],
)
def test_a_number_told_above_the_form_stands_once(marked: str, told: list[str]) -> None:
    document, rows = _read(marked)
    assert [row.raw for row in settle_forms(document, rows)] == told
