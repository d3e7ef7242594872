"""How well actors are named and typed in tables of mentions in context; for `actors.py --tables`.

A line: text with [the mention] | role | country | day of publication | name (- for none) | actor type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from crossread.codebook import ActorRegistry
from crossread.normalize.actors import ActorContext, ActorResolver

COLUMNS = 6
SAME = 0.7  # of the registry's likeness of two names: the same actor, also before a change of name


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention and what a coder calls it."""

    raw: str
    role: str
    context: ActorContext
    name: str | None
    kind: str


def iter_mentions(path: Path) -> Iterator[Mention]:
    """The mentions of a table; a line of another shape is refused."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            marked = re.search(r"\[([^\]]+)\]", cells[0])
            if len(cells) != COLUMNS or marked is None:
                raise ValueError(f"{path}, line {number}: expected {COLUMNS} cells and one [mention], found {line!r}")
            yield _mention(cells, marked)


def _mention(cells: list[str], marked: re.Match[str]) -> Mention:
    text = cells[0].replace("[", "").replace("]", "")
    start, raw = marked.start(), marked.group(1)
    context = ActorContext(
        text=text,
        start=start,
        end=start + len(raw),
        country=None if cells[2] in ("", "-") else cells[2],
        published=date.fromisoformat(cells[3]) if cells[3] not in ("", "-") else None,
    )
    return Mention(raw=raw, role=cells[1], context=context, name=None if cells[4] == "-" else cells[4], kind=cells[5])


def measure_tables(paths: list[Path], *, errors: int) -> dict[str, Any]:
    """Figures of each table and of all together; the first `errors` misses are printed."""
    tables = {path.name: list(iter_mentions(path)) for path in paths}
    figures = {name: _measure(mentions, errors=errors) for name, mentions in tables.items()}
    return {**figures, "all": _measure([one for mentions in tables.values() for one in mentions], errors=0)}


def _measure(mentions: list[Mention], *, errors: int) -> dict[str, Any]:
    resolver, registry = ActorResolver(), ActorRegistry.load()
    right = named = typed = wrong = shown = 0
    for one in mentions:
        found = resolver.resolve(one.raw, role=one.role, context=one.context)
        same = found.name == one.name or bool(found.name and one.name and registry.same_actor(found.name, one.name) >= SAME)
        named += same
        typed += found.type == one.kind
        wrong += found.name is not None and not same
        right += same and found.type == one.kind
        if not (same and found.type == one.kind) and shown < errors:
            shown += 1
            print(f"{one.raw!r} in {one.context.text!r}: {one.name}, {one.kind}; found {found.name}, {found.type}")
    share = {"accuracy": right, "name": named, "type": typed, "wrong_links": wrong}
    return {"mentions": len(mentions)} | {key: round(100 * n / max(1, len(mentions)), 1) for key, n in share.items()}
