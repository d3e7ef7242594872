"""The forms of other data sets are what they are, and the check of a row finds every kind of fault."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from crossread.codebook import SHAPES, find_country, load_codebook, load_countries, load_shape
from crossread.codebook.table_cells import combine, guard_formula, parse_code, parse_day, parse_whole, unguard_formula
from crossread.codebook.table_check import check_row
from crossread.errors import CodebookError

ACLED, GED = load_shape("acled"), load_shape("ged")
COLUMNS = Path(os.environ.get("CROSSREAD_SHARED", "nowhere")) / "exports" / "columns.json"

WRITTEN = {"text": "string", "integer": "integer", "number": ("decimal", "double"), "date": "date"}
CODED_ANEW = ("active_year", "gwnoa", "gwnob")  # two types in one cell there, one here

GOOD = {
    "event_id_cnty": "XR-1",
    "event_date": "2021-05-03",
    "year": "2021",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Ilu Front",
    "inter1": "Rebel group",
    "actor2": "Military Forces of Mali",
    "inter2": "State forces",
    "interaction": "State forces-Rebel group",
    "country": "Mali",
    "location": "Kossa",
    "latitude": "14.5000",
    "longitude": "-4.2500",
    "geo_precision": "1",
    "fatalities": "4",
}
GOOD_GED = {
    "id": "7",
    "year": "2021",
    "type_of_violence": "1",
    "side_a": "Government of Mali",
    "side_b": "Ilu Front",
    "country": "Mali",
    "where_prec": "1",
    "date_prec": "1",
    "date_start": "2021-05-03 00:00:00.000",
    "date_end": "2021-05-03 00:00:00.000",
    "best": "4",
    "low": "3",
    "high": "9",
}


@pytest.mark.skipif(not COLUMNS.exists(), reason="the collected facts about both forms are not here")
@pytest.mark.parametrize(("name", "told"), [("acled", "acled"), ("ged", "ucdp_ged")])
def test_columns_and_codes_are_those_collected_from_the_codebooks(name: str, told: str) -> None:
    """Order of columns, blanks and every list of codes are the same as in the collection they were taken from."""
    facts: dict[str, Any] = json.loads(COLUMNS.read_text(encoding="utf-8"))[told]
    shape = load_shape(name)
    assert list(shape.header) == facts["column_order"]
    for column, row in zip(shape.columns, facts["columns"], strict=True):
        assert column.blank == row.get("may_be_blank", column.blank), column.name
        if column.name not in CODED_ANEW:
            assert row["type"].startswith(WRITTEN[column.kind]), column.name
    for codes in ("inter", "interaction", "time_precision", "geo_precision", "where_prec", "date_prec", "type_of_violence"):
        if codes in facts:
            assert shape.codes[codes] == facts[codes]
    if name == "acled":
        events = [(row.event, row.sub_event, row.disorder) for row in shape.events]
        groups = facts["event_types_in_hierarchical_order"]
        assert events == [(g["event_type"], s["name"], s["disorder_type"]) for g in groups for s in g["sub_event_types"]]
        assert list(shape.codes["region"]) == facts["region"]


def test_every_event_we_write_is_one_the_form_has_and_is_read_as_a_type_we_have() -> None:
    """The crosswalk of the codebook and the events of the form know each other's words."""
    book = load_codebook()
    for rows in book.acled.values():
        for row in rows:
            event = ACLED.event(row.sub_event)
            assert event is not None
            assert event.event == row.event
    assert {event.type for event in ACLED.events} <= set(book.types)
    assert set(ACLED.unnamed) <= set(book.codes("actor_type"))


def test_countries_are_found_by_number_and_by_every_spelling() -> None:
    """ISO number first; without one the name of either data set; a region for each that either groups."""
    assert find_country(name="nowhere", numeric=466) == load_countries()["ML"]
    for name in ("Ivory Coast", "Côte d'Ivoire", "cote d'ivoire"):
        found = find_country(name=name)
        assert found is not None
        assert found.code == "CI"
    for name in ("DR Congo (Zaire)", "Democratic Republic of Congo"):
        assert find_country(name=name) == load_countries()["CD"]
    assert find_country(name="Atlantis") is None
    assert {row.acled for row in load_countries().values()} == set(ACLED.codes["region"])
    assert {row.ged for row in load_countries().values() if row.ged} == set(GED.codes["region"])


def test_good_rows_have_no_fault() -> None:
    """Also a narrow one, one with numeric codes, and one with a day and a number as spreadsheets write them."""
    assert check_row(ACLED, GOOD) == []
    assert check_row(GED, GOOD_GED) == []
    assert check_row(ACLED, {**GOOD, "inter1": "2", "inter2": "1", "interaction": "12"}) == []
    assert check_row(ACLED, {**GOOD, "inter2": "0", "actor2": "", "interaction": "20"}) == []
    assert check_row(ACLED, {**GOOD, "interaction": "Rebel group – State forces"}) == []
    assert check_row(ACLED, {**GOOD, "event_date": "03 May 2021", "fatalities": "4.0"}) == []
    assert check_row(ACLED, {key: GOOD[key] for key in ACLED.needed}) == []


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("event_id_cnty", ""),
        ("event_date", "2021-02-30"),
        ("event_date", "03/05/2021"),
        ("time_precision", "4"),
        ("time_precision", "actual date given"),
        ("event_type", "Fights"),
        ("sub_event_type", "Clash"),
        ("event_type", "Protests"),
        ("disorder_type", "Demonstrations"),
        ("inter1", "terrorists"),
        ("inter1", "0"),
        ("interaction", "Rebel group-Civilians"),
        ("latitude", "91"),
        ("latitude", "nan"),
        ("longitude", "far"),
        ("geo_precision", "0"),
        ("fatalities", "-1"),
        ("fatalities", "many"),
        ("fatalities", "99999999999"),
        ("fatalities", "9" * 5000),
        ("fatalities", ""),
    ],
)
def test_each_fault_of_a_row_is_found_and_told(column: str, cell: str) -> None:
    """One cell wrong, one fault or more, each with what was expected and found."""
    faults = check_row(ACLED, {**GOOD, column: cell})
    assert faults
    assert all("expected" in fault.sentence() and "found" in fault.sentence() for fault in faults)


@pytest.mark.parametrize(("column", "cell"), [("low", "5"), ("high", "3"), ("date_start", "2021-05-04"), ("best", "x")])
def test_a_ged_row_that_contradicts_itself_is_found(column: str, cell: str) -> None:
    """low <= best <= high, and a start before the end."""
    assert check_row(GED, {**GOOD_GED, column: cell})


def test_a_point_at_nought_and_a_missing_column_are_faults() -> None:
    """0,0 is no place; a row without what it is about is none."""
    assert "0,0" in check_row(ACLED, {**GOOD, "latitude": "0", "longitude": "0.0"})[0].sentence()
    assert {fault.column for fault in check_row(ACLED, {"event_id_cnty": "XR-1"})} == set(ACLED.needed) - {"event_id_cnty"}


def test_cells_are_read_in_their_spellings() -> None:
    """Days, numbers and codes; what is neither gives None, never a guess."""
    assert str(parse_day("2021-05-03 00:00:00.000")) == "2021-05-03" == str(parse_day("3-May-2021"))
    assert parse_day("May 2021") is None
    assert parse_whole("8.0") == 8
    assert parse_whole("8.5") is None
    assert parse_code(ACLED, "interaction", "72") == "27" == parse_code(ACLED, "interaction", "Civilians-Rebel group")
    assert parse_code(ACLED, "interaction", "Civilians-External/Other forces") == "78"
    assert combine("7", "2") == "27"
    assert combine("3", None) == "30"
    for text in ("=1", "-Beta", "'@x", "plain", "'quoted'"):
        assert unguard_formula(guard_formula(text)) == text


def test_an_unknown_form_is_refused_with_the_list() -> None:
    """The error says which forms there are."""
    with pytest.raises(CodebookError, match="acled, ged"):
        load_shape("gtd")
    assert SHAPES == ("acled", "ged")
