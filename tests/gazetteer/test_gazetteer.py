"""Looking places up: exact names, spelling variants, countries, regions, words; and how a bad file is refused."""

from __future__ import annotations

import pickle
import sqlite3
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.errors import GazetteerError
from crossread.gazetteer import Gazetteer, fold_name
from crossread.gazetteer.names import skeleton
from crossread.gazetteer.version import FILE


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ménaka", "menaka"),
        ("Aguel'hoc", "Aguelhoc"),
        ("Bobo-Dioulasso", "bobo dioulasso"),
        ("Ta‘izz", "Taizz"),
        ("Łódź", "Lodz"),
        ("Qəbələ", "Qebele"),
        ("İzmir", "Izmir"),
        ("Côte d’Ivoire", "COTE D'IVOIRE"),
    ],
)
def test_folding_takes_away_accents_case_hyphens_and_apostrophes(one: str, other: str) -> None:
    """Spellings that differ only in these are one name."""
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("written", "name", "country"),
    [
        ("Aguelhoc", "Aguelhok", "ML"),
        ("Minaka", "Ménaka", "ML"),
        ("Douenza", "Douentza", "ML"),
        ("Fallujah", "Al Fallūjah", "IQ"),
        ("Falluja", "Al Fallūjah", "IQ"),
        ("Deir al-Zour", "Deir ez-Zor", "SY"),
        ("Kunduz", "Kunduz", "AF"),
        ("Konduz", "Kunduz", "AF"),
        ("Kandahaar", "Kandahār", "AF"),
        ("Tombouctou", "Timbuktu", "ML"),
        ("Arbinda", "Aribinda", "BF"),
        ("Mogadiscio", "Mogadishu", "SO"),
        ("Kiev", "Kyiv", "UA"),
        ("Rangoon", "Yangon", "MM"),
    ],
)
def test_spellings_in_reports_find_the_place(gazetteer: Gazetteer, written: str, name: str, country: str) -> None:
    """Alternate names and spelling habits lead to the place; the hit says how it was found."""
    found = [p for p in gazetteer.find_places(written) if p.country == country]
    assert any(fold_name(p.name) == fold_name(name) for p in found)


@given(name=st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_folding_twice_is_folding_once(name: str) -> None:
    """A folded name is its own folded name, and its skeleton never grows."""
    folded = fold_name(name)
    assert fold_name(folded) == folded
    assert len(skeleton(folded)) <= len(folded)


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("Burma", "MM"),
        ("Ivory Coast", "CI"),
        ("Côte d'Ivoire", "CI"),
        ("Zaire", "CD"),
        ("DR Congo", "CD"),
        ("Holland", "NL"),
        ("UAE", "AE"),
        ("U.K.", "GB"),
        ("U.S.", "US"),
        ("Kosovo", "XK"),
        ("Palestinian territories", "PS"),
        ("Swaziland", "SZ"),
        ("Republic of Korea", "KR"),
        ("Syrian Arab Republic", "SY"),
        ("Bosnia", "BA"),
        ("Türkiye", "TR"),
        ("ML", "ML"),
    ],
)
def test_countries_are_known_by_former_short_and_official_names(gazetteer: Gazetteer, name: str, iso: str) -> None:
    """Exonyms and former names give today's country."""
    found = gazetteer.country(name)
    assert found is not None
    assert found.country == iso


def test_a_country_never_gets_its_capitals_point(gazetteer: Gazetteer) -> None:
    """No country of more than 1.5 million people has its point in its capital; city states are all capital."""
    city_states = {"SG", "HK", "BH", "MO"}
    too_near = []
    for iso in gazetteer.country_codes():
        country, capital = gazetteer.country_point(iso), gazetteer.capital(iso)
        assert country is not None
        assert (country.latitude, country.longitude) != (0, 0)
        if capital and country.population > 1_500_000 and iso not in city_states:
            off = abs(country.latitude - capital.latitude) + abs(country.longitude - capital.longitude)
            if off < 0.1:
                too_near.append(iso)
    assert too_near == []


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Malian", "ML"),
        ("Burkinabè", "BF"),
        ("Burkinabe", "BF"),
        ("Chadian", "TD"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Dutch", "NL"),
    ],
)
def test_demonyms_give_the_country(gazetteer: Gazetteer, word: str, iso: str) -> None:
    """Adjectives and names of peoples point to their country."""
    assert gazetteer.demonym(word) == iso


def test_a_region_is_found_by_name_and_by_other_names(gazetteer: Gazetteer) -> None:
    """Regions have English names as coders write them, and a name two countries share needs the country."""
    region = gazetteer.admin1("Damascus Countryside", country="SY")
    assert region is not None
    assert region.name == "Rif Dimashq"
    assert gazetteer.admin1("Punjab") is None
    punjab = gazetteer.admin1("Punjab", country="PK")
    assert punjab is not None
    assert punjab.country == "PK"


@pytest.mark.parametrize(
    "name", ["Sahel", "Liptako-Gourma", "Donbas", "Sinai", "Darfur", "Niger Delta", "Mindanao", "Golan Heights"]
)
def test_landscapes_and_conflict_regions_are_areas(gazetteer: Gazetteer, name: str) -> None:
    """Regions that are no single first-level unit are areas with a centre."""
    assert any(p.kind == "area" for p in gazetteer.find_places(name))


def test_common_words_and_names_of_people_are_known(gazetteer: Gazetteer) -> None:
    """Towns called "Of" or "Robert" are not believed from their letters alone."""
    assert gazetteer.is_common_word("Of")
    assert gazetteer.is_person_name("Robert")
    assert not gazetteer.is_common_word("Kidal")


def test_opening_takes_less_than_fifty_milliseconds_of_work(gazetteer: Gazetteer) -> None:
    """A short command must not wait for the gazetteer."""
    began = time.process_time()
    Gazetteer.open()
    assert time.process_time() - began < 0.05


def test_capitals_and_the_small_tables_lie_together() -> None:
    """What every opening reads takes few pages: a cold disk gives them in one or two reads, not in hundreds."""
    with sqlite3.connect(f"{FILE.as_uri()}?mode=ro", uri=True) as connection:
        numbers = [row[0] for row in connection.execute("SELECT capital FROM countries WHERE capital NOT NULL")]
        pages = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"))
    assert len(numbers) > 200
    assert max(numbers) - min(numbers) < 300
    assert max(pages[name] for name in ("meta", "countries", "regions", "demonyms", "words")) < pages["places"]


def test_the_file_is_small_and_whole() -> None:
    """The shipped file stays under 60 MB and holds every settlement of its source."""
    assert FILE.stat().st_size < 60e6
    with sqlite3.connect(f"{FILE.as_uri()}?mode=ro", uri=True) as connection:
        count = connection.execute("SELECT count(*) FROM places WHERE kind = 'settlement'").fetchone()[0]
        zero = connection.execute("SELECT count(*) FROM places WHERE latitude = 0 AND longitude = 0").fetchone()[0]
    assert count >= 234_000
    assert zero == 0


def test_many_threads_get_the_same_answers(gazetteer: Gazetteer) -> None:
    """One gazetteer serves all threads."""
    names = ["Kidal", "Springfield", "San José", "Aguelhoc", "Mosul", "Deir al-Zour"] * 20
    expected = [gazetteer.find_places(name) for name in names]
    fresh = Gazetteer.open()
    answers: list[object] = [None] * 4

    def ask(at: int) -> None:
        answers[at] = [fresh.find_places(name) for name in names]

    threads = [threading.Thread(target=ask, args=(at,)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 4


def test_a_gazetteer_pickles_as_its_path(gazetteer: Gazetteer) -> None:
    """Workers on other processes open the same file."""
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.find_places("Kidal") == gazetteer.find_places("Kidal")


def test_the_file_cannot_be_written(gazetteer: Gazetteer) -> None:
    """It is opened read-only."""
    with pytest.raises(sqlite3.OperationalError):
        gazetteer._rows("DELETE FROM places")


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    """The error names the file and the way to have it built, which needs nothing that an installed package lacks."""
    with pytest.raises(GazetteerError, match="Install crossread again") as caught:
        Gazetteer.open(tmp_path / "none.sqlite")
    assert "none.sqlite" in str(caught.value)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """A file that is no gazetteer, or of another version, is not read."""
    text = tmp_path / "text.sqlite"
    text.write_text("not a database, only long enough to look like one " * 20)
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.open(text)
    old = tmp_path / "old.sqlite"
    with sqlite3.connect(old) as connection:
        connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        connection.execute("INSERT INTO meta VALUES ('schema', '0')")
    with pytest.raises(GazetteerError, match="another version"):
        Gazetteer.open(old)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_building_again_gives_the_same_places(tmp_path: Path) -> None:
    """The build is repeatable: same sources, same rows."""
    from crossread.gazetteer.build import build_gazetteer

    built = build_gazetteer(tmp_path / "again.sqlite")
    rows = []
    for path in (built, FILE):
        with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
            rows.append(connection.execute("SELECT count(*), sum(population), sum(latitude) FROM places").fetchone())
    assert rows[0] == rows[1]


def test_settlements_around_a_point_come_nearest_first(gazetteer: Gazetteer) -> None:
    """Around Najaf all lie in Iraq and in the square; another country's are left out if one is asked for."""
    found = gazetteer.settlements_around(31.99, 44.4, 30.0)
    assert {"Najaf", "Kufa"} <= {place.name for place in found[:4]}
    assert all(abs(place.latitude - 31.99) < 0.28 for place in found)
    assert gazetteer.settlements_around(31.99, 44.4, 30.0, country="IR") == ()
