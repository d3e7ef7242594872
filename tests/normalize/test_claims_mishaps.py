"""Traffic and nature do no attacks."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.mishaps import with_mishap
from crossread.normalize.claims.types import fitting_means
from crossread.records import Actor, Claim, Document, Means


def _claim(text: str, trigger: str, kind: str, *, doer: str = "", means: tuple[Means, ...] = ()) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, language="en")
    start = text.index(trigger)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(start, start + len(trigger)),
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        actors=(Actor(role="perpetrator", raw=doer, name=None, type="unknown"),) if doer else (),
        means=means,
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two women were struck by a car on Bridge Road.", "struck"),
        ("She was hit by a 2013 Toyota on Friday, police said.", "hit"),
        ("A drunken driver struck her and drove off.", "struck"),
        ("He struck a parked car on the highway.", "struck"),
        ("The boy was knocked down by a bus and died.", "knocked down"),
    ],
)
def test_traffic_is_an_accident(text: str, trigger: str) -> None:
    """Whoever drove is no perpetrator."""
    found = with_mishap(*_claim(text, trigger, "armed_attack", doer="driver"))
    assert (found.type, found.actors) == ("accident", ())


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The protesters were struck by a police car.", "struck"),
        ("A man was hit by a settler's car near Hebron.", "hit"),
        ("The convoy was struck by a car bomb.", "struck"),
        ("He was deliberately hit by a truck.", "hit"),
        ("The crowd was hit by a van in the market.", "hit"),
        ("She was hit by a stray bullet in a car.", "hit"),
        ("Rebels struck a bus on the road.", "struck"),
        ("The gunman struck two cars with rifle fire.", "struck"),
        ("The car struck a mine near Diffa.", "struck"),
    ],
)
def test_force_on_the_road_stays(text: str, trigger: str) -> None:
    """Crowds, convoys, bombs, arms and what was meant."""
    document, claim = _claim(text, trigger, "armed_attack", doer="who")
    assert with_mishap(document, claim) == claim


def test_what_nature_destroys_is_an_accident() -> None:
    """A quake in the sentence before, and no doer."""
    text = "The quake came at dawn. Half of the houses in Kossa were destroyed."
    assert with_mishap(*_claim(text, "destroyed", "destruction")).type == "accident"
    assert with_mishap(*_claim("Hailstones bombarded Kossa.", "bombarded", "shelling")).type == "accident"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("After the floods, rebels came. The clinic was destroyed by rockets.", ""),
        ("He won by a landslide victory. The clinic was destroyed.", ""),
        ("The storm went by. The clinic was destroyed.", "the council"),
    ],
)
def test_blows_and_doers_keep_a_destruction(text: str, doer: str) -> None:
    """Rebels and rockets near it, a landslide at the polls, somebody who did it."""
    document, claim = _claim(text, "destroyed", "destruction", doer=doer)
    assert with_mishap(document, claim) == claim


@pytest.mark.parametrize(
    ("kind", "row", "found"),
    [
        ("arson", ("firearm", "fires"), ["fire"]),
        ("accident", ("firearm", "house fire"), ["fire"]),
        ("accident", ("firearm", "shotgun"), ["firearm"]),
        ("accident", ("mine", "poisoning"), []),
        ("accident", ("explosive", "a cache of explosives"), ["explosive"]),
        ("armed_attack", ("firearm", "fire"), ["firearm"]),
    ],
)
def test_fires_are_no_gunfire(kind: str, row: tuple[str, str], found: list[str]) -> None:
    """Only in arson and accidents; and an accident has no charge that nothing names."""
    means = (Means(kind=row[0], raw=row[1], score=0.9),)
    claim = _claim("It burned.", "burned", kind, means=means)[1]
    assert [fit.kind for fit in fitting_means(claim)] == found
