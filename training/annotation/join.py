"""python -m training.annotation.join --data DIR --out CODED.jsonl: our stand-off annotation with the texts it belongs to."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training.annotation.texts import join_standoff


def main() -> None:
    """Parse arguments, join, report what could not be rebuilt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--standoff", type=Path, default=Path(__file__).parent / "coded.jsonl")
    parser.add_argument("--data", type=Path, required=True, help="folder with the unpacked sets")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    done, missing = join_standoff(args.standoff, args.data)
    args.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in done), encoding="utf-8")
    print(f"{len(done)} documents joined, {len(missing)} texts not found or changed: {', '.join(missing[:10])}")


if __name__ == "__main__":
    main()
