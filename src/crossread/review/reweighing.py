"""An incident counted by another policy than the store's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from crossread.flow.incident_steps import carry_judgements
from crossread.records import Claim, Document, Incident
from crossread.store import Store
from crossread.weigh import weigh_cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class _Together:
    """The claims of an incident that is already linked, as weighing takes them."""

    id: str
    claim_ids: tuple[str, ...]
    mentions: tuple[str, ...]
    source_groups: Mapping[str, int]


def weigh_again(
    store: Store, incident: Incident, *, claims: Mapping[str, Claim], documents: Mapping[str, Document], policy: str
) -> Incident:
    """The incident under `policy`, for this page alone: what the store holds stays as it is. Unknown policies are refused."""
    told = {account.claim_id for account in incident.accounts}
    carried = carry_judgements(store)
    anchored = {name for name, claim in carried.anchors.items() if claim in told}
    named = [replace(row, subject=incident.id) if row.subject in anchored else row for row in carried.judgements]
    about = [row for row in named if row.subject == incident.id or row.subject in told]
    return weigh_cluster(_together(incident), claims, documents, policy, about)


def _together(incident: Incident) -> _Together:
    rows = incident.accounts
    return _Together(
        id=incident.id,
        claim_ids=tuple(row.claim_id for row in rows if row.weight == "account"),
        mentions=tuple(row.claim_id for row in rows if row.weight != "account"),
        source_groups={row.document_id: row.source_group for row in rows},
    )
