"""The figures of weigh/weighing.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def figures(table: str) -> dict[str, Any]:
    """One table of the figures: `number`, `place`, `official` or `of_whom`."""
    found: dict[str, Any] = tomllib.loads(files("crossread.weigh").joinpath("weighing.toml").read_text(encoding="utf-8"))[table]
    return found
