"""A dossier: incidents for somebody who has no crossread, to read and to print, as one HTML page or as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from crossread.export.cells import write_safe
from crossread.export.content import LeftOut
from crossread.export.dossier_head import (
    CAUTIONS,
    list_facts,
    list_left_out,
    list_lines,
    list_meanings,
    list_signs,
    list_sources,
)
from crossread.export.dossier_section import tell_incident
from crossread.export.dossier_teller import Teller
from crossread.export.job import Job
from crossread.export.markdown_text import escape_markdown
from crossread.registry import register
from crossread.weigh import clean, plural

ENDINGS = (".html", ".md")
_TEMPLATES = Path(__file__).parent / "templates"
_IN_ADDRESS = ":/?#@!$&*+,;=%~-._"  # what an address may hold as it is; all else is written as %XX
_BUFFER = 256  # pieces of text written at once


@register("exporters", "dossier@1")
def write_dossier(job: Job) -> tuple[LeftOut, ...]:
    """One page whose form the path's ending chooses. It holds every incident, so nothing is left out."""
    teller = Teller.of(job)
    page = _PAGES[job.path.suffix.lower()].get_template(f"dossier{job.path.suffix.lower()}")
    stream = page.stream(
        title=f"Dossier: {plural(len(teller.incidents), 'incident')}",
        facts=list_facts(job, teller),
        cautions=CAUTIONS,
        lines=list_lines(teller),
        # One by one: a thousand sections need not be in memory together.
        sections=(tell_incident(row, teller) for row in teller.incidents),
        left_out=list_left_out(job.manifest),
        sources=list_sources(teller),
        signs=list_signs(),
        meanings=list_meanings(teller.incidents),
    )
    stream.enable_buffering(_BUFFER)
    with job.staging.stage(job.path).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(stream)
    return ()


def safe_address(url: str | None) -> str:
    """An address of the web that a page may link to; empty for any other, which is shown as text alone."""
    if not url or url != clean(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return quote(write_safe(url), safe=_IN_ADDRESS) if parts.scheme in ("http", "https") and parts.netloc else ""


def _plain(value: Any) -> Any:
    """Text of a report as one line without controls; what is markup of the template stays."""
    return clean(write_safe(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


def _markdown(value: Any) -> Markup:
    """The same for Markdown: every sign of its own is escaped, that of HTML too."""
    return value if isinstance(value, Markup) else Markup(escape_markdown(str(_plain(value))))


def _environment(finalize: Callable[[Any], Any]) -> Environment:
    pages = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals.update(safe_address=safe_address, address=_link)
    return pages


def _link(url: str) -> Markup:
    """An address in Markdown: a link between angle brackets, which takes no escapes, or text where it is none of the web."""
    safe = safe_address(url)
    return Markup(f"<{safe}>") if safe else _markdown(url)


_PAGES = {".html": _environment(_plain), ".md": _environment(_markdown)}
