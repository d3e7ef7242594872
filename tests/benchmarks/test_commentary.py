"""The commentary's incidents: what the benchmark counts, and what the shipped encoder reaches."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import commentary

ROOT = Path(__file__).parent.parent.parent
SHARED = Path(os.environ.get("CROSSREAD_SHARED", ROOT.parent / "shared"))
DEV = SHARED / "reports" / "dev.jsonl"


def _claim(*doers: tuple[str, int]) -> dict[str, Any]:
    rows = [{"role": "perpetrator", "evidence": [{"quote": q, "start": at, "end": at + len(q)}]} for q, at in doers]
    return {"trigger": {"quote": "struck"}, "actors": rows}


def test_doers_of_other_words_and_claims_without_a_pair_are_counted() -> None:
    """One doer stands far from any coded one, one claim is paired with none and its doer with it."""
    gold = {"claims": [_claim(("rebels", 100))]}
    made = [_claim(("rebels", 100), ("the army", 900)), _claim(("history", 40))]
    counted = commentary.judge(gold, made, [(0, 0)])
    assert (counted["found"], counted["too_much"], counted["doers_invented"]) == (1, 1, 2)
    assert counted["doers_told"] == ["the army", "history"]


@pytest.mark.skipif(not DEV.is_file(), reason=f"the measuring reports are not at {DEV}; set CROSSREAD_SHARED")
def test_every_incident_of_the_commentary_and_nothing_else() -> None:
    """Six incidents, six claims, no opinion among them, nobody made their doer who is not told as one."""
    command = [sys.executable, str(ROOT / "benchmarks" / "commentary.py"), str(DEV)]
    environment = {**os.environ, "CROSSREAD_SHARED": str(SHARED)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT, timeout=60)
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    assert (figures["incidents"], figures["found"], figures["too_much"], figures["doers_invented"]) == (6, 6, 0, 0)
