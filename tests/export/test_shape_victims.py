"""The second side of a row is those who came to harm, as what they were."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.export import ExportOptions, Selection, export_incidents
from crossread.export.lookup import Lookup
from crossread.export.shape_actors import find_sides
from crossread.export.shape_victims import accounts_for, is_anybody
from crossread.records import Actor, Claim, Count, Harm

POLICE = Actor(role="victim", raw="officer", name=None, type="police")
PEOPLE = Actor(role="victim", raw="two people", name=None, type="civilians")
TRADERS = Actor(role="victim", raw="traders", name=None, type="civilians")
STATION = Actor(role="target", raw="police station", name=None, type="object")


def dead(group: str, kind: str, number: int, part_of: int | None = None) -> Harm:
    """So many killed of a group."""
    count = Count(low=number, high=number, qualifier="exact")
    return Harm(effect="killed", raw=str(number), group=group, group_type=kind, count=count, part_of=part_of)


@pytest.fixture
def told(selection: Selection) -> Callable[..., list[str]]:
    """The types of the second side where the two accounts of the market have these actors and harm."""

    def find(*accounts: tuple[tuple[Actor, ...], tuple[Harm, ...]]) -> list[str]:
        market = selection.incidents[0]
        slots = dict(zip((row.claim_id for row in market.accounts), accounts, strict=False))
        claims = tuple(
            replace(row, actors=slots[row.id][0], harm=slots[row.id][1]) if row.id in slots else row for row in selection.claims
        )
        lookup = Lookup.of(replace(selection, claims=claims), hides_words=False)
        return [actor.type for actor in find_sides(market, lookup).second]

    return find


def test_people_of_no_role_give_way_to_what_they_were(told: Callable[..., list[str]]) -> None:
    """Another report tells that the dead were officers; traders stay traders, and more people than officers stay people."""
    officer = ((POLICE,), (dead("officer", "police", 2),))
    assert told(((PEOPLE,), (dead("people", "civilians", 2),)), officer) == ["police"]
    assert told(((TRADERS,), (dead("traders", "civilians", 2),)), officer) == ["civilians", "police"]
    assert told(((PEOPLE,), (dead("people", "civilians", 10),)), officer) == ["civilians", "police"]


def test_the_dead_are_victims_where_no_victim_is_named(told: Callable[..., list[str]]) -> None:
    """A police station was attacked and an officer died: who lived near it is not the other side."""
    near = Actor(role="target", raw="residents", name=None, type="civilians")
    row = ((STATION, near), (dead("officer", "police", 1),))
    assert told(row, row) == ["police"]
    unhurt = ((near,), (dead("officers", "police", 0),))
    assert told(unhurt, unhurt) == ["civilians"]


@pytest.mark.parametrize(
    ("kind", "actor2", "beside"),
    [
        ("police", "Police Forces of Mali", ""),
        ("state_forces", "Military Forces of Mali", ""),
        ("journalists", "Civilians (Mali)", "Journalists (Mali)"),
        ("aid_workers", "Civilians (Mali)", "Aid Workers (Mali)"),
        ("protesters", "Protesters (Mali)", ""),
    ],
)
def test_the_row_follows_the_kind_of_the_victims(
    selection: Selection, tmp_path: Path, kind: str, actor2: str, beside: str
) -> None:
    """Each kind as the form writes it."""
    row = acled_row(selection, tmp_path, (replace(POLICE, type=kind),))
    assert (row["actor2"], row["assoc_actor_2"]) == (actor2, beside)


def test_the_others_of_a_side_stand_beside_it(selection: Selection, tmp_path: Path) -> None:
    """Also those without a name: an officer and two traders."""
    row = acled_row(selection, tmp_path, (POLICE, TRADERS))
    assert (row["actor2"], row["assoc_actor_2"]) == ("Police Forces of Mali", "Civilians (Mali)")


def acled_row(selection: Selection, tmp_path: Path, victims: tuple[Actor, ...]) -> dict[str, str]:
    """The row of the market where both accounts name these victims."""
    names = {row.claim_id for row in selection.incidents[0].accounts}
    claims = tuple(replace(row, actors=victims) if row.id in names else row for row in selection.claims)
    changed = replace(selection, claims=claims)
    export_incidents("acled", tmp_path / "out.csv", selection=changed, options=ExportOptions())
    (row,) = csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines())
    return row


def test_only_bare_words_are_anybody() -> None:
    """A name or a role makes somebody more than a person."""
    assert is_anybody(PEOPLE)
    assert is_anybody(replace(PEOPLE, raw="3 others"))
    for other in (TRADERS, POLICE, replace(PEOPLE, name="Dogon"), replace(PEOPLE, raw="young people")):
        assert not is_anybody(other)


def test_parts_are_counted_before_their_total(selection: Selection) -> None:
    """Two people, an officer and a passer-by, are all told; ten people, a soldier among them, are not."""
    claim: Claim = selection.claims[0]
    both = (dead("people", "civilians", 2), dead("officer", "police", 1, 0), dead("passer-by", "civilians", 1, 0))
    assert accounts_for([replace(claim, harm=both)])
    assert not accounts_for([replace(claim, harm=(dead("people", "civilians", 10), dead("soldier", "state_forces", 1, 0)))])
