"""Days that are told beside what was done and are another's: of what it is held against, will come, or ended with it."""

from __future__ import annotations

from crossread.normalize.dates.ahead import is_of_what_will_be
from crossread.normalize.dates.series import is_of_last_in_series
from crossread.normalize.dates.slot import is_held_against
from crossread.normalize.dates.wars import is_of_war_ended
from crossread.records import Claim, DateWindow, Document, Slot


def own_slot(document: Document, claim: Claim) -> Slot[DateWindow] | None:
    """The claim's own date slot as found, None where its words date something else."""
    text = document.text
    if claim.when is None or is_held_against(text, claim.when, claim.trigger.span):
        return None
    others = is_of_what_will_be(text, claim) or is_of_war_ended(text, claim) or is_of_last_in_series(claim, text)
    return None if others else claim.when
