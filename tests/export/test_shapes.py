"""ACLED- and GED-shaped files load where such files are expected, and say what is not in them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from crossread.codebook import load_shape
from crossread.codebook.table_check import check_file
from crossread.export import ExportOptions, Selection, export_incidents, file_name
from crossread.export.incident_rows import incident_row
from crossread.export.lookup import Lookup
from crossread.export.shape_file import name_data_sets, name_sources
from crossread.records import Actor, Claim, Count, DateWindow, Document, Harm, Place, Speaker, Toll

Make = Callable[..., Selection]
Rows = list[dict[str, str]]


def write(
    selection: Selection, path: Path, format: str, **options: object
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The rows of the file and of the sheet beside it; the file keeps to its form."""
    target = path / file_name(format, "out")
    done = export_incidents(format, target, selection=selection, options=ExportOptions(**options))  # type: ignore[arg-type]
    assert check_file(load_shape(format.partition("_")[0]), target) == []
    sheet = target.with_name(f"{target.stem}.not-exported.csv")
    assert [row.name for row in done.paths] == [target.name, sheet.name]
    rows, left = (list(csv.DictReader(file.read_text(encoding="utf-8").splitlines())) for file in (target, sheet))
    assert done.written == len(rows)
    assert len(selection.incidents) == len(rows) + sum(row["what"] == "incident" for row in left)
    return rows, left


@pytest.fixture
def with_market(selection: Selection) -> Make:
    """The selection with the incident at the market changed, its claims too where they are given."""

    def make(*, claim: dict[str, object] | None = None, **changes: object) -> Selection:
        policy = str(changes.get("policy", "range"))
        market, *others = (replace(incident, policy=policy) for incident in selection.incidents)
        claims = tuple(
            replace(row, **(claim or {})) if row.id == market.accounts[0].claim_id else row  # type: ignore[arg-type]
            for row in selection.claims
        )
        return replace(selection, incidents=(replace(market, **changes), *others), claims=claims)  # type: ignore[arg-type]

    return make


def test_the_row_of_an_attack_is_what_the_form_wants(selection: Selection, tmp_path: Path) -> None:
    """Type, day, precision, actors, codes, place, number under the policy, sources, disputes: every cell of it."""
    ((row,), left) = write(selection, tmp_path, "acled")
    assert row["event_id_cnty"] == "XR-market"
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2021-05-03", "2021", "2")
    assert (row["event_type"], row["sub_event_type"]) == ("Violence against civilians", "Attack")
    assert row["disorder_type"] == "Political violence"
    assert (row["actor1"], row["inter1"]) == ("Unidentified Armed Group (Mali)", "Political militia")
    assert (row["actor2"], row["inter2"]) == ("Civilians (Mali)", "Civilians")
    assert (row["interaction"], row["civilian_targeting"]) == ("Political militia-Civilians", "Civilian targeting")
    assert (row["iso"], row["country"], row["region"], row["admin1"]) == ("466", "Mali", "Western Africa", "Mopti")
    assert (row["location"], row["latitude"], row["longitude"], row["geo_precision"]) == ("Kossa", "14.5000", "-4.2500", "2")
    assert (row["fatalities"], row["source"]) == ("5", "Alpha Courier; -Beta")
    assert "Killed: at least 4 or 5." in row["notes"]
    assert "Keïta" not in "".join(row.values())
    assert {(line["what"], line["id"], line["reason"].partition(":")[0]) for line in left} == {
        ("incident", "inc_pit", "no conflict"),
        ("claim", selection.claims[3].id, "aggregate"),
    }


def test_actor_codes_come_as_numbers_when_asked(selection: Selection, tmp_path: Path) -> None:
    """The same row in the older spelling; every other cell is equal, but for the second in which it was written."""
    ((text,), _) = write(selection, tmp_path, "acled")
    ((number,), _) = write(selection, tmp_path, "acled_numeric")
    changed = {name: number[name] for name in text if name != "timestamp" and text[name] != number[name]}
    assert changed == {"inter1": "3", "inter2": "7", "interaction": "37"}


def test_the_ged_row_has_best_low_and_high(with_market: Make, tmp_path: Path) -> None:
    """A named group against civilians is one-sided violence; the toll's range stands around the policy's figure."""
    group = Actor(role="perpetrator", raw="Ilu Front", name="Ilu Front", type="rebel_group")
    victim = Actor(role="victim", raw="traders", name=None, type="civilians")
    ((row,), _) = write(with_market(claim={"actors": (group, victim)}), tmp_path, "ged")
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("3", "Ilu Front", "Civilians")
    assert (row["low"], row["best"], row["high"], row["deaths_civilians"]) == ("4", "5", "5", "5")
    assert (row["where_prec"], row["date_prec"]) == ("2", "2")
    assert (row["date_start"], row["date_end"]) == ("2021-05-03 00:00:00.000", "2021-05-04 00:00:00.000")
    assert (row["country"], row["region"], row["geom_wkt"]) == ("Mali", "Africa", "POINT (-4.250000 14.500000)")
    assert int(row["priogrid_gid"]) == 209 * 720 + 351 + 1
    assert row["conflict_new_id"] == ""


def test_a_fight_with_the_state_has_the_government_on_side_a(with_market: Make, tmp_path: Path) -> None:
    """Whoever attacked whom."""
    group = Actor(role="perpetrator", raw="Ilu Front", name="Ilu Front", type="rebel_group")
    army = Actor(role="victim", raw="soldiers", name=None, type="state_forces")
    ((row,), _) = write(with_market(claim={"actors": (group, army)}), tmp_path, "ged")
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Government of Mali", "Ilu Front")
    assert row["dyad_name"] == "Government of Mali - Ilu Front"
    assert (row["deaths_civilians"], row["best"]) == ("5", "5")  # the harm rows say that the dead were traders


@pytest.mark.parametrize(("kind", "name"), [("state_forces", "Malian Army"), ("state_forces", None), ("police", None)])
def test_no_force_stands_on_both_sides(with_market: Make, tmp_path: Path, kind: str, name: str | None) -> None:
    """Neither form holds an army that attacks its own soldiers; the sheet and the manifest say so."""
    army = Actor(role="perpetrator", raw="the army", name=name, type=kind, registry_id=name)
    men = Actor(role="victim", raw="soldiers", name=None, type=kind)
    for form in ("acled", "ged"):
        rows, left = write(with_market(claim={"actors": (army, men)}), tmp_path, form)
        assert rows == []
        assert [line["reason"].partition(":")[0] for line in left if line["id"] == "inc_market"] == ["one side only"]
        assert "one side only" in (tmp_path / f"{file_name(form, 'out')}.manifest.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kinds", "names", "type"),
    [
        (("state_forces", "police"), (None, None), "armed_attack"),
        (("state_forces", "foreign_forces"), (None, None), "armed_attack"),
        (("state_forces", "state_forces"), ("Guard", None), "armed_clash"),
        (("communal_militia", "communal_militia"), (None, None), "armed_clash"),
    ],
)
def test_two_forces_may_fight(
    with_market: Make, tmp_path: Path, kinds: tuple[str, str], names: tuple[str | None, str | None], type: str
) -> None:
    """Police and army, two armies, a guard and soldiers, two villages."""
    roles = ("side_a", "side_b") if type == "armed_clash" else ("perpetrator", "victim")
    actors = tuple(
        Actor(role=role, raw=kind, name=name, type=kind, registry_id=name)
        for role, kind, name in zip(roles, kinds, names, strict=True)
    )
    ((_,), _) = write(with_market(type=type, claim={"type": type, "actors": actors}), tmp_path, "acled")


PLACE = Place(name="Kossa", country="ML", admin1="Mopti", gazetteer_id=None, latitude=14.5, longitude=-4.25, precision="exact")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"when": None}, "no date: no report"),
        ({"when": DateWindow(earliest=None, latest=date(2021, 5, 3), precision="unknown")}, "no date: only one end"),
        ({"when": DateWindow(earliest=date(2021, 1, 1), latest=date(2021, 12, 31), precision="year")}, "date too coarse"),
        ({"where": None}, "no place"),
        ({"where": replace(PLACE, country=None)}, "no country"),
        ({"where": replace(PLACE, latitude=None, longitude=None)}, "no coordinates"),
        ({"where": replace(PLACE, precision="country")}, "place too coarse"),
        ({"where": replace(PLACE, admin1=None)}, "no region"),
        ({"type": "displacement"}, "no such type"),
        ({"type": "agreement", "parties": ()}, "no actor"),
        ({"grade": "discounted"}, "set aside"),
        ({"claim": {"status": "threatened"}}, None),
    ],
)
def test_what_the_form_cannot_hold_stands_in_the_sheet_with_its_reason(
    with_market: Make, tmp_path: Path, changes: dict[str, object], reason: str | None
) -> None:
    """One reason each; an incident that at least one account tells as done is written."""
    rows, left = write(with_market(**changes), tmp_path, "acled")
    told = {line["id"]: line["reason"] for line in left}
    if reason is None:
        assert rows
    else:
        assert rows == []
        assert told["inc_market"].startswith(reason)


def test_incidents_without_dead_or_sides_are_no_ged_rows(with_market: Make, tmp_path: Path) -> None:
    """Each with the reason; unidentified gunmen are no organised side."""
    for changes, reason in (({"tolls": (), "claim": {"harm": ()}}, "nobody killed"), ({}, "no organised actor")):
        rows, left = write(with_market(**changes), tmp_path, "ged", overwrite=True)
        assert rows == []
        assert left[0]["reason"].startswith(reason)


def test_a_group_that_claims_stands_for_gunmen_of_no_name(with_market: Make, tmp_path: Path) -> None:
    """ "Gunmen" and a group that claims the act: the group is the actor; beside a doer of another name it is not."""
    claimant = Actor(role="claimant", raw="Ilu Front", name="Ilu Front", type="rebel_group")
    for doer, shown in ((None, "Ilu Front"), ("Red Brigade", "Red Brigade")):
        kind = "rebel_group" if doer else "unidentified_armed_group"
        actors = (Actor(role="perpetrator", raw="they", name=doer, type=kind), claimant)
        ((row,), _) = write(with_market(claim={"actors": actors}), tmp_path, "acled", overwrite=True)
        assert row["actor1"] == shown


def test_an_enemy_count_of_one_side_alone_is_no_best_figure(with_market: Make, tmp_path: Path) -> None:
    """Claimed by the doer alone: fatalities 0 with a note in the one form, 0 best and the claim as high in the other."""
    group = Actor(role="perpetrator", raw="Ilu Front", name="Ilu Front", type="rebel_group")
    army = Actor(role="victim", raw="soldiers", name=None, type="state_forces")
    toll = Toll(effect="killed", count=Count(low=30, high=30, qualifier="exact"), best=None, claims=())
    chosen = with_market(tolls=(toll,), policy="best_low_high@1", claim={"actors": (group, army)})
    ((row,), _) = write(chosen, tmp_path, "acled")
    assert row["fatalities"] == "0"
    assert "by one side of its enemy alone" in row["notes"]
    ((ged,), _) = write(chosen, tmp_path, "ged")
    assert (ged["low"], ged["best"], ged["high"]) == ("0", "0", "30")


def test_a_policy_that_settles_on_no_figure_gives_the_lower_bound(with_market: Make, tmp_path: Path) -> None:
    """Range: 4 to 5, best open; the form needs one number and takes the lowest told."""
    toll = Toll(effect="killed", count=Count(low=4, high=5, qualifier="range"), best=None, claims=())
    market = with_market().incidents[0]
    toll = replace(toll, claims=tuple(account.claim_id for account in market.accounts))
    ((row,), _) = write(with_market(tolls=(toll,), policy="range"), tmp_path, "acled")
    assert row["fatalities"] == "4"


@pytest.mark.parametrize(("words", "number"), [("dozens", 12), ("tens of", 10), ("hundreds", 100), ("several", 3)])
def test_dead_told_in_words_are_counted_by_the_rule_of_the_form(
    with_market: Make, tmp_path: Path, words: str, number: int
) -> None:
    """Never by the reader: the slot stays without a number, the row says how it was counted."""
    vague = Harm(
        effect="killed", raw=words, group=None, group_type="civilians", count=Count(low=None, high=None, qualifier="vague")
    )
    chosen = with_market(tolls=(), claim={"harm": (vague,)})
    market = chosen.incidents[0]
    alone = replace(market, accounts=market.accounts[:1])
    ((row,), _) = write(replace(chosen, incidents=(alone, *chosen.incidents[1:])), tmp_path, "acled")
    assert row["fatalities"] == str(number)
    assert f"counted as {number}" in row["notes"]


@pytest.mark.parametrize(
    ("first", "last", "day", "precision"),
    [
        (1, 1, "01", "1"),
        (1, 2, "01", "2"),
        (1, 7, "04", "2"),
        (1, 31, "16", "3"),
        (11, 20, "15", "2"),
    ],
)
def test_a_span_of_days_is_its_middle_with_the_precision_that_says_so(
    with_market: Make, tmp_path: Path, first: int, last: int, day: str, precision: str
) -> None:
    """No day is given as the day where only a span is known."""
    window = DateWindow(earliest=date(2021, 5, first), latest=date(2021, 5, last), precision="days")
    ((row,), _) = write(with_market(when=window), tmp_path, "acled")
    assert (row["event_date"], row["time_precision"]) == (f"2021-05-{day}", precision)


def test_coarser_days_are_kept_and_coarser_places_leave_no_row(selection: Selection, tmp_path: Path) -> None:
    """A month is a day of precision 3; a region without a point is no row, and the sheet says why."""
    ((row,), _) = write(selection, tmp_path, "acled", days="month")
    assert (row["event_date"], row["time_precision"]) == ("2021-05-16", "3")
    rows, left = write(selection, tmp_path, "acled", places="admin1", overwrite=True)
    assert rows == []
    assert "no finer than asked" in left[0]["reason"]
    assert "Kossa" not in json.dumps(left)


@pytest.mark.parametrize(
    ("type", "doer", "doubted"),
    [
        ("looting", Actor(role="perpetrator", raw="Gunmen", name=None, type="unidentified_armed_group"), True),
        ("armed_attack", Actor(role="perpetrator", raw="Gunmen", name=None, type="unidentified_armed_group"), False),
        ("killing", Actor(role="perpetrator", raw="a neighbour", name=None, type="civilians"), True),
        ("killing", Actor(role="perpetrator", raw="police", name=None, type="police"), False),
        ("killing", None, True),
        ("riot", None, False),
    ],
)
def test_what_may_be_an_ordinary_crime_is_marked(
    with_market: Make, selection: Selection, tmp_path: Path, type: str, doer: Actor | None, doubted: bool
) -> None:
    """Where no report names a political actor, note and tags say so; an attack by gunmen or police is none."""
    victim = Actor(role="victim", raw="traders", name=None, type="civilians")
    actors = (doer, victim) if doer else (victim,)
    alone = selection.incidents[0].accounts[:1]
    told = with_market(type=type, accounts=alone, claim={"type": type, "actors": actors})
    ((row,), _) = write(told, tmp_path, "acled")
    assert ("No report names a political actor" in row["notes"]) is doubted
    assert ("crossread doubt: no political actor" in row["tags"]) is doubted


def test_force_at_a_protest_puts_the_protesters_first(with_market: Make, tmp_path: Path) -> None:
    """As that codebook has it; without a word about them they are still there."""
    police = Actor(role="perpetrator", raw="police", name=None, type="police")
    chosen = with_market(type="crackdown", claim={"actors": (police,)})
    ((row,), _) = write(chosen, tmp_path, "acled")
    assert row["sub_event_type"] == "Excessive force against protesters"
    assert (row["inter1"], row["inter2"]) != ("State forces", "Protesters")


def test_sources_of_rows_of_a_data_set_are_those_the_row_names() -> None:
    """The data set itself goes to the tags, so that nothing of it is handed on under other names alone."""
    row = Document(id="doc_1", text="source: Radio Ilu; Kossa Post", source="ACLED via Radio Ilu; Kossa Post", reader="acled@1")
    report = Document(id="doc_2", text="y", source="Radio Ilu")
    named = tuple(Speaker(role="reports", raw=name, evidence=()) for name in ("Radio Ilu", "Kossa Post"))
    trigger = row.quote(0, 6)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="attributed",
        trigger=trigger,
        speakers=named,
    )
    selection = Selection(incidents=(), claims=(claim,), documents=(row, report))
    lookup = Lookup.of(selection, hides_words=False)
    assert name_sources([row, report], lookup) == ["Radio Ilu", "Kossa Post"]
    assert name_data_sets([row, report]) == ["ACLED"]


def test_columns_load_into_the_expected_types(selection: Selection, tmp_path: Path) -> None:
    """What a data frame would infer: integers, floats and days without a gap where the form has no blanks."""
    for format in ("acled", "acled_numeric"):
        rows, _ = write(selection, tmp_path, format)
        for row in rows:
            for column in load_shape("acled").columns:
                kinds = {"integer": int, "number": float, "date": date.fromisoformat, "text": str}
                if row[column.name] or not column.blank:
                    kinds[column.kind](row[column.name])


def test_a_report_that_states_no_source_names_none(selection: Selection, tmp_path: Path) -> None:
    """A title or a file is no publisher: the lists of sources leave it out, and the forms say so and which file it is."""
    silent = Document(id="doc_1", text="x", title="Flash update", name="flash.pdf")
    stated = Document(id="doc_2", text="y", source="Wire", title="Flash update", name="flash.pdf")
    lookup = Lookup.of(Selection(incidents=(), claims=(), documents=(silent, stated)), hides_words=False)
    assert name_sources([silent, stated], lookup) == ["Source not stated (flash.pdf)", "Wire"]
    assert name_sources([replace(silent, name=None)], lookup) == ["Source not stated (Flash update)"]
    unnamed = replace(
        selection,
        documents=tuple(replace(row, source=None) for row in selection.documents),
        incidents=tuple(
            replace(row, accounts=tuple(replace(account, source=None) for account in row.accounts))
            for row in selection.incidents
        ),
    )
    acled, _ = write(unnamed, tmp_path, "acled")
    assert acled
    assert {row["source"] for row in acled} == {"Source not stated (report.txt)"}
    told = incident_row(unnamed.incidents[0], Lookup.of(unnamed, hides_words=False))
    assert told["sources"] == []


def test_ged_names_no_id_as_an_outlet(with_market: Make, tmp_path: Path) -> None:
    """A report without a source stands among the others as one, with its file."""
    group = Actor(role="perpetrator", raw="Ilu Front", name="Ilu Front", type="rebel_group")
    victim = Actor(role="victim", raw="traders", name=None, type="civilians")
    made = with_market(claim={"actors": (group, victim)})
    first, *others = made.documents
    silent = replace(made, documents=(replace(first, source=None), *others))
    ((row,), _) = write(silent, tmp_path, "ged")
    assert "doc_" not in row["source_article"]
    assert "Source not stated (report.txt)" in row["source_article"]
    assert row["source_office"].startswith("Source not stated (report.txt); ")
