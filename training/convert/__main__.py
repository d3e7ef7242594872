"""python -m training.convert --data DIR --out DIR [--sets NAME …] [--standoff]: open sets of other schemes as training rows.

One file a set, `NAME.jsonl`. The rows hold the texts and are for training only; `--standoff` leaves the texts out (offsets,
labels, a hash of the text).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from importlib import import_module
from pathlib import Path

from training.convert.rows import Json, RowError, check_row, to_standoff

SETS = ("muc4", "m2e2", "wikievents", "rams", "meantime", "gum", "re3d")


def write_set(name: str, data: Path, out: Path, *, standoff: bool = False) -> Counter[str]:
    """Convert one set below `data` into `out/NAME.jsonl`; gives counts. A set that is not there gives no file."""
    counts: Counter[str] = Counter()
    lines = []
    for row in import_module(f"training.convert.{name}").convert(data):
        try:
            check_row(row)
        except RowError as error:
            print(f"{name}: left out: {error}")
            counts["left out"] += 1
            continue
        counts.update(_count(row))
        lines.append(json.dumps(to_standoff(row) if standoff else row, ensure_ascii=False) + "\n")
    if lines:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    return counts


def _count(row: Json) -> Counter[str]:
    counts = Counter(documents=1, claims=len(row["claims"]), mentions=len(row["mentions"]))
    for claim in row["claims"]:
        counts.update({key: len(claim[key]) for key in ("actors", "harm", "means", "speakers", "retellings")})
        counts.update({key: int(claim[key] is not None) for key in ("when", "where")})
    return counts


def main() -> None:
    """Parse arguments, convert, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the unpacked sets")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sets", nargs="*", choices=SETS, default=SETS)
    parser.add_argument("--standoff", action="store_true", help="offsets and labels only")
    args = parser.parse_args()
    for name in args.sets:
        counts = write_set(name, args.data, args.out, standoff=args.standoff)
        told = ", ".join(f"{n} {what}" for what, n in counts.items() if n)
        print(f"{name}: {told or 'not found below ' + str(args.data)}")


if __name__ == "__main__":
    main()
