"""How many harm rows `parse_count` gives exactly (low, high), given the words.

    python benchmarks/counts.py CLAIM_FILE... [--show]
    python benchmarks/counts.py --longtail FOLDER [--sample N]
    python benchmarks/counts.py --items conflict_items.jsonl [--show]

The last line is one JSON object; `--show` lists what was missed, most frequent first. `--longtail` reads whole reports with the
encoder and compares killed and injured with the record of the incident (see longtail.py). That gold has known defects: records
were made from all sources of an incident, so that a report of the first hours tells fewer dead, and one of a trial tells no
wounded; the shooter counts as killed where he shot himself (docs/normalizing.md has the list).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from counts_wp import measure_items
from crossread.normalize.counts import parse_count
from longtail import measure

Row = tuple[str, int | None, int | None, str]


def iter_rows(path: Path) -> Iterator[Row]:
    """Words, low, high and qualifier of every harm row of a claim file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for claim in json.loads(line)["claims"]:
                for harm in claim["harm"]:
                    yield harm.get("raw") or "", harm["low"], harm["high"], harm["qualifier"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--longtail", type=Path, metavar="FOLDER")
    parser.add_argument("--sample", type=int, default=150, help="reports of LongTail that are read")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--items", type=Path, metavar="FILE", help="the one-paragraph items of counts_wp.jsonl")
    options = parser.parse_args()
    if options.items:
        print(json.dumps(measure_items(options.items, show=options.show)))
        return 0
    if options.longtail:
        print(json.dumps(measure(options.longtail, sample=options.sample)))
        return 0
    rows = [row for path in options.paths for row in iter_rows(path)]
    begun = time.process_time()
    found = [parse_count(row[0]) for row in rows]
    spent = time.process_time() - begun
    missed = Counter((row, str(count)) for row, count in zip(rows, found, strict=True) if (count.low, count.high) != row[1:3])
    if options.show:
        for (row, count), times in missed.most_common():
            print(times, row, count)
    qualified = sum(count.qualifier == row[3] for row, count in zip(rows, found, strict=True))
    result = {
        "rows": len(rows),
        "exact": round(100 * (1 - missed.total() / max(1, len(rows))), 1),
        "qualifier": round(100 * qualified / max(1, len(rows)), 1),
        "us_each": round(1e6 * spent / max(1, len(rows)), 1),
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
