"""What systems leave in folders is passed over without a word; a report of a like name is read."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from crossread.read import ReadOptions, read_bytes
from crossread.read.walk import iter_files
from crossread.records import Rejection


def _names(path: Path) -> list[str]:
    return [f"{row.reason}" if isinstance(row, Rejection) else Path(row.name).name for row in iter_files([path])]


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "~$report.docx", ".~lock.a.odt#"])
def test_system_files_are_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\0\1")
    (tmp_path / "report.txt").write_text("Six soldiers were killed.")
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "__MACOSX" / "._report.txt").write_bytes(b"\0")
    assert _names(tmp_path) == ["report.txt"]


@pytest.mark.parametrize("name", ["thumbs.txt", "my desktop.ini.txt", "icon.db"])
def test_names_near_them_are_met(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Six soldiers were killed.")
    assert _names(tmp_path) == [name]


def test_one_that_is_named_is_read(tmp_path: Path) -> None:
    (tmp_path / "Thumbs.db").write_bytes(b"\0\1")
    assert _names(tmp_path / "Thumbs.db") == ["Thumbs.db"]


def test_a_folder_with_nothing_else_is_empty(tmp_path: Path) -> None:
    (tmp_path / "Thumbs.db").write_bytes(b"\0\1")
    assert _names(tmp_path) == ["folder_empty"]


def _packed(parts: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), "OpenDocument table"),
        (_packed({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), "presentation"),
        (_packed({"[Content_Types].xml": "<x/>", "visio/document.xml": "<x/>"}), "an Office file or another archive"),
        (b"window.YTD.tweets.part0 = [ ]", "archive of X"),
    ],
)
def test_a_format_that_is_not_read_is_called_by_its_name(content: bytes, said: str) -> None:
    """So that the next step fits it."""
    (refused,) = read_bytes(content, name="file", options=ReadOptions(language="en"))
    assert isinstance(refused, Rejection)
    assert (refused.reason, said in refused.message) == ("unsupported_format", True)
