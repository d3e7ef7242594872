"""Who came to harm, as what they were: "two people" of one report are the police officer and the passer-by of another."""

from __future__ import annotations

from collections.abc import Iterable

from crossread.records import Actor, Claim, Harm

_HURT = ("killed", "injured", "casualties")
# Words that tell no more of somebody than that it was a person: such people are civilians only for want of a told role.
_ANYBODY = frozenset(
    "people person persons man men individual individuals other others victim victims one two three four five six seven eight "
    "nine ten some several many more another the a an at least about dead of them lives life".split()
)


def is_anybody(actor: Actor) -> bool:
    """True for people of whom nothing is told, not even a name: "two people", "others"."""
    words = actor.raw.lower().split()
    return actor.name is None and actor.type == "civilians" and all(word in _ANYBODY or word.isdecimal() for word in words)


def list_hurt(claim: Claim) -> list[str]:
    """The types of those whom a claim tells killed or injured, each once, in the order told."""
    return list(dict.fromkeys(row.group_type for row in claim.harm if row.effect in _HURT and _most(row) != 0))


def accounts_for(claims: Iterable[Claim]) -> bool:
    """True if those whose role is told are as many as all who were killed or, where nobody was, injured.

    Then "two people" are no more than the officer and the passer-by; "ten people, a soldier among them" are more. Where either
    number is not told they are taken for the same.
    """
    rows = list(claims)
    for effect in _HURT:
        whole = [_most(row) for claim in rows for row in claim.harm if row.effect == effect and row.part_of is None]
        if whole:
            told = [_told(claim, effect) for claim in rows]
            return max((most or 0 for most in whole), default=0) <= max(told) or not any(told)
    return True


def _told(claim: Claim, effect: str) -> int:
    """How many of one effect a claim tells as something more than people, parts of a total before the total."""
    rows = [row for row in claim.harm if row.effect == effect]
    parts = [row for row in rows if row.part_of is not None] or rows
    return sum(_most(row) or 0 for row in parts if row.part_of is not None or not _is_bare(row))


def _is_bare(row: Harm) -> bool:
    words = (row.group or row.raw).lower().split()
    return row.group_type in ("civilians", "unknown") and all(word in _ANYBODY or word.isdecimal() for word in words)


def _most(row: Harm) -> int | None:
    count = row.count
    return None if count is None else count.low if count.high is None else count.high
