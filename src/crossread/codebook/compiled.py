"""The compiled form of the actor registry and the mention lists: one JSON file that loads in a few milliseconds."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from crossread.errors import CodebookError

COMPILED_NAME = "actors_compiled.json"


@cache
def load_compiled() -> dict[str, Any]:
    """What `compile_actors` wrote: `actors`, `index`, `mentions`, `demonyms`; read once per process."""
    try:
        return dict(json.loads((files("crossread.codebook") / COMPILED_NAME).read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise CodebookError(
            "The compiled actor registry is missing.",
            where=COMPILED_NAME,
            next_step="Run `python -m crossread.codebook.compile_actors`, or install crossread again.",
        ) from error
