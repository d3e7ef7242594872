"""JSONL: one document a line. A JSON array of objects, or one object over many lines, is read too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any

from crossread import patterns as re
from crossread.errors import ReadError
from crossread.read.api_answer import find_rows
from crossread.read.columns import note_unread, refuse_without_text
from crossread.read.day_order import settle_day_order
from crossread.read.encoding import decode, is_wide
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.read.table import read_row
from crossread.records import RawFile
from crossread.registry import register

ROWS_LOOKED_AT = 50  # for their columns; a file whose first rows have no text is no table of documents
LINE_START = re.compile(r'^\{\s*["}]', re.MULTILINE)
JSON_START = re.compile(r'\{\s*["}]|\[\s*[\[{\]]')


@register("readers", "jsonl@1")
class JsonlReader:
    """Tables of documents as JSON."""

    media_type = "application/x-ndjson"
    isolated = False
    is_table = True

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By its first brace and quote; prose that starts with a bracket is none."""
        if sample.text and JSON_START.match(sample.text):
            return 3
        return 2 if sample.extension in ("jsonl", "ndjson") and LINE_START.search(sample.text or "") else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each line; a line that is no JSON object is a bad row."""
        content = decode(file.content).encode("utf-8", "surrogatepass") if is_wide(file.content) else file.content
        content = content.removeprefix(b"\xef\xbb\xbf")
        options = options.for_table(_Columns(content))
        options = settle_day_order(_days(content, options.column("published")), options, name=file.name)
        whole = _find_whole(content)
        if whole is not None and len(whole) == 1 and isinstance(whole[0], dict) and options.column("text") not in whole[0]:
            whole = find_rows(whole[0]) or whole
        _look_at_columns(whole if whole is not None else _first_lines(content), options, name=file.name)
        if whole is not None:
            yield from (_read_value(value, line, options) for line, value in enumerate(whole, 1))
            return
        for line, raw in enumerate(BytesIO(content), 1):
            if raw.strip():
                yield _read_line(raw, line, options)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of all rows. A name that stands only as a value counts, too: then the row that lacks it is told of."""

    content: bytes

    def __contains__(self, name: object) -> bool:
        written = (json.dumps(name), json.dumps(name, ensure_ascii=False))
        return any(column.encode("utf-8", "surrogatepass") in self.content for column in written)


def _days(content: bytes, column: str) -> Iterator[str]:
    """What the rows have in the column of the day, found without reading them."""
    name = b"|".join(
        re.escape(json.dumps(column, ensure_ascii=plain).encode("utf-8", "surrogatepass")) for plain in (True, False)
    )
    for match in re.finditer(rb"(?:" + name + rb')\s*:\s*"([^"\\]{1,40})"', content):
        yield match[1].decode("utf-8", "replace")


def _find_whole(content: bytes) -> list[Any] | None:
    """The objects of a JSON array, or the one object of a file whose first line is only the beginning of it; else None."""
    start = content.lstrip()[:1]
    first_line = content.lstrip().split(b"\n", 1)[0]
    if start == b"[":
        value = _parse(content)
        return value if isinstance(value, list) else None
    if start == b"{" and (not first_line.rstrip().endswith(b"}") or content.find(b"\n") in (-1, len(content) - 1)):
        try:
            return [_parse(content)]
        except ReadError:
            return None
    return None


def _first_lines(content: bytes) -> list[Any]:
    """The first rows of a file with one in each line; those that are none are left out."""
    rows = []
    for raw in islice(BytesIO(content), ROWS_LOOKED_AT):
        try:
            rows.append(json.loads(raw))
        except (ValueError, RecursionError):
            continue
    return rows


def _look_at_columns(rows: Sequence[Any], options: ReadOptions, *, name: str) -> None:
    """Refuse a file of several rows none of which has a text, with the column that may be it; tell of those passed over."""
    told = [row for row in rows[:ROWS_LOOKED_AT] if isinstance(row, dict)]
    header = list(dict.fromkeys(column for row in told for column in row))
    if options.column("text") in header:
        note_unread(header, options, name=name)
    elif len(told) > 1 and len(told) == len(rows[:ROWS_LOOKED_AT]):
        cells = ([str(row.get(column) or "") for column in header] for row in told)
        raise refuse_without_text(header, cells, options)


def _read_line(raw: bytes, line: int, options: ReadOptions) -> Report | BadRow:
    try:
        value = _parse(raw)
    except ReadError as error:
        return BadRow(line=line, error=error)
    return _read_value(value, line, options)


def _read_value(value: Any, line: int, options: ReadOptions) -> Report | BadRow:
    if not isinstance(value, dict):
        return BadRow(line=line, error=refusal("bad_row", expected="a JSON object", found=type(value).__name__))
    return read_row(value, line=line, options=options)


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8"))
    except RecursionError as error:
        raise refusal("too_deep", found="JSON nested too deep") from error
    except UnicodeDecodeError as error:
        raise refusal("bad_encoding", expected="UTF-8", found=f"byte {raw[error.start]:#04x}") from error
    except ValueError as error:
        raise refusal("bad_row", expected="a JSON object", found=str(error)[:120]) from error
