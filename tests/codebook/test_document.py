"""docs/codebook.md is what the TOML says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from crossread.codebook import ActorRegistry, load_codebook
from crossread.codebook.codebook import read_toml
from crossread.codebook.document import to_markdown

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date() -> None:
    """The committed page equals a freshly generated one; if not, run `python -m crossread.codebook.document`."""
    settled = read_toml(ROOT / "src/crossread/codebook/settled_cases.toml")
    assert (ROOT / "docs/codebook.md").read_text(encoding="utf-8") == to_markdown(
        load_codebook(), settled, ActorRegistry.load()
    )


def test_asking_for_help_writes_no_page(tmp_path: Path) -> None:
    """A word that is no path, such as --help, is not taken for the name of a file."""
    command = [sys.executable, "-m", "crossread.codebook.document"]
    assert subprocess.run([*command, "--help"], cwd=tmp_path, capture_output=True, check=False).returncode == 0
    assert subprocess.run([*command, "--page"], cwd=tmp_path, capture_output=True, check=False).returncode == 2
    assert list(tmp_path.iterdir()) == []
    subprocess.run([*command, "page.md"], cwd=tmp_path, capture_output=True, check=True)
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]
