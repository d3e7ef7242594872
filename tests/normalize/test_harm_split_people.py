"""Men and women beside the children of a total, who make it together, are no further dead."""

from __future__ import annotations

import pytest

from crossread.normalize.harm.split_people import mark_rest_of_split
from crossread.records import Count, Harm


def _row(number: int, group: str, *, part_of: int | None = None, effect: str = "killed", qualifier: str = "exact") -> Harm:
    count = Count(low=number, high=number if qualifier == "exact" else None, qualifier=qualifier)
    return Harm(
        effect=effect, raw=f"{number} {group}", group=group, group_type="civilians", count=count, evidence=(), part_of=part_of
    )


TOTAL = _row(58, "civilians", qualifier="at_least")
CHILDREN = _row(20, "children", part_of=0)


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        ((TOTAL, CHILDREN, _row(13, "women"), _row(25, "men")), [None, 0, 0, 0]),
        ((TOTAL, CHILDREN, _row(38, "adults")), [None, 0, 0]),
        ((TOTAL, CHILDREN, _row(13, "women"), _row(20, "men")), [None, 0, None, None]),
        ((TOTAL, _row(20, "children"), _row(13, "women"), _row(25, "men")), [None, None, None, None]),
        ((TOTAL, CHILDREN, _row(13, "women"), _row(25, "soldiers")), [None, 0, None, None]),
        ((TOTAL, CHILDREN, _row(13, "women"), _row(25, "men", effect="injured")), [None, 0, None, None]),
    ],
)
def test_the_rest_of_a_split_total_is_part_of_it(rows: tuple[Harm, ...], parts: list[int | None]) -> None:
    """Only where the sum is exact, some are part of it already, and all are told by sex or age and by one effect."""
    assert [row.part_of for row in mark_rest_of_split(rows)] == parts
