"""ACLED-shaped CSV: one row for each incident, one day, one point, one number of dead; actor codes as text or as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread.codebook import AcledEvent, Country, load_codebook, load_shape
from crossread.codebook.table_cells import combine
from crossread.codebook.table_shape import OWN_PREFIX
from crossread.export.acled_where_when import when_cells, where_cells
from crossread.export.content import LeftOut
from crossread.export.force_used import FORCES, find_force
from crossread.export.forces import name_force
from crossread.export.incident_rows import is_conflict
from crossread.export.job import Job
from crossread.export.row_kept import with_kept
from crossread.export.shape_actors import NOBODY, TWO_SIDED, SideActor, Sides, find_sides
from crossread.export.shape_facts import (
    NotHeldError,
    Spot,
    check_kind,
    count_dead,
    find_days,
    find_spot,
)
from crossread.export.shape_file import NOT_STATED, Making, Row, documents_of, name_data_sets, name_sources, write_shape
from crossread.records import Incident, review_to_json
from crossread.registry import register

# crossread keeps no scale of sources; the form has no blank for it, and this value claims least.
SOURCE_SCALE = "Other"
DOUBT = "No report names a political actor: it may be an ordinary crime"
DOUBT_TAG = "crossread doubt: no political actor"
TARGETED = "Civilian targeting"
EXCESSIVE_FORCE = (
    "Excessive force against protesters"  # demonstrators stand as protesters there, and are civilians all the same
)
PEACEFUL = "Peaceful protest"
_DEMONSTRATORS = (SideActor(name=None, type="protesters", claims=0),)
CIVILIANS = "7"
_UNNAMED_DOERS = {"protest": "protesters", "riot": "rioters"}
_VIOLENT = ("lethal force", "ill treatment", "captivity", "property")
_OF_THE_STATE = ("state_forces", "police")
# What people kill each other with in a war: a bomb, a shell or an air strike is no robbery, whoever did it.
_OF_WAR = ("air_strike", "shelling", "bombing")
_NEEDS_A_DOER = ("detention",)  # an arrest has an authority behind it; an unknown armed group would be a guess
_TOLD_ROLES = ("officials", "aid_workers", "journalists")


@register("exporters", "acled@1")
def write_acled(job: Job) -> tuple[LeftOut, ...]:
    """Actor codes as text, as ACLED writes them since late 2024."""
    return write_shape(job, load_shape("acled"), acled_row)


@register("exporters", "acled_numeric@1")
def write_acled_numeric(job: Job) -> tuple[LeftOut, ...]:
    """Actor codes as numbers, as older files and the programs written for them have it."""
    return write_shape(job, load_shape("acled"), lambda incident, making: _as_numbers(acled_row(incident, making), making))


def acled_row(incident: Incident, making: Making) -> Row:
    """The row of one incident; `NotHeldError` with the reason where the form cannot hold it."""
    if not is_conflict(incident):
        raise NotHeldError("no conflict: an accident, no hostile act is told")
    check_kind(incident, making.lookup)
    sides = find_sides(incident, making.lookup)
    event = _find_event(incident, making, sides)
    days, spot = find_days(incident), find_spot(incident, is_coarse=making.is_coarse)
    dead = count_dead(incident, making.lookup, making.shape)
    documents = documents_of(incident, making.lookup)
    unpolitical = names_nobody_political(incident, sides)
    row: Row = {
        "event_id_cnty": OWN_PREFIX + incident.id.removeprefix("inc_"),
        **when_cells(days, incident, making),
        "disorder_type": _disorder(making, event),
        "event_type": event.event,
        "sub_event_type": event.sub_event,
        **_who(incident, making, sides, event, spot),
        **where_cells(spot),
        "source": "; ".join(name_sources(documents, making.lookup))
        or NOT_STATED,  # no blank there; its word for the unnamed says too much
        "source_scale": SOURCE_SCALE,
        "notes": _notes(incident, [*([dead.note] if dead and dead.note else []), *([DOUBT] if unpolitical else [])]),
        "fatalities": dead.best if dead else 0,
        "tags": "; ".join([*_tags(incident, making, name_data_sets(documents)), *([DOUBT_TAG] if unpolitical else [])]),
        "timestamp": making.made_at,
    }
    return with_kept(row, incident, making)


def _find_event(incident: Incident, making: Making, sides: Sides) -> AcledEvent:
    claims = [making.lookup.claim(account.claim_id) for account in incident.accounts]
    found = load_codebook().crosswalk(
        "acled",
        incident.type,
        means={means.kind for claim in claims for means in claim.means},
        victims={actor.type for actor in sides.second[:1]},
        doers={actor.type for actor in sides.first[:1]},
        force=find_force(incident, making.lookup, making.shape),
    )
    if not isinstance(found, AcledEvent):
        label = load_codebook().label("incident_type", incident.type)
        raise NotHeldError(f"no such type: the form has none for {label}")
    return found


def _disorder(making: Making, event: AcledEvent) -> str:
    row = making.shape.event(event.sub_event)
    return row.disorder if row else ""


def _who(incident: Incident, making: Making, sides: Sides, event: AcledEvent, spot: Spot) -> Row:
    first, second = sides.first or _unnamed_doer(incident), sides.second
    if incident.type == "crackdown":  # the form puts the demonstrators first, whoever used force
        crowd = tuple(actor for actor in sides.first if actor.type == "protesters")  # of a report that tells their march
        first, second = second or crowd or _DEMONSTRATORS, tuple(actor for actor in sides.first if actor not in crowd)
    elif incident.type == "protest" and event.sub_event != PEACEFUL:
        first, second = _crowd_and_force(first, second)
    if not first:
        raise NotHeldError("no actor: no report tells who took part, and the form needs one")
    _check_two_sides(incident, first, second, making, country=spot.country)
    inter1, inter2 = _inter(first[0]), _inter(second[0]) if second else None
    codes, country = making.shape.codes, spot.country
    violent = "Political violence" in _disorder(making, event)
    targeted = violent and (CIVILIANS in (inter1, inter2) or event.sub_event == EXCESSIVE_FORCE)
    return {
        "actor1": _main(first[0], making, country),
        "assoc_actor_1": "; ".join(_beside(first, making, country)),
        "inter1": codes["inter"][inter1],
        "actor2": _main(second[0], making, country) if second else "",
        "assoc_actor_2": "; ".join(_beside(second, making, country)),
        "inter2": codes["inter"][inter2] if inter2 else "",
        "interaction": codes["interaction"][combine(inter1, inter2)],
        "civilian_targeting": TARGETED if targeted else "",
    }


def _crowd_and_force(
    first: tuple[SideActor, ...], second: tuple[SideActor, ...]
) -> tuple[tuple[SideActor, ...], tuple[SideActor, ...]]:
    """Of a protest that was met with force: the demonstrators, who also are those that suffered it, and who met them."""
    told = (*first, *second)
    force = tuple(actor for actor in told if actor.type in FORCES)
    return tuple(actor for actor in first if actor not in force) or _DEMONSTRATORS, force


def _check_two_sides(
    incident: Incident, first: Sequence[SideActor], second: Sequence[SideActor], making: Making, *, country: Country
) -> None:
    """Refuse one force of a state on both sides: by the same name, or without one as the victims of its own attack.

    In a fight soldiers without a name may be others than the named ones, as in a mutiny; so may groups and crowds of one kind.
    """
    if not first or not second or first[0].type != second[0].type or first[0].type not in _OF_THE_STATE:
        return
    name = _written if incident.type in TWO_SIDED else _main
    names = [name(side[0], making, country) for side in (first, second)]
    unnamed = incident.type not in TWO_SIDED and None in (first[0].name, second[0].name)
    if names[0] == names[1] or unnamed:
        told = names[0] if names[0] == names[1] else " and ".join(names)
        raise NotHeldError(f"one side only: {told} would stand on both sides")


def _unnamed_doer(incident: Incident) -> tuple[SideActor, ...]:
    """Who stands first where no report tells it: demonstrators of a protest, else an unidentified group of violence only."""
    kind = _UNNAMED_DOERS.get(incident.type)
    if kind is None and load_codebook().family(incident.type) in _VIOLENT and incident.type not in _NEEDS_A_DOER:
        kind = NOBODY
    return (SideActor(name=None, type=kind, claims=0),) if kind else ()


def _inter(actor: SideActor) -> str:
    found = load_codebook().acled_interaction(actor.type)
    assert found is not None  # actors of other types are no side
    return str(found[0])


def _main(actor: SideActor, making: Making, country: Country) -> str:
    """The forces of a state by the form's one name for them, all others as told."""
    force = name_force(actor.name, actor.type, making.shape) if actor.name else None
    return force or _written(actor, making, country)


def _written(actor: SideActor, making: Making, country: Country) -> str:
    if actor.name:
        return actor.name.replace(";", ",")
    kind = "civilians" if actor.type in _TOLD_ROLES else actor.type
    return making.shape.say_unnamed(kind, country)


def _beside(side: Sequence[SideActor], making: Making, country: Country) -> list[str]:
    """The other actors of a side, the named before the others, and the told roles of civilians who stand there as civilians.

    First of all what the reports call a main actor that has the form's own name.
    """
    main = _main(side[0], making, country) if side else ""
    called = [words for words in (_written(side[0], making, country),) if words != main] if side else []
    roles = [actor for actor in side if actor.name is None and actor.type in _TOLD_ROLES]
    others = [actor for actor in side[1:] if actor.type not in _TOLD_ROLES or actor.name]
    names = [_written(actor, making, country) for actor in sorted(others, key=lambda actor: actor.name is None)]
    told = dict.fromkeys([*called, *names, *(making.shape.say_unnamed(actor.type, country) for actor in roles)])
    return [words for words in told if words != main]


def names_nobody_political(incident: Incident, sides: Sides) -> bool:
    """True where private people suffer and no report tells of a force, group or official: it may be an ordinary crime.

    "Gunmen" are a group of theirs, but not in a robbery; shells, bombs and air strikes are none.
    """
    family = load_codebook().family(incident.type)
    if incident.type in (*_UNNAMED_DOERS, *_OF_WAR) or family not in _VIOLENT:
        return False
    doers = ("civilians", NOBODY) if family == "property" else ("civilians",)
    private = all(actor.name is None and actor.type in doers for actor in sides.first)
    return private and all(actor.name is None and actor.type == "civilians" for actor in sides.second)


def _notes(incident: Incident, beside: Sequence[str]) -> str:
    """The neutral line of the incident, what is to be known of the row, and every disagreement above wording, in sentences."""
    told = [row.sentence for row in incident.disagreements if row.severity != "wording"]
    parts = [incident.summary, *beside, *told]
    lines = [" ".join(part.split()) for part in parts]
    return " ".join(line if line.endswith(".") else f"{line}." for line in lines if line)


def _tags(incident: Incident, making: Making, data_sets: Sequence[str]) -> list[str]:
    severities = dict.fromkeys(row.severity for row in incident.disagreements if row.severity != "wording")
    review = review_to_json(making.lookup.decisions.verdicts.get(incident.id))["state"]
    told: dict[str, Iterable[str | None]] = {
        "grade": [incident.grade],
        "review": [review],
        "policy": [incident.policy],
        "disagreement": severities,
        "data set": data_sets,
    }
    return [f"crossread {name}: {value}" for name, values in told.items() for value in values]


def _as_numbers(row: Row, making: Making) -> Row:
    codes = making.shape.codes
    numbers = {name: {words: code for code, words in codes[name].items()} for name in ("inter", "interaction")}
    told = {"inter1": "inter", "inter2": "inter", "interaction": "interaction"}
    return {**row, **{column: numbers[name].get(str(row[column]), "0") for column, name in told.items()}}
