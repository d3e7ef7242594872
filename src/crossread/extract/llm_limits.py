"""The limits of the llm extractor, from llm_limits.toml, where each has its reason."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_llm_toml(name: str) -> dict[str, Any]:
    """The tables of one data file that ships beside this one, read once per process."""
    return tomllib.loads((files("crossread.extract") / name).read_text(encoding="utf-8"))


def limit(table: str, name: str) -> int:
    """A limit that is a whole number."""
    return int(load_llm_toml("llm_limits.toml")[table][name])


def waiting(name: str) -> float:
    """A waiting time in seconds."""
    return float(load_llm_toml("llm_limits.toml")["waiting"][name])
