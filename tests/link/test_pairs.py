"""Blocks and bounds: nothing that is bound may be lost on the way to the comparisons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np
from claim_maker import collections, harm, make_claim, make_document
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.link.bonds import components, find_bonds
from crossread.link.collection import Collection
from crossread.link.keys import MOST_SHARING_A_NAME, is_name_block, looks_in, stands_in
from crossread.link.pairs import candidate_pairs
from crossread.link.score import score_pair
from crossread.link.screen import Screen
from crossread.link.weights import load_weights
from crossread.link.word_counts import WordCounts
from crossread.records import Claim, Document, Place

Drawn = tuple[list[Claim], dict[str, Document]]
laws = settings(max_examples=60, deadline=None)


@laws
@given(drawn=collections())
def test_looking_is_mutual(drawn: Drawn) -> None:
    """If one claim looks where another stands, the other looks where it stands: it does not matter who came first."""
    collection = Collection(*drawn)
    stand = {name: stands_in(telling, collection.rarity) for name, telling in collection.tellings.items()}
    look = {name: looks_in(telling, collection.rarity) for name, telling in collection.tellings.items()}
    for a, b in combinations(stand, 2):
        assert bool(look[a] & stand[b]) == bool(look[b] & stand[a])


@laws
@given(drawn=collections())
def test_the_bound_is_never_below_the_score(drawn: Drawn) -> None:
    """What the bounds throw away, no comparison would have kept; two claims of one document are no candidates."""
    collection = Collection(*drawn)
    names = sorted(collection.tellings)
    pairs = list(combinations(range(len(names)), 2))
    if not pairs:
        return
    screen = Screen([collection.tellings[name] for name in names], collection.weights, load_weights())
    a, b = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    for one, two, bound in zip(a, b, screen.bound(a, b), strict=True):
        row = score_pair(collection.pair(names[one], names[two]))
        if collection.claims[row.a].document_id == collection.claims[row.b].document_id:
            continue
        assert row.contradiction or bound >= row.log_odds


@laws
@given(drawn=collections())
def test_bonds_are_the_pairs_that_score_above_the_threshold(drawn: Drawn) -> None:
    """Blocks, bounds and early stops give what comparing every candidate outright gives."""
    collection = Collection(*drawn)
    wanted = set()
    for a, b in candidate_pairs(list(collection.tellings.values()), collection.rarity):
        row = score_pair(collection.pair(a, b))
        if "aggregate" not in (collection.claims[a].scope, collection.claims[b].scope):
            wanted |= {(a, b)} if row.log_odds > load_weights().link and not row.contradiction else set()
    bonds = list(find_bonds(collection))
    single = {(x.a, x.b) for x in bonds if "aggregate" not in (collection.claims[x.a].scope, collection.claims[x.b].scope)}
    assert single == wanted
    assert len(bonds) == len(set(bonds))


@laws
@given(drawn=collections(), data=st.data())
def test_bonds_of_some_are_theirs_among_all(drawn: Drawn, data: st.DataObject) -> None:
    """Asked for the bonds of some claims only, linking finds those and no others."""
    collection = Collection(*drawn)
    some = data.draw(st.sets(st.sampled_from(sorted(collection.claims))))
    every = set(find_bonds(collection))
    assert set(find_bonds(collection, only=some)) == {bond for bond in every if bond.a in some or bond.b in some}


@given(
    days=st.integers(min_value=-7, max_value=7),
    north=st.floats(min_value=-0.99, max_value=0.99),
    east=st.floats(min_value=-0.99, max_value=0.99),
    start=st.dates(min_value=date(2010, 1, 1), max_value=date(2020, 1, 1)),
)
def test_what_is_near_in_time_and_place_meets(days: int, north: float, east: float, start: date) -> None:
    """A week and a cell apart two claims always share a block, across the edges of weeks, cells and the map."""
    claims, documents = [], {}
    for name, day, point in (("one", start, (9.5, 179.9)), ("two", start + timedelta(days=days), (9.5 + north, 179.9 + east))):
        documents[name] = make_document(name, text=f"{name}: it happened.")
        longitude = (point[1] + 180) % 360 - 180
        place = Place(
            name=None, country=None, admin1=None, gazetteer_id=None, latitude=point[0], longitude=longitude, precision="exact"
        )
        claims.append(make_claim(documents[name], day=day, place=place))
    collection = Collection(claims, documents)
    assert len(candidate_pairs(list(collection.tellings.values()), collection.rarity)) == 1


def test_a_name_that_many_share_opens_no_block() -> None:
    """A name in more claims than a rare one has is no sign; up to that many it brings together claims without a date."""
    for size, met in ((MOST_SHARING_A_NAME, True), (MOST_SHARING_A_NAME + 1, False)):
        documents = {f"d{n}": make_document(f"d{n}", text="They fell near the Sarakole bakery.") for n in range(size)}
        claims = [make_claim(document) for document in documents.values()]
        quoted = [replace(claim, trigger=documents[claim.document_id].quote(0, 34)) for claim in claims]
        collection = Collection(quoted, documents, WordCounts(documents=100_000))
        keys = {key for telling in collection.tellings.values() for key in stands_in(telling, collection.rarity)}
        assert len([key for key in keys if is_name_block(key)]) == 1
        assert bool(candidate_pairs(list(collection.tellings.values()), collection.rarity)) == met


def test_components_follow_ties_over_others() -> None:
    """A~B and B~C put A and C in one component; a tie to a claim that is not there is none."""
    assert components("abcde", [("a", "b"), ("b", "c"), ("d", "x")]) == [["a", "b", "c"], ["d"], ["e"]]


def test_a_whole_war_is_bound_to_itself_only() -> None:
    """Forty accounts of one attack are one component, and another attack of that day elsewhere is not in it."""
    documents = {f"d{n}": make_document(f"d{n}", text=f"{n} tell of it.", published=date(2019, 1, 12)) for n in range(41)}
    claims = [
        make_claim(document, day=date(2019, 1, 10), place="Mopti" if n == 40 else "Gao", harm=(harm("killed", 12),))
        for n, document in enumerate(documents.values())
    ]
    collection = Collection(claims, documents)
    ties = [(bond.a, bond.b) for bond in find_bonds(collection)]
    assert sorted(map(len, components(collection.claims, ties))) == [1, 40]
