"""Where a file or folder may not be used, the message says which and what to do, and the code is 4."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crossread.cli.door import main

NOBODY = 65534


@contextmanager
def _without_rights() -> Iterator[None]:
    """As a user who owns nothing here: root may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def _run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int | str | None:
    monkeypatch.setattr(sys, "argv", ["crossread", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def test_a_place_without_rights_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A store and an export in a folder that belongs to somebody else; all is loaded by a run that may."""
    report, store = tmp_path / "raid.txt", tmp_path / "store.db"
    report.write_text("Gunmen killed two guards in Gao, Mali, on 3 May 2021, the army said.", encoding="utf-8")
    assert _run(monkeypatch, "read", str(report), "--store", str(store)) == 0
    assert _run(monkeypatch, "export", "csv", str(tmp_path / "out.csv"), "--store", str(store)) == 0
    closed = tmp_path / "closed"
    closed.mkdir()
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_mode & 0o005:  # others may come so far anyway
            break
        folder.chmod(0o777)
    store.chmod(0o666)
    closed.chmod(0o500)
    with _without_rights():
        for words in (
            ("read", str(report), "--store", str(closed / "t.db")),
            ("export", "csv", str(closed / "x.csv"), "--store", str(store)),
        ):
            capsys.readouterr()
            assert _run(monkeypatch, *words) == 4
            told = capsys.readouterr().err
            assert str(closed) in told
            assert "Traceback" not in told
