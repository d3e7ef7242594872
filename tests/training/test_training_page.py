"""docs/training.md tells of programs, options and files that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"python -m (training[\w.]*)([^`]*)")


def _file(module: str) -> Path:
    path = ROOT / module.replace(".", "/")
    return path / "__main__.py" if path.is_dir() else path.with_suffix(".py")


def test_every_program_and_its_options_exist() -> None:
    """Each `python -m training…` on the page is a module, and each option in its line is one that the module takes."""
    told = [(module, line) for module, rest in COMMAND.findall(PAGE) for line in [rest.split("\n```")[0]]]
    assert {"training", "training.pretrain", "training.export", "training.sweep", "training.calibrate"} <= {m for m, _ in told}
    for module, line in told:
        known = set(re.findall(r'"(--[\w-]+)"', _file(module).read_text(encoding="utf-8")))
        used = set(re.findall(r"--[a-z][\w-]+", line))
        assert used <= known, (module, used - known)


def test_every_file_named_exists() -> None:
    """Paths of the repository that the page names are there."""
    named = re.findall(r"`((?:training|tests|benchmarks|docs|src)/[\w./]+)`", PAGE)
    named += re.findall(r"python (benchmarks/\w+\.py)", PAGE)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
