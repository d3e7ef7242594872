"""Larger units that another telling of a name gives it: "Mezzeh, Syria" says where "the airport in Mezzeh" is, too."""

from __future__ import annotations

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.document import Surroundings

TRUSTED = 0.5  # score of the larger unit
_LEADS = re.compile(
    r"(?:\s+(?:town|village|district|city))?(?:,\s+(?:in\s+)?|\s+\(|\s+in\s+)(?:the\s+)?(?:(?:north|south|east|west|cent)\w+\s+)?"
)
# What may follow it: "Zebdine, Israel said" is not in Israel.
_ENDS = re.compile(
    r"\W*(?:$|[.,;:)\n]|(?:on|in|at|near|after|before|when|where|while|during|late|early|last|this|and|by|with)\b)"
)


def told_holder(name: str, about: Surroundings) -> GazetteerPlace | None:
    """The country or region that stands right behind a name anywhere in the report, if all tellings agree on the country."""
    found = [
        row.choice.place
        for row in about.placed
        if row.choice.place
        and row.choice.place.kind in ("country", "admin1")
        and row.choice.score >= TRUSTED
        and _ENDS.match(about.text, row.toponym.end)
        and _stands_behind(name, row.toponym.start, about.text)
    ]
    return found[0] if len({place.country for place in found}) == 1 else None


def _stands_behind(name: str, end: int, text: str) -> bool:
    at = text.rfind(name, max(0, end - len(name) - 40), end)
    return at >= 0 and not text[at - 1 : at].isalnum() and _LEADS.fullmatch(text, at + len(name), end) is not None
