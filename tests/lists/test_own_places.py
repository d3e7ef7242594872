"""Own places beside those of the gazetteer: whose spot and spelling counts, and what else stays as it was."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from crossread.errors import ConfigError
from crossread.gazetteer import Gazetteer
from crossread.lists import list_mark, use_lists
from crossread.normalize.places import PlaceResolver

Write = Callable[..., Path]
HEAD = "name,latitude,longitude,country,admin1,aliases,kind"
VILLAGE = "Kourandela,14.52,-3.91,Mali,Mopti,Kurandela|Sabé Kourou,village"
TEXT = "MOPTI, Mali - Gunmen killed nine herders in {} on Monday, the army said. The wounded were taken to Mopti."


def resolve(raw: str) -> tuple[str | None, str | None, float | None]:
    """Name, id and latitude that a report gives a place of these words."""
    text = TEXT.format(raw)
    places = PlaceResolver(Gazetteer.open()).for_document(text)
    start = text.index(raw)
    found = places.resolve(raw, start=start, end=start + len(raw))
    return (None, None, None) if found is None else (found.place.name, found.place.gazetteer_id, found.place.latitude)


@pytest.mark.parametrize("written", ["Kourandela", "Kurandela", "Sabé Kourou", "the village of Kourandela"])
def test_a_village_that_no_world_list_has_is_found_by_all_its_names(write: Write, written: str) -> None:
    """By name and alias, and always under the list's spelling; without the list it has no point."""
    assert resolve(written)[2] is None
    use_lists(places=write("places.csv", HEAD, VILLAGE))
    assert resolve(written) == ("Kourandela", "own:ml-kourandela", 14.52)


def test_the_separator_is_found_out_and_decimal_commas_are_read(write: Write) -> None:
    """What a spreadsheet set to French writes; columns that the list does not need stand in any order."""
    path = write("places.csv", "note;country;name;longitude;latitude", "seen 2019;ML;Kourandela;-3,91;14,52")
    use_lists(places=path)
    assert resolve("Kourandela")[1:] == ("own:ml-kourandela", 14.52)


def test_the_same_place_is_taken_as_the_list_has_it(write: Write) -> None:
    """Spot and spelling of a town that is known are the list's; its id and its other spellings stay."""
    before = Gazetteer.open().find_places_exact("Aguelhok")[0]
    use_lists(places=write("places.csv", HEAD, "Aguel'hoc,19.50,0.90,ML,,,town"))
    found = Gazetteer.open().find_places_exact("Aguelhok")
    assert [place.id for place in found] == [before.id]
    assert (found[0].name, found[0].latitude, found[0].admin1, found[0].source) == ("Aguel'hoc", 19.5, before.admin1, "own")
    assert Gazetteer.open().find_places("Aguelhoq")[0].latitude == 19.5
    around = Gazetteer.open().settlements_around(19.5, 0.9, 5.0)
    assert [place.name for place in around][:1] == ["Aguel'hoc"]


def test_a_village_without_a_region_has_that_of_the_places_around(write: Write) -> None:
    """Close to Mopti it is Mopti; in the empty north of Taoudénit, or with a region told, nothing is worked out."""
    rows = (
        "Kourandela,14.52,-3.91,ML,,,",
        "Dourma,23.9,-3.0,ML,,,",
        "Tessako,14.52,-3.95,ML,Ségou,,",
        "Hills,14.52,-3.9,ML,,,hills",
    )
    use_lists(places=write("places.csv", HEAD, *rows))
    found = {place.name: place.admin1 for place in Gazetteer.open().own.places}
    assert found == {"Kourandela": "Mopti", "Dourma": None, "Tessako": "Ségou", "Hills": None}


def test_a_namesake_elsewhere_stands_beside(write: Write) -> None:
    """Of one name in the same country 300 km away, or in another country, both can be meant."""
    before = {place.id for place in Gazetteer.open().find_places_exact("Aguelhok")}
    rows = "Aguelhok,17.2,-1.0,ML,,,village", "Aguelhok,13.5,-1.0,Burkina Faso,,,village"
    use_lists(places=write("places.csv", HEAD, *rows))
    after = {place.id for place in Gazetteer.open().find_places_exact("Aguelhok")}
    assert after == before | {"own:ml-aguelhok", "own:bf-aguelhok"}


def test_a_city_of_the_name_is_still_meant_in_its_own_country(write: Write) -> None:
    """A village called Kano in Mali does not draw a report from Nigeria there."""
    use_lists(places=write("places.csv", HEAD, "Kano,14.6,-3.9,ML,Mopti,,village"))
    text = "ABUJA, Nigeria - Gunmen killed nine people in Kano on Monday, Nigerian police said."
    start = text.index("Kano")
    found = PlaceResolver(Gazetteer.open()).for_document(text).resolve("Kano", start=start, end=start + 4)
    assert found is not None
    assert (found.place.country, found.place.gazetteer_id) == ("NG", "geonames:2335204")
    assert resolve("Kano")[1] == "own:ml-kano"


@pytest.mark.parametrize(
    ("word", "kind"),
    [("", "settlement"), ("Village", "settlement"), ("camp", "settlement"), ("district", "area"), ("river", "area"),
     ("mountain", "area"), ("region", "admin1"), ("quarter", "settlement"), ("settlement", "settlement"), ("area", "area")],
)  # fmt: skip
def test_kinds_are_the_words_of_reports_or_the_gazetteers(write: Write, word: str, kind: str) -> None:
    use_lists(places=write("places.csv", HEAD, f"Kourandela,14.5,-3.9,MLI,,,{word}"))
    (found,) = Gazetteer.open().find_places_exact("kourandela")
    assert (found.kind, found.country) == (kind, "ML")


def test_every_line_that_cannot_be_used_is_told_at_once(write: Write) -> None:
    """File, line, column, what was expected and found; the lists in use before stay."""
    use_lists(places=write("good.csv", HEAD, VILLAGE))
    mark = list_mark()
    path = write(
        "bad.csv",
        HEAD,
        "Alpha,95,-3.9,ML,,,",
        "Beta,14.5,west,Malli,,,city-state",
        ",14.5,-3.9,ML,,,",
        "Gamma,14.5,-3.9,ML,,,camp,more",
        "Delta,14.5,-3.9,ML,,,",
        "Delta,14.55,-3.9,Mali,,,",
    )
    with pytest.raises(ConfigError) as error:
        use_lists(places=path)
    told = str(error.value)
    assert "7 things in your own lists" in told
    for part in (
        "bad.csv, line 2, latitude: expected degrees from -90 to 90, found '95'",
        "line 3, longitude: expected degrees from -180 to 180, found 'west'",
        "line 3, country: expected a country by its ISO code or English name, such as ML or Mali, found 'Malli'",
        "line 3, kind: expected a kind of place, such as town",
        "line 4, name: expected a value, found nothing",
        "line 5, the row: expected at most 7 cells",
        "line 7, name: expected each place once, found 'Delta', which line 6 tells already",
    ):
        assert part in told
    assert list_mark() == mark


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("name,latitude,country", "longitude: expected a column of this name"),
        ("name,latitude,longitude,country,alias", "alias: expected the column aliases"),
        ("name,latitude,longitude,country,name", "name: expected each column once"),
        ("", "name: expected a column of this name"),
    ],
)
def test_a_header_that_cannot_be_used_is_told(write: Write, head: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        use_lists(places=write("places.csv", head, "Alpha,14.5,-3.9,ML"))


def test_a_file_that_is_not_there_or_no_utf8_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.csv, line 1, the file: expected a CSV file"):
        use_lists(places=tmp_path / "none.csv")
    (tmp_path / "old.csv").write_bytes("name,latitude,longitude,country\nSabé,1,2,ML\n".encode("latin-1"))
    with pytest.raises(ConfigError, match="text in UTF-8"):
        use_lists(places=tmp_path / "old.csv")
    (tmp_path / "book.csv").write_bytes(b"PK\x03\x04....xl/workbook.xml")
    with pytest.raises(ConfigError, match="found an Excel workbook; save the sheet as"):
        use_lists(places=tmp_path / "book.csv")


def test_the_line_of_a_spreadsheet_above_the_names(tmp_path: Path) -> None:
    """`sep=;` is passed over, and a fault below it still names its own line."""
    (tmp_path / "p.csv").write_bytes(b"sep=;\r\nName;Latitude;Longitude;Country\r\nAlpha;14,5;-3,9;ML\r\nBeta;140;1;ML\r\n")
    with pytest.raises(ConfigError, match="line 4, latitude") as caught:
        use_lists(places=tmp_path / "p.csv")
    assert "line 3" not in str(caught.value)


def test_the_mark_is_of_what_the_list_says(write: Write) -> None:
    """Another order, separator or further column is the same list; another point is another one; none has no mark."""
    assert list_mark() is None
    use_lists(places=write("a.csv", "name,latitude,longitude,country", "Alpha,1,2,ML", "Beta,3,4,ML"))
    first = list_mark()
    assert first is not None
    use_lists(places=write("b.csv", "name;latitude;longitude;country;note", "Beta;3;4;ML;x", "Alpha;1;2;ML;"))
    assert list_mark() == first
    use_lists(places=write("b.csv", "name;latitude;longitude;country;note", "Beta;3;5;ML;x", "Alpha;1;2;ML;"))
    assert list_mark() not in (None, first)
    use_lists()
    assert list_mark() is None


def test_own_places_go_along_to_another_process(write: Write) -> None:
    """A gazetteer is sent as its path and the own places."""
    use_lists(places=write("places.csv", HEAD, VILLAGE))
    sent = pickle.dumps(Gazetteer.open())
    use_lists()
    assert pickle.loads(sent).find_places_exact("Kurandela")[0].name == "Kourandela"
    assert not Gazetteer.open().find_places_exact("Kurandela")
