"""What an older extractor read is told with the command that reads it anew, and is gone from the count once that ran."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from rule_extractor import RuleExtractor
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.config import Settings
from crossread.extract import name_extractor
from crossread.flow import Bench, extract_pending, read_into
from crossread.flow.incident_steps import carry_judgements
from crossread.flow.judging import Decision, decide
from crossread.flow.outdated import find_outdated
from crossread.normalize import Normalizer
from crossread.read import ReadOptions, read_text
from crossread.records import Extraction
from crossread.store import Store, open_store

REPORT = "GAO - On {day} March 2019 gunmen attacked a market in Gao. 4 soldiers were killed."
ROW = (
    "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,admin1,location,latitude,longitude,fatalities,source,notes\n"
    "MLI1,2019-01-20,Battles,Armed clash,JNIM,Mali,Kidal,Aguelhok,19.46,0.85,10,Wire,Gunmen attacked a camp. 10 fatalities.\n"
)
NOW = name_extractor("encoder-en")
OLD = "encoder-en@1"


def read_by(store: Store, name: str, *days: int) -> Bench:
    """Reports of these days, read by an extractor of that name."""
    for day in days:
        store.add_document(read_text(REPORT.format(day=day), language="en"))
    bench = Bench(store=store, extractor=RuleExtractor(name), normalizer=Normalizer(language="en"))
    for document in list(store.iter_pending_documents()):
        store.add_extraction(bench.normalizer.normalize(document, bench.extractor.extract([document])[0]))
    return bench


def status(path: Path, *more: str) -> Result:
    return CliRunner().invoke(app, ["status", "--store", str(path), *more], env={"COLUMNS": "400"})


def test_an_update_is_told_and_reading_anew_ends_it(tmp_path: Path) -> None:
    """Two documents by an older encoder, one by this one: two are told; after the command that is named none is."""
    path = tmp_path / "s.db"
    with open_store(str(path)) as store:
        read_by(store, OLD, 1, 2)
        read_by(store, NOW, 3)
    told = status(path).output
    assert f"2 documents were read by an older extractor than {NOW} ({OLD}: 2)" in told
    assert f"crossread read --pending --store {path} reads anew" in told
    before = json.loads(status(path, "--json").output)
    assert (before["extractor"], before["read_by_others"]) == (NOW, {OLD: 2})
    done = CliRunner().invoke(app, ["read", "--pending", "--store", str(path)])
    assert done.output.startswith("2 documents read"), done.output
    assert json.loads(status(path, "--json").output)["read_by_others"] == {}
    assert "read by" not in status(path).output


def test_only_what_would_be_read_anew_is_counted(tmp_path: Path) -> None:
    """Rows of a data set, claims written by hand, documents nobody finished, what this extractor read before."""
    (tmp_path / "rows.csv").write_text(ROW, encoding="utf-8")
    with open_store(str(tmp_path / "s.db")) as store:
        bench = read_by(store, "other@3", 1)
        read_into(replace(bench, options=ReadOptions(shape="acled")), [tmp_path / "rows.csv"])
        (report,) = [row for row in store.iter_documents() if row.reader != "acled@1"]
        store.add_extraction(Extraction(document_id=report.id, claims=(), wording=(), made_by="hand@Awa"))
        store.add_document(read_text(REPORT.format(day=9), language="en"))
        found = find_outdated(store, Settings())
        assert found is not None
        assert (found.extractor, found.by, found.documents, found.only_older) == (NOW, {"other@3": 1}, 1, False)
        waiting = {row.id for row in store.iter_pending_documents()}
        unread = [row for row in store.iter_pending_documents(NOW) if row.id not in waiting and row.reader != "acled@1"]
        assert len(unread) == found.documents
        store.add_extraction(Extraction(document_id=report.id, claims=(), wording=(), made_by=NOW))
        store.add_extraction(Extraction(document_id=report.id, claims=(), wording=(), made_by="other@4"))
        again = find_outdated(store, Settings())
        assert again is not None
        assert again.by == {}


def test_an_extractor_that_cannot_be_named_is_not_guessed_about(tmp_path: Path) -> None:
    """The name of llm holds its model: without one, and of an extractor that is not installed, nothing is said."""
    with open_store(str(tmp_path / "s.db")) as store:
        read_by(store, OLD, 1)
        assert find_outdated(store, Settings(extractor="llm")) is None
        assert find_outdated(store, Settings(extractor="nobody")) is None
        pytest.importorskip("httpx")
        found = find_outdated(store, Settings(extractor="llm", llm_url="http://localhost:1/v1", llm_model="Small 7B"))
        assert found is not None
        assert found.extractor.startswith("llm-small-7b@")
        assert found.by == {OLD: 1}
    unknown = CliRunner().invoke(app, ["status", "--store", str(tmp_path / "s.db")], env={"CROSSREAD_EXTRACTOR": "nobody"})
    assert unknown.exit_code == 0
    assert "read by" not in unknown.output


def test_what_people_decided_goes_with_the_claim_that_is_read_anew(tmp_path: Path) -> None:
    """The promise of the sentence: a dismissal of an older claim holds for the one on the same words."""
    with open_store(str(tmp_path / "s.db")) as store:
        bench = read_by(store, OLD, 1)
        (old,) = store.iter_claims()
        decide(store, Decision(kind="dismiss", names=[old.id], reason="a rumour", made_by="A"))
        extract_pending(replace(bench, extractor=RuleExtractor("encoder-en@2")))
        (new,) = [claim for claim in store.iter_claims() if claim.id != old.id]
        assert [(row.kind, row.subject) for row in carry_judgements(store).judgements] == [("dismiss", new.id)]
