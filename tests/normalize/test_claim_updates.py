"""A post's later line corrects its number or brings it up to date."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.updates import with_updates
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.toll import settle_tolls
from crossread.records import Claim, Document, Harm

TEXT = "Shelling of Ora killed 7 people.\n"


def _row(document: Document, raw: str, effect: str = "killed", score: float | None = 0.8) -> Harm:
    start = document.text.index(raw)
    quote = document.quote(start, start + len(raw))
    return Harm(effect=effect, raw=raw, group=None, group_type="unknown", count=None, evidence=(quote,), score=score)


def _claim(document: Document, trigger: str, *rows: Harm, score: float | None = 0.9) -> Claim:
    start = document.text.index(trigger)
    return Claim(
        id=f"clm_{start}",
        document_id="doc_1",
        type="shelling",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(start, start + len(trigger)),
        harm=rows,
        score=score,
    )


def _told(line: str, *, score: float | None = 0.9) -> list[tuple[str, str]]:
    document = Document(id="doc_1", text=TEXT + line)
    claim = _claim(document, "Shelling", _row(document, "7 people", score=score), score=score)
    return [(row.effect, row.raw) for row in with_updates(document, [claim])[0].harm]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("UPDATE: 9.", "9"),
        ("Update: death toll now 9", "9"),
        ("update 2: toll rises to at least 9, hospital says", "9"),
        ("UPD - nine dead", "nine"),
    ],
)
def test_an_update_stands_beside_the_number(line: str, number: str) -> None:
    assert _told(line) == [("killed", "7 people"), ("killed", number)]


@pytest.mark.parametrize("line", ["correction: not 7 but 8", "Correction: 8 people, not 7.", "corrected: not seven but 8 dead"])
def test_a_correction_takes_the_place_of_the_number(line: str) -> None:
    assert _told(line) == [("killed", "8")]


@pytest.mark.parametrize(
    "line",
    [
        "Update: 12 arrested.",
        "UPDATE: 3.30 pm: ambulances arrive.",
        "Edit: 2 typos",
        "Correction: not 7 but 8 houses were hit.",
        "correction: not 5 but 8",
        "Updates at 9.",
        "The update: 9.",
    ],
)
def test_other_lines_tell_no_number(line: str) -> None:
    assert _told(line) == [("killed", "7 people")]


def test_a_line_behind_two_acts_or_with_one_of_its_own_says_nothing_of_the_first() -> None:
    document = Document(id="doc_1", text=TEXT + "A raid killed 4.\nUpdate: 9.")
    claims = [
        _claim(document, "Shelling", _row(document, "7 people")),
        _claim(document, "raid", _row(document, "4")),
    ]
    assert with_updates(document, claims) == claims
    document = Document(id="doc_1", text=TEXT + "Update: 9 dead in raid on Kor.")
    claims = [_claim(document, "Shelling", _row(document, "7 people")), _claim(document, "raid")]
    assert with_updates(document, claims) == claims


def test_what_people_say_stays() -> None:
    assert _told("UPDATE: 9.", score=None) == [("killed", "7 people")]


@pytest.mark.parametrize(("line", "part"), [("Update: 9 dead", 1), ("Meanwhile 9 dead", None), ("Update: 9 more dead", None)])
def test_what_is_brought_up_to_date_holds_the_number_before(line: str, part: int | None) -> None:
    document = Document(id="doc_1", text=TEXT + line)
    raws = ("7 people", line[line.index("9") :])
    counts = [parse_count(raw) for raw in raws]
    rows = [_row(document, raw) for raw in raws]
    rows = [
        Harm(effect="killed", raw=r.raw, group=None, group_type="unknown", count=c, evidence=r.evidence, score=0.8)
        for r, c in zip(rows, counts, strict=True)
    ]
    assert settle_tolls(document.text, rows)[0].part_of == part
