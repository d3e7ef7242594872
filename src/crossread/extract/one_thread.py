"""numpy, loaded so that its linear algebra keeps to one thread: the room imports this before anything else.

The heads multiply small matrices between two passages of the encoder. A second pool of threads waits longer than it helps, and
takes the encoder's cores meanwhile: on two cores the same reports took 2.4 times the computing and twice the time.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

# One of them is heard, whichever library numpy was built with.
NAMES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def load_numpy() -> None:
    """Import numpy with one thread, and leave the environment as it was.

    Nothing is done where numpy is there already: its threads are somebody else's. What is set in the environment holds.
    """
    if "numpy" in sys.modules:
        return
    unset = [name for name in NAMES if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        import_module("numpy")
    finally:
        for name in unset:
            del os.environ[name]


load_numpy()
