"""docs/exporting.md tells of every format, table and option there is."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from crossread import registry
from crossread.export import ExportOptions, Selection, export_formats, export_incidents
from crossread.export.content import TABLES

PAGE = (Path(__file__).parents[2] / "docs" / "exporting.md").read_text(encoding="utf-8")


def test_formats_and_tables_are_the_ones_described() -> None:
    """The first column of the two tables of the page lists exactly the formats and the tables that exist."""
    listed = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert sorted(listed) == sorted([*export_formats(), *TABLES])


def test_options_are_described() -> None:
    """Each option that changes what is written is named on the page."""
    for option in fields(ExportOptions):
        if option.name != "overwrite":
            assert f"{option.name}=" in PAGE, option.name


def test_own_format_of_the_page_works(tmp_path: Path, selection: Selection, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exporter shown on the page runs as printed there."""
    monkeypatch.setitem(registry._plugins, "exporters", dict(registry._plugins["exporters"]))
    code = next(block for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "@register" in block)
    exec(code, {"__name__": "page"})  # the code is our own page's
    export_incidents("ids", tmp_path / "out.ids", selection=selection)
    assert (tmp_path / "out.ids").read_text(encoding="utf-8") == "inc_market\ninc_pit"
