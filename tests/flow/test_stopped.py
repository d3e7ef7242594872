"""A run that a person stops keeps every report that was done, and waits for none that is under way."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from rule_extractor import RuleExtractor

from crossread.flow import read_into
from crossread.records import Document, Extraction


class StoppedNormalizer:
    """Ctrl-C comes at the fifth report."""

    def __init__(self) -> None:
        self.done = 0

    def normalize(self, document: Document, extraction: Extraction) -> Extraction:
        if self.done == 4:
            raise KeyboardInterrupt
        self.done += 1
        return extraction


class SlowExtractor(RuleExtractor):
    """Reads ahead, and takes minutes for the reports of one town unless it is let go."""

    works_ahead = True

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        if any("market in Koro" in d.text for d in documents):
            self.let_go.wait(200)
        return super().extract(documents)


def test_what_came_in_since_the_last_batch_is_kept(bench, reports):
    """Four of a batch of sixteen; the progress is told of them, too, and the next run reads the rest."""
    told = []
    with pytest.raises(KeyboardInterrupt):
        read_into(replace(bench, normalizer=StoppedNormalizer()), [reports], on_progress=told.append)
    assert bench.store.counts().documents == 4
    assert [event.documents for event in told] == [1, 2, 3, 4]
    assert bench.store.counts().claims == sum(1 for _ in bench.store.iter_claims()) == told[-1].claims
    report = read_into(bench, [reports])
    assert (report.known, report.new, report.pending) == (4, 36, 0)


def test_a_batch_that_was_just_being_written_is_written_again(bench, reports, monkeypatch):
    """Half of it would be nothing: a batch is kept whole or not at all."""
    add, seen = bench.store.add_extraction, []

    def stopped_at_the_third(extraction: Extraction) -> object:
        seen.append(extraction.document_id)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return add(extraction)

    monkeypatch.setattr(bench.store, "add_extraction", stopped_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        read_into(bench, [reports])
    assert bench.store.counts().documents == 16
    assert len({claim.document_id for claim in bench.store.iter_claims()}) == 16


def test_what_is_under_way_in_another_thread_is_not_waited_for(bench, reports):
    extractor = SlowExtractor()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        read_into(replace(bench, extractor=extractor, normalizer=StoppedNormalizer()), [reports])
    assert time.monotonic() - began < 100
    extractor.let_go.set()
    assert bench.store.counts().documents == 4
