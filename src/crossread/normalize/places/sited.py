"""Sites told by a side of the compass, or as the nation's: "the central market", "the national stadium" are in one town."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.places.words import PlaceWords

_LEADS = r"(?:(?:in|at|on|to|into|from|inside|outside|near|over|through|of|around|against|towards?|behind|across)\s+)?"
_SIDE = r"(?:(?:north|south)[- ]?(?:east|west)?|east|west|cent(?:er|re|ral))(?:ern)?"
_PART = (
    r"(?:parts?|end|side|edge|corner|section|half|gates?|entrances?|exits?|doors?|wall|fence|perimeter|wing|flank|tower|outskirts"
    r"|approach)"
)
_WORDS = r"[a-z][\w'’-]*"
_SITE = re.compile(rf"{_LEADS}(?:the|an?|its|their)\s+{_SIDE}\s+(?P<site>{_WORDS}(?:\s+{_WORDS}){{0,2}})")
# "the national stadium" stands in one town, "the national park" may fill a region
_NATIONAL = re.compile(
    rf"{_LEADS}(?:the|its|their|(?:the\s+)?country['’]s)\s+national\s+(?P<site>(?:{_WORDS}\s+){{0,2}}(?!parks?$|reserves?$|forests?$){_WORDS})"
)
_PART_OF_SITE = re.compile(
    rf"{_LEADS}(?:(?:the|an?)\s+)?{_SIDE}\s+(?:{_PART}\s+)?of\s+(?:the|an?|its|their)\s+(?P<site>{_WORDS}(?:\s+{_WORDS}){{0,2}})"
)
_OWNED_PART = re.compile(rf"{_LEADS}(?:the|its|their)\s+(?P<site>{_WORDS}(?:\s+{_WORDS})?)['’]s?\s+{_SIDE}(?:\s+{_PART})?")
# Sites that lead through a country or lie along its border are told by the side of it.
_WIDE = re.compile(
    r"\b(?:highway|road|railway|pipeline|canal|crossing|border post|mines?|\w*fields?|beach|pass|dam|farms?|ranch)$"
)


def sited_words(lower: str, words: PlaceWords) -> str | None:
    """ "the market" for "at the central market", "the camp" for "the northern part of the camp"; None for any other words.

    Of the four such sites in the coded reports ("over the central market") none is given a side of a country.
    """
    for pattern in (_SITE, _NATIONAL, _PART_OF_SITE, _OWNED_PART):
        match = pattern.fullmatch(lower)
        if match and (site := _one_site(match["site"], words)):
            return f"the {site}"
    return None


def _one_site(said: str, words: PlaceWords) -> str | None:
    """The site word at the end of these, in the singular: "the northern camps" may well stand in all of the north."""
    site = words.sites.search(said)
    if site is None or _WIDE.search(said) or " of " in said or (said.endswith("s") and words.sites.search(said[:-1])):
        return None
    return site.group()
