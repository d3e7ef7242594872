"""The actors of a row: a name of the registry, a name as written, or the kind of actor that an unnamed one is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crossread import patterns as re
from crossread.codebook import ActorRegistry, Codebook, Country, TableShape, load_codebook
from crossread.codebook.name_folding import fold_name
from crossread.extract.row_cells import Words
from crossread.records import Actor, Evidence

# What an actor of each ACLED code is where neither its phrase nor the registry says it more exactly.
PLAIN_TYPES = {
    "1": "state_forces",
    "2": "rebel_group",
    "3": "political_militia",
    "4": "communal_militia",
    "5": "rioters",
    "6": "protesters",
    "7": "civilians",
    "8": "foreign_forces",
}
_YEARS = re.compile(r"\s*\(\d{4}\s*[-–]\s*(?:\d{4})?\)$")  # "Military Forces of Mali (2013-2020)"
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where and when the row's incident was: what a name means depends on it."""

    shape: TableShape
    country: Country | None
    day: date | None


def make_actor(words: Words, role: str, kind: str, frame: Frame, also: tuple[Evidence, ...] = ()) -> Actor:
    """The actor of these words in this role. `kind` is the actor type the row gives it; `also` the words that type stands in.

    The type is the row's. Where the registry or the phrase knows it more exactly within the same code (police among state
    forces), it is that one.
    """
    book = load_codebook()
    unnamed = _unnamed_type(words.text, frame)
    entry_id, name = _find_name(words.text, frame)
    finer = unnamed
    if unnamed is None and entry_id is not None:
        country = frame.country.code if frame.country else None
        finer = ActorRegistry.load().get(entry_id).type_on(country=country, day=frame.day)
    fits = finer is not None and (kind == "unknown" or _code(book, finer) == _code(book, kind))
    return Actor(
        role=role,
        raw=words.text,
        name=None if unnamed else name,
        type=finer if finer is not None and fits else kind,
        evidence=(words.evidence, *also),
        registry_id=None if unnamed else entry_id,
    )


def make_beside(words: Words, main: Actor, frame: Frame) -> Actor:
    """An actor beside the main one of its side. It has no code of its own: it is what the registry knows, else as the main."""
    entry_id, _ = _find_name(words.text, frame)
    open_kind = _unnamed_type(words.text, frame) or entry_id is not None
    return make_actor(words, main.role, "unknown" if open_kind else main.type, frame)


def _find_name(text: str, frame: Frame) -> tuple[str | None, str]:
    """The registry's id and name for the words; a name with a remark in brackets that the registry lacks stays as written."""
    country = frame.country.code if frame.country else None
    registry, plain = ActorRegistry.load(), _YEARS.sub("", text)
    for name in (plain, plain.partition(": ")[0]):  # "JNIM: Group for Support of Islam and Muslims"
        entry = registry.find(name, country=country, day=frame.day)
        if entry is not None:
            return entry.id, entry.name
    shorter = registry.find(_IN_BRACKETS.sub("", plain), country=country, day=frame.day)
    return (shorter.id if shorter else None), plain


def _unnamed_type(text: str, frame: Frame) -> str | None:
    """The type that a phrase without a name stands for ("Civilians (Mali)"), None for a name."""
    plain, name = fold_name(_YEARS.sub("", text)), frame.country.name if frame.country else ""
    phrases = {fold_name(phrase.format(country=name)): kind for kind, phrase in frame.shape.unnamed.items()}
    if frame.country is not None:
        phrases |= {fold_name(frame.shape.say_unnamed(kind, frame.country)): kind for kind in frame.shape.unnamed}
    return phrases.get(plain)


def _code(book: Codebook, kind: str) -> int | None:
    found = book.acled_interaction(kind)
    return found[0] if found else None
