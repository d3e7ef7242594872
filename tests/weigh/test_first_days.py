"""A lower bound of the first days gives way to what is counted later, where two sources at least count more."""

from __future__ import annotations

from datetime import date
from typing import Any

from claim_maker import harm
from tests.weigh.test_tolls import toll, weigh

MONDAY, TUESDAY, AUTUMN, YEAR = date(2024, 3, 4), date(2024, 3, 5), date(2024, 10, 1), date(2025, 3, 4)


def _told(day: date, low: int, *, exact: bool = True, **more: Any) -> dict[str, Any]:
    return {"harm": (harm("killed", low, low if exact else None),), "document": {"published": day}, **more}


EARLY = (_told(MONDAY, 20, exact=False), _told(TUESDAY, 20, exact=False))


def _best(*told: dict[str, Any]) -> tuple[int | None, int | None, int | None]:
    return toll(weigh(*({**row, "document": dict(row["document"])} for row in told)))


def test_later_counts_of_two_sources_decide() -> None:
    """Two wires with "at least 20" of the day, an inquiry with 61 and an anniversary with 62: the range keeps 20."""
    assert _best(*EARLY, _told(AUTUMN, 61), _told(YEAR, 62)) == (20, 62, 62)


def test_one_later_source_alone_decides_nothing() -> None:
    """It may count another incident."""
    assert _best(*EARLY, _told(YEAR, 62))[1] == 20


def test_who_counts_no_more_later_keeps_the_bound() -> None:
    """A year later one still tells "at least 20"."""
    assert _best(*EARLY, _told(AUTUMN, 61), _told(YEAR, 62), _told(YEAR, 20, exact=False))[1] == 20


def test_a_plain_number_of_the_first_days_stands() -> None:
    """20 is no bound: it contradicts 61, and two tell it."""
    assert _best(_told(MONDAY, 20), _told(TUESDAY, 20), _told(AUTUMN, 61), _told(YEAR, 62))[1] == 20


def test_days_of_the_same_week_are_first_days() -> None:
    """What is counted on Tuesday is as early as Monday's."""
    assert (
        _best(_told(MONDAY, 20, exact=False), _told(MONDAY, 20, exact=False), _told(TUESDAY, 61), _told(TUESDAY, 62))[1] == 20
    )
