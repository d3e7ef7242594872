"""What claims of one or more documents are about; derived from claims and judgements, never typed in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from crossread.records.value import Count, DateWindow, Place

SEVERITIES = ("outcome", "perpetrator", "date", "place", "number", "wording")
GRADES = ("confirmed", "fair", "weak", "contested", "discounted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One document's telling of the incident. `weight` is `account`, or `mention` for background and aggregate claims.

    `source_group` is the same for near-identical texts: they are one independent source.
    """

    claim_id: str
    document_id: str
    source: str | None
    source_group: int
    weight: str = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value that some accounts give for a slot; `claims` are the ids of the claims that give it."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Where accounts differ: the slot (`harm.killed`, `when`, `actors.perpetrator` …), how severe, who says what."""

    slot: str
    severity: str
    readings: tuple[Reading, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """The rolled-up number for one effect under the incident's policy. `best` is None where no account settles it.

    `open_from` is the highest lower bound that an account tells, where the range is open above and it is more than `best`.
    `reason` says in words why `best` is this one of several figures; it is empty where only one is told, or none settled.
    """

    effect: str
    count: Count
    best: int | None
    claims: tuple[str, ...]
    open_from: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One actor of the incident and the claims that name it in that role."""

    role: str
    name: str
    type: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident under one policy. `id` is permanent: it is the hash of the incident's first claim (see link).

    `told_as` is empty where an account tells it as done; else what all of them make of it: `attempted`, `threatened`, `denied`,
    `alleged` or `rumoured`.
    """

    id: str
    type: str
    policy: str
    grade: str
    grade_reason: str
    when: DateWindow | None
    where: Place | None
    parties: tuple[Party, ...]
    tolls: tuple[Toll, ...]
    accounts: tuple[Account, ...]
    disagreements: tuple[Disagreement, ...]
    independent_sources: int
    summary: str
    told_as: str = ""

    @property
    def is_news(self) -> bool:
        """True where a report that stands tells it as its news.

        False for what reports only mention in passing and for what was dismissed: such tolls belong in no sum.
        """
        return self.independent_sources > 0 and self.grade != "discounted"


def incident_id(first_claim: str) -> str:
    """The permanent id of the incident that was first told by this claim."""
    return f"inc_{hashlib.sha256(first_claim.encode()).hexdigest()[:16]}"
