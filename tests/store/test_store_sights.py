"""What map, timeline and facets need of an incident, and the conditions that rest on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, text

from crossread.errors import RecordError
from crossread.records import Disagreement, Judgement, Party, Place, Reading
from crossread.store import Box, IncidentFilter, open_store
from crossread.store.migrate import NEWEST

NEW = ("place", "longitude", "latitude", "place_precision", "day_precision", "accounts", "tags")
# Tables of revisions after it, those that refer to others first.
LATER = (
    "linked_claims",
    "link_blocks",
    "link_bonds",
    "word_counts",
    "audit",
    "leases",
    "read_tokens",
    "sessions",
    "users",
    "set_aside",
)


@pytest.fixture
def three(store, build_sample, build_incident, fill):
    """An incident at a place, one of which only the country is told, and one without a place; the first is disputed."""
    samples = [build_sample(number, source=source) for number, source in enumerate(("Radio Tahoua", "Radio Tahoua FM", "Écho"))]
    fill(store, *samples)
    claims = [sample.claim for sample in samples]
    reading = Reading(text="4 killed", claims=(claims[0].id,))
    at = Place(name="Ménaka", country="ML", admin1="Ménaka", gazetteer_id=None, latitude=15.9, longitude=2.4, precision="exact")
    rows = [
        replace(
            build_incident("inc_a", claims[0], source=samples[0].document.source),
            where=at,
            parties=(Party(role="perpetrator", name="Group\nA", type="rebel_group", claims=(claims[0].id,)),),
            disagreements=(Disagreement(slot="harm.killed", severity="number", readings=(reading,), sentence="4 or 5?"),),
        ),
        replace(
            build_incident("inc_b", claims[1], source=samples[1].document.source),
            where=replace(at, name="Mali", precision="country"),
            parties=(),
        ),
        replace(build_incident("inc_c", claims[2], source=samples[2].document.source), where=None, when=None, parties=()),
    ]
    store.replace_incidents(rows)
    return store


def found(store, **conditions) -> set[str]:
    return set(store.list_incident_ids(IncidentFilter(**conditions)))


def test_sights_say_what_the_incidents_say(three):
    """In the order of the table, with nothing filled in where nothing is told."""
    sights = list(three.iter_sights())
    assert [row.id for row in sights] == [row.id for row in three.iter_incidents()]
    first, last = next(row for row in sights if row.id == "inc_a"), sights[-1]
    assert (first.longitude, first.latitude, first.place_precision, first.place) == (2.4, 15.9, "exact", "Ménaka")
    assert (first.accounts, first.disagreements) == (1, 1)
    assert set(first.tags) == {"actor:Group A", "actor_type:rebel_group", "source:Radio Tahoua", "disagreement:number"}
    assert last.id == "inc_c"
    assert (last.longitude, last.place_precision, last.earliest, last.day_precision) == (None, None, None, None)


def test_conditions_of_precision_and_disagreement_keep_what_is_so(three):
    """`none` is what nobody told, `any` whatever there is."""
    assert found(three, precision="none") == {"inc_c"}
    assert found(three, precision="country") == {"inc_b"}
    assert found(three, disagreement="number") == found(three, disagreement="any") == {"inc_a"}
    assert found(three, disagreement="none") == {"inc_b", "inc_c"}
    assert found(three, actor_type="rebel_group") == {"inc_a"}


def test_a_box_holds_places_and_no_country(three):
    """Also one across 180°; the middle of a country is no place, so no box holds it."""
    assert found(three, box=Box(west=2, south=15, east=3, north=16)) == {"inc_a"}
    assert found(three, box=Box(west=2, south=10, east=2.3, north=16)) == set()
    assert found(three, box=Box(west=1, south=10, east=-170, north=20)) == {"inc_a"}
    assert found(three, box=Box(west=170, south=10, east=-170, north=20)) == set()


def test_a_name_in_quotes_is_the_whole_name(three):
    """Without them the words may stand anywhere in it; neither minds accents and case."""
    assert found(three, source="radio tahoua") == {"inc_a", "inc_b"}
    assert found(three, source='"radio tahoua"') == {"inc_a"}
    assert found(three, source='"ECHO"') == {"inc_c"}


def test_state_is_what_people_said_last(three):
    """Accepted, dismissed, and open again after an undo; every decision makes the mark another one."""
    marks = [three.incidents_mark()]

    def decide(kind: str, subject: str, name: str) -> None:
        moment = datetime(2024, 1, len(marks), tzinfo=UTC)
        three.add_judgement(Judgement(id=name, kind=kind, subject=subject, reason="a test", made_by="test", made_at=moment))
        marks.append(three.incidents_mark())

    decide("accept", "inc_a", "jdg_1")
    decide("dismiss", "inc_b", "jdg_2")
    assert (found(three, state="accepted"), found(three, state="dismissed"), found(three, state="open")) == (
        {"inc_a"},
        {"inc_b"},
        {"inc_c"},
    )
    assert three.incident_states() == {"inc_a": "accepted", "inc_b": "dismissed"}
    decide("undo", "jdg_2", "jdg_3")
    assert found(three, state="open") == {"inc_b", "inc_c"}
    three.replace_incidents(list(three.iter_incidents()))
    marks.append(three.incidents_mark())
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(("name", "value"), [("state", "maybe"), ("precision", "good"), ("disagreement", "some")])
def test_a_choice_that_is_none_is_refused(name, value):
    """With the choices there are."""
    with pytest.raises(RecordError, match=f"Unknown {name}") as caught:
        IncidentFilter(**{name: value})
    assert caught.value.found == value


def test_a_box_that_is_none_is_refused():
    """South above north, or a degree that no map has."""
    for bad in ((0, 10, 1, 5), (0, -91, 1, 5), (-181, 0, 1, 5), (float("nan"), 0, 1, 5)):
        with pytest.raises(RecordError, match="no stretch of the map"):
            Box(**dict(zip(("west", "south", "east", "north"), bad, strict=True)))


def test_an_older_store_gets_the_columns_from_its_bodies(three, store_url):
    """What the migration reads out of bodies is what a rebuild writes."""
    before = list(three.iter_sights())
    three.close()
    engine = create_engine(store_url)
    with engine.begin() as connection:
        for name in NEW:
            connection.execute(text(f"ALTER TABLE incidents DROP COLUMN {name}"))
        connection.execute(text("ALTER TABLE incident_ids DROP COLUMN held"))
        for name in LATER:
            connection.execute(text(f"DROP TABLE {name}"))
        if engine.dialect.name == "postgresql":  # SQLite drops the lock of a table with it, Postgres leaves its function
            connection.execute(text("DROP FUNCTION audit_refuse()"))
        else:
            connection.execute(text("DROP TRIGGER documents_retitled"))
        connection.execute(text("DROP INDEX ix_documents_name"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    engine.dispose()
    with open_store(store_url) as again:
        assert list(again.iter_sights()) == before
    assert NEWEST >= "0003"
