"""EPUB: the chapters of an e-book in the order in which they are read, as one report, like a PDF of the same publication."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from crossread.read.archive import check_archive, parse_part, read_part
from crossread.read.encoding import decode, show_nuls
from crossread.read.html_text import html_to_text
from crossread.read.options import ReadOptions
from crossread.read.properties import plausible_day, plausible_title
from crossread.read.refusal import refusal
from crossread.read.report import Item, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

CONTAINER, LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
KIND = b"application/epub+zip"
PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_LOCK = "{http://www.w3.org/2001/04/xmlenc#}CipherReference"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """The list of what a book holds, and the folder that its addresses start from."""

    package: Any
    folder: str

    def iter_chapters(self) -> Iterator[str]:
        """The parts with the pages, in reading order, without the table of contents and what stands beside the text."""
        rows = {row.get("id"): row for row in self.package.iter(f"{_OPF}item")}
        for place in self.package.iter(f"{_OPF}itemref"):
            row = rows.get(place.get("idref"))
            if row is None or place.get("linear") == "no" or row.get("media-type") not in PAGES:
                continue
            if "nav" not in (row.get("properties") or "").split():
                address = unquote((row.get("href") or "").partition("#")[0])
                yield posixpath.normpath(posixpath.join(self.folder, address))

    def find(self, name: str) -> str | None:
        """What the book says of itself: title, creator, publisher, language."""
        return (self.package.findtext(f".//{_DUBLIN}{name}") or "").strip() or None

    def find_day(self) -> date | None:
        """The day told without an event, or as that of publication; never that of a change."""
        for row in self.package.iter(f"{_DUBLIN}date"):
            if row.get(f"{_OPF}event") in (None, "publication"):
                try:
                    return date.fromisoformat((row.text or "").strip()[:10])
                except ValueError:
                    continue
        return None


@register("readers", "epub@1")
class EpubReader:
    """E-books without a lock."""

    media_type = "application/epub+zip"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """A ZIP archive that begins with what it is."""
        if not sample.head.startswith(b"PK\x03\x04"):
            return 0
        return 6 if KIND in sample.head[30:200] else 4 if sample.extension == "epub" else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Item]:
        """One report with the text of all chapters, a block a line. Who published it is the source, else who wrote it.

        One report, because that is what a book of an organisation is: its PDF is one, too, and its chapters are no sources
        beside each other.
        """
        parts = check_archive(file.content, options.limits)
        if CONTAINER not in parts:
            raise refusal("unsupported_format", expected=CONTAINER, found="an archive other than an e-book")
        with zipfile.ZipFile(BytesIO(file.content)) as archive:
            book = _open(archive)
            chapters = list(dict.fromkeys(book.iter_chapters()))
            _check_locks(archive, parts, chapters)
            text = "\n".join(filter(None, (_read_chapter(archive, part) for part in chapters)))
        if not chapters:
            raise refusal("corrupt", expected="chapters in the order of reading")
        yield Report(
            text=text,
            title=plausible_title(book.find("title")),
            source=book.find("publisher") or book.find("creator"),
            made=plausible_day(book.find_day(), text=text),
        )


def _open(archive: zipfile.ZipFile) -> _Book:
    root = parse_part(archive, CONTAINER).find(f".//{_CONTAINER}rootfile")
    path = root.get("full-path") if root is not None else None
    if not path:
        raise refusal("corrupt", expected=f"the address of the list of chapters in {CONTAINER}")
    return _Book(package=parse_part(archive, path), folder=posixpath.dirname(path))


def _check_locks(archive: zipfile.ZipFile, parts: Collection[str], chapters: Collection[str]) -> None:
    """Refuse a book whose chapters are locked; publishers often lock the letters alone, which are not needed."""
    if LOCKS not in parts:
        return
    locked = {unquote(row.get("URI") or "") for row in parse_part(archive, LOCKS).iter(_LOCK)}
    if not locked.isdisjoint(chapters):
        raise refusal("encrypted", found=f"locked chapters in {LOCKS}", next_step="Get a copy without a lock, or the PDF.")


def _read_chapter(archive: zipfile.ZipFile, part: str) -> str:
    return html_to_text(show_nuls(decode(read_part(archive, part))))
