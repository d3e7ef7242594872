"""Reports that came to an incident after people had accepted it: whoever did has not seen what they tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from crossread.records import Judgement
from crossread.store import Store
from crossread.weigh import plural, say_review


def count_later(store: Store, reviews: Mapping[str, Judgement]) -> dict[str, int]:
    """For each accepted incident of `reviews` how many of its reports came into the store since; only those with any."""
    accepted = {name: row.made_at for name, row in reviews.items() if row.kind == "accept"}
    if not accepted:
        return {}
    with store.links() as links:
        added = links.find_added(accepted)
    counts = {
        name: sum(datetime.fromisoformat(moment) > accepted[name] for moment in moments.values())
        for name, moments in added.items()
    }
    return {name: count for name, count in counts.items() if count}


def tell_review(store: Store, incident_id: str) -> str:
    """`accepted by awa, 2 Jun 2021; 1 report came since: look at it again`, empty where nobody decided about the incident."""
    decided = store.incident_reviews().get(incident_id)
    if decided is None:
        return ""
    later = count_later(store, {incident_id: decided}).get(incident_id, 0)
    said = say_review(decided)
    return f"{said}; {plural(later, 'report')} came since: look at it again" if later else said
