"""Names with a Spanish article in texts without case: "LA PALMA" in El Salvador is not Palma in Spain."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.gazetteer import fold_name
from crossread.normalize.places.candidates import Choice
from crossread.normalize.places.named import SIZE, Named

ARTICLES = frozenset(("el", "la", "los", "las"))
_BEFORE = re.compile(r"\b(?:EL|LA|LOS|LAS|El|La|Los|Las)\s+$")


def with_article(raw: str, focus: Named, home: str | None) -> Named:
    """The name with the article that stands before it in the slot; without a place where the gazetteer has it abroad only
    without the article. `home` is the country in which the report plays.
    """
    before = _BEFORE.search(raw[: focus.piece.toponym.start])
    if before is None or raw[before.end() :][:1].islower():
        return focus
    piece = replace(focus.piece, name=raw[before.start() : focus.piece.toponym.end])
    if focus.place is None:
        return replace(focus, piece=piece)
    if home in (None, focus.place.country) or focus.place.kind != "settlement":
        return focus
    if fold_name(focus.place.name).startswith(fold_name(before.group())):
        return focus
    return replace(focus, piece=piece, choice=Choice(place=None, score=0.0), size=min(focus.size, SIZE["settlement"]))
