"""DOCX: paragraphs, tables and headings in their order; what was deleted stays deleted."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml

from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document

NAMESPACE = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
SENTENCE = "Two soldiers were hurt by a mine on Monday."


def read(document: Any) -> Document:
    buffer = BytesIO()
    document.save(buffer)
    (result,) = read_bytes(buffer.getvalue(), name="report.docx", options=ReadOptions(language="en"))
    assert isinstance(result, ReadDocument), result
    return result.document


def test_everything_in_its_order() -> None:
    """Heading, paragraph, table and paragraph come as they stand; the cells of a row are parted by bars."""
    paper = docx.Document()
    paper.add_heading("Mine hurts two", 1)
    paper.add_paragraph(SENTENCE)
    table = paper.add_table(rows=2, cols=2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), ("Place", "Hurt", "Gao", "2"), strict=True):
        cell.text = text
    paper.add_paragraph("An inquiry was opened.")
    document = read(paper)
    assert document.text == f"Mine hurts two\n{SENTENCE}\nPlace | Hurt\nGao | 2\nAn inquiry was opened."
    assert document.title == "Mine hurts two"


def test_tracked_changes_are_read_as_accepted() -> None:
    """What was inserted is text; what was deleted or moved away is not."""
    paper = docx.Document()
    changed = parse_xml(
        f"<w:p {NAMESPACE}><w:r><w:t xml:space='preserve'>At least </w:t></w:r>"
        "<w:del><w:r><w:delText>ten</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>twelve</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom>"
        "<w:hyperlink><w:r><w:t xml:space='preserve'> men</w:t></w:r></w:hyperlink>"
        "<w:r><w:t xml:space='preserve'> were hurt.</w:t></w:r></w:p>"
    )
    paper.element.body.insert(0, changed)
    assert read(paper).text == "At least twelve men were hurt."


def test_content_controls_are_looked_into() -> None:
    """Forms put whole paragraphs into controls; they are text like any other."""
    paper = docx.Document()
    control = parse_xml(f"<w:sdt {NAMESPACE}><w:sdtContent><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    paper.element.body.insert(0, control)
    assert read(paper).text == SENTENCE


def test_properties_are_believed_only_when_plausible() -> None:
    """A real title and day are taken; a template's day and a file's name are not."""
    paper = docx.Document()
    paper.add_paragraph(SENTENCE)
    assert (read(paper).title, read(paper).published) == (None, None)
    paper.core_properties.title = "final_v3.docx"
    assert read(paper).title is None
    paper.core_properties.title = "Mine hurts two"
    paper.core_properties.created = datetime(2019, 1, 20, 9, 0)
    document = read(paper)
    assert (document.title, document.published, document.published_from) == ("Mine hurts two", date(2019, 1, 20), "metadata")
