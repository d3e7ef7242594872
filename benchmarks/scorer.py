"""The scorer of claims, `bench/claims_score.py` of the shared folder (CROSSREAD_SHARED, default ../shared): found, loaded."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType


def scorer_path() -> Path:
    """Where the scorer is expected, whether or not it is there."""
    return Path(os.environ.get("CROSSREAD_SHARED", "../shared")) / "bench" / "claims_score.py"


def find_scorer() -> Path | None:
    """Where the scorer is; None where it is not, after a last line of JSON that says so: floors.py takes that for no figure."""
    path = scorer_path()
    if path.is_file():
        return path
    print(json.dumps({"skipped": f"no scorer at {path}; set CROSSREAD_SHARED"}))
    return None


def load_scorer(path: Path | None = None) -> ModuleType:
    """The scorer (the shared folder's unless `path` names one) as a module; stops the program where there is none."""
    path = path or scorer_path()
    spec = importlib.util.spec_from_file_location("claims_score", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"There is no scorer at {path}; expected a Python file; CROSSREAD_SHARED names the shared folder.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
