"""DOCX: headings, paragraphs and tables in their order, without what was deleted in tracked changes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from crossread.read.archive import check_archive
from crossread.read.options import ReadOptions
from crossread.read.properties import plausible_day, plausible_title
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

MAIN_PART = "word/document.xml"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = frozenset({FALLBACK, f"{WORD}del", f"{WORD}moveFrom", f"{WORD}txbxContent"})


@register("readers", "docx@1")
class DocxReader:
    """Word files since 2007."""

    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """A ZIP archive with a folder `word`; the archive of another Office file is none."""
        if not sample.head.startswith(b"PK\x03\x04"):
            return 0
        if b"word/" in sample.head or b"wordprocessingml" in sample.head:
            return 5
        return 4 if sample.extension in ("docx", "docm") and b"xl/" not in sample.head else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report, one paragraph or table row a line; the cells of a row are parted by bars."""
        if MAIN_PART not in check_archive(file.content, options.limits):
            raise refusal("unsupported_format", expected=MAIN_PART, found="an archive or Office file other than DOCX")
        document = _open(file.content)
        text = "\n".join(block for block in _iter_blocks(document.element.body) if block.strip())
        properties = document.core_properties
        created = properties.created
        yield Report(
            text=text,
            title=plausible_title(properties.title) or _find_title(document.element.body),
            made=plausible_day(created.date() if created is not None else None, text=text),
        )


def _open(content: bytes) -> Any:
    # python-docx takes time to load and is needed in the parsing process only.
    import docx
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    _check_entities(content)
    try:
        document = docx.Document(BytesIO(content))
    except (KeyError, ValueError, LxmlError, zipfile.BadZipFile, OSError, EOFError, docx.exceptions.PythonDocxError) as error:
        raise refusal("corrupt", found=f"{type(error).__name__}: {str(error)[:120]}") from error
    if document.element.body is None:
        raise refusal("corrupt", expected="a body in the main part")
    return document


def _check_entities(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        try:
            beginning = archive.open(MAIN_PART).read(4096)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise refusal("corrupt", found=str(error)[:120]) from error
    if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning:
        raise refusal("unsafe_xml", found=f"a DOCTYPE in {MAIN_PART}")


def _iter_blocks(parent: Any) -> Iterator[str]:
    """The text of paragraphs and table rows below an element; content controls and tracked insertions are looked into."""
    for child in parent:
        if child.tag == f"{WORD}p":
            yield _paragraph_text(child)
            for box in child.iter(f"{WORD}txbxContent"):
                if not any(above.tag == FALLBACK for above in box.iterancestors()):
                    yield from _iter_blocks(box)
        elif child.tag == f"{WORD}tbl":
            for row in child.iter(f"{WORD}tr"):
                yield _row_text(row)
        elif child.tag not in LEFT_OUT:
            yield from _iter_blocks(child)


def _row_text(row: Any) -> str:
    cells = (cell for cell in row.iter(f"{WORD}tc") if next(cell.iterancestors(f"{WORD}tr")) is row)
    texts = (" ".join(_paragraph_text(paragraph) for paragraph in cell.iter(f"{WORD}p")).strip() for cell in cells)
    return " | ".join(text for text in texts if text)


def _paragraph_text(paragraph: Any) -> str:
    return " ".join("".join(_iter_text(paragraph)).split())


def _iter_text(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in (f"{WORD}tab", f"{WORD}br", f"{WORD}cr"):
            yield " "
        elif child.tag == f"{WORD}noBreakHyphen":
            yield "-"
        elif child.tag not in LEFT_OUT:
            yield from _iter_text(child)


def _find_title(body: Any) -> str | None:
    """The first paragraph in the style of a title or first heading."""
    for paragraph in body.iter(f"{WORD}p"):
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        if style is not None and style.get(f"{WORD}val") in ("Title", "Heading1"):
            return _paragraph_text(paragraph) or None
    return None
