"""Who each account says did it, and which of these exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.codebook.actor_registry import PARENT, SAME
from crossread.codebook.states import are_part_and_whole
from crossread.records import Actor, Claim
from crossread.records.roles import DOER_ROLES
from crossread.weigh.alike import called_alike, is_one_of
from crossread.weigh.case import Case, fold
from crossread.weigh.denials import accuses_beside, is_accused_in_turn, list_deniers
from crossread.weigh.members import count_with_group
from crossread.weigh.peoples import NO_ARMY, are_of_two_peoples, are_two_units
from crossread.weigh.remarks import remark_roles, say_unnamed
from crossread.weigh.saying import join_words
from crossread.weigh.values import plain_words
from crossread.weigh.wider import includes

_NAMES = re.compile(r"\b[A-Z][\w]+")
# Kinds that name nobody: they fit every name. Of jets and drones, too, it is not told whose they are.
OPEN_TYPES = ("unidentified_armed_group", "unknown", "object")
_NO_STATE = frozenset(("rebel_group", "political_militia", "communal_militia"))
_STATES = frozenset(("state_forces", "foreign_forces", "police"))
_AGAINST_STATE = re.compile(rf"\b(?:{NO_ARMY}|terror|outlaws?)\b", re.IGNORECASE)  # beside these a state's jets are others
# One party's word for the other; "militias" at large are a kind.
_THE_MILITIA = re.compile(
    r"(?:(?:the|an?|some)\s+)?(?:(?:armed|outlawed|criminal)\s+)*(?:militia|(?:rebel|terrorist)\s+militia(?:s|m[ae]n)?)",
    re.IGNORECASE,
)
# Words for people who may belong to any group: of what kind they were, nobody says.
_ANYBODY = re.compile(
    r"\b(?:men|man|wom[ae]n|girls?|boys?|youths?|teenagers?|people|persons?|children|bombers?|fighters?|combatants?|assailants?"
    r"|attackers?|elements?|inmates?|prisoners?|detainees?)$",
    re.IGNORECASE,
)
_DRESSED = re.compile(r"\s(?:who|deprived|wearing|carrying|armed|dressed|riding|aboard|with|on|in)\b")
_OPENING = re.compile(
    r"^(?:an?|the|some|several|two|three|four|five|six|ten|dozens of|armed|masked|unknown|unidentified|suspected"
    r"|teenage|young)\b"
    rf"|{_ANYBODY.pattern.removesuffix('$')}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """The doers one claim tells; `open` if its words fit every name ("gunmen"), `denies` if they are parties that deny it."""

    claim: Claim
    actors: tuple[Actor, ...]
    denies: bool = False

    @property
    def named(self) -> tuple[Actor, ...]:
        """Those that are told by a name, in the order of the claim."""
        return tuple(actor for actor in self.actors if actor.name)

    @property
    def claimants(self) -> tuple[Actor, ...]:
        """Who says he did it himself: as claimant, or as the doer of what is told by the doers alone."""
        own = ("claimant", "perpetrator") if self.claim.stance == "claimed" else ("claimant",)
        return tuple(actor for actor in self.named if actor.role in own)

    @property
    def open(self) -> bool:
        """True if nobody is named, and the words ("gunmen") are of a kind that every group fits."""
        return not self.named and all(actor.type in OPEN_TYPES for actor in self.actors)

    @property
    def text(self) -> str:
        """`Al-Qaeda in the Islamic Maghreb (claims it)`, `“rebels”, no group named`, `“Carlos Patiño front”`."""
        if not self.named:
            return say_unnamed(self.actors)
        return say_named((self,))

    def say_in_words(self) -> str:
        """The name with the words of the account: `FARC (“the 10th Front”)`."""
        words = ", ".join(dict.fromkeys(f"“{plain_words(actor.raw)}”" for actor in self.named))
        return f"{say_named((self,))} ({words})" if words else self.text

    @property
    def party(self) -> frozenset[str]:
        """What makes two tellings one reading: the same names, and whether these deny."""
        keys = (actor.registry_id or fold(actor.name or "") for actor in self.named)
        return frozenset((*keys, *(("denies it",) if self.denies else ()))) if self.named else frozenset((self.text,))


def say_named(doings: Sequence[Doing]) -> str:
    """The names with the firmest that any of the tellings says of each: that it claims it, did it, or is only accused."""
    names: dict[str, str] = {}
    roles: dict[str, list[str]] = {}
    for row in doings:
        for actor in row.named:
            key = actor.registry_id or fold(actor.name or "")
            names.setdefault(key, str(actor.name))
            roles.setdefault(key, []).append("claimant" if actor in row.claimants else actor.role)
    if all(row.denies for row in doings):
        return f"{join_words(list(names.values()))} {'denies' if len(names) == 1 else 'deny'} it"
    return ", ".join(f"{names[key]}{remark_roles(found)}" for key, found in roles.items())


def list_doings(case: Case) -> tuple[Doing, ...]:
    """The claims that tell a doer, with all they tell; what nobody did (accidents) and two-sided fights are left out.

    A report in which one party claims what another is accused of tells two. What the doers came on ("on forty motorcycles") is
    no doer beside them.
    """
    rows = []
    for claim in case.standing:
        actors = _people(_doers_of(claim, case))
        denying = tuple(actor for actor in actors if only_denies(actor, claim, case))
        told = _rivals(tuple(actor for actor in actors if actor not in denying), claim)
        rows += [Doing(claim=claim, actors=denying, denies=True), *(Doing(claim=claim, actors=row) for row in told)]
    return tuple(row for row in rows if row.actors)


def _doers_of(claim: Claim, case: Case) -> tuple[Actor, ...]:
    document = case.documents.get(claim.document_id)
    return tuple(count_with_group(actor, claim, document) for actor in claim.actors if actor.role in DOER_ROLES)


def only_denies(actor: Actor, claim: Claim, case: Case) -> bool:
    """True for a party by name that is accused only in that it denies: no denier or anybody else accuses it in the claim."""
    if not actor.name or actor.role != "accused" or not (claim.stance == "denied" or _denies(actor, claim)):
        return False
    return not is_accused_in_turn(actor, claim) and not accuses_beside(actor, claim, case)


def _denies(actor: Actor, claim: Claim) -> bool:
    """True where one of those who deny in the claim is the party, by the same words or another name of it."""
    return any(_is_called(actor, name) for name in list_deniers(claim))


def _is_called(actor: Actor, name: str) -> bool:
    if fold(name) in (fold(actor.raw), fold(actor.name or "")):
        return True
    return ActorRegistry.load().same_actor(str(actor.name), name) == SAME


def _rivals(actors: tuple[Actor, ...], claim: Claim) -> tuple[tuple[Actor, ...], ...]:
    """All doers of a claim, or apart those accused and those who did or claim it, where these are other parties by name.

    Of those accused one who denies it, or accuses in turn, stands apart: "the RSF denied it and blamed the army".
    """
    accused = tuple(actor for actor in actors if actor.role == "accused" and actor.name)
    rest = tuple(actor for actor in actors if actor.role != "accused" and actor.name)
    tied = any(relation(x, y) > 0 for x in accused for y in rest)
    if accused and rest and not tied:
        return (accused, rest)
    answering = tuple(actor for actor in accused if _answers(actor, claim))
    others = tuple(actor for actor in accused if actor not in answering)
    if not answering or not others or rest or any(relation(x, y) >= PARENT for x in answering for y in others):
        return (actors,)
    return (answering, others)


def _answers(actor: Actor, claim: Claim) -> bool:
    """True if the actor is one of those who deny or accuse in the claim, by the same words or another name of theirs."""
    speaking = [row for row in claim.speakers if row.role in ("denies", "accuses")]
    return any(_is_called(actor, name) for row in speaking for name in (row.raw, row.name) if name)


def _people(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if actor.type != "object") or actors


def doers_fit(a: Doing, b: Doing) -> bool:
    """False where two accounts name different doers, or one says of what kind they were and the other names another kind.

    A part and its whole are one doer, but two names that each claim the act stay apart, however they are tied. Who only
    denies it says nothing on who else did it.
    """
    if a.denies or b.denies:
        return True
    if _told_apart(a, b):
        return False
    if a.open or b.open:
        return not (_is_counter_story(a, b) or _is_counter_story(b, a))
    if a.claimants and b.claimants:
        return any(relation(x, y) == SAME for x in a.claimants for y in b.claimants)
    if a.named and b.named:
        return any(relation(x, y) >= PARENT for x in a.named for y in b.named) or _tells_both(a, b) or _tells_both(b, a)
    if _accuse_others(a, b):
        return False
    if called_alike(a.actors, b.actors) or called_alike(b.actors, a.actors) or _holds_other(a, b) or _holds_other(b, a):
        return True
    types_a, types_b = ({x.type for x in row.actors} - set(OPEN_TYPES) for row in (a, b))
    return bool(types_a & types_b) or any(_is_anybody(x, kinds) for x, kinds in ((a, types_b), (b, types_a)))


def _holds_other(a: Doing, b: Doing) -> bool:
    """True where a word of one is wider and means each doer of the other, too."""
    return all(any(includes(x, y) for x in a.actors) for y in b.actors)


def _hold_each_other(a: Actor, b: Actor) -> bool:
    return includes(a, b) or includes(b, a)


def _told_apart(a: Doing, b: Doing) -> bool:
    """True where each of one is of another people, or another unit of one organisation, than each of the other."""
    pairs = [(x, y) for x in a.actors for y in b.actors]
    return all(are_of_two_peoples(x, y) for x, y in pairs) or all(are_two_units(x, y) for x, y in pairs)


def _is_counter_story(a: Doing, b: Doing) -> bool:
    """True where "terrorists" did to the same people what another account lays on a state's forces.

    Not where one account's doers suffer in the other: then both tell a fight, each from its own side.
    """
    if not all(_AGAINST_STATE.search(actor.raw) for actor in a.actors):
        return False
    if not {actor.type for actor in b.actors} <= _STATES:
        return False
    suffering = {actor.type for row in (a, b) for actor in row.claim.actors if actor.role in ("victim", "side_a", "side_b")}
    return not suffering & (_STATES | {actor.type for actor in a.actors})


def _is_anybody(row: Doing, others: set[str]) -> bool:
    """True for "two teenage girls" beside a group by name that is no state's: they may be of it; "militias" are a kind."""
    if row.named or not others or not others <= _NO_STATE:
        return False
    if any(actor.role == "perpetrator" and actor.type == "unidentified_armed_group" for actor in row.actors):
        return True  # gunmen of any group, whoever else is accused there
    if others <= {"rebel_group", "political_militia"} and all(_THE_MILITIA.fullmatch(a.raw.strip()) for a in row.actors):
        return True
    words = [_DRESSED.split(plain_words(actor.raw), maxsplit=1)[0] for actor in row.actors]
    return all(_ANYBODY.search(one) and not _NAMES.search(_OPENING.sub("", one)) for one in words)


def _tells_both(a: Doing, b: Doing) -> bool:
    """True where beside a group by name `a` also tells "soldiers", and `b` names an army: it only leaves the group out."""
    unnamed = {actor.type for actor in a.actors if not actor.name and actor.role != "claimant"} - set(OPEN_TYPES)
    return all(actor.type in unnamed & _STATES for actor in b.named)


def _accuse_others(a: Doing, b: Doing) -> bool:
    """True where both only accuse, by words with names in them that have none in common: "cells linked to the SDF" and
    "Turkish-backed factions" are no one party, though no registry names either.
    """
    if a.named or b.named or any(actor.role != "accused" for row in (a, b) for actor in row.actors):
        return False
    names = [{name for actor in row.actors for name in _NAMES.findall(plain_words(actor.raw))} for row in (a, b)]
    return bool(names[0]) and bool(names[1]) and not names[0] & names[1]


def doers_related(doings: Sequence[Doing]) -> str | None:
    """The names of doers that different accounts name, if the registry ties each to each; None if any two are not tied."""
    named = {actor.registry_id or fold(actor.name or ""): actor for row in doings for actor in row.named}
    actors = [named[key] for key in sorted(named)]
    if len(actors) < 2 or any(not row.named for row in doings):
        return None
    tied = all(relation(x, y) > 0 for i, x in enumerate(actors) for y in actors[i + 1 :])
    return " and ".join(str(actor.name) for actor in actors) if tied else None


def name_same(a: Doing, b: Doing) -> bool:
    """True where both name one party."""
    return any(relation(x, y) == SAME for x in a.named for y in b.named)


def relation(a: Actor, b: Actor) -> float:
    """How far two named actors are one party, from 0 to 1: by the registry, or by name where it knows neither.

    What the registry does not tie may be forces of one state, or a group and the people it is of ("Baloch insurgents").
    """
    registry = ActorRegistry.load()
    if a.registry_id in registry.actors and b.registry_id in registry.actors:
        known = registry.related(str(a.registry_id), str(b.registry_id))
    else:
        known = registry.same_actor(a.name or "", b.name or "")
    whole = known < PARENT and (are_part_and_whole(a, b) or is_one_of(a, b) or is_one_of(b, a) or _hold_each_other(a, b))
    return PARENT if whole else known
