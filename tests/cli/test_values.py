"""Values of the command line that are none are refused in crossread's own words."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app


@pytest.mark.parametrize("command", [("incidents", "--limit"), ("audit", "--last")])
@pytest.mark.parametrize("given", ["0", "-3", "none", "1.5", "²"])
def test_a_number_of_lines_is_a_whole_one_from_1(command: tuple[str, str], given: str) -> None:
    """Wrong usage, told in words that no library wrote."""
    done = CliRunner().invoke(app, [*command, given], env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert done.exit_code == 2
    assert f"expected a whole number from 1, found '{given}'" in done.output
