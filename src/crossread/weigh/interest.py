"""Whose interest a count may serve: the party to the fighting on whose word alone an account rests."""

from __future__ import annotations

from crossread.records import Claim
from crossread.weigh.boasts import armed_party
from crossread.weigh.case import Case

_OTHERS_WORD = ("attributed", "claimed", "alleged")  # stances of what somebody else than the report tells


def interested_party(claim: Claim, case: Case) -> str | None:
    """The army or armed group that published the report, or that alone speaks in it; None for everybody else.

    Whom a party counts does not matter: it has reasons to tell many of its enemy's victims, and few of its own. Missions of the
    United Nations and of regions count as observers. It is a count like any other all the same, and only where others are as
    well founded does the figure of somebody without that interest stand before it.
    """
    if published := armed_party(case.stated_source(claim)):
        return published
    if claim.stance not in _OTHERS_WORD or not claim.speakers:
        return None
    parties = [armed_party(speaker.name) or armed_party(speaker.raw) for speaker in claim.speakers]
    return parties[0] if None not in parties else None
