"""The enemy in a state's own statement is foreign; elsewhere, and under a name, it stays what it was."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.enemy_doers import settle_enemy_doers
from crossread.records import Actor, Claim, Document, Place, Slot

STAFF = "General Staff of the Armed Forces of Ukraine"


def _kind(
    source: str | None, doer: str, *, country: str | None = "UA", score: float | None = 0.9, role: str = "perpetrator"
) -> str:
    document = Document(id="doc_1", text=f"{doer} struck a house in Nikopol.", source=source)
    quote = document.quote(0, len(doer))
    place = Place(
        name="Nikopol", country=country, admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="exact"
    )
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="air_strike",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote,
        where=Slot(raw="Nikopol", value=place if country else None, evidence=(quote,)),
        actors=(Actor(role=role, raw=doer, name=None, type="state_forces", evidence=(quote,), score=score),),
        score=score,
    )
    return settle_enemy_doers(document, claim).actors[0].type


@pytest.mark.parametrize("doer", ["An enemy drone", "Enemy aircraft", "The enemy"])
@pytest.mark.parametrize("source", [STAFF, "Ukrainian Air Force", "Ministry of Defence of Ukraine"])
def test_the_enemy_is_foreign(source: str, doer: str) -> None:
    assert _kind(source, doer) == "foreign_forces"
    assert _kind(source, doer, country=None) == "foreign_forces"


@pytest.mark.parametrize(
    ("source", "doer", "country"),
    [
        (STAFF, "An enemy drone", "RU"),
        (STAFF, "Army drones", "UA"),
        (STAFF, "The enemy of peace", "UA"),
        ("Reuters", "An enemy drone", "UA"),
        ("Sudan Liberation Army", "An enemy drone", "SD"),
        (None, "An enemy drone", "UA"),
    ],
)
def test_others_stay(source: str | None, doer: str, country: str) -> None:
    assert _kind(source, doer, country=country) == "state_forces"


def test_a_victim_and_what_a_person_says_stay() -> None:
    assert _kind(STAFF, "An enemy drone", role="victim") == "state_forces"
    assert _kind(STAFF, "An enemy drone", score=None) == "state_forces"
