"""One line of the log of everything that people did with a store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """What one person did: a decision, an export, a change of the users. Never changed or deleted.

    `number` counts from 1 without a gap. `detail` is what JSON can hold; of a decision it names the judgement and its seal.
    `hash` is over this entry and `prev_hash`, which is the hash of the entry before.
    """

    number: int
    at: datetime
    who: str
    action: str
    subject: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    prev_hash: str
    hash: str
