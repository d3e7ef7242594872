"""MHTML: a page that a browser saved with its pictures in a single file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.parser import BytesParser

from crossread import patterns as re
from crossread.read.html import read_page
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

HEAD = re.compile(r"(?:[A-Za-z-]+:.*\r?\n(?:[ \t].*\r?\n)*){1,20}\r?\n")
RELATED = re.compile(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
MOST_PARTS = 2_000  # pictures and scripts of a page; a long page has 300


@register("readers", "mhtml@1")
class MhtmlReader:
    """Web pages saved as a single file."""

    media_type = "multipart/related"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By the head of a message that holds a page with what belongs to it."""
        head = HEAD.match(sample.text or "")
        return 4 if head and RELATED.search(head[0]) else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report: the main text of the first page in the file; the address is the one the browser wrote down."""
        message = BytesParser().parsebytes(file.content)
        page = _find_page(message)
        report = read_page(page, options)
        address = str(message.get("Snapshot-Content-Location") or "").strip()
        yield replace(report, url=report.url or address or None)


def _find_page(message: Message) -> bytes:
    for number, part in enumerate(message.walk()):
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes) and content.strip():
            return content
        if number >= MOST_PARTS:
            break
    raise refusal("no_main_text", found="no page in the file")
