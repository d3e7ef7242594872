"""Which members of a zipped folder are read: those that would be read of the folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crossread.read.refusal import refusal
from crossread.read.walk import holds_page_assets, is_hidden, list_export_assets


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A file or folder that is not read: its name, the reason, and what was found."""

    name: str
    reason: str
    found: str | None


@dataclass(slots=True)
class _Folders:
    """The names in each folder of the archive ("" is the archive itself), and those that are folders again."""

    children: dict[str, set[str]]
    shown: dict[str, list[str]] = field(default_factory=dict)

    def list_shown(self, folder: str) -> list[str]:
        """What in this folder only goes with the messages of a Telegram export."""
        if folder not in self.shown:
            children = self.children[folder]
            self.shown[folder] = list_export_assets(children, is_folder=lambda name: self.is_folder(_join(folder, name)))
        return self.shown[folder]

    def is_folder(self, path: str) -> bool:
        return path in self.children


def choose_members(names: Sequence[str], *, deepest: int) -> Iterator[str | LeftOut]:
    """The names of the members to read, in order; a folder that goes with a saved page or a Telegram export is told once."""
    folders = _sort_into_folders(names, deepest=deepest)
    told: set[str] = set()
    for name in sorted(names, key=lambda name: name.split("/")):
        parts = name.split("/")
        if any(map(is_hidden, parts)):
            continue
        left = next((left for depth in range(len(parts)) if (left := _find_left_out(folders, parts, depth))), None)
        if left is None:
            yield name
        elif left.name not in told:
            told.add(left.name)
            yield left


def _sort_into_folders(names: Sequence[str], *, deepest: int) -> _Folders:
    children: dict[str, set[str]] = {"": set()}
    for name in names:
        parts = name.split("/")
        if len(parts) > deepest:
            raise refusal("archive_unsafe", expected=f"at most {deepest} folders in each other", found=f"{len(parts)}")
        for depth, part in enumerate(parts):
            children.setdefault("/".join(parts[:depth]), set()).add(part)
    return _Folders(children)


def _find_left_out(folders: _Folders, parts: Sequence[str], depth: int) -> LeftOut | None:
    """The reason for which the part at this depth is not read, if there is one."""
    around, child = "/".join(parts[:depth]), parts[depth]
    children = folders.children[around]
    path = _join(around, child)
    if depth < len(parts) - 1 and holds_page_assets(child, children):
        return LeftOut(name=path, reason="page_assets", found=None)
    if child in (shown := folders.list_shown(around)):
        return LeftOut(name=around or child, reason="export_assets", found=", ".join(sorted(shown)))
    return None


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
