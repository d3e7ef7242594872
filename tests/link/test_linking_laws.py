"""The laws of linking, on random collections."""

from __future__ import annotations

from itertools import combinations

from claim_maker import collections, judge
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.link import link_claims
from crossread.link.cluster import join_claims
from crossread.link.judged import Decisions
from crossread.link.weights import load_weights
from crossread.records import Claim, Document

Drawn = tuple[list[Claim], dict[str, Document]]
laws = settings(max_examples=60, deadline=None)


@laws
@given(drawn=collections(), random=st.randoms(use_true_random=False))
def test_order_changes_nothing(drawn: Drawn, random: st.DataObject) -> None:
    """The same claims and documents in any order give the very same clusters, ids included."""
    claims, documents = drawn
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = dict(sorted(documents.items(), reverse=True))
    assert link_claims(claims, documents) == link_claims(shuffled, again)


@laws
@given(drawn=collections())
def test_no_two_accounts_of_one_document_meet(drawn: Drawn) -> None:
    """A document gives an incident one account; what it tells of it a second time is a mention beside that account."""
    claims, documents = drawn
    home = {claim.id: claim.document_id for claim in claims}
    scopes = {claim.id: claim.scope for claim in claims}
    for cluster in link_claims(claims, documents):
        sources = [home[name] for name in cluster.claim_ids]
        assert len(sources) == len(set(sources))
        assert all(home[name] in sources for name in cluster.mentions if scopes[name] == "incident")
        assert len({home[name] for name in cluster.all_ids}) > 1 or len(cluster.all_ids) == 1


@laws
@given(drawn=collections())
def test_every_claim_is_in_one_cluster_and_totals_make_none(drawn: Drawn) -> None:
    """Nothing vanishes and nothing is told twice; a total is attached or left out, and never an account."""
    claims, documents = drawn
    clusters = link_claims(claims, documents)
    placed = [name for cluster in clusters for name in cluster.all_ids]
    assert len(placed) == len(set(placed))
    assert {claim.id for claim in claims if claim.scope != "aggregate"} <= set(placed)
    scopes = {claim.id: claim.scope for claim in claims}
    for cluster in clusters:
        assert all(scopes[name] == "incident" for name in cluster.claim_ids)
        assert any(scopes[name] != "aggregate" for name in cluster.all_ids)


@laws
@given(drawn=collections(), data=st.data())
def test_judgements_are_obeyed(drawn: Drawn, data: st.DataObject) -> None:
    """What a person holds to be the same is one cluster, what a person holds to be different is two, whatever the score."""
    claims, documents = drawn
    names = sorted(claim.id for claim in claims if claim.scope != "aggregate")
    pairs = list(combinations(names, 2))
    if not pairs:
        return
    same = data.draw(st.sampled_from(pairs))
    different = data.draw(st.sampled_from(pairs))
    judgements = [judge("same", *same, minute=1)] + ([judge("different", *different, minute=2)] if different != same else [])
    clusters = link_claims(claims, documents, judgements)
    together = [set(pair) <= set(cluster.all_ids) for pair in (same, different) for cluster in clusters]
    assert any(together[: len(clusters)])
    if different != same:
        assert not any(together[len(clusters) :])


@laws
@given(drawn=collections())
def test_numbers_of_sources_depend_on_the_set_only(drawn: Drawn) -> None:
    """Every document of a cluster has a source number, counted from 1 without gaps."""
    for cluster in link_claims(*drawn):
        numbers = set(cluster.source_groups.values())
        assert numbers == set(range(1, len(numbers) + 1))


def test_of_pairs_as_close_as_counts_the_closest_yet_go_first() -> None:
    """Two copies tell a raid and the fight behind it: raid meets raid, however close raid and fight are to each other."""
    told = {"a": "doc_1", "d": "doc_1", "b": "doc_2", "c": "doc_2"}  # fights: a and c, raids: b and d
    close = {("a", "b"): 9.5, ("a", "c"): 9.2, ("b", "d"): 11.3, ("c", "d"): 6.3}
    near = {pair: (odds, False) for pair, odds in close.items()}
    groups = join_claims(told, near, lambda x, y: near.get((min(x, y), max(x, y)), (-9.0, True)), Decisions(), load_weights())
    assert groups == [("a", "c"), ("b", "d")]
    assert min(close.values()) > load_weights().clip
