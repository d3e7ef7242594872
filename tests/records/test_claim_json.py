"""The claim JSON: what is written is what is read back."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.records import (
    Actor,
    Claim,
    Count,
    DateWindow,
    Document,
    Harm,
    Means,
    Place,
    Slot,
    Speaker,
    Wording,
    claim_from_json,
    claim_id,
    claim_to_json,
    document_from_json,
    document_to_json,
    wording_from_json,
    wording_to_json,
)

TEXT = "On 25 January a mine near Douentza killed two Sri Lankan soldiers, the mission said."
DOCUMENT = Document(id="doc_1", text=TEXT, source="A mission", published=date(2019, 1, 26), published_from="option")


def _claim(count: Count | None) -> Claim:
    trigger = DOCUMENT.quote(35, 41)
    return Claim(
        id=claim_id(document_id="doc_1", made_by="hand@1", type="bombing", trigger=trigger),
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        when=Slot(
            raw="25 January",
            value=DateWindow(earliest=date(2019, 1, 25), latest=date(2019, 1, 25), precision="day", flags=("x",)),
            evidence=(DOCUMENT.quote(3, 13),),
        ),
        where=Slot(
            raw="near Douentza",
            value=Place(
                name="Douentza",
                country="ML",
                admin1="Mopti",
                gazetteer_id="geonames:1",
                latitude=15.0,
                longitude=-2.95,
                precision="near",
            ),
        ),
        actors=(Actor(role="victim", raw="Sri Lankan soldiers", name=None, type="foreign_forces", score=0.5),),
        harm=(Harm(effect="killed", raw="two Sri Lankan soldiers", group=None, group_type="foreign_forces", count=count),),
        means=(Means(kind="mine", raw="mine"),),
        speakers=(Speaker(role="reports", raw="the mission"),),
        score=0.9,
        made_by="hand@1",
    )


@given(st.one_of(st.none(), st.integers(0, 10**6)), st.sampled_from(["at_least", "at_most", "vague", "unstated"]))
def test_a_claim_survives_the_json_and_back(number: int | None, qualifier: str) -> None:
    """Every slot, None and bounds included, comes back as it was."""
    low = number if qualifier == "at_least" else None
    high = number if qualifier == "at_most" else None
    claim = _claim(Count(low=low, high=high, qualifier=qualifier))
    again = claim_from_json(json.loads(json.dumps(claim_to_json(claim))), document_id="doc_1")
    assert again == claim


@pytest.mark.parametrize(
    "told",
    [
        {"name": "Douentza"},
        {"country": "ML"},
        {"admin1": "Mopti"},
        {"latitude": 15.0, "longitude": -2.95},
        {"latitude": 0.0, "longitude": 9.0},
    ],
)
def test_a_place_of_which_one_thing_is_known_survives(told: dict[str, object]) -> None:
    """A point without a name, or a region without its country, is not forgotten on the way through the JSON."""
    empty = dict.fromkeys(("name", "country", "admin1", "gazetteer_id", "latitude", "longitude"))
    claim = replace(_claim(None), where=Slot(raw="there", value=Place(**{**empty, "precision": "near", **told})))
    assert claim_from_json(json.loads(json.dumps(claim_to_json(claim))), document_id="doc_1") == claim


def test_unknown_is_null_and_empty_lists_stay() -> None:
    """A claim with nothing but a trigger still has every key."""
    trigger = DOCUMENT.quote(35, 41)
    bare = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
    )
    row = claim_to_json(bare)
    assert row["when"] is None
    assert row["where"] is None
    assert row["actors"] == row["harm"] == row["means"] == row["speakers"] == []


def test_documents_and_wording_survive_too() -> None:
    """A document with its text and a loaded expression come back as they were."""
    assert document_from_json(json.loads(json.dumps(document_to_json(DOCUMENT, with_text=True)))) == DOCUMENT
    row = Wording(kind="label", about="someone", evidence=DOCUMENT.quote(0, 2), score=0.5)
    assert wording_from_json(json.loads(json.dumps(wording_to_json(row))), document_id="doc_1") == row


def test_the_same_words_by_the_same_maker_are_the_same_claim() -> None:
    """Claim ids hash document, maker, type and evidence: a second run adds nothing."""
    assert _claim(None).id == _claim(Count(low=2, high=2, qualifier="exact")).id
