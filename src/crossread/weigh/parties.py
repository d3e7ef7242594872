"""Whose word a number is: the party that claims it of its enemy, its own statement, those who speak for the doer."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.codebook.actor_registry import SAME, ActorRegistry, choose_entry
from crossread.records import Claim, Harm
from crossread.records.roles import UNDISPUTED_ACTIVE
from crossread.weigh.admissions import nations_in
from crossread.weigh.boasts import counts_its_enemy, is_army, tells_enemy_losses
from crossread.weigh.case import Case, fold

# How a party calls its own men in its own statement.
_OWN_MEN = re.compile(
    r"\b(?:our|we|(?-i:us)|brothers?|mujahid(?:ee|i)n|comrades?|lions|heroes|martyrdom[ -]seekers?)\b", re.IGNORECASE
)
# Types in which both sides fight, so that no side's losses stand apart from the toll.
TWO_SIDED = ("armed_clash", "riot", "agreement", "territorial_change")
CLAIMING = ("perpetrator", "claimant", "side_a")
# Who claims the act is called so when he speaks again; any other speaker who may be called so, too, leaves it open.
_THE_GROUP = re.compile(
    r"(?:the|this)\s+(?:(?:armed|militant|rebel|insurgent|jihadist|islamist|terror(?:ist)?)\s+)?"
    r"(?:group|movement|militia|faction|militants|insurgents|rebels|jihadists)",
    re.IGNORECASE,
)
_A_GROUP = re.compile(r"\b(?:groups?|movement|organi[sz]ation|observatory|network|monitors?|militia|faction)\b", re.IGNORECASE)
_GROUPS = ("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group")
_CIVILIANS = ("civilians", "aid_workers", "journalists", "protesters")


def claimed_by_party(claim: Claim, case: Case, rows: Sequence[Harm]) -> str | None:
    """The belligerent whose word about its enemy's losses the number rests on, None where somebody else stands for it."""
    if _are_others_word(claim, rows) or enemy_claimant(claim):
        return None
    if own := own_source(claim, case):
        return own
    if claim.type in TWO_SIDED and claim.stance != "claimed":
        return tells_enemy_losses(claim, rows)
    named, suffered = _named_doers(claim), _named_victims(claim)
    for_doer = [speaker.name or speaker.raw for speaker in claim.speakers if speaker.role == "claims"]
    if claim.stance == "claimed":
        said = next((name for name in for_doer if fold(name) not in ("we", "us", "i")), None)
        return next(iter(named.values()), None) or (said and small_article(said)) or case.source(claim)
    if claim.stance == "attributed" and for_doer and len(for_doer) == len(claim.speakers) and fold(for_doer[0]) not in suffered:
        return for_doer[0]  # only those speak who speak for the doer
    speakers = [fold(speaker.name or speaker.raw) for speaker in claim.speakers]
    if claim.stance == "attributed" and speakers and all(name in named for name in speakers):
        return named[speakers[0]]
    return None


def boasting_speaker(claim: Claim, rows: Sequence[Harm]) -> str | None:
    """Who speaks for the doer where all of the rows are that speaker's, by its name if one is told."""
    speakers = {row.speaker for row in rows}
    said = next(iter(speakers)) if len(speakers) == 1 else None
    if said is not None and counts_its_enemy(said, rows):
        return small_article(said)
    if said is None or fold(said) not in speak_for_doer(claim, rows):
        return None
    doer = next((a.name for a in claim.actors if a.name and fold(said) in (fold(a.raw), fold(a.name))), None)
    if doer is None and _THE_GROUP.fullmatch(said):
        doer = next((a.name for a in claim.actors if a.name and a.role == "claimant"), None)
    return doer or small_article(said)


def tells_own_dead(claim: Claim, rows: Sequence[Harm]) -> bool:
    """True where one who speaks for the doers counts their own dead: no boast, whoever else counts them."""
    speakers = {row.speaker for row in rows}
    said = next(iter(speakers)) if len(speakers) == 1 else None
    return said is not None and fold(said) in speak_for_doer(claim, rows) and not counts_its_enemy(said, rows)


def speak_for_doer(claim: Claim, rows: Sequence[Harm]) -> set[str]:
    """The speakers of these rows who speak for the doer."""
    return {fold(row.speaker) for row in rows if row.speaker} & _voices_of_doer(claim)


def _voices_of_doer(claim: Claim) -> set[str]:
    """Who speaks for the doer: of those whose word is a claim the claimants of the act, if any is told, or else all.

    And "the group", where one armed group claims the act and nobody else who speaks is called so.
    """
    claiming = {fold(speaker.name or speaker.raw) for speaker in claim.speakers if speaker.role == "claims"}
    claimants = {fold(name) for a in claim.actors if a.role == "claimant" for name in (a.raw, a.name or a.raw)}
    return (claiming & claimants or claiming | claimants) | _called_the_group(claim, claimants)


def _called_the_group(claim: Claim, claimants: set[str]) -> set[str]:
    """The words that only point to the one armed group that claims the act, where a row has them for its speaker."""
    armed = {actor.name or actor.raw for actor in claim.actors if actor.role == "claimant" and actor.type in _GROUPS}
    voices = {row.speaker for row in claim.harm if row.speaker} | {one.name or one.raw for one in claim.speakers}
    pointing = {voice for voice in voices if _THE_GROUP.fullmatch(voice)}
    others = any(_A_GROUP.search(voice) and fold(voice) not in claimants for voice in voices - pointing)
    return {fold(voice) for voice in pointing} if len(armed) == 1 and not others else set()


def enemy_claimant(claim: Claim) -> str | None:
    """Who claims something in answer to the act, of the attacked and not of the attackers: "the army said it killed 50"."""
    doers = {actor.type for actor in claim.actors if actor.role == "perpetrator"}
    attacked = {actor.type for actor in claim.actors if actor.role == "victim"}
    claimants = [actor for actor in claim.actors if actor.role == "claimant"]
    if claim.type in TWO_SIDED or not doers or any(actor.type not in attacked - doers for actor in claimants):
        return None
    return next((actor.name or small_article(actor.raw) for actor in claimants), None)


def are_no_enemies(rows: Sequence[Harm]) -> bool:
    """True where only civilians are counted, by words of their own: what a party says of them is no boast about its enemy."""
    return all(row.group and row.group_type in _CIVILIANS for row in rows)


def own_source(claim: Claim, case: Case) -> str | None:
    """The doer or side that published the report itself, also where it calls its own men by another name ("our brothers")."""
    named, source = _named_doers(claim), case.stated_source(claim)
    found = next((name for name in named.values() if _is_source(name, source)), None)
    if found or not source or named or fold(source) in _named_victims(claim):
        return found
    entry = choose_entry(ActorRegistry.load().publishers(source))
    doers = [actor for actor in claim.actors if actor.role in CLAIMING]
    return entry.name if entry is not None and any(_OWN_MEN.search(actor.raw) for actor in doers) else None


def _named_doers(claim: Claim) -> dict[str, str]:
    """Doers and sides by folded name, without those that suffer: a party's own losses are no enemy's."""
    doers = [actor for actor in claim.actors if actor.role in UNDISPUTED_ACTIVE]
    return {fold(actor.name): actor.name for actor in doers if actor.name and fold(actor.name) not in _named_victims(claim)}


def _named_victims(claim: Claim) -> set[str]:
    return {fold(actor.name) for actor in claim.actors if actor.role == "victim" and actor.name}


def _are_others_word(claim: Claim, rows: Sequence[Harm]) -> bool:
    """True where each row has a speaker of its own, and none of them speaks for the doer or is one: "an officer said three"."""
    parties = {fold(name) for a in claim.actors for name in (a.raw, a.name or a.raw)}
    return all(row.speaker and fold(row.speaker) not in parties | _voices_of_doer(claim) for row in rows)


def _is_source(actor: str, source: str | None) -> bool:
    """True if the report's source is the actor itself, by the same name or another one the registry knows ("JNIM")."""
    if not source:
        return False
    return fold(actor) == fold(source) or ActorRegistry.load().same_actor(actor, source) == 1.0


def are_one_party(a: str, b: str) -> bool:
    """True for two names of one party by the registry, or of one state's army: "Niger's army", "Niger Armed Forces"."""
    if fold(a) == fold(b) or ActorRegistry.load().same_actor(a, b) == SAME:
        return True
    return is_army(a) and is_army(b) and bool(nations_in(a) & nations_in(b))


def small_article(words: str) -> str:
    """ "The army" -> "the army", as it stands within a sentence."""
    return words[0].lower() + words[1:] if words.startswith(("The ", "A ", "An ")) else words
