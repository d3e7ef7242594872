"""The laws of weighing, on random collections."""

from __future__ import annotations

from claim_maker import collections
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.link import link_claims
from crossread.records import Claim, Document, Incident
from crossread.records.incident import GRADES, SEVERITIES
from crossread.registry import list_plugins
from crossread.weigh import compare_cells, weigh_cluster

Drawn = tuple[list[Claim], dict[str, Document]]
laws = settings(max_examples=60, deadline=None)
policies = st.sampled_from(sorted(list_plugins("policies")))


def incidents(claims: list[Claim], documents: dict[str, Document], policy: str) -> list[Incident]:
    """Everything linked and weighed."""
    return [weigh_cluster(cluster, claims, documents, policy) for cluster in link_claims(claims, documents)]


@laws
@given(drawn=collections(), policy=policies)
def test_rebuilt_incidents_are_identical(drawn: Drawn, policy: str) -> None:
    """Dropped and built again from the same claims in another order, every incident is the same to the letter."""
    claims, documents = drawn
    assert incidents(claims, documents, policy) == incidents(claims[::-1], dict(sorted(documents.items())[::-1]), policy)


@laws
@given(drawn=collections(), policy=policies)
def test_tolls_keep_within_what_was_told(drawn: Drawn, policy: str) -> None:
    """Low, best and high stand in this order, and every end is a number that some account gives."""
    claims, documents = drawn
    told = {row.count.low for claim in claims for row in claim.harm if row.count}
    for incident in incidents(claims, documents, policy):
        for toll in incident.tolls:
            low, high = toll.count.low, toll.count.high
            assert low in told
            assert high is None or high in told
            assert toll.best is None or (low is not None and low <= toll.best and (high is None or toll.best <= high))


@laws
@given(drawn=collections())
def test_values_are_never_more_precise_than_a_telling(drawn: Drawn) -> None:
    """Date, place and type of an incident are, unchanged, those that one of its claims tells."""
    claims, documents = drawn
    by_id = {claim.id: claim for claim in claims}
    for incident in incidents(claims, documents, "best_low_high"):
        told = [by_id[account.claim_id] for account in incident.accounts]
        assert incident.when is None or any(claim.when and claim.when.value == incident.when for claim in told)
        assert incident.where is None or any(claim.where and claim.where.value == incident.where for claim in told)
        assert any(claim.type == incident.type for claim in told)


@laws
@given(drawn=collections())
def test_every_incident_can_be_shown(drawn: Drawn) -> None:
    """Grades, severities and cells are those of the codebook; each slot has a cell for every account."""
    claims, documents = drawn
    by_id = {claim.id: claim for claim in claims}
    for incident in incidents(claims, documents, "best_low_high"):
        assert incident.grade in GRADES
        assert {row.severity for row in incident.disagreements} <= set(SEVERITIES)
        assert all(len(row.readings) > 1 for row in incident.disagreements)
        for cells in compare_cells(incident, by_id, documents).values():
            assert set(cells) == {account.claim_id for account in incident.accounts}
