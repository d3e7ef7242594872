"""A total beside the sum of its incidents: which incidents fall in it, what they add up to, and what is said of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from claim_maker import actor, harm, make_claim, make_document
from hypothesis import given
from hypothesis import strategies as st

from crossread.link import link_claims
from crossread.records import Claim, DateWindow, Incident
from crossread.weigh import TotalCheck, check_total, stretch_of, weigh_cluster

MARCH = DateWindow(earliest=date(2021, 3, 1), latest=date(2021, 3, 31), precision="month")
REPORT = make_document("review", published=date(2021, 4, 2))


def incident(number: int, *, day: int = 5, place: str = "Mopti", killed: int | None = 3, **more: Any) -> Incident:
    """One raid, told by one report."""
    document = make_document(f"d{number}", published=date(2021, 4, 1))
    kind, high = more.pop("group_type", "civilians"), more.pop("high", -1)
    rows = () if killed is None else (harm("killed", killed, high, group_type=kind),)
    victims = more.pop("actors", ())
    claim = make_claim(document, day=date(2021, 3, day), place=place, harm=rows, actors=victims, **more)
    (cluster,) = link_claims([claim], {document.id: document})
    return weigh_cluster(cluster, [claim], {document.id: document})


def total(killed: int = 9, high: int | None = -1, **more: Any) -> Claim:
    """A total of March in the Mopti region."""
    told = {"day": MARCH, "place": "Mopti region", "harm": (harm("killed", killed, high),), **more}
    return make_claim(REPORT, scope="aggregate", **told)


def check(claim: Claim, *incidents: Incident, beside: tuple[Claim, ...] = ()) -> TotalCheck:
    """The one check that a total with one number gives."""
    stretch = stretch_of(claim, REPORT, beside)
    assert stretch is not None
    (found,) = check_total(claim, stretch, incidents)
    return found


def test_incidents_without_a_number_are_no_sum_of_zero() -> None:
    """What nobody counted is told as that, never as "0 killed"."""
    found = check(total(9), incident(1, killed=None), incident(2, day=9, killed=None))
    assert found.sentence.endswith("2 incidents here fall in it, none with a number.")


@pytest.mark.parametrize(
    ("told", "difference", "words"),
    [
        (total(9), -3, "3 fewer than told"),
        (total(6), 0, "which fits"),
        (total(5, None), 0, "which fits"),
        (total(4), 2, "2 more than told"),
        (total(9, None), -3, "3 fewer than told"),
    ],
)
def test_the_difference_is_told(told: Claim, difference: int, words: str) -> None:
    """Two raids with three dead each are six: fewer or more than the total, or what it allows ("at least 5")."""
    found = check(told, incident(1), incident(2, day=9))
    assert (found.summed.low, found.summed.high, found.best) == (6, 6, 6)
    assert found.difference == difference
    assert words in found.sentence
    assert "Mopti" in found.sentence


def test_only_what_surely_falls_in_it_is_added() -> None:
    """Other months, other regions, a date or place too coarse to tell, and accidents stay out; nothing is guessed."""
    out = [
        incident(1, place="Gao"),
        incident(2, place="Mali"),
        incident(3, place="Niamey"),
        incident(4, type="accident"),
        incident(5, day=5, scope="incident", place="Mopti"),
    ]
    late = total(9, day=DateWindow(earliest=date(2021, 3, 6), latest=date(2021, 3, 31), precision="month"))
    assert check(total(9), *out).incidents == (out[4].id,)
    assert check(late, *out).incidents == ()
    assert "No incident here" in check(late, *out).sentence


def test_incidents_without_a_number_are_counted_apart() -> None:
    """A raid of which nobody tells the dead adds nothing, and the sentence says that there is one."""
    silent = incident(2, killed=None)
    found = check(total(9), incident(1), silent)
    assert found.untold == (silent.id,)
    assert "1 without a number" in found.sentence


def test_a_total_of_one_kind_is_held_against_that_kind() -> None:
    """Dead peacekeepers are not looked for where traders died."""
    hurt = incident(1, group_type="foreign_forces", actors=(actor("victim", "MINUSMA", "foreign_forces"),))
    told = total(harm=(harm("killed", 20, group_type="foreign_forces"),))
    assert check(told, hurt, incident(2, day=9)).incidents == (hurt.id,)


def test_open_days_or_places_add_nothing_up() -> None:
    """A total of no days, or of no known country, is not compared; a report of one country lends it, and that is said."""
    beside = make_claim(REPORT, number=1, place="Gao")
    assert stretch_of(total(day=None), REPORT) is None
    assert stretch_of(total(place=None), REPORT) is None
    assert stretch_of(make_claim(REPORT, day=MARCH, place="Mali"), REPORT) is None
    assert stretch_of(total(place=None), REPORT, (beside, make_claim(REPORT, number=2, place="Niamey"))) is None
    found = check(total(place=None), incident(1), beside=(beside,))
    assert found.stretch.assumed
    assert "Mali (assumed" in found.sentence
    since = DateWindow(earliest=date(2021, 3, 1), latest=None, precision="month")
    stretch = stretch_of(total(day=since), REPORT)
    assert stretch is not None
    assert stretch.when.latest == REPORT.published


@given(st.lists(st.integers(0, 40), min_size=1, max_size=6), st.integers(1, 200), st.integers(0, 50))
def test_the_difference_closes_the_gap(killed: list[int], low: int, more: int) -> None:
    """Whatever is told, the sum less the difference is a number that the total allows."""
    rows = [incident(number, day=1 + 2 * number, killed=dead) for number, dead in enumerate(killed)]
    found = check(total(low, low + more), *rows)
    assert low <= sum(killed) - found.difference <= low + more


def test_a_total_of_air_strikes_holds_air_strikes() -> None:
    """A raid in the same days and place is none of the strikes that are counted; a total of the killed holds both."""
    raid, strike = incident(1), incident(2, day=9, type="air_strike")
    assert check(total(9, type="air_strike"), raid, strike).incidents == (strike.id,)
    assert set(check(total(9, type="killing"), raid, strike).incidents) == {raid.id, strike.id}


def test_lower_bounds_far_below_a_total_do_not_confirm_it() -> None:
    """At least six of a told 90 contradict nothing, and the sentence does not say that they fit."""
    found = check(total(90), incident(1, killed=6, high=None))
    assert (found.difference, found.is_open) == (0, True)
    assert "84 fewer than told unless" in found.sentence
    assert "which fits" not in found.sentence


def test_a_claim_that_is_set_aside_is_added_to_nothing() -> None:
    """Twelve fighters whom the army alone says it killed are no part of the sum, and are told as set aside."""
    boast = actor("claimant", "the army", "state_forces")
    claimed = incident(2, day=9, killed=12, group_type="rebel_group", stance="claimed", actors=(boast,))
    assert claimed.tolls[0].best is None
    found = check(total(9), incident(1), claimed)
    assert (found.summed.low, found.best, found.set_aside, found.untold) == (3, 3, (claimed.id,), ())
    assert "2 incidents here fall in it, 1 with a claim that is set aside: 3 killed" in found.sentence
    assert check(total(9), claimed).sentence.endswith("none with a number, 1 with a claim that is set aside.")
