"""Names that a text itself shows to be a place's: told with what kind of place it is, or behind "in" and in the gazetteer.

Two names in a row look like somebody's, and no claim has the places that a report only mentions. Both signs are asked for
where only a preposition leads in, because many towns are called after people.
"""

from __future__ import annotations

from functools import cache, lru_cache

from crossread import patterns as re
from crossread.codebook.name_folding import split_words
from crossread.export.name_forms import CAPITAL, PARTICLES
from crossread.export.nobody import Nobody
from crossread.gazetteer import Gazetteer, fold_name

_RUN = rf"{CAPITAL}(?: (?:(?:{'|'.join(sorted(PARTICLES))}) )*{CAPITAL})*"
_NAME = rf"(?P<name>{_RUN})"
_SITE = re.compile(rf"(?:(?:the|an?) )?{CAPITAL}(?: (?:of (?:the )?)?{CAPITAL})* (?P<kind>[a-z]+)")
_IN = re.compile(rf"\b(?:[Ii]n|[Nn]ear|[Oo]utside) (?:the )?{_NAME}")
_OWNED = re.compile(r"['’]s .*")
REMEMBERED = 4096  # texts; quotes of one sentence are asked for again and again


@lru_cache(REMEMBERED)
def find_placed(text: str) -> frozenset[str]:
    """The folded words of all names that this text puts on the map."""
    found = [match["name"] for form in _with_unit() for match in form.finditer(text)]
    led = (_OWNED.sub("", match["name"]) for match in _IN.finditer(text))
    found += [name for name in led if _places().has_name(fold_name(name))]
    return frozenset(word.stem for name in found for word in split_words(name))


def names_site(words: str) -> bool:
    """True for words that are nothing but a site with its name ("the Mary Mother of Mercy church")."""
    match = _SITE.fullmatch(words)
    return match is not None and match["kind"] in Nobody.load().sites


@cache
def _with_unit() -> tuple[re.Pattern[str], ...]:
    """ "the town of Baga Sola", "Baga Sola district", "Mother of Mercy church"."""
    units, sites = ("|".join(sorted(words)) for words in (Nobody.load().units, Nobody.load().sites))
    return (
        re.compile(rf"\b(?i:{units})s? of {_NAME}"),
        re.compile(rf"\b{_NAME} (?:{units})\b(?! of\b)"),
        re.compile(rf"\b(?P<name>{_RUN}(?: of (?:the )?{_RUN})?) (?:{sites})\b(?! of\b)"),
    )


@cache
def _places() -> Gazetteer:
    return Gazetteer.open()
