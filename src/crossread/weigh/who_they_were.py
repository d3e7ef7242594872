"""Disagreement on who the dead were: fighters by one account, civilians by another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from crossread import patterns as re
from crossread.codebook import load_codebook
from crossread.records import Actor, Claim, Disagreement, Harm
from crossread.records.roles import UNDISPUTED_ACTIVE, UNDISPUTED_DOERS
from crossread.weigh.admissions import sentence_around
from crossread.weigh.answered import FIGHTERS
from crossread.weigh.case import Case, fold
from crossread.weigh.parties import TWO_SIDED, own_source
from crossread.weigh.policies import ToldToll, point
from crossread.weigh.readings import readings_of, say_readings
from crossread.weigh.saying import say_count
from crossread.weigh.tolls import SUFFERED

SLOT = "harm.who"
_FATES = ("killed", "incapacitated")  # an army's "neutralised" is another's "killed"
_UNARMED = ("civilians", "aid_workers", "journalists", "protesters")
_FORCES = ("state_forces", "foreign_forces", "police")
_ARMED = ("rebel_group", "political_militia", "unidentified_armed_group")
# "People" may be anybody, and a name alone says nothing of arms.
_ANYBODY = re.compile(
    r"\b(?:people|persons?|men|man|m[ae]les?|individuals?|others?|dead|victims?|bod(?:y|ies)|lives|youths?|suspects?)\b|^(?-i:[A-Z])",
    re.IGNORECASE,
)
_COMBATANTS = re.compile(r"\bcombatants?\b", re.IGNORECASE)
# Who has laid down arms is not told as a fighter: neither does he count as one, nor is he anybody.
_FORMER = re.compile(r"\b(?:former|ex|demobili[sz]ed|disarmed|retired)\b", re.IGNORECASE)
# "Scores of terrorists" may be the same people as 40 civilians; "several" may be anybody beside them.
_MANY = re.compile(r"\b(?:dozens|scores|hundreds|tens)\b", re.IGNORECASE)
# Words for deaths beside those of the fighters.
_FURTHER = re.compile(
    r"\b(?:also|other|further|additional(?:ly)?|in\s+addition|crossfire|cross-fire|separate(?:ly)?|meanwhile|caught)\b",
    re.IGNORECASE,
)
_LEAST_OF_MANY = 10
_MOST_APART = 2.0  # times as many: 21 fighters and 14 civilians can be the same people, 30 and three are not
_CALLED = {"armed": "told as fighters", "unarmed": "told as civilians", "former": "told as former fighters"}


def list_who_disagreements(case: Case, told: Sequence[ToldToll]) -> Iterable[Disagreement]:
    """One disagreement where accounts of about as many dead call them fighters here and civilians, or former fighters, there.

    Of a fight only where a party tells it, and the other account lays the deaths on that party (`_tell_one_deed`).
    Whose word it is does not matter: what a party tells of its enemy decides no number, and is the other story all the same.
    """
    claims = {claim.id: claim for claim in case.standing if claim.stance != "denied"}
    rows = [(one, kind) for one in told if one.claim_id in claims and (kind := _kind(one, told))]
    armed = [one for one, kind in rows if kind == "armed"]
    unarmed = [one for one, kind in rows if kind != "armed" and claims[one.claim_id].type not in TWO_SIDED]
    pairs = [(a, b) for a, b in product(armed, unarmed) if _may_be_same(a, b, claims, case)]
    if not pairs:
        return
    kinds = {id(one): kind for one, kind in rows}
    ones = {id(one): one for pair in pairs for one in pair}
    both = {one.claim_id for one, other in pairs if one.claim_id == other.claim_id}
    texts = [(_say(one, kinds[name], whose=one.claim_id in both), claims[one.claim_id]) for name, one in ones.items()]
    readings = readings_of(case, texts)
    several = len({one.claim_id for one in ones.values()}) > 1
    opening = "Accounts contradict each other" if several else "One account has two stories"
    sentence = f"{opening} on who the dead were: {say_readings(case, readings)}."
    yield Disagreement(slot=SLOT, severity="outcome", readings=readings, sentence=sentence)


def _kind(one: ToldToll, told: Sequence[ToldToll]) -> str:
    """`armed`, `unarmed` or `former` where all whom the account counts as dead are; empty where it counts several kinds."""
    if one.effect not in _FATES or one.side != SUFFERED or not (_are_many(one) if one.count is None else point(one)):
        return ""
    others = (
        other
        for other in told
        if other is not one
        and other.claim_id == one.claim_id
        and other.effect in _FATES
        and bool(other.claimed_by) == bool(one.claimed_by)  # what the report has a party claim is another story than its own
    )
    beside = [row for other in others for row in other.rows]
    counted = [row for row in one.rows if not _is_told_again(row, one)]
    kinds = {_kind_of(row) for row in (*counted, *(row for row in beside if not _is_own_loss(row)))}
    return kinds.pop() if len(kinds) == 1 else ""


def _is_told_again(row: Harm, one: ToldToll) -> bool:
    """True for the 31 bodies of a doctor beside the 31 civilians of the report: as many as are counted, of no other kind."""
    least = one.count.low if one.count is not None else None
    if least is None or row.group_type in (*_ARMED, *_FORCES) or not _ANYBODY.search(row.group or ""):
        return False
    alike = [other for other in one.rows if other.count is not None and other.count.low == least]
    return row in alike and any(_kind_of(other) for other in alike if other is not row)


def _is_own_loss(row: Harm) -> bool:
    """True for soldiers and police: an army's own dead beside its enemy's do not make those civilians' deaths told, too."""
    return row.group_type in _FORCES


def _kind_of(row: Harm) -> str:
    words = row.group or row.raw
    if row.group_type in _ARMED and _FORMER.search(words):
        return "former"
    if row.group_type in _ARMED and (FIGHTERS.search(words) or _COMBATANTS.search(words)):
        return "armed"
    return "unarmed" if row.group_type in _UNARMED and row.group and not _ANYBODY.search(words) else ""


def _are_many(one: ToldToll) -> bool:
    """True for a number that only words tell, and a large one: "scores of terrorists"."""
    return any(_MANY.search(row.raw) for row in one.rows)


def _may_be_same(armed: ToldToll, unarmed: ToldToll, claims: Mapping[str, Claim], case: Case) -> bool:
    """True for numbers near each other in two reports, neither of which lays the civilians' deaths on such fighters.

    Or in one, where a party tells that it killed fighters, and others whom the report names tell of the civilians.
    """
    one, other = claims[armed.claim_id], claims[unarmed.claim_id]
    if unarmed.count is None or (one is other and not _tell_two_stories(armed, unarmed, one, case)):
        return False
    if one.type in TWO_SIDED:
        if not _tell_one_deed(one, other, case):
            return False
    elif {actor.type for actor in _doers(other)} & set(_ARMED):
        return False
    if armed.count is None:
        return point(unarmed) >= _LEAST_OF_MANY
    few, many = sorted((point(armed), point(unarmed)))
    return many <= _MOST_APART * few


def _tell_two_stories(armed: ToldToll, unarmed: ToldToll, claim: Claim, case: Case) -> bool:
    """True where one report has a party claim the fighters and another voice count the civilians, of no further deaths."""
    document = case.documents.get(claim.document_id)
    if not armed.claimed_by or unarmed.claimed_by or document is None or claim.type in TWO_SIDED:
        return False
    spans = [row.evidence[0].span for row in unarmed.rows if row.evidence]
    heard = {row.evidence[0].span.start for row in claim.speakers if row.role in ("reports", "accuses") and row.evidence}
    for span in spans:
        start, end = sentence_around(document.text, span)
        if _FURTHER.search(document.text, start, end) or not any(start <= at < end for at in heard):
            return False
    return bool(spans)


def _tell_one_deed(fight: Claim, other: Claim, case: Case) -> bool:
    """True where a party tells whom it killed in a fight, and the other account has that party kill the unarmed.

    An equal number alone says nothing: those whom gunmen killed, and the gunmen whom the army killed for it, can be as many.
    """
    tellers = {fold(name) for name in (own_source(fight, case), case.stated_source(fight)) if name}
    forces = {actor.type for actor in fight.actors if actor.role in UNDISPUTED_ACTIVE} & set(_FORCES)
    for doer in _doers(other):
        named = [
            actor.name for actor in fight.actors if actor.role in UNDISPUTED_ACTIVE and actor.type == doer.type and actor.name
        ]
        if doer.name and fold(doer.name) in tellers:
            return True
        if doer.type in forces and (not doer.name or not named or fold(doer.name) in map(fold, named)):
            return True
    return False


def _doers(claim: Claim) -> list[Actor]:
    return [actor for actor in claim.actors if actor.role in UNDISPUTED_DOERS]


def _say(one: ToldToll, kind: str, *, whose: bool) -> str:
    count = say_count(one.count) if one.count is not None else ", ".join(row.raw for row in one.rows)
    by = f" by {one.claimed_by}" if whose and one.claimed_by else ""
    return f"{count} {load_codebook().label('effect', one.effect)}, {_CALLED[kind]}{by}"
