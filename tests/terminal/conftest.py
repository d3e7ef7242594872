"""The hand-coded Mali claims (tests/golden/mali_ground.py) are the test ground here too."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "golden"))
