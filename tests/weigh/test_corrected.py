"""A report that corrects an earlier one of its own source."""

from __future__ import annotations

from datetime import date

import pytest
from test_tolls import weigh

from crossread.records import Incident

THURSDAY, FRIDAY = date(2024, 2, 8), date(2024, 2, 9)
TOLD = "JOS - Gunmen raided a village, police said."


def _two(notice: str, *, source: str = "wire", foot: str = "") -> Incident:
    first = {"day": THURSDAY, "place": "Gao", "document": {"source": "wire", "published": THURSDAY, "text": TOLD}}
    text = f"{notice}{TOLD}{foot}"
    second = {"day": FRIDAY, "place": "Gao", "document": {"source": source, "published": FRIDAY, "text": text}}
    return weigh(first, second)


@pytest.mark.parametrize(
    ("notice", "foot"),
    [
        ("(Corrects day of attack to Friday from Thursday) ", ""),
        ("CORRECTION: ", ""),
        ("Correction – day of the raid\n", ""),
        ("", "\nAn earlier version of this story gave the wrong day."),
    ],
)
def test_the_day_of_the_correction_stands(notice: str, foot: str) -> None:
    """The disagreement stays to be seen, and says which of the two the source took back."""
    incident = _two(notice, foot=foot)
    assert incident.when is not None
    assert incident.when.earliest == FRIDAY
    row = next(row for row in incident.disagreements if row.slot == "when")
    assert row.sentence.endswith("wire has corrected its earlier report.")


@pytest.mark.parametrize(
    ("notice", "source"),
    [
        ("", "wire"),  # a later report that tells another day need not be the better one
        ("(Corrects day of attack) ", "another wire"),  # it corrects itself, and not others
        ("Police corrected the toll. ", "wire"),  # somebody else's correction, told in the report
        ("The correctional officer fled. ", "wire"),
    ],
)
def test_without_a_notice_nothing_is_corrected(notice: str, source: str) -> None:
    """At a tie the earlier day stands, and the list names no correction."""
    incident = _two(notice, source=source)
    assert incident.when is not None
    assert incident.when.earliest == THURSDAY
    assert all("corrected" not in row.sentence for row in incident.disagreements)


def test_a_correction_corrects_the_place_too() -> None:
    """The place of the corrected report stands."""
    first = {"place": "Gao", "document": {"source": "wire", "published": THURSDAY, "text": TOLD}}
    text = f"(Corrects place) {TOLD}"
    second = {"place": "Mopti", "document": {"source": "wire", "published": FRIDAY, "text": text}}
    incident = weigh(first, second)
    assert incident.where is not None
    assert incident.where.name == "Mopti"
    assert "wire has corrected its earlier report." in next(r.sentence for r in incident.disagreements if r.slot == "where")
