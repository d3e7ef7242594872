"""The door: parse arguments, call flow, print.

Exit codes: 0 all done · 1 something was refused (it is listed; everything else was done) · 2 the command line is wrong ·
3 no record by that id, or nothing matches · 4 crossread cannot go on (the message says why) · 130 stopped by Ctrl-C.
"""

import os

# The heads multiply small matrices; more threads of the linear algebra than one only wait for each other and for the encoder's.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from crossread.cli.door import main  # noqa: E402

__all__ = ["main"]
