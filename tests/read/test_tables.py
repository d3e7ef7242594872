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
