"""The parsing process: stopped when late, replaced when it dies, closed to code."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.read import Limits, ReadDocument, ReadOptions, Report, read_bytes
from crossread.read.isolate import ParserProcess
from crossread.records import RawFile, Rejection

PAGE = b"<html><body><article><p>Two men were hurt by a mine near the river on Monday.</p></article></body></html>"
FILE = RawFile.from_bytes(PAGE, name="page.html", media_type="text/html")


def test_a_late_parser_is_stopped_and_replaced() -> None:
    """A file that takes longer than the limit is refused at once, and the next file is read."""
    slow = ReadOptions(language="en", limits=replace(Limits.default(), seconds=0.3))
    tag = b"<p " + b" ".join(b"a%d='1'" % number for number in range(60_000)) + b">"
    started = time.monotonic()
    (late,) = read_bytes(b"<html><body>" + tag + PAGE, name="slow.html", options=slow)
    assert time.monotonic() - started < 30  # on a busy machine starting the parser alone takes seconds
    assert isinstance(late, Rejection)
    assert (late.reason, late.subject) == ("too_slow", "slow.html")
    (result,) = read_bytes(PAGE, name="page.html", options=ReadOptions(language="en"))
    assert isinstance(result, ReadDocument)


def test_a_dead_parser_is_replaced() -> None:
    """A process that was ended from outside between two files does no harm."""
    parser = ParserProcess()
    options = ReadOptions()
    assert parser.parse(FILE, "html@1", options)
    assert parser._process is not None
    parser._process.kill()
    parser._process.wait()
    assert parser.parse(FILE, "html@1", options)
    parser.stop()


def test_an_interrupt_mixes_up_no_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """After an interrupted file, the next file gets its own answer."""
    parser = ParserProcess()
    assert parser.parse(FILE, "html@1", ReadOptions())
    other = RawFile.from_bytes(PAGE.replace(b"Two men", b"Three women"), name="other.html", media_type="text/html")
    assert parser._process is not None
    assert parser._process.stdout is not None

    class Interrupted:
        def readline(self) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(parser._process, "stdout", Interrupted())
    with pytest.raises(KeyboardInterrupt):
        parser.parse(FILE, "html@1", ReadOptions())
    (report,) = parser.parse(other, "html@1", ReadOptions())
    assert isinstance(report, Report)
    assert report.text.startswith("Three women")
    parser.stop()


def test_the_current_folder_lends_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module lying in the folder somebody reads is not loaded."""
    (tmp_path / "trafilatura.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    (tmp_path / "json.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    parser = ParserProcess()
    assert parser.parse(FILE, "html@1", ReadOptions())
    parser.stop()
    assert not (tmp_path / "ran").exists()


def test_memory_is_limited() -> None:
    """A parser that asks for more memory than the limit is refused it."""
    if not hasattr(os, "fork"):
        pytest.skip("no limits of memory on this system")
    options = ReadOptions(limits=replace(Limits.default(), memory_bytes=300_000_000, seconds=100))
    page = b"<html><body>" + b"<p><b>x</b></p>" * 1_200_000
    file = RawFile.from_bytes(page, name="page.html", media_type="text/html")
    parser = ParserProcess()
    with pytest.raises(ReadError) as caught:
        parser.parse(file, "html@1", options)
    parser.stop()
    assert caught.value.reason in ("reader_crashed", "no_main_text")
