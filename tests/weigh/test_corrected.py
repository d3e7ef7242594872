"""A report that corrects an earlier one of its own source."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import actor, harm
from test_tolls import toll, weigh

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
        ("Correction officers fled. ", "wire"),
        ("The army said in an earlier statement that nobody fled. ", "wire"),
        ("A previous report by the mission said that many fled. ", "wire"),
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


def test_a_corrected_number_is_no_bound_any_more() -> None:
    """16, not 14, says the re-issue of the same day: the range does not begin at 14."""
    first = {"harm": (harm("killed", 14),), "document": {"source": "wire", "published": THURSDAY, "text": TOLD}}
    again = {"source": "wire", "published": THURSDAY, "text": f"(Corrects toll to 16 from 14) {TOLD}"}
    assert toll(weigh(first, {"harm": (harm("killed", 16),), "document": again})) == (16, 16, 16)


def test_a_claim_of_enemy_losses_supersedes_no_toll() -> None:
    """The paper tells on Friday what the attackers claim; what it told on Thursday is still its own count."""
    army, rebels = actor("victim", None, "state_forces", raw="soldiers"), actor("perpetrator", "NPA")
    first = {"harm": (harm("killed", 4),), "actors": (rebels, army), "document": {"source": "paper", "published": THURSDAY}}
    boast = {
        "stance": "claimed",
        "harm": (harm("killed", 6),),
        "actors": (rebels, army),
        "document": {"source": "paper", "published": FRIDAY},
    }
    assert toll(weigh(first, boast))[1] == 4


def test_a_correction_that_tells_no_day_takes_none_away() -> None:
    """It corrects a name, and of the day and the toll it says nothing: what was told stands."""
    first = {
        "day": THURSDAY,
        "harm": (harm("killed", 14),),
        "document": {"source": "wire", "published": THURSDAY, "text": TOLD},
    }
    second = {"document": {"source": "wire", "published": FRIDAY, "text": f"(Corrects name of governor) {TOLD}"}}
    incident = weigh(first, second)
    assert incident.when is not None
    assert incident.when.earliest == THURSDAY
    assert toll(incident)[1] == 14


def test_a_mention_in_a_report_that_corrects_something_else_corrects_nothing() -> None:
    """The notice is about the new attack; the old one is only recalled."""
    first = {"day": THURSDAY, "document": {"source": "wire", "published": THURSDAY, "text": TOLD}}
    recalled = {
        "day": FRIDAY,
        "scope": "background",
        "document": {"source": "wire", "published": FRIDAY, "text": f"(Corrects toll) {TOLD}"},
    }
    incident = weigh(first, recalled)
    assert incident.when is not None
    assert incident.when.earliest == THURSDAY
    assert all("corrected" not in row.sentence for row in incident.disagreements)
