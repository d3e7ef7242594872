"""Templates -> pages. Everything is escaped; what a report says is never markup here."""

from __future__ import annotations

import secrets
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from crossread.codebook import KINDS, Translation, list_translations, load_codebook, load_translation
from crossread.review.identity import Identity, who
from crossread.review.refusing import lay_out, said_here
from crossread.review.signs import SIGNS
from crossread.review.slot_rows import name_row
from crossread.store import Store
from crossread.weigh import (
    country_name,
    is_only_claimed,
    main_toll,
    name_source,
    say_count,
    say_place,
    say_toll_of,
    say_what,
    say_who,
    say_window,
)

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


SECOND = "crossread_second"  # the cookie that holds in which language labels are shown beside the English ones
_SLOTS = {"with_means": "with", "says": "says who"}
_COLUMNS = {name: slot for slot, name in _SLOTS.items()}  # how a comparison calls these two
_second: ContextVar[Translation | None] = ContextVar("second language", default=None)


def label(kind: str, code: str) -> Markup:
    """The codebook's words for a code, those of the reader's second language behind them, the code itself where it has none."""
    other = _second.get()
    also = other.find(kind, code) if other else None
    if other is None or also is None:
        return escape(_english(kind, code))
    behind = ' <span class="second" lang="{}" dir="{}">{}</span>'
    return escape(_english(kind, code)) + Markup(behind).format(other.language, other.direction, also)


def plain_label(kind: str, code: str) -> str:
    """The same as text alone, for choices and for what is only read aloud."""
    other = _second.get()
    also = other.find(kind, code) if other else None
    return f"{_english(kind, code)} · \u2068{also}\u2069" if also else _english(kind, code)  # isolates: Arabic runs its own way


def slot_label(slot: str) -> Markup:
    """What a row of a comparison is called: a slot, or an effect with whose it is ("killed of the army")."""
    slot = _COLUMNS.get(slot, slot)
    effects = {load_codebook().label("effect", code): code for code in load_codebook().codes("effect")}
    return label("effect", effects[slot]) if slot in effects else label("slot", slot)


def _english(kind: str, code: str) -> str:
    if kind == "slot":
        return _SLOTS.get(code, code.replace("_", " "))
    known = kind in KINDS and code in load_codebook().codes(kind)
    return load_codebook().label(kind, code) if known else code.replace("_", " ")


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


_PAGES.globals.update(
    label=label,
    plain_label=plain_label,
    slot_label=slot_label,
    signs=SIGNS,
    say_window=say_window,
    say_what=say_what,
    say_who=say_who,
    say_place=say_place,
    say_count=say_count,
    say_toll_of=say_toll_of,
    main_toll=main_toll,
    is_only_claimed=is_only_claimed,
)
_PAGES.globals.update(name_source=name_source, codes_of=lambda kind: load_codebook().codes(kind), row_name=name_row)
_PAGES.globals.update(lay_out=lay_out, said_here=said_here)
_PAGES.globals.update(say_condition=say_condition, say_value=say_value, whole_name=whole_name)


def render(request: Request, template: str, values: dict[str, Any], *, status: int = 200) -> HTMLResponse:
    """One page of the desk."""
    asks = who(request)
    asked = request.cookies.get(SECOND, "")
    second = load_translation(asked) if asked in list_translations() else None
    _second.set(second)
    page = _PAGES.get_template(template).render(
        path=request.url.path,
        here=f"{request.url.path}?{request.url.query}".rstrip("?"),
        second=second.language if second else "",
        translations=[load_translation(language) for language in list_translations()],
        store_name=request.app.state.settings.store,
        me=asks,
        keys=lambda: form_keys(asks),
        **values,
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
