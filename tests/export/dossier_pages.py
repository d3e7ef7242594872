"""A dossier as whoever reads it has it before them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from markdown_it import MarkdownIt

from crossread.export import ExportOptions, Selection, export_incidents

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def export(folder: Path, selection: Selection, ending: str = ".html", **options: Any) -> str:
    """The text of a dossier."""
    path = folder / f"mali{ending}"
    export_incidents("dossier", path, selection=selection, options=ExportOptions(overwrite=True, **options))
    return path.read_text(encoding="utf-8")


def page(folder: Path, selection: Selection, ending: str, **options: Any) -> html.HtmlElement:
    """A dossier as a browser has it, a Markdown one as a program makes a page of it."""
    text = export(folder, selection, ending, **options)
    return html.document_fromstring(text if ending == ".html" else MARKDOWN.render(text))


def words(element: html.HtmlElement) -> str:
    """What stands on a page, in one line, blocks and cells apart, quotation marks as a browser sets them."""
    for row in element.iter("td", "th", "dt", "dd", "li", "p", "br", "h1", "h2", "h3", "small", "q"):
        row.tail = f" {row.tail or ''}"
    for row in element.iter("q"):
        row.text = f"“{row.text or ''}"
        row.tail = f"”{row.tail or ''}"
        row.tag = "span"
    return " ".join(element.text_content().split())
