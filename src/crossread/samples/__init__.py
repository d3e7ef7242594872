"""A small collection of reports on Mali, January 2019, to try crossread on: one case in which accounts agree and disagree.

The texts were written for crossread after public facts (see README.md here). This is a data room: it imports nothing.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["sample_folder", "sample_paths", "sample_sources"]


def sample_folder() -> Path:
    """The folder that holds the sample reports and nothing else, as installed: it can be read as a whole."""
    return Path(__file__).parent / "mali"


def sample_paths() -> list[Path]:
    """The files of the sample reports by name, always in the same order; one of them (`.jsonl`) holds several reports."""
    return sorted(path for path in sample_folder().iterdir() if path.is_file())


def sample_sources() -> dict[str, str]:
    """Who published the file that does not say so itself, by file name: what a reader would give as the source."""
    return {
        "french-general-staff-weekly-point.pdf": "French general staff",
    }
