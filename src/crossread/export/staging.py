"""Files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from crossread.errors import ExportError


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """One finished file: its name, its size in bytes and the SHA-256 of its bytes."""

    name: str
    size: int
    sha256: str


@dataclass(slots=True, kw_only=True)
class Staging:
    """Temporary files beside their targets, put in place together by `publish`.

    Leaving the `with` block without `publish` (an error, an interrupt) removes them, and what stood at the targets before is
    untouched. The last one staged, the manifest, comes last: a manifest is a promise that the rest is complete.
    """

    overwrite: bool
    _staged: dict[Path, Path] = field(default_factory=dict)

    def __enter__(self) -> Staging:
        """Nothing is staged yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Remove what was staged and not published; whatever was raised goes on."""
        for temporary in self._staged.values():
            temporary.unlink(missing_ok=True)

    def stage(self, target: Path) -> Path:
        """A temporary path to write to, which `publish` renames to `target`."""
        self.check_free(target)
        try:
            number, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        except OSError as error:
            raise ExportError(
                "The export cannot be written there.",
                where=str(target),
                expected="an existing folder that may be written to",
                found=error.strerror or str(error),
                next_step="Create the folder, or choose another path.",
            ) from error
        os.close(number)
        self._staged[target] = Path(name)
        return self._staged[target]

    def check_free(self, target: Path) -> None:
        """Raise `ExportError` if something stands at the target that must not be overwritten."""
        if target.is_dir() or (target.exists() and not self.overwrite):
            raise ExportError(
                "There is a folder by that name." if target.is_dir() else "There is already a file by that name.",
                where=str(target),
                expected="a free name" if self.overwrite else "a free name, or to be told to overwrite",
                next_step="Choose another path." if target.is_dir() else "Choose another path, or overwrite with --overwrite.",
            )

    def describe(self) -> tuple[WrittenFile, ...]:
        """The files staged so far, as they will stand at their targets."""
        return tuple(_describe(target, temporary) for target, temporary in self._staged.items())

    def publish(self) -> None:
        """Put every file in place, in the order of staging."""
        for target in self._staged:
            self.check_free(target)
        for target, temporary in list(self._staged.items()):
            _open_to_umask(temporary)
            os.replace(temporary, target)
            del self._staged[target]


def _describe(target: Path, temporary: Path) -> WrittenFile:
    content = temporary.read_bytes()
    return WrittenFile(name=target.name, size=len(content), sha256=hashlib.sha256(content).hexdigest())


def _open_to_umask(path: Path) -> None:
    """Give a temporary file, made for its owner's eyes only, the rights that a plain new file would have."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
