"""Other tellings of claims that were coded without them, added beside the coding and never into it.

`python -m training.annotation.retold show REPORTS.jsonl` prints reports with their claims by number; a coder writes notes

    # VOA_EN_NW_2016.01.05.3131977
    0 massacre | the killings#2
    2 none

and `python -m training.annotation.retold check REPORTS.jsonl NOTES… --out retold.jsonl` turns them into offsets. A claim with
`none` has no other telling; one that is not named is open, as before.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from training.annotation.notes import NoteError, find_quote

Json = dict


def parse_retold(notes: str, documents: dict[str, Json]) -> tuple[dict[str, dict[int, list[Json]]], list[str]]:
    """By document and number of the claim the spans that tell it again, and the lines that cannot be used."""
    found: dict[str, dict[int, list[Json]]] = {}
    wrong: list[str] = []
    key = ""
    for number, line in enumerate(notes.splitlines(), 1):
        line = line.strip()
        if not line:
            continue
        try:
            if line.startswith("#"):
                key = _known(line.lstrip("# ").split()[0], documents)
                found.setdefault(key, {})
            else:
                claim, spans = _told(line, key, documents)
                found[key].setdefault(claim, []).extend(spans)
        except NoteError as error:
            wrong.append(f"line {number}: {error}: {line[:100]}")
    return found, wrong


def _known(key: str, documents: dict[str, Json]) -> str:
    if key not in documents:
        raise NoteError("no document by that id")
    return key


def _told(line: str, key: str, documents: dict[str, Json]) -> tuple[int, list[Json]]:
    claim, _, quotes = line.partition(" ")
    if key not in documents or not claim.isdigit() or int(claim) >= len(documents[key]["claims"]):
        raise NoteError("expected the number of a claim of the document above")
    if quotes.strip() == "none":
        return int(claim), []
    spans = [find_quote(documents[key]["text"], quote.strip(), None) for quote in quotes.split(" | ")]
    lead = documents[key]["claims"][int(claim)]["trigger"]
    if any(s["start"] < lead["end"] and lead["start"] < s["end"] for s in spans):
        raise NoteError("this is the claim's own trigger")
    return int(claim), spans


def add_retold(rows: list[Json], retold: Path) -> list[Json]:
    """The rows with `retellings` in every claim that a coder looked at; a row whose text has changed is left as it is."""
    known = {row["external_id"]: row for row in map(json.loads, retold.read_text(encoding="utf-8").splitlines())}
    return [_with(row, known.get(row["external_id"])) for row in rows]


def _with(row: Json, told: Json | None) -> Json:
    if told is None or told["text_sha256"] != _hash(row["text"]):
        return row
    claims = [
        {**claim, "retellings": told["retellings"][str(number)]} if str(number) in told["retellings"] else claim
        for number, claim in enumerate(row["claims"])
    ]
    return {**row, "claims": claims}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _show(rows: list[Json]) -> None:
    for row in rows:
        print(
            f"\n===== # {row['external_id']} ({row['source']}, {row['published']}) {row['title'] or ''}\n{row['text']}\n-----"
        )
        for number, claim in enumerate(row["claims"]):
            slots = {k: claim[k]["raw"] for k in ("when", "where") if claim[k]}
            slots |= {
                "actors": [f"{a['role']}: {a['raw']}" for a in claim["actors"]],
                "harm": [h["raw"] for h in claim["harm"]],
            }
            before = row["text"][max(0, claim["trigger"]["start"] - 40) : claim["trigger"]["start"]].replace("\n", " ")
            print(f"{number} {claim['type']} {claim['scope']}: …{before}[{claim['trigger']['quote']}]  {slots}")


def main() -> None:
    """Show reports to a coder, or check what a coder wrote."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["show", "check"])
    parser.add_argument("reports", type=Path)
    parser.add_argument("notes", type=Path, nargs="*")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.reports.read_text(encoding="utf-8").splitlines() if line.strip()]
    if args.action == "show":
        _show(rows)
        return
    documents = {row["external_id"]: row for row in rows}
    done: list[Json] = []
    for file in sorted(args.notes):
        found, wrong = parse_retold(file.read_text(encoding="utf-8"), documents)
        print("".join(f"{file.name}: {line}\n" for line in wrong), end="")
        for key, claims in found.items():
            bare = {str(n): [{"start": s["start"], "end": s["end"]} for s in spans] for n, spans in sorted(claims.items())}
            done.append({"external_id": key, "text_sha256": _hash(documents[key]["text"]), "retellings": bare})
        told = sum(len(spans) for claims in found.values() for spans in claims.values())
        missing = sum(len(documents[key]["claims"]) - len(claims) for key, claims in found.items())
        print(f"{file.name}: {len(found)} documents, {told} retellings, {missing} claims not named, {len(wrong)} lines refused")
    if args.out:
        args.out.write_text("".join(json.dumps(row) + "\n" for row in done), encoding="utf-8")


if __name__ == "__main__":
    main()
