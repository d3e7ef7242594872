"""What an ACLED row is grouped by is spelled one way: forces of a state, districts of a city, nights, and what is no crime."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.codebook import load_shape
from crossread.export.forces import name_force

HEADER = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,inter2,iso,country,"
    "admin1,location,latitude,longitude,geo_precision,source,fatalities"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def exported(*texts: str) -> list[dict[str, str]]:
    """The ACLED rows of these reports, by day."""
    for number, text in enumerate(texts):
        Path(f"{number}.txt").write_text(text + "\n", encoding="utf-8")
    run("read", *(f"{number}.txt" for number in range(len(texts))))
    run("export", "acled", "out.csv")
    with Path("out.csv").open(encoding="utf-8") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["event_date"])


@pytest.mark.parametrize(
    ("name", "type", "told"),
    [
        ("Burkinabe Army", "state_forces", "Military Forces of Burkina Faso"),
        ("Burkinabe Armed Forces", "state_forces", "Military Forces of Burkina Faso"),
        ("Burmese Air Force", "state_forces", "Military Forces of Myanmar"),
        ("Syrian Arab Army", "state_forces", "Military Forces of Syria"),
        ("Armed Forces of the Philippines", "state_forces", "Military Forces of the Philippines"),
        ("Rwanda Defence Force", "foreign_forces", "Military Forces of Rwanda"),
        ("Haitian National Police", "police", "Police Forces of Haiti"),
        ("Military Forces of Chad", "foreign_forces", "Military Forces of Chad"),
        ("Iraqi National Guard", "state_forces", None),  # a unit of its own
        ("Yugoslav Army", "state_forces", None),  # of no state of today
        ("MINUSMA (Chad)", "foreign_forces", None),  # a mission
        ("Somaliland Armed Forces", "state_forces", None),
        ("Rapid Support Forces", "political_militia", None),
        ("Syrian National Army", "political_militia", None),  # fights its state
        ("Haitian National Police", "state_forces", None),
    ],
)
def test_the_forces_of_a_state_have_one_name(name: str, type: str, told: str | None) -> None:
    """Army, air force and armed forces of one state are one actor; guards, units and missions keep their names."""
    assert name_force(name, type, load_shape("acled")) == told


def test_two_reports_that_call_an_army_differently_are_one_group() -> None:
    """What each calls it stands beside."""
    one, other = exported(
        "DJIBO, 3 May 2023 (Wire) - The Burkinabe army killed four villagers in Djibo, Burkina Faso, on 2 May 2023.",
        "DORI, 13 June 2023 (Post) - Burkinabe armed forces killed six villagers in Dori, Burkina Faso, on 12 June 2023.",
    )
    assert one["actor1"] == other["actor1"] == "Military Forces of Burkina Faso"
    assert (one["assoc_actor_1"], one["inter1"]) == ("Burkinabe Army", "State forces")
    assert other["assoc_actor_1"] == "Burkinabe Armed Forces"


def test_a_row_with_the_forms_own_name_comes_back_as_it_was() -> None:
    """ "Military Forces of the Philippines (2022-)" is the army of that country, not the name of a group."""
    row = (
        "Z1,2023-05-15,1,Battles,Armed clash,Military Forces of the Philippines (2022-),Philippine Army,State forces,Ilu Front,"
    )
    Path("rows.csv").write_text(
        f"{HEADER}\n{row}Rebel group,608,Philippines,Maguindanao,Datu Hoffer,6.9000,124.4000,1,Wire,6\n", encoding="utf-8"
    )
    run("read", "--as", "acled", "rows.csv")
    run("export", "acled", "out.csv")
    (told,) = csv.DictReader(Path("out.csv").read_text(encoding="utf-8").splitlines())
    assert (told["actor1"], told["assoc_actor_1"]) == ("Military Forces of the Philippines", "Philippine Army")
    assert (told["inter1"], told["interaction"]) == ("State forces", "State forces-Rebel group")


def test_one_night_is_as_exact_as_a_day_and_two_days_are_not() -> None:
    """Of a night the first day stands in the row; "8 or 9 May" is a span."""
    night, span = exported(
        "OICHA, 9 April 2023 (Wire) - ADF rebels killed five civilians in Oicha, DR Congo, in the night of 7 to 8 April 2023.",
        "BENI, 12 May 2023 (Wire) - ADF rebels killed six civilians in Beni, DR Congo, between 8 and 9 May 2023.",
    )
    assert (night["event_date"], night["time_precision"]) == ("2023-04-07", "1")
    assert (span["event_date"], span["time_precision"]) == ("2023-05-08", "2")


def test_a_district_stands_behind_its_city_and_a_village_behind_nothing() -> None:
    """As that form has it; a commune that is no large city stays where the reports have it."""
    city, village = exported(
        "PORT-AU-PRINCE, 21 May 2023 (Wire) - Gunmen killed five men in the Canape-Vert neighborhood of Port-au-Prince, Haiti, "
        "on 20 May 2023.",
        "NIAMEY, 18 June 2023 (Wire) - Gunmen killed seven villagers in Samira, Gotheye, in Niger's Tillaberi region, on "
        "17 June 2023.",
    )
    assert city["location"].startswith("Port-au-Prince - ")
    assert " - " not in village["location"]


def test_a_bombing_without_a_doer_is_no_ordinary_crime_and_a_killing_is_open() -> None:
    """Shells, bombs and air strikes are weapons of war, whoever used them."""
    bomb, killing = exported(
        "MOGADISHU, 10 April 2023 (Wire) - A car bomb exploded outside a hotel in Mogadishu, Somalia, on 9 April 2023, killing "
        "eight civilians.",
        "MAIDUGURI, 6 May 2023 (Wire) - Three traders were found dead in Damboa, Borno state, Nigeria, on 5 May 2023.",
    )
    assert "ordinary crime" not in bomb["notes"]
    assert "doubt" not in bomb["tags"]
    assert "ordinary crime" in killing["notes"]
