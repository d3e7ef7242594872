"""Hatchling build hook: makes the gazetteer file when crossread is installed, as a wheel or editable."""

from __future__ import annotations

import importlib
import sys
import types
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds `crossread/gazetteer/gazetteer.sqlite` unless one is there that is younger than everything it is made from."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the file and have it packed: it is git-ignored, so hatchling would leave it out."""
        if self.target_name != "wheel":
            return
        room = Path(self.root) / "src" / "crossread" / "gazetteer"
        target = room / "gazetteer.sqlite"
        if not _is_fresh(target, room):
            _load_builder(room).build_gazetteer(target)
        if version != "editable":
            build_data["artifacts"].append("src/crossread/gazetteer/gazetteer.sqlite")


def _is_fresh(target: Path, room: Path) -> bool:
    if not target.exists():
        return False
    made = target.stat().st_mtime
    return all(source.stat().st_mtime <= made for source in (*room.glob("*.py"), *(room / "data").iterdir()))


def _load_builder(room: Path) -> types.ModuleType:
    """crossread.gazetteer.build without the packages above it: their imports need what a build environment does not have."""
    for name, path in (("crossread", room.parent), ("crossread.gazetteer", room)):
        package = types.ModuleType(name)
        package.__path__ = [str(path)]
        sys.modules[name] = package
    return importlib.import_module("crossread.gazetteer.build")
