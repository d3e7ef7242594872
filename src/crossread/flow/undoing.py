"""What stands in the way of taking a correction back: later ones of the same slot, which were made on what it says."""

from __future__ import annotations

from collections.abc import Collection

from crossread.errors import ConflictError
from crossread.flow.changed_slots import tell_changes
from crossread.flow.incident_steps import carry_judgements
from crossread.records import Judgement
from crossread.store import Store


def refuse_buried(store: Store, undone: Collection[str]) -> None:
    """Refuse with `ConflictError` to take back a correction on which later ones of its slot rest that are not taken back too.

    A correction holds the whole of its slot, rows of it that it left alone included. So a later one says again what the
    earlier one changed: taking back the earlier alone would change nothing that anybody sees and look as if it did, and
    to take its change out of the later ones would change what other people wrote.
    """
    standing = [row for row in carry_judgements(store).judgements if row.kind == "correct"]
    for row in standing:
        later = _list_later(standing, row, undone) if row.id in undone else []
        if later:
            raise _refusal(store, row, later)


def _list_later(standing: list[Judgement], row: Judgement, undone: Collection[str]) -> list[Judgement]:
    """Corrections of the same slot made after this one that are to stand on, oldest first."""
    behind = standing[standing.index(row) + 1 :]
    return [one for one in behind if (one.subject, one.slot) == (row.subject, row.slot) and one.id not in undone]


def _refusal(store: Store, row: Judgement, later: list[Judgement]) -> ConflictError:
    told = tell_changes(store, store.iter_judgements(standing=True))
    rows = [f"{one.id} by {one.made_by} on {one.made_at:%Y-%m-%d}, {told.get(one.id, one.slot)}" for one in later]
    many = len(rows) > 1
    names = " ".join(one.id for one in [*reversed(later), row])
    return ConflictError(
        f"{'Later corrections rest' if many else 'A later correction rests'} on this one, and nothing was taken back.",
        where=f"{row.id} by {row.made_by} on {row.made_at:%Y-%m-%d}, {told.get(row.id, row.slot)} (claim {row.subject})",
        expected="a correction that is the last of its slot",
        found=f"made on it: {'; '.join(rows)}",
        next_step=f"Take back {'those' if many else 'that one'} first, the newest before the others, or correct it again; "
        f"all at once at the command line: crossread judge undo {names}",
    )
