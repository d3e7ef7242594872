"""The speed benchmark: what it times is what it says, and the package keeps to its size."""

from __future__ import annotations

from pathlib import Path

import pytest

import bert_base
import speed
from crossread.read import ReadDocument, ReadOptions, iter_documents
from crossread.records import Document


def _documents(folder: Path, count: int, words: int) -> list[Document]:
    read = iter_documents(speed.make_reports(folder, count, words), options=ReadOptions())
    return [row.document for row in read if isinstance(row, ReadDocument)]


def test_reports_are_different_and_of_the_length_asked_for(tmp_path: Path) -> None:
    """No report is read as a copy of another, and none is shorter than asked for."""
    documents = _documents(tmp_path, 5, 200)
    assert len({document.id for document in documents}) == 5
    assert all(len(document.text.split()) >= 200 for document in documents)


def test_every_token_of_a_text_is_counted_once(tmp_path: Path) -> None:
    """A long report is cut into overlapping passages; the tokens they own add up to those of the text."""
    from tokenizers import Tokenizer

    from crossread.assets import load_encoder_files

    (document,) = _documents(tmp_path, 1, 900)
    passages = speed.cut_passages([document])
    tokenizer = Tokenizer.from_file(str(load_encoder_files().tokenizer))
    assert len(passages) > 1
    assert sum(int(p.owned.sum()) for p in passages) == len(tokenizer.encode(document.text, add_special_tokens=False).ids)


def test_bert_that_cannot_be_timed_is_skipped_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named with how to get it, and no figure stands in its place."""
    monkeypatch.setattr(bert_base, "NEEDS", ("torch", "no_such_package_xyz"))
    row = speed.time_beside_bert([], ours=1.0, cores=1)
    assert "pip install" in row["bert_skipped"]
    assert "no_such_package_xyz" in row["bert_skipped"]
    assert "times_bert" not in row


@pytest.mark.slow
@pytest.mark.skipif(bert_base.why_not() is not None, reason=f"{bert_base.why_not()} (only this benchmark needs it)")
def test_bert_is_timed(tmp_path: Path) -> None:
    """BERT-base reads the same passages and takes measurable time."""
    row = speed.time_beside_bert(_documents(tmp_path, 1, 60), ours=10.0, cores=1)
    assert row["bert_documents_per_second"] > 0
    assert row["times_bert"] > 0


@pytest.mark.slow
def test_the_package_keeps_to_its_size() -> None:
    """Encoder and gazetteer included, what is downloaded is at most 60 MB, and the encoder is in it."""
    row = speed.weigh_package()
    assert row["package_fits"]
    assert 20 < row["package_mb"] <= speed.PACKAGE_MOST_MB
    assert row["installed_mb"] > row["package_mb"]
