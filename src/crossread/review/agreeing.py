"""How far two coders agree: which of their claims are the same one, and how many values of each slot they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.records import Claim
from crossread.review.likeness import SLOTS, count_same, count_told, is_same_row, likeness
from crossread.review.pairing import best_pairs

ALIGN_MIN = 0.35  # the likeness from which two claims of two coders count as the same one
FIGURES = ("row", "claim", *SLOTS)
TOTAL = "aggregate"  # totals over several incidents make no row, so that nothing is counted of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What two coders gave and share: `agreed` of the `first` coder's values and of the `second`'s."""

    agreed: int = 0
    first: int = 0
    second: int = 0

    @property
    def percent(self) -> float | None:
        """Twice what is shared over all that was given (F1, the same whoever is first); None where neither gave any."""
        return 200 * self.agreed / (self.first + self.second) if self.first + self.second else None

    def plus(self, other: Figure) -> Figure:
        """Both together."""
        return Figure(agreed=self.agreed + other.agreed, first=self.first + other.first, second=self.second + other.second)


def count_agreement(first: Sequence[Claim], second: Sequence[Claim], text: str) -> dict[str, Figure]:
    """The figures of one report by name; values of claims that only one coder has are in what that coder gave."""
    mine, theirs = _told(first), _told(second)
    pairs = [(a, b) for a, b in align(first, second, text) if TOTAL not in (a.scope, b.scope)]
    sizes = {"first": len(mine), "second": len(theirs)}
    figures = {
        "row": Figure(agreed=sum(is_same_row(a, b) for a, b in pairs), **sizes),
        "claim": Figure(agreed=len(pairs), **sizes),
    }
    for slot in SLOTS:
        figures[slot] = Figure(
            agreed=sum(count_same(a, b, slot) for a, b in pairs),
            first=sum(count_told(claim, slot) for claim in mine),
            second=sum(count_told(claim, slot) for claim in theirs),
        )
    return figures


def sum_figures(rows: Iterable[Mapping[str, Figure]]) -> dict[str, Figure]:
    """The figures of several reports as one, every value counting alike."""
    total = dict.fromkeys(FIGURES, Figure())
    for row in rows:
        total = {name: total[name].plus(row[name]) for name in FIGURES}
    return total


def align(first: Sequence[Claim], second: Sequence[Claim], text: str) -> list[tuple[Claim, Claim]]:
    """Which claim of one coder is which of the other's, each at most once.

    A candidate on which both decided is the same whatever they made of it; the others are paired by what they tell.
    """
    known = {claim.id: claim for claim in second}
    pairs = [(claim, known[claim.id]) for claim in first if claim.id in known]
    shared = {a.id for a, _ in pairs}
    mine, theirs = ([claim for claim in side if claim.id not in shared] for side in (first, second))
    grid = [[likeness(a, b, text) for b in theirs] for a in mine]
    return pairs + [(mine[a], theirs[b]) for a, b in best_pairs(grid) if grid[a][b] >= ALIGN_MIN]


def differing_slots(first: Claim, second: Claim) -> list[str]:
    """The slots in which one of the two has a value that the other lacks."""
    return [slot for slot in SLOTS if count_same(first, second, slot) < max(count_told(first, slot), count_told(second, slot))]


def _told(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.scope != TOTAL]
