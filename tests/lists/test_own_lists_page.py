"""The page on own lists: its examples can be used, and it names every column."""

from __future__ import annotations

import re
from pathlib import Path

from crossread.codebook import ActorRegistry
from crossread.gazetteer import Gazetteer
from crossread.lists import actors, places, use_lists

PAGE = (Path(__file__).parents[2] / "docs" / "own-lists.md").read_text(encoding="utf-8")


def test_the_examples_of_the_page_are_read_as_they_stand(tmp_path: Path) -> None:
    """Both tables in use: a camp, hills, a group and its wing, a part of a built-in group."""
    tables = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    for name, table in zip(("places.csv", "actors.csv"), tables, strict=True):
        (tmp_path / name).write_text(table, encoding="utf-8")
    use_lists(places=tmp_path / "places.csv", actors=tmp_path / "actors.csv")
    found = {place.name: place.kind for place in Gazetteer.open().own.places}
    assert found == {"Kourandela": "settlement", "Tessako camp": "settlement", "Hills of Dourma": "area"}
    registry = ActorRegistry.load()
    assert registry.same_actor("FRH-North", "Front of the River Herders") == 0.8
    assert registry.same_actor("Sahra Battalion", "JNIM") == 0.8


def test_the_page_names_every_column() -> None:
    for column in (*places.REQUIRED, *places.OPTIONAL, *actors.REQUIRED, *actors.OPTIONAL):
        assert f"`{column}`" in PAGE, column
