"""The lines of a PDF page with their place on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crossread import patterns as re

LINE_END_HYPHEN = "\x02"  # what pdfium gives for a hyphen at which a word goes on in the next line
JOINER = "\u00ad"  # stands in a line's text for that hyphen until the lines are joined
HYPHEN_AT_END = re.compile(r"(?<=\w)[-\u2010\u00ad]$")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line. Places are in points from the left and the bottom of the page; `height` is that of its letters."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """From the lowest to the highest point of the line's letters."""
        return max(self.top - self.bottom, 1.0)

    def stands_above(self, other: Line) -> bool:
        """True if this line stands higher on the page, by half a line or more."""
        return self.bottom > other.bottom + other.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of a page in the order of the file, and the page's size in points."""

    lines: tuple[Line, ...]
    width: float
    height: float

    def with_lines(self, lines: Sequence[Line]) -> Page:
        """The same page with other lines."""
        return replace(self, lines=tuple(lines))


def read_page(page: Any) -> Page:
    """The lines of one page of pypdfium2."""
    import pypdfium2.raw as pdfium  # loaded in the parsing process only

    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        codes = [pdfium.FPDFText_GetUnicode(text_page.raw, index) for index in range(text_page.count_chars())]
        lines = [line for start, end in _iter_ranges(codes) if (line := _read_line(text_page, codes, start, end))]
    finally:
        text_page.close()
        page.close()
    return Page(lines=tuple(lines), width=width, height=height)


def _iter_ranges(codes: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, code in enumerate(codes):
        if code in (10, 13):
            if index > start:
                yield start, index
            start = index + 1
        elif code == ord(LINE_END_HYPHEN):
            yield start, index + 1
            start = index + 1
    if start < len(codes):
        yield start, len(codes)


def _read_line(text_page: Any, codes: Sequence[int], start: int, end: int) -> Line | None:
    seen = [index for index in range(start, end) if codes[index] > 32 and codes[index] != 0xA0]
    if not seen:
        return None
    text = _to_text(codes[start:end])
    if not text.strip(f" {JOINER}"):
        return None
    boxes = [text_page.get_charbox(index, loose=True) for index in (seen[0], seen[len(seen) // 2], seen[-1])]
    return Line(
        text=" ".join(text.split()),
        left=min(box[0] for box in boxes),
        bottom=min(box[1] for box in boxes),
        right=max(box[2] for box in boxes),
        top=max(box[3] for box in boxes),
    )


def _to_text(codes: Sequence[int]) -> str:
    text = HYPHEN_AT_END.sub(LINE_END_HYPHEN, "".join(map(chr, codes)).rstrip()).replace(JOINER, "")
    text = text.replace(LINE_END_HYPHEN, JOINER).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return UNSEEN.sub("", text)
