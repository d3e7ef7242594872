"""RSS and Atom: every entry is a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from io import BytesIO
from typing import Any

from crossread import patterns as re
from crossread.read.dateline import parse_date
from crossread.read.html_text import html_to_text
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

FEED_START = re.compile(
    r"(?:<\?xml[^>]*>\s*|<\?xml-stylesheet[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*<(?:\w+:)?(?:rss|feed|RDF)\b",
    re.DOTALL,
)


@register("readers", "feed@1")
class FeedReader:
    """RSS 0.9 to 2.0, RDF and Atom feeds."""

    media_type = "application/rss+xml"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By its root element."""
        return 4 if sample.text and FEED_START.match(sample.text) else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each entry, with the longest text the entry carries; its markup is turned into lines.

        The feed's title is the source. Raises `unsafe_xml` for a feed that defines entities, `no_entries` for an empty one.
        """
        _check_entities(file.content)
        # feedparser takes time to load and is needed in the parsing process only.
        import feedparser

        feed = feedparser.parse(BytesIO(file.content), sanitize_html=True, resolve_relative_uris=False)
        if not feed.entries:
            raise refusal("corrupt" if feed.bozo else "no_entries", found=str(feed.get("bozo_exception", ""))[:120] or None)
        source = feed.feed.get("title") or None
        for number, entry in enumerate(feed.entries, 1):
            yield _read_entry(entry, number, source)


def _check_entities(content: bytes) -> None:
    """Refuse entity bombs and entities from outside before any parser expands them."""
    import defusedxml.ElementTree
    from defusedxml.common import DefusedXmlException

    if b"<!ENTITY" in content.replace(b"\x00", b""):
        raise refusal("unsafe_xml", found="an ENTITY declaration")
    try:
        defusedxml.ElementTree.fromstring(content, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise refusal("unsafe_xml", found=type(error).__name__) from error
    except (SyntaxError, ValueError, LookupError):
        return  # not well-formed: feedparser reads such feeds with a parser that knows no entities of its own


def _read_entry(entry: Any, number: int, source: str | None) -> Report | BadRow:
    texts = [content.get("value", "") for content in entry.get("content", [])] + [entry.get("summary", "")]
    text = max((html_to_text(text) for text in texts), key=len)
    title = html_to_text(entry.get("title", "")) or None
    if not text:
        return BadRow(
            line=number, error=refusal("missing_text", found=f"entry {title!r}", next_step="Save the page it links to.")
        )
    own_source = entry.get("source", {}).get("title") if isinstance(entry.get("source"), dict) else None
    return Report(
        text=text,
        title=title,
        source=own_source or source,
        url=entry.get("link") or None,
        external_id=entry.get("id") or None,
        published=_find_day(entry.get("published") or entry.get("issued") or entry.get("date") or ""),
        line=number,
    )


def _find_day(raw: str) -> date | None:
    """The day as the publisher wrote it, in the publisher's time zone."""
    parts = parsedate(raw)
    if parts is None:
        return parse_date(raw)
    try:
        return date(*parts[:3])
    except ValueError:
        return None
