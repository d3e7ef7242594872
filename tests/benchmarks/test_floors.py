"""The floors: what the shipped encoder reaches on the measuring reports, and how floors move."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent
SHARED = Path(os.environ.get("CROSSREAD_SHARED", ROOT.parent / "shared"))
DEV = SHARED / "reports" / "dev.jsonl"


def load_floors() -> ModuleType:
    """benchmarks/floors.py, which is a script and no package."""
    spec = importlib.util.spec_from_file_location("floors", ROOT / "benchmarks" / "floors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_figure_under_its_floor_is_named() -> None:
    """The sentence says which figure, what it is and what its floor is."""
    floors = {"set": {"slack": 1.0, "floors": {"claim.f1": 50.0}}}
    (fall,) = load_floors().find_falls("set", {"claim": {"f1": 49.9}}, floors)
    assert "claim.f1" in fall
    assert "49.9" in fall
    assert load_floors().find_falls("set", {"claim": {"f1": 50.0}}, floors) == []


def test_floors_rise_and_never_fall() -> None:
    """A better figure lifts its floor to just below it, a worse one leaves it where it is."""
    floors = {"set": {"slack": 1.0, "floors": {"a.f1": 50.0, "b.f1": 50.0}}}
    lifted = load_floors().raise_floors("set", {"a": {"f1": 60.0}, "b": {"f1": 40.0}}, floors)
    assert lifted["set"]["floors"] == {"a.f1": 59.0, "b.f1": 50.0}


@pytest.mark.skipif(not DEV.is_file(), reason=f"the measuring reports are not at {DEV}; set CROSSREAD_SHARED")
def test_the_shipped_encoder_stands_on_its_floors() -> None:
    """benchmarks/claims.py on the measuring reports: no figure under its floor, every quote true."""
    command = [sys.executable, str(ROOT / "benchmarks" / "claims.py"), str(DEV)]
    environment = {**os.environ, "CROSSREAD_SHARED": str(SHARED)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT, timeout=110)
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    floors = json.loads((ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
    assert load_floors().find_falls("claims-dev", figures, floors) == []
    assert figures["evidence"]["accuracy"] == 100.0
