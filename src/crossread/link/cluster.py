"""Claims put together into incidents: decisions of people first, then the closest clusters, never against a contradiction."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType

from crossread.link.judged import Decisions
from crossread.link.weights import Weights
from crossread.records import Judgement

CLUSTERS_VERSION = 8  # raise it with whatever changes which clusters the same bonds give: stores are then linked anew
TWICE = 0.5  # log-odds by which clusters are further apart that only meet if a document tells one incident twice
FEW = 1 / 3  # share of the pairs between two clusters that a date or place may exclude: one account that was read wrongly
DOUBT = 1.0  # log-odds by which two clusters are further apart where it does
LATER = 1.0  # log-odds by which what is only told in passing is joined later
# (log-odds, contradiction) of a pair of claim ids.
Bond = Callable[[str, str], tuple[float, bool]]
# Whether two claims of one document may be the same incident told twice.
Twice = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The claims of one incident. `id` is the hash of its first claim; `claim_ids` count as accounts, `mentions` do not.

    `source_groups` gives each document's independent source, from 1. `overruled` are judgements on these claims that newer
    judgements made impossible.
    """

    id: str
    claim_ids: tuple[str, ...]
    mentions: tuple[str, ...] = ()
    source_groups: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    overruled: tuple[Judgement, ...] = ()

    @property
    def all_ids(self) -> tuple[str, ...]:
        """Accounts first, then mentions."""
        return (*self.claim_ids, *self.mentions)


def join_claims(
    documents: Mapping[str, str],
    near: Mapping[tuple[str, str], tuple[float, bool] | None],
    bond: Bond,
    decisions: Decisions,
    weights: Weights,
    passing: frozenset[str] = frozenset(),
    twice: Twice = lambda one, other: False,
    families: Mapping[str, str] = MappingProxyType({}),
    again: Sequence[tuple[str, str]] = (),
) -> list[tuple[str, ...]]:
    """Groups of claim ids. `documents` gives each claim's document; the result depends on the sets given, not on their order.

    Of two claims of one document that lie nearly as close to a third, one told in passing (`passing`) comes last.

    `near` are the pairs that may join two clusters, with their bond where it is known.

    The two closest clusters are joined first, by the mean bond over all their pairs and the closest one; a join that would put
    two claims of one document together, or meet a contradiction between claims, is refused. That is what keeps chains
    from forming: a coarse account may lie close to two incidents that exclude each other, and then goes to the closer one.
    Where most pairs fit, and a third at most exclude each other, it is one account whose date or place was read wrongly: that
    one holds the others apart no longer.
    Where `twice` holds of the two claims, what other documents tell may join them nevertheless: a report tells its incident in
    the headline, and again where it comes to speak of it. So may they where the document's claim in one of the two clusters is
    of another family (`families`) than all that others tell there, the other's: an arrest among accounts of the shooting.
    The pairs of `again` tell one incident twice, whatever others tell: they are one account from the start, unless a person
    says otherwise, and who fits one of them fits the other.
    """
    joining = _Joining(documents, bond, decisions, weights, passing, twice, families)
    joining.obey()
    joining.tell_again(again)
    joining.join(near)
    return joining.groups()


class _Joining:
    def __init__(
        self,
        documents: Mapping[str, str],
        bond: Bond,
        decisions: Decisions,
        weights: Weights,
        passing: frozenset[str],
        twice: Twice,
        families: Mapping[str, str],
    ) -> None:
        self._twice, self._families = twice, families
        self._documents, self._bond, self._weights = documents, bond, weights
        self._passing = passing
        self._decisions = decisions
        self._members: dict[str, tuple[str, ...]] = {claim: (claim,) for claim in documents}
        self._cluster_of: dict[str, str] = {claim: claim for claim in documents}
        self._near: dict[str, set[str]] = {claim: set() for claim in documents}
        self._apart: dict[str, set[str]] = {}
        for a, b in decisions.different:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)
        self._memory: dict[tuple[str, str], tuple[float, bool]] = {}
        self._alike: dict[str, tuple[str, ...]] = {}  # of claims that people called the same, all of them

    def obey(self) -> None:
        for a, b in sorted(self._decisions.same):
            if a in self._documents and b in self._documents and self._cluster_of[a] != self._cluster_of[b]:
                self._merge(self._cluster_of[a], self._cluster_of[b])
        joined = [members for members in self._members.values() if len(members) > 1]
        self._alike = {claim: members for members in joined for claim in members}

    def tell_again(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Put the two tellings of a report together, where no decision holds them, or what they were put to, apart."""
        for a, b in sorted(pairs):
            one, two = self._cluster_of[a], self._cluster_of[b]
            if one != two and not self._are_apart(self._members[one], self._members[two]):
                alike = (*self._alike.get(a, (a,)), *self._alike.get(b, (b,)))
                self._alike.update((claim, tuple(sorted(alike))) for claim in alike)
                self._merge(one, two)

    def _are_apart(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """True if a person holds a claim of the one apart from one of the other."""
        return any(y in self._apart.get(x, ()) for x in a for y in b)

    def join(self, near: Mapping[tuple[str, str], tuple[float, bool] | None]) -> None:
        self._memory.update((pair, known) for pair, known in near.items() if known is not None)
        for a, b in near:
            one, two = self._cluster_of[a], self._cluster_of[b]
            if one != two:
                self._near[one].add(two)
                self._near[two].add(one)
        heap = [row for one in self._near for two in self._near[one] if one < two and (row := self._row(one, two))]
        heapq.heapify(heap)
        while heap:
            *_, one, two, size_one, size_two = heapq.heappop(heap)
            if len(self._members.get(one, ())) != size_one or len(self._members.get(two, ())) != size_two:
                continue
            kept = self._merge(one, two)
            for other in sorted(self._near[kept]):
                if row := self._row(*sorted((kept, other))):
                    heapq.heappush(heap, row)

    def groups(self) -> list[tuple[str, ...]]:
        return sorted(self._members.values())

    def _row(self, one: str, two: str) -> tuple[float, float, str, str, int, int] | None:
        """Two clusters that may be joined, the closest first; of those as close as counts, those whose best pair is closer yet.

        Two copies of a report that tells a raid and the fight behind it are so close throughout that only this tells raid from
        fight.
        """
        found = self._closeness(one, two)
        if found is None or found[0] <= self._weights.link:
            return None
        late = LATER * sum(self._passing.issuperset(self._members[group]) for group in (one, two))
        return late - found[0], -found[1], one, two, len(self._members[one]), len(self._members[two])

    def _closeness(self, one: str, two: str) -> tuple[float, float] | None:
        """Log-odds between two clusters, and those of their closest pair alone, unclipped; None where they must stay apart."""
        a, b = self._members[one], self._members[two]
        if self._are_apart(a, b):
            return None
        shared = {self._documents[x] for x in a} & {self._documents[y] for y in b}
        if shared and not self._are_told_twice(a, b):
            return None
        bonds = [self._best(x, y) for x in a for y in b if not (shared and self._tell_twice(x, y, shared))]
        if not bonds:
            return None
        excluded = sum(contradiction for _, contradiction in bonds)
        if excluded > FEW * len(bonds):
            return None
        clip = self._weights.clip
        values = sorted(-clip if contradiction else max(-clip, min(clip, value)) for value, contradiction in bonds)
        mean = self._weights.nearest * values[-1] + (1 - self._weights.nearest) * sum(values) / len(values)
        closest = max(value for value, contradiction in bonds if not contradiction)
        return mean - TWICE * bool(shared) - DOUBT * bool(excluded), closest

    def _are_told_twice(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """True if every document of both may tell one incident twice. What binds them are the documents that tell it once.

        Of a document that stands in a cluster with several claims already, one that may be the other's suffices: the arrest
        beside the shooting is no telling of it. A copy tells both as the original does, and says nothing about it.
        """
        both = [(x, y) for x in a for y in b if self._documents[x] == self._documents[y]]
        twice = (
            self._documents[x] for x, y in both if self._twice(x, y) or self._is_stranger(x, y, a) or self._is_stranger(y, x, b)
        )
        return {self._documents[x] for x, _ in both} == set(twice)

    def _is_stranger(self, claim: str, other: str, members: Sequence[str]) -> bool:
        """True for a claim among accounts of other documents that all are of the family of another claim of its document."""
        family = self._families.get(other)
        told = {self._families.get(x) for x in members if self._documents[x] != self._documents[claim]}
        return family is not None and told == {family} and self._families.get(claim) != family

    def _tell_twice(self, x: str, y: str, shared: AbstractSet[str]) -> bool:
        """True for two claims of documents that tell both clusters: their closeness is no evidence."""
        return self._documents[x] in shared and self._documents[y] in shared

    def _best(self, x: str, y: str) -> tuple[float, bool]:
        """The bond of two claims; who fits one of those that a person called the same fits them all."""
        one, two = self._alike.get(x, (x,)), self._alike.get(y, (y,))
        if len(one) == len(two) == 1:
            return self._remember(x, y)
        bonds = [self._remember(a, b) for a in one for b in two]
        return max((bond for bond in bonds if not bond[1]), default=bonds[0])

    def _remember(self, x: str, y: str) -> tuple[float, bool]:
        key = (x, y) if x < y else (y, x)
        if key not in self._memory:
            self._memory[key] = self._bond(*key)
        return self._memory[key]

    def _merge(self, one: str, two: str) -> str:
        kept, gone = sorted((one, two))
        self._members[kept] = tuple(sorted((*self._members[kept], *self._members.pop(gone))))
        for claim in self._members[kept]:
            self._cluster_of[claim] = kept
        near = (self._near[kept] | self._near.pop(gone)) - {kept, gone}
        for other in near:
            self._near[other].discard(gone)
            self._near[other].add(kept)
        self._near[kept] = near
        return kept


def pick_first(claim_ids: Sequence[str], published: Mapping[str, str]) -> str:
    """The claim an incident is named after: of the document that was published first, then by id."""
    return min(claim_ids, key=lambda claim: (published[claim], claim))
