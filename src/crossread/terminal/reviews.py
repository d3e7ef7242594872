"""What people decided, in words: accepted, dismissed, corrected, by whom, when and why."""

from __future__ import annotations

from crossread.records import Judgement, review_to_json
from crossread.weigh import say_date

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
