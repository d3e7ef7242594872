"""docs/codebook.md is what the TOML says."""

from __future__ import annotations

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
