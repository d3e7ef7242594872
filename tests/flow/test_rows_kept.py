"""What a row of a data set codes comes back from an export: its best estimate, its dead by side, what no claim has room for."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.codebook import load_shape

GED: Mapping[str, str] = {
    "id": "700101",
    "year": "2023",
    "active_year": "1",
    "code_status": "Clear",
    "type_of_violence": "1",
    "side_a": "Government of Burkina Faso",
    "side_b": "Ilu Front",
    "source_article": '"Wire,2023-05-03,Nine"',
    "source_office": "Wire",
    "where_prec": "3",
    "where_coordinates": "Barsalogho municipality",
    "adm_1": "Centre-Nord region",
    "adm_2": "Sanmatenga province",
    "latitude": "13.4167",
    "longitude": "-1.05",
    "country": "Burkina Faso",
    "country_id": "439",
    "region": "Africa",
    "event_clarity": "1",
    "date_prec": "1",
    "date_start": "2023-05-02 00:00:00.000",
    "date_end": "2023-05-02 00:00:00.000",
    "deaths_a": "9",
    "deaths_b": "14",
    "deaths_civilians": "0",
    "deaths_unknown": "0",
    "best": "23",
    "high": "25",
    "low": "9",
    "gwnoa": "439",
}
ACLED: Mapping[str, str] = {
    "event_id_cnty": "ZZ1",
    "event_date": "2023-05-21",
    "year": "2023",
    "time_precision": "1",
    "disorder_type": "Political violence; Demonstrations",
    "event_type": "Protests",
    "sub_event_type": "Excessive force against protesters",
    "actor1": "Protesters (Kenya)",
    "inter1": "Protesters",
    "actor2": "Police Forces of Kenya (2022-)",
    "inter2": "State forces",
    "interaction": "State forces-Protesters",
    "civilian_targeting": "Civilian targeting",
    "iso": "404",
    "region": "Eastern Africa",
    "country": "Kenya",
    "admin1": "Kisumu",
    "admin2": "Kisumu Central",
    "admin3": "Kondele",
    "location": "Kisumu",
    "latitude": "-0.0917",
    "longitude": "34.7680",
    "geo_precision": "1",
    "source": "Nation Lakeside",
    "source_scale": "Subnational",
    "fatalities": "3",
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    """A command that must succeed."""
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    return done


def write_rows(name: str, *rows: Mapping[str, str]) -> None:
    """A file in that form."""
    with Path(f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, load_shape(name).header, restval="")
        writer.writeheader()
        writer.writerows(rows)


def export(name: str, *options: str) -> list[dict[str, str]]:
    """The rows of an export in that form."""
    run("export", name, "out.csv", "--overwrite", *options)
    with Path("out.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def killed() -> list[tuple[int | None, int | None, int | None]]:
    """Best, low and high of the dead of every incident."""
    rows = [json.loads(line) for line in run("incidents", "--json").stdout.splitlines()]
    tolls = [toll for row in rows for toll in row["tolls"] if toll["effect"] == "killed"]
    return [(toll["best"], toll["count"]["low"], toll["count"]["high"]) for toll in tolls]


def test_the_best_of_a_ged_row_is_the_best_of_its_incident() -> None:
    """Not its low; an own export gives best, low and high, the dead of each side, and the columns that no claim holds."""
    write_rows("ged", GED, {**GED, "id": "700102", "date_start": "2023-07-02", "date_end": "2023-07-02", "best": "9"})
    run("read", "--as", "ged", "ged.csv")
    assert sorted(killed()) == [(9, 9, 25), (23, 9, 25)]
    assert "23 killed (9–25)" in run("incidents").stdout
    told, odd = sorted(export("ged"), key=lambda row: row["date_start"])
    kept = ("best", "low", "high", "deaths_a", "deaths_b", "deaths_unknown", "where_prec", "adm_2", "country_id", "gwnoa")
    assert [told[name] for name in kept] == [GED[name] for name in kept]
    assert (told["active_year"], told["code_status"]) == ("1", "Clear")
    assert (odd["deaths_a"], odd["deaths_b"], odd["deaths_unknown"]) == ("0", "0", "9")  # 9 and 14 are not 9
    assert len(told["id"]) <= 15
    assert told["id"] != odd["id"]


def test_a_number_that_a_coder_sets_stands_for_that_of_the_row() -> None:
    """The cell of the best estimate is then no longer what the claim says."""
    write_rows("ged", GED)
    run("read", "--as", "ged", "ged.csv")
    (claim,) = [
        row["id"] for row in json.loads(run("read", "ged.csv", "--as", "ged", "--json").stdout or "{}").get("claims", [])
    ]
    run("correct", claim, "harm:killed", "12", "--own", "--replaces", "23", "--reason", "the ministry, by telephone")
    assert killed() == [(12, 12, 12)]
    (row,) = export("ged")
    assert (row["best"], row["deaths_a"], row["deaths_b"], row["deaths_unknown"]) == ("12", "0", "0", "12")


def test_a_policy_of_the_lowest_takes_the_low_of_the_row() -> None:
    """The best estimate is what the data set settles on, the low what it is sure of."""
    write_rows("ged", GED)
    Path("crossread.toml").write_text('policy = "lowest"\n', encoding="utf-8")
    run("read", "--as", "ged", "ged.csv")
    assert killed() == [(9, 9, 25)]


def test_an_acled_row_keeps_what_no_claim_holds() -> None:
    """Lesser regions, the scale of its source, and that force against demonstrators targets civilians."""
    write_rows("acled", ACLED)
    run("read", "--as", "acled", "acled.csv")
    (row,) = export("acled")
    for name in ("admin2", "admin3", "location", "source_scale", "civilian_targeting", "sub_event_type"):
        assert row[name] == ACLED[name], name
    (coarse,) = export("acled", "--days", "month") or [{"admin2": "", "admin3": ""}]
    assert (coarse["admin2"], coarse["admin3"]) == ("", "")


def test_a_corrected_place_does_not_keep_the_region_of_the_row() -> None:
    """Kondele is no part of where a coder puts it."""
    write_rows("acled", ACLED)
    run("read", "--as", "acled", "acled.csv")
    (claim,) = [row["id"] for row in json.loads(run("read", "--as", "acled", "acled.csv", "--json").stdout)["claims"]]
    run("correct", claim, "where", "Kakamega", "--own", "--country", "KE", "--at", "0.28,34.75", "--reason", "seen there")
    rows = export("acled")
    assert all(row["admin2"] == row["admin3"] == "" for row in rows)


def test_a_report_beside_the_row_takes_the_scale_of_sources_away() -> None:
    """The column sums up all sources of the row, and of the report's nothing is known; the place is kept."""
    write_rows("acled", ACLED)
    text = "KISUMU, 22 May 2023 (Lake Wire) - Police shot dead three protesters in Kisumu, Kenya, on Sunday 21 May 2023.\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    run("read", "--as", "acled", "acled.csv")
    run("read", "a.txt")
    (row,) = export("acled")
    assert (row["admin2"], row["source_scale"]) == ("Kisumu Central", "Other")


def test_a_ged_row_made_of_reports_has_the_numbers_of_its_states() -> None:
    """That of the country, and of a government that is a side; a group and civilians have none."""
    text = "GAO, 21 January 2019 - JNIM fighters killed six Malian soldiers in Gao, Mali, on 20 January 2019, police said.\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    other = (
        "OICHA, 9 May 2023 (Wire) - ADF rebels killed four civilians in Oicha, DR Congo, on Monday 8 May 2023, police said.\n"
    )
    Path("b.txt").write_text(other, encoding="utf-8")
    run("read", "a.txt", "b.txt")
    mali, congo = sorted(export("ged"), key=lambda row: row["date_start"])
    assert (mali["side_a"], mali["country_id"], mali["gwnoa"], mali["gwnob"]) == ("Government of Mali", "432", "432", "")
    assert (congo["country_id"], congo["gwnoa"], congo["gwnob"]) == ("490", "", "")
    assert (mali["adm_2"], mali["active_year"], mali["code_status"]) == ("", "", "")


def test_the_high_of_a_ged_row_is_at_least_every_minimum() -> None:
    """17 in two reports, "at least 19" in a third: the range over the accounts ends at 19, not at 17."""
    form = "OICHA, 9 May 2023 ({}) - ADF rebels killed {} civilians in Oicha, DR Congo, on Monday 8 May 2023, {} said.\n"
    for name, number, voice in (
        ("Kivu A", "17", "police"),
        ("Kivu B", "17", "officials"),
        ("Kivu C", "at least 19", "CEPADHO"),
    ):
        Path(f"{name}.txt").write_text(f"Source: {name}\n\n{form.format(name, number, voice)}", encoding="utf-8")
    run("read", "Kivu A.txt", "Kivu B.txt", "Kivu C.txt")
    (row,) = export("ged")
    assert (row["low"], row["best"], row["high"]) == ("17", "17", "19")
