"""What was stopped, and why: nothing vanishes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A file, document, claim or slot that went no further.

    `step` is the step that stopped it (`read`, `extract`, `normalize`, …), `subject` its path or id, `reason` a short code
    such as `encrypted`, `message` the sentence for a person, with what to do next.
    """

    step: str
    subject: str
    reason: str
    message: str
    sha256: str | None = None
