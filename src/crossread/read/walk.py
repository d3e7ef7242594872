"""Paths -> files: folders are read with all that is in them, in the order of names; what is no file is refused."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from crossread.read.options import load_table
from crossread.read.own_files import OwnFiles
from crossread.read.refusal import printable, refusal, to_rejection
from crossread.records import Rejection

STDIN = "-"
_ENDINGS = tuple(load_table("formats.toml")["page_assets"]["endings"])
_SYSTEM = load_table("formats.toml")["system_files"]
_HIDDEN = (".", *_SYSTEM["beginnings"])
_TELEGRAM = load_table("telegram.toml")["folders"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read; `path` is None for standard input. `name` is the path as it can be shown and stored."""

    path: Path | None
    name: str

    def read(self, size: int) -> bytes:
        """The first `size` bytes; fewer if there are no more. Never waits for a pipe that nobody writes to."""
        if self.path is None:
            return sys.stdin.buffer.read(size)
        descriptor = os.open(self.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise refusal("not_a_file", where=self.name)
            return stream.read(size)


@dataclass(slots=True)
class _Walk:
    """The folders that were entered, by device and number, so that a link back is noticed; what is left out of them.

    `rows`: tables of incidents are asked for.
    """

    own: OwnFiles
    rows: bool
    entered: set[tuple[int, int]] = field(default_factory=set)


def iter_files(
    paths: Iterable[str | Path], *, own: OwnFiles | None = None, rows: bool = False
) -> Iterator[FoundFile | Rejection]:
    """Every file named or in a named folder.

    Hidden files in folders and those a system leaves there (Thumbs.db) are passed over, and so are those that crossread
    itself wrote there, which `own` then tells; named ones are read. Files that a shell names beside the manifest of their
    export, as `*` does, are left out as in the folder itself.

    Links are followed, but not into a folder that was entered before.
    """
    own = own or OwnFiles()
    for path in _without_own(list(paths), own, rows=rows):
        if str(path) == STDIN:
            yield FoundFile(path=None, name="standard input")
        else:
            yield from _iter_path(Path(path), _Walk(own=own, rows=rows))


def _without_own(paths: list[str | Path], own: OwnFiles, *, rows: bool) -> list[str | Path]:
    """The paths without what several of them in one folder show to be crossread's own."""
    if len(paths) == 1:
        return paths
    named: dict[Path, list[str]] = {}
    for path in paths:
        if str(path) != STDIN:
            named.setdefault(Path(path).parent, []).append(Path(path).name)
    kept = {folder: set(own.take_out(folder, names, rows=rows)) for folder, names in named.items() if len(names) > 1}
    return [path for path in paths if str(path) == STDIN or Path(path).name in kept.get(Path(path).parent, {Path(path).name})]


def _iter_path(path: Path, walk: _Walk) -> Iterator[FoundFile | Rejection]:
    name = printable(os.fspath(path))
    try:
        status = path.stat()
    except OSError as error:
        yield _reject(name, _reason_of(error), str(error.strerror))
        return
    except ValueError as error:  # a NUL in the path
        yield _reject(name, "not_found", str(error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _iter_folder(path, name, (status.st_dev, status.st_ino), walk)
    elif stat.S_ISREG(status.st_mode):
        yield FoundFile(path=path, name=name)
    else:
        yield _reject(name, "not_a_file", None)


def _iter_folder(path: Path, name: str, key: tuple[int, int], walk: _Walk) -> Iterator[FoundFile | Rejection]:
    if key in walk.entered:
        yield _reject(name, "symlink_loop", None)
        return
    walk.entered.add(key)
    try:
        children = sorted(child for child in os.listdir(path) if not is_hidden(child))
    except OSError as error:
        yield _reject(name, _reason_of(error), str(error.strerror))
        return
    if not children:
        yield _reject(name, "folder_empty", None)
    children = walk.own.take_out(path, children, rows=walk.rows)
    shown = list_export_assets(children, is_folder=lambda child: (path / child).is_dir())
    if shown:
        yield _reject(name, "export_assets", ", ".join(shown))
    for child in children:
        if child in shown:
            continue
        if holds_page_assets(child, children):
            yield _reject(printable(os.fspath(path / child)), "page_assets", None)
        else:
            yield from _iter_path(path / child, walk)


def is_hidden(child: str) -> bool:
    """True for hidden files, and for what a system leaves in every folder: pictures' index, the lock of an open document."""
    return child.startswith(_HIDDEN) or child.lower() in _SYSTEM["names"]


def holds_page_assets(child: str, children: Collection[str]) -> bool:
    """True for the folder that a browser wrote beside a page it saved."""
    stem = next((child.removesuffix(ending) for ending in _ENDINGS if child.endswith(ending)), None)
    return stem is not None and any(f"{stem}.{extension}" in children for extension in ("html", "htm", "xhtml"))


def list_export_assets(children: Collection[str], *, is_folder: Callable[[str], bool]) -> list[str]:
    """What stands beside the messages of a Telegram export: thousands of pictures and scripts, none of them a report.

    Of an export in both forms the pages of a chat are read, which tell when a message that was passed on was first sent, but
    the JSON of a whole account, which tells the chats with one person from the channels.
    """
    if not any(mark in children for mark in _TELEGRAM["marks"]):
        return []
    twice: list[str] = next((rest for first, rest in _TELEGRAM["twice"].items() if {first, "result.json"} <= set(children)), [])
    return [child for child in children if child in twice or (child in _TELEGRAM["names"] and is_folder(child))]


def _reason_of(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "not_found"
    return "symlink_loop" if error.errno == errno.ELOOP or "symbolic links" in str(error) else "unreadable"


def _reject(name: str, reason: str, found: str | None) -> Rejection:
    return to_rejection(refusal(reason, where=name, found=found), subject=name)
