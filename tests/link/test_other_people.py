"""Soldiers ambushed by one town and miners shot by another are two incidents, though both are told as near, days apart."""

from __future__ import annotations

import pytest
from claim_maker import actor, harm, make_claim, make_document

from crossread.link import explain_pair
from crossread.link.comparison import Comparison
from crossread.records import Actor, Harm, Place, Slot

SOLDIERS = harm("killed", 9, group="soldiers", group_type="state_forces")
MINERS = harm("killed", 9, group="gold miners")


def _victims(one: tuple[Harm, ...], other: tuple[Harm, ...], actors: tuple[tuple[Actor, ...], ...] = ((), ())) -> Comparison:
    documents = {name: make_document(name) for name in "ab"}
    told = (
        actors
        if any(actors)
        else ((actor("victim", None, "state_forces", raw="soldiers"),), (actor("victim", None, "civilians", raw="miners"),))
    )
    claims = [
        make_claim(documents[name], harm=rows, actors=who) for name, rows, who in zip("ab", (one, other), told, strict=True)
    ]
    return next(row for row in explain_pair(*claims, documents).comparisons if row.name == "victims")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((SOLDIERS,), (MINERS,)),
        ((SOLDIERS, harm("injured", 6, group="others", group_type="unknown")), (MINERS,)),
        (
            (harm("killed", 2, group="police officers", group_type="police"),),
            (harm("killed", 2, group="aid workers", group_type="aid_workers"),),
        ),
    ],
)
def test_soldiers_and_people_without_arms_are_others(one: tuple[Harm, ...], other: tuple[Harm, ...]) -> None:
    """By the dead where these are told; the wounded are "others" mostly."""
    found = _victims(one, other)
    assert found.score == -1.0
    assert found.sentence.startswith("Those hurt are other people")


@pytest.mark.parametrize(
    "other",
    [
        (harm("killed", 9, group="people"),),
        (harm("killed", 9, group="passengers"),),
        (MINERS, SOLDIERS),
        (harm("killed", 9, group="militants", group_type="rebel_group"),),
    ],
)
def test_nothing_is_concluded_of_people_of_no_kind(other: tuple[Harm, ...]) -> None:
    """ "People" may be soldiers, and who counts both tells of both; soldiers and militants are two sides of one fight."""
    assert (_victims((SOLDIERS,), other).score or 0.0) > -1.0


def test_those_who_suffer_tell_it_where_nobody_is_counted() -> None:
    """Two accounts without a number."""
    assert _victims((), ()).score == -1.0
    people = actor("victim", None, "civilians", raw="several people")
    assert (_victims((), (), ((actor("victim", None, "police", raw="police"),), (people,))).score or 0.0) > -1.0


ISLAMISTS = tuple(actor("target", "Northern Front", "rebel_group", raw="the Northern Front") for _ in "ab")
FIGHTERS = harm("killed", 4, group="Northern Front militants", group_type="rebel_group")
POLICE = harm("injured", 5, group="police officers", group_type="police")


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ((POLICE,), (FIGHTERS,), -0.5),
        ((POLICE, harm("injured", 0, group="Northern Front fighters", group_type="rebel_group")), (FIGHTERS,), -0.5),
        ((POLICE, FIGHTERS), (FIGHTERS,), 0.7),
        ((FIGHTERS,), (FIGHTERS,), 0.7),
        ((harm("injured", 5, group="people"),), (FIGHTERS,), 0.7),
        ((), (FIGHTERS,), 0.7),
    ],
)
def test_the_losses_of_two_sides_have_no_name_in_common(one: tuple[Harm, ...], other: tuple[Harm, ...], score: float) -> None:
    """Both raid the Northern Front: five policemen hurt here and four of its men dead there are no sign of one raid."""
    assert _victims(one, other, tuple((target,) for target in ISLAMISTS)).score == score


def test_those_who_came_to_no_harm_are_nobody_hurt() -> None:
    """ "No Kossan casualties" in one report, and Kossan soldiers dead in the other."""
    kossan = harm("casualties", 0, group="Kossan casualties", group_type="foreign_forces")
    told = actor("victim", None, "state_forces", raw="troops"), actor("victim", None, "state_forces", raw="Kossan soldiers")
    assert not _victims((kossan,), (), ((told[0],), (told[1],))).sentence.startswith("Those hurt share")
    some = harm("casualties", 3, group="Kossan casualties", group_type="foreign_forces")
    assert _victims((some,), (), ((told[0],), (told[1],))).sentence.startswith("Those hurt share")


@pytest.mark.parametrize(
    ("km", "precisions", "highest"),
    [
        (8, ("near", "near"), 0.9),
        (25, ("near", "near"), 0.4),
        (48, ("near", "near"), 0.0),
        (48, ("near", "exact"), 0.0),
        (48, ("exact", "exact"), -0.2),
    ],
)
def test_near_brings_no_two_places_together(km: float, precisions: tuple[str, str], highest: float) -> None:
    """ "Near Djibo" and "near Aribinda" cover each other's ground: that does not make them one spot."""
    text = "Nine were killed near Alpha, on the road to Beta."
    documents = {name: make_document(name, text=text) for name in "ab"}
    claims = []
    for at, (name, precision) in enumerate(zip("ab", precisions, strict=True)):
        words = documents[name].quote(text.index(("Alpha", "Beta")[at]), text.index(("Alpha", "Beta")[at]) + (5, 4)[at])
        place = Place(
            name=words.quote,
            country="BF",
            admin1=None,
            gazetteer_id=f"place:{words.quote}",
            latitude=14.0 + at * km / 111.2,
            longitude=-1.0,
            precision=precision,
        )
        claim = make_claim(documents[name], where=Slot(raw=words.quote, value=place, evidence=(words,)))
        claims.append(claim)
    found = next(row for row in explain_pair(*claims, documents).comparisons if row.name == "where")
    assert found.score is not None
    assert found.score <= max(0.0, highest)
