"""Totals beside the incidents that fall in them: of a store, for one incident or one claim, and of reports compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from crossread import weigh
from crossread.flow.incident_steps import carry_judgements
from crossread.records import Claim, Document, Incident
from crossread.store import ClaimFilter, IncidentFilter, Store
from crossread.weigh.corrections import dismissals

AGGREGATE = "aggregate"
# A total of a whole war takes in more incidents than are added up while somebody waits; it is then left out.
MOST_INCIDENTS = 2000


def totals_of_incident(store: Store, incident: Incident, *, most: int = 20) -> list[weigh.TotalCheck]:
    """The totals that the incident falls in, each against the sum of all incidents that do; at most so many."""
    window = incident.when
    if window is None or window.earliest is None or window.latest is None:
        return []
    told = ClaimFilter(scope=AGGREGATE, current=True, date_from=window.earliest)
    return list(islice((check for check in _iter_checks(store, told) if incident.id in check.incidents), most))


def totals_of_claim(store: Store, claim: Claim) -> list[weigh.TotalCheck]:
    """A total against the sum of its incidents: one row for each number it tells, none for other claims."""
    told = ClaimFilter(scope=AGGREGATE, document_id=claim.document_id)
    return [check for check in _iter_checks(store, told) if check.claim_id == claim.id]


def totals_of_reports(
    claims: Iterable[Claim], incidents: Sequence[Incident], documents: Mapping[str, Document]
) -> list[weigh.TotalCheck]:
    """The same for reports that are compared without a store: every total that they tell, in the order of the claims."""
    rows = list(claims)
    found: list[weigh.TotalCheck] = []
    for claim in rows:
        if claim.scope == AGGREGATE and claim.harm:
            beside = () if claim.where else (row for row in rows if row.document_id == claim.document_id)
            stretch = weigh.stretch_of(claim, documents.get(claim.document_id), beside)
            found += weigh.check_total(claim, stretch, incidents) if stretch is not None else ()
    return found


def _iter_checks(store: Store, told: ClaimFilter) -> Iterator[weigh.TotalCheck]:
    found = list(store.iter_claims(told))
    if not found:
        return
    carried = carry_judgements(store)
    dismissed = dismissals(carried.judgements)
    for claim in weigh.apply_corrections(found, carried.judgements):
        if claim.id in dismissed or not claim.harm:
            continue
        beside = () if claim.where else store.iter_claims(ClaimFilter(document_id=claim.document_id, current=True))
        stretch = weigh.stretch_of(claim, store.get_document(claim.document_id), beside)
        if stretch is None:
            continue
        where = IncidentFilter(date_from=stretch.when.earliest, date_to=stretch.when.latest, country=stretch.where.country)
        if store.count_incidents(where) <= MOST_INCIDENTS:
            yield from weigh.check_total(claim, stretch, list(store.iter_incidents(where)))
