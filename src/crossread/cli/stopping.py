"""How the program ends that was stopped by Ctrl-C: at once, also where other threads are in the middle of a report."""

from __future__ import annotations

import atexit
import os
import sys
import threading

WORKERS = "crossread-"  # how the names of the threads begin that extract and encode


def leave_workers(code: int) -> None:
    """End here and now where threads still read; return where there are none.

    Python itself would wait for them, and a report of 900 kB keeps one busy for a minute. What they make is for nobody: the
    store is closed by now, and everything that has been told of is in it.
    """
    if not any(thread.name.startswith(WORKERS) for thread in threading.enumerate()):
        return
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    atexit._run_exitfuncs()  # what ends the parser's process
    os._exit(code)
