"""Parsing in a process of its own, with limits of time and memory, so that a hostile file harms nothing else.

The process is started at the first file that needs it and kept: starting costs about 0.1 s, a file after that well under a
millisecond more than parsing it here. It answers in JSON, never in pickles, so that it cannot hand code back. It is started
with `-P`, so that no module lying in the current folder is loaded.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from base64 import b64decode
from dataclasses import asdict
from threading import Lock, Timer
from typing import Any

from crossread.errors import ReadError
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Enclosed, Item, report_from_json
from crossread.records import RawFile


class ParserProcess:
    """One process that parses one file at a time; it is replaced after it was stopped."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def parse(self, file: RawFile, reader: str, options: ReadOptions) -> list[Item]:
        """The reports that this reader finds in the file; raises `ReadError` as the reader would, and `too_slow` or
        `reader_crashed` where the process had to be stopped or stopped by itself.
        """
        with self._lock:
            answer = self._ask(_job(file, reader, options), file.content, options.limits.seconds)
        if "error" in answer:
            raise ReadError(**answer["error"])
        for sentence in answer["notes"]:
            options.note(sentence)
        for column, missed in answer["missed"].items():
            options.missed[column] = missed and options.missed.get(column, True)
        return [_item_from_json(item) for item in answer["items"]]

    def stop(self) -> None:
        """End the process, if one runs and it is ours."""
        if self._process is not None and self._owner == os.getpid():
            self._process.kill()
            self._process.wait()
        self._process = None

    def _ask(self, job: bytes, content: bytes, seconds: float) -> dict[str, Any]:
        process = self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        late = Timer(seconds, process.kill)
        late.start()
        try:
            process.stdin.write(job + content)
            process.stdin.flush()
            line = process.stdout.readline()
            in_time = late.is_alive()
        except OSError:
            line, in_time = b"", late.is_alive()
        except BaseException:  # an interrupt: the answer that is still to come must not be taken for that to the next file
            self.stop()
            raise
        finally:
            late.cancel()
        if line.endswith(b"\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        code = process.wait() if not in_time else _end(process)
        self._process = None
        if not in_time:
            raise refusal("too_slow", expected=f"at most {seconds:g} seconds")
        raise refusal("reader_crashed", found=f"the parser ended with code {code}")

    def _start(self) -> subprocess.Popen[bytes]:
        alive = self._process is not None and self._owner == os.getpid() and self._process.poll() is None
        if self._process is None or not alive:
            self._owner = os.getpid()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "crossread.read.isolated"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            assert self._process.stdout is not None
            self._process.stdout.readline()  # it says when it is ready; loading is not the file's time
        return self._process


def _end(process: subprocess.Popen[bytes]) -> int:
    process.kill()
    return process.wait()


def _job(file: RawFile, reader: str, options: ReadOptions) -> bytes:
    job = {
        "reader": reader,
        "name": file.name,
        "media_type": file.media_type,
        "size": len(file.content),
        "map": dict(options.map),
        "dates": options.dates,
        "limits": asdict(options.limits),
    }
    return json.dumps(job).encode("ascii") + b"\n"


def _item_from_json(item: dict[str, Any]) -> Item:
    if "error" in item:
        return BadRow(line=item["line"], within=item["within"], error=ReadError(**item["error"]))
    if "enclosed" in item:
        return Enclosed(name=item["enclosed"], content=b64decode(item["content"]))
    return report_from_json(item)


PARSER = ParserProcess()
atexit.register(PARSER.stop)
