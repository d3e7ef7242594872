"""The gazetteer from a GeoNames dump: what is taken, what is refused, and that the file is one like the small one."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.errors import GazetteerError
from crossread.gazetteer import Gazetteer
from crossread.gazetteer.build import build_gazetteer
from crossread.gazetteer.dump import iter_dump

Row = tuple[str, str, str, str, str, str, str, str, str]
# id, name, alternates, latitude, longitude, feature, country, region code, inhabitants
TINZAWATEN: Row = ("2449500", "Tinzawaten", "Tin Zaouatine,Tin-Zaouaten", "19.95", "2.97", "P.PPL", "ML", "10", "0")
AIRBASE: Row = ("9000001", "Dirkou Airfield", "", "18.97", "12.87", "S.AIRF", "NE", "01", "0")
DISTRICT: Row = ("9000002", "Cercle of Abeibara", "Abeibara", "19.1", "1.75", "A.ADM2", "ML", "10", "0")
STREAM: Row = ("9000003", "Oued Tinzawaten", "", "19.9", "2.9", "H.STM", "ML", "10", "0")
RUINED: Row = ("9000004", "Old Tinzawaten", "", "19.9", "2.9", "P.PPLW", "ML", "10", "0")
BAMAKO: Row = ("2460596", "Bamako", "Bammako", "12.65", "-8.0", "P.PPLC", "ML", "01", "1297281")


def write_dump(path: Path, rows: Sequence[Row], *, more: str = "") -> Path:
    """A dump with these rows, in the columns of allCountries.txt."""
    lines = []
    for number, name, also, latitude, longitude, feature, country, region, people in rows:
        first = [number, name, name, also, latitude, longitude, *feature.split("."), country, ""]
        lines.append("\t".join([*first, region, "", "", "", people, "", "300", "Africa/Bamako", "2020-01-01"]))
    path.write_text("\n".join(lines) + "\n" + more, encoding="utf-8")
    return path


def test_settlements_sites_and_districts_are_taken(tmp_path: Path) -> None:
    """What reports tell of is taken; streams and places that are no more are left out."""
    dump = write_dump(tmp_path / "ML.txt", [TINZAWATEN, AIRBASE, DISTRICT, STREAM, RUINED])
    assert [(row.name, row.kind) for row in iter_dump(dump)] == [
        ("Tinzawaten", "settlement"),
        ("Dirkou Airfield", "settlement"),
        ("Cercle of Abeibara", "area"),
    ]


def test_a_zipped_dump_is_read_as_it_is(tmp_path: Path) -> None:
    """allCountries.zip needs no unpacking."""
    dump = write_dump(tmp_path / "allCountries.txt", [TINZAWATEN])
    packed = tmp_path / "allCountries.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(dump, "allCountries.txt")
    assert [row.geonames_id for row in iter_dump(packed)] == ["2449500"]


def test_one_bad_row_loses_only_itself(tmp_path: Path) -> None:
    """A row with a broken number or too few columns is passed over."""
    broken: Row = ("x", "Nowhere", "", "north", "2", "P.PPL", "ML", "10", "0")
    dump = write_dump(tmp_path / "ML.txt", [TINZAWATEN, broken], more="one column\n")
    assert [row.name for row in iter_dump(dump)] == ["Tinzawaten"]


@pytest.mark.parametrize("text", ["", "a,b,c\n" * 50, "DE\t01945\tRuhland\tBrandenburg\n" * 2000])
def test_another_table_is_refused(tmp_path: Path, text: str) -> None:
    """A file of other columns (postal codes, say) is no dump, and the error tells what was expected and what to take."""
    path = tmp_path / "other.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"no GeoNames dump(.|\n)*19 columns(.|\n)*allCountries"):
        list(iter_dump(path))


def test_a_missing_dump_is_told(tmp_path: Path) -> None:
    """The path is named."""
    with pytest.raises(GazetteerError, match=r"nowhere\.txt"):
        list(iter_dump(tmp_path / "nowhere.txt"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dump")
    dump = write_dump(folder / "ML.txt", [TINZAWATEN, BAMAKO, DISTRICT])
    out = folder / "full.sqlite"
    done = CliRunner().invoke(app, ["gazetteer", "build", str(dump), "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert str(out) in done.output
    return out


def test_the_file_of_a_dump_is_a_gazetteer(built: Path) -> None:
    """Same schema: names, spellings, regions, the capital and the nationality words are there, with GeoNames' ids."""
    gazetteer = Gazetteer.open(built)
    (place,) = [p for p in gazetteer.find_places("Tin-Zaouatine") if p.id == "geonames:2449500"]
    assert (place.name, place.country, place.matched) == ("Tinzawaten", "ML", "alternate")
    assert [p.kind for p in gazetteer.find_places_exact("Abeibara")] == ["area"]
    capital = gazetteer.capital("ML")
    assert capital is not None
    assert capital.id == "geonames:2460596"
    assert gazetteer.demonym("Malian") == "ML"
    assert gazetteer.country("Mali") is not None


def test_a_refused_dump_leaves_the_file_in_use(built: Path, tmp_path: Path) -> None:
    """The gazetteer of before stays whole, and no draft is left behind."""
    before = built.read_bytes()
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("a\tb\n" * 100, encoding="utf-8")
    with pytest.raises(GazetteerError):
        build_gazetteer(built, dump=wrong)
    assert built.read_bytes() == before
    assert not built.with_suffix(".draft").exists()
