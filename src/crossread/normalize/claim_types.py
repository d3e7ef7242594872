"""What did it tells the type (killed by a drone: an air strike), and the type tells what did not (no air strike has a mine)."""

from __future__ import annotations

from dataclasses import replace

from crossread.records import Actor, Claim, Means

# Of 747 hand-coded training claims with such means none is a `killing`, which is for deaths in another or an untold manner.
# Of 580 of the three types that are named after a weapon, with means of one of these kinds alone, all but two have its type.
_BY_MEANS = {
    "aircraft": "air_strike",
    "drone": "air_strike",
    "artillery": "shelling",
    "mortar": "shelling",
    "rocket": "shelling",
    "ied": "bombing",
    "mine": "bombing",
    "car_bomb": "bombing",
    "suicide_bomb": "bombing",
    "grenade": "bombing",
}
_OPEN = ("killing", "shelling", "bombing", "air_strike")
_BOTH = ("bombing", "shelling")  # the two: a rocket that is told as a bomb


def settled_type(claim: Claim) -> str:
    """The claim's type; for a `killing` or a wrong weapon, that of the weapon its means tell, if they all tell the same."""
    told = {_BY_MEANS[row.kind] for row in claim.means if row.kind in _BY_MEANS}
    if claim.type not in _OPEN or len(told) != 1 or (claim.type, *told) == _BOTH:
        return claim.type
    return told.pop()


# Of 26 sides of coded clashes whose words told only people ("farmers", "Hindus") none were coded as civilians, 13 as these.
_FIGHTING = {"armed_clash": "communal_militia", "riot": "rioters"}


def fitting_side(claim: Claim, actor: Actor) -> Actor:
    """The actor, no longer as one of the civilians where it is a side of a fight: "clashes between farmers and herders"."""
    if actor.role not in ("side_a", "side_b") or actor.type != "civilians":
        return actor
    return replace(actor, type=_FIGHTING.get(claim.type, actor.type))


def without_false_claimants(claim: Claim, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors without a claimant who by the same words is accused, and says nothing himself.

    "Everybody knows that the Red Front planted it" is nobody's claim.
    """
    said = {(e.span.start, e.span.end) for row in claim.speakers if row.role == "claims" for e in row.evidence}

    def spans(actor: Actor) -> set[tuple[int, int]]:
        return {(e.span.start, e.span.end) for e in actor.evidence}

    accused: set[tuple[int, int]] = set().union(*(spans(actor) for actor in actors if actor.role == "accused"))
    false = accused - said if claim.stance != "claimed" else set()
    return tuple(actor for actor in actors if actor.role != "claimant" or not spans(actor) & false)


# Of 1,102 hand-coded air strikes and shellings none has one of these means: they are another claim's.
_ON_THE_GROUND = frozenset({"ied", "mine", "car_bomb", "suicide_bomb", "fire", "blade", "bare_hands", "vehicle"})
_FROM_AFAR = ("air_strike", "shelling")


def fitting_means(claim: Claim) -> tuple[Means, ...]:
    """The claim's means without those that an air strike or a shelling cannot have; what people say (no score) stays."""
    if claim.type not in _FROM_AFAR:
        return claim.means
    return tuple(row for row in claim.means if row.score is None or row.kind not in _ON_THE_GROUND)
