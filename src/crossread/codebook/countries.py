"""Countries as other data sets name, number and group them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from crossread.codebook.name_folding import fold_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country or territory. `code` is ISO 3166-1 alpha-2, `numeric` the number of that standard (0: it has none).

    `acled` and `ged` are its region in each data set, `ged` None where that has none; `ged_name` its name there,
    `the` True where it has the article behind "of", `gw` its number in the list of states that UCDP uses.
    """

    code: str
    name: str
    iso3: str
    numeric: int
    acled: str
    ged: str | None = None
    ged_name: str | None = None
    also: tuple[str, ...] = ()
    the: bool = False
    gw: int | None = None


@cache
def load_countries() -> Mapping[str, Country]:
    """Every country by its two letters."""
    table = tomllib.loads((files("crossread.codebook") / "shapes" / "countries.toml").read_text(encoding="utf-8"))
    return {code: Country(code=code, **{**row, "also": tuple(row.get("also", ()))}) for code, row in table.items()}


def find_country(*, name: str | None = None, numeric: int | None = None) -> Country | None:
    """The country of that ISO number, or else of that name in any of the spellings known; None if there is none."""
    by_number = _by_number().get(numeric) if numeric else None
    return by_number or (_by_name().get(fold_name(name)) if name else None)


def find_near_countries(name: str) -> tuple[Country, ...]:
    """Countries of which a name holds these words ("Congo", "Burkina"), else those spelled much like it; by code."""
    wanted = fold_name(name).split()
    if not wanted:
        return ()
    holding = {row for told, row in _by_name().items() if _holds(told.split(), wanted)}
    alike = holding or {_by_name()[told] for told in get_close_matches(" ".join(wanted), _by_name(), n=3, cutoff=0.8)}
    return tuple(sorted(alike, key=lambda row: row.code))


def _holds(told: Sequence[str], words: Sequence[str]) -> bool:
    return any(list(told[at : at + len(words)]) == list(words) for at in range(len(told) - len(words) + 1))


@cache
def _by_number() -> Mapping[int, Country]:
    return {row.numeric: row for row in load_countries().values() if row.numeric}


@cache
def _by_name() -> Mapping[str, Country]:
    rows = load_countries().values()
    return {fold_name(name): row for row in rows for name in (row.name, row.ged_name, *row.also) if name}
