"""An incident's id stays with the larger part of it, and an undo gives every part its own id back."""

from __future__ import annotations

import pytest


@pytest.fixture
def claims(store, build_sample, fill):
    """Six claims of six documents in the store."""
    samples = [build_sample(number) for number in range(6)]
    fill(store, *samples)
    return [sample.claim for sample in samples]


@pytest.fixture
def derive(store, build_incident):
    """Write incidents as deriving does, of these groups of claims, and tell each id with its claims."""

    def write(*groups):
        with store.links() as links:
            links.settle_ids([[claim.id for claim in group] for group in groups])
        store.replace_incidents([build_incident(f"inc_{group[0].id}", *group) for group in groups])
        return held(store)

    return write


def held(store) -> dict[str, set[str]]:
    return {row.id: {account.claim_id for account in row.accounts} for row in store.iter_incidents()}


def ids(claims) -> set[str]:
    return {claim.id for claim in claims}


def test_the_bulk_keeps_the_id_when_its_first_claim_is_parted(store, claims, derive):
    """The claim the id began with is set apart: the other three keep it, the one gets a new id, a way back brings all back."""
    (name,) = derive(claims[:4])
    parted = derive(claims[1:4], claims[:1])
    assert parted[name] == ids(claims[1:4])
    (other,) = parted.keys() - {name}
    assert derive(claims[:4]) == {name: ids(claims[:4])}
    assert store.get_incident(other).id == name
    assert derive(claims[1:4], claims[:1]) == parted


def test_the_bulk_keeps_the_id_when_its_first_claim_joins_another(store, claims, derive):
    """Whichever of the two is older: one account changes its incident, no id does."""
    for mine, theirs in ((claims[:3], claims[3:5]), (claims[3:], claims[1:3])):
        before = derive(mine, theirs)
        name, other = (next(key for key, value in before.items() if value == ids(group)) for group in (mine, theirs))
        after = derive(mine[1:], [*theirs, mine[0]])
        assert after == {name: ids(mine[1:]), other: ids([*theirs, mine[0]])}
        assert derive(mine, theirs) == before
        derive(*([claim] for claim in claims))


def test_parts_as_large_leave_the_id_with_its_claim(claims, derive):
    """Of two halves the one with the claim that the id goes with keeps it."""
    (name,) = derive(claims[:4])
    assert derive(claims[2:4], claims[:2])[name] == ids(claims[:2])


def test_a_merge_taken_back_gives_each_its_own_id(claims, derive):
    """One account merged with a younger incident of four: after the undo both have the ids they had."""
    before = derive(claims[:1], claims[1:5])
    (name,) = derive(claims[:5])
    assert before[name] == ids(claims[1:5])
    assert derive(claims[:1], claims[1:5]) == before


def test_an_older_incident_that_comes_to_the_bulk_does_not_rename_it(store, claims, derive):
    """The first account of three is set apart, and an older incident of one takes its place: the bulk keeps its id."""
    derive(claims[:1])
    before = derive(claims[:1], claims[1:4])
    name, other = (next(key for key, value in before.items() if len(value) == size) for size in (3, 1))
    after = derive([*claims[2:4], claims[0]], claims[1:2])
    assert after[name] == ids([*claims[2:4], claims[0]])
    assert store.get_incident(other).id == name
    assert derive(claims[:1], claims[1:4]) == before


def test_what_once_came_in_does_not_take_the_id_of_the_bulk(claims, derive):
    """An incident that took in another of one account is parted: the id stays with the bulk, not with the smaller part."""
    first = derive(claims[:4], claims[4:5])
    name = next(key for key, value in first.items() if len(value) == 4)
    derive(claims[:5])
    assert derive(claims[1:5], claims[:1])[name] == ids(claims[1:5])


def test_a_claim_whose_own_id_went_with_the_bulk_gets_another(claims, derive):
    """Parted, brought back and parted otherwise, again and again: there is always an id that nothing else has."""
    derive(claims[:3])
    for first in claims[:3]:
        rest = [claim for claim in claims[:3] if claim is not first]
        assert len(derive(rest, [first])) == 2
        assert len(derive(*([claim] for claim in claims[:3]))) == 3
        assert len(derive(claims[:3])) == 1


def test_a_merge_that_left_one_apart_is_taken_back_whole(claims, derive):
    """Of two and two one claim stays apart and gets an id of its own; after the undo the two have the ids they had."""
    for mine, theirs in ((claims[:2], claims[2:4]), (claims[2:4], claims[:2])):
        before = derive(mine, theirs)
        for apart, along in (theirs, theirs[::-1]):
            derive([*mine, along], [apart])
            assert derive(mine, theirs) == before
