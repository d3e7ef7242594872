"""How each coder reads the candidates of a report: by their own decisions alone, whatever others decided."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crossread.records import Claim, Judgement
from crossread.records.judgement import VERDICT
from crossread.review.handwritten import WRITTEN
from crossread.store import Store
from crossread.weigh import apply_corrections

ADJUDICATED = "adjudicated: "  # how the reason of a decision between two coders begins: it is no coding of its own
LIVE = ("accept", "dismiss", "correct")  # decisions that incidents follow
Log = Mapping[str, Sequence[Judgement]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One candidate as one coder reads it. `kept` is False where they say that there is no such claim, with the `reason`."""

    coder: str
    claim: Claim
    kept: bool
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codings:
    """Of each coder, the decisions on each candidate by claim id, oldest first; `live` are those that incidents follow.

    `own` are the claims that each of them wrote by hand.
    """

    by_coder: Mapping[str, Log]
    live: Log
    own: Mapping[str, Collection[str]] = field(default_factory=dict)

    @property
    def coders(self) -> list[str]:
        """Everybody who decided something about a claim on their own."""
        return sorted(self.by_coder)

    def of(self, coder: str) -> Log:
        """What one of them decided; nothing for somebody who is no coder yet."""
        return self.by_coder.get(coder, {})

    def shared(self, first: str, second: str) -> list[str]:
        """The candidates that both decided on."""
        return sorted(set(self.of(first)) & set(self.of(second)))

    def written(self, coder: str) -> frozenset[str]:
        """The claims that one of them wrote by hand and did not take back."""
        return frozenset(self.own.get(coder, ())) & self.of(coder).keys()

    def read(self, claim: Claim, coder: str) -> Coding:
        """The claim as the machine made it, with this coder's own corrections; kept unless they say otherwise."""
        decided = self.of(coder).get(claim.id, ())
        slots = [replace(row, kind="correct") for row in decided if row.slot and row.slot != VERDICT]
        verdict = next((row for row in reversed(decided) if topic_of(row) == VERDICT), None)
        kept = verdict is None or _says(verdict) == "accept"
        (told,) = apply_corrections([claim], slots)
        return Coding(coder=coder, claim=told, kept=kept, reason=verdict.reason if verdict else None)

    def adjudicated(self, claim_id: str, topic: str, read: Iterable[tuple[str, str]]) -> Judgement | None:
        """The decision between two coders that still holds: none where one of them decided anew since.

        `read` gives each coder with the claim that they decided on: mostly this one, or one of their own.
        """
        newest = max((row.made_at for name, claim in read for row in self.of(name).get(claim, ())), default=None)
        rows = [row for row in self.live.get(claim_id, ()) if is_adjudication(row) and topic_of(row) == topic]
        return rows[-1] if rows and newest is not None and rows[-1].made_at > newest else None


def load_codings(store: Store) -> Codings:
    """What stands of all coders. Whoever went over another's decision, or between two, did not read on their own there."""
    standing = [row for row in store.iter_judgements(standing=True) if row.kind in (*LIVE, "code")]
    of_claims = [row for row in standing if not row.subject.startswith("inc_")]
    alone = {row.subject for row in of_claims if row.reason == WRITTEN}  # for themselves, whatever the reader found there
    names = store.find_stand_ins({row.subject for row in of_claims} - alone) | store.find_copies(alone)
    own: dict[str, set[str]] = {}
    for row in of_claims:
        if row.reason == WRITTEN:
            own.setdefault(row.made_by, set()).add(names.get(row.subject, row.subject))
    by_coder: dict[str, dict[str, list[Judgement]]] = {}
    live: dict[str, list[Judgement]] = {}
    first: dict[tuple[str, str], str] = {}
    for told in of_claims:
        row = replace(told, subject=names.get(told.subject, told.subject))
        mine = True
        if row.kind in LIVE:
            live.setdefault(row.subject, []).append(row)
            mine = first.setdefault((row.subject, topic_of(row)), row.made_by) == row.made_by and not is_adjudication(row)
        if mine:
            by_coder.setdefault(row.made_by, {}).setdefault(row.subject, []).append(row)
    return Codings(by_coder=by_coder, live=live, own=own)


def topic_of(row: Judgement) -> str:
    """What of a claim a decision is about: a slot, or whether there is such a claim."""
    return VERDICT if row.kind in ("accept", "dismiss") else row.slot or VERDICT


def is_adjudication(row: Judgement) -> bool:
    """True for a decision between two coders."""
    return (row.reason or "").startswith(ADJUDICATED)


def _says(row: Judgement) -> str:
    return str(json.loads(row.value or "null")) if row.kind == "code" else row.kind
