"""What is weighed together: the claims of one cluster with their documents and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from crossread.folding import fold_letters
from crossread.records import Claim, Document
from crossread.weigh.naming import name_source


class ClusterOfClaims(Protocol):
    """What weighing needs to know of a cluster; `link` makes them."""

    @property
    def id(self) -> str:
        """The hash of its first claim."""
        ...

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The claims that are accounts of the incident, in the order they are shown."""
        ...

    @property
    def mentions(self) -> tuple[str, ...]:
        """The claims that only mention it: background and totals."""
        ...

    @property
    def source_groups(self) -> Mapping[str, int]:
        """For each document id the number of its independent source, counted from 1."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The claims of one incident: `accounts` decide the values, `mentions` (background, totals) are only shown beside them.

    `dismissed` are claims that a reviewer set aside, with the reason; they decide nothing.
    """

    id: str
    accounts: tuple[Claim, ...]
    mentions: tuple[Claim, ...]
    documents: Mapping[str, Document]
    groups: Mapping[str, int]
    dismissed: Mapping[str, str] = field(default_factory=dict)

    @property
    def deciding(self) -> tuple[Claim, ...]:
        """The claims that decide: accounts that stand, else the mentions that look back; if nothing stands, all of them.

        A discounted incident still shows what its accounts said.
        """
        standing = tuple(claim for claim in self.accounts if claim.id not in self.dismissed)
        looking_back = tuple(c for c in self.mentions if c.id not in self.dismissed and c.scope == "background")
        return standing or looking_back or (*self.accounts, *self.mentions)

    @property
    def standing(self) -> tuple[Claim, ...]:
        """Every claim that no reviewer dismissed, totals apart: accounts first, then mentions that look back."""
        rows = (*self.accounts, *(c for c in self.mentions if c.scope == "background"))
        return tuple(claim for claim in rows if claim.id not in self.dismissed)

    def group(self, claim: Claim) -> int:
        """The number of the claim's independent source."""
        return self.groups.get(claim.document_id, 0)

    def count_groups(self, claims: Iterable[Claim]) -> int:
        """How many independent sources stand behind these claims."""
        return len({self.group(claim) for claim in claims})

    def source(self, claim: Claim) -> str:
        """The source in words, as sentences give it; one that is not stated with the file that tells the report apart."""
        return name_source(self.documents.get(claim.document_id), claim.document_id).line

    def stated_source(self, claim: Claim) -> str | None:
        """The source as the report states it; None where it states none: nothing may be concluded from a file's name."""
        document = self.documents.get(claim.document_id)
        return document.source if document else None

    def published(self, claim: Claim) -> str:
        """ISO day of publication, empty where unknown; for ordering only."""
        document = self.documents.get(claim.document_id)
        return document.published.isoformat() if document and document.published else ""


def make_case(
    cluster: ClusterOfClaims, claims: Mapping[str, Claim], documents: Mapping[str, Document], dismissed: Mapping[str, str]
) -> Case:
    """The case of one cluster; claims come in the cluster's order."""
    return Case(
        id=cluster.id,
        accounts=tuple(claims[name] for name in cluster.claim_ids),
        mentions=tuple(claims[name] for name in cluster.mentions),
        documents=documents,
        groups=cluster.source_groups,
        dismissed=dismissed,
    )


def fold(text: str) -> str:
    """Lower case without accents, for comparing names."""
    return " ".join(fold_letters(text).replace("-", " ").split())
