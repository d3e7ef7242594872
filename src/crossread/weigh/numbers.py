"""Disagreement on how many, effect by effect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread import patterns as re
from crossread.codebook import load_codebook
from crossread.records import Count, Disagreement
from crossread.weigh.anew import overtakes
from crossread.weigh.case import Case
from crossread.weigh.naming import NOT_STATED
from crossread.weigh.partial import count_other_side, counts_part
from crossread.weigh.policies import ToldToll, fits
from crossread.weigh.readings import readings_of, rivals, say_readings
from crossread.weigh.saying import join_words, say_count
from crossread.weigh.tolls import DOERS, add_counts
from crossread.weigh.values import plain_words

# What people of any kind are called.
_ANYBODY = re.compile(
    r"^(?:\W|\d|other|more|the|least|at)*(?:people|persons?|others?|victims?|lives|dead|bodies)\b", re.IGNORECASE
)


def list_number_disagreements(case: Case, told: Sequence[ToldToll]) -> Iterable[Disagreement]:
    """One disagreement for each effect and side on which two accounts cannot both be right."""
    claims = {claim.id: claim for claim in case.standing}
    for effect, side in dict.fromkeys((one.effect, one.side) for one in told):
        rows = [one for one in told if one.effect == effect and one.side == side and one.count and one.claim_id in claims]
        against = rivals(rows, tolls_fit)
        apart = [one for one in rows if one in against or _has_rival(one)]
        if not apart:
            continue
        texts = [(_say_boast(one, rows), claims[one.claim_id]) for one in sorted(apart, key=lambda r: r.published)]
        readings = readings_of(case, texts)
        label = load_codebook().label("effect", effect)
        of_doers = " of the attackers" if side == DOERS else ""
        several = len({one.claim_id for one in apart}) > 1
        differ = "Accounts differ on the number" if several else "One account gives different numbers"
        sentence = f"{differ} {label}{of_doers}: {say_readings(case, readings)}.{_say_anew(case, apart)}"
        slot = f"harm.{effect}" + (".doers" if side == DOERS else "")
        yield Disagreement(slot=slot, severity="number", readings=readings, sentence=sentence)


def _say_anew(case: Case, told: Sequence[ToldToll]) -> str:
    """` El Tiempo tells a new count.` where the words of one of those who differ say that the toll has grown or was revised."""
    claims = {claim.id: claim for claim in case.standing}
    overtaking = {new.claim_id for new in told for one in told if overtakes(new, one)}
    sources = list(dict.fromkeys(case.source(claims[name]) for name in claims if name in overtaking))
    who = f"A {join_words(sources)}" if sources and sources[0].startswith(NOT_STATED) else join_words(sources)
    return f" {who} {'tells' if len(sources) == 1 else 'tell'} a new count." if sources else ""


def tolls_fit(a: ToldToll, b: ToldToll) -> bool:
    """True if both can be right, in total and for each kind of people that both tell apart.

    A party's own dead and its enemy's, which one voice of one report counts, are different people;
    so are one account's soldiers and another's militants, and what two count each of their own. The whole of a sum is
    compatible with its parts.
    """
    if a.count is None or b.count is None or counts_part(a, b) or counts_part(b, a):
        return True
    if (a.own_part and b.own_part) or _one_voice(a, b) or count_other_side(a, b):
        return True
    if not fits(_open(a), _open(b)):
        return False
    if _is_whole(a, b) or _is_whole(b, a):
        return True
    kinds_a, kinds_b = _by_kind(a), _by_kind(b)
    return all(fits(kinds_a[kind], kinds_b[kind]) for kind in set(kinds_a) & set(kinds_b) - {"unknown"})


def _is_whole(one: ToldToll, parts: ToldToll) -> bool:
    """True where `one` names a single kind for all whom the other tells apart, and it is the total that was compared.

    "Five people" of "two soldiers and three civilians": the codebook has people of no told kind as civilians. So are four
    rangers of "three rangers and a driver", where both count just as many; fewer rangers would contradict the three.
    """
    kinds = {row.group_type for row in one.rows}
    if len(kinds) != 1 or len({row.group_type for row in parts.rows}) < 2:
        return False
    return one.count == parts.count or all(_ANYBODY.search(row.group or "people") for row in one.rows)


def _one_voice(a: ToldToll, b: ToldToll) -> bool:
    return a.claim_id == b.claim_id and {row.speaker for row in a.rows} == {row.speaker for row in b.rows}


def say_toll(one: ToldToll) -> str:
    """`10`, `23 (9–25)`, `37 (27 civilians + 10 fighters)`, `about 20 rebels + some others`, `9–17 (9: elders; 17: police)`."""
    voices = dict.fromkeys(row.speaker for row in one.rows if row.speaker)
    if len(voices) > 1:
        sums = ((add_counts([row for row in one.rows if row.speaker == voice]), voice) for voice in voices)
        return f"{say_count(one.count)} ({'; '.join(f'{say_count(count)}: {plain_words(voice)}' for count, voice in sums)})"
    numeric = [row for row in one.rows if row.has_number]
    rest = [row for row in one.rows if row not in numeric]
    text = say_count(one.count)
    if one.best is not None and one.count is not None and one.count.low != one.count.high:
        text = f"{one.best} ({text})"
    if len(numeric) < 2 and not rest:
        return f"{text} ({_say_beside(one)})" if one.beside else text
    parts = [f"{say_count(row.count)} {row.group or ''}".strip() for row in numeric] + [row.raw for row in rest]
    said = f"{text} ({' + '.join(parts)})" if len(numeric) > 1 else " + ".join(parts)
    return f"{said} ({_say_beside(one)})" if one.beside else said


def _say_beside(one: ToldToll) -> str:
    """`7: Police`: what those say whose numbers the report gives beside its own."""
    voices = dict.fromkeys(row.speaker or "" for row in one.beside)
    sums = ((add_counts([row for row in one.beside if (row.speaker or "") == voice]), voice) for voice in voices)
    return "; ".join(f"{say_count(count)}: {plain_words(voice)}" for count, voice in sums)


def _has_rival(one: ToldToll) -> bool:
    """True where a report gives the number of somebody else beside its own, and both cannot be right."""
    return one.count is not None and any(row.count is not None and not fits(one.count, row.count) for row in one.beside)


def _say_boast(one: ToldToll, told: Sequence[ToldToll]) -> str:
    """A number with whose word it is, where the same account tells another one besides."""
    beside = any(row.claim_id == one.claim_id and row.claimed_by is None for row in told)
    return f"{say_toll(one)} claimed by {one.claimed_by}" if one.claimed_by and beside else say_toll(one)


def _open(one: ToldToll) -> Count:
    """A sum with a group of untold number in it is only a lower bound."""
    assert one.count is not None
    if not one.and_more:
        return one.count
    margin = fits(one.count, Count(low=(one.count.low or 1) - 1, high=(one.count.low or 1) - 1, qualifier="exact"))
    return Count(low=max(0, (one.count.low or 0) - int(margin)), high=None, qualifier="at_least")


def _by_kind(one: ToldToll) -> dict[str, Count]:
    kinds = {row.group_type for row in one.rows}
    sums = {kind: add_counts([row for row in one.rows if row.group_type == kind]) for kind in kinds}
    vague = {row.group_type for row in one.rows if not row.has_number}
    return {kind: count for kind, count in sums.items() if count is not None and kind not in vague}
