"""A correction that only makes a number part of another says so."""

from __future__ import annotations

from dataclasses import replace

from tests.golden.claim_maker import make_claim, make_document

from crossread.flow.changed_slots import say_change, say_slot
from crossread.records import Count, Harm


def _killed(number: int, part_of: int | None = None) -> Harm:
    count = Count(low=number, high=number, qualifier="exact")
    return Harm(effect="killed", raw=str(number), group=None, group_type="unknown", count=count, part_of=part_of)


def test_a_part_is_said_with_its_whole() -> None:
    """Before and after would else be the same words."""
    before = make_claim(make_document("a"), harm=(_killed(3), _killed(1)))
    after = replace(before, harm=(_killed(3), _killed(1, part_of=0)))
    assert say_change(before, after, "harm") == "harm: killed 3, killed 1 → killed 3, killed 1 (part of killed 3)"


def test_numbers_that_are_added_stand_alone() -> None:
    """And so does a row whose whole is gone."""
    claim = make_claim(make_document("a"), harm=(_killed(3), _killed(1)))
    assert say_slot(claim, "harm") == "killed 3, killed 1"
