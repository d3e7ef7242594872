"""In the forms of others a party's statement against those who accuse it names nobody who did it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.export import Selection
from crossread.export.lookup import Lookup
from crossread.export.shape_actors import find_sides
from crossread.records import Actor

RSF = Actor(role="accused", raw="the RSF", name="Rapid Support Forces", type="rebel_group")
ARMY = Actor(role="perpetrator", raw="the army", name="Sudanese Armed Forces", type="state_forces")


@pytest.mark.parametrize(("source", "first"), [("Rapid Support Forces", []), ("Radio Dabanga", ["Sudanese Armed Forces"])])
def test_word_against_word_names_no_doer(selection: Selection, source: str, first: list[str]) -> None:
    """The wire has the accused alone; what the statement of the accused says of the army is no more than that."""
    market = selection.incidents[0]
    wire, other = market.accounts[0], market.accounts[1]
    actors = {wire.claim_id: (RSF,), other.claim_id: (ARMY,)}
    claims = tuple(replace(row, actors=actors.get(row.id, ())) for row in selection.claims)
    documents = tuple(replace(row, source=source) if row.id == other.document_id else row for row in selection.documents)
    told = replace(selection, claims=claims, documents=documents)
    assert [actor.name for actor in find_sides(market, Lookup.of(told, hides_words=False)).first] == first
