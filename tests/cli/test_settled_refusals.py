"""A refusal that was settled since is counted and no longer listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.read import read_text
from crossread.records import Extraction, Rejection
from crossread.store import open_store

REPORT = "Gunmen killed six soldiers in an attack on a camp in Gao, Mali, on 20 January 2019, the army said."


def refused() -> tuple[list[str], int]:
    """What `status` lists, and how many it counts."""
    told = json.loads(CliRunner().invoke(app, ["status", "--json"]).stdout)
    return [f"{row['subject']} {row['reason']}" for row in told["refused"]], told["rejections"]


def test_a_file_that_was_read_since_is_no_longer_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table read with its column named, a file and a row that were mended; the others stay."""
    monkeypatch.chdir(tmp_path)
    good = f'"{REPORT}",2019-01-21'
    Path("t.csv").write_text(f"body,day\n{good}\n")
    Path("rows.csv").write_text(f"text,published\n{good}\n{good},more\n")
    Path("blank.txt").write_text("")
    Path("broken.pdf").write_bytes(b"%PDF-1.7 nothing follows")
    CliRunner().invoke(app, ["read", "."])
    every = ["blank.txt empty", "broken.pdf corrupt", "rows.csv:3 bad_row", "t.csv no_text_column"]
    assert (sorted(refused()[0]), refused()[1]) == (every, 4)
    CliRunner().invoke(app, ["read", "t.csv", "--map", "text=body"])
    assert sorted(refused()[0]) == every[:3]
    Path("blank.txt").write_text(f"Blank no more. {REPORT}")
    Path("rows.csv").write_text(f'text,published\n{good}\n"More. {REPORT}",2019-01-22\n')
    CliRunner().invoke(app, ["read", "."])
    assert refused() == (["broken.pdf corrupt"], 4)
    Path("blank.txt").write_bytes(b"\0\0\0")
    CliRunner().invoke(app, ["read", "blank.txt"])
    assert sorted(refused()[0])[0].startswith("blank.txt ")


def test_a_document_that_was_extracted_since_is_no_longer_listed(tmp_path: Path) -> None:
    """A step had failed on it; another document's refusal stays, and so does one for the language, which no run settles."""
    with open_store(str(tmp_path / "s.db")) as store:
        one, other = read_text(REPORT), read_text(f"More. {REPORT}")
        for document in (one, other):
            store.add_document(document)
            for step, reason in (("extract", "extract_failed"), ("extract", "language")):
                store.add_rejection(Rejection(step=step, subject=document.id, reason=reason, message="It did not work."))
        assert len(list(store.iter_rejections(settled=False))) == 4
        store.add_extraction(Extraction(document_id=one.id, claims=(), wording=(), made_by="rule@1"))
        left = [(row.subject, row.reason) for row in store.iter_rejections(settled=False)]
        assert left == [(one.id, "language"), (other.id, "extract_failed"), (other.id, "language")]
        assert len(list(store.iter_rejections())) == 4
