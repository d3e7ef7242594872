"""Which rows of a data set are in the reports, which are not, and where the two differ."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.extract import RowExtractor
from crossread.flow import extract_pending, read_into, rebuild_incidents
from crossread.flow.bench import Bench
from crossread.read import ReadDocument, ReadOptions, iter_documents
from crossread.store import ClaimFilter, open_store
from crossread.terminal import make_console, render_coverage
from crossread.weigh import Coverage, apply_corrections, cover_rows, profile_sources

HEADER = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,iso,country,admin1,location,"
    "latitude,longitude,geo_precision,source,fatalities"
)
ATTACK = "1,Violence against civilians,Attack,Unidentified Armed Group (Mali),3,Civilians (Mali),7,466,Mali"
ROWS = (
    f"ZZ1,2021-03-05,{ATTACK},Gao,Gao,16.2717,-0.0447,1,Radio Liptako; Gao Post,9",  # the first report says 3
    f"ZZ2,2021-03-06,{ATTACK},Gao,Ansongo,15.6597,0.5022,1,Gao Post,0",  # the second says 4, the row leaves it open
    f"ZZ3,2021-03-07,{ATTACK},Kayes,Nioro,15.2300,-9.5900,1,Gao Post,2",  # no report
    f"ZZ4,2021-03-32,{ATTACK},Kayes,Nioro,15.2300,-9.5900,1,Gao Post,2",  # no day
)
REPORTS = {
    "gao.txt": "Source: Niger Courier\nPublished: 2021-03-07\n\n"
    "Gunmen attacked the market in Gao on 5 March 2021, and three traders were killed and 6 villagers injured.",
    "ansongo.txt": "Source: River Wire\nPublished: 2021-03-07\n\n"
    "Gunmen attacked the market in Ansongo on 6 March 2021, and four traders were killed.",
    "douentza.txt": "Source: River Wire\nPublished: 2021-03-08\n\n"
    "Gunmen attacked the market in Douentza on 6 March 2021, and two traders were killed.",
}


@pytest.fixture
def filled(bench: Bench, tmp_path: Path) -> Bench:
    """A store with three reports and the rows."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    rows = tmp_path / "rows.csv"
    rows.write_text("\n".join((HEADER, *ROWS)), encoding="utf-8")
    read_into(bench, [folder])
    as_rows = Bench(
        store=bench.store, extractor=bench.extractor, normalizer=bench.normalizer, options=ReadOptions(shape="acled")
    )
    report = read_into(as_rows, [rows])
    assert (report.new, report.claims, report.rejected) == (3, 3, 1)
    assert (read_into(as_rows, [rows]).new, read_into(as_rows, [rows]).claims) == (0, 0)
    rebuild_incidents(bench.store, "best_low_high")
    return bench


def covered(bench: Bench) -> Coverage:
    claims = {row.id: row for row in apply_corrections(bench.store.iter_claims(ClaimFilter(current=True)), [])}
    (found,) = cover_rows(list(bench.store.iter_incidents()), claims, bench.store.documents_by_id())
    return found


def test_rows_are_parted_into_told_and_not_told_with_what_differs(filled: Bench) -> None:
    """9 against 3 dead is a difference with its source; what the row leaves open is told apart from that."""
    found = covered(filled)
    assert (found.data_set, len(found.rows)) == ("ACLED", 3)
    first, second, third = found.rows
    assert [row.external_id for row in found.rows] == ["ZZ1", "ZZ2", "ZZ3"]
    assert first.told_by == ("Niger Courier",)
    (killed,) = [row for row in first.differences if row.slot == "harm.killed"]
    assert [value.text for value in killed.row] == ["9"]
    assert [(value.text[:1], value.sources) for value in killed.reports] == [("3", ("Niger Courier",))]
    assert "injured" in first.only_reports
    assert second.told_by == ("River Wire",)
    assert not [row for row in second.differences if row.severity == "number"]
    assert second.only_reports["killed"][0].text.startswith("4")
    assert "four" in second.only_reports["killed"][0].quotes[0].quote
    assert (third.is_told, third.differences, dict(third.only_reports)) == (False, (), {})


def test_what_reports_tell_and_no_row_has_is_listed(filled: Bench) -> None:
    """Only within the days and countries of the rows: a data set of another month lacks nothing."""
    (incident,) = covered(filled).without_row
    assert incident.where is not None
    assert incident.where.name == "Douentza"
    assert incident.when is not None
    assert incident.when.earliest == date(2021, 3, 6)


def test_the_page_shows_each_part_once(filled: Bench) -> None:
    """Counts, rows that differ, rows no report tells, incidents without a row."""
    import io

    stream = io.StringIO()
    make_console(stream, width=100).print(render_coverage(covered(filled)))
    text = stream.getvalue()
    assert "ACLED: 3 rows; 2 in the reports" in text
    assert "1 in no report" in text
    for heading in ("The reports tell these and differ", "No report tells these", "no row has them"):
        assert text.count(heading) == 1
    assert text.index("ZZ1") < text.index("No report tells these") < text.index("ZZ3")


def test_the_command_prints_the_same_as_json(filled: Bench, tmp_path: Path) -> None:
    """One object for each data set; nothing found is exit code 3."""
    url = str(tmp_path / "crossread.db")
    done = CliRunner().invoke(app, ["coverage", "--store", url, "--json"])
    told = json.loads(done.output)
    assert (told["rows"], told["in_reports"], told["not_in_reports"]) == (3, 2, 1)
    assert told["differ"] == sum(bool(row["differences"]) for row in told["details"])
    assert [row["external_id"] for row in told["details"] if not row["in_reports"]] == ["ZZ3"]
    assert CliRunner().invoke(app, ["coverage", "nobody", "--store", url]).exit_code == 3


def test_rows_stay_with_their_own_extractor(filled: Bench) -> None:
    """A newer extractor reads the reports again, and never the rows."""
    newer = Bench(store=filled.store, extractor=type(filled.extractor)("rule@2"), normalizer=filled.normalizer)  # type: ignore[call-arg]
    extract_pending(newer)
    makers = {claim.made_by for claim in filled.store.iter_claims(ClaimFilter(current=True))}
    assert makers == {"rule@2", RowExtractor.name}


def test_a_row_left_without_its_claim_is_read_by_the_extractor_of_rows(bench: Bench, tmp_path: Path) -> None:
    """What is pending is read by whoever is to read it: rows are no reports, however they came to wait."""
    rows = tmp_path / "rows.csv"
    rows.write_text("\n".join((HEADER, *ROWS[:2])), encoding="utf-8")
    for found in iter_documents([rows], options=ReadOptions(shape="acled")):
        assert isinstance(found, ReadDocument)
        bench.store.add_document(found.document, found.raw_file)
    assert extract_pending(bench).continued == 2
    assert {claim.made_by for claim in bench.store.iter_claims()} == {RowExtractor.name}
    assert extract_pending(bench).continued == 0


def test_a_data_set_is_one_source_whatever_its_rows_name(filled: Bench) -> None:
    """Its profile is one, and two of its rows would not be two independent sources."""
    claims = {claim.id: claim for claim in filled.store.iter_claims(ClaimFilter(current=True))}
    found = profile_sources(list(filled.store.iter_incidents()), claims, filled.store.documents_by_id())
    assert {row.source: row.documents for row in found} == {"ACLED": 3, "River Wire": 2, "Niger Courier": 1}


def test_a_form_that_is_not_known_is_wrong_usage(tmp_path: Path) -> None:
    """Exit code 2, with the list, before anything is read."""
    done = CliRunner().invoke(app, ["read", "--as", "gtd", "x.csv", "--store", str(tmp_path / "s.db")])
    assert done.exit_code == 2
    assert "acled, ged" in done.output
    with open_store(str(tmp_path / "s.db")) as store:
        assert store.counts().documents == 0
