"""The floors: what the shipped encoder reaches on the measuring reports, and how floors move."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import floors

ROOT = Path(__file__).parent.parent.parent
SHARED = Path(os.environ.get("CROSSREAD_SHARED", ROOT.parent / "shared"))
DEV = SHARED / "reports" / "dev.jsonl"


def test_a_figure_under_its_floor_is_named() -> None:
    """The sentence says which figure, what it is and what its floor is."""
    known = {"set": {"slack": 1.0, "floors": {"claim.f1": 50.0}}}
    (fall,) = floors.find_falls("set", {"claim": {"f1": 49.9}}, known)
    assert "claim.f1" in fall
    assert "49.9" in fall
    assert floors.find_falls("set", {"claim": {"f1": 50.0}}, known) == []


def test_floors_rise_and_never_fall() -> None:
    """A better figure lifts its floor to just below it, a worse one leaves it where it is."""
    known = {"set": {"slack": 1.0, "floors": {"a.f1": 50.0, "b.f1": 50.0}}}
    lifted = floors.raise_floors("set", {"a": {"f1": 60.0}, "b": {"f1": 40.0}}, known)
    assert lifted["set"]["floors"] == {"a.f1": 59.0, "b.f1": 50.0}


@pytest.mark.parametrize("told", ["", "no figures today", "[1, 2]"])
def test_what_is_no_benchmark_is_refused(told: str) -> None:
    """An empty pipe or a crash before it is no pass, and says what was expected."""
    with pytest.raises(SystemExit, match="benchmark's JSON"):
        floors.last_json(told)


def test_a_figure_that_is_not_measured_is_no_pass() -> None:
    """A benchmark that no longer measures a slot must not slip under its floor."""
    with pytest.raises(SystemExit, match=r"no figure where\.f1; it gave claim"):
        floors.find_falls("set", {"claim": {"f1": 80.0}}, {"set": {"floors": {"where.f1": 50.0}}})


def test_every_slot_that_is_scored_has_its_floor() -> None:
    """Floors hold for every slot, not only on average."""
    known = json.loads(floors.FILE.read_text(encoding="utf-8"))["claims-dev"]["floors"]
    slots = {"claim", "type", "when", "where", "actors", "harm", "means", "speakers", "wording", "row"}
    assert {f"{slot}.f1" for slot in slots} | {f"{code}.accuracy" for code in ("scope", "status", "stance", "evidence")} == set(
        known
    )


@pytest.mark.skipif(not DEV.is_file(), reason=f"the measuring reports are not at {DEV}; set CROSSREAD_SHARED")
def test_the_shipped_encoder_stands_on_its_floors() -> None:
    """benchmarks/claims.py on the measuring reports: no figure under its floor, every quote true."""
    command = [sys.executable, str(ROOT / "benchmarks" / "claims.py"), str(DEV)]
    environment = {**os.environ, "CROSSREAD_SHARED": str(SHARED)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT, timeout=110)
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    known = json.loads(floors.FILE.read_text(encoding="utf-8"))
    assert floors.find_falls("claims-dev", figures, known) == []
    assert figures["evidence"]["accuracy"] == 100.0
