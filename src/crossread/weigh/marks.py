"""Agreement and disagreement as sign and word, the same wherever accounts stand side by side."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one verdict of a cell is shown."""

    sign: str
    word: str
    meaning: str

    @property
    def line(self) -> str:
        """Both in one line: `≠ differs`."""
        return f"{self.sign} {self.word}"


MARKS = {
    "agrees": Mark(sign="=", word="agrees", meaning="as the incident"),
    "compatible": Mark(sign="≈", word="compatible", meaning="coarser or open, both can be right"),
    "differs": Mark(sign="≠", word="differs", meaning="both cannot be right"),
    "set aside": Mark(sign="×", word="set aside", meaning="a party's word about its enemy's losses"),
    "not told": Mark(sign="·", word="not told", meaning=""),
}
