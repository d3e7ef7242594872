"""Reads the actor TOMLs, checks them and writes the compiled registry that is loaded at run time.

The TOMLs are for people; parsing them takes longer than a run should wait, so one JSON file with the folded index is kept
beside them. `python -m crossread.codebook.compile_actors` writes it anew; a test compares the two.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from crossread.codebook.actor_entry import ActorEntry, entry_from_table
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.codebook import load_codebook, read_toml
from crossread.codebook.compiled import COMPILED_NAME
from crossread.codebook.name_folding import fold_name
from crossread.errors import CodebookError

FOLDER = Path(__file__).parent
COMPILED = FOLDER / COMPILED_NAME


def read_entries(folder: Path = FOLDER / "actors") -> list[ActorEntry]:
    """All actors of all files, in the order of file and line."""
    entries = []
    for path in sorted(folder.glob("*.toml")):
        for table in read_toml(path).get("actor", ()):
            entries.append(entry_from_table(table, path.name))  # type: ignore[arg-type]
    return entries


def check_entries(entries: Sequence[ActorEntry]) -> None:
    """Raise `CodebookError` at the first actor that breaks a rule of the registry."""
    ids = {entry.id for entry in entries}
    types = load_codebook().codes("actor_type")
    if len(ids) != len(entries):
        counted = Counter(entry.id for entry in entries)
        twice = sorted(name for name, count in counted.items() if count > 1)
        raise CodebookError(
            "Two actors have one id.",
            where="codebook/actors",
            found=", ".join(twice),
            next_step="Give one of them another id, or make one entry of both.",
        )
    for entry in entries:
        _check_links(entry, ids)
        _check_types(entry, types)
        if entry.starts and entry.ends and entry.starts > entry.ends:
            raise CodebookError(
                f"Actor {entry.id} ends before it begins.",
                expected="valid_from on or before valid_to",
                found=f"{entry.valid_from} to {entry.valid_to}",
            )
    for alias, first, second in iter_clashes(entries):
        if alias not in {fold_name(a) for a in first.ambiguous} or alias not in {fold_name(a) for a in second.ambiguous}:
            raise CodebookError(
                f"{first.id} and {second.id} share the name {alias!r} in one country at one time.",
                expected="another alias, other dates, or the alias under `ambiguous` of both",
                found=f"{first.countries} and {second.countries}",
            )


def iter_clashes(entries: Sequence[ActorEntry]) -> Iterator[tuple[str, ActorEntry, ActorEntry]]:
    """Pairs of actors that bear one folded name in one country at one time."""
    registry = ActorRegistry.from_entries(entries)
    for alias, ids in registry.index.items():
        bearers = [registry.actors[i] for i in ids]
        for n, first in enumerate(bearers):
            for second in bearers[n + 1 :]:
                if _share_country(first, second) and _share_time(first, second):
                    yield alias, first, second


def compile_registry(entries: Sequence[ActorEntry]) -> dict[str, Any]:
    """The object that `ActorRegistry.from_compiled` reads: what differs from an entry's defaults, and the index."""
    registry = ActorRegistry.from_entries(entries)
    rows = []
    for entry in entries:
        row = {name: getattr(entry, name) for name in ActorEntry.__slots__}
        rows.append({key: value for key, value in row.items() if value and key not in ("sources", "ambiguous")})
    tables = {name: read_toml(FOLDER / f"{name}.toml") for name in ("mentions", "demonyms")}
    return {"actors": rows, "index": registry.index, **tables}


def to_text(compiled: dict[str, Any]) -> str:
    """The compiled registry as text, one actor or alias a line, so that changes can be read."""
    actors = ",\n".join(json.dumps(row, ensure_ascii=False) for row in compiled["actors"])
    index = ",\n".join(f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in sorted(compiled["index"].items()))
    tables = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(compiled[name], ensure_ascii=False)}" for name in ("mentions", "demonyms")
    )
    return '{"actors": [\n' + actors + '\n],\n"index": {\n' + index + "\n},\n" + tables + "}\n"


def _check_links(entry: ActorEntry, ids: set[str]) -> None:
    for link in (entry.parent, entry.split_from, entry.merged_into, *entry.formed_from):
        if link is not None and (link not in ids or link == entry.id):
            raise CodebookError(
                f"Actor {entry.id} points to {link!r}, which is no other actor.",
                expected="the id of another actor, as parent, split_from, merged_into or formed_from",
                found=link,
            )


def _check_types(entry: ActorEntry, types: Sequence[str]) -> None:
    for kind in (entry.type, *entry.type_in.values(), *entry.type_from.values()):
        if kind not in types:
            raise CodebookError(f"Actor {entry.id} has an unknown type.", expected=", ".join(types), found=kind)


def _share_country(first: ActorEntry, second: ActorEntry) -> bool:
    a = {*first.countries, *([first.home] if first.home else [])}
    b = {*second.countries, *([second.home] if second.home else [])}
    return bool(a & b) or not a or not b


def _share_time(first: ActorEntry, second: ActorEntry) -> bool:
    starts = [entry.starts for entry in (first, second) if entry.starts]
    ends = [entry.ends for entry in (first, second) if entry.ends]
    return not starts or not ends or max(starts) <= min(ends)


def main() -> None:
    """Check the TOMLs and write the compiled registry."""
    entries = read_entries()
    check_entries(entries)
    COMPILED.write_text(to_text(compile_registry(entries)), encoding="utf-8")


if __name__ == "__main__":
    main()
