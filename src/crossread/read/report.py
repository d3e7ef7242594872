"""What a reader finds in a file, before the options, the dateline and the language are settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from crossread.errors import ReadError
from crossread.read.options import ReadOptions
from crossread.records import RawFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as its file tells it; None is "the file does not say".

    `published` is what the file says of the publication, `published_in` the year or month where it says no day ("2016-10").
    `made` is the day the file itself was made (a PDF's or DOCX's property), a weaker witness. `line` is where in a table or
    feed the report stands, counted from 1.
    """

    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    external_id: str | None = None
    language: str | None = None
    published: date | None = None
    published_in: str | None = None
    made: date | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row of a table that is no report, and why; the rows after it are read. With `line` 0 it concerns the whole file.

    `within` names the file within the file that it concerns, such as a part of a ZIP archive.
    """

    line: int
    error: ReadError
    within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A file within the file: a member of an archive, what is attached to a mail. It is read as a file of its own, with its own
    bytes and hash, and is called after both ("reports.zip/week 3/sitrep.docx").
    """

    name: str
    content: bytes


Item = Report | BadRow | Enclosed


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The beginning of a file: its first bytes, the same as text (None if they are none), and its extension.

    `extension` is in lower case without the dot, `text` without leading white space.
    """

    head: bytes
    text: str | None
    extension: str


class Reader(Protocol):
    """A format. `recognises` says how surely a sample is of this format: 0 no, 1 by its extension alone, 2 and more by content.

    `read` gives the reports of a file, or raises `ReadError`. An `isolated` reader runs in a process of its own with limits
    of time and memory, because its library parses hostile markup. `is_table` files may be larger.
    """

    media_type: str
    isolated: bool
    is_table: bool

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """How surely the sample is of this format: 0 no, 1 by its extension alone, 2 and more by content."""
        ...

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Item]:
        """The reports of a file in order; a row that is none comes as `BadRow`, a file that is none raises `ReadError`.

        A file that holds files gives them as `Enclosed`, unread.
        """
        ...


def report_to_json(report: Report) -> dict[str, Any]:
    """A report as plain JSON values, to come from the process that parsed it."""
    row = {name: getattr(report, name) for name in Report.__dataclass_fields__}
    for name in ("published", "made"):
        row[name] = row[name].isoformat() if row[name] else None
    return row


def report_from_json(row: dict[str, Any]) -> Report:
    """The report that `report_to_json` wrote."""
    dates = {name: date.fromisoformat(row[name]) if row[name] else None for name in ("published", "made")}
    return Report(**{**row, **dates})
