"""Comparisons of who did it and who suffered it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from crossread.codebook import ActorRegistry
from crossread.codebook.states import are_part_and_whole
from crossread.link.camps import are_enemies, are_other_people
from crossread.link.comparison import Comparison, Pair, Telling, once
from crossread.link.origins import origin_of
from crossread.link.tolerances import tolerances
from crossread.link.word_counts import NameRarity
from crossread.link.words import find_names, fold
from crossread.records import Actor, Harm
from crossread.records.roles import ACTIVE_ROLES, SUFFERER_ROLES
from crossread.registry import register

_OPEN_TYPES = ("unknown", "unidentified_armed_group", "object")


@register("comparisons", "doers@1")
def compare_doers(pair: Pair) -> Comparison:
    """Named doers, accused and claimants against each other; "gunmen" contradicts no name."""
    a, b = doers(pair.a), doers(pair.b)
    if not a or not b:
        return Comparison(name="doers", score=None, sentence="The doer is not told by both.")
    words = f"{_list(a)}; {_list(b)}"
    named_a, named_b = [x for x in a if x.name], [x for x in b if x.name]
    if named_a and named_b:
        score = max(_name_score(x, y, pair.rarity) for x in named_a for y in named_b)
        verb = "agree" if score >= tolerances("people")["common_share"] else "are related" if score > 0 else "differ"
        return Comparison(name="doers", score=score, sentence=f"Doers {verb}: {words}.")
    return _by_type("doers", _types(a), _types(b), words)


@register("comparisons", "victims@1")
def compare_victims(pair: Pair) -> Comparison:
    """Names and origins of those who suffered ("Chadian", "MSA"), then their kind."""
    a, b = hurt(pair.a), hurt(pair.b)
    words = f"{_list(a) or 'not told'}; {_list(b) or 'not told'}"
    table = tolerances("people")
    if _origins_differ(pair.a, pair.b):
        return Comparison(name="victims", score=table["other_origin"], sentence=f"Those hurt are others: {words}.")
    if are_enemies(pair):
        return Comparison(name="victims", score=table["other_side"], sentence=f"Each tells whom the other side lost: {words}.")
    names_a, names_b = victim_names(pair.a) - _natives(pair), victim_names(pair.b)
    if shared := sorted(x for x in names_a if pair.rarity.get(x) > table["rare"] and any(_one_word(x, y) for y in names_b)):
        score = table["shared_words" if len(shared) > 1 else "shared_word"]
        return Comparison(name="victims", score=score, sentence=f"Those hurt share: {', '.join(shared)}.")
    if not a or not b:
        return Comparison(name="victims", score=None, sentence="Those hurt are not told by both.")
    if are_other_people(pair):
        return Comparison(name="victims", score=table["other_people"], sentence=f"Those hurt are other people: {words}.")
    return _by_type("victims", _types(a) | _counted(pair.a), _types(b) | _counted(pair.b), words)


def _actors(telling: Telling, roles: tuple[str, ...]) -> list[Actor]:
    return [actor for actor in telling.claim.actors if actor.role in roles]


@once
def doers(telling: Telling) -> list[Actor]:
    """Those said to have done it, and those who claim or are accused of it."""
    return _actors(telling, ACTIVE_ROLES)


@once
def hurt(telling: Telling) -> list[Actor]:
    """The people who suffered it."""
    return [actor for actor in _actors(telling, SUFFERER_ROLES) if actor.type != "object"]


def _list(actors: Iterable[Actor]) -> str:
    return ", ".join(sorted({actor.name or f'"{actor.raw}"' for actor in actors}))


@once
def victim_names(telling: Telling) -> set[str]:
    """Names of people, sites and objects: a Tuareg village here is a Tuareg camp there."""
    found: set[str] = set()
    for actor in _actors(telling, SUFFERER_ROLES):
        found |= find_names(actor.raw) | find_names(actor.name or "")
    for row in telling.claim.harm:
        if not _is_nobody(row):
            found |= find_names(row.group or "")
    return found


def _is_nobody(row: Harm) -> bool:
    """True for whom a report says that nothing befell: "no Armenian casualties"."""
    return row.count is not None and row.count.high == 0


def _natives(pair: Pair) -> set[str]:
    """Names of the country it happened in: Ukrainian soldiers in Ukraine are no sign, Chadian ones in Mali are."""
    countries = {country for side in (pair.a, pair.b) for country in _countries(side)}
    return {name for name in victim_names(pair.a) if origin_of(name) in countries}


@once
def _countries(telling: Telling) -> frozenset[str]:
    place = telling.claim.where.value if telling.claim.where else None
    return telling.frame | ({place.country} if place and place.country else set())


def _origins_differ(a: Telling, b: Telling) -> bool:
    """People of one kind under other names: of MINUSMA (Sri Lanka) and MINUSMA (Chad), what stands in brackets is set apart."""
    kinds_a, kinds_b = _origins(a), _origins(b)
    shared = set(kinds_a) & set(kinds_b)
    return bool(shared) and not any(_one_word(x, y) for kind in shared for x in kinds_a[kind] for y in kinds_b[kind])


@once
def _origins(telling: Telling) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for actor in hurt(telling):
        outer, _, inner = (actor.name or "").partition("(")
        if names := find_names(inner or actor.name or actor.raw):
            beside = find_names(actor.raw) - (find_names(outer) if inner else set())
            found.setdefault(actor.type, set()).update(names | beside)
    return found


def _one_word(a: str, b: str) -> bool:
    """The same word, or a name and the people of that name: chad and chadian, lanka and lankan."""
    short, long = sorted((a, b), key=len)
    if a == b or (len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 3):
        return True
    origin = origin_of(a)
    return origin is not None and origin == origin_of(b)


def _types(actors: Iterable[Actor]) -> set[str]:
    return {actor.type for actor in actors}


def _counted(telling: Telling) -> set[str]:
    """What those are who are counted as hurt: of "a group of armed men" "about 15 jihadists" were killed."""
    return {row.group_type for row in telling.claim.harm if row.group_type}


def _by_type(name: str, types_a: set[str], types_b: set[str], words: str) -> Comparison:
    table = tolerances("people")
    shared = types_a & types_b - set(_OPEN_TYPES)
    if not shared and (types_a | types_b) & set(_OPEN_TYPES):
        return Comparison(name=name, score=0.0, sentence=f"Nothing that excludes each other: {words}.")
    if shared:
        return Comparison(name=name, score=table["same_type"], sentence=f"Of the same kind: {words}.")
    return Comparison(name=name, score=table["other_type"], sentence=f"Of another kind: {words}.")


def _name_score(a: Actor, b: Actor, rarity: NameRarity) -> float:
    table = tolerances("people")
    if are_part_and_whole(a, b):
        return float(table["part_and_whole"])  # France here, Operation Barkhane there
    names = find_names(a.name or "") | find_names(b.name or "")
    rare = max((rarity.get(word) for word in names), default=0.5)
    weight = table["common_share"] + (1 - table["common_share"]) * rare
    if a.registry_id and a.registry_id == b.registry_id:
        return float(table["same_name"] * weight)
    if fuzz.token_set_ratio(fold(a.name or ""), fold(b.name or "")) >= table["similar"]:
        return float(table["same_name"] * weight)
    related = _related(a, b)
    return float(related * weight * table["related_name"]) if related > 0 else float(table["other_name"])


def _related(a: Actor, b: Actor) -> float:
    """How far two actors are one party, from 0 to 1, by the actor registry."""
    registry = ActorRegistry.load()
    if a.registry_id in registry.actors and b.registry_id in registry.actors:
        return registry.related(str(a.registry_id), str(b.registry_id))
    return registry.same_actor(a.name or "", b.name or "")
