"""Numbers that make another number are its parts; all others stay for themselves."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossread.normalize.harm.parts import mark_summands, share_nation, without_rows
from crossread.records import Count, Harm


def _row(number: int | None, group: str = "civilians", effect: str = "killed", qualifier: str = "exact") -> Harm:
    high = number if qualifier == "exact" else None
    count = None if number is None else Count(low=number, high=high, qualifier=qualifier)
    return Harm(effect=effect, raw=f"{number} {group}", group=group, group_type="civilians", count=count, evidence=())


def _parts(*rows: Harm) -> list[int | None]:
    return [row.part_of for row in mark_summands(rows)]


def test_the_dead_of_two_camps_are_those_told_first() -> None:
    """27 civilians and 10 fighters; 18 and nine civilians, seven and three fighters by camp."""
    rows = [_row(27), _row(10, "fighters"), _row(7, "fighters"), _row(18), _row(3, "fighters"), _row(9)]
    assert _parts(*rows) == [None, None, 1, 0, 1, 0]


def test_what_does_not_add_up_is_not_a_part() -> None:
    """Another sum, another group, another effect, a single equal number or an open bound make no part."""
    assert _parts(_row(27), _row(18), _row(8)) == [None, None, None]
    assert _parts(_row(27), _row(18), _row(9, "fighters")) == [None, None, None]
    assert _parts(_row(27), _row(18), _row(9, effect="injured")) == [None, None, None]
    assert _parts(_row(27), _row(27)) == [None, None]
    assert _parts(_row(27, qualifier="at_least"), _row(18), _row(9)) == [None, None, None]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_a_part_is_never_a_part_of_a_part(numbers: list[int]) -> None:
    """Whatever the numbers: parts point to a whole that is none itself, and sum up to it."""
    rows = mark_summands([_row(number) for number in numbers])
    for i, row in enumerate(rows):
        parts = [other.count.low for other in rows if other.part_of == i and other.count]
        if row.part_of is not None:
            assert rows[row.part_of].part_of is None
        if parts:
            assert sum(part or 0 for part in parts) == (row.count.low if row.count else None)


def test_parts_follow_their_whole_when_rows_go() -> None:
    """A row that is left out moves the others up: each part still points at its own whole, or at none if that is gone."""
    rows = [Harm(effect="killed", raw=name, group=None, group_type="unknown", count=None) for name in "abcd"]
    rows[2], rows[3] = replace(rows[2], part_of=1), replace(rows[3], part_of=0)
    assert [(row.raw, row.part_of) for row in without_rows(rows, {0})] == [("b", None), ("c", 0), ("d", None)]


def test_soldiers_of_a_foreign_force_are_foreign() -> None:
    """An army soldier among 14 British servicemen is no soldier of the country he died in; policemen and others stay."""
    whole = Harm(
        effect="killed", raw="14 British servicemen", group="British servicemen", group_type="foreign_forces", count=None
    )
    kinds = ("state_forces", "police")
    parts = [Harm(effect="killed", raw="one", group="one", group_type=kind, part_of=0, count=None) for kind in kinds]
    alone = Harm(effect="killed", raw="a soldier", group="soldier", group_type="state_forces", count=None)
    told = share_nation((whole, *parts, alone))
    assert [row.group_type for row in told] == ["foreign_forces", "foreign_forces", "police", "state_forces"]
