"""Templates -> pages. Everything is escaped; what a report says is never markup here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crossread.codebook import load_codebook
from crossread.review.signs import SIGNS
from crossread.store import Store
from crossread.weigh import say_place, say_window

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def label(kind: str, code: str) -> str:
    """The codebook's words for a code, the code itself where it has none."""
    return load_codebook().label(kind, code) if code in load_codebook().codes(kind) else code.replace("_", " ")


_PAGES.globals.update(label=label, signs=SIGNS, say_window=say_window, say_place=say_place)


def render(request: Request, template: str, values: dict[str, Any], *, status: int = 200) -> HTMLResponse:
    """One page of the desk."""
    page = _PAGES.get_template(template).render(path=request.url.path, store_name=request.app.state.settings.store, **values)
    return HTMLResponse(page, status_code=status)


def store_of(request: Request) -> Store:
    """The store that the desk shows."""
    store: Store = request.app.state.store
    return store
