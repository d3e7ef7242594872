"""Other spellings of a place's own name ("Jenin" for "Janīn"), told from names it once had ("Sloviansk" for Nikopol)."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace, fold_name

_VOWELS = re.compile(r"[aeiouyhw\s'’-]")
_ARTICLE = re.compile(r"(?:a[ldrsntz]|ash|e[ls])[\s-]+")  # "Qamishli" is Al Qāmishlī


def spelt_otherwise(asked: str, places: Sequence[GazetteerPlace]) -> frozenset[str]:
    """Ids of the places whose own name has the consonants of the one asked for, and which are larger than all that bear it.

    "Sydney" is not Sidney in Ohio, and the hamlet of Jenin in Poland not what a report calls so without another word.
    """
    named = max((place.population for place in places if place.matched == "name"), default=0)
    bones = _bones(asked)
    alike = (p for p in places if p.matched == "alternate" and p.kind == "settlement" and p.population > named)
    return frozenset(p.id for p in alike if len(bones) > 1 and _bones(fold_name(p.name)) == bones)


def _bones(folded: str) -> str:
    """The consonants of a name, without an Arabic article."""
    return _VOWELS.sub("", _ARTICLE.sub("", folded, count=1) if _ARTICLE.match(folded) else folded)
