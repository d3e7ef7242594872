"""Files that crossread itself wrote into a folder of reports: the open store, and exports with their manifests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crossread.read.refusal import printable

MANIFEST = ".manifest.json"
LARGEST = 20_000_000  # bytes of a manifest; one with a thousand ids for each reason has some hundred thousand
MOST_NAMED = 3
_SQLITE = "sqlite:///"
_BESIDE_STORE = ("-shm", "-wal", "-journal")  # what SQLite writes while a store is open


@dataclass(slots=True, kw_only=True)
class OwnFiles:
    """What a run leaves out of the folders it reads, because it would be read as one more source of what it was made of.

    `store` is the path of the store that is open, if any; `left_out` are the names of the files, in the order they were met.
    What SQLite keeps beside an open store is part of it, and not named.
    """

    store: str | None = None
    left_out: list[str] = field(default_factory=list)

    def take_out(self, folder: Path, children: Sequence[str], *, rows: bool = False) -> list[str]:
        """The children of a folder without the open store, manifests of exports, and the files that these name.

        With `rows` the files of an export stay: tables of incidents are what was asked for, and a row of another store's
        export is somebody's account. Rows that this store wrote are told by their ids.
        """
        store = self._store_in(folder)
        own = {store} if store else set()
        for name in children:
            files = _files_of(folder / name) if name.endswith(MANIFEST) else None
            if files is not None:
                own |= {name} if rows else {name, *files}
        self.left_out += [printable(str(folder / name)) for name in children if name in own]
        passing = {f"{store}{ending}" for ending in _BESIDE_STORE} if store else set()
        return [name for name in children if name not in own | passing]

    def _store_in(self, folder: Path) -> str | None:
        """The name of the open store, if it lies in this folder."""
        store = Path((self.store or "").removeprefix(_SQLITE))
        return store.name if self.store and _same(folder, store.parent) else None


def say_own_files(names: Sequence[str]) -> str:
    """How many files were left out, the first of them by name, and how one is read all the same."""
    shown = [Path(name).name for name in names[:MOST_NAMED]]
    more = " and others" if len(names) > len(shown) else ""
    one = len(names) == 1
    how = "name it alone to read it" if one else "name one alone to read it"
    return f"{len(names)} file{'' if one else 's'} of crossread's own left out ({', '.join(shown)}{more}; {how})"


def _files_of(path: Path) -> Iterable[str] | None:
    """The files that a manifest of an export names; None for what is no such manifest."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or "crossread" not in told or not isinstance(told.get("files"), list):
        return None
    return list(_names(told["files"]))


def _names(files: list[Any]) -> Iterator[str]:
    for file in files:
        if isinstance(file, dict) and isinstance(file.get("name"), str):
            yield file["name"]


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
