"""Printed lines -> paragraphs, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from crossread import patterns as re
from crossread.read.options import load_table
from crossread.read.pdf_lines import JOINER, Line, Page
from crossread.read.reading_order import order_lines

_TABLE = load_table("papers.toml")
_RULES = _TABLE["layout"]
_KEPT = frozenset(_TABLE["hyphen"]["kept"])
SENTENCE_END = re.compile(r"[.!?:؟。][\"'”’»)\]]*$")
LIST_ITEM = re.compile(r"(?:[•●▪■◦–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
LAST_WORD = re.compile(rf"(\w+){JOINER}$")


def to_paragraphs(pages: Sequence[Page]) -> list[str]:
    """The paragraphs of all pages; a sentence that goes on over the page's end stays one paragraph."""
    of_pages = [list(_iter_blocks(page)) for page in pages]
    lines = (line for blocks in of_pages for block in blocks for line in block)
    whole_words = {word.lower() for line in lines for word in re.findall(r"\w+-\w+", line.text)}
    paragraphs: list[str] = []
    for blocks in of_pages:
        texts = [join_lines([line.text for line in block], whole_words) for block in blocks]
        if paragraphs and texts and _goes_on(paragraphs[-1], texts[0]):
            paragraphs[-1] = join_lines([paragraphs[-1], texts.pop(0)], whole_words)
        paragraphs += texts
    return [paragraph.replace(JOINER, "-") for paragraph in paragraphs if paragraph]


def find_heading(pages: Sequence[Page]) -> str | None:
    """The first lines of the first page, if they are set in letters clearly larger than the usual ones."""
    if not pages or len(pages[0].lines) < 3:
        return None
    rules = _TABLE["title"]
    usual = median(line.height for page in pages for line in page.lines)
    heading: list[str] = []
    lines = order_lines(pages[0])
    for line in lines:
        if line.height < max(rules["heading_size"] * usual, (1 - _RULES["size_change"]) * lines[0].height):
            break
        heading.append(line.text)
    title = join_lines(heading, set()).replace(JOINER, "-")
    return title if 3 < len(title) <= rules["longest_heading"] else None


def join_lines(lines: Sequence[str], whole_words: set[str]) -> str:
    """The lines as one, with words put together that were parted at a line's end.

    A hyphen stays where the word has it elsewhere in the document (`whole_words`), where its first part is one that keeps
    it ("north-eastern"), and before a capital or a number.
    """
    text = ""
    for line in lines:
        last = LAST_WORD.search(text)
        if not text:
            text = line
        elif last is None:
            text = f"{text} {line}"
        else:
            word, following = last[1], line.split(" ", 1)[0]
            compound = f"{word}-{following}".lower().rstrip(".,;:!?)»”\"'")
            keeps = word.lower() in _KEPT or compound in whole_words or not following[:1].islower() or word[-1:].isdigit()
            text = text[:-1] + ("-" if keeps else "") + line
    return text


def _goes_on(before: str, after: str) -> bool:
    if before.endswith(JOINER):
        return True
    return bool(after) and after[0].islower() and not SENTENCE_END.search(before) and not LIST_ITEM.match(after)


def _iter_blocks(page: Page) -> Iterator[list[Line]]:
    lines = order_lines(page)
    if not lines:
        return
    gap = _usual_gap(lines)
    block = [lines[0]]
    for before, line in pairwise(lines):
        if _starts_paragraph(before, line, lines, gap):
            yield block
            block = []
        block.append(line)
    yield block


def _usual_gap(lines: Sequence[Line]) -> float:
    """The white space between two lines of one paragraph: of the gaps on the page, one of the smaller."""
    below = [(before, line) for before, line in pairwise(lines) if not line.stands_above(before)]
    most = _RULES["widest_gap"] * median(line.height for line in lines)
    gaps = sorted(gap for before, line in below if (gap := before.bottom - line.top) < most)
    return gaps[len(gaps) // _RULES["gap_rank"]] if gaps else 0.0


def _starts_paragraph(before: Line, line: Line, lines: Sequence[Line], gap: float) -> bool:
    if before.text.endswith(JOINER):
        return False
    height = min(before.height, line.height)
    if abs(before.height - line.height) > _RULES["size_change"] * max(before.height, line.height) and before.left != line.left:
        return True
    if before.bottom - line.top > gap + _RULES["paragraph_gap"] * height:
        return True
    if line.stands_above(before):  # a new column
        return bool(SENTENCE_END.search(before.text))
    if LIST_ITEM.match(line.text):
        return True
    column_left, column_right = _column_of(before, lines)
    if line.left - before.left > _RULES["indent"] * height and abs(before.left - column_left) < height:
        return True
    ends_short = before.right - column_left < _RULES["short_line"] * (column_right - column_left)
    return ends_short and (bool(SENTENCE_END.search(before.text)) or not line.text[:1].islower())


def _column_of(line: Line, lines: Sequence[Line]) -> tuple[float, float]:
    same = [other for other in lines if other.left < line.right and line.left < other.right]
    rights = sorted(other.right for other in same)
    return min(other.left for other in same), rights[min(int(0.9 * len(rights)), len(rights) - 1)]
