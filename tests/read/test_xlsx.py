"""Spreadsheets: every row of a sheet with a text column a document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import openpyxl
import pytest

from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document, Rejection

MINE = "A mine exploded near Boni and killed two people on Monday."


def book(*rows: tuple[object, ...], change: Callable[[openpyxl.Workbook], object] | None = None) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(made)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def read(content: bytes, options: ReadOptions | None = None, name: str = "t.xlsx") -> tuple[list[Document], list[Rejection]]:
    results = list(read_bytes(content, name=name, options=options or ReadOptions(language="en")))
    return [row.document for row in results if isinstance(row, ReadDocument)], [
        row for row in results if isinstance(row, Rejection)
    ]


def test_rows_with_days_as_spreadsheets_hold_them() -> None:
    """A day of the spreadsheet is that day, whichever way it is shown; numbers and empty cells stay as they stand."""
    rows = (
        ("Text", "source", "published", "external_id"),
        ("Two men were hurt.", "Sahel Wire", date(2024, 4, 3), 17),
        (MINE, None, datetime(2024, 4, 13, 22, 30), None),
        (None, None, None, None),
        ("Shots in Gao.", "Sahel Wire", "2024-05-01", "a-7"),
        (None, "Sahel Wire", None, None),
    )
    (first, second, third), refused = read(book(*rows))
    assert (first.text, first.source, first.external_id, first.reader) == ("Two men were hurt.", "Sahel Wire", "17", "xlsx@1")
    assert [row.published for row in (first, second, third)] == [date(2024, 4, 3), date(2024, 4, 13), date(2024, 5, 1)]
    assert [row.name for row in (first, second, third)] == ["t.xlsx:2", "t.xlsx:3", "t.xlsx:5"]
    assert [(row.reason, row.subject) for row in refused] == [("missing_text", "t.xlsx:6")]


def test_days_as_text_are_decided_by_their_column() -> None:
    """As in CSV, and what was decided is told; the option comes through to the process that parses."""
    rows = [("text", "published"), ("Two men were hurt.", "03/04/2024"), (MINE, "13/04/2024")]
    options = ReadOptions(language="en")
    assert [row.published for row in read(book(*rows), options)[0]] == [date(2024, 4, 3), date(2024, 4, 13)]
    assert "13/04/2024 shows that the day comes first" in options.list_notes()[0]
    both = book(*rows[:2], (MINE, "05/04/2024"))
    assert [row.reason for row in read(both)[1]] == ["open_days"]
    told = ReadOptions(language="en", dates="month-first")
    assert [row.published for row in read(both, told)[0]] == [date(2024, 3, 4), date(2024, 5, 4)]


def test_columns_are_mapped_and_told_of() -> None:
    """A sheet without a text is told which column it may be; a mapped column that is not there is told of."""
    content = book(("Date", "published", "What happened"), (date(2024, 4, 3), None, MINE))
    (refused,) = read(content)[1]
    assert "--map 'text=What happened'" in refused.message
    options = ReadOptions(language="en", map={"text": "What happened", "published": "Day"})
    ((document,), _) = read(content, options)
    assert (document.text, options.list_missed()) == (MINE, ["Day"])


def test_every_sheet_with_a_text_is_read() -> None:
    """Others are told of, hidden ones are passed over."""

    def add(made: openpyxl.Workbook) -> None:
        for name, state, head in (("May", "visible", "text"), ("Codes", "visible", "code"), ("Old", "hidden", "text")):
            sheet = made.create_sheet(name)
            sheet.sheet_state = state
            sheet.append([head])
            sheet.append([f"Shots were heard in {name}."])

    options = ReadOptions(language="en")
    documents, refused = read(book(("text",), (MINE,), change=add), options)
    assert [row.text for row in documents] == [MINE, "Shots were heard in May."]
    assert (refused, options.list_notes()) == ([], ["t.xlsx: sheet 'Codes' was not read, as it has no column 'text'."])


def _with_part(content: bytes, name: str, part: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for item in old.namelist():
            new.writestr(item, part if item == name else old.read(item))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("part", "reason"),
    [(b"<worksheet><broken", "corrupt"), (b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>', "unsafe_xml")],
)
def test_a_damaged_or_hostile_sheet(part: bytes, reason: str) -> None:
    """Is refused, and nothing in it expanded."""
    content = _with_part(book(("text",), (MINE,)), "xl/worksheets/sheet1.xml", part)
    assert [row.reason for row in read(content)[1]] == [reason]


def test_an_empty_workbook_and_a_data_set_as_workbook() -> None:
    """Both are refused with what to do."""
    assert [row.reason for row in read(book())[1]] == ["empty"]
    (refused,) = read(book(("text",), (MINE,)), ReadOptions(shape="acled"))[1]
    assert (refused.reason, "Save the table as CSV." in refused.message) == ("unsupported_format", True)
