"""Templates -> pages. Everything is escaped; what a report says is never markup here."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from crossread.codebook import load_codebook
from crossread.review.identity import Identity, who
from crossread.review.signs import SIGNS
from crossread.store import Store
from crossread.weigh import country_name, name_source, say_count, say_place, say_window

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


# How conditions are called on a page, and their values that are no words of the codebook.
CONDITIONS = {
    "state": "review",
    "disagreement": "disagree on",
    "precision": "place told as",
    "actor_type": "kind of actor",
    "date_from": "from",
    "date_to": "to",
    "box": "on the map",
    "text": "words",
}
_VALUES = {
    ("state", "open"): "nobody decided",
    ("disagreement", "none"): "nothing",
    ("disagreement", "any"): "anything",
    ("precision", "none"): "no place told",
    ("precision", "exact"): "a named place",
    ("precision", "near"): "near a place",
}
_VOCABULARIES = {
    "type": "incident_type",
    "grade": "grade",
    "actor_type": "actor_type",
    "precision": "place_precision",
    "disagreement": "severity",
}


def say_condition(name: str) -> str:
    """What a condition of a view is called: `type`, `kind of actor`."""
    return CONDITIONS.get(name, name.replace("_", " "))


def say_value(name: str, value: str) -> str:
    """A condition's value in words: `bombing`, `Mali`, `a stretch`."""
    if name == "country":
        return country_name(value.upper())
    if name == "box":
        return "a stretch"
    if name in _VOCABULARIES and (name, value) not in _VALUES:
        return label(_VOCABULARIES[name], value)
    return _VALUES.get((name, value), value.strip('"'))


def whole_name(name: str, value: str) -> str:
    """A facet's value as a condition: of names the whole one is meant, not each that holds these words."""
    return f'"{value}"' if name in ("actor", "source") else value


_PAGES.globals.update(label=label, signs=SIGNS, say_window=say_window, say_place=say_place, say_count=say_count)
_PAGES.globals.update(name_source=name_source)
_PAGES.globals.update(say_condition=say_condition, say_value=say_value, whole_name=whole_name)


def render(request: Request, template: str, values: dict[str, Any], *, status: int = 200) -> HTMLResponse:
    """One page of the desk."""
    asks = who(request)
    page = _PAGES.get_template(template).render(
        path=request.url.path, store_name=request.app.state.settings.store, me=asks, keys=lambda: form_keys(asks), **values
    )
    return HTMLResponse(page, status_code=status)


def form_keys(asks: Identity) -> Markup:
    """The two hidden fields of every form that changes something: that it is ours, and that it is sent once."""
    return Markup('<input type="hidden" name="csrf" value="{}"><input type="hidden" name="once" value="{}">').format(
        asks.form_token, secrets.token_hex(8)
    )


def inside(back: str) -> str:
    """A place on the desk itself: never another site's address."""
    plain = back.startswith("/") and not back.startswith("//") and "\\" not in back and back.isprintable()
    return back if plain else "/"


def store_of(request: Request) -> Store:
    """The store that the desk shows."""
    store: Store = request.app.state.store
    return store
