"""What people decided, in words: accepted, dismissed, corrected, by whom, when and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from crossread.records import Judgement, review_to_json
from crossread.weigh.saying import say_date

Names = Callable[[Iterable[str | None]], str]

NOBODY_YET = "open: nobody accepted or dismissed it"


def say_review(decided: Judgement | None) -> str:
    """`accepted by awa, 2 Jun 2021: both sources checked`; `open: …` where nobody decided."""
    if decided is None:
        return NOBODY_YET
    reason = f": {decided.reason}" if decided.reason else ""
    return f"{say_state(decided)} by {decided.made_by}, {say_date(decided.made_at.date())}{reason}"


def say_state(decided: Judgement | None) -> str:
    """The state alone: open, accepted, dismissed or corrected."""
    return review_to_json(decided)["state"] or ""


def group_decisions(rows: Iterable[Judgement]) -> list[list[Judgement]]:
    """Judgements of one decision together: their ids begin alike and end in a number."""
    found: dict[str, list[Judgement]] = {}
    for row in rows:
        stem = row.id.rpartition("_")[0]
        found.setdefault(row.id if stem in ("", "jdg") else stem, []).append(row)
    return list(found.values())


def say_decision(rows: Sequence[Judgement], names: Names, changes: Mapping[str, str] | None = None) -> str:
    """`accepted this incident`, `corrected when of …`: one decision in words; `names` calls what it was about.

    `changes` says of corrections by their ids from what to what: `corrected harm: killed 6 → killed 5 of …`.
    """
    kinds = {row.kind for row in rows}
    if "different" in kinds:
        apart = [row for row in rows if row.kind == "different"]
        return f"set apart {names(row.subject for row in apart)} from {names(row.other for row in apart)}"
    if "correct" in kinds:
        slots = dict.fromkeys((changes or {}).get(row.id) or row.slot or "" for row in rows)
        return f"corrected {', '.join(slots)} of {names(row.subject for row in rows)}"
    words = {
        "same": "held together",
        "accept": "accepted",
        "dismiss": "dismissed",
        "unsure": "could not tell apart or together",
    }
    return f"{words.get(rows[0].kind, rows[0].kind)} {names(name for row in rows for name in (row.subject, row.other))}"
