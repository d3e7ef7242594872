"""Block keys: only claims that share a block are compared, so work grows with the collection, not with its square.

A claim *stands in* few blocks, which a store can keep, and *looks in* those and their neighbours; looking is mutual. A key is
one whole number of 63 bits, the same on every machine: kind of block, week, and cell or the hash of a name.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from functools import lru_cache

from crossread.codebook import load_codebook
from crossread.link.compare_when import window_of
from crossread.link.comparison import Telling
from crossread.link.word_counts import NameRarity
from crossread.link.words import fold
from crossread.records import Place
from crossread.records.roles import ACTIVE_ROLES

# Raised when the same claim stands in other blocks than before, so that stores know that theirs are old.
BLOCKS_VERSION = 2
# Days before a day of reporting in which the incident is looked for.
LOOK_BACK = 31
# A window longer than this many weeks is keyed by name and rare words alone.
MOST_WEEKS = 60
# Edge of a place cell in degrees: about 110 km.
CELL = 1.0
# A rare name opens a block only up to this many claims, as a more common one is no sign.
MOST_SHARING_A_NAME = 30
# Rarity from which a name is a block key.
RARE = 0.55
_COARSE = ("area", "admin1", "country", "unknown")
_KIND_BITS, _WEEK_BITS, _NAME_BITS = 3, 20, 40
CELL_BLOCK, COUNTRY_BLOCK, COARSE_BLOCK, ACTOR_BLOCK, NAME_BLOCK, FAMILY_BLOCK, PLACELESS_BLOCK, WORD_BLOCK = range(8)


def is_name_block(key: int) -> bool:
    """True for the blocks of a rare name or word, which hold MOST_SHARING_A_NAME claims or are no sign."""
    return key & 0b111 in (NAME_BLOCK, WORD_BLOCK)


def crowded_blocks(sizes: Mapping[int, int]) -> set[int]:
    """The blocks of names that are no sign, as more claims stand in them than share a rare name."""
    return {block for block, size in sizes.items() if is_name_block(block) and size > MOST_SHARING_A_NAME}


def stands_in(telling: Telling, rarity: NameRarity) -> set[int]:
    """The blocks a telling is found in: week and cell, country, family, actor; rare names; week of publication and words."""
    found, family = {*_name_keys(telling, rarity), *_word_keys(telling, around=0)}, _hash(_family(telling))
    for week in _weeks(telling):
        found.add(_key(FAMILY_BLOCK, week, family))
        if is_placeless(telling):
            found.add(_key(PLACELESS_BLOCK, week, family))
        found.update(_key(CELL_BLOCK, week, cell) for cell in _cells(telling, around=0))
        for country in _countries(telling):
            found.add(_key(COUNTRY_BLOCK, week, country))
            if is_coarse(telling):
                found.add(_key(COARSE_BLOCK, week, country))
        found.update(_key(ACTOR_BLOCK, week, actor) for actor in _actors(telling))
    return found


def looks_in(telling: Telling, rarity: NameRarity) -> set[int]:
    """The blocks whose claims a telling is compared with: a week and a cell to each side.

    Two told windows that lie up to seven days apart, and two places up to a cell apart, always meet. By country alone meet only
    claims of which one is coarse, by family alone those of which one tells of no place at all, not even of a country.
    """
    found = {*_name_keys(telling, rarity), *_word_keys(telling, around=1)}
    weeks = _weeks(telling)
    if not weeks:
        return found
    by_country = COUNTRY_BLOCK if is_coarse(telling) else COARSE_BLOCK
    by_family = FAMILY_BLOCK if is_placeless(telling) else PLACELESS_BLOCK
    family = _hash(_family(telling))
    cells = _cells(telling, around=1)
    for week in range(weeks.start - 1, weeks.stop + 1):
        found.add(_key(by_family, week, family))
        found.update(_key(CELL_BLOCK, week, cell) for cell in cells)
        found.update(_key(by_country, week, country) for country in _countries(telling))
        found.update(_key(ACTOR_BLOCK, week, actor) for actor in _actors(telling))
    return found


def is_coarse(telling: Telling) -> bool:
    """True where the place is not told, not resolved, without coordinates, or wider than a settlement."""
    place = _place(telling)
    return place is None or place.latitude is None or place.precision in _COARSE


def is_placeless(telling: Telling) -> bool:
    """True where neither the claim nor its document tells a country or a point."""
    place = _place(telling)
    return not telling.frame and (place is None or (place.country is None and place.latitude is None))


def _family(telling: Telling) -> str:
    return load_codebook().family(telling.claim.type)


def _key(kind: int, week: int, what: int) -> int:
    return ((what << _WEEK_BITS) | week) << _KIND_BITS | kind


def _name_keys(telling: Telling, rarity: NameRarity) -> Iterator[int]:
    for word in telling.words:
        if rarity.get(word) >= RARE:
            yield _hash(word, _NAME_BITS + _WEEK_BITS) << _KIND_BITS | NAME_BLOCK


def _word_keys(telling: Telling, *, around: int) -> Iterator[int]:
    """What says most in the text, in the week of the report: it finds those whose place or date was read wrongly."""
    if telling.published is not None:
        week = telling.published.toordinal() // 7
        for word in telling.key_words:
            for beside in range(week - around, week + around + 1):
                yield _key(WORD_BLOCK, beside, _hash(word))


@lru_cache(maxsize=200_000)
def _hash(text: str, bits: int = _NAME_BITS) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> (64 - bits)


def _place(telling: Telling) -> Place | None:
    return telling.claim.where.value if telling.claim.where else None


def _weeks(telling: Telling) -> range:
    """The weeks of the window; of one that is open to the past, the last month."""
    window = window_of(telling)
    latest = window.latest
    earliest = window.earliest or (latest - timedelta(days=min(LOOK_BACK, latest.toordinal() - 1)) if latest else None)
    if earliest is None:
        return range(0)
    first, last = earliest.toordinal() // 7, (latest or earliest).toordinal() // 7
    return range(first, last + 1) if last - first <= MOST_WEEKS else range(0)


def _cells(telling: Telling, *, around: int) -> list[int]:
    """The cell of the place, and with `around` those that touch it, so that two places across an edge still meet."""
    place = _place(telling)
    if place is None or place.latitude is None or place.longitude is None or place.precision in _COARSE[1:]:
        return []
    row, column = math.floor(place.latitude / CELL) + round(90 / CELL), math.floor(place.longitude / CELL)
    columns, steps = round(360 / CELL), range(-around, around + 1)
    return [(row + up + 1) * columns + (column + side) % columns for up in steps for side in steps]


def _countries(telling: Telling) -> Iterable[int]:
    """The told country; the frame's where no place is told."""
    place = _place(telling)
    told = (place.country,) if place is not None and place.country else telling.frame
    return [_hash(country) for country in told]


def _actors(telling: Telling) -> list[int]:
    """The named doers, each under the family of what they are said to have done."""
    family = _family(telling)
    named = (actor for actor in telling.claim.actors if actor.role in ACTIVE_ROLES and actor.name)
    return [_hash(f"{family}\x1f{actor.registry_id or fold(actor.name or '')}") for actor in named]
