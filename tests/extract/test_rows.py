"""One row, one claim, every value with the words of its cell."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.codebook import load_codebook, load_shape
from crossread.extract import RowExtractor
from crossread.records import Claim, Document, document_id

ACLED = {
    "event_id_cnty": "ZZ1",
    "event_date": "2021-05-03",
    "time_precision": "1",
    "event_type": "Violence against civilians",
    "sub_event_type": "Attack",
    "actor1": "JNIM: Group for Support of Islam and Muslims",
    "assoc_actor_1": "Ilu Front; Katiba Macina",
    "inter1": "Rebel group",
    "actor2": "Civilians (Mali)",
    "assoc_actor_2": "Journalists (Mali)",
    "inter2": "Civilians",
    "iso": "466",
    "country": "Mali",
    "admin1": "Mopti",
    "location": "Kossa",
    "latitude": "14.5000",
    "longitude": "-4.2500",
    "geo_precision": "2",
    "source": "Radio Ilu; Kossa Post",
    "fatalities": "4",
}
GED = {
    "id": "7",
    "type_of_violence": "1",
    "side_a": "Government of Mali",
    "side_b": "Ilu Front",
    "source_office": "Radio Ilu",
    "where_prec": "1",
    "where_coordinates": "Kossa",
    "adm_1": "Mopti",
    "latitude": "14.5",
    "longitude": "-4.25",
    "country": "Mali",
    "date_prec": "2",
    "date_start": "2021-05-03 00:00:00.000",
    "date_end": "2021-05-04 00:00:00.000",
    "deaths_a": "1",
    "deaths_b": "0",
    "deaths_civilians": "3",
    "deaths_unknown": "0",
    "best": "4",
    "high": "9",
    "low": "3",
}


def claim_of(row: dict[str, str], reader: str = "acled@1", **changes: str) -> Claim:
    """The claim of a row; all its quotes stand in the document, and each of them is a whole value of the row."""
    told = {**row, **changes}
    text = "\n".join(f"{column}: {cell}" for column, cell in told.items() if cell)
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text, reader=reader)
    ((claim,),) = (extraction.claims for extraction in RowExtractor().extract([document]))
    values = {part.strip() for cell in told.values() for part in (cell, *cell.split(";"))}
    for evidence in claim.iter_evidence():
        evidence.check(text)
        assert evidence.quote in values
    assert claim.made_by == "table@1"
    return claim


def test_an_acled_row_is_a_claim_with_every_value_and_its_words() -> None:
    """Type, day, place, both sides with what stands beside them, the dead, the sources."""
    claim = claim_of(ACLED)
    assert (claim.type, claim.scope, claim.status, claim.stance) == ("armed_attack", "incident", "accomplished", "attributed")
    assert claim.trigger.quote == "Attack"
    assert claim.when is not None
    assert claim.when.value is not None
    assert (claim.when.value.earliest, claim.when.value.latest) == (date(2021, 5, 3), date(2021, 5, 3))
    assert claim.where is not None
    place = claim.where.value
    assert place is not None
    assert (place.name, place.country, place.admin1, place.precision) == ("Kossa", "ML", "Mopti", "near")
    assert (place.latitude, place.longitude, place.gazetteer_id) == (14.5, -4.25, None)
    told = [(actor.role, actor.raw, actor.type) for actor in claim.actors]
    assert told == [
        ("perpetrator", "JNIM: Group for Support of Islam and Muslims", "rebel_group"),
        ("perpetrator", "Ilu Front", "rebel_group"),
        ("perpetrator", "Katiba Macina", "rebel_group"),
        ("victim", "Civilians (Mali)", "civilians"),
        ("victim", "Journalists (Mali)", "journalists"),
    ]
    jnim, front, _, civilians, _ = claim.actors
    assert jnim.registry_id is not None
    assert (front.name, front.registry_id, civilians.name) == ("Ilu Front", None, None)
    (dead,) = claim.harm
    assert dead.count is not None
    assert (dead.effect, dead.count.low, dead.count.high, dead.raw) == ("killed", 4, 4, "4")
    assert [speaker.raw for speaker in claim.speakers] == ["Radio Ilu", "Kossa Post"]


def test_no_dead_in_the_row_is_no_number() -> None:
    """0 stands for "none" and for "nothing known" alike: the slot is not told, and whom it was aimed at is a target."""
    claim = claim_of(ACLED, fatalities="0")
    assert claim.harm == ()
    assert {actor.role for actor in claim.actors} == {"perpetrator", "target"}


@pytest.mark.parametrize(
    ("precision", "first", "last", "unit"),
    [("1", 16, 16, "day"), ("2", 13, 19, "week"), ("3", 1, 31, "month")],
)
def test_a_day_that_is_the_middle_of_a_span_is_read_as_the_span(precision: str, first: int, last: int, unit: str) -> None:
    """No precision is invented."""
    claim = claim_of(ACLED, event_date="2021-05-16", time_precision=precision)
    assert claim.when is not None
    window = claim.when.value
    assert window is not None
    assert (window.earliest, window.latest, window.precision) == (date(2021, 5, first), date(2021, 5, last), unit)


@pytest.mark.parametrize("event", load_shape("acled").events, ids=lambda event: event.sub_event)
def test_every_sub_event_is_read_as_a_type_of_our_own(event: object) -> None:
    """Also in old files without the narrower column."""
    from crossread.codebook.table_shape import ShapeEvent

    assert isinstance(event, ShapeEvent)
    claim = claim_of(ACLED, event_type=event.event, sub_event_type=event.sub_event)
    assert claim.type in load_codebook().types
    assert [means.kind for means in claim.means] == ([event.means] if event.means else [])
    assert claim_of(ACLED, event_type=event.event, sub_event_type="").trigger.quote == event.event


def test_numbers_and_texts_of_actor_codes_are_the_same() -> None:
    """Older files have the one, newer ones the other; state forces may be police by their phrase."""
    assert claim_of(ACLED, inter1="2", inter2="7").actors[0].type == "rebel_group"
    police = claim_of(ACLED, actor1="Police Forces of Mali (2020-)", assoc_actor_1="", inter1="1").actors[0]
    assert (police.type, police.name) == ("police", None)
    army = claim_of(ACLED, actor1="Military Forces of Mali (2020-2021)", assoc_actor_1="", inter1="State forces").actors[0]
    assert (army.type, army.name) == ("state_forces", None)
    abroad = claim_of(ACLED, actor1="Military Forces of Niger (2011-2023)", assoc_actor_1="", inter1="8").actors[0]
    assert (abroad.type, abroad.name) == ("foreign_forces", "Military Forces of Niger")


def test_force_at_a_protest_was_used_by_the_second_actor() -> None:
    """That form names the protesters first."""
    protest = {"event_type": "Protests", "sub_event_type": "Excessive force against protesters"}
    claim = claim_of(
        ACLED, **protest, actor1="Protesters (Mali)", inter1="Protesters", actor2="Police Forces of Mali", inter2="State forces"
    )
    assert claim.type == "crackdown"
    assert [(a.role, a.type) for a in claim.actors if a.raw.startswith(("Prot", "Pol"))] == [
        ("victim", "protesters"),
        ("perpetrator", "police"),
    ]


def test_a_ged_row_has_low_to_high_with_the_sides_as_parts() -> None:
    """Best stays visible as parts of the whole; both sides of a fight with the state."""
    claim = claim_of(GED, "ged@1")
    assert (claim.type, claim.trigger.quote) == ("armed_clash", "1")
    assert [(a.role, a.name or a.raw, a.type) for a in claim.actors] == [
        ("side_a", claim.actors[0].name or "Government of Mali", "state_forces"),
        ("side_b", "Ilu Front", "rebel_group"),
    ]
    whole, *parts = claim.harm
    assert whole.count is not None
    assert (whole.count.low, whole.count.high, whole.count.qualifier) == (3, 9, "range")
    assert [(row.raw, row.group_type, row.part_of) for row in parts] == [("1", "state_forces", 0), ("3", "civilians", 0)]
    assert claim.when is not None
    assert claim.when.value is not None
    assert (claim.when.value.earliest, claim.when.value.latest, claim.when.value.precision) == (
        date(2021, 5, 3),
        date(2021, 5, 4),
        "days",
    )


def test_one_sided_violence_has_a_doer_and_victims() -> None:
    """And a government abroad is a foreign force."""
    claim = claim_of(GED, "ged@1", type_of_violence="3", side_a="Government of Chad", side_b="Civilians")
    assert claim.type == "armed_attack"
    assert [(actor.role, actor.type) for actor in claim.actors] == [("perpetrator", "foreign_forces"), ("victim", "civilians")]


def test_a_row_that_cannot_be_a_claim_is_told_of() -> None:
    """The document stays, the reason is kept."""
    document = Document(id="doc_1", text="event_id_cnty: ZZ1", reader="acled@1")
    outcome = RowExtractor().try_extract([document])
    assert outcome.extractions == ()
    assert outcome.rejections[0].reason == "bad_row"
