"""The tables of actor mentions: read whole, and held to the bars of the design."""

from __future__ import annotations

from pathlib import Path

import pytest

import actors_tables

BLIND = Path(actors_tables.__file__).with_name("actors_blind.psv")
FITTED = Path(__file__).parents[1] / "normalize" / "test_actors_in_context.psv"


def test_mentions_in_context_meet_the_bars() -> None:
    """Of 300 mentions and more 85 % are named and typed right, and at most 4 % linked wrongly; also of the blind ones alone."""
    figures = actors_tables.measure_tables([BLIND, FITTED], errors=0)
    assert figures["all"]["mentions"] >= 300
    for table in (BLIND.name, "all"):
        assert figures[table]["accuracy"] >= 85
        assert figures[table]["wrong_links"] <= 4


def test_a_line_of_another_shape_is_refused(tmp_path: Path) -> None:
    """A slip in the table is named with its line, not read as something else."""
    table = tmp_path / "table.psv"
    table.write_text("# names\nNo mention here. | victim | ML | 2019-01-01 | - | civilians\n")
    with pytest.raises(ValueError, match="line 2"):
        list(actors_tables.iter_mentions(table))
