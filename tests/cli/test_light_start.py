"""What a correction loads: neither the web server of the desk nor SciPy, which together take as long as the work itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

import crossread.review

LOADED = "import sys, crossread.flow, crossread.review.correcting;print(sorted({'fastapi', 'scipy'} & set(sys.modules)))"


def test_a_correction_loads_no_server_and_no_solver() -> None:
    told = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_every_public_name_of_the_desk_is_there() -> None:
    assert all(getattr(crossread.review, name) for name in crossread.review.__all__)
    with pytest.raises(AttributeError, match="make_app"):
        _ = crossread.review.nothing
