"""The columns of a table of documents: which hold a field, whatever the case of its letters, and what is told of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from crossread.codebook import SHAPES, load_shape
from crossread.errors import ReadError
from crossread.read.options import FIELDS, ReadOptions, load_table
from crossread.read.refusal import list_reasons, refusal

MOST_NAMED = 12  # columns that a message names
_ROWS = "These are columns of {}. A table of incidents is read at the command line: crossread read --as {}."
_FIELD_NAMES = {"published": "day of publication", "external_id": "id", "url": "address"}
_MEANS = {
    "published": "the day of publication (not that of the incident)",
    "source": "who published the report",
    "title": "the title",
    "url": "the address",
}


def name_columns(header: Sequence[str], options: ReadOptions) -> list[str]:
    """The header with the names of fields in small letters ("Text", "SOURCE"), unless the table or the map has them so, too."""
    kept = {*header, *options.map.values()}
    return [
        low if name not in options.map.values() and (low := name.lower()) in FIELDS and low not in kept else name
        for name in header
    ]


def note_unread(header: Sequence[str], options: ReadOptions, *, name: str) -> None:
    """Tell of columns that may be a field of documents, or hold day, place and toll of incidents, and were passed over."""
    table, taken = load_table("columns.toml"), {options.column(field) for field in FIELDS}
    free = {column.lower(): column for column in header if column not in taken}
    for field, names in table["like"].items():
        like = next((free[one] for one in names if one in free), None)
        if like is not None and options.column(field) not in header:
            options.note(f"{name}: column {like!r} was not read. If it holds {_MEANS[field]}: --map {_quoted(field, like)}.")
    held = [free[one] for one in free if one in table["incident"]["names"]]
    if len(held) >= table["incident"]["fewest"]:
        options.note(
            f"{name}: columns {', '.join(held[:MOST_NAMED])} were passed over: day, place and toll are read from the "
            "text alone. A list of incidents in the form of ACLED or GED is read with --as."
        )


def note_mapped_in_vain(header: Sequence[str], options: ReadOptions, *, name: str) -> None:
    """Tell of a column of the map that the table lacks, where none has the field's own name either: a slip of typing."""
    for field, column in options.map.items():
        if column not in header and field not in header:
            options.note(
                f"{name}: there is no column {column!r}, so no report got its {_FIELD_NAMES.get(field, field)} from it."
            )


def refuse_without_text(header: Sequence[str], rows: Iterable[Sequence[str]], options: ReadOptions) -> ReadError:
    """The refusal of a table without a text, with the advice that fits it: how to read a data set, which column it may be."""
    shape = next((load_shape(name) for name in SHAPES if set(load_shape(name).hints) <= set(header)), None)
    longest = _longest_column(header, rows)
    advice = _ROWS.format(shape.label, shape.name) if shape else None
    found = ", ".join(header[:MOST_NAMED])[:300]
    if advice is None and longest is not None:
        found += f"; the longest cells stand in {longest!r}"
        advice = list_reasons()["no_text_column"]["next_step"].replace("text=body", _quoted("text", longest))
    return refusal("no_text_column", expected=f"column {options.column('text')!r}", found=found, next_step=advice)


def _longest_column(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str | None:
    """The column with the longest cells, if they are long enough for sentences."""
    rules = load_table("columns.toml")["text"]
    looked_at = list(islice(rows, rules["rows"]))
    sums = [sum(len(row[place]) for row in looked_at if len(row) > place) for place in range(len(header))]
    longest = max(range(len(header)), key=lambda place: sums[place], default=None)
    if longest is None or not looked_at or sums[longest] < rules["longest_in_mean"] * len(looked_at):
        return None
    return header[longest]


def _quoted(field: str, column: str) -> str:
    """How a shell is told of the column."""
    return f"'{field}={column}'" if not column.replace("_", "").isalnum() else f"{field}={column}"
