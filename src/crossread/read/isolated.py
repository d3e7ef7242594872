"""What runs in the parsing process: jobs come in on standard input, answers go out as lines of JSON."""

from __future__ import annotations

import json
import os
import sys
from base64 import b64encode
from typing import IO, Any

from crossread import read
from crossread.errors import ReadError
from crossread.read.options import Limits, ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Enclosed, Item, report_to_json
from crossread.records import RawFile
from crossread.registry import find_plugin


def serve() -> None:
    """Answer jobs until standard input ends. What a library prints does not get among the answers."""
    jobs = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _send(answers, {"ready": read.__name__})
    for line in iter(jobs.readline, b""):
        job = json.loads(line)
        content = jobs.read(job["size"])
        limits = Limits(**job["limits"])
        _limit_memory(limits.memory_bytes)
        file = RawFile.from_bytes(content, name=job["name"], media_type=job["media_type"])
        _send(answers, parse(file, job["reader"], ReadOptions(map=job["map"], dates=job["dates"], limits=limits)))


def parse(file: RawFile, reader: str, options: ReadOptions) -> dict[str, Any]:
    """The answer to one job: what the reader found, or why it found nothing."""
    try:
        items = find_plugin("readers", reader)().read(file, options)
        told = [_item_to_json(item) for item in items]
        return {"items": told, "notes": list(options.notes), "missed": options.missed}
    except ReadError as error:
        return {"error": _error_to_json(error)}
    except ImportError as error:
        return {"error": _error_to_json(refusal("missing_library", found=str(error)))}
    except RecursionError:
        return {"error": _error_to_json(refusal("too_deep", found="content nested too deep to follow"))}
    except MemoryError:
        return {"error": _error_to_json(refusal("reader_crashed", found="out of memory"))}
    except Exception as error:  # a library fails on hostile input in any way it likes; the file is refused, the rest goes on
        return {"error": _error_to_json(refusal("reader_crashed", found=f"{type(error).__name__}: {str(error)[:200]}"))}


def _item_to_json(item: Item) -> dict[str, Any]:
    if isinstance(item, BadRow):
        return {"line": item.line, "within": item.within, "error": _error_to_json(item.error)}
    if isinstance(item, Enclosed):
        return {"enclosed": item.name, "content": b64encode(item.content).decode("ascii")}
    return report_to_json(item)


def _error_to_json(error: ReadError) -> dict[str, Any]:
    return {name: getattr(error, name) for name in ("what", "reason", "where", "expected", "found", "next_step")}


def _send(answers: IO[bytes], answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode("ascii") + b"\n")
    answers.flush()


def _limit_memory(size: int) -> None:
    try:
        import resource  # not on every system

        resource.setrlimit(resource.RLIMIT_AS, (size, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    serve()
