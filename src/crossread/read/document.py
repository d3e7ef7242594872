"""A report as read -> the document: who wins when option, file and dateline disagree."""

from __future__ import annotations

from dataclasses import dataclass

from crossread import patterns as re
from crossread.read.agency import find_agency
from crossread.read.issuer import find_issuer
from crossread.read.language import find_language
from crossread.read.options import ReadOptions
from crossread.read.publication import find_publication
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


def build_document(report: Report, origin: Origin, options: ReadOptions) -> Document:
    """The document for a report. Raises `ReadError` if its text is empty, too long, or cannot be stored."""
    _check_text(report.text, options)
    publication = find_publication(report, options, name=origin.name or report.title or "the text in hand")
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
