"""What the export page shows is what is taken, and what is left out is told before."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from lxml import html
from tests.review.visitor import Visitor

from crossread.config import Settings
from crossread.export import export_formats
from crossread.flow import rebuild_incidents, run_read
from crossread.store import ClaimFilter, open_store


def _archive(desk: httpx.Client, **query: str) -> zipfile.ZipFile:
    answer = desk.get("/export/files", params=query)
    assert answer.status_code == 200, answer.text[:300]
    return zipfile.ZipFile(io.BytesIO(answer.content))


def _shown(desk: httpx.Client, **query: str) -> html.HtmlElement:
    answer = desk.get("/export", params=query)
    assert answer.status_code == 200, answer.text[:300]
    return html.fromstring(answer.text)


@pytest.mark.parametrize("format", export_formats())
def test_every_format_comes_with_its_manifest_and_as_the_page_told(desk: httpx.Client, format: str) -> None:
    """The files of the archive are those on the page, and the manifest counts as many incidents as the page."""
    page = _shown(desk, format=format, review="all")
    archive = _archive(desk, format=format, review="all")
    listed = [row.text.strip() for row in page.xpath("//h2[.='What you would take']/following-sibling::ul[1]/li")]
    assert sorted(listed) == sorted(archive.namelist())
    manifest = json.loads(archive.read(next(name for name in archive.namelist() if name.endswith(".manifest.json"))))
    assert str(manifest["counts"]["incidents"]) == page.xpath("string(//p[@class='counts']/b)")
    assert manifest["counts"]["incidents"] > 0


def test_the_desk_gives_a_dossier_as_a_page(desk: httpx.Client) -> None:
    """Listed with the other formats; what is taken is the page, its accepted incident with who accepted it and why."""
    subject = desk.get("/api/incidents").json()["incidents"][0]["id"]
    desk.post("/judge", data={"kind": "accept", "subject": subject, "reason": "both <b>reports</b> read"})
    shown = _shown(desk, format="dossier")
    assert "dossier" in shown.xpath("//select[@name='format']/option/text()")
    assert not shown.xpath("//h2[.='How it begins']")
    text = _archive(desk, format="dossier").read("crossread.dossier.html").decode()
    page = html.fromstring(text)
    assert subject in page.text_content()
    assert "accepted by desk" in page.text_content()
    assert "nobody has accepted them yet" in page.text_content()
    assert not page.xpath("//script") + page.xpath("//b")


def test_the_desk_gives_a_dossier_as_markdown(desk: httpx.Client, store_path: Path) -> None:
    """The other form of it, with how it begins shown before; the log has the format's own name."""
    shown = _shown(desk, format="dossier.md", review="all")
    assert shown.xpath("string(//select[@name='format']/option[@selected])") == "dossier.md"
    archive = _archive(desk, format="dossier.md", review="all")
    assert sorted(archive.namelist()) == ["crossread.dossier.md", "crossread.dossier.md.manifest.json"]
    text = archive.read("crossread.dossier.md").decode()
    assert text.startswith("# ")
    assert shown.xpath("string(//pre)").strip()[:200] == text.strip()[:200]
    with open_store(str(store_path)) as store:
        assert [row.detail["format"] for row in store.audit if row.action == "export"] == ["dossier"]


def test_candidates_stay_out_until_they_are_accepted_or_asked_for(desk: httpx.Client) -> None:
    """A fresh store exports nothing and says why; one accept, one row; its undo, none again."""
    page = _shown(desk)
    assert page.xpath("string(//p[@class='counts']/b)") == "0"
    assert "nobody has accepted them yet" in page.text_content()
    subject = desk.get("/api/incidents").json()["incidents"][0]["id"]
    desk.post("/judge", data={"kind": "accept", "subject": subject})
    rows = list(csv.DictReader(io.StringIO(_archive(desk, format="csv").read("crossread.csv").decode())))
    assert [row["id"] for row in rows] == [subject]
    desk.post("/undo")
    assert _shown(desk).xpath("string(//p[@class='counts']/b)") == "0"


def test_a_coarse_export_names_no_place_below_the_country(desk: httpx.Client) -> None:
    """The preview and the link to the files ask for the same."""
    page = _shown(desk, format="csv", review="all", places="country")
    assert "Aguelhok" in _archive(desk, format="csv", review="all").read("crossread.csv").decode()
    assert "Aguelhok" not in page.xpath("string(//pre)")
    (link,) = page.xpath("//a[starts-with(@href, '/export/files')]/@href")
    assert "Aguelhok" not in zipfile.ZipFile(io.BytesIO(desk.get(link).content)).read("crossread.csv").decode()


def test_every_archive_taken_leaves_an_entry_in_the_audit_log(desk: httpx.Client, store_path: Path) -> None:
    """Looking leaves none; taking says what, how coarse, and the hash of the manifest that was taken."""
    _shown(desk, format="csv", review="all")
    taken = _archive(desk, format="csv", review="all", places="country").read("crossread.csv.manifest.json")
    with open_store(str(store_path)) as store:
        (_, entry) = store.audit
        assert store.audit.verify() == []
    assert (entry.who, entry.action, entry.detail["places"]) == ("desk", "export", "country")
    assert entry.detail["filters"] == {"review": "all"}
    assert entry.detail["manifest"] == hashlib.sha256(taken).hexdigest()


def test_what_was_corrected_is_exported_corrected_and_names_its_decision(desk: httpx.Client, store_path: Path) -> None:
    """The account has the day that a person gave, and the sidecar the correction that gave it."""
    with open_store(str(store_path)) as store:
        told = {account.claim_id for row in store.iter_incidents() for account in row.accounts}
        claim = next(row for row in store.iter_claims(ClaimFilter(current=True)) if row.id in told and row.when)
    value = {"raw": "by hand", "earliest": "2019-03-09", "latest": "2019-03-09", "precision": "day", "evidence": []}
    desk.post("/correct", data={"claim": claim.id, "slot": "when", "value": json.dumps(value)})
    archive = _archive(desk, format="csv", review="all", provenance="yes")
    accounts = {row["claim_id"]: row for row in csv.DictReader(io.StringIO(archive.read("crossread.accounts.csv").decode()))}
    assert accounts[claim.id]["date_earliest"] == "2019-03-09"
    rows = list(csv.DictReader(io.StringIO(archive.read("crossread.csv.provenance.csv").decode())))
    (row,) = [row for row in rows if (row["table"], row["row"], row["column"]) == ("accounts", claim.id, "date_earliest")]
    assert (row["value"], row["judgement"], row["decided_by"]) == ("2019-03-09", "correct", "desk")


def test_what_caution_costs_is_shown_before_and_counted_in_the_archive(desk: httpx.Client) -> None:
    """The page tells how many places and incidents are lost, with examples; the manifest has the same counts and no example."""
    query = {"format": "csv", "review": "all", "places": "0.1", "delay": "2870"}
    page = _shown(desk, **query)
    shown = page.xpath("//ul[@class='losses']")[0].text_content()
    assert "written to a tenth of a degree" in shown
    assert "Dialloubé, Mopti, ML" in shown
    (link,) = page.xpath("//a[starts-with(@href, '/export/files')]/@href")
    archive = zipfile.ZipFile(io.BytesIO(desk.get(link).content))
    manifest = json.loads(archive.read("crossread.csv.manifest.json"))
    assert (manifest["options"]["places"], manifest["options"]["delay"]) == ("0.1", 2870)
    counts = [int(row) for row in page.xpath("//ul[@class='losses']/li/b/text()")]
    assert [row["count"] for row in manifest["lost"]] == counts != []
    for name in archive.namelist():
        assert not any(place in archive.read(name).decode() for place in ("Aguelhok", "Douentza", "Dialloubé"))
    assert str(manifest["counts"]["incidents"]) == page.xpath("string(//p[@class='counts']/b)")
    assert f"{manifest['counts']['written']} would be written" in page.text_content()


def test_examples_of_names_are_for_those_who_may_take_names(
    shared_path: Path, come: Callable[[str | None], Visitor], tmp_path: Path
) -> None:
    """A reader sees how many words for victims are withheld, an adjudicator also which; the file shown has none."""
    report = tmp_path / "report.txt"
    report.write_text(
        "Gunmen shot dead the teacher Amadou Keïta near Douentza on 20 January 2019, an official said.", encoding="utf-8"
    )
    run_read([report], settings=Settings(store=str(shared_path)))
    with open_store(str(shared_path)) as store:
        rebuild_incidents(store, Settings().policy)
    told = {name: come(name).client.get("/export", params={"review": "all"}).text for name in ("Rosa", "Ada")}
    assert all("words for victims: may be a name" in page for page in told.values())
    assert "Keïta" not in told["Rosa"]
    assert "Keïta" in told["Ada"]
    assert "Keïta" not in html.fromstring(told["Ada"]).xpath("string(//pre)")


@pytest.mark.parametrize(
    "query", [{"format": "acled9"}, {"review": "some"}, {"places": "street"}, {"delay": "-2"}, {"date_from": "soon"}]
)
def test_a_choice_that_is_none_is_refused(desk: httpx.Client, query: dict[str, str]) -> None:
    """By name, with what there is, on both addresses."""
    for address in ("/export", "/export/files"):
        answer = desk.get(address, params=query)
        assert answer.status_code == 422
        assert next(iter(query.values())) in answer.text
