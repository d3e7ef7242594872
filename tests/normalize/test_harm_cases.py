"""Killings counted by case in a total; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.cases import with_cases
from crossread.records import Claim


def _told(marked: str, trigger: str, *, scope: str = "aggregate", score: float | None = 0.9) -> list[tuple[str, str]]:
    document, rows = _read(marked)
    start = document.text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        trigger=document.quote(start, start + len(trigger)),
        type="killing",
        scope=scope,
        status="accomplished",
        stance="attributed",
        harm=tuple(rows),
        score=score,
    )
    return [(row.effect, row.raw) for row in with_cases(document, claim)]


@pytest.mark.parametrize(
    ("marked", "trigger", "rows"),
    [
        ("The league noted {missing: seven cases} of alleged unlawful killings.", "killings", [("killed", "seven cases")]),
        ("The league noted nine new complaints of murder by guards.", "murder", [("killed", "nine new complaints")]),
        ("Of the 71 cases of enforced disappearance ten are old.", "disappearance", [("missing", "71 cases")]),
        ("The league noted 31 cases of kidnapping.", "kidnapping", [("abducted", "31 cases")]),
        ("Nine cases of killing had {killed: 12 victims}.", "killing", [("killed", "12 victims")]),
        ("The league noted nine cases of torture.", "torture", []),
        ("The league noted nine killings.", "killings", []),
        ("Nine cases of cholera followed the killings.", "killings", []),
    ],
)
def test_cases_are_people(marked: str, trigger: str, rows: list[tuple[str, str]]) -> None:
    """In a total that tells no other number of them."""
    assert _told(marked, trigger) == rows


def test_only_totals_of_the_extractor_are_read_so() -> None:
    """An incident is no total, and what a person made stays."""
    marked = "The league noted nine cases of murder."
    assert _told(marked, "murder", scope="incident") == []
    assert _told(marked, "murder", score=None) == []
