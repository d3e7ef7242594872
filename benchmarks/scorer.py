"""The scorer of claims, `bench/claims_score.py` of the shared folder (CROSSREAD_SHARED, default ../shared): found, loaded."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType


def find_scorer() -> Path | None:
    """Where the scorer is; None where it is not, after a last line of JSON that says so: floors.py takes that for no figure."""
    path = Path(os.environ.get("CROSSREAD_SHARED", "../shared")) / "bench" / "claims_score.py"
    if path.is_file():
        return path
    print(json.dumps({"skipped": f"no scorer at {path}; set CROSSREAD_SHARED"}))
    return None


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module, for its rules of what is the same."""
    spec = importlib.util.spec_from_file_location("claims_score", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"There is no scorer at {path}; expected a Python file such as bench/claims_score.py.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
