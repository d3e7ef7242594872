"""READ: bytes -> Document, from text, HTML, PDF, DOCX, feeds and tables, within limits of size, time and depth."""

from crossread.read import (
    csv,
    docx,
    email,
    epub,
    feed,
    html,
    incident_rows,
    jsonl,
    mbox,
    mhtml,
    odt,
    pdf,
    rtf,
    subtitles,
    telegram,
    telegram_page,
    text,
    whatsapp,
    xlsx,
    zipped,
)
from crossread.read.dateline import find_dateline, parse_date
from crossread.read.files import ReadDocument, ReadResult, iter_documents, read_bytes, read_text
from crossread.read.options import Limits, ReadOptions
from crossread.read.own_files import OwnFiles, say_own_files
from crossread.read.refusal import list_reasons
from crossread.read.report import BadRow, Reader, Report, Sample

__all__ = [
    "BadRow",
    "Limits",
    "OwnFiles",
    "ReadDocument",
    "ReadOptions",
    "ReadResult",
    "Reader",
    "Report",
    "Sample",
    "find_dateline",
    "iter_documents",
    "list_reasons",
    "parse_date",
    "read_bytes",
    "read_text",
    "say_own_files",
]

BUILT_IN = (
    csv,
    docx,
    email,
    epub,
    feed,
    html,
    incident_rows,
    jsonl,
    mbox,
    mhtml,
    odt,
    pdf,
    rtf,
    subtitles,
    telegram,
    telegram_page,
    text,
    whatsapp,
    xlsx,
    zipped,
)  # importing them puts them on the list of readers
