"""What one claim tells of each effect: rows summed over groups, parts never added, a belligerent's claim marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.records import Actor, Claim, Count, Harm, sum_counts
from crossread.weigh.boasts import boasting_source
from crossread.weigh.case import Case, fold
from crossread.weigh.policies import ToldToll

_DOERS = ("perpetrator", "claimant", "accused")
# How a party calls its own men in its own statement.
_OWN_MEN = re.compile(
    r"\b(?:our|we|(?-i:us)|brothers?|mujahid(?:ee|i)n|comrades?|lions|heroes|martyrdom[ -]seekers?)\b", re.IGNORECASE
)
# Types in which both sides fight, so that no side's losses stand apart from the toll.
_TWO_SIDED = ("armed_clash", "riot", "agreement", "territorial_change")
_OUR = re.compile(r"\bour\b", re.IGNORECASE)
_MARTYRS = re.compile(r"\bmartyrs?\b", re.IGNORECASE)  # as a party calls its own dead
_CLAIMING = ("perpetrator", "claimant", "side_a")
_CIVILIANS = ("civilians", "aid_workers", "journalists", "protesters")
SUFFERED, DOERS = "suffered", "doers"


def told_tolls(claim: Claim, case: Case) -> tuple[ToldToll, ...]:
    """A reading for each effect and side of a claim; losses of the doers stand apart from those of the attacked.

    Rows for several groups are added ("27 civilians and 10 fighters" is 37), rows that are part of another are not. Rows of
    several speakers are readings of one number: the document's own row stands, or else all of them as a range. What those say
    who speak for the doer is a second reading where somebody else counts too, and is theirs alone (`claimed_by`).
    """
    found: dict[tuple[str, str], list[Harm]] = {}
    boasts = claim.stance == "claimed" or _own_source(claim, case) is not None
    for row in claim.harm:
        if row.part_of is None:
            found.setdefault((row.effect, _side(row, claim, boasts=boasts)), []).append(row)
    return tuple(one for (effect, side), rows in found.items() for one in _readings(claim, case, _Rows(effect, side, rows)))


def drop_superseded(told: Sequence[ToldToll]) -> list[ToldToll]:
    """The tolls without those that their own source has since counted anew: a toll that grows from 6 to 10 is one story.

    Only a later day of publication supersedes; the earlier figure stays an account and a reading of the disagreement.
    """
    latest: dict[tuple[str, str, str], str] = {}
    for one in told:
        if one.count is not None and one.published:
            key = _teller(one)
            latest[key] = max(latest.get(key, ""), one.published)
    return [one for one in told if not one.published or one.published >= latest.get(_teller(one), one.published)]


def _teller(one: ToldToll) -> tuple[str, str, str]:
    """Whose later number takes the place of an earlier one; reports that state no source are each their own."""
    return fold(one.source) if one.source else one.claim_id, one.effect, one.side


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one effect and side that stand for themselves."""

    effect: str
    side: str
    rows: list[Harm]


def _readings(claim: Claim, case: Case, told: _Rows) -> list[ToldToll]:
    """The number of the report and others first; then that of each who speaks for the doer, or says that nobody was harmed."""
    doers = _speak_for_doer(claim, told.rows)
    harmed = any(row.speaker is None and row.count and (row.count.low or 0) > 0 for row in told.rows)
    doers |= {fold(row.speaker) for row in told.rows if harmed and row.speaker and row.count and row.count.high == 0}
    free = [row for row in told.rows if fold(row.speaker or "") not in doers]
    theirs: dict[str, list[Harm]] = {}
    for row in told.rows:
        if row not in free:
            theirs.setdefault(row.speaker or "", []).append(row)
    if not free or told.side == DOERS:
        return [_told(claim, case, _Rows(told.effect, told.side, free or told.rows))]
    boasts = [
        replace(one, claimed_by=one.claimed_by or _small_article(speaker))
        for speaker, rows in theirs.items()
        for one in (_told(claim, case, _Rows(told.effect, told.side, rows)),)
    ]
    return [_told(claim, case, _Rows(told.effect, told.side, free)), *boasts]


def _told(claim: Claim, case: Case, told: _Rows) -> ToldToll:
    effect, side, rows = told.effect, told.side, told.rows
    own = [row for row in rows if row.speaker is None]
    if not any(row.has_number for row in own) and any(row.has_number for row in rows):
        own, rows = (
            [],
            [row for row in rows if row.has_number],
        )  # "most of the victims" is no number beside those of two speakers
    used = own or rows
    beside = tuple(row for row in rows if own and row.speaker is not None and row.has_number)
    count = add_counts(used) if own else _range(used)
    vague = any(not row.has_number for row in used) and count is not None
    if count is not None and _others_uncounted(used):
        count = Count(low=count.low, high=None, qualifier="at_least") if count.low is not None else None
    return ToldToll(
        claim_id=claim.id,
        effect=effect,
        side=side,
        count=count,
        and_more=vague,
        rows=tuple(used),
        beside=beside,
        parts=tuple(row for row in claim.harm if row.part_of is not None and claim.harm[row.part_of] in used),
        group=case.group(claim),
        published=case.published(claim),
        source=case.stated_source(claim),
        speakers=tuple(speaker.name or speaker.raw for speaker in claim.speakers),
        claimed_by=None
        if effect in _HELD or claim.stance == "denied" or _are_no_enemies(used)
        else _boasting(claim, used)
        or boasting_source(claim, case.stated_source(claim), used)
        or _claimed_by(claim, case, side, used),
    )


# Whom a party holds it can count: an arrest that the police make known is no boast about an enemy's losses.
_HELD = ("detained",)


def _others_uncounted(rows: Sequence[Harm]) -> bool:
    """True where people of another kind than all those counted came to harm, too: "four farmers" and "some fighters"."""
    counted = {row.group_type for row in rows if row.has_number}
    return any(row.group_type not in counted | {"unknown"} for row in rows if not row.has_number and row.group)


def _speak_for_doer(claim: Claim, rows: Sequence[Harm]) -> set[str]:
    """The speakers of these rows who speak for the doer."""
    return {fold(row.speaker) for row in rows if row.speaker} & _voices_of_doer(claim)


def _voices_of_doer(claim: Claim) -> set[str]:
    """Who speaks for the doer: of those whose word is a claim the claimants of the act, if any is told, or else all."""
    claiming = {fold(speaker.name or speaker.raw) for speaker in claim.speakers if speaker.role == "claims"}
    claimants = {fold(name) for a in claim.actors if a.role == "claimant" for name in (a.raw, a.name or a.raw)}
    return claiming & claimants or claiming | claimants


def _boasting(claim: Claim, rows: Sequence[Harm]) -> str | None:
    """Who speaks for the doer where all of the rows are that speaker's, by its name if one is told."""
    speakers = {row.speaker for row in rows}
    said = next(iter(speakers)) if len(speakers) == 1 else None
    if said is None or fold(said) not in _speak_for_doer(claim, rows):
        return None
    doer = next((a.name for a in claim.actors if a.name and fold(said) in (fold(a.raw), fold(a.name))), None)
    return doer or said


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
    if boasts and _MARTYRS.search(f"{row.raw} {row.group or ''}") and any(a.role in _CLAIMING for a in claim.actors):
        return DOERS
    if claim.type in _TWO_SIDED:
        return DOERS if boasts and _OUR.search(f"{row.raw} {row.group or ''}") else SUFFERED
    if row.group is None:
        return SUFFERED
    roles = ("perpetrator", "accused") if _enemy_claimant(claim) else _DOERS
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


def _are_no_enemies(rows: Sequence[Harm]) -> bool:
    """True where only civilians are counted, by words of their own: what a party says of them is no boast about its enemy."""
    return all(row.group and row.group_type in _CIVILIANS for row in rows)


def _enemy_claimant(claim: Claim) -> str | None:
    """Who claims something in answer to the act, of the attacked and not of the attackers: "the army said it killed 50"."""
    doers = {actor.type for actor in claim.actors if actor.role == "perpetrator"}
    attacked = {actor.type for actor in claim.actors if actor.role == "victim"}
    claimants = [actor for actor in claim.actors if actor.role == "claimant"]
    if claim.type in _TWO_SIDED or not doers or any(actor.type not in attacked - doers for actor in claimants):
        return None
    return next((actor.name or _small_article(actor.raw) for actor in claimants), None)


def _small_article(words: str) -> str:
    return words[0].lower() + words[1:] if words.startswith(("The ", "A ", "An ")) else words


def _named_doers(claim: Claim) -> dict[str, str]:
    """Doers and sides by folded name, without those that suffer: a party's own losses are no enemy's."""
    doers = [actor for actor in claim.actors if actor.role in ("perpetrator", "claimant", "side_a", "side_b")]
    return {fold(actor.name): actor.name for actor in doers if actor.name and fold(actor.name) not in _named_victims(claim)}


def _named_victims(claim: Claim) -> set[str]:
    return {fold(actor.name) for actor in claim.actors if actor.role == "victim" and actor.name}


def _own_source(claim: Claim, case: Case) -> str | None:
    """The doer or side that published the report itself, also where it calls its own men by another name ("our brothers")."""
    named, source = _named_doers(claim), case.stated_source(claim)
    found = next((name for name in named.values() if _is_source(name, source)), None)
    if found or not source or named or fold(source) in _named_victims(claim):
        return found
    entry = choose_entry(ActorRegistry.load().publishers(source))
    doers = [actor for actor in claim.actors if actor.role in _CLAIMING]
    return entry.name if entry is not None and any(_OWN_MEN.search(actor.raw) for actor in doers) else None


def _is_row(actor: Actor, row: Harm) -> bool:
    """True where the victim is nobody but those whom the row counts."""
    return bool(row.group) and fold(actor.raw) == fold(row.group or "")


def _are_others_word(claim: Claim, rows: Sequence[Harm]) -> bool:
    """True where each row has a speaker of its own, and none of them speaks for the doer or is one: "an officer said three"."""
    parties = {fold(name) for a in claim.actors for name in (a.raw, a.name or a.raw)}
    return all(row.speaker and fold(row.speaker) not in parties | _voices_of_doer(claim) for row in rows)


def _is_source(actor: str, source: str | None) -> bool:
    """True if the report's source is the actor itself, by the same name or another one the registry knows ("JNIM")."""
    if not source:
        return False
    return fold(actor) == fold(source) or ActorRegistry.load().same_actor(actor, source) == 1.0


def _claimed_by(claim: Claim, case: Case, side: str, rows: Sequence[Harm]) -> str | None:
    """The belligerent whose word about its enemy's losses the number rests on, None where somebody else stands for it."""
    enemy = _enemy_claimant(claim)
    if side == DOERS:
        return enemy
    if _are_others_word(claim, rows) or enemy:
        return None
    if own := _own_source(claim, case):
        return own
    if claim.type in _TWO_SIDED and claim.stance != "claimed":
        return None
    named, suffered = _named_doers(claim), _named_victims(claim)
    for_doer = [speaker.name or speaker.raw for speaker in claim.speakers if speaker.role == "claims"]
    if claim.stance == "claimed":
        said = next((name for name in for_doer if fold(name) not in ("we", "us", "i")), None)
        return next(iter(named.values()), None) or (said and _small_article(said)) or case.source(claim)
    if claim.stance == "attributed" and for_doer and len(for_doer) == len(claim.speakers) and fold(for_doer[0]) not in suffered:
        return for_doer[0]  # only those speak who speak for the doer
    speakers = [fold(speaker.name or speaker.raw) for speaker in claim.speakers]
    if claim.stance == "attributed" and speakers and all(name in named for name in speakers):
        return named[speakers[0]]
    return None
