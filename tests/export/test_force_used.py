"""A demonstration in ACLED's form: peaceful, with intervention, or met with excessive force, by what the accounts tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.export.conftest import find, make_claim, make_document
from tests.export.test_shapes import write

from crossread.codebook import load_shape
from crossread.export import Selection
from crossread.export.force_used import _told_by
from crossread.records import Actor, Count, Document, Evidence, Harm, Means

PEACEFUL, MET, EXCESSIVE = "Peaceful protest", "Protest with intervention", "Excessive force against protesters"
CROWD = Actor(role="victim", raw="demonstrators", name=None, type="protesters")
MARCH = Actor(role="perpetrator", raw="demonstrators", name=None, type="protesters")
POLICE = Actor(role="perpetrator", raw="police", name=None, type="police")
Written = Callable[..., dict[str, str]]


def _harm(effect: str, raw: str, low: int | None, *, kind: str = "protesters") -> Harm:
    count = None if low is None else Count(low=low, high=low, qualifier="exact")
    return Harm(effect=effect, raw=raw, group=None, group_type=kind, count=count, evidence=())


@pytest.fixture
def written(selection: Selection, tmp_path: Path) -> Written:
    """The row of an incident of one report with this text, its one claim of this kind with these slots."""

    def make(kind: str, text: str = "Police met demonstrators.", *, words: str = "Police", **slots: Any) -> dict[str, str]:
        report = make_document(text, source="Alpha Courier", published=date(2021, 5, 4))
        means = tuple(Means(kind=k, raw=raw, evidence=(find(report, raw),)) for k, raw in slots.pop("means", ()))
        claim = make_claim(
            report, kind, words, when=selection.claims[0].when, where=selection.claims[0].where, means=means, **slots
        )
        market = selection.incidents[0]
        account = replace(market.accounts[0], claim_id=claim.id, document_id=report.id)
        parties = tuple(replace(party, claims=(claim.id,)) for party in market.parties[:1])
        alone = replace(market, type=kind, accounts=(account,), tolls=(), disagreements=(), parties=parties)
        ((row,), _) = write(
            replace(selection, incidents=(alone,), claims=(claim,), documents=(report,)), tmp_path, "acled", overwrite=True
        )
        return row

    return make


@pytest.mark.parametrize(
    ("kind", "slots", "sub_event"),
    [
        ("protest", {"actors": (MARCH,)}, PEACEFUL),
        ("protest", {"actors": (MARCH,), "harm": (_harm("injured", "Nobody", 0),)}, PEACEFUL),
        ("protest", {"actors": (MARCH,), "harm": (_harm("injured", "two officers", 2, kind="police"),)}, PEACEFUL),
        ("protest", {"actors": (MARCH,), "harm": (_harm("detained", "30 people", 30),)}, MET),
        ("protest", {"actors": (MARCH, POLICE)}, MET),
        ("protest", {"actors": (MARCH,), "harm": (_harm("killed", "protesters", None),)}, EXCESSIVE),
        ("crackdown", {"actors": (POLICE, CROWD)}, MET),
        ("crackdown", {"actors": (POLICE, CROWD), "harm": (_harm("injured", "eight", 8),)}, MET),
        ("crackdown", {"actors": (POLICE, CROWD), "harm": (_harm("injured", "two of them seriously", 2),)}, EXCESSIVE),
        ("crackdown", {"actors": (POLICE, CROWD), "harm": (_harm("killed", "one", 1),)}, EXCESSIVE),
        ("crackdown", {"actors": (POLICE, CROWD), "harm": (_harm("killed", "No one", 0),)}, MET),
    ],
)
def test_harm_tells_how_much_force_was_used(written: Written, kind: str, slots: dict[str, Any], sub_event: str) -> None:
    """Dead and seriously injured are excessive; arrests, gas and blows an intervention; what police suffer is none."""
    row = written(kind, **slots)
    assert row["sub_event_type"] == sub_event
    assert (row["event_type"], row["inter1"]) == ("Protests", "Protesters")
    assert (row["civilian_targeting"] == "Civilian targeting") is (sub_event == EXCESSIVE)
    assert ("Political violence" in row["disorder_type"]) is (sub_event == EXCESSIVE)


@pytest.mark.parametrize(
    ("text", "kind", "raw", "sub_event"),
    [
        ("Police used tear gas on demonstrators.", "chemical", "tear gas", MET),
        ("Police fired rubber bullets at demonstrators.", "firearm", "rubber bullets", MET),
        ("Police fired in the air to scatter demonstrators.", "firearm", "fired", MET),
        ("Police fired tear gas and live rounds.", "firearm", "live rounds", EXCESSIVE),
        ("Police fired on demonstrators.", "firearm", "fired", EXCESSIVE),
        ("Police hit demonstrators with batons.", "other", "batons", MET),
    ],
)
def test_weapons_tell_it_too(written: Written, text: str, kind: str, raw: str, sub_event: str) -> None:
    """Lethal ones turned on protesters are excessive force also where nobody is told to have come to harm."""
    row = written("crackdown", text, actors=(POLICE, CROWD), means=((kind, raw),))
    assert row["sub_event_type"] == sub_event


def test_a_tear_gassed_march_that_is_read_as_a_protest_is_met_by_police(written: Written) -> None:
    """The demonstrators stand first, also where they suffered; who met them second, nobody where no report says who."""
    hurt = (_harm("injured", "three", 3),)
    row = written("protest", "Tear gas at a march.", words="march", actors=(MARCH, POLICE), harm=hurt)
    assert (row["sub_event_type"], row["inter1"], row["inter2"]) == (MET, "Protesters", "State forces")
    row = written("crackdown", actors=(MARCH, POLICE, CROWD))  # one report tells the march, another the police
    assert (row["inter1"], row["inter2"]) == ("Protesters", "State forces")
    gas = (("chemical", "Tear gas"),)
    row = written("protest", "Tear gas at a march.", words="march", actors=(MARCH, CROWD), means=gas)
    assert (row["sub_event_type"], row["inter1"], row["actor2"], row["inter2"]) == (MET, "Protesters", "", "")


def test_a_row_of_the_data_set_keeps_its_own_word() -> None:
    """Its sub-event says which of the three it is, whatever number stands beside it."""
    for sub_event, force in ((PEACEFUL, set()), (MET, {"some"}), (EXCESSIVE, {"some", "lethal"})):
        row = Document(id="doc_1", text=f"event_type: Protests\nsub_event_type: {sub_event}", source="ACLED", reader="acled@1")
        trigger: Evidence = row.quote(0, 10)
        claim = make_claim(row, "crackdown", trigger.quote, harm=(_harm("killed", "2", 2),))
        assert _told_by(claim, row, load_shape("acled")) == force
