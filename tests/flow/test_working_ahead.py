"""An extractor that works ahead gives what one that does not gives, and a fault stops only its own document."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from rule_extractor import RuleExtractor
from tokenizers import Tokenizer

from crossread.assets import load_encoder_files
from crossread.errors import EncoderError
from crossread.extract.encoder import Encoder
from crossread.extract.passages import split_document
from crossread.flow import Bench, read_into
from crossread.records import Document, Extraction
from crossread.store import open_store


class AheadExtractor(RuleExtractor):
    """The rules in a second thread; a report that names a forbidden town cannot be read."""

    works_ahead = True

    def __init__(self, *, forbidden: str = "", fault: type[Exception] = ValueError) -> None:
        super().__init__()
        self.threads: set[str] = set()
        self._forbidden, self._fault = forbidden, fault

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        self.threads.add(threading.current_thread().name)
        if self._forbidden and any(self._forbidden in d.text for d in documents):
            raise self._fault(self._forbidden)
        return super().extract(documents)


def _claims(bench: Bench) -> list[str]:
    return [claim.id for claim in bench.store.iter_claims()]


def test_the_store_is_the_same_in_the_same_order(bench, reports, tmp_path):
    """Forty reports read ahead and one batch after the other: the same documents and claims, in the order of the folder."""
    read_into(bench, [reports])
    with open_store(str(tmp_path / "ahead.db")) as store:
        extractor = AheadExtractor()
        ahead = Bench(store=store, extractor=extractor, normalizer=bench.normalizer, options=bench.options)
        report = read_into(ahead, [reports])
        assert (report.new, report.rejected, report.pending) == (40, 0, 0)
        assert [d.id for d in store.iter_documents()] == [d.id for d in bench.store.iter_documents()]
        assert _claims(ahead) == _claims(bench)
    assert extractor.threads != {threading.current_thread().name}


def test_one_that_cannot_be_read_takes_no_other_with_it(bench, reports):
    """The lists with the fault are read again one by one; only the five reports of that town wait."""
    extractor = AheadExtractor(forbidden="market in Djibo")
    report = read_into(Bench(store=bench.store, extractor=extractor, normalizer=bench.normalizer), [reports])
    assert (report.new, report.rejected, report.pending) == (40, 5, 5)
    assert {r.reason for r in bench.store.iter_rejections()} == {"extract_failed"}


def test_a_fault_of_the_installation_stops_the_run(bench, reports):
    """What every document would meet is raised, also out of the other thread."""
    extractor = AheadExtractor(forbidden="market", fault=EncoderError)
    with pytest.raises(EncoderError):
        read_into(Bench(store=bench.store, extractor=extractor, normalizer=bench.normalizer), [reports])


def test_passages_read_at_once_have_the_states_they_have_alone(reports: Path):
    """Three passages at a time and one after the other: the same numbers, in the order given."""
    files = load_encoder_files()
    tokenizer = Tokenizer.from_file(str(files.tokenizer))
    texts = [path.read_text(encoding="utf-8") for path in sorted(reports.glob("*.txt"))[:12]]
    passages = [p for n, text in enumerate(texts) for p in split_document(Document(id=f"doc_{n}", text=text), tokenizer)]
    alone = list(Encoder(files.onnx, threads=1).iter_states(passages))
    at_once = list(Encoder(files.onnx, threads=3).iter_states(passages))
    assert [index for index, _ in at_once] == [index for index, _ in alone] == list(range(12))
    assert all(np.array_equal(a, b) for (_, a), (_, b) in zip(alone, at_once, strict=True))
