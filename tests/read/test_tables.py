"""JSONL and CSV: every row a document, its text exactly as given."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.errors import ReadError
from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document, Rejection

CELLS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n")
WRITTEN = st.text(alphabet=CELLS, min_size=1).filter(lambda text: any(map(str.isalnum, text)))
ENGLISH = ReadOptions(language="en")
STORABLE = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).filter(
    lambda text: any(map(str.isalnum, text))
)


def documents(content: bytes, name: str = "t.jsonl", options: ReadOptions = ENGLISH) -> list[Document]:
    return [result.document for result in read_bytes(content, name=name, options=options) if isinstance(result, ReadDocument)]


def rejections(content: bytes, name: str = "t.jsonl", options: ReadOptions = ENGLISH) -> list[Rejection]:
    return [result for result in read_bytes(content, name=name, options=options) if isinstance(result, Rejection)]


@given(STORABLE)
def test_jsonl_text_is_kept_exactly(text: str) -> None:
    """Line breaks, blanks at the ends and odd characters stay, so that offsets into the text stay right."""
    assert [document.text for document in documents(json.dumps({"text": text, "title": "A title"}).encode())] == [text]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WRITTEN, min_size=1, max_size=5))
def test_csv_text_is_kept_exactly(texts: list[str]) -> None:
    """A table written by any program that quotes its cells gives back the same texts."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerows([["external_id", "text"], *[[str(number), text] for number, text in enumerate(texts)]])
    assert [document.text for document in documents(stream.getvalue().encode(), "t.csv")] == texts


def test_all_columns_arrive() -> None:
    """Each known column goes to its field; columns that are not known are passed over."""
    row = {
        "external_id": "a-7",
        "source": "Sahel Wire",
        "published": "2019-01-20T22:00:00Z",
        "title": "Mine hurts two",
        "text": "Two men were hurt.",
        "url": "https://example.org/a-7",
        "language": "en",
        "claims": [{"type": "bombing"}],
    }
    (document,) = documents(json.dumps(row).encode(), options=ReadOptions())
    assert (document.external_id, document.source, document.title, document.url, document.language) == (
        *("a-7", "Sahel Wire", "Mine hurts two"),
        *("https://example.org/a-7", "en"),
    )
    assert (document.published, document.published_from) == (date(2019, 1, 20), "metadata")
    assert document.name == "t.jsonl:1"


def test_columns_of_other_names() -> None:
    """A map from field to column reads tables that were made for something else."""
    options = ReadOptions(language="en", map={"text": "body", "external_id": "nr"})
    (document,) = documents(b"nr;body;text\n5;Two men were hurt.;no\n", "t.csv", options)
    assert (document.external_id, document.text) == ("5", "Two men were hurt.")


def test_a_map_to_nowhere_is_refused() -> None:
    """A map that names a field documents do not have says which fields there are."""
    with pytest.raises(ReadError, match="external_id, source") as caught:
        ReadOptions(map={"txt": "body"})
    assert caught.value.reason == "bad_map"


def test_a_bad_line_loses_nothing_else() -> None:
    """The line is named, the file's hash is kept, and the lines before and after it are read."""
    content = b'{"text": "One."}\n{"text": \n\n{"text": "Four."}\n'
    assert [document.name for document in documents(content)] == ["t.jsonl:1", "t.jsonl:4"]
    (bad,) = rejections(content)
    assert (bad.subject, bad.reason) == ("t.jsonl:2", "bad_row")
    assert "t.jsonl:2" in bad.message
    assert bad.sha256


def test_missing_text_names_the_columns() -> None:
    """Whoever forgot the map sees which columns there are."""
    (bad,) = rejections(b'{"body": "Two men were hurt.", "nr": 4}')
    assert bad.reason == "missing_text"
    assert "body, nr" in bad.message
    assert "text=body" in bad.message


@pytest.mark.parametrize("raw", ["2019", "2019-01", "", None])
def test_an_open_date_stays_open(raw: str | None) -> None:
    """A year or month is no day of publication, and no day is made of it; what was told is kept."""
    (document,) = documents(json.dumps({"text": "Two men were hurt.", "published": raw}).encode())
    assert (document.published, document.published_from) == (None, raw or None)


@pytest.mark.parametrize("raw", ["2019-02-30", "03/04/2019", "yesterday", 1548000000])
def test_a_wrong_date_is_refused(raw: object) -> None:
    """A date that is none, or has two readings, is not silently dropped."""
    (bad,) = rejections(json.dumps({"text": "Two men were hurt.", "published": raw}).encode())
    assert bad.reason == "bad_date"


def test_documents_of_a_table_share_its_file() -> None:
    """The raw file is kept once, not once a row."""
    results = list(read_bytes(b'{"text": "One."}\n{"text": "Two."}\n', name="t.jsonl", options=ENGLISH))
    first, second = (result.raw_file for result in results if isinstance(result, ReadDocument))
    assert first is second


def _lines() -> Iterator[bytes]:
    yield b'{"text": "One."}\r\n{"text": "Two."}'
    yield '\ufeff{"text": "One."}\n{"text": "Two."}\n'.encode()
    yield '{"text": "One."}\n{"text": "Two."}\n'.encode("utf-16")
    yield b'[{"text": "One."},\n {"text": "Two."}]'
    yield b'external_id,text\n1,One.\n2,"Two."\n'
    yield b"text\ttitle\nOne.\tA\nTwo.\tB\n"
    yield b"text|title\r\nOne.|A\r\nTwo.|B\r\n"


@pytest.mark.parametrize("content", list(_lines()))
@pytest.mark.parametrize("name", ["t.jsonl", "t.csv", "t.txt", "t"])
def test_the_content_tells_the_format(content: bytes, name: str) -> None:
    """A table is read for what it is, whatever its name."""
    assert [document.text for document in documents(content, name)] == ["One.", "Two."]


def test_prose_with_a_bracket_is_no_json() -> None:
    """A wire text that starts with [Text] is read as text."""
    (document,) = documents(b"[Text] Two men were hurt near the river.", "t.txt")
    assert document.reader == "text@1"


def days(*cells: str, name: str = "t.csv", order: str | None = None) -> list[date | str | None]:
    """The day of each row of a table with these cells, or the reason why it was refused."""
    rows = "".join(f'"Two men were hurt in village {number}.","{cell}"\n' for number, cell in enumerate(cells))
    results = read_bytes(f"text,published\n{rows}".encode(), name=name, options=ReadOptions(language="en", dates=order))
    return [row.document.published if isinstance(row, ReadDocument) else row.reason for row in results]


def test_one_day_above_12_decides_for_the_column() -> None:
    """03/04 is 3 April where another row has 13/04, and 4 March where one has 04/13; the user is told."""
    assert days("03/04/2024", "13/04/2024", "") == [date(2024, 4, 3), date(2024, 4, 13), None]
    assert days("03/04/2024 10:15", "04/13/2024") == [date(2024, 3, 4), date(2024, 4, 13)]
    assert days("03.04.2024", "13.04.2024", "2024-05-01") == [date(2024, 4, 3), date(2024, 4, 13), date(2024, 5, 1)]
    options = ReadOptions(language="en")
    list(read_bytes(b'text,published\n"Shots in Gao.",03/04/2024\n"A mine.",13/04/2024\n', name="t.csv", options=options))
    assert list(options.notes) == ["t.csv: 13/04/2024 shows that the day comes first, so 03/04/2024 was read as 2024-04-03."]


def test_an_open_order_is_refused_until_it_is_said() -> None:
    """A table of nothing but open days is refused as a whole, else row by row; the option decides."""
    assert days("03/04/2024", "05/06/2024") == ["open_days"]
    assert days("03/04/2024", "05/06/2024", order="day-first") == [date(2024, 4, 3), date(2024, 6, 5)]
    assert days("03/04/2024", "05/06/2024", order="month-first") == [date(2024, 3, 4), date(2024, 5, 6)]
    assert days("03/04/2024", "2024-05-01", "04/04/2024") == ["bad_date", date(2024, 5, 1), date(2024, 4, 4)]
    assert days("03/04/2024", "13/04/2024", "04/13/2024") == ["bad_date", date(2024, 4, 13), date(2024, 4, 13)]
    (refused,) = rejections(b"text,published\nShots in Gao.,03/04/2024\n", "t.csv")
    assert "3 April or 4 March 2024" in refused.message
    assert "--dates day-first or --dates month-first" in refused.message
    with pytest.raises(ReadError, match="day-first or month-first"):
        ReadOptions(dates="dmy")


def test_days_of_json_rows_are_decided_alike() -> None:
    """Over all lines, before the first is read."""
    rows = [{"text": "Shots in Gao.", "published": "03/04/2024"}, {"text": "A mine in Boni.", "published": "13/04/2024"}]
    lines = "\n".join(map(json.dumps, rows)).encode()
    assert [row.published for row in documents(lines)] == [date(2024, 4, 3), date(2024, 4, 13)]
    assert [row.published for row in documents(json.dumps(rows).encode())] == [date(2024, 4, 3), date(2024, 4, 13)]
    assert [row.reason for row in rejections(json.dumps(rows[:1] * 2).encode())] == ["open_days"]


def test_names_of_fields_in_any_case_of_letters() -> None:
    """Spreadsheets capitalise them; a column that the map names is taken as it is."""
    table = b'Text,Source,PUBLISHED\n"Two men were hurt.",Sahel Wire,2024-05-01\n'
    (row,) = documents(table, "t.csv")
    assert (row.source, row.published) == ("Sahel Wire", date(2024, 5, 1))
    options = ReadOptions(language="en", map={"text": "Text", "source": "Source"})
    assert [row.source for row in documents(table, "t.csv", options)] == ["Sahel Wire"]
    assert options.list_missed() == []


def test_columns_that_were_passed_over_are_told() -> None:
    """A day under another name, and the columns of a list of incidents; other columns are the project's own business."""
    table = b'text,Date,Location,Killed,notes\n"Two men were hurt.",2024-05-01,Gao,0,x\n'
    options = ReadOptions(language="en")
    assert [row.published for row in documents(table, "t.csv", options)] == [None]
    first, second = options.notes
    assert "column 'Date' was not read" in first
    assert "--map published=Date" in first
    assert "columns Location, Killed were passed over" in second
    quiet = ReadOptions(language="en")
    documents(b'text,published,coder\n"Two men were hurt.",2024-05-01,Awa\n', "t.csv", quiet)
    assert not quiet.notes


def test_a_map_in_vain_is_told() -> None:
    """A column that the table lacks, where no column has the field's own name, is a slip of typing."""
    options = ReadOptions(language="en", map={"published": "dya"})
    assert [row.published for row in documents(b'text,day\n"Two men were hurt.",2024-05-01\n', "t.csv", options)] == [None]
    assert "t.csv: there is no column 'dya', so no report got its day of publication from it." in options.list_notes()


def test_a_table_without_a_text_is_told_which_column_may_be_it() -> None:
    """The one with the longest cells, quoted for the shell; nothing where all are short."""
    table = b'Date,Place,What happened\n2024-05-01,Gao,"Gunmen attacked the market and killed four."\n'
    (refused,) = rejections(table, "t.csv")
    assert "--map 'text=What happened'" in refused.message
    (refused,) = rejections(b"Date,Place\n2024-05-01,Gao\n2024-05-02,Boni\n", "t.csv")
    assert "Call that column `text`" in refused.message


def test_the_line_that_a_spreadsheet_writes_above_the_names() -> None:
    """`sep=;` is for the spreadsheet, and no row."""
    (row,) = documents(b'sep=;\r\ntext;source;published\r\n"Two men were hurt.";Sahel Wire;2024-05-01\r\n', "t.csv")
    assert (row.reader, row.text, row.published) == ("csv@1", "Two men were hurt.", date(2024, 5, 1))


@pytest.mark.parametrize("above", [b"", b"sep=;\n", b"sep=;\r\n", b"\n\n", b"\xef\xbb\xbfsep=;\n\n", b"sep=;;;\n"])
def test_lines_above_the_names_are_counted(above: bytes) -> None:
    """A row is called, and refused, by the line that an editor shows, whatever stands above the names."""
    table = above + b'text;source;published\n"Two\nfled.";Wire;2024-05-01\nSix died.;Wire;soon\n1;2;3;4\nIt burnt.;Wire;\n'
    before = above.count(b"\n")
    found = list(read_bytes(table, name="t.csv"))
    names = [row.document.name if isinstance(row, ReadDocument) else row.subject for row in found]
    assert names == [f"t.csv:{before + line}" for line in (2, 4, 5, 6)]
    assert [type(row).__name__ for row in found] == ["ReadDocument", "Rejection", "Rejection", "ReadDocument"]


def test_what_the_line_says_parts_the_cells() -> None:
    """Also where the names hold more of another mark."""
    (row,) = documents(b"sep=;\ntext;place, region, country\nTwo men were hurt.;Gao, Gao, Mali\n", "t.csv")
    assert row.text == "Two men were hurt."


RELIEF = {
    "href": "https://api.example.org/v1/reports",
    "count": 2,
    "data": [
        {
            "id": "4001",
            "score": 1,
            "fields": {
                "title": "Mine hurts two",
                "body": "Two men were hurt by a mine near Gao, the mayor said.",
                "source": [{"name": "Sahel Desk"}, {"name": "Gao Forum"}],
                "date": {"created": "2024-05-02T00:00:00+00:00", "original": "2024-05-01T00:00:00+00:00"},
                "language": [{"name": "English", "code": "en"}],
            },
        },
        {"id": "4002", "fields": {"title": "Shots", "body": "Shots were heard in the old town of Gao.", "source": []}},
    ],
}


@pytest.mark.parametrize("indent", [None, 1])
def test_the_answer_of_a_news_service(indent: int | None) -> None:
    """Its rows are those of the list within, with the columns that the map names; else it is told which may be the text."""
    content = json.dumps(RELIEF, indent=indent).encode()
    options = ReadOptions(map={"text": "body", "published": "date"})
    first, second = documents(content, "r.json", options)
    assert (first.source, first.published, first.language) == ("Sahel Desk; Gao Forum", date(2024, 5, 1), "en")
    assert (first.external_id, first.name, second.source) == ("4001", "r.json:1", None)
    (refused,) = rejections(content, "r.json")
    assert (refused.reason, "stand in 'body'" in refused.message) == ("no_text_column", True)


def test_a_report_with_a_list_beside_it_is_no_answer() -> None:
    """Its own text is not passed over for what the list holds."""
    row = {"body": "Two men were hurt. " * 20, "places": [{"text": "Gao"}, {"text": "Boni"}]}
    assert [bad.reason for bad in rejections(json.dumps(row).encode())] == ["missing_text"]


def test_rows_without_a_text_are_refused_together() -> None:
    """Ten rows under another name need one sentence, with the column that may be the text."""
    row = json.dumps({"day": "2024-05-01", "content": "Two men were hurt by a mine near Gao."})
    (refused,) = rejections("\n".join([row] * 10).encode())
    assert (refused.reason, "--map text=content" in refused.message) == ("no_text_column", True)
    options = ReadOptions(language="en", map={"text": "content"})
    assert len(documents("\n".join([row] * 2).encode(), options=options)) == 2
