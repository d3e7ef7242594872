"""Who was killed beside others who were taken; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.claims.types import type_by_words
from crossread.normalize.harm.taken_beside import settle_taken_beside
from crossread.records import Claim


def _type(marked: str, trigger: str, **told: object) -> str:
    document, rows = _read(marked)
    at = document.text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="abduction",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        harm=tuple(rows),
        score=0.9,
    )
    return type_by_words(document, replace(claim, **told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("Raiders killed {abducted: 12 farmers} and abducted {abducted: six others} in Toro.", ["killed", "abducted"]),
        ("Raiders shot dead {abducted: two guards} in Toro, kidnapping {abducted: a cook}.", ["killed", "abducted"]),
        ("They killed {missing: at least 30 men} before taking {abducted: 50 women} hostage.", ["killed", "abducted"]),
        ("{abducted: Twelve farmers} were killed and {abducted: six others} abducted.", ["killed", "abducted"]),
        # taken first, taken at all, or told as one and the other
        ("Raiders kidnapped and killed {abducted: 12 farmers} and abducted {abducted: six others}.", ["abducted", "abducted"]),
        ("Raiders killed {abducted: 12 hostages} and abducted {abducted: six others}.", ["abducted", "abducted"]),
        ("Raiders killed {abducted: 12 farmers} who had been seized, and left.", ["abducted"]),
        ("{abducted: Twelve farmers} were killed or abducted.", ["abducted"]),
        ("{abducted: Twelve farmers} were killed after six others were abducted.", ["abducted"]),
        ("Raiders abducted {abducted: 12 farmers} and killed {killed: six others}.", ["abducted", "killed"]),
        ("Raiders killed a cow of {abducted: 12 farmers} and abducted {abducted: six others}.", ["abducted", "abducted"]),
    ],
)
def test_the_verb_tells_who_was_killed(marked: str, effects: list[str]) -> None:
    document, rows = _read(marked)
    assert [row.effect for row in settle_taken_beside(document, rows)] == effects


def test_what_a_person_says_stays() -> None:
    document, rows = _read("Raiders killed {abducted: 12 farmers} and abducted {abducted: six others}.")
    rows = [replace(row, score=None) for row in rows]
    assert settle_taken_beside(document, rows) == rows


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("Raiders killed {killed: 12 farmers} and abducted {abducted: six others} in Toro.", "abducted"),
        ("{killed: Twelve farmers} were killed and {abducted: six others} were kidnapped in Toro.", "kidnapped"),
        ("Raiders killed {abducted: 12 farmers} before kidnapping {abducted: 50 women}.", "kidnapping"),
    ],
)
def test_people_killed_beside_make_it_an_attack(marked: str, trigger: str) -> None:
    """The codebook's order puts an attack before an abduction."""
    assert _type(marked, trigger) == "armed_attack"


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("Raiders killed {killed: a driver} and kidnapped {abducted: seven people}.", "kidnapped"),
        ("Raiders abducted {abducted: six farmers} and killed {killed: two others}.", "abducted"),
        ("Raiders abducted and killed {killed: six farmers} in Toro.", "abducted"),
        ("Raiders killed {killed: 12 farmers}. Others abducted {abducted: six women} and left.", "abducted"),
        ("They killed {killed: 12 men} and abducted {abducted: six}. On Monday they kidnapped a nurse.", "kidnapped"),
    ],
)
def test_an_abduction_stays_one(marked: str, trigger: str) -> None:
    """Where its guard fell, where the taking is told first, and where the killing is another act."""
    assert _type(marked, trigger) == "abduction"


def test_totals_and_people_keep_their_type() -> None:
    marked = "Raiders killed {killed: 12 farmers} and abducted {abducted: six others} in Toro."
    assert _type(marked, "abducted", scope="aggregate") == "abduction"
    assert _type(marked, "abducted", score=None) == "abduction"
