"""PDF and DOCX: damaged, locked, empty, bombs, archives that are something else."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from docx import Document
from hostile_text import SENTENCE
from openpyxl import Workbook
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WORD_XML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(lines: int = 20, *, password: str | None = None, pages: int = 1) -> bytes:
    """A PDF with sentences on it."""
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password, canPrint=0) if password else None)
    for page in range(pages):
        for line in range(lines):
            canvas.drawString(60, 780 - 14 * line, f"{page}.{line} {SENTENCE.strip()}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _pdf_of_pictures() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for _ in range(3):
        canvas.drawImage(ImageReader(Image.new("RGB", (200, 200), "grey")), 50, 300)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _raw_pdf(*objects: bytes) -> bytes:
    parts = [b"%PDF-1.4\n"]
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = sum(map(len, parts))
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return b"".join(parts)


def _pdf_without_pages() -> bytes:
    return _raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")


def _pdf_of_itself() -> bytes:
    return _raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>")


def _pdf_stream(content: bytes, fonts: bytes = b"/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>") -> bytes:
    packed = zlib.compress(content, 9)
    return _raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << " + fonts + b" >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    )


def _pdf_form_loop() -> bytes:
    return _raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 10 >>\n"
        b"stream\n/X Do /X Do\nendstream",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    )


def docx(*paragraphs: str) -> bytes:
    """A DOCX with these paragraphs."""
    document = Document()
    for paragraph in paragraphs or (SENTENCE.strip(),) * 3:
        document.add_paragraph(paragraph)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _docx_with(extra: Mapping[str, bytes], *, main: bytes | None = None) -> bytes:
    """A DOCX with other parts added, or with another main part."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(docx())) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, main if main is not None and part.filename == "word/document.xml" else content)
        for name, content in extra.items():
            new.writestr(name, content)
    return buffer.getvalue()


def _word_xml(body: str, doctype: str = "") -> bytes:
    return f"<?xml version='1.0'?>{doctype}<w:document xmlns:w='{WORD_XML}'><w:body>{body}</w:body></w:document>".encode()


def _docx_that_lies() -> bytes:
    """A DOCX whose directory tells a smaller size for the main part than it unpacks to."""
    content = bytearray(_docx_with({}, main=_word_xml("<w:p><w:r><w:t>" + "x" * 3_000_000 + "</w:t></w:r></w:p>")))
    start = content.find(b"PK\x01\x02")
    while start != -1:
        length = struct.unpack("<H", content[start + 28 : start + 30])[0]
        if content[start + 46 : start + 46 + length] == b"word/document.xml":
            content[start + 24 : start + 28] = struct.pack("<I", 500)
        start = content.find(b"PK\x01\x02", start + 4)
    return bytes(content)


def _workbook() -> bytes:
    book = Workbook()
    book.active.append(["external_id", "text"])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _zip(files: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


RUN = "<w:p><w:r><w:t>Two soldiers were hurt by a mine on Monday.</w:t></w:r></w:p>"
BOMB = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"

MAKERS = {
    "cut.pdf": lambda: pdf()[:900],
    "half.pdf": lambda: pdf(pages=3)[: len(pdf(pages=3)) // 2],
    "mark_only.pdf": lambda: b"%PDF-1.7\n",
    "junk.pdf": lambda: b"%PDF-1.4\n" + bytes(range(256)) * 200,
    "locked.pdf": lambda: pdf(password="secret"),
    "pictures.pdf": lambda: _pdf_of_pictures(),
    "no_pages.pdf": lambda: _pdf_without_pages(),
    "own_child.pdf": lambda: _pdf_of_itself(),
    "form_loop.pdf": lambda: _pdf_form_loop(),
    "blank_page.pdf": lambda: _pdf_stream(b""),
    "stream_bomb.pdf": lambda: _pdf_stream(b" " * 100_000_000),
    "million_strings.pdf": lambda: _pdf_stream(b"BT /F1 9 Tf 50 50 Td " + b"(Shots were heard) Tj 0 1 Td " * 300_000 + b"ET"),
    "deep_arrays.pdf": lambda: _pdf_stream(b"[" * 2_000_000),
    "many_pages.pdf": lambda: pdf(lines=1, pages=2_100),
    "leading_junk.pdf": lambda: b"\n\njunk\n" + pdf(),
    "pdf_called.txt": lambda: pdf(),
    "pdf_called.html": lambda: pdf(),
    "pdf_called.docx": lambda: pdf(),
    "pdf_without_extension": lambda: pdf(),
    "docx_called.txt": lambda: docx(),
    "docx_called.pdf": lambda: docx(),
    "docx_called.zip": lambda: docx(),
    "empty.docx": lambda: docx(" "),
    "cut.docx": lambda: docx()[:-300],
    "half.docx": lambda: docx()[: len(docx()) // 2],
    "climbing.docx": lambda: _docx_with({"../../../../tmp/evil.txt": b"x"}),
    "absolute.docx": lambda: _docx_with({"/etc/evil.txt": b"x"}),
    "drive.docx": lambda: _docx_with({"C:\\evil.txt": b"x"}),
    "bomb.docx": lambda: _docx_with({}, main=_word_xml("<w:p><w:r><w:t>" + " " * 150_000_000 + "</w:t></w:r></w:p>")),
    "big_bomb.docx": lambda: _docx_with({f"word/media/{n}.bin": b"\0" * 60_000_000 for n in range(4)}),
    "lying.docx": lambda: _docx_that_lies(),
    "many_parts.docx": lambda: _docx_with({f"word/media/{n}": b"" for n in range(2_500)}),
    "entities.docx": lambda: _docx_with({}, main=_word_xml("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", BOMB)),
    "not_xml.docx": lambda: _docx_with({}, main=b"this is no xml"),
    "no_body.docx": lambda: _docx_with({}, main=f"<w:document xmlns:w='{WORD_XML}'/>".encode()),
    "deep.docx": lambda: _docx_with({}, main=_word_xml("<w:sdt><w:sdtContent>" * 5_000 + RUN)),
    "deep_tables.docx": lambda: _docx_with(
        {}, main=_word_xml("<w:tbl><w:tr><w:tc>" * 70 + RUN + "</w:tc></w:tr></w:tbl>" * 70)
    ),
    "many_rows.docx": lambda: _docx_with({}, main=_word_xml(f"<w:tbl>{f'<w:tr><w:tc>{RUN}</w:tc></w:tr>' * 20_000}</w:tbl>")),
    "workbook.docx": lambda: _workbook(),
    "workbook.xlsx": lambda: _workbook(),
    "other_archive.docx": lambda: _zip({"readme.txt": b"Two soldiers were hurt."}),
    "empty_archive.docx": lambda: _zip({}),
    "mark_only.docx": lambda: b"PK\x03\x04",
}
