"""A process that amends a report to one day and back, on and on, and says each time that it is done: to be killed by a test."""

from __future__ import annotations

import sys
from datetime import date

from rule_extractor import RuleExtractor

from crossread.flow import Bench
from crossread.flow.amending import amend, prepare_amendment
from crossread.flow.amendment import Amendment
from crossread.normalize import Normalizer
from crossread.store import open_store

if __name__ == "__main__":
    with open_store(sys.argv[1]) as store:
        bench = Bench(store=store, extractor=RuleExtractor(), normalizer=Normalizer())
        for number in range(10_000):
            (found,) = (row for row in store.iter_documents() if row.source == "Radio Gao")
            days = [None, *(date(2021, 3, day) for day in range(1, 29))]
            day = days[(days.index(found.published) + 1) % len(days)]
            amendment = Amendment(name=found.id, changes={"published": day}, made_by="test")
            prepared = prepare_amendment(store, amendment, tools=lambda: bench)
            amend(store, prepared, tools=lambda: bench, policy="best_low_high")
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
