"""A report as read -> the document: who wins when option, file and dateline disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crossread import patterns as re
from crossread.read.agency import find_agency
from crossread.read.dateline import find_dateline, find_updated
from crossread.read.issuer import find_issuer
from crossread.read.language import find_language
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import Report
from crossread.records import Document, document_id

LONGEST_LABEL = 500  # characters of a title or source; anything longer is a paragraph in the wrong place
HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report came from: the file's name, its hash, and the reader's name@version."""

    name: str | None
    sha256: str | None
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a report was published, and who says so; both None when nobody does.

    Where only a year or month is told, `day` is None and `told_by` holds it ("2016-10"): relative dates are read by it.
    """

    day: date | None
    told_by: str | None


def build_document(report: Report, origin: Origin, options: ReadOptions) -> Document:
    """The document for a report. Raises `ReadError` if its text is empty, too long, or cannot be stored."""
    _check_text(report.text, options)
    publication = find_publication(report, options)
    source = _label(report.source) if options.shape else options.source or _label(report.source)
    agency = None if source or options.shape else find_agency(report.text) or find_issuer(report.text)
    external_id = _label(report.external_id)
    return Document(
        id=document_id(report.text, source=source, external_id=external_id, published=publication.day),
        text=report.text,
        external_id=external_id,
        source=source or agency,  # the id goes by what is stated, so that reports read before stay known
        url=_label(report.url),
        title=_label(report.title),
        language=options.language or _label(report.language) or find_language(report.text),
        published=publication.day,
        published_from=publication.told_by,
        sha256=origin.sha256,
        reader=origin.reader,
        name=origin.name,
    )


def find_publication(report: Report, options: ReadOptions) -> Publication:
    """The publication date: the option, else what the file says of the publication, else the dateline of the text.

    Where none tells it, the day on which the text says it was updated stands for it.
    The day on which the file was made (a PDF's or DOCX's property) comes last: a page printed years later tells in its
    dateline when the report was published, and in its properties only when it was printed.
    """
    if options.published:
        return Publication(day=options.published, told_by="option")
    if report.published:
        return Publication(day=report.published, told_by="metadata")
    told = None if options.shape else find_dateline(report.text)  # the days in a row are those of the incident
    if told:
        return Publication(day=told, told_by="dateline")
    updated = None if options.shape or report.published_in else find_updated(report.text)
    if updated:
        return Publication(day=updated, told_by="updated")
    if report.published_in:
        return Publication(day=None, told_by=report.published_in)
    return Publication(day=report.made, told_by="metadata" if report.made else None)


def _check_text(text: str, options: ReadOptions) -> None:
    if not any(map(str.isalnum, text)):
        raise refusal("empty", found=f"{len(text)} characters, none of them a letter or number")
    if len(text) > options.limits.text_characters:
        expected = f"at most {options.limits.text_characters:,} characters"
        raise refusal("text_too_long", expected=expected, found=f"{len(text):,}")
    half = HALF_CHARACTER.search(text)
    if half:
        raise refusal("not_unicode", found=f"{half[0].encode('unicode_escape').decode()} at character {half.start()}")
    if "\x00" in text:
        raise refusal("not_text", found=f"a NUL at character {text.index(chr(0))}")


def _label(value: str | None) -> str | None:
    """A title, name or address on one line, without control characters; None if nothing is left."""
    if value is None:
        return None
    line = " ".join("".join(char if char.isprintable() else " " for char in value).split())
    return line[:LONGEST_LABEL] or None
