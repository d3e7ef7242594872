"""What one claim tells of each effect: rows summed over groups, parts never added, a belligerent's claim marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread import patterns as re
from crossread.records import Actor, Claim, Count, Harm, sum_counts
from crossread.records.roles import DOER_ROLES
from crossread.weigh.anew import tells_anew
from crossread.weigh.answered import killed_in_answer, tells_own_answer
from crossread.weigh.boasts import are_own_men, split_losses, tells_own_act
from crossread.weigh.case import Case, fold
from crossread.weigh.interest import interested_party
from crossread.weigh.of_part import counts_own_part, rows_within
from crossread.weigh.own_story import told_by_denier
from crossread.weigh.parties import (
    CLAIMING,
    TWO_SIDED,
    are_no_enemies,
    boasting_speaker,
    claimed_by_party,
    enemy_claimant,
    own_source,
    small_article,
    speak_for_doer,
    tells_own_dead,
)
from crossread.weigh.policies import ToldToll
from crossread.weigh.row_best import best_of_row

_OUR = re.compile(r"\bour\b", re.IGNORECASE)
_MARTYRS = re.compile(r"\bmartyrs?\b", re.IGNORECASE)  # as a party calls its own dead
SUFFERED, DOERS = "suffered", "doers"
NEAR = 60  # characters between the number of the killed and the bare one of the wounded or arrested behind it


def told_tolls(claim: Claim, case: Case) -> tuple[ToldToll, ...]:
    """A reading for each effect and side of a claim; losses of the doers stand apart from those of the attacked.

    Rows for several groups are added ("27 civilians and 10 fighters" is 37), rows that are part of another are not. Rows of
    several speakers are readings of one number: the document's own row stands, or else all of them as a range. What those say
    who speak for the doer is a second reading where somebody else counts too, and is theirs alone (`claimed_by`).
    """
    found: dict[tuple[str, str], list[Harm]] = {}
    last: Harm | None = None
    boasts = claim.stance == "claimed" or own_source(claim, case) is not None
    for row in claim.harm:
        if row.part_of is None:
            answered = killed_in_answer(claim, row, case.documents.get(claim.document_id))
            told = last if last is not None and _goes_on(last, row) else row  # "two militants were killed and one arrested"
            side = DOERS if answered and claim.type not in TWO_SIDED else _side(told, claim, boasts=boasts)
            last = told
            found.setdefault((row.effect, side), []).append(row)
    return tuple(one for (effect, side), rows in found.items() for one in _readings(claim, case, _Rows(effect, side, rows)))


def drop_superseded(told: Sequence[ToldToll]) -> list[ToldToll]:
    """The tolls without those that their own source has since counted anew: a toll that grows from 6 to 10 is one story.

    Only a later day of publication supersedes; the earlier figure stays an account and a reading of the disagreement. What a
    party claims of its enemy, told later by the same source, takes the place of nothing but an earlier claim.
    """
    latest: dict[tuple[str, str, str, bool], str] = {}
    for one in told:
        if one.count is not None and one.published:
            key = _teller(one)
            latest[key] = max(latest.get(key, ""), one.published)
    return [one for one in told if not one.published or one.published >= latest.get(_teller(one), one.published)]


def _teller(one: ToldToll) -> tuple[str, str, str, bool]:
    """Whose later number takes the place of an earlier one; reports that state no source are each their own."""
    return fold(one.source) if one.source else one.claim_id, one.effect, one.side, one.claimed_by is not None


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one effect and side that stand for themselves."""

    effect: str
    side: str
    rows: list[Harm]


def _readings(claim: Claim, case: Case, told: _Rows) -> list[ToldToll]:
    """The number of the report and others first; then that of each who speaks for the doer, or says that nobody was harmed."""
    own_men = [row for row in told.rows if are_own_men(claim, case.stated_source(claim), row)]
    if own_men and claim.stance != "denied":
        fallen = replace(_told(claim, case, replace(told, rows=own_men)), claimed_by=None, own_men=True)
        rest = [row for row in told.rows if row not in own_men]
        return [fallen, *(_readings(claim, case, replace(told, rows=rest)) if rest else ())]
    doers = speak_for_doer(claim, told.rows)
    harmed = any(row.speaker is None and row.count and (row.count.low or 0) > 0 for row in told.rows)
    doers |= {fold(row.speaker) for row in told.rows if harmed and row.speaker and row.count and row.count.high == 0}
    free = [row for row in told.rows if fold(row.speaker or "") not in doers]
    theirs: dict[str, list[Harm]] = {}
    for row in told.rows:
        if row not in free:
            theirs.setdefault(row.speaker or "", []).append(row)
    if not free or told.side == DOERS:
        return _own_and_enemy(claim, case, _Rows(told.effect, told.side, free or told.rows))
    boasts = [
        replace(one, claimed_by=one.claimed_by or small_article(speaker))
        for speaker, rows in theirs.items()
        for one in (_told(claim, case, _Rows(told.effect, told.side, rows)),)
    ]
    return [*_own_and_enemy(claim, case, _Rows(told.effect, told.side, free)), *boasts]


def _own_and_enemy(claim: Claim, case: Case, told: _Rows) -> list[ToldToll]:
    """The dead whom a party counts as its own, with any others, and apart from them its enemy's, which are its word alone."""
    no_boast = told.effect in _HELD or claim.stance == "denied"
    losses = None if no_boast else split_losses(claim, case.stated_source(claim), told.rows)
    if losses is None:
        told_by = None if no_boast or told.side != DOERS else _own_answer(claim, case, told.rows)
        one = _told(claim, case, told)
        return [one if told_by is None else replace(one, claimed_by=one.claimed_by or told_by)]
    party = losses.party or case.source(claim)
    found = [replace(_told(claim, case, replace(told, rows=losses.enemy)), claimed_by=party)]
    if losses.others:
        rest = _told(claim, case, replace(told, rows=losses.others))
        found.insert(0, replace(rest, claimed_by=None) if losses.counts_own else rest)
    return found


def _own_answer(claim: Claim, case: Case, rows: Sequence[Harm]) -> str | None:
    """The party that tells whom it killed in answer to the attack: the speaker, or else who published the report."""
    told_by = tells_own_answer(claim, rows, case.documents.get(claim.document_id))
    return None if told_by is None else small_article(told_by) if told_by else case.source(claim)


def _told(claim: Claim, case: Case, told: _Rows) -> ToldToll:
    effect, side, rows = told.effect, told.side, told.rows
    own = [row for row in rows if row.speaker is None]
    if not any(row.has_number for row in own) and any(row.has_number for row in rows):
        own, rows = (
            [],
            [row for row in rows if row.has_number],
        )  # "most of the victims" is no number beside those of two speakers
    document = case.documents.get(claim.document_id)
    within = rows_within(own or rows, document)
    used = [row for row in own or rows if row not in within]
    beside = tuple(row for row in rows if own and row.speaker is not None and row.has_number)
    count = add_counts(used) if own else _range(used)
    vague = any(not row.has_number for row in used) and count is not None
    if count is not None and _others_uncounted(used):
        count = Count(low=count.low, high=None, qualifier="at_least") if count.low is not None else None
    instead = told_by_denier(claim, used, document)
    return ToldToll(
        claim_id=claim.id,
        effect=effect,
        side=side,
        count=count,
        and_more=vague,
        rows=tuple(used),
        beside=beside,
        parts=(*(row for row in claim.harm if row.part_of is not None and claim.harm[row.part_of] in used), *within),
        group=case.group(claim),
        published=case.published(claim),
        source=case.stated_source(claim),
        speakers=tuple(speaker.name or speaker.raw for speaker in claim.speakers),
        anew=tells_anew(used, document),
        own_part=counts_own_part(used, document),
        doers=frozenset(actor.type for actor in claim.actors if actor.role == "perpetrator"),
        best=best_of_row(used, document),
        interest=interested_party(claim, case),
        claimed_by=_says_nobody(claim, case, used)
        if all(row.count and row.count.high == 0 for row in used)
        else None
        if effect in _HELD or are_no_enemies(used)
        else instead
        if instead or claim.stance == "denied"
        else None
        if side == DOERS and tells_own_dead(claim, used)
        else boasting_speaker(claim, used) or (enemy_claimant(claim) if side == DOERS else claimed_by_party(claim, case, used)),
    )


def _says_nobody(claim: Claim, case: Case, rows: Sequence[Harm]) -> str | None:
    """The party that says of its own act that nobody came to harm by it: its word alone, and no floor under others' counts."""
    if claim.type in TWO_SIDED or claim.stance == "denied":
        return None
    source = case.stated_source(claim)
    told_by = own_source(claim, case) or tells_own_act(claim, source) or boasting_speaker(claim, rows)
    if told_by or claim.stance not in ("claimed", "attributed"):
        return told_by
    if claim.stance == "claimed":
        return claimed_by_party(claim, case, rows)
    voices = [speaker for speaker in claim.speakers if speaker.role == "claims"]
    return small_article(voices[0].name or voices[0].raw) if voices else None


# Whom a party holds it can count: an arrest that the police make known is no boast about an enemy's losses.
_HELD = ("detained",)


def _others_uncounted(rows: Sequence[Harm]) -> bool:
    """True where people of another kind than all those counted came to harm, too: "four farmers" and "some fighters"."""
    counted = {row.group_type for row in rows if row.has_number}
    return any(row.group_type not in counted | {"unknown"} for row in rows if not row.has_number and row.group)


def add_counts(rows: Sequence[Harm]) -> Count | None:
    """The sum over groups; rows without a number add nothing, None if no row has one. A group told twice is one range."""
    per_group: dict[tuple[str, str], list[Count]] = {}
    for number, row in enumerate(rows):
        if row.count is not None and row.has_number:
            key = (fold(row.group), row.group_type) if row.group else (f"row {number}", row.group_type)
            per_group.setdefault(key, []).append(row.count)
    counts = [_span(group) for group in per_group.values()]
    return sum_counts(counts) if counts else None


def _range(rows: Sequence[Harm]) -> Count | None:
    """What several speakers give, as one range: each speaker's groups are added first."""
    speakers = sorted({row.speaker or "" for row in rows})
    sums = [add_counts([row for row in rows if (row.speaker or "") == speaker]) for speaker in speakers]
    known = [count for count in sums if count is not None]
    return _span(known) if known else None


def _span(counts: Sequence[Count]) -> Count:
    """From the lowest to the highest of several readings of one number, open where the highest is."""
    if len(set(counts)) == 1:
        return counts[0]
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    if len(highs) < len(counts):
        return Count(low=min([*lows, *highs]), high=None, qualifier="at_least")
    if len(lows) < len(counts):
        return Count(low=None, high=max(highs), qualifier="at_most")
    if min(lows) == max(highs):
        return Count(
            low=min(lows), high=max(highs), qualifier="exact" if any(c.qualifier == "exact" for c in counts) else "about"
        )
    return Count(low=min(lows), high=max(highs), qualifier="range")


def _side(row: Harm, claim: Claim, *, boasts: bool) -> str:
    """`doers` for the losses of those who attacked, told apart by group or type from those who were attacked.

    In a fight that one side tells ("four of our men"), for its own: it boasts of its enemy's losses only.
    """
    if boasts and _MARTYRS.search(f"{row.raw} {row.group or ''}") and any(a.role in CLAIMING for a in claim.actors):
        return DOERS
    if claim.type in TWO_SIDED:
        return DOERS if boasts and _OUR.search(f"{row.raw} {row.group or ''}") else SUFFERED
    if row.group is None:
        return SUFFERED
    roles = ("perpetrator", "accused") if enemy_claimant(claim) else DOER_ROLES
    doers = [actor for actor in claim.actors if actor.role in roles]
    hurt = [actor for actor in claim.actors if actor.role == "victim" and actor not in doers]
    others = {actor.type for actor in hurt if not _is_row(actor, row)}
    victims = others or {actor.type for actor in hurt}  # beside soldiers killed, "50 terrorists" are of the attackers
    names = {fold(text) for actor in doers for text in (actor.raw, actor.name or "") if text}
    if row.group and fold(row.group) in names:
        return DOERS
    if _OUR.search(row.raw) and any(_OUR.match(actor.raw) for actor in doers):
        return DOERS  # "our lions ambushed … one of our brothers fell"
    return DOERS if row.group_type in {actor.type for actor in doers} - victims - {"unknown"} else SUFFERED


def _goes_on(last: Harm, row: Harm) -> bool:
    """True for a bare number right behind another effect on people of the same kind: normalizing lays it to the same people."""
    if row.group is not None or last.group is None or row.effect == last.effect or row.group_type != last.group_type:
        return False
    if not row.evidence or not last.evidence or row.speaker != last.speaker:
        return False
    return 0 <= row.evidence[0].span.start - last.evidence[0].span.end <= NEAR


def _is_row(actor: Actor, row: Harm) -> bool:
    """True where the victim is nobody but those whom the row counts."""
    return bool(row.group) and fold(actor.raw) == fold(row.group or "")
