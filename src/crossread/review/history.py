"""What people decided about an incident, a sentence for each decision: who, when, about which accounts, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from crossread.errors import CrossreadError
from crossread.flow.changed_slots import tell_changes
from crossread.flow.incident_steps import INCIDENT, carry_judgements
from crossread.records import Incident, Judgement
from crossread.store import Store
from crossread.weigh import group_decisions, name_source, say_decision

MOST_NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One decision, however many judgements it was written as."""

    at: datetime
    who: str
    said: str
    reason: str | None


def list_history(store: Store, found: Incident) -> list[Happening]:
    """What people decided about the incident and its claims, the newest first, what was taken back included.

    How coders read for themselves is left out: it decides nothing here, and one who is to read alone may look at this page.
    """
    about = {found.id, *(account.claim_id for account in found.accounts)}
    log = [row for row in store.iter_judgements() if row.kind != "code"]
    today = carry_judgements(store).stand_ins  # decisions on claims of an older reading, or of a report since corrected
    ids = {row.id for row in log for name in (row.subject, row.other) if name and today.get(name, name) in about}
    ids |= {row.id for row in log if row.subject in ids}
    changes = tell_changes(store, (row for row in log if row.id in ids))
    teller = _Teller(store=store, here=found.id, known={row.id: row for row in log}, changes=changes)
    decisions = [group for group in group_decisions(log) if any(row.id in ids for row in group)]
    return [
        Happening(at=group[0].made_at, who=group[0].made_by, said=teller.say(group), reason=group[0].reason)
        for group in reversed(decisions)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Says decisions in words. `here` is the incident whose page this is on, `known` the log by id,
    `changes` what its corrections changed."""

    store: Store
    here: str
    known: Mapping[str, Judgement]
    changes: Mapping[str, str]

    def say(self, rows: Sequence[Judgement]) -> str:
        if any(row.kind == "undo" for row in rows):  # what a person wrote by hand is set aside in the same breath
            undone = [self.known[row.subject] for row in rows if row.kind == "undo" and row.subject in self.known]
            return f"took back: {self.say(undone)}" if undone else "took a decision back"
        return say_decision(rows, self._names, self.changes)

    def _names(self, names: Iterable[str | None]) -> str:
        told = list(dict.fromkeys(name for name in names if name))
        more = f" and {len(told) - MOST_NAMED} more" if len(told) > MOST_NAMED else ""
        return "; ".join(self._name(name) for name in told[:MOST_NAMED]) + more

    def _name(self, name: str) -> str:
        """A claim by its source and words, an incident by its line; the id where it is gone."""
        if name == self.here:
            return "this incident"
        try:
            if name.startswith(INCIDENT):
                found = self.store.get_incident(name)
                return f"{name}, which leads here" if found.id == self.here else f"“{found.summary}” ({name})"
            claim = self.store.get_claim(name)
            document = self.store.get_document(claim.document_id)
            return f"{name_source(document, document.id).line} “{' '.join(claim.trigger.quote.split())}”"
        except CrossreadError:
            return name
