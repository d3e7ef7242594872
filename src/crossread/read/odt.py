"""ODT: headings, paragraphs, lists and tables in their order, without what was deleted in tracked changes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import chain
from typing import Any

from crossread.read.archive import check_archive, parse_part, read_part
from crossread.read.options import ReadOptions
from crossread.read.properties import plausible_day, plausible_title
from crossread.read.refusal import refusal
from crossread.read.report import Item, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

CONTENT, META, MANIFEST = "content.xml", "meta.xml", "META-INF/manifest.xml"
KIND = b"application/vnd.oasis.opendocument.text"
_OPEN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, DRAW, STYLE, ABOUT = (_OPEN % name for name in ("office", "text", "table", "drawing", "style", "meta"))
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
# Deleted text, notes, comments, and lists of headings, which would tell each of them twice.
LEFT_OUT = frozenset(
    {f"{TEXT}tracked-changes", f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}table-of-content", f"{TEXT}alphabetical-index"}
)
MOST_SPACES = 100  # in a row, that one element stands for


@register("readers", "odt@1")
class OdtReader:
    """Texts as LibreOffice, OpenOffice and Google Docs save them in the open format."""

    media_type = "application/vnd.oasis.opendocument.text"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """A ZIP archive that begins with what it is."""
        if not sample.head.startswith(b"PK\x03\x04"):
            return 0
        return 6 if KIND in sample.head[30:200] else 4 if sample.extension == "odt" and b"word/" not in sample.head else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Item]:
        """One report, one paragraph or table row a line; the cells of a row are parted by bars."""
        parts = check_archive(file.content, options.limits)
        if CONTENT not in parts:
            raise refusal("unsupported_format", expected=CONTENT, found="an archive other than an OpenDocument text")
        with zipfile.ZipFile(BytesIO(file.content)) as archive:
            if MANIFEST in parts and b"encryption-data" in read_part(archive, MANIFEST):
                raise refusal("encrypted", found=f"encrypted parts in {MANIFEST}")
            root = parse_part(archive, CONTENT)
            about = parse_part(archive, META) if META in parts else None
        body = root.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise refusal("corrupt", expected=f"a text in {CONTENT}")
        text = "\n".join(block for block in _iter_blocks(body) if block.strip())
        title = plausible_title(about.findtext(f".//{DUBLIN}title")) if about is not None else None
        made = _day(about.findtext(f".//{ABOUT}creation-date")) if about is not None else None
        yield Report(text=text, title=title or _find_title(root, body), made=plausible_day(made, text=text))


def _iter_blocks(parent: Any) -> Iterator[str]:
    """The text of paragraphs and table rows below an element; boxes come behind the paragraph that they hang on."""
    for child in parent:
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield _line(child)
            for box in child.iter(f"{DRAW}text-box"):
                yield from _iter_blocks(box)
        elif child.tag == f"{TABLE}table-row":
            yield " | ".join(filter(None, (" ".join(_iter_blocks(cell)).strip() for cell in child)))
        elif child.tag not in LEFT_OUT:
            yield from _iter_blocks(child)


def _line(paragraph: Any) -> str:
    return " ".join("".join(_iter_text(paragraph)).split())


def _iter_text(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c") or "1"
            yield " " * (min(int(count), MOST_SPACES) if count.isdigit() else 1)
        elif child.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            yield " "
        elif child.tag not in LEFT_OUT and child.tag != f"{DRAW}frame":
            yield from _iter_text(child)
        yield child.tail or ""


def _find_title(root: Any, body: Any) -> str | None:
    """The first paragraph in the style of a title, or of one made from it; else the first heading of the first level."""
    own = {row.get(f"{STYLE}name") for row in root.iter(f"{STYLE}style") if row.get(f"{STYLE}parent-style-name") == "Title"}
    titles = (row for row in body.iter(f"{TEXT}p") if row.get(f"{TEXT}style-name") in {"Title", *own})
    headings = (row for row in body.iter(f"{TEXT}h") if row.get(f"{TEXT}outline-level") in (None, "1"))
    return next(filter(None, map(_line, chain(titles, headings))), None)


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat((told or "")[:10])
    except ValueError:
        return None
