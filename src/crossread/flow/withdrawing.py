"""A report that was read by mistake: withdrawn it speaks nowhere and is kept, and it can be let speak again."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.errors import RecordError
from crossread.flow.amendment import refuse_set_aside, say_set_aside
from crossread.flow.judging import user_name
from crossread.flow.touching import Effect, look_at, tell_effect
from crossread.flow.updating import update_incidents
from crossread.records import Document
from crossread.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Which document is to speak no more and why, or with `undo` to speak again.

    One that is only `looked_at`, and not to be kept, needs no reason yet.
    """

    name: str
    reason: str | None = None
    made_by: str | None = None
    undo: bool = False
    looked_at: bool = False


def check_withdrawal(withdrawal: Withdrawal) -> None:
    """Raise `RecordError` for a withdrawal without its reason."""
    if not (withdrawal.undo or withdrawal.looked_at or (withdrawal.reason or "").strip()):
        raise RecordError(
            "A withdrawal needs its reason.",
            expected="a few words",
            found="none",
            next_step='Say why; at the command line: --reason "a press kit, no report".',
        )


def withdraw(store: Store, withdrawal: Withdrawal, *, policy: str, min_score: float = 0.0) -> tuple[Document, Effect]:
    """The document, and what it did to incidents that it speaks no more, or again; whole or not at all."""
    check_withdrawal(withdrawal)
    by = withdrawal.made_by or user_name()
    with store.batch():
        document = store.get_document(withdrawal.name)
        aside = store.amendments.find(document.id)
        seen = look_at(store, document.id)
        if withdrawal.undo:
            if aside is None or aside.superseded_by is not None:
                raise RecordError(
                    "This document was not withdrawn.",
                    where=document.id,
                    expected="one that was",
                    found=say_set_aside(aside) if aside else "one that speaks",
                )
            store.amendments.restore(document.id, reason=withdrawal.reason, by=by)
        else:
            if aside is not None:
                raise refuse_set_aside(store, aside)
            store.amendments.withdraw(document.id, reason=(withdrawal.reason or "").strip(), by=by)
        update_incidents(store, policy, min_score=min_score)
        return document, tell_effect(store, seen, document.id)
