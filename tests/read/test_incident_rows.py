"""Rows of a data set are read as documents when asked, each line a column, and a bad row costs only itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.read import ReadDocument, ReadOptions, iter_documents, read_bytes
from crossread.records import Rejection

HEADER = (
    "event_id_cnty,event_date,event_type,sub_event_type,country,location,latitude,longitude,source,notes,fatalities,timestamp"
)
ROW = "ZZ1,2021-05-03,Battles,Armed clash,Mali,Kossa,14.5,-4.25,Radio Ilu; Kossa Post,Shots near Kossa.,4,1620259200"
AS_ACLED = ReadOptions(shape="acled")


def read(*rows: str, options: ReadOptions = AS_ACLED, header: str = HEADER) -> list[ReadDocument | Rejection]:
    """What a file of these rows gives."""
    return list(read_bytes("\n".join((header, *rows)).encode(), name="rows.csv", options=options))


def test_a_row_is_a_document_of_its_columns() -> None:
    """Text, id, data set with the sources named, day of upload; the days of the incident date no document."""
    (found,) = read(ROW)
    assert isinstance(found, ReadDocument)
    document = found.document
    lines = dict(line.split(": ", 1) for line in document.text.split("\n"))
    assert lines == dict(zip(HEADER.split(","), ROW.split(","), strict=True))
    assert (document.external_id, document.source) == ("ZZ1", "ACLED via Radio Ilu; Kossa Post")
    assert document.title == "ACLED row ZZ1"
    assert (document.published, document.published_from) == (date(2021, 5, 6), "metadata")
    assert (document.reader, document.name, document.language) == ("acled@1", "rows.csv:2", "en")
    assert found.raw_file.content.decode().endswith(ROW)


def test_without_a_time_of_upload_nothing_is_the_day_of_publication() -> None:
    """Not the day of the incident either, which stands at the place of a dateline."""
    (found,) = read(ROW.rsplit(",", 1)[0] + ",")
    assert isinstance(found, ReadDocument)
    assert (found.document.published, found.document.published_from) == (None, None)


def test_the_data_set_has_the_name_it_is_given() -> None:
    """And rows of an own export never that of the other data set."""
    (named,) = read(ROW, options=ReadOptions(shape="acled", source="Our events"))
    (own,) = read(ROW.replace("ZZ1", "XR-1"))
    assert isinstance(named, ReadDocument)
    assert isinstance(own, ReadDocument)
    assert named.document.source == "Our events via Radio Ilu; Kossa Post"
    assert own.document.source == "crossread export via Radio Ilu; Kossa Post"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("2021-05-03", "2021-05-33"), "event_date"),
        (("Armed clash", "Brawl"), "sub_event_type"),
        (("Battles", "Protests"), "event_type"),
        ((",4,", ",some,"), "fatalities"),
        (("ZZ1", ""), "event_id_cnty"),
        (("14.5,-4.25", "0,0"), "0,0"),
        ((",4,", ",4,4,"), "cells under"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_reason_and_the_others_are_read(change: tuple[str, str], told: str) -> None:
    """Nothing vanishes and nothing is guessed."""
    bad, good = read(ROW.replace(*change), ROW.replace("ZZ1", "ZZ2"))
    assert isinstance(bad, Rejection)
    assert bad.subject == "rows.csv:2"
    assert told in bad.message
    assert isinstance(good, ReadDocument)


def test_a_file_with_a_row_for_each_actor_is_no_list_of_incidents() -> None:
    """The second row of an event is refused: it would be a second incident."""
    first, second = read(ROW, ROW)
    assert isinstance(first, ReadDocument)
    assert isinstance(second, Rejection)
    assert "line 2" in second.message


def test_another_table_is_refused_whole_and_says_what_is_missing() -> None:
    """The columns that a row is nothing without."""
    (found,) = read("1,x", header="id,text")
    assert isinstance(found, Rejection)
    assert found.reason == "not_this_shape"
    assert "event_id_cnty" in found.message


def test_without_being_asked_rows_are_no_documents_but_the_way_is_told(tmp_path: Path) -> None:
    """A table of incidents has no text column; the refusal names the option."""
    path = tmp_path / "acled.csv"
    path.write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    (found,) = iter_documents(path)
    assert isinstance(found, Rejection)
    assert "--as acled" in found.message


def test_an_unknown_form_is_refused() -> None:
    """With the list of those there are."""
    with pytest.raises(ReadError, match="acled, ged"):
        ReadOptions(shape="gtd")


def test_line_breaks_in_a_cell_and_the_guard_of_our_own_exports_are_taken_off() -> None:
    """Every line is one column, also where a note had several; a name that starts with a sign is as it was before export."""
    (found,) = read(ROW.replace("Shots near Kossa.", '"Shots\nnear\tKossa: two"').replace("Radio Ilu; Kossa Post", "'-Beta"))
    assert isinstance(found, ReadDocument)
    assert "notes: Shots near Kossa: two\n" in found.document.text
    assert "source: -Beta\n" in found.document.text


DATED = "event_id_cnty,event_date,year,event_type,sub_event_type,country,location,fatalities"


def dated(day: str, year: str = "2019", number: int = 1) -> str:
    return f"ZZ{number},{day},{year},Battles,Armed clash,Mali,Kossa,4"


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("43490", "2019"),
        ("43490.0", "2019"),
        ("42028", "2019"),
        ("25-Jan-19", "2019"),
        ("25 January 19", "2019"),
        ("25/01/2019", ""),
    ],
)
def test_days_that_a_spreadsheet_wrote(day: str, year: str) -> None:
    """A number of days and a short year are read where the row's year agrees, from either beginning; numbers by their order."""
    options = ReadOptions(shape="acled")
    (found,) = read(dated(day, year), header=DATED, options=options)
    assert isinstance(found, ReadDocument), found
    assert "event_date: 2019-01-25" in found.document.text
    assert [day in note for note in options.list_notes()] == ([True] if year else [])


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("43490", "2018"),
        ("43490", ""),
        ("434900", "2019"),
        ("4", "1904"),
        ("25-Jan-19", "2018"),
        ("25-Jan-19", ""),
        ("25", "2019"),
    ],
)
def test_days_that_stay_open_are_refused(day: str, year: str) -> None:
    """Without a year that agrees they are no day; the message says what is missing, and the other rows are read."""
    bad, good = read(dated(day, year), dated("43491", number=2), header=DATED)
    assert isinstance(bad, Rejection)
    assert (bad.subject, "event_date" in bad.message, "column year" in bad.message) == ("rows.csv:2", True, True)
    assert isinstance(good, ReadDocument)


def test_days_in_numbers_by_the_order_of_the_column() -> None:
    """One day above 12 tells the order for all; where none does the table is refused until it is said."""
    first, second = read(dated("03/02/2019"), dated("25/01/2019", number=2), header=DATED)
    assert isinstance(first, ReadDocument)
    assert isinstance(second, ReadDocument)
    assert "event_date: 2019-02-03" in first.document.text
    (refused,) = read(dated("03/02/2019"), dated("04/05/2019", number=2), header=DATED)
    assert isinstance(refused, Rejection)
    assert refused.reason == "open_days"
    told = read(dated("03/02/2019"), header=DATED, options=ReadOptions(shape="acled", dates="month-first"))
    assert "event_date: 2019-03-02" in told[0].document.text  # type: ignore[union-attr]


def test_the_days_of_what_went_on_over_the_turn_of_a_year() -> None:
    """The last day may stand in the year after; not the first."""
    header = "id,year,type_of_violence,side_a,side_b,country,date_start,date_end,best"
    options = ReadOptions(shape="ged")
    (found,) = read("7,2018,1,A,B,Mali,43464,43467,4", header=header, options=options)
    assert isinstance(found, ReadDocument), found
    assert "date_start: 2018-12-30\ndate_end: 2019-01-02" in found.document.text


def test_lines_above_the_names_are_counted_and_no_names() -> None:
    """`sep=;` is for the spreadsheet; a bad row is called by its line in the file."""
    content = ("sep=;\n" + DATED + "\n" + dated("soon") + "\n" + dated("2019-01-25", number=2) + "\n").replace(",", ";")
    bad, good = read_bytes(content.encode(), name="rows.csv", options=AS_ACLED)
    assert isinstance(bad, Rejection)
    assert bad.subject == "rows.csv:3"
    assert isinstance(good, ReadDocument)
    assert good.document.name == "rows.csv:4"
