"""Killed and injured of news reports of one shooting each, read whole, against the record of the incident (LongTail).

Used by `counts.py longtail FOLDER`. The folder holds docs.jsonl (one report a line) and incidents.jsonl (the record: date,
killed, injured).
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from crossread.extract import EncoderExtractor
from crossread.normalize import Normalizer
from crossread.records import Claim, Document, document_id
from crossread.weigh.tolls import add_counts

LETHAL = frozenset(
    ("armed_attack", "killing", "armed_clash", "bombing", "crackdown", "accident", "riot", "abduction", "ill_treatment")
)
EFFECTS = ("killed", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One report and the record of what it tells."""

    document: Document
    killed: int
    injured: int


def load_cases(folder: Path, *, sample: int) -> list[Case]:
    """A fixed random sample of the reports that have a record; reports without a date of publication are left out."""
    incidents = {row["incident_uri"]: row for row in _rows(folder / "incidents.jsonl")}
    cases = []
    for row in _rows(folder / "docs.jsonl"):
        incident = incidents.get(row["incident_id"])
        if incident and row["text"].strip() and len(row["dct"] or "") == 10:
            cases.append(_case(row, incident))
    random.Random(0).shuffle(cases)
    return cases[:sample]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _case(row: dict[str, Any], incident: dict[str, Any]) -> Case:
    published = date.fromisoformat(row["dct"])
    text = f"{row['title']}\n\n{row['text']}"
    made = document_id(text, source=None, external_id=row["doc_id"], published=published)
    document = Document(id=made, text=text, external_id=row["doc_id"], title=row["title"], published=published, language="en")
    return Case(document=document, killed=incident["num_killed"], injured=incident["num_injured"])


def main_claim(claims: Sequence[Claim]) -> Claim | None:
    """The claim the report is about: of the shootings with somebody hurt the one told first, an `incident` before others."""
    told = [c for c in claims if c.harm and c.type in LETHAL and c.scope != "aggregate" and is_told(c)]
    return min(told, key=lambda c: (c.scope != "incident", _first_told(c)), default=None)


def is_told(claim: Claim) -> bool:
    """True for an act that took place."""
    return claim.status == "accomplished"


def _first_told(claim: Claim) -> int:
    return min(evidence.span.start for evidence in (claim.trigger, *claim.retellings))


def toll(claim: Claim, effect: str) -> int:
    """What the claim tells under one effect, added up as incidents are.

    Where people are told to be hit, but not whether killed ("five were shot, one is dead"), those not told dead are injured.
    """
    told = _sum(claim, effect)
    return max(0, _sum(claim, "casualties") - _sum(claim, "killed")) if effect == "injured" and not told else told


def _sum(claim: Claim, effect: str) -> int:
    """The number of people under an effect; one where rows tell none."""
    rows = [row for row in claim.harm if row.effect == effect and row.part_of is None]
    count = add_counts(rows)
    number = (count.low if count.low is not None else count.high) if count else None
    return int(bool(rows)) if number is None else number


def measure(folder: Path, *, sample: int) -> dict[str, Any]:
    """Share of reports whose killed and injured are the record's, and how the others differ."""
    cases = load_cases(folder, sample=sample)
    normalizer = Normalizer()
    right: Counter[str] = Counter()
    off: dict[str, Counter[int]] = {effect: Counter() for effect in EFFECTS}
    extractions = EncoderExtractor().extract([case.document for case in cases])
    for case, extraction in zip(cases, extractions, strict=True):
        claim = main_claim(normalizer.normalize(case.document, extraction).claims)
        for effect in EFFECTS:
            found = toll(claim, effect) if claim else 0
            gold = case.killed if effect == "killed" else case.injured
            right[effect] += found == gold
            off[effect][max(-3, min(3, found - gold))] += 1
    return {
        "reports": len(cases),
        **{f"{effect}_exact": round(100 * right[effect] / max(1, len(cases)), 1) for effect in EFFECTS},
        **{f"{effect}_off": dict(sorted(off[effect].items())) for effect in EFFECTS},
    }
