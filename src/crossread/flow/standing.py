"""What people did not set aside: the claims and incidents that count for something."""

from __future__ import annotations

from dataclasses import replace

from crossread.flow.incident_steps import carry_judgements
from crossread.records import Incident
from crossread.store import Store
from crossread.weigh.corrections import dismissals

AT_ONCE = 500  # incidents asked for in one question to the database


def dismissed_claims(store: Store) -> dict[str, str]:
    """Each claim that was dismissed, by itself or with its incident, and why."""
    reasons = dismissals(carry_judgements(store).judgements)
    found = {name: reason for name, reason in reasons.items() if not name.startswith("inc_")}
    reviews = {name: row for name, row in store.incident_reviews().items() if row.kind == "dismiss"}
    names = sorted(reviews)
    for start in range(0, len(names), AT_ONCE):
        for incident in store.get_incidents(names[start : start + AT_ONCE]):
            for account in incident.accounts:
                found.setdefault(account.claim_id, reviews[incident.id].reason or "no reason given")
    return found


def standing_incidents(store: Store) -> list[Incident]:
    """The incidents that were not dismissed, without the accounts that were."""
    aside = dismissed_claims(store)
    rows = [
        replace(incident, accounts=tuple(row for row in incident.accounts if row.claim_id not in aside))
        for incident in store.iter_incidents()
    ]
    return [incident for incident in rows if incident.accounts]
