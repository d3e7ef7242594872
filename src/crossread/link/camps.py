"""Whom an account has hurt, by kinds that nobody takes for each other: soldiers and police, or people without arms."""

from __future__ import annotations

from collections.abc import Iterator

from crossread import patterns as re
from crossread.link.comparison import Pair, Telling, once
from crossread.records.roles import SUFFERER_ROLES

_CAMPS = {
    **dict.fromkeys(("state_forces", "foreign_forces", "police"), "forces"),
    **dict.fromkeys(("civilians", "aid_workers", "journalists", "protesters"), "unarmed"),
    **dict.fromkeys(
        ("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group", "officials"), "others"
    ),
}
_STATE = frozenset(("state_forces", "foreign_forces", "police"))
_ENEMY = frozenset(("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group"))
# Words for anybody: the codebook has people of no told kind as civilians.
_ANYBODY = re.compile(
    r"\b(?:people|persons?|men|man|m[ae]les?|individuals?|others?|dead|deaths?|victims?|bod(?:y|ies)|lives|passengers?|casualties"
    r"|wounded|injured|occupants?|members?|them|they|someone|youths?)\b|^(?-i:[A-Z][a-z]+(?:\s[A-Z][a-z]+)*)$|^\W*\d*\W*$",
    re.IGNORECASE,
)


def are_other_people(pair: Pair) -> bool:
    """True where one account tells of soldiers or police alone, and the other of people without arms alone, by words of theirs.

    Of an account that tells of others, too, or of "people", nothing is concluded.
    """
    return {_camp(pair.a), _camp(pair.b)} == {"forces", "unarmed"}


def are_enemies(pair: Pair) -> bool:
    """True where all whom one account has hurt are of a state, and all whom the other has hurt are of an armed group.

    Two reports of one fight may each count one side's; but what they share of its name they share with every fight against it.
    """
    a, b = _kinds_hurt(pair.a), _kinds_hurt(pair.b)
    return bool(a and b) and any(x <= _STATE and y <= _ENEMY for x, y in ((a, b), (b, a)))


@once
def _kinds_hurt(telling: Telling) -> frozenset[str]:
    rows = (row for row in telling.claim.harm if row.part_of is None and (row.count is None or row.count.high != 0))
    return frozenset(row.group_type or "" for row in rows)


@once
def _camp(telling: Telling) -> str:
    """The one camp of all the dead, else of all who are counted as hurt, else of all who suffer; empty if there are several.

    The wounded beside the dead are told by "others" mostly, which says nothing of who they are.
    """
    told = set(_counted(telling, dead=True)) or set(_counted(telling, dead=False)) or set(_suffering(telling))
    return told.pop() if len(told) == 1 else ""


def _counted(telling: Telling, *, dead: bool) -> Iterator[str]:
    for row in telling.claim.harm:
        if row.group and (row.effect == "killed" or not dead):
            yield _camp_of(row.group_type or "", row.group)


def _suffering(telling: Telling) -> Iterator[str]:
    for actor in telling.claim.actors:
        if actor.role in SUFFERER_ROLES and actor.type != "object":
            yield _camp_of(actor.type, actor.raw)


def _camp_of(kind: str, words: str) -> str:
    camp = _CAMPS.get(kind, "open")
    return "open" if camp == "unarmed" and _ANYBODY.search(words) else camp
