"""What a person decided, append-only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

ON_PAIRS = ("same", "different", "unsure")  # said of two claims
JUDGEMENT_KINDS = (*ON_PAIRS, "accept", "correct", "dismiss", "code", "undo")
OPEN = "open"  # the state of what nobody accepted or dismissed
VERDICTS = {"accept": "accepted", "dismiss": "dismissed"}  # the state that a decision puts an incident or a claim in
OWN = "coder's own"  # what stands for the words of the report where a person sets a value that it does not hold
VERDICT = "verdict"  # the slot of a `code` that says whether there is such a claim at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of one person. `subject` and `other` are claim ids (`same`, `different`, `unsure` take two).

    `correct` carries the corrected slot (`slot`, and `value` as JSON text). `code` carries one as well, or the slot `verdict`
    with `"accept"` or `"dismiss"`: it is how this person alone reads the claim, to be compared with another's reading, and
    no incident follows it. `undo` names in `subject` the judgement it takes back. `made_at` is UTC. Nothing is ever changed or
    deleted: a later judgement of the same subject stands before an earlier one.
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


def review_to_json(judgement: Judgement | None) -> dict[str, str | None]:
    """The state of review as JSON: `open` with nulls where nobody decided, else the state, who, when (ISO 8601) and why.

    A claim of which somebody corrected a slot, and no more, is `corrected`.
    """
    if judgement is None:
        return {"state": OPEN, "by": None, "at": None, "reason": None}
    state = VERDICTS.get(judgement.kind, "corrected")
    return {"state": state, "by": judgement.made_by, "at": judgement.made_at.isoformat(), "reason": judgement.reason}


def list_standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that were not taken back, oldest first; no undo among them.

    An undo can itself be undone, so the newest are looked at first. The time tells the order, not the order given, because
    judgements of several people come together from several places. Those of one moment stay in the order given, which is that
    of the log: ids tell none, as they are drawn by chance and `_10` sorts before `_2`.
    """
    undone: set[str] = set()
    standing: list[Judgement] = []
    for judgement in sorted(dict.fromkeys(judgements), key=lambda row: row.made_at)[::-1]:
        if judgement.id in undone:
            continue
        if judgement.kind == "undo":
            undone.add(judgement.subject)
        else:
            standing.append(judgement)
    return standing[::-1]
