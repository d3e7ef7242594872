"""A process that reads a folder into a store and says after each document that it is kept: to be killed by a test."""

from __future__ import annotations

import sys

import rule_extractor  # noqa: F401 (importing it registers the extractor)

from crossread.config import Settings
from crossread.flow import ProgressEvent, run_read


def say(event: ProgressEvent) -> None:
    sys.stdout.write(f"{event.documents} {event.subject}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    store, folder = sys.argv[1:]
    run_read([folder], settings=Settings(store=store, extractor="rule"), on_progress=say)
