"""Vehicles driven into people: an attack where somebody does it, an accident where a brake fails, a bombing with a charge."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "found", "means", "kind"),
    [
        ("A man drove a van into a crowd in Toulon.", "drove", "bombing", ("vehicle", "van"), "armed_attack"),
        ("A man drove a van into a crowd in Toulon.", "drove", "accident", ("vehicle", "van"), "armed_attack"),
        ("A van ploughed into shoppers in Toulon.", "ploughed", "bombing", ("car_bomb", "van"), "armed_attack"),
        ("A van was driven into worshippers in Toulon.", "driven", "killing", ("vehicle", "van"), "armed_attack"),
        ("A van ploughed into shoppers in Toulon.", "ploughed", "accident", ("vehicle", "van"), "accident"),
        ("A drunk driver drove a van into a crowd in Toulon.", "drove", "bombing", ("vehicle", "van"), "accident"),
        ("A bomber drove a van into a crowd in Toulon.", "drove", "bombing", ("car_bomb", "van"), "bombing"),
        ("A man drove a van into a crowd and it exploded.", "drove", "bombing", ("car_bomb", "van"), "bombing"),
        ("A man drove a van into a crowd in Toulon.", "drove", "bombing", ("explosive", "van"), "bombing"),
        ("A bus crashed into a van near Toulon.", "crashed", "accident", ("vehicle", "van"), "accident"),
    ],
)
def test_driving_into_people_is_an_attack(
    normalizer: Normalizer, text: str, trigger: str, found: str, means: tuple[str, str], kind: str
) -> None:
    """What only "ploughed into" somebody may be an accident; with a charge it is a bombing."""
    assert read(normalizer, text, trigger, type=found, means=[means]).type == kind


def test_a_car_without_a_charge_is_a_vehicle(normalizer: Normalizer) -> None:
    """It was no car bomb."""
    claim = read(normalizer, "A van ploughed into shoppers in Toulon.", "ploughed", type="bombing", means=[("car_bomb", "van")])
    assert [row.kind for row in claim.means] == ["vehicle"]


@pytest.mark.parametrize(
    ("text", "victim", "sort", "kind"),
    [
        ("A senator was killed in an explosion in Jowhar.", "A senator", "officials", "bombing"),
        ("An explosion on a bus killed a nurse in Jowhar.", "a nurse", "civilians", "bombing"),
        ("A nurse was killed in an explosion in Jowhar.", "A nurse", "civilians", "accident"),
        ("A soldier was killed in an explosion at a depot in Jowhar.", "A soldier", "state_forces", "accident"),
        ("A gas explosion killed a senator in Jowhar.", "a senator", "officials", "accident"),
    ],
)
def test_an_explosion_that_kills_an_official_is_a_bombing(
    normalizer: Normalizer, text: str, victim: str, sort: str, kind: str
) -> None:
    """Or one on a bus, unless gas or a store is told of."""
    claim = read(normalizer, text, "explosion", type="accident", actors=[("victim", victim, sort)])
    assert claim.type == kind
