"""Running headers, footers and page numbers of a PDF: found because they repeat, and left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median_low

from crossread import patterns as re
from crossread.read.options import load_table
from crossread.read.pdf_lines import Line, Page

_RULES = load_table("papers.toml")["furniture"]
PAGE_NUMBER = re.compile(
    r"(?i)[-–—|\s]*(?:page|p\.|pág\.|página|pag\.|seite|صفحة)?\s*\d{1,4}\s*(?:(?:of|de|sur|/|\|)\s*\d{1,4})?[-–—|\s]*"
)
PRINT_STAMP = re.compile(r"(?i)(?:^|\s)\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s|$)")
PRINTED_ADDRESS = re.compile(r"(?:^|\s)(https?://\S+)(?:\s|$)")
NUMBERED_LINE = re.compile(r"(?i).{0,80}[\s|–—-](?:page|pág\.|página|seite|صفحة)\s*\d{1,4}(?:\s*(?:of|de|sur|/)\s*\d{1,4})?")
NUMBER_AT_END = re.compile(r"^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$")
NUMBER = re.compile(r"\d+")


def drop_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without what repeats at one height near their top and bottom. A page never loses all of its lines."""
    running = _find_running(pages)
    counted = _find_counted(pages)
    return [_drop(page, running, counted.get(index)) for index, page in enumerate(pages)]


def find_printed_address(pages: Sequence[Page]) -> str | None:
    """The address that a browser printed at the edge of a page it made a PDF of."""
    edges = (line for page in pages[:1] for line in page.lines if _stands_at_edge(line, page))
    return next((found[1] for line in edges if (found := PRINTED_ADDRESS.search(line.text))), None)


def _find_running(pages: Sequence[Page]) -> dict[str, float]:
    """The lines that run through the pages, numbers not counted, with the height at which they stand."""
    places: dict[str, list[float]] = defaultdict(list)
    for page in pages:
        for key, place in {_key(line): line.bottom for line in _edge_lines(page)}.items():
            places[key].append(place)
    fewest = max(_RULES["fewest_pages"], _RULES["share_of_pages"] * len(pages))
    running = {key: median_low(found) for key, found in places.items() if len(key) > 1}
    return {key: place for key, place in running.items() if sum(_near(place, other) for other in places[key]) >= fewest}


def _find_counted(pages: Sequence[Page]) -> dict[int, Line]:
    """The outermost lines that carry the page's number with other words ("Chapter 3: Weapons 7"), by place of the page.

    They are told by their numbers, which go up by one from page to page, because their words change with the chapter.
    """
    found = [(index, line, offset) for index, page in enumerate(pages) for line, offset in _iter_offsets(index, page)]
    counts = Counter(offset for _, _, offset in found)
    fewest = max(_RULES["fewest_counted"], _RULES["share_of_pages"] * len(pages))
    return {index: line for index, line, offset in found if counts[offset] >= fewest}


def _iter_offsets(index: int, page: Page) -> Iterator[tuple[Line, int]]:
    if not page.lines:
        return
    for line in (max(page.lines, key=lambda line: line.top), min(page.lines, key=lambda line: line.bottom)):
        for number in set(NUMBER_AT_END.findall(line.text)) if _is_in_margin(line, page) else ():
            yield line, int(number) - index


def _edge_lines(page: Page) -> list[Line]:
    from_top = sorted(page.lines, key=lambda line: -line.top)
    count = _RULES["lines"]
    return from_top[:count] + from_top[count:][-count:]


def _key(line: Line) -> str:
    return NUMBER.sub("#", " ".join(line.text.lower().split()))


def _near(place: float, other: float) -> bool:
    return bool(abs(place - other) <= _RULES["points"])


def _drop(page: Page, running: Mapping[str, float], counted: Line | None) -> Page:
    edge = set(_edge_lines(page))
    kept = [line for line in page.lines if not (line in edge and (line == counted or _is_furniture(line, page, running)))]
    return page.with_lines(kept or page.lines)


def _is_furniture(line: Line, page: Page, running: Mapping[str, float]) -> bool:
    return _runs(line, running) or _is_page_number(line, page) or _is_printed(line, page)


def _is_printed(line: Line, page: Page) -> bool:
    """True for what a browser prints around a page: its address, and the day of printing, which is no dateline."""
    if not _stands_at_edge(line, page):
        return False
    return bool(PRINT_STAMP.search(line.text) or PRINTED_ADDRESS.search(line.text))


def _stands_at_edge(line: Line, page: Page) -> bool:
    margin = _RULES["print_margin"] * page.height
    return bool(line.top < margin or line.bottom > page.height - margin)


def _runs(line: Line, running: Mapping[str, float]) -> bool:
    place = running.get(_key(line))
    return place is not None and _near(place, line.bottom)


def _is_page_number(line: Line, page: Page) -> bool:
    lowest = all(line.bottom <= other.bottom for other in page.lines)
    highest = all(line.top >= other.top for other in page.lines)
    numbered = PAGE_NUMBER.fullmatch(line.text) or NUMBERED_LINE.fullmatch(line.text)
    return (lowest or highest) and _is_in_margin(line, page) and bool(numbered) and any(map(str.isdigit, line.text))


def _is_in_margin(line: Line, page: Page) -> bool:
    margin = _RULES["margin"] * page.height
    return bool(line.top < margin or line.bottom > page.height - margin)
