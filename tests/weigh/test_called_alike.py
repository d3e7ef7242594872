"""One party under two names is one doer: by words of its name, or as a group of the people that another account names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_maker import actor
from test_disagreements import slots
from test_tolls import weigh

from crossread.records import Actor

DOER = "actors.perpetrator"


def _listed(name: str, entry: str, role: str = "perpetrator") -> Actor:
    return replace(actor(role, name), registry_id=entry)


@pytest.mark.parametrize(
    ("raw", "one"),
    [
        ("The Rapid Support militia", True),
        ("Rapid Support troops", True),
        ("the Support militia", False),  # one word is too little
        ("The Sudan Shield militia", False),
        ("militias", False),
    ],
)
def test_words_of_a_name_name_its_bearer(raw: str, *, one: bool) -> None:
    """ "The Rapid Support militia" is no other party than the Rapid Support Forces, though of another kind."""
    named = {"actors": (replace(actor("perpetrator", "Rapid Support Forces"), registry_id="sd-rsf"),)}
    assert (DOER not in slots(weigh(named, {"actors": (actor("perpetrator", None, "communal_militia", raw=raw),)}))) is one


@pytest.mark.parametrize(
    ("name", "entry", "one"),
    [
        ("Balochistan Liberation Front", "pk-blf", True),
        ("Baloch Republican Army", "pk-bra", True),
        ("Tehrik-i-Taliban Pakistan", "pk-ttp", False),
    ],
)
def test_a_group_is_one_of_its_people(name: str, entry: str, *, one: bool) -> None:
    """Police blame "Baloch separatists", and one of their fronts claims the act: that is no rival account."""
    blamed = {"actors": (_listed("Baloch insurgents", "pk-baloch", "accused"),)}
    assert (DOER not in slots(weigh(blamed, {"actors": (_listed(name, entry, "claimant"),)}))) is one


def test_two_groups_of_one_people_are_two() -> None:
    told = [
        {"actors": (_listed(f"Balochistan Liberation {kind}", entry),)}
        for kind, entry in (("Front", "pk-blf"), ("Army", "pk-bla"))
    ]
    assert DOER in slots(weigh(*told))


def test_inmates_may_be_of_a_gang() -> None:
    """Who was locked up may belong to the gang that another account blames."""
    blamed = {"actors": (actor("accused", "Los Lobos", "political_militia"),)}
    for raw in ("persons deprived of liberty", "inmates", "armed prisoners"):
        assert DOER not in slots(weigh(blamed, {"actors": (actor("perpetrator", None, "civilians", raw=raw),)}))
    assert DOER in slots(weigh(blamed, {"actors": (actor("perpetrator", None, "police", raw="prison guards"),)}))
