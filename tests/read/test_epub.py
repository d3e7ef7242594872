"""EPUB: the chapters in reading order are one report; locked and damaged books are refused."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest

from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document, Rejection

FIRST, SECOND = "Two soldiers were hurt by a mine on Monday.", "An inquiry was opened in Gao."
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
ABOUT = "<dc:title>Roads of Gao</dc:title><dc:creator>A. Writer</dc:creator>"
ITEMS = "".join(
    f'<item id="{name}" href="{href}" media-type="application/xhtml+xml" {more}/>'
    for name, href, more in (
        ("toc", "toc.xhtml", 'properties="nav"'),
        ("two", "text/chapter%202.xhtml", ""),
        ("one", "text/1.xhtml", ""),
        ("ad", "text/ad.xhtml", ""),
    )
)
SPINE = '<itemref idref="toc"/><itemref idref="one"/><itemref idref="two"/><itemref idref="ad" linear="no"/>'


def page(body: str) -> str:
    return f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Not this</title></head><body>{body}</body></html>"


def book(*, about: str = ABOUT, spine: str = SPINE, **parts: str) -> bytes:
    """An e-book of two chapters."""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{about}</metadata>'
        f"<manifest>{ITEMS}</manifest><spine>{spine}</spine></package>"
    )
    content = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package,
        "OEBPS/toc.xhtml": page("<nav><ol><li>Contents</li></ol></nav>"),
        "OEBPS/text/1.xhtml": page(f"<h1>Mines</h1><p>{FIRST}</p>"),
        "OEBPS/text/chapter 2.xhtml": page(f"<p>{SECOND}</p>"),
        "OEBPS/text/ad.xhtml": page("<p>Buy more books.</p>"),
        **parts,
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, told in content.items():
            packed.writestr(name, told)
    return buffer.getvalue()


def read(content: bytes) -> Document:
    (result,) = read_bytes(content, name="book.epub", options=ReadOptions(language="en"))
    assert isinstance(result, ReadDocument), result
    assert result.document.reader == "epub@1"
    return result.document


def test_chapters_in_reading_order_are_one_report() -> None:
    """Not in the order of the archive or list, and without contents, advertisements and what stands beside the text."""
    document = read(book())
    assert document.text == f"Mines\n{FIRST}\n{SECOND}"
    assert (document.title, document.source, document.published) == ("Roads of Gao", "A. Writer", None)


def test_publisher_and_day_of_publication() -> None:
    """Who published it goes before who wrote it; a day of change is no day of publication, and a year alone is no day."""
    told = ABOUT + '<dc:publisher>Watch House</dc:publisher><dc:date opf:event="modification">2020-02-02</dc:date>'
    document = read(book(about=told + "<dc:date>2019-01-20</dc:date>"))
    assert (document.source, document.published, document.published_from) == ("Watch House", date(2019, 1, 20), "metadata")
    assert read(book(about=told)).published is None
    assert read(book(about=told + "<dc:date>2019</dc:date>")).published is None


LOCK = '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherReference URI="{}"/></encryption>'


def test_locked_letters_are_no_locked_book() -> None:
    """Publishers lock the fonts; a book whose chapters are locked cannot be read."""
    assert read(book(**{"META-INF/encryption.xml": LOCK.format("OEBPS/fonts/a.otf")})).title == "Roads of Gao"
    (refused,) = read_bytes(book(**{"META-INF/encryption.xml": LOCK.format("OEBPS/text/1.xhtml")}), name="book.epub")
    assert isinstance(refused, Rejection)
    assert (refused.reason, "without a lock" in refused.message) == ("encrypted", True)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (book(**{"META-INF/container.xml": "<container/>"}), "corrupt"),
        (book(**{"META-INF/container.xml": "<conta"}), "corrupt"),
        (book(**{"OEBPS/book.opf": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "unsafe_xml"),
        (book(spine=""), "corrupt"),
        (book(spine='<itemref idref="one"/>', **{"OEBPS/text/1.xhtml": page("")}), "empty"),
        (book().replace(b"OEBPS/text/1.xhtml", b"OEBPS/text/7.xhtml"), "corrupt"),
        (book()[:-40], "corrupt"),
    ],
)
def test_what_is_refused(content: bytes, reason: str) -> None:
    """Each says why, and names the file."""
    (refused,) = read_bytes(content, name="book.epub")
    assert isinstance(refused, Rejection), refused
    assert (refused.reason, "book.epub" in refused.message) == (reason, True)
