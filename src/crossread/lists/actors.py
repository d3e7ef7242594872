"""The list of actors: each row an actor, which is one of the registry's where that knows the name in the country."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crossread.codebook import ActorEntry, ActorRegistry, load_codebook
from crossread.codebook.actor_entry import first_day, last_day
from crossread.codebook.name_folding import fold_name
from crossread.errors import CodebookError
from crossread.gazetteer import Gazetteer
from crossread.lists.countries import EXPECTED, country_code
from crossread.lists.table import Fault, Row, fingerprint, read_table

REQUIRED = ("name",)
OPTIONAL = ("aliases", "kind", "country", "parent", "founded", "ended")
NO_ACTOR = ("object", "unknown")  # types that no actor of a list can have


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """An actor and the row it comes from; its parent is still to be found."""

    row: Row
    entry: ActorEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorList:
    """The actors of a file, all faults of it, and what its rows say."""

    actors: tuple[ActorEntry, ...]
    faults: tuple[Fault, ...]
    told: str


def read_actors(path: Path) -> ActorList:
    """The list in a file."""
    rows, faults = read_table(path, required=REQUIRED, optional=OPTIONAL)
    registry, gazetteer = ActorRegistry.built_in(), Gazetteer(Gazetteer.open().path)
    read: list[_Read] = []
    wrong: set[str] = set()  # names of rows that have a fault already: who is part of those has none
    for row in rows:
        made = _entry(row, registry, gazetteer)
        if isinstance(made, ActorEntry):
            read.append(_Read(row=row, entry=made))
        else:
            faults += made
            wrong.update(fold_name(name) for name in (row["name"], *row.names("aliases")))
    read = _with_ids(read)
    faults += _clashes(read)
    entries, lost = _with_parents(read, registry, wrong)
    told = fingerprint(rows, (*REQUIRED, *OPTIONAL)) if rows else ""
    return ActorList(actors=entries, faults=(*faults, *lost), told=told)


def with_own(registry: ActorRegistry, own: Sequence[ActorEntry]) -> ActorRegistry:
    """The registry with the actors of a list, to which all their names lead first.

    A name that the registry knows for actors of other countries only still leads to those, too.
    """
    actors: dict[str, ActorEntry] = {**registry.actors, **{entry.id: entry for entry in own}}
    index: dict[str, tuple[str, ...]] = dict(registry.index)
    mine: dict[str, list[ActorEntry]] = {}
    for entry in own:
        for alias in dict.fromkeys(fold_name(name) for name in (entry.name, *entry.aliases)):
            leads_there = entry.id in index.get(alias, ()) and alias != fold_name(entry.name)  # as the registry has it
            if alias and not leads_there:
                mine.setdefault(alias, []).append(entry)
    for alias, entries in mine.items():
        ids = dict.fromkeys(entry.id for entry in entries)
        others = (name for name in index.get(alias, ()) if not any(_shares(actors[name], entry) for entry in entries))
        index[alias] = (*ids, *(name for name in others if name not in ids))
    return ActorRegistry.with_index(actors, index)


def _shares(known: ActorEntry, own: ActorEntry) -> bool:
    """True unless two actors act in different countries only."""
    here, there = ({*entry.countries, *filter(None, (entry.home,))} for entry in (known, own))
    return bool(here & there) or not here or not there


def _entry(row: Row, registry: ActorRegistry, gazetteer: Gazetteer) -> ActorEntry | list[Fault]:
    """The actor that a row tells, or what is wrong with it."""
    faults: list[Fault] = []
    told = {name: country_code(name, gazetteer) for name in row.names("country")}
    faults += [row.fault("country", EXPECTED, repr(name)) for name, code in told.items() if code is None]
    countries = tuple(dict.fromkeys(code for code in told.values() if code))
    known = _known(row["name"], countries, registry)
    kinds = [kind for kind in load_codebook().codes("actor_type") if kind not in NO_ACTOR]
    kind = "_".join(row["kind"].lower().replace("_", " ").split()) or (known.type if known else "")
    if kind not in kinds:
        faults.append(row.fault("kind", f"one of {', '.join(kinds)}"))
    faults += [row.fault(column, "2012, 2012-01 or 2012-01-23") for column in ("founded", "ended") if not _is_date(row[column])]
    names = (row["name"], *row.names("aliases"))
    faults += [row.fault(column, "letters") for column in ("name", "aliases") if row[column] and not all(map(fold_name, names))]
    if not faults and row["founded"] and row["ended"] and first_day(row["founded"]) > last_day(row["ended"]):
        faults.append(row.fault("ended", f"a day after it was founded ({row['founded']})"))
    if faults or not row["name"]:
        return faults
    if known is not None:
        return _in_place_of(known, row, kind, countries)
    home = countries[0] if kind in ("state_forces", "police", "officials") and len(countries) == 1 else None
    return ActorEntry(
        id="",
        name=row["name"],
        type=kind,
        aliases=row.names("aliases"),
        countries=countries,
        home=home,
        valid_from=row["founded"] or None,
        valid_to=row["ended"] or None,
    )


def _known(name: str, countries: Sequence[str], registry: ActorRegistry) -> ActorEntry | None:
    """The one actor of the registry that bears the name in these countries, or at all where none is told."""
    bearers = registry.candidates(name)
    if countries:
        bearers = tuple(entry for entry in bearers if not entry.countries or {*entry.countries, entry.home} & {*countries})
    return bearers[0] if len(bearers) == 1 else None


def _in_place_of(known: ActorEntry, row: Row, kind: str, countries: Sequence[str]) -> ActorEntry:
    """The registry's actor as the list tells it: what a row leaves open stays as the registry has it."""
    changed = kind != known.type
    return replace(
        known,
        name=row["name"],
        type=kind,
        type_in={} if changed else known.type_in,
        type_from={} if changed else known.type_from,
        aliases=tuple(dict.fromkeys((*row.names("aliases"), known.name, *known.aliases))),
        countries=tuple(dict.fromkeys((*countries, *known.countries))) if known.countries else (),
        valid_from=row["founded"] or known.valid_from,
        valid_to=row["ended"] or known.valid_to,
    )


def _is_date(told: str) -> bool:
    try:
        return not told or first_day(told) is not None
    except CodebookError:
        return False


def _with_ids(read: Sequence[_Read]) -> list[_Read]:
    """Those that are none of the registry's with an id of country and name, and a number behind a second one."""
    counted: dict[str, int] = {}
    made: list[_Read] = []
    for one in read:
        if not one.entry.id:
            where = one.entry.countries[0].lower() + "-" if one.entry.countries else ""
            id = f"own:{where}{fold_name(one.entry.name).replace(' ', '-')}"
            counted[id] = counted.get(id, 0) + 1
            id = id if counted[id] == 1 else f"{id}-{counted[id]}"
            one = replace(one, entry=replace(one.entry, id=id))
        made.append(one)
    return made


def _clashes(read: Sequence[_Read]) -> Iterator[Fault]:
    """Names that two rows give to actors of one country, so that nobody could tell which is meant."""
    bearers: dict[str, list[_Read]] = {}
    for one in read:
        for name in (one.row["name"], *one.row.names("aliases")):
            before = bearers.setdefault(fold_name(name), [])
            other = next((other for other in before if other is not one and _shares(other.entry, one.entry)), None)
            if other is not None:
                column = "name" if name == one.row["name"] else "aliases"
                yield one.row.fault(
                    column, "each name for one actor of a country", f"{name!r}, which line {other.row.line} has, too"
                )
            before.append(one)


def _with_parents(
    read: Sequence[_Read], registry: ActorRegistry, wrong: Collection[str]
) -> tuple[tuple[ActorEntry, ...], list[Fault]]:
    """The actors with the ids of those that they are part of."""
    known = with_own(registry, [one.entry for one in read])
    made, faults = [], []
    for one in read:
        told, entry = one.row["parent"], one.entry
        wholes = _wholes(told, entry, known) if told else ()
        if told and len(wholes) != 1 and fold_name(told) not in wrong:
            found = f"{told!r}, {'which nobody is called' if not wholes else 'which several are called'}"
            faults.append(one.row.fault("parent", "the name of one other actor, of this list or built in", found))
        made.append(replace(entry, parent=wholes[0].id) if wholes else entry)
    return tuple(made), faults + list(_circles(made, {one.entry.id: one.row for one in read}))


def _wholes(told: str, entry: ActorEntry, known: ActorRegistry) -> tuple[ActorEntry, ...]:
    """Who is called so, besides the actor itself; of several only those of its countries."""
    bearers = [other for other in known.candidates(told) if other.id != entry.id]
    here = [other for other in bearers if _shares(other, entry)]
    return tuple(here if len(bearers) > 1 else bearers)


def _circles(entries: Sequence[ActorEntry], rows: Mapping[str, Row]) -> Iterator[Fault]:
    """Actors that are part of themselves by way of others."""
    parents = {entry.id: entry.parent for entry in entries}
    for entry in entries:
        seen, above = {entry.id}, entry.parent
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == entry.id:
            yield rows[entry.id].fault("parent", "no actor that is itself part of this one")
