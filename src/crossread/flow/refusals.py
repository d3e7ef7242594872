"""Refusals that a person has seen and wants to hear of no more: an entry of the audit log each, the refusal itself stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from crossread import patterns as re
from crossread.errors import NotFoundError
from crossread.flow.judging import user_name
from crossread.records import Rejection
from crossread.store import ACKNOWLEDGE, Store, name_rejection

_MOST_NAMED = 5
_ROW = re.compile(r":\d+$")


def forget_refusals(store: Store, names: Sequence[str] | None, *, made_by: str | None = None) -> list[Rejection]:
    """Those of the refusals that still stand which these names mean, all without names; each gets its entry.

    A name is a file's path as it is listed, or its last part alone. What is refused for another reason later, or with other
    bytes, is told of again.
    """
    standing = list(store.iter_rejections(settled=False))
    for name in names or ():
        if not any(_means(name, row) for row in standing):
            raise _not_listed(name, standing)
    found = [row for row in standing if names is None or any(_means(name, row) for name in names)]
    by = made_by or user_name()
    with store.batch():
        for row in found:
            detail = {"step": row.step, "reason": row.reason, "refusal": name_rejection(row)}
            store.audit.add(who=by, action=ACKNOWLEDGE, subject=row.subject, detail=detail)
    return found


def drop_forgotten(store: Store, rows: Iterable[Rejection]) -> list[Rejection]:
    """What a run stopped, without what somebody has acknowledged before."""
    found = list(rows)
    if not found:
        return []
    seen = {entry.detail.get("refusal") for entry in store.audit if entry.action == ACKNOWLEDGE}
    return [row for row in found if name_rejection(row) not in seen]


def _means(name: str, row: Rejection) -> bool:
    """By the path, its last part, and for the row of a table ("t.csv:3") the table's, too."""
    table = _ROW.sub("", row.subject)
    return name in (row.subject, table, PurePath(row.subject).name, PurePath(table).name)


def _not_listed(name: str, standing: Sequence[Rejection]) -> NotFoundError:
    subjects = list(dict.fromkeys(row.subject for row in standing))
    more = f" and {len(subjects) - _MOST_NAMED} more" if len(subjects) > _MOST_NAMED else ""
    return NotFoundError(
        "No refusal of that name stands.",
        where=name,
        expected=f"one of {', '.join(subjects[:_MOST_NAMED])}{more}" if subjects else "nothing: no refusal stands",
        found=name,
        next_step="`crossread status` lists them.",
    )
