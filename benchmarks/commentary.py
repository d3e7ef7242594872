"""The partisan commentary of the measuring reports: each of its incidents a claim of its own, no opinion, no doer invented.

    python benchmarks/commentary.py ../shared/reports/dev.jsonl [--id SEED-MALI]

A coded incident is found where the scorer of the shared folder (CROSSREAD_SHARED, default ../shared) pairs it with a claim;
a claim that is paired with none is an opinion or a retelling taken for an incident; a doer is invented whose words are not
those of a coded doer of the same incident. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from claims import predict
from scorer import find_scorer, load_scorer

DOERS = ("perpetrator", "accused", "claimant", "side_a", "side_b")


def judge(gold: dict[str, Any], made: list[dict[str, Any]], pairs: list[tuple[int, int]]) -> dict[str, Any]:
    """Counts and the words of what is too much. `pairs`: indices of coded and made claims that are the same."""
    paired = {j for _, j in pairs}
    known = {j: _spans(gold["claims"][i]) for i, j in pairs}
    doers = [(j, a) for j, claim in enumerate(made) for a in claim["actors"] if a["role"] in DOERS]
    invented = [a["evidence"][0]["quote"] for j, a in doers if not _meets(a, known.get(j, []))]
    return {
        "incidents": len(gold["claims"]),
        "found": len(pairs),
        "too_much": len(made) - len(paired),
        "told_too_much": [claim["trigger"]["quote"] for j, claim in enumerate(made) if j not in paired],
        "doers_invented": len(invented),
        "doers_told": invented,
    }


def _spans(claim: dict[str, Any]) -> list[tuple[int, int]]:
    """Where the coded doers of a claim stand, and other words for them: the sentence of a doer may name him twice."""
    return [(e["start"], e["end"]) for a in claim["actors"] if a["role"] in DOERS for e in a["evidence"]]


def _meets(actor: dict[str, Any], known: list[tuple[int, int]], near: int = 120) -> bool:
    """True where one of the actor's quotes stands within `near` characters of a coded doer's words."""
    return any(e["start"] < end + near and start - near < e["end"] for e in actor["evidence"] for start, end in known)


def main() -> None:
    """Read, pair, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--id", default="SEED-MALI")
    args = parser.parse_args()
    if find_scorer() is None:
        return
    lines = args.gold.read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if json.loads(line)["external_id"] == args.id]
    if not wanted:
        raise SystemExit(f"{args.gold} holds no report {args.id}.")
    with tempfile.TemporaryDirectory() as scratch:
        one, out = Path(scratch) / "one.jsonl", Path(scratch) / "pred.jsonl"
        one.write_text(wanted[0] + "\n", encoding="utf-8")
        predict(one, out, extractor="encoder-en", encoder=None)
        made = json.loads(out.read_text(encoding="utf-8"))["claims"]
    gold = json.loads(wanted[0])
    print(json.dumps(judge(gold, made, load_scorer().align(gold["claims"], made, gold["text"]))))


if __name__ == "__main__":
    main()
