"""The standing human decisions on which claims are the same incident."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from crossread.records import Judgement, list_standing

_ON_PAIRS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Pairs of claim ids (each pair sorted) that a person holds to be the same or different, and what could not be obeyed.

    `overruled` are older judgements that newer ones together make impossible: a is b, b is c, a is not c.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    overruled: tuple[Judgement, ...] = ()
    _by_claim: dict[str, set[tuple[str, str]]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the pairs by claim, so that those of a few claims are found without looking at all."""
        for pair in (*self.same, *self.different):
            for claim in pair:
                self._by_claim.setdefault(claim, set()).add(pair)

    def among(self, claims: Iterable[str]) -> Decisions:
        """Those on two of these claims."""
        known = set(claims)
        found = {pair for claim in known for pair in self._by_claim.get(claim, ()) if known.issuperset(pair)}
        return Decisions(same=self.same & found, different=self.different & found)


def standing_decisions(judgements: Iterable[Judgement]) -> Decisions:
    """What stands after undone and later judgements: the latest on a pair holds, and newer decisions bind older ones."""
    newest = reversed(list_standing(judgements))
    groups = _Groups()
    decided: set[tuple[str, str]] = set()
    same: set[tuple[str, str]] = set()
    different: set[tuple[str, str]] = set()
    overruled: list[Judgement] = []
    for judgement in newest:
        pair = _pair(judgement)
        if pair is None or pair in decided:
            continue
        decided.add(pair)
        if judgement.kind == "same" and groups.may_join(pair, different):
            groups.join(pair)
            same.add(pair)
        elif judgement.kind == "different" and groups.find(pair[0]) != groups.find(pair[1]):
            different.add(pair)
        elif judgement.kind != "unsure":
            overruled.append(judgement)
    return Decisions(same=frozenset(same), different=frozenset(different), overruled=tuple(overruled))


def _pair(judgement: Judgement) -> tuple[str, str] | None:
    if judgement.kind not in _ON_PAIRS or judgement.other is None or judgement.other == judgement.subject:
        return None
    low, high = sorted((judgement.subject, judgement.other))
    return low, high


class _Groups:
    """Claims that decisions hold together."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, claim: str) -> str:
        while (above := self._parent.get(claim, claim)) != claim:
            claim = above
        return claim

    def join(self, pair: tuple[str, str]) -> None:
        low, high = sorted((self.find(pair[0]), self.find(pair[1])))
        self._parent[high] = low

    def may_join(self, pair: tuple[str, str], different: set[tuple[str, str]]) -> bool:
        ends = {self.find(pair[0]), self.find(pair[1])}
        return not any({self.find(a), self.find(b)} == ends for a, b in different) or len(ends) == 1
