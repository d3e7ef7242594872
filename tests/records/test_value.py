"""Laws of values: nothing invented, nothing out of range."""

from datetime import date

import pytest

from crossread.errors import RecordError
from crossread.records import Count, DateWindow, Harm, Place, sum_counts


def test_a_place_at_zero_zero_is_refused() -> None:
    """An unresolved place has no coordinates; 0,0 never stands in for them."""
    with pytest.raises(RecordError, match="0,0"):
        Place(name="X", country="ML", admin1=None, gazetteer_id=None, latitude=0.0, longitude=0.0, precision="exact")


@pytest.mark.parametrize(("latitude", "longitude"), [(15.0, None), (None, 3.0), (91.0, 0.5), (10.0, 181.0)])
def test_half_a_coordinate_or_one_off_the_globe_is_refused(latitude: float | None, longitude: float | None) -> None:
    """Coordinates come both or not at all, and within the globe."""
    with pytest.raises(RecordError):
        Place(name="X", country=None, admin1=None, gazetteer_id=None, latitude=latitude, longitude=longitude, precision="exact")


def test_a_window_that_ends_before_it_starts_is_refused() -> None:
    """Dates are kept in order."""
    with pytest.raises(RecordError):
        DateWindow(earliest=date(2019, 1, 3), latest=date(2019, 1, 2), precision="days")


@pytest.mark.parametrize(("low", "high", "qualifier"), [(-1, 2, "exact"), (5, 3, "range"), (1, 1, "roughly")])
def test_impossible_counts_are_refused(low: int, high: int, qualifier: str) -> None:
    """No negative count, no low above its high, no qualifier of one's own."""
    with pytest.raises(RecordError):
        Count(low=low, high=high, qualifier=qualifier)


def test_a_quarter_of_a_country_is_told_from_a_district() -> None:
    """ "northern Mali" covers a quarter of a country; a district or a listed landscape does not."""

    def area(name: str, gazetteer_id: str | None = None) -> Place:
        return Place(
            name=name, country="ML", admin1=None, gazetteer_id=gazetteer_id, latitude=18.0, longitude=0.5, precision="area"
        )

    assert area("northern Mali").is_quarter
    assert area("central Mali").is_quarter
    assert not area("Gourma").is_quarter
    assert not area("Northern District", "geonames:1").is_quarter


@pytest.mark.parametrize(
    ("told", "low", "high", "qualifier"),
    [
        ([(27, 27, "exact"), (10, 10, "exact")], 37, 37, "exact"),
        ([(15, 15, "about"), (5, 5, "exact")], 20, 20, "about"),
        ([(10, None, "at_least"), (3, 3, "exact")], 13, None, "at_least"),
        ([(None, 5, "at_most"), (3, 3, "exact")], 3, 8, "range"),
        ([(None, 5, "at_most"), (None, 3, "at_most")], None, 8, "at_most"),
        ([(None, 5, "at_most"), (2, None, "at_least")], 2, None, "at_least"),
        ([(None, None, "vague")], None, None, "unstated"),
        ([], 0, 0, "exact"),
    ],
)
def test_a_sum_is_no_firmer_than_its_parts(
    told: list[tuple[int | None, int | None, str]], low: int | None, high: int | None, qualifier: str
) -> None:
    """Open stays open, about stays about, and a lower bound that nobody told is no 0."""
    counts = [Count(low=one, high=other, qualifier=kind) for one, other, kind in told]
    assert sum_counts(counts) == Count(low=low, high=high, qualifier=qualifier)


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (Count(low=0, high=0, qualifier="exact"), True),
        (Count(low=None, high=5, qualifier="at_most"), True),
        (Count(low=5, high=None, qualifier="at_least"), True),
        (Count(low=None, high=None, qualifier="vague"), False),
        (None, False),
    ],
)
def test_nobody_is_a_number_and_dozens_are_none(count: Count | None, told: bool) -> None:
    """A row has a number where a bound is told, 0 included; words such as "dozens" give none."""
    row = Harm(effect="killed", raw="", group=None, group_type="civilians", count=count)
    assert row.has_number is told
