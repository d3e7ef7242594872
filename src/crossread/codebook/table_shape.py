"""The forms in which others publish incidents as a table: which columns, what may stand in them. Facts, in `shapes/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from crossread.codebook.countries import Country
from crossread.errors import CodebookError

SHAPES = ("acled", "ged")
KINDS = ("text", "integer", "number", "date")
OWN_PREFIX = "XR-"  # before an incident's id in a column of event ids, so that no row can be taken for the other data set's own
OWN_LABEL = "crossread export"  # the data set that a row with such an id is from
VIA = " via "  # between a data set and the sources that its row names: "ACLED via Radio Kidal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeColumn:
    """One column: the kind of value in it, whether a cell may be `blank`, the codes it is limited to, its smallest number."""

    name: str
    kind: str
    blank: bool
    note: str
    codes: str | None = None
    least: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeEvent:
    """One kind of event of the form, with the type (and means) that crossread reads it as. `disorder` is its umbrella term."""

    event: str
    sub_event: str
    disorder: str
    type: str
    means: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A form: its columns in order, and its codes by the name of their list (`code -> what it means`).

    `needed` are the columns without which a row cannot be read, `hints` those that tell a file of this form from others. `id`
    and `date` name the columns of the row's own id and first day. `unnamed` is how an actor without a name is written, `vague`
    what stands for numbers told in words.
    """

    name: str
    label: str
    id: str
    date: str
    needed: tuple[str, ...]
    hints: tuple[str, ...]
    columns: tuple[ShapeColumn, ...]
    codes: Mapping[str, Mapping[str, str]]
    events: tuple[ShapeEvent, ...] = ()
    unnamed: Mapping[str, str]
    vague: Mapping[str, int]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def say_unnamed(self, kind: str, country: Country) -> str:
        """How an actor of this type without a name is written in that country: `Military Forces of the Philippines`."""
        told = self.unnamed[kind].format(country=country.name)
        return told.replace(f" of {country.name}", f" of the {country.name}") if country.the else told

    def event(self, sub_event: str) -> ShapeEvent | None:
        """The kind of event by its narrower name, None where the form has none of that name."""
        return next((row for row in self.events if row.sub_event == sub_event), None)


@cache
def load_shape(name: str) -> TableShape:
    """The form by its name, `acled` or `ged`; an unknown one is refused."""
    if name not in SHAPES:
        raise CodebookError(
            "No such form of table is known.",
            expected=", ".join(SHAPES),
            found=name,
            next_step="Name one of these, or bring the table into one of these forms.",
        )
    table = tomllib.loads((files("crossread.codebook") / "shapes" / f"{name}.toml").read_text(encoding="utf-8"))
    shape = TableShape(
        **{key: table[key] for key in ("name", "label", "id", "date")},
        needed=tuple(table["needed"]),
        hints=tuple(table["hints"]),
        columns=tuple(ShapeColumn(**row) for row in table["columns"]),
        codes=table["codes"],
        events=tuple(ShapeEvent(**row) for row in table.get("events", [])),
        unnamed=table.get("unnamed", {}),
        vague=table.get("vague", {}),
    )
    _check(shape, table)
    return shape


def is_row_reader(reader: str | None) -> bool:
    """True if what this reader (`acled@1`) makes a document of is one row of such a table, not a report."""
    return reader is not None and reader.partition("@")[0] in SHAPES


def publisher(source: str) -> str:
    """Who publishes what has this source: of "ACLED via Radio Kidal" the data set."""
    return source.partition(VIA)[0]


def _check(shape: TableShape, table: Mapping[str, Any]) -> None:
    for column in shape.columns:
        known = column.codes in (None, "event_type", "sub_event_type") or column.codes in shape.codes
        if column.kind not in KINDS or not known:
            raise CodebookError(
                "A column of a form has a kind or a list of codes that is not there.",
                where=f"shapes/{shape.name}.toml, {column.name}",
                expected=f"{', '.join(KINDS)}; {', '.join(table['codes'])}",
                found=f"{column.kind}, {column.codes}",
            )
