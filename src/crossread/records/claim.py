"""What one document says about one incident, every slot with its words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from crossread.records.span import Evidence
from crossread.records.value import Count, DateWindow, Place, Slot

# What a claim says: the slots that a reviewer may correct, each by the value that it has in the claim JSON.
SLOTS = ("type", "scope", "status", "stance", "when", "where", "actors", "harm", "means", "speakers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who took part and how. `name` is the neutral, expanded name, None where the words name nobody."""

    role: str
    raw: str
    name: str | None
    type: str
    evidence: tuple[Evidence, ...] = ()
    score: float | None = None
    registry_id: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """One effect on one group. `part_of` is the index of the row this one is included in; `speaker` only where rows differ."""

    effect: str
    raw: str
    group: str | None
    group_type: str
    count: Count | None
    part_of: int | None = None
    speaker: str | None = None
    evidence: tuple[Evidence, ...] = ()
    score: float | None = None

    @property
    def has_number(self) -> bool:
        """True if a number or a bound is told; "dozens" and "soldiers" tell none."""
        return self.count is not None and (self.count.low is not None or self.count.high is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What it was done with."""

    kind: str
    raw: str
    evidence: tuple[Evidence, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says it. Roles: `reports`, `claims`, `accuses`, `denies`."""

    role: str
    raw: str
    name: str | None = None
    evidence: tuple[Evidence, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A loaded expression of the document. Kinds: `label`, `scare_quotes`, `verdict`, `call`."""

    kind: str
    about: str | None
    evidence: Evidence
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one document says about one incident. Immutable; the id is a hash of document, maker and evidence.

    `trigger` is the head at the fullest telling, `retellings` the other heads of the same claim in the same document.
    `score` is the probability (0 to 1) that a coder would make this claim. `made_by` is name@version of the extractor.
    """

    id: str
    document_id: str
    type: str
    scope: str
    status: str
    stance: str
    trigger: Evidence
    retellings: tuple[Evidence, ...] = ()
    when: Slot[DateWindow] | None = None
    where: Slot[Place] | None = None
    actors: tuple[Actor, ...] = ()
    harm: tuple[Harm, ...] = ()
    means: tuple[Means, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    score: float | None = None
    made_by: str = "unknown@0"

    def iter_evidence(self) -> Iterator[Evidence]:
        """Every quote the claim rests on, trigger first."""
        yield self.trigger
        yield from self.retellings
        for slot in (self.when, self.where):
            if slot is not None:
                yield from slot.evidence
        rows: tuple[Actor | Harm | Means | Speaker, ...] = (*self.actors, *self.harm, *self.means, *self.speakers)
        for row in rows:
            yield from row.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one extractor made of one document."""

    document_id: str
    claims: tuple[Claim, ...]
    wording: tuple[Wording, ...]
    made_by: str


def claim_id(*, document_id: str, made_by: str, type: str, trigger: Evidence) -> str:
    """The permanent id of a claim: who made it, of which document, from which words."""
    parts = (document_id, made_by, type, str(trigger.span), trigger.quote)
    return f"clm_{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"
