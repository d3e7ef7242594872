"""What the caller may tell the readers: who published, when, in which language, and how much to read."""

from __future__ import annotations

import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from crossread.codebook import SHAPES
from crossread.read.refusal import refusal

DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
DAY_ORDERS = (DAY_FIRST, MONTH_FIRST)
FURTHEST = timedelta(hours=14)  # how far the clocks of the first place to have a day are ahead of UTC
MOST_NAMED = 5  # reports with a day yet to come that are called by name
FIELDS = ("external_id", "source", "published", "title", "text", "url", "language")


@cache
def load_table(name: str) -> Mapping[str, Any]:
    """The content of one of this room's TOML files."""
    return tomllib.loads(files("crossread.read").joinpath(name).read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a file is read before it is refused; sizes and reasons stand in `limits.toml`.

    Bytes, characters, levels, pages and seconds, as the names say. `archive_ratio` is unpacked : packed size.
    """

    file_bytes: int
    table_bytes: int
    text_characters: int
    nesting_depth: int
    archive_members: int
    archive_bytes: int
    archive_ratio: int
    folder_members: int
    folder_bytes: int
    files_within: int
    pages: int
    seconds: float
    memory_bytes: int
    head_bytes: int

    @classmethod
    def default(cls) -> Limits:
        """The limits of `limits.toml`."""
        return cls(**load_table("limits.toml"))


def latest_day() -> date:
    """The last day on which anything can have been published: today, where it is today first."""
    return (datetime.now(UTC) + FURTHEST).date()


def _day(given: date | str) -> date:
    """A day as given, or as ISO writes it."""
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        raise refusal(
            "bad_day", where="the day of publication", expected="a date, or a day as 2019-01-25", found=repr(given)
        ) from None


def _refuse_yet_to_come(day: date) -> None:
    if day > latest_day():
        raise refusal("day_to_come", where="the day of publication", expected=f"up to {latest_day()}", found=str(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What is known of the files before they are read. What is given here wins over what a file says of itself.

    `published` may be given as an ISO day ("2019-01-25"), too.

    `map` gives, for a field of a table of documents, the name of the column that holds it: `{"text": "body"}`. With `shape`
    (`acled`, `ged`) the files are tables of incidents in that form, each row an account; `source` then names the data set.
    `dates` (`day-first`, `month-first`) says of days in numbers, such as 03/04/2019 in a table, which comes first; `notes` then
    holds what reading met that stops nothing, and `to_come` the reports whose own day of publication is yet to come.
    A table without that column is read by the field's own name; `missed` then says of a column whether some other table had it.
    With `bare_names` files are called by their last name: that they lay in a folder for a moment is nobody's business.
    """

    source: str | None = None
    published: date | None = None
    language: str | None = None
    map: Mapping[str, str] = field(default_factory=dict)
    shape: str | None = None
    dates: str | None = None
    limits: Limits = field(default_factory=Limits.default)
    bare_names: bool = False
    missed: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    notes: dict[str, None] = field(default_factory=dict, compare=False, repr=False)
    to_come: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse with `ReadError` a column map to fields, or a form of tables, that do not exist, and what is no day."""
        unknown = sorted(set(self.map) - set(FIELDS))
        if unknown:
            raise refusal("bad_map", where="the column map", expected=", ".join(FIELDS), found=", ".join(unknown))
        if self.published is not None:
            object.__setattr__(self, "published", _day(self.published))
            _refuse_yet_to_come(self.published)
        if self.shape is not None and self.shape not in SHAPES:
            raise refusal("bad_shape", where="the form to read as", expected=", ".join(SHAPES), found=self.shape)
        if self.dates is not None and self.dates not in DAY_ORDERS:
            raise refusal("bad_order", where="the order of days", expected=" or ".join(DAY_ORDERS), found=self.dates)

    def note(self, sentence: str) -> None:
        """Keep for the user what stops nothing and should be known, each sentence once."""
        self.notes[sentence] = None

    def for_table(self, columns: Container[str]) -> ReadOptions:
        """These options for a table with these columns: a mapped one that it lacks gives way to the field's own.

        A folder often holds tables of several kinds, and a map that is meant for one would have the others refused.
        """
        kept = {name: column for name, column in self.map.items() if column in columns or name not in columns}
        for column in self.map.values():
            if column in columns:
                self.missed[column] = False
        for name in self.map.keys() - kept.keys():
            self.missed.setdefault(self.map[name], True)
        return self if len(kept) == len(self.map) else replace(self, map=kept)

    def list_notes(self) -> list[str]:
        """What was met that stops nothing: about tables, and how many reports have a day that was not used, with the first."""
        if not self.to_come:
            return list(self.notes)
        first = ", ".join(f"{name} ({day})" for name, day in list(self.to_come.items())[:MOST_NAMED])
        number = len(self.to_come)
        more = f" and {number - MOST_NAMED} more" if number > MOST_NAMED else ""
        are = "1 report has" if number == 1 else f"{number} reports have"
        return [*self.notes, f"{are} a day of publication that is yet to come, which was not used: {first}{more}."]

    def list_missed(self) -> list[str]:
        """The mapped columns that no table had, so that the field's own name was taken everywhere."""
        return [column for column, missed in self.missed.items() if missed]

    def column(self, name: str) -> str:
        """The table column that holds this field."""
        return self.map.get(name, name)
