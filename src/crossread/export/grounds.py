"""What a value rests on: the words of a claim's slot, and what a person decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crossread.records import Claim, Evidence, Judgement
from crossread.records.judgement import VERDICTS

# Slots whose words are those of the trigger: they say what kind of telling it is.
_OF_TRIGGER = ("type", "scope", "status", "stance")


def find_words(claim: Claim, slot: str) -> tuple[Evidence, ...]:
    """The words a claim has for a slot (`when`, `actors`, `harm`, `harm.killed`, `harm#0` for one row); often none."""
    name, _, part = slot.partition(".")
    name, _, row = name.partition("#")
    if name in _OF_TRIGGER:
        return (claim.trigger,)
    if name == "when":
        return claim.when.evidence if claim.when else ()
    if name == "where":
        return claim.where.evidence if claim.where else ()
    if name == "harm":
        rows = [claim.harm[int(row)]] if row else [one for one in claim.harm if part in ("", one.effect)]
        return _each(evidence for one in rows for evidence in one.evidence)
    if name in ("actors", "means", "speakers"):
        return _each(evidence for one in getattr(claim, name) for evidence in one.evidence)
    return ()


def _each(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What stands of what people decided: corrections by claim and slot, verdicts by the id of a claim or an incident."""

    corrections: Mapping[tuple[str, str], Judgement]
    verdicts: Mapping[str, Judgement]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Decisions:
        """From judgements that stand, oldest first: of several the last holds."""
        rows = list(judgements)
        corrections: dict[tuple[str, str], Judgement] = {}
        for row in rows:
            if row.kind == "correct":
                corrections.pop((row.subject, row.slot or ""), None)  # so that the last one stands last
                corrections[row.subject, row.slot or ""] = row
        return cls(
            corrections=corrections,
            verdicts={row.subject: row for row in rows if row.kind in VERDICTS},
        )

    def review(self, claim_id: str, incident_id: str | None) -> Judgement | None:
        """The state a claim is in: its verdict, else the last correction of a slot, else the verdict on its incident."""
        corrected = [row for (subject, _), row in self.corrections.items() if subject == claim_id]
        last = max(reversed(corrected), key=lambda row: row.made_at, default=None)
        return self.verdicts.get(claim_id) or last or self.verdicts.get(incident_id or "")

    def find(self, claim_id: str, slot: str, incident_id: str | None) -> Judgement | None:
        """The decision a value stands by: its correction, else the verdict on the claim, else that on the incident."""
        name = slot.partition(".")[0].partition("#")[0]
        return self.corrections.get((claim_id, name)) or self.verdicts.get(claim_id) or self.verdicts.get(incident_id or "")
