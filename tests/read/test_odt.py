"""ODT: paragraphs, lists and tables in their order; what was deleted stays deleted, and what is locked or unsafe is refused."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest

from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document, Rejection

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("meta", "meta"),
    )
)
SENTENCE = "Two soldiers were hurt by a mine on Monday."


def paper(body: str, *, styles: str = "", **parts: str) -> bytes:
    """An ODT file as LibreOffice writes it: what it is stands first and unpacked."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, told in {"content.xml": content, **parts}.items():
            packed.writestr(name, told)
    return buffer.getvalue()


def about(inner: str) -> str:
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f"<office:document-meta {NAMES} {dublin}><office:meta>{inner}</office:meta></office:document-meta>"


def read(content: bytes) -> Document:
    (result,) = read_bytes(content, name="report.odt", options=ReadOptions(language="en"))
    assert isinstance(result, ReadDocument), result
    assert result.document.reader == "odt@1"
    return result.document


def refused(content: bytes, name: str = "report.odt") -> Rejection:
    (result,) = read_bytes(content, name=name)
    assert isinstance(result, Rejection), result
    return result


def test_everything_in_its_order() -> None:
    """Heading, paragraph, list and table come as they stand; the cells of a row are parted by bars."""
    cells = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in ("Gao", "2"))
    document = read(
        paper(
            f'<text:h text:outline-level="1">Mine hurts two</text:h><text:section><text:p>{SENTENCE}</text:p></text:section>'
            "<text:list><text:list-item><text:p>One <text:span>was</text:span> a<text:s text:c='2'/>driver.</text:p>"
            "</text:list-item></text:list>"
            f"<table:table><table:table-row>{cells}</table:table-row></table:table><text:p>An<text:tab/>inquiry.</text:p>"
        )
    )
    assert document.text == f"Mine hurts two\n{SENTENCE}\nOne was a driver.\nGao | 2\nAn inquiry."
    assert document.title == "Mine hurts two"


def test_what_is_left_out() -> None:
    """Deleted words, comments, footnotes and the list of headings are no text; inserted words and boxes are."""
    document = read(
        paper(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>Ten men died.</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>"
            "<text:table-of-content><text:index-body><text:p>1 Mines 3</text:p></text:index-body></text:table-of-content>"
            "<text:p>Two <text:change-start text:change-id='c'/>more <text:change-end text:change-id='c'/>men"
            "<office:annotation><text:p>Sure?</text:p></office:annotation> were hurt<text:note><text:note-citation>1"
            "</text:note-citation><text:note-body><text:p>Radio.</text:p></text:note-body></text:note> in Gao."
            "<draw:frame><draw:text-box><text:p>A box.</text:p></draw:text-box></draw:frame></text:p>"
        )
    )
    assert document.text == "Two more men were hurt in Gao.\nA box."


def test_title_and_day() -> None:
    """The property, else a paragraph in the style of a title or one made from it; the day the file was made."""
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = f'<text:h>First heading</text:h><text:p text:style-name="P1">The title</text:p><text:p>{SENTENCE}</text:p>'
    assert read(paper(body, styles=styles)).title == "The title"
    told = about("<dc:title>Weekly brief</dc:title><meta:creation-date>2019-01-20T09:00:00</meta:creation-date>")
    document = read(paper(body, **{"meta.xml": told}))
    assert (document.title, document.published, document.published_from) == ("Weekly brief", date(2019, 1, 20), "metadata")
    assert read(paper(body, **{"meta.xml": about("<meta:creation-date>soon</meta:creation-date>")})).published is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (paper("<text:p>x", styles="<"), "corrupt"),
        (paper(f"<text:p>{SENTENCE}</text:p>")[:-60], "corrupt"),
        (paper("<text:p/>"), "empty"),
        (paper("x", **{"content.xml": f"<office:document-content {NAMES}/>"}), "corrupt"),
        (paper("x", **{"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "unsafe_xml"),
        (paper("x", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "encrypted"),
        (paper("<text:section>" * 3000 + "<text:p>x</text:p>" + "</text:section>" * 3000), "too_deep"),
        (paper("x", **{"../out.txt": "x"}), "archive_unsafe"),
    ],
)
def test_what_is_refused(content: bytes, reason: str) -> None:
    """Each says why, and names the file."""
    told = refused(content)
    assert (told.reason, "report.odt" in told.message) == (reason, True)


def test_tables_in_the_open_format_are_told_from_texts() -> None:
    """An ODS is named as such, whatever it is called."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", "<x/>")
    assert "OpenDocument table" in refused(buffer.getvalue(), "rows.ods").message
