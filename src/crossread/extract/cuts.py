"""Where a text goes over from one act to another: what stands on either side is not told of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A stretch of text that tells an act before and another behind the character `at`."""

    start: int
    at: int
    end: int
    further: bool = False  # words behind `at` say that it is another act
    own_voice: bool = False  # who speaks on one side speaks of that act alone
    verb: int = (
        0  # of an act that answers the one behind `at`: who is told before its verb did not do that; days are not shared
    )
    shares_day: bool = False  # the day told before counts behind `at` too, though an act answers it: "on Sunday, hours after"
    one_place: bool = False  # what is told behind `at` happened where the text was before


STRETCH = 512  # characters of a text whose cuts are kept together: most second acts are shorter


class Cuts:
    """The cuts of a text. Every two tellings of a report are asked for, so those behind which a place stands are found once.

    They are looked for among those of its stretch of the text: a report of 900 kB has thousands.
    """

    def __init__(self, rows: Iterable[Cut] = ()) -> None:
        self._in_stretch: dict[int, list[Cut]] = {}
        for cut in rows:
            for stretch in range(cut.at // STRETCH, cut.end // STRETCH + 1):
                self._in_stretch.setdefault(stretch, []).append(cut)
        self._before: dict[int, tuple[Cut, ...]] = {}

    def are_parted(self, one: int, other: int) -> bool:
        """True for two places of the text that a cut parts."""
        low, high = (one, other) if one < other else (other, one)
        return any(cut.start <= low < cut.at for cut in self._cut_before(high))

    def beyond(self, one: int, others: Iterable[int]) -> set[int]:
        """Those of the other places that a cut parts from the first."""
        return {other for other in others if self.are_parted(one, other)} if self._in_stretch else set()

    def has_own_voice(self, one: int, other: int) -> bool:
        """True for two places that a cut parts whose speakers are not shared either."""
        low, high = min(one, other), max(one, other)
        return any(cut.own_voice and cut.start <= low < cut.at for cut in self._cut_before(high))

    def has_other_doer(self, trigger: int, mention: int) -> bool:
        """True for who answers the act of the trigger."""
        return any(cut.start <= mention < cut.verb for cut in self._cut_before(trigger))

    def has_other_day(self, trigger: int, mention: int) -> bool:
        """True for a mention that a cut parts from the trigger where days are not shared either.

        That before counts behind a cut where the day is told from it, never the other way round.
        """
        low, high = min(trigger, mention), max(trigger, mention)
        return any(
            cut.verb and cut.start <= low < cut.at and not (cut.shares_day and mention < trigger)
            for cut in self._cut_before(high)
        )

    def has_same_place(self, trigger: int, mention: int) -> bool:
        """True for a place before a cut where the act of the trigger behind it was done too."""
        return any(cut.one_place and cut.start <= mention < cut.at for cut in self._cut_before(trigger))

    def is_further(self, place: int) -> bool:
        """True for a place where the text says that it tells another act than before."""
        return any(cut.further for cut in self._cut_before(place))

    def _cut_before(self, place: int) -> tuple[Cut, ...]:
        """The cuts whose second act is told at the place."""
        if place not in self._before:
            held = self._in_stretch.get(place // STRETCH, ())
            self._before[place] = tuple(cut for cut in held if cut.at <= place < cut.end)
        return self._before[place]
