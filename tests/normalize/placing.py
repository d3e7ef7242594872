"""Where words of a text are, as the tests of places ask."""

from __future__ import annotations

from crossread.normalize.places import PlaceResolver
from crossread.records import Place


def place(resolver: PlaceResolver, text: str, slot: str) -> Place | None:
    """The place that the last mention of these words names, None where it is none."""
    start = text.rindex(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    return found.place if found else None
