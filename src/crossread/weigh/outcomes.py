"""Disagreement on what became of people: killed here and injured there, harm against none, an act denied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations

from crossread import patterns as re
from crossread.codebook import load_codebook
from crossread.records import Claim, Disagreement
from crossread.weigh.case import Case
from crossread.weigh.denials import denies_doing
from crossread.weigh.policies import ToldToll, fits
from crossread.weigh.readings import readings_of, say_readings
from crossread.weigh.saying import say_count
from crossread.weigh.tolls import SUFFERED

# Outcomes that exclude each other for the same people.
_EXCLUSIVE = (("killed", "injured"), ("killed", "abducted"), ("killed", "missing"), ("killed", "detained"))
# A wider word beside a narrower one: it may mean the same people, but does not say so.
_WIDER = (
    ("killed", "incapacitated"),
    ("killed", "casualties"),
    ("injured", "casualties"),
    ("injured", "incapacitated"),
    ("detained", "incapacitated"),
)
# Kinds of people that reports keep apart. Soldiers, police and officials are in no camp: reports call them now this, now that.
_CAMPS = {
    **dict.fromkeys(("civilians", "aid_workers", "journalists", "protesters"), "unarmed"),
    **dict.fromkeys(("rebel_group", "political_militia", "unidentified_armed_group"), "armed group"),
}
_DEAD_AND_HURT = re.compile(
    r"\b(?:killed|dead|deaths?|martyred)\s*(?:and|or|and/or|/|&)\s*(?:wounded|injured|hurt|injuries)\b"
    r"|\b(?:wounded|injured|hurt)\s*(?:and|or|and/or|/|&)\s*(?:killed|dead)\b",
    re.IGNORECASE,
)
NOBODY_HARMED = "nobody harmed"
_FIGHTING = frozenset(
    (
        "state_forces",
        "foreign_forces",
        "police",
        "rebel_group",
        "political_militia",
        "communal_militia",
        "unidentified_armed_group",
    )
)
_HARMED = ("killed", "injured", "casualties", "abducted", "detained", "missing", "incapacitated")


def list_outcome_disagreements(case: Case, told: Sequence[ToldToll]) -> Iterable[Disagreement]:
    """Outcomes that exclude each other (`harm.outcome`), denials, and wider words for the same people (`harm.effect`)."""
    by_claim = {claim.id: _effects(claim, told) for claim in case.standing}
    claims = {claim.id: claim for claim in case.standing}
    for pairs, slot, verb in (
        (_EXCLUSIVE, "harm.outcome", "contradict each other on"),
        (_WIDER, "harm.effect", "use different words for"),
    ):
        rows: dict[str, str] = {}
        for a, b in permutations(by_claim, 2):
            for one, other in pairs:
                if _swapped(by_claim[a], by_claim[b], one, other):
                    rows[a], rows[b] = _say(by_claim[a][one], one), _say(by_claim[b][other], other)
        if rows:
            readings = readings_of(case, ((text, claims[name]) for name, text in rows.items()))
            sentence = f"Accounts {verb} what became of people: {say_readings(case, readings)}."
            yield Disagreement(slot=slot, severity="outcome", readings=readings, sentence=sentence)
    yield from _none_against_some(case, by_claim, told)
    yield from _no_civilians_against_some(case, by_claim)
    yield from _denied(case)


def _effects(claim: Claim, told: Sequence[ToldToll]) -> dict[str, ToldToll]:
    found: dict[str, ToldToll] = {}
    for one in told:
        if one.claim_id == claim.id and one.side == SUFFERED:
            found.setdefault(one.effect, one)  # the first is the report's own
    return found


def _swapped(a: dict[str, ToldToll], b: dict[str, ToldToll], one: str, other: str) -> bool:
    """`a` tells `one` where `b` tells `other` of as many people, and neither tells what the other tells.

    People of kinds that nobody takes for each other (traders and their attackers) are not the same, however many they were.
    """
    if one not in a or other not in b or other in a or one in b or _other_people(a[one], b[other]):
        return False
    if _both_ways(a, one) or _both_ways(b, other):
        return False
    count_a, count_b = a[one].count, b[other].count
    if count_a is None or count_b is None or not fits(count_a, count_b):
        return False
    return (count_a.low or count_a.high or 0) > 0 and (count_b.low or count_b.high or 0) > 0


def _both_ways(told: dict[str, ToldToll], effect: str) -> bool:
    """True for casualties that the words tell to be dead and wounded together, or whose dead the account counts apart."""
    if effect != "casualties":
        return False
    words = " ".join(f"{row.raw} {' '.join(e.quote for e in row.evidence)}" for row in told[effect].rows)
    return "killed" in told or bool(_DEAD_AND_HURT.search(words))


def _other_people(a: ToldToll, b: ToldToll) -> bool:
    """True where each counts people of known kinds only, and those of one are unarmed and those of the other armed groups."""
    camps_a, camps_b = ({_CAMPS.get(row.group_type, "") for row in one.rows} for one in (a, b))
    return "" not in camps_a | camps_b and not camps_a & camps_b


def _none_against_some(
    case: Case, by_claim: dict[str, dict[str, ToldToll]], told: Sequence[ToldToll]
) -> Iterable[Disagreement]:
    """Who says that nobody was harmed against who counts some; "none of ours" is no word on anybody else."""
    claims = {claim.id: claim for claim in case.standing}
    harming = {one.claim_id for one in told if one.side == SUFFERED and (one.count is None or one.count.high != 0)}
    none = {name: row for name, row in by_claim.items() if row and name not in harming}
    some = {name: row for name, row in by_claim.items() if any(_positive(one) for one in row.values())}
    none = {name: row for name, row in none.items() if any(_speak_of_same(row, other) for other in some.values())}
    some = {name: row for name, row in some.items() if any(_speak_of_same(other, row) for other in none.values())}
    if not none or not some:
        return
    texts = [(NOBODY_HARMED, claims[name]) for name in none]
    for name, row in some.items():
        texts.append((", ".join(_say(one, one.effect) for one in row.values() if _positive(one)), claims[name]))
    readings = readings_of(case, texts)
    sentence = f"Accounts contradict each other on whether anybody was harmed: {say_readings(case, readings)}."
    yield Disagreement(slot="harm.outcome", severity="outcome", readings=readings, sentence=sentence)


def _no_civilians_against_some(case: Case, by_claim: dict[str, dict[str, ToldToll]]) -> Iterable[Disagreement]:
    """Who counts fighters and says that no civilian was harmed against who counts civilians."""
    claims = {claim.id: claim for claim in case.standing}
    some = {name: row for name, row in by_claim.items() if any(_positive(one) and _is_of_unarmed(one) for one in row.values())}
    none = [
        name
        for name, row in by_claim.items()
        if name not in some
        and any(_positive(one) for one in row.values())
        and any(one.count is not None and one.count.high == 0 and _is_of_unarmed(one) for one in row.values())
    ]
    if not none or not some:
        return
    texts = [(f"{NOBODY_HARMED} (civilians)", claims[name]) for name in none]
    for name, row in some.items():
        harmed = [one for one in row.values() if _positive(one) and _is_of_unarmed(one)]
        texts.append((", ".join(_say(one, one.effect) for one in harmed), claims[name]))
    readings = readings_of(case, texts)
    sentence = f"Accounts contradict each other on whether civilians were harmed: {say_readings(case, readings)}."
    yield Disagreement(slot="harm.outcome", severity="outcome", readings=readings, sentence=sentence)


def _is_of_unarmed(one: ToldToll) -> bool:
    """True where all that it counts are told as civilians and the like."""
    return bool(one.rows) and all(_CAMPS.get(row.group_type) == "unarmed" for row in one.rows)


def _speak_of_same(none: dict[str, ToldToll], some: dict[str, ToldToll]) -> bool:
    """False where only forces or an armed group are told unharmed ("no soldiers"), and the other counts other people."""
    unharmed = {row.group_type for one in none.values() for row in one.rows}
    harmed = {row.group_type for one in some.values() if _positive(one) for row in one.rows}
    return not unharmed <= _FIGHTING or bool(unharmed & harmed) or "unknown" in harmed


def _denied(case: Case) -> Iterable[Disagreement]:
    """What one account tells and another says did not happen; who only denies that he did it does not deny that it was done."""
    denied = [claim for claim in case.standing if claim.stance == "denied" and not denies_doing(claim, case)]
    told = [claim for claim in case.standing if claim.stance in ("asserted", "attributed", "claimed")]
    if denied and told:
        readings = readings_of(case, [*(("denied", claim) for claim in denied), *(("told as a fact", claim) for claim in told)])
        sentence = f"One account says that it is denied: {say_readings(case, readings)}."
        yield Disagreement(slot="stance", severity="outcome", readings=readings, sentence=sentence)


def _positive(one: ToldToll) -> bool:
    return one.effect in _HARMED and one.count is not None and (one.count.low or 0) > 0


def _say(one: ToldToll, effect: str) -> str:
    return f"{say_count(one.count)} {load_codebook().label('effect', effect)}"
