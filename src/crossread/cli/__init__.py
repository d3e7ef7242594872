"""The door: parse arguments, call flow, print.

Exit codes: 0 all done · 1 something was refused (it is listed; everything else was done) · 2 the command line is wrong ·
3 no record by that id, or nothing matches · 4 crossread cannot go on (the message says why) · 130 stopped by Ctrl-C.
"""

from crossread.cli.door import main

__all__ = ["main"]
