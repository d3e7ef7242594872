"""Why a file or row goes no further, in words for a person; the reasons stand in `reasons.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from crossread.errors import ReadError
from crossread.records import Rejection


@cache
def list_reasons() -> Mapping[str, Mapping[str, str]]:
    """Every reason code with `what` it means and the `next_step` for the user."""
    return tomllib.loads(files("crossread.read").joinpath("reasons.toml").read_text(encoding="utf-8"))


def refusal(
    reason: str,
    *,
    where: str | None = None,
    expected: str | None = None,
    found: str | None = None,
    next_step: str | None = None,
) -> ReadError:
    """The error for one of the listed reasons; `next_step` replaces the usual advice where there is a better one."""
    row = list_reasons()[reason]
    return ReadError(
        row["what"], reason=reason, where=where, expected=expected, found=found, next_step=next_step or row["next_step"]
    )


def to_rejection(error: ReadError, *, subject: str, sha256: str | None = None) -> Rejection:
    """The record that stays of a file or row that could not be read; its message always names the subject."""
    placed = ReadError(
        error.what,
        reason=error.reason,
        where=error.where or subject,
        expected=error.expected,
        found=error.found,
        next_step=error.next_step,
    )
    return Rejection(step="read", subject=subject, reason=error.reason, message=str(placed), sha256=sha256)


def printable(name: str) -> str:
    """A file name as it can be stored and shown: line breaks, control characters and bytes that are no text are escaped."""
    shown = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in shown)
