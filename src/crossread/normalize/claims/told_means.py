"""Means that the words around them rule out: the warplane that was shot down, the fire of "an order to fire at the crowd".

Of 53 hand-coded claims told as "shot down", "downing" and the like one has an aircraft for its means: the one that fired.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.records import Actor, Claim, Document, Means
from crossread.records.roles import DOERS_BY_OTHERS

_FLYING = ("aircraft", "drone")
_DOWNED = re.compile(
    r"\b(?:shot|shoot(?:s|ing)?|br(?:ought|ings?|inging)|gunned)\s+down\s+(?:of\s+)?(?:[\w'’-]+\s+){0,4}$"
    r"|\bdown(?:ed|ing|s)\s+(?:of\s+)?(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
_WAS_DOWNED = re.compile(
    r"(?:\s+[\w-]+){0,2}\s+(?:(?:was|were|is|are|been|being|had\s+been|has\s+been)\s+)?(?:(?:shot|brought)\s+down|downed)\b(?!\s+(?:an?|the)\b)",
    re.IGNORECASE,
)
_PLANE = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:war)?(?:planes?|jets?|aircraft|helicopters?|drones?|bombers?|fighters?)\b",
    re.IGNORECASE,
)
# "it was too early to tell whether the explosion was caused by (a bomb)", "unclear if it was (a mine)"
_ASKED = re.compile(
    r"\b(?:too\s+early|unclear|unknown|uncertain|(?:not|n['’]t)\s+(?:yet\s+)?(?:\w+ly\s+)?(?:clear|known|certain|sure|know|say|tell"
    r"|establish\w*|determin\w*))\b[^.;]{0,30}?\b(?:if|whether)\s+[^.;]{0,60}?\b(?:caused\s+by|due\s+to|result\s+of|was|were|had\s+been)\s+"
    r"(?:an?\s+|the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "after leaving the district by (vehicle)": how the victims went
_WENT_BY = re.compile(
    r"\b(?:leaving|left|travel\w*|driv(?:en|ing)|drove(?!\s+into\b)|going|went|return\w*|arriv\w+|depart\w+|head(?:ed|ing)|commut\w+)\b"
    r"[^.;,]{0,60}\bby\s+$",
    re.IGNORECASE,
)
_NO_WEAPON = re.compile(r"(?:(?:was|were|been|later)\s+)*(?:found|dead|died|killed|taken|held)(?:\s+dead)?", re.IGNORECASE)
_TERRORIST = re.compile(r"terroris(?:m|ts?)(?:\s+attacks?)?", re.IGNORECASE)
ASKED_REACH = 160  # characters before a means in which somebody asks whether it was one
_STOP = re.compile(r"[.;:,\n]|\bby\b|\bfrom\b|\bwith\b")
_FIRES = re.compile(r"\s+(?:at|on|upon|into|indiscriminately)\b", re.IGNORECASE)
REACH = 60  # characters before an aircraft in which it is shot down


def with_told_means(document: Document, claim: Claim) -> Claim:
    """The claim without an aircraft that was shot down for its means, or its nation for the doer, and with guns that fire.

    What people and data sets say (no score) stays.
    """
    means = tuple(_settled(document, row) for row in claim.means if not _is_ruled_out(document, claim, row))
    means = tuple(row for row in means if not _is_word_of_drone(row, means))
    actors = tuple(row for row in claim.actors if not _is_of_downed(document.text, row))
    return claim if (means, actors) == (claim.means, claim.actors) else replace(claim, means=means, actors=actors)


def _is_of_downed(text: str, row: Actor) -> bool:
    if row.score is None or row.role not in DOERS_BY_OTHERS or not row.evidence:
        return False
    span = row.evidence[0].span
    found = _DOWNED.search(text, max(0, span.start - REACH), span.start)
    return found is not None and _STOP.search(found.group()) is None and _PLANE.match(text, span.end) is not None


def _is_ruled_out(document: Document, claim: Claim, row: Means) -> bool:
    return _was_shot_down(document, row) or _is_no_means(document.text, claim, row)


def _is_no_means(text: str, claim: Claim, row: Means) -> bool:
    """True for what is asked, how victims travelled, and "terrorist attacks", which names no weapon.

    Those who fled by train have it for a means in coded reports.
    """
    if row.score is None or not row.evidence:
        return False
    if _TERRORIST.fullmatch(row.raw.strip()) or _NO_WEAPON.fullmatch(row.raw.strip()):
        return True
    befores = [text[max(0, quote.span.start - ASKED_REACH) : quote.span.start] for quote in row.evidence]
    if row.kind == "vehicle":
        return claim.type != "displacement" and all(_WENT_BY.search(before) for before in befores)
    return all(_ASKED.search(before) for before in befores)


def _is_word_of_drone(row: Means, rows: Sequence[Means]) -> bool:
    """True for the word before a drone that was taken for an aircraft: "kamikaze drone", "Turkish drones"."""
    if row.score is None or row.kind != "aircraft" or not row.evidence:
        return False
    end = row.evidence[0].span.end
    return any(other.kind == "drone" and other.evidence and other.evidence[0].span.start - end == 1 for other in rows)


def _was_shot_down(document: Document, row: Means) -> bool:
    if row.score is None or row.kind not in _FLYING or not row.evidence:
        return False
    text, span = document.text, row.evidence[0].span
    found = _DOWNED.search(text, max(0, span.start - REACH), span.start)
    if found is not None and _STOP.search(found.group()) is None:
        return True
    return _WAS_DOWNED.match(text, span.end) is not None


def _settled(document: Document, row: Means) -> Means:
    """Firing at somebody takes a gun: "an order to fire at protesters" burns nothing."""
    if (
        row.score is None
        or row.kind != "fire"
        or row.raw.lower() not in ("fire", "fired", "firing", "fires")
        or not row.evidence
    ):
        return row
    return replace(row, kind="firearm") if _FIRES.match(document.text, row.evidence[0].span.end) else row
