"""What an act is compared with, or follows by years, is an act of its own."""

from __future__ import annotations

import pytest

from crossread.extract import Extractor, load_extractor
from crossread.records import Claim, Document


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor("encoder-en")


def _claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    return extractor.extract([Document(id="doc_1", text=f"NAIROBI, 12 March 2018 (Wire) - {text}", language="en")])[0].claims


@pytest.mark.parametrize(
    ("text", "now", "then"),
    [
        (
            "Gunmen killed 19 people in a Kabul hotel on Tuesday, four years after an attack on the same hotel left 41 dead.",
            "19",
            "41",
        ),
        (
            "A suicide bomber killed 31 people in Garissa on Sunday, the deadliest attack since gunmen killed 120 in 2015.",
            "31",
            "120",
        ),
    ],
)
def test_each_act_has_its_own_dead(extractor: Extractor, text: str, now: str, then: str) -> None:
    """And the later one its day."""
    later, earlier = _claims(extractor, text)
    assert [[row.raw.split()[0] for row in claim.harm] for claim in (later, earlier)] == [[now], [then]]
    assert later.when is not None
    assert later.when.raw.endswith("day")
    assert earlier.when is None or not earlier.when.raw.endswith("day")


@pytest.mark.parametrize(
    "text",
    [
        "A suicide bomber killed 31 people in Garissa on Sunday, the deadliest attack of the year.",
        "Gunmen killed 19 people in a Kabul hotel on Tuesday, hours after they had stormed it.",
        "Gunmen killed 19 people in a Kabul hotel in the deadliest attack since 2011.",
    ],
)
def test_one_act_stays_one(extractor: Extractor, text: str) -> None:
    """No other act is named."""
    assert len(_claims(extractor, text)) == 1


def test_an_act_that_came_a_day_after_another(extractor: Extractor) -> None:
    """Each with its own town, and the dead with the act that killed them."""
    text = "The blast in Kabul on Sunday came a day after a suicide bomber killed nine people in Jalalabad."
    first, second = _claims(extractor, text)
    assert (first.where.raw if first.where else None, second.where.raw if second.where else None) == (
        "in Kabul",
        "in Jalalabad",
    )
    assert not first.harm
    assert [row.raw for row in second.harm] == ["nine people"]
