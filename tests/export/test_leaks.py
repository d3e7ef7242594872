"""Nothing that was asked to stay out is in any file of any format: every byte is read back and searched."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.export.conftest import KOSSA, find, make_claim, make_document

from crossread.errors import ExportError
from crossread.export import Exported, ExportOptions, Selection, export_formats, export_incidents, file_name
from crossread.export.names import tell_person
from crossread.export.write import take_care
from crossread.folding import fold_letters
from crossread.records import (
    Account,
    Actor,
    Count,
    DateWindow,
    Evidence,
    Harm,
    Incident,
    Judgement,
    Party,
    Place,
    Slot,
    Wording,
)

# "2021-05-30": between the young incident (29 May) and the old ones (early May and before).
NOW = str(int(datetime(2021, 5, 30, 12, tzinfo=UTC).timestamp()))
EXACT = Place(
    name="Ouro Beldi",
    country="ML",
    admin1="Mopti",
    gazetteer_id="geonames:77",
    latitude=14.5312,
    longitude=-4.2787,
    precision="exact",
)
OLD = (
    "Fighters of the Ilu Front attacked the market of Ouro Beldi on 3 May 2021. They shot the teacher Amadou Keïta and the "
    "nurse Salimata Doumbia. AMADOU KEITA died at once; Keïta's brother fled. In passing they killed Bréhima Sangaré as well."
)
YOUNG = "Attackers burned the granary of Tiguila on 29 May 2021 and killed two herders. The so-called avengers fled."
NAMES = ("amadou", "keita", "salimata", "doumbia", "sangare")
PLACES = ("ouro", "beldi", "14.53", "-4.27", "4.2787", "geonames:77")
YOUNG_WORDS = ("tiguila", "granary", "2021-05-29", "29 may", "13.11", "herders", "avengers", "burned")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)


@pytest.fixture
def case() -> Selection:
    """An old incident with two named dead, a young one; titles, addresses, filters and a person's reason tell them again."""
    old = make_document(OLD, source="Gao Herald", published=date(2021, 5, 4))
    old = replace(
        old,
        title="Teacher Amadou Keïta shot at Ouro Beldi",
        url="https://example.org/2021/amadou-keita-ouro-beldi",
        name="Keita_ouro-beldi.txt",
        external_id="doumbia-1",
    )
    young = replace(make_document(YOUNG, source="Sahel Daily", published=date(2021, 5, 30)), title="Granary of Tiguila burned")
    quotes = {words: find(old, words) for words in ("the teacher Amadou Keïta", "the nurse Salimata Doumbia", "on 3 May 2021")}
    place = find(old, "the market of Ouro Beldi")
    victims = [
        Actor(role="victim", raw=words, name=None, type="civilians", evidence=(quotes[words],)) for words in list(quotes)[:2]
    ]
    front = Actor(
        role="perpetrator",
        raw="the Ilu Front",
        name="Ilu Front",
        type="rebel_group",
        registry_id="ilu_front",  # known actors keep their names with coarser places
        evidence=(find(old, "Ilu Front"),),
    )
    day = date(2021, 5, 3)
    shot = make_claim(
        old,
        "killing",
        "killed Bréhima Sangaré",  # a name in the trigger's own words, which no slot has
        when=Slot(
            raw="on 3 May 2021",
            value=DateWindow(earliest=day, latest=day, precision="day"),
            evidence=(quotes["on 3 May 2021"],),
        ),
        where=Slot(raw="the market of Ouro Beldi", value=EXACT, evidence=(place,)),
        actors=(front, *victims),
        harm=tuple(
            Harm(
                effect="killed",
                raw=words,
                group=words,
                group_type="civilians",
                count=Count(low=1, high=1, qualifier="exact"),
                evidence=(quotes[words],),
            )
            for words in list(quotes)[:2]
        ),
        retellings=(find(old, "AMADOU KEITA died at once; Keïta's brother fled"),),
    )
    late = date(2021, 5, 29)
    burned = make_claim(
        young,
        "killing",
        "burned",
        when=Slot(raw="on 29 May 2021", value=DateWindow(earliest=late, latest=late, precision="day")),
        where=Slot(raw="Tiguila", value=replace(KOSSA, name="Tiguila", latitude=13.11, longitude=-5.5)),
        actors=(front, Actor(role="victim", raw="herders", name=None, type="civilians")),
        harm=(
            Harm(
                effect="killed",
                raw="two",
                group="herders",
                group_type="civilians",
                count=Count(low=2, high=2, qualifier="exact"),
            ),
        ),
    )
    unplaced = make_claim(old, "armed_attack", "attacked", where=Slot(raw="Ouro Beldi", value=_unknown("Ouro Beldi")))
    made = {"made_by": "Awa", "made_at": datetime(2021, 5, 30, tzinfo=UTC)}
    return Selection(
        incidents=(
            _incident("inc_old", shot, old.source, "Amadou Keïta and Doumbia killed at Ouro Beldi on 3 May 2021.", victims),
            _incident("inc_young", burned, young.source, "Granary of Tiguila burned on 29 May 2021, herders killed.", ()),
            _incident("inc_unplaced", unplaced, old.source, "Attack at Ouro Beldi.", ()),
        ),
        claims=(shot, burned, unplaced),
        documents=(old, young),
        wording=(Wording(kind="scare_quotes", about="avengers", evidence=find(young, "so-called")),),
        filters={"text": "keita", "place": "ouro beldi", "date_from": "2021-05-03"},
        judgements=(
            Judgement(
                id="jdg_1", kind="accept", subject="inc_old", reason="the brother of Amadou Keïta of Ouro Beldi says so", **made
            ),
            Judgement(id="jdg_2", kind="accept", subject="inc_young", reason="Tiguila is certain", **made),
        ),
    )


def _unknown(name: str) -> Place:
    return Place(name=name, country="ML", admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="unknown")


def _incident(name: str, claim: Any, source: str | None, summary: str, victims: Any) -> Incident:
    from crossread.records import Toll

    parties = [Party(role="perpetrator", name="Ilu Front", type="rebel_group", claims=(claim.id,))]
    parties += [Party(role=v.role, name=v.raw, type=v.type, claims=(claim.id,)) for v in (victims or claim.actors[1:])]
    best = sum(row.count.low for row in claim.harm)
    killed = Toll(effect="killed", count=Count(low=best, high=best, qualifier="exact"), best=best, claims=(claim.id,))
    return Incident(
        id=name,
        type=claim.type,
        policy="range@1",
        grade="weak",
        grade_reason="One independent source.",
        when=claim.when.value if claim.when else None,
        where=claim.where.value if claim.where else None,
        parties=tuple(parties),
        tolls=(killed,) if best else (),
        accounts=(Account(claim_id=claim.id, document_id=claim.document_id, source=source, source_group=0),),
        disagreements=(),
        independent_sources=1,
        summary=summary,
    )


def _export(folder: Path, case: Selection, format: str, **options: Any) -> Exported:
    folder.mkdir(exist_ok=True)
    return export_incidents(format, folder / file_name(format, "out"), selection=case, options=ExportOptions(**options))


def _everything(folder: Path) -> str:
    """Every text in every file of a folder, packed ones unpacked; folded, so that no spelling hides anything."""
    return fold_letters("\n".join(part for path in sorted(folder.iterdir()) for part in _texts(path)))


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        yield json.dumps(
            [table.to_pylist(), {k.decode(): v.decode() for k, v in (table.schema.metadata or {}).items()}], default=str
        )
        yield table.schema.to_string()
    elif path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            yield from (book.read(name).decode("utf-8") for name in book.namelist())
    else:
        yield path.read_text(encoding="utf-8")
        yield path.read_text(encoding="utf-8").encode().decode("unicode_escape", "replace")  # \\uXXXX of JSON


def _found(folder: Path, words: tuple[str, ...]) -> list[str]:
    told = _everything(folder)
    return [word for word in words if re.search(rf"(?<![0-9a-z]){re.escape(word)}", told) or (word[0] == "-" and word in told)]


@pytest.mark.parametrize("format", export_formats())
def test_no_name_of_a_victim_is_in_any_file(tmp_path: Path, case: Selection, format: str) -> None:
    """Not in tables, quotes, titles, addresses, filters or reasons, in no spelling, sidecar and manifest included."""
    _export(tmp_path / "out", case, format, provenance=True)
    assert _found(tmp_path / "out", NAMES) == []
    _export(tmp_path / "with", case, format, provenance=True, with_names=True)
    assert _found(tmp_path / "with", NAMES) != []  # the search finds them where they are
    if format not in ("acled", "acled_numeric", "ged"):  # these have no column for who suffered it but kinds and groups
        assert "[a teacher]" in _everything(tmp_path / "out")


@pytest.mark.parametrize("places", ["0.1", "admin1", "country", "hidden"])
@pytest.mark.parametrize("format", [name for name in export_formats() if name != "jsonl"])
def test_no_place_finer_than_asked_is_in_any_file(tmp_path: Path, case: Selection, format: str, places: str) -> None:
    """Neither name nor point nor gazetteer id, and not the search that found it; hidden tells not even the country."""
    _export(tmp_path / "out", case, format, places=places, provenance=True, with_names=True)
    more = {"country": ("mopti",), "hidden": ("mopti", "mali", '"ml"', ",ml,")}.get(places, ())
    assert _found(tmp_path / "out", (*PLACES, *more)) == []
    no_row = places == "admin1" and format == "geojson"  # a map needs points
    assert ("mopti" in _everything(tmp_path / "out")) is (places in ("0.1", "admin1") and not no_row)
    _export(tmp_path / "exact", case, format, provenance=True, with_names=True)
    assert _found(tmp_path / "exact", PLACES) != []


@pytest.mark.parametrize("format", [name for name in export_formats() if name != "jsonl"])
def test_no_day_is_in_any_file_of_months(tmp_path: Path, case: Selection, format: str) -> None:
    """Neither as a day nor in words, nor by the day of the report, nor in the search that found it."""
    days = ("2021-05-03", "2021-05-04", "3 may", "29 may", "2021-05-29")
    _export(tmp_path / "out", case, format, days="month", provenance=True, with_names=True)
    assert _found(tmp_path / "out", days) == []
    _export(tmp_path / "exact", case, format, provenance=True, with_names=True)
    assert _found(tmp_path / "exact", days) != []


@pytest.mark.parametrize("format", ["csv", "geojson", "acled", "ged", "jsonld"])
def test_a_tenth_of_a_degree_is_a_point_and_says_how_exact_it_is(tmp_path: Path, case: Selection, format: str) -> None:
    """Maps and the forms of others still hold the incident, at the rounded point."""
    done = _export(tmp_path, case, format, places="0.1")
    told = done.paths[0].read_text(encoding="utf-8")
    assert re.search(r"14\.50*\b", told)
    assert re.search(r"-4\.30*\b", told)
    assert take_care(case, ExportOptions(places="0.1")).written.incidents[0].where == Place(
        name=None, country="ML", admin1="Mopti", gazetteer_id=None, latitude=14.5, longitude=-4.3, precision="area"
    )


@pytest.mark.parametrize("format", export_formats())
def test_what_is_too_young_is_listed_by_id_and_nothing_else(tmp_path: Path, case: Selection, format: str) -> None:
    """No day, place, title, quote or reason of it is in any file; the manifest names it, and so does the sheet of a form."""
    done = _export(tmp_path / "out", case, format, delay=7, provenance=True)
    assert _found(tmp_path / "out", YOUNG_WORDS) == []
    (held,) = [row for row in done.left_out if "younger than 7 days" in row.reason]
    assert (held.count, held.ids) == (1, ("inc_young",))
    manifest = json.loads(done.manifest.read_text(encoding="utf-8"))
    assert manifest["options"]["delay"] == 7
    assert "inc_young" in json.dumps(manifest["left_out"])
    if format in ("acled", "ged"):
        sheet = next(path for path in done.paths if "not-exported" in path.name)
        with sheet.open(encoding="utf-8", newline="") as file:
            (row,) = [row for row in csv.DictReader(file) if row["id"] == "inc_young"]
        assert {name for name, cell in row.items() if cell} == {"what", "id", "reason"}
    _export(tmp_path / "all", case, format, provenance=True)
    assert _found(tmp_path / "all", YOUNG_WORDS) != []


def test_the_age_is_that_of_the_last_day_it_can_have_happened(case: Selection) -> None:
    """One account that dates it later holds it back; without a day the last report counts; with neither it is held back."""

    def kept(selection: Selection, delay: int) -> list[str]:
        return [row.id for row in take_care(selection, ExportOptions(delay=delay)).written.incidents]

    assert kept(case, 0) == ["inc_old", "inc_young", "inc_unplaced"]
    assert kept(case, 1) == ["inc_old", "inc_young", "inc_unplaced"]  # 29 May is one day old on the 30th
    assert kept(case, 26) == ["inc_old", "inc_unplaced"]  # the undated one by its report of 4 May
    assert kept(case, 27) == ["inc_old"]
    later = Slot(raw="", value=DateWindow(earliest=date(2021, 5, 3), latest=date(2021, 5, 20), precision="days"))
    doubted = replace(case, claims=(replace(case.claims[0], when=later), *case.claims[1:]))
    assert "inc_old" not in kept(doubted, 20)
    recent = replace(case, documents=(replace(case.documents[0], published=date(2021, 5, 29)), case.documents[1]))
    assert take_care(recent, ExportOptions(delay=7)).written.documents[0].title == "[withheld]"  # it may head a newer one
    undated = replace(case, documents=tuple(replace(row, published=None) for row in case.documents))
    assert "inc_unplaced" not in kept(undated, 1)


def test_a_report_of_old_and_young_keeps_the_old_and_loses_its_headline(case: Selection) -> None:
    """The claim of the young incident goes, and with it title, address and loaded wording of the report that tells both."""
    both = make_document(OLD + " " + YOUNG, source="Gao Herald", published=date(2021, 5, 30))
    old = make_claim(both, "killing", "shot", when=case.claims[0].when)
    young = make_claim(both, "killing", "burned", when=case.claims[1].when)
    told = replace(
        case,
        incidents=(_incident("inc_a", old, both.source, "", ()), _incident("inc_b", young, both.source, "", ())),
        claims=(old, young),
        documents=(replace(both, title="Granary of Tiguila burned"),),
        wording=(Wording(kind="scare_quotes", about=None, evidence=find(both, "so-called")),),
    )
    written = take_care(told, ExportOptions(delay=7)).written
    assert [claim.id for claim in written.claims] == [old.id]
    assert (written.documents[0].title, written.documents[0].url, written.wording) == ("[withheld]", None, ())


def test_losses_are_counted_in_the_manifest_and_shown_only_to_who_asks(tmp_path: Path, case: Selection) -> None:
    """Counts in the manifest; examples, which hold what is taken out, in the answer alone."""
    done = _export(tmp_path, case, "csv", places="admin1", days="month", delay=7)
    told = {loss.what: (loss.count, loss.of) for loss in done.losses}
    assert told["incidents"] == (1, 3)
    assert told["places"] == (2, 2)
    assert told["days"] == (1, 1)
    assert told["words for victims"] == (2, 2)
    shown = {example.before: example.after for loss in done.losses if loss.what != "quotes" for example in loss.examples}
    assert shown["the teacher Amadou Keïta"] == "[a teacher]"
    assert shown["Ouro Beldi, Mopti, ML (14.5312, -4.2787), exact"] == "Mopti, ML, admin1"
    manifest = json.loads(done.manifest.read_text(encoding="utf-8"))
    assert {row["what"]: (row["count"], row["of"]) for row in manifest["lost"]} == told
    assert all(set(row) == {"what", "count", "of", "how"} for row in manifest["lost"])
    assert _export(tmp_path / "plain", case, "csv", with_names=True).losses == ()


def test_a_barred_quote_keeps_its_length_and_its_place(tmp_path: Path, case: Selection) -> None:
    """The sidecar and claim JSON say where the words stand, so that who has the report can look; bars stand over the name."""
    chosen = take_care(case, ExportOptions()).written
    (teacher,) = chosen.claims[0].actors[1].evidence
    assert teacher.quote == "the teacher ████████████"
    assert isinstance(teacher, Evidence)
    _export(tmp_path, case, "jsonl")
    line = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0])
    told = line["claims"][0]["actors"][1]
    assert (told["raw"], told["evidence"][0]["quote"]) == ("[a teacher]", teacher.quote)
    _export(tmp_path, case, "csv", provenance=True)
    with (tmp_path / "out.csv.provenance.csv").open(encoding="utf-8", newline="") as file:
        quotes = {row["quote"]: (row["start"], row["end"]) for row in csv.DictReader(file)}
    assert quotes[teacher.quote] == (str(teacher.span.start), str(teacher.span.end))


@pytest.mark.parametrize(
    ("words", "kind", "told"),
    [
        ("the teacher Amadou Keïta", "civilians", "a teacher"),
        ("Amadou Keïta", "civilians", "a civilian"),
        ("Amadou Keïta, an elderly villager", "civilians", "a villager"),
        ("photographer Fatou Sow", "journalists", "a photographer"),
        ("aid worker Issa Ba", "aid_workers", "an aid worker"),
        ("engineers Amadou Keïta and Issa Ba", "civilians", "engineers"),
        ("Fatou Sow", "officials", "an official"),
    ],
)
def test_what_stands_for_a_person(words: str, kind: str, told: str) -> None:
    """The noun the words themselves have, else one of the type of actor."""
    assert tell_person(words, kind) == told


@pytest.mark.parametrize("choice", [{"places": "0.2"}, {"places": "exactly"}, {"delay": -1}, {"delay": 99999}])
def test_a_choice_that_is_none_is_refused(choice: dict[str, Any]) -> None:
    """With what there is."""
    with pytest.raises(ExportError, match="export option"):
        ExportOptions(**choice)
