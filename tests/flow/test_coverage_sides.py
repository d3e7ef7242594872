"""What contradicts a row and what only looks so: reports that differ among themselves, plain names, places without rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.codebook import load_shape

ROW = {
    "event_id_cnty": "ZZ1",
    "event_date": "2023-05-18",
    "time_precision": "1",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike",
    "actor1": "Military Forces of Sudan (2019-)",
    "inter1": "State forces",
    "actor2": "Civilians (Sudan)",
    "inter2": "Civilians",
    "iso": "729",
    "country": "Sudan",
    "admin1": "Khartoum",
    "location": "Omdurman",
    "latitude": "15.6445",
    "longitude": "32.4777",
    "geo_precision": "1",
    "source": "Nile Post",
    "fatalities": "18",
}
FORM = "OMDURMAN, 19 May 2023 ({}) - {} in Omdurman, Sudan, on 18 May 2023, {}.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def covered(shape: str, row: dict[str, str], *texts: str) -> dict[str, Any]:
    """The coverage of one row beside these reports."""
    with Path("rows.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, load_shape(shape).header, restval="")
        writer.writeheader()
        writer.writerow(row)
    for number, text in enumerate(texts):
        Path(f"{number}.txt").write_text(text, encoding="utf-8")
    run("read", "--as", shape, "rows.csv")
    run("read", *(f"{number}.txt" for number in range(len(texts))))
    (told,) = (json.loads(line) for line in run("coverage", "--json").splitlines())
    assert isinstance(told, dict)
    return told


STRIKE = "A Sudanese army air strike killed 18 civilians"


def test_reports_that_differ_among_themselves_do_not_contradict_the_row() -> None:
    """One names whom the row names, one names others: a dispute, which the row takes no blame for."""
    told = covered(
        "acled",
        ROW,
        FORM.format("Nile Post", STRIKE, "residents said"),
        FORM.format("Khartoum Wire", "A Rapid Support Forces air strike killed 18 civilians", "residents said"),
    )
    (row,) = told["details"]
    assert len(row["told_by"]) == 2
    assert [one["slot"] for one in row["differences"]] == []
    (dispute,) = row["disputed"]
    assert dispute["slot"] == "actors.perpetrator"
    assert len(dispute["reports"]) == 2
    assert told["differ"] == 0
    assert "the reports differ" in run("coverage")


def test_reports_that_all_name_another_doer_contradict_it() -> None:
    """Nobody stands with the row."""
    told = covered("acled", ROW, FORM.format("Wire", "A Rapid Support Forces air strike killed 18 civilians", "residents said"))
    (row,) = told["details"]
    assert ([one["slot"] for one in row["differences"]], row["disputed"]) == (["actors.perpetrator"], [])
    assert told["differ"] == 1


def test_only_loaded_words_are_wording() -> None:
    """The plain names that others write beside them are none."""
    told = covered(
        "acled",
        ROW,
        FORM.format("Nile Post", STRIKE, "residents said"),
        FORM.format("Nile Voice", "Army jets of the terrorist regime killed 18 civilians", "residents said"),
    )
    texts = [value["text"] for row in told["details"] for one in row["wording"] for value in one["reports"]]
    assert all("terrorist" in text or "regime" in text for text in texts)


def test_what_lies_outside_the_rows_is_counted() -> None:
    """Another country and another month: in one line, and by id for programs."""
    told = covered(
        "acled",
        ROW,
        FORM.format("Nile Post", STRIKE, "residents said"),
        "PEMBA, 28 May 2023 (Wire) - Insurgents beheaded two men in Macomia, Mozambique, on 27 May 2023.\n",
        "OMDURMAN, 29 June 2023 (Wire) - Gunmen killed five traders in Omdurman, Sudan, on 28 June 2023.\n",
    )
    assert (len(told["incidents_without_row"]), len(told["incidents_outside"])) == (0, 2)
    assert "2 more incidents of the reports lie in other countries or days" in " ".join(run("coverage").split())


GED = {
    "id": "500101",
    "year": "2023",
    "type_of_violence": "3",
    "side_a": "Ilu Front",
    "side_b": "Civilians",
    "where_prec": "1",
    "where_coordinates": "Oicha town",
    "adm_1": "Nord-Kivu province",
    "latitude": "0.6973",
    "longitude": "29.5184",
    "country": "DR Congo (Zaire)",
    "date_prec": "1",
    "date_start": "2023-05-08",
    "date_end": "2023-05-08",
    "deaths_civilians": "23",
    "best": "23",
    "low": "9",
    "high": "25",
}


@pytest.mark.parametrize(
    ("number", "verdict", "differ"),
    [("nine", "outside the range", 1), ("23", "agrees", 0), ("at least nine", "within the range", 0)],
)
def test_a_ged_row_stands_by_its_best_and_is_listed_where_its_sign_says(number: str, verdict: str, differ: int) -> None:
    """A number outside the reports' range is among those that differ, and in the count of the first line."""
    text = (
        f"OICHA, 9 May 2023 (Wire) - Gunmen killed {number} civilians in Oicha, DR Congo, on Monday 8 May 2023, police said.\n"
    )
    told = covered("ged", GED, text)
    (row,) = told["details"]
    assert [(one["row"], one["verdict"]) for one in row["numbers"]] == [("23 (9–25)", verdict)]
    assert told["differ"] == differ
    page = run("coverage")
    assert ("and differ" in page, "do not contradict" in page) == (bool(differ), not differ)
