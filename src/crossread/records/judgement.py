"""What a person decided, append-only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

JUDGEMENT_KINDS = ("same", "different", "unsure", "accept", "correct", "dismiss", "undo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of one person. `subject` and `other` are claim ids (`same`, `different`, `unsure` take two).

    `correct` carries the corrected slot (`slot`, and `value` as JSON text); `undo` names in `subject` the judgement it takes
    back. `made_at` is UTC. Nothing is ever changed or deleted: a later judgement of the same subject stands before an
    earlier one.
    """

    id: str
    kind: str
    subject: str
    other: str | None = None
    slot: str | None = None
    value: str | None = None
    reason: str | None = None
    made_by: str
    made_at: datetime
