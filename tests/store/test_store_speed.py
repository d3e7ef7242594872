"""The store keeps up with the fastest reader."""

from __future__ import annotations

import time

from crossread.store import open_store


def test_a_thousand_documents_in_two_seconds(tmp_path, build_sample, fill):
    """1,000 documents with their files and claims are kept in under two seconds of computing on SQLite, in batches of 16."""
    samples = [build_sample(number, more="The market is held on Wednesdays. " * 60) for number in range(1000)]
    with open_store(str(tmp_path / "s.db")) as store:
        started = time.process_time()
        for start in range(0, 1000, 16):
            fill(store, *samples[start : start + 16])
        seconds = time.process_time() - started
        assert store.counts().claims == 1000
    assert seconds < 2, f"{seconds:.2f} s"
