"""The door: parse arguments, call flow, print.

Exit codes: 0 done · 1 something is amiss and is listed (everything else was done) · 2 the command line is wrong, whatever the
store holds · 3 nothing is there · 4 crossread cannot go on (the message says why) · 130 stopped by Ctrl-C. docs/exit-codes.md
gives each command its own.
"""

import os

# The heads multiply small matrices; more threads of the linear algebra than one only wait for each other and for the encoder's.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from crossread.cli.door import main  # noqa: E402

__all__ = ["main"]
