"""The lists and weights of places.toml, ready for use."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from crossread import patterns as re
from crossread.normalize.worded import any_of

# "near the border", but not "the border town of"
BORDER = (
    r"\b(?:borders?|frontier)\b(?!\s+(?:village|town|city|crossing|post|checkpoint|district|region|area|province|state)s?\b)"
)
FILE = Path(__file__).with_name("places.toml")
_NAME = r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?"
_REST_OF_LIST = re.compile(rf"(?:,\s+{_NAME}){{0,6}},?\s+(?:and|or)\s+(?:the\s+)?{_NAME}\s+([A-Za-z]+s)\b")


@dataclass(frozen=True, kw_only=True)
class PlaceWords:
    """Words of where slots: relations, units, kinds of site, words that point back, compass words."""

    weights: Mapping[str, float]
    nearness: Mapping[str, float]
    near: re.Pattern[str]
    units: Mapping[str, str]
    sites: re.Pattern[str]
    back: Mapping[str, re.Pattern[str]]
    compass: Mapping[str, str]
    compass_words: re.Pattern[str]
    function: frozenset[str]
    not_places: frozenset[str]
    parts: frozenset[str]
    tails: frozenset[str]
    heads: frozenset[str]
    qualifiers: frozenset[str]
    kept: frozenset[str]
    rivers: frozenset[str]
    rivers_with_article: frozenset[str]
    waters: frozenset[str]
    valleys: frozenset[str]
    elsewhere: tuple[str, ...]
    abroad: frozenset[str]
    desks: frozenset[str]
    forces: re.Pattern[str]

    @cached_property
    def not_of_names(self) -> frozenset[str]:
        """Units, sides and parts: behind or before a name they are none themselves, and no part of a longer one."""
        return frozenset((*self.units, *self.compass, *self.parts))


@cache
def load_place_words() -> PlaceWords:
    """Read places.toml once."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    units = {word: kind for kind in ("quarter", "settlement", "county", "area", "admin1") for word in data["units"][kind]}
    return PlaceWords(
        weights=data["weights"],
        nearness=data["nearness"],
        near=re.compile(f"{_any_word(data['near']['words']).pattern}|{BORDER}", re.IGNORECASE),
        units=units,
        sites=_any_word(data["sites"]["words"], ends=True),
        back={kind: _any_word(words) for kind, words in data["back"].items()},
        compass=data["compass"],
        compass_words=_any_word(data["compass"]),
        function=frozenset(data["words"]["function"]),
        not_places=frozenset(data["words"]["not_places"]),
        parts=frozenset(data["words"]["parts"]),
        tails=frozenset(data["words"]["tails"]),
        heads=frozenset(data["words"]["heads"]),
        qualifiers=frozenset(data["words"]["qualifiers"]),
        kept=frozenset(data["words"]["kept"]),
        rivers=frozenset(data["words"]["rivers"]),
        rivers_with_article=frozenset(data["words"]["rivers_with_article"]),
        waters=frozenset(data["words"]["waters"]),
        valleys=frozenset(data["words"]["valleys"]),
        elsewhere=tuple(data["words"]["elsewhere"]),
        abroad=frozenset(data["abroad"]["states"]),
        desks=frozenset(data["desks"]["cities"]),
        forces=_led_by(data["abroad"]["before"], data["abroad"]["forces"]),
    )


def _any_word(words: Iterable[str], *, ends: bool = False) -> re.Pattern[str]:
    """Any of the words, longest first, whole words only; with `ends`, only at the end and in the plural too."""
    choice = any_of(sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{choice})(?:e?s)?$" if ends else rf"\b(?:{choice})\b", re.IGNORECASE)


def _led_by(before: Iterable[str], words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words right behind a nation's adjective, or with one or two of those of `before` between."""
    led, ends = ("|".join(re.escape(word) for word in sorted(rows, key=len, reverse=True)) for rows in (before, words))
    return re.compile(rf"[- ](?:(?:{led})[- ]){{0,2}}(?:{ends})\b", re.IGNORECASE)


def unit_of_list(after: str, words: PlaceWords) -> str | None:
    """The unit that a name shares with those after it: "Kaduna" before "and Katsina States" is a state."""
    match = _REST_OF_LIST.match(after)
    said = match.group(1).lower() if match else ""
    return words.units.get(said[:-3] + "y" if said.endswith("ies") else said.removesuffix("s")) if said else None
