"""python -m training.annotation NOTES… --texts POOL.jsonl --out CODED.jsonl [--standoff FILE]: check and convert notes.

`--out` holds the texts and is for training only; `--standoff` leaves them out (offsets, labels, a hash of the text) and is
what may be committed for other people's texts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from training.annotation.notes import parse_notes


def main() -> None:
    """Parse arguments, convert, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notes", type=Path, nargs="+")
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--standoff", type=Path)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.texts.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = {row["external_id"]: row for row in rows}
    done: dict[str, dict] = {}
    for file in sorted(args.notes):
        coded, wrong = parse_notes(file.read_text(encoding="utf-8"), documents)
        for line in wrong:
            print(f"{file.name}: {line}")
        done |= {d["external_id"]: d for d in coded}
        print(f"{file.name}: {len(coded)} documents, {sum(len(d['claims']) for d in coded)} claims, {len(wrong)} lines refused")
    if args.out:
        args.out.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in done.values()), encoding="utf-8")
    if args.standoff:
        args.standoff.write_text(
            "".join(json.dumps(_without_text(d), ensure_ascii=False) + "\n" for d in done.values()), encoding="utf-8"
        )


def _without_text(document: dict) -> dict:
    """Offsets and labels only: no quote, no text, and the hash that proves which text they belong to."""
    bare = {"external_id": document["external_id"], "text_sha256": hashlib.sha256(document["text"].encode()).hexdigest()}
    return bare | {"claims": _strip(document["claims"]), "wording": _strip(document["wording"])}


def _strip(value: object) -> object:
    if isinstance(value, dict):
        return {k: _strip(v) for k, v in value.items() if k not in ("quote", "raw", "name", "about")}
    return [_strip(v) for v in value] if isinstance(value, list) else value


if __name__ == "__main__":
    main()
