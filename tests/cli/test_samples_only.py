"""The sample reports and somebody's own are never in one store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.cli.samples_only import refuse_other_reports
from crossread.errors import ConflictError
from crossread.read import ReadDocument, iter_documents, read_text
from crossread.samples import sample_paths
from crossread.store import open_store


def test_a_store_with_other_reports_is_refused_and_stays_as_it_was(tmp_path: Path) -> None:
    """The refusal names the first of them and what to do."""
    path = str(tmp_path / "my.db")
    with open_store(path) as store:
        for number in range(5):
            store.add_document(read_text(f"Report {number}. Gunmen killed two men in Gao.", title=f"Report {number}"))
    done = CliRunner().invoke(app, ["demo", "--store", path])
    assert isinstance(done.exception, ConflictError)
    told = str(done.exception)
    assert "Report 0, Report 1, Report 2 and others" in told
    assert "leave --store away" in told
    with open_store(path) as store:
        assert store.counts().documents == 5


def test_the_samples_themselves_are_no_other_reports(tmp_path: Path) -> None:
    """Read here, read in a copy of the folder elsewhere, amended, or as an older version had them; one more report is."""
    copy = tmp_path / "elsewhere.txt"
    copy.write_bytes(sample_paths()[0].read_bytes())
    with open_store(str(tmp_path / "demo.db")) as store:
        refuse_other_reports(store, "demo.db")
        for row in iter_documents([*sample_paths(), copy]):
            assert isinstance(row, ReadDocument)
            store.add_document(row.document, row.raw_file)
        older = replace(read_text("What an older version said of Gao."), name=str(sample_paths()[0]))
        store.add_document(older)
        refuse_other_reports(store, "demo.db")
        store.add_document(read_text("Gunmen killed two men in Gao."))
        with pytest.raises(ConflictError, match="mixed into this store's own"):
            refuse_other_reports(store, "demo.db")
