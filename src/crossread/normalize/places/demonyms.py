"""Countries that a report tells by their adjectives: "Chadian soldiers"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.gazetteer import Gazetteer
from crossread.normalize.places.continents import tells_middle_of_africa
from crossread.normalize.places.guests import are_guests
from crossread.normalize.places.streets import FOREIGN_SITE, IDIOM
from crossread.normalize.places.toponyms import Toponym

_CAPITAL_WORD = re.compile(r"\b[A-Z][\w'’.-]*[\w.](?:\s[A-Z][a-z]+)?")


def tell_demonyms(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> Sequence[tuple[str, int]]:
    """Country and end of every adjective of one; where the toponyms have none, of those that the text has."""
    told = [(t.demonym, t.end) for t in toponyms if t.demonym and not _says_nothing(text, t.end)]
    if told:
        return told
    for match in _CAPITAL_WORD.finditer(text):
        first, whole = match.group().partition(" ")[0], match.group()
        if _says_nothing(text, match.start() + len(first)) or tells_middle_of_africa(text, match.end()):
            continue
        if iso := gazetteer.demonym(whole):
            told.append((iso, match.end()))
        elif iso := gazetteer.demonym(first):
            told.append((iso, match.start() + len(first)))
    return told


def _says_nothing(text: str, end: int) -> bool:
    """True for the adjective of an idiom, of a site called after a nation, of people abroad and of a part of Africa."""
    told = IDIOM.match(text, end) or FOREIGN_SITE.match(text, end) or are_guests(text, end)
    return bool(told) or tells_middle_of_africa(text, end)
