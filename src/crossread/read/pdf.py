"""PDF: the text in reading order, without running headers, footers, page numbers and hyphens at line ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from crossread import patterns as re
from crossread.read.options import ReadOptions
from crossread.read.pdf_furniture import drop_furniture, find_printed_address
from crossread.read.pdf_layout import find_heading, to_paragraphs
from crossread.read.pdf_lines import Page, read_page
from crossread.read.properties import plausible_day, plausible_title
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

MAGIC_WITHIN = 1024  # bytes; some programs write a few lines before the mark
FEWEST_LETTERS_PER_PAGE = 5  # below this, on the average, the letters are stamps on scanned pages
UNKNOWN_SHARE = 0.3  # of the characters; a font without a table of its letters gives signs without meaning
PDF_DATE = re.compile(r"D?:?\s*(\d{4})(\d{2})(\d{2})")


@register("readers", "pdf@1")
class PdfReader:
    """PDF files with a text layer."""

    media_type = "application/pdf"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By its mark, which stands within the first kilobyte."""
        return 5 if b"%PDF-" in sample.head[:MAGIC_WITHIN] else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report; raises `encrypted`, `no_text_layer`, `corrupt` or `too_many_pages`."""
        document = _open(file.content)
        try:
            count = len(document)
            if count > options.limits.pages:
                raise refusal("too_many_pages", expected=f"at most {options.limits.pages}", found=str(count))
            pages = _read_pages(document, count)
            _check_letters(document, pages)
            url = find_printed_address(pages)
            pages = drop_furniture(pages)
            properties = document.get_metadata_dict()
            text = "\n".join(to_paragraphs(pages))
            programs = f"{properties.get('Creator', '')} {properties.get('Producer', '')}"
            yield Report(
                text=text,
                url=url,
                title=plausible_title(properties.get("Title")) or find_heading(pages),
                made=plausible_day(_find_made(properties.get("CreationDate")), text=text, programs=programs),
            )
        finally:
            document.close()


def _open(content: bytes) -> Any:
    # pypdfium2 brings a native library that is loaded in the parsing process only.
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        # The library keeps the last error, so that its word alone does not tell a locked file from a broken one.
        if b"/Encrypt" in content and re.search("password|security", str(error), re.IGNORECASE):
            raise refusal("encrypted", found=str(error)[:120]) from error
        raise refusal("corrupt", found=str(error)[:120]) from error


def _read_pages(document: Any, count: int) -> list[Page]:
    import pypdfium2

    pages = []
    for index in range(count):
        try:
            pages.append(read_page(document[index]))
        except pypdfium2.PdfiumError:
            continue  # a broken page among good ones; a file with no good page is refused below
    if not pages:
        raise refusal("corrupt", found=f"{count} pages, none of which can be read")
    return pages


def _check_letters(document: Any, pages: list[Page]) -> None:
    text = "".join(line.text for page in pages for line in page.lines)
    letters = sum(map(str.isalpha, text))
    unknown = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if letters and unknown > UNKNOWN_SHARE * len(text):
        raise refusal("no_text_layer", found="characters of a font that does not tell which letters they are")
    if letters >= FEWEST_LETTERS_PER_PAGE * len(pages):
        return
    if letters == 0 and not any(_has_pictures(document, index) for index in range(min(len(pages), 5))):
        raise refusal("empty", found=f"{len(pages)} blank pages")
    raise refusal("no_text_layer", found=f"{letters} letters on {len(pages)} pages")


def _has_pictures(document: Any, index: int) -> bool:
    # Pictures, drawn outlines and shadings alike: whatever can show a page without text.
    return next(iter(document[index].get_objects(max_depth=2)), None) is not None


def _find_made(raw: str | None) -> date | None:
    match = PDF_DATE.match(raw or "")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
