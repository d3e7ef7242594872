"""Which gazetteer file this version of crossread reads, and where it lies."""

from __future__ import annotations

from pathlib import Path

SCHEMA_VERSION = 1
FILE = Path(__file__).parent / "gazetteer.sqlite"
DATA = Path(__file__).parent / "data"
DEMONYMS = Path(__file__).parents[1] / "codebook" / "demonyms.toml"  # the one table of words for nationalities
