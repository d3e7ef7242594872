"""Places of a full GeoNames dump (allCountries.txt or a country's file, also zipped), row by row."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from crossread.errors import GazetteerError

COLUMNS = 19  # of the dump's main table, separated by tabs
MOST_BAD = 0.01  # share of rows that are none, from which the file is taken for another
LOOKED_AT = 1000  # rows before that share is judged
# What of a dump reports on violence name: populated places, and of other features those that people are attacked at or flee to.
# Features of GeoNames' class P are all settlements; the rest by class and code.
SITES = frozenset(
    "S.AIRB S.AIRF S.AIRP S.AIRQ S.CMP S.CMPRF S.CMPL S.CMPO S.INSM S.FT S.PRN S.DAM S.BDG S.CSTM S.MN S.MNAU S.OILR S.PS "
    "S.PSN S.HSP S.UNIV S.RSTN S.PRT L.MILB L.PORT L.OILF L.INDS T.PASS S.BUSTN S.MKT S.CTRR S.CTRM".split()
)
AREAS = frozenset(
    "A.ADM2 A.ADM3 L.AREA L.RGN L.CTRB L.RESN L.PRK T.ISL T.ISLS T.MT T.MTS T.HLLS T.DSRT T.VAL V.FRST H.LK".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpRow:
    """One place of the dump. `kind` is `settlement` or `area`."""

    geonames_id: str
    name: str
    alternates: tuple[str, ...]
    latitude: float
    longitude: float
    kind: str
    country: str
    admin1_code: str
    population: int


def iter_dump(path: Path) -> Iterator[DumpRow]:
    """The settlements, sites and districts of a dump, in its order; the file is never held in memory.

    Raises `GazetteerError` for a file that is no dump. Single bad rows are passed over.
    """
    rows = bad = 0
    with _open(path) as lines:
        for number, line in enumerate(lines, start=1):
            rows += 1
            parts = line.rstrip("\r\n").split("\t")
            row = _read(parts) if len(parts) == COLUMNS else None
            if row is None:
                bad += 1
                if bad > MOST_BAD * max(rows, LOOKED_AT):
                    raise _refusal(path, number, parts)
            elif row.kind:
                yield row
    if rows == bad:
        raise _refusal(path, rows, [])


def check_dump(path: Path) -> None:
    """Raise `GazetteerError` for a file that is no dump, before anything long is done with it."""
    for _ in islice(iter_dump(path), LOOKED_AT):
        pass


def _read(parts: list[str]) -> DumpRow | None:
    """The row, its kind empty for a feature that is left out; None where a number is none or a name is missing."""
    feature = f"{parts[6]}.{parts[7]}"
    kind = "settlement" if parts[6] == "P" or feature in SITES else "area" if feature in AREAS else ""
    try:
        row = DumpRow(
            geonames_id=str(int(parts[0])),
            name=parts[1].strip(),
            alternates=tuple(name for name in (parts[2], *parts[3].split(",")) if name),
            latitude=float(parts[4]),
            longitude=float(parts[5]),
            kind=kind if parts[7] not in ("PPLH", "PPLW", "PPLQ") else "",
            country=parts[8],
            admin1_code=parts[10],
            population=int(parts[14] or 0),
        )
    except ValueError:
        return None
    good = row.name and abs(row.latitude) <= 90 and abs(row.longitude) <= 180 and row.population >= 0
    return row if good else None


@contextmanager
def _open(path: Path) -> Iterator[Iterator[str]]:
    if not path.is_file():
        raise GazetteerError("There is no such GeoNames dump.", where=str(path), next_step="Give the path of allCountries.txt.")
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
            yield lines
        return
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
        if len(names) != 1:
            raise GazetteerError(
                "The archive does not hold one table.",
                where=str(path),
                expected="one .txt file",
                found=", ".join(names) or "none",
            )
        with archive.open(names[0]) as raw, io.TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="\n") as lines:
            yield lines


def _refusal(path: Path, line: int, parts: list[str]) -> GazetteerError:
    return GazetteerError(
        "The file is no GeoNames dump.",
        where=f"{path}, line {line}",
        expected=f"{COLUMNS} columns with tabs between them, as in allCountries.txt",
        found=f"{len(parts)} columns" if parts else "no rows",
        next_step="Take allCountries.zip or a country's file from GeoNames' dump folder, not postal codes or alternate names.",
    )
