"""Agreement and disagreement as sign and word, as on the terminal."""

from __future__ import annotations

from crossread.weigh import MARKS

SIGNS = {**{name: (mark.sign, mark.word, mark.meaning) for name, mark in MARKS.items()}, "told": ("", "", "")}
