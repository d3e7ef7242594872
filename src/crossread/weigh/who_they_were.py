"""Disagreement on who the dead were: fighters by one account, civilians by another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product

from crossread.codebook import load_codebook
from crossread.records import Claim, Disagreement, Harm
from crossread.weigh.answered import FIGHTERS
from crossread.weigh.case import Case
from crossread.weigh.parties import TWO_SIDED
from crossread.weigh.policies import ToldToll, point
from crossread.weigh.readings import readings_of, say_readings
from crossread.weigh.saying import say_count
from crossread.weigh.tolls import SUFFERED

SLOT = "harm.who"
_FATES = ("killed", "incapacitated")  # an army's "neutralised" is another's "killed"
_UNARMED = ("civilians", "aid_workers", "journalists", "protesters")
_ARMED = ("rebel_group", "political_militia", "unidentified_armed_group")
# "People" may be anybody, and a name alone says nothing of arms.
_ANYBODY = re.compile(
    r"\b(?:people|persons?|men|man|m[ae]les?|individuals?|others?|dead|victims?|bod(?:y|ies)|lives|youths?|suspects?)\b|^(?-i:[A-Z])",
    re.IGNORECASE,
)
_MOST_APART = 2.0  # times as many: 21 fighters and 14 civilians can be the same people, 30 and three are not
_CALLED = {"armed": "told as fighters", "unarmed": "told as civilians"}


def list_who_disagreements(case: Case, told: Sequence[ToldToll]) -> Iterable[Disagreement]:
    """One disagreement where accounts of about as many dead, of no fight, call them fighters here and civilians there.

    Whose word it is does not matter: what a party tells of its enemy decides no number, and is the other story all the same.
    """
    claims = {claim.id: claim for claim in case.standing if claim.type not in TWO_SIDED and claim.stance != "denied"}
    rows = [(one, kind) for one in told if one.claim_id in claims and (kind := _kind(one, told))]
    armed = [one for one, kind in rows if kind == "armed"]
    unarmed = [one for one, kind in rows if kind == "unarmed"]
    pairs = [(a, b) for a, b in product(armed, unarmed) if _may_be_same(a, b, claims)]
    if not pairs:
        return
    kinds = {id(one): kind for one, kind in rows}
    ones = {id(one): one for pair in pairs for one in pair}
    texts = [(_say(one, kinds[name]), claims[one.claim_id]) for name, one in ones.items()]
    readings = readings_of(case, texts)
    sentence = f"Accounts contradict each other on who the dead were: {say_readings(case, readings)}."
    yield Disagreement(slot=SLOT, severity="outcome", readings=readings, sentence=sentence)


def _kind(one: ToldToll, told: Sequence[ToldToll]) -> str:
    """`armed` or `unarmed` where all whom the account counts as dead are; empty where it counts both, or others."""
    if one.effect not in _FATES or one.side != SUFFERED or one.count is None or not point(one):
        return ""
    beside = [row for other in told if other.claim_id == one.claim_id and other.effect in _FATES for row in other.rows]
    kinds = {_kind_of(row) for row in (*one.rows, *beside)}
    return kinds.pop() if len(kinds) == 1 else ""


def _kind_of(row: Harm) -> str:
    words = row.group or row.raw
    if row.group_type in _ARMED and FIGHTERS.search(words):
        return "armed"
    return "unarmed" if row.group_type in _UNARMED and row.group and not _ANYBODY.search(words) else ""


def _may_be_same(armed: ToldToll, unarmed: ToldToll, claims: dict[str, Claim]) -> bool:
    """True for numbers near each other in two reports, neither of which lays the civilians' deaths on such fighters."""
    doers = {actor.type for actor in claims[unarmed.claim_id].actors if actor.role in ("perpetrator", "claimant")}
    if armed.claim_id == unarmed.claim_id or doers & set(_ARMED):
        return False
    few, many = sorted((point(armed), point(unarmed)))
    return many <= _MOST_APART * few


def _say(one: ToldToll, kind: str) -> str:
    return f"{say_count(one.count)} {load_codebook().label('effect', one.effect)}, {_CALLED[kind]}"
