"""Floors under accuracy and speed: they rise by themselves and fall only with a decision note.

    python benchmarks/claims.py GOLD.jsonl | python benchmarks/floors.py claims-dev [--raise]

Reads the last line of standard input (the JSON of a benchmark) and compares it with `floors.json`. Exit code 1 if a figure lies
under its floor. With `--raise`, floors are lifted to what was measured, less the slack of the set: a figure moves by that much
between processors and library versions without anybody's doing.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("floors.json")


def read_figure(figures: dict[str, Any], name: str) -> float:
    """`claim.f1` and the like, looked up in a benchmark's JSON; a benchmark that does not measure it stops the program."""
    value: Any = figures
    for part in name.split("."):
        if not isinstance(value, dict) or part not in value:
            raise SystemExit(f"The benchmark gave no figure {name}; it gave {', '.join(figures) or 'none'}.")
        value = value[part]
    return float(value)


def last_json(told: str) -> dict[str, Any]:
    """The JSON object on the last line of a benchmark's output; anything else stops the program."""
    lines = told.strip().splitlines()
    try:
        found = json.loads(lines[-1] if lines else "")
    except json.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise SystemExit(
            f"Standard input does not end in a benchmark's JSON. Expected one object on the last line, found {lines[-1:]}."
        )
    return found


def find_falls(name: str, figures: dict[str, Any], floors: dict[str, Any]) -> list[str]:
    """A sentence for each figure that lies under its floor."""
    return [
        f"{name}: {figure} is {read_figure(figures, figure)}, its floor is {floor}"
        for figure, floor in floors[name]["floors"].items()
        if read_figure(figures, figure) < floor
    ]


def raise_floors(name: str, figures: dict[str, Any], floors: dict[str, Any]) -> dict[str, Any]:
    """The same floors, those of `name` lifted to what was measured less the slack; none is lowered."""
    entry = floors[name]
    lifted = {
        figure: max(floor, round(read_figure(figures, figure) - entry["slack"], 3)) for figure, floor in entry["floors"].items()
    }
    return {**floors, name: {**entry, "floors": lifted}}


def main() -> None:
    """Compare, and lift when asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    floors = json.loads(FILE.read_text(encoding="utf-8"))
    parser.add_argument("name", choices=sorted(floors), help="which set of floors")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what was measured")
    args = parser.parse_args()
    figures = last_json(sys.stdin.read())
    if "skipped" in figures:
        print(figures["skipped"])
        return
    falls = find_falls(args.name, figures, floors)
    print("\n".join(falls) or f"{args.name}: all figures stand on or above their floors")
    if args.lift:
        FILE.write_text(json.dumps(raise_floors(args.name, figures, floors), indent=1) + "\n", encoding="utf-8")
    sys.exit(1 if falls else 0)


if __name__ == "__main__":
    main()
