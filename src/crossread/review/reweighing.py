"""An incident's claims as people corrected them, and the same incident counted by another policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.records import Claim, Document, Incident, Judgement
from crossread.store import Store
from crossread.weigh import apply_corrections, weigh_cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class _Together:
    """The claims of an incident that is already linked, as weighing takes them."""

    id: str
    claim_ids: tuple[str, ...]
    mentions: tuple[str, ...]
    source_groups: Mapping[str, int]


def correct_claims(store: Store, claims: Iterable[Claim]) -> list[Claim]:
    """The claims with the slots that people corrected; a correction of an older reading goes with its stand-in."""
    return apply_corrections(claims, _list_decisions(store))


def weigh_again(
    store: Store, incident: Incident, *, claims: Mapping[str, Claim], documents: Mapping[str, Document], policy: str
) -> Incident:
    """The incident under `policy`, for this page alone: what the store holds stays as it is. Unknown policies are refused."""
    told = {account.claim_id for account in incident.accounts}
    decisions = _list_decisions(store)
    anchors = store.find_anchors(row.subject for row in decisions if row.subject.startswith("inc_"))
    named = [replace(row, subject=incident.id) if anchors.get(row.subject) in told else row for row in decisions]
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


def _list_decisions(store: Store) -> Sequence[Judgement]:
    """What stands, under the ids that claims have today."""
    standing = list(store.iter_judgements(standing=True))
    names = store.find_stand_ins(row.subject for row in standing if not row.subject.startswith("inc_"))
    return [replace(row, subject=names.get(row.subject, row.subject)) for row in standing]
