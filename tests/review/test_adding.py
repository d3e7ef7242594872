"""Reports handed in at the desk are read as any file is."""

from __future__ import annotations

from pathlib import Path

import httpx

from crossread.store import open_store

TEXT = "KIDAL, 4 March 2019 - Gunmen attacked a patrol near Kidal on Sunday and killed three soldiers, the army said."
ACLED = (
    "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,location,fatalities\n"
    "MLI1,2019-01-20,Battles,Armed clash,JNIM,Mali,Aguelhok,10\n"
)


def test_a_pasted_report_gives_claims_and_the_same_again_adds_nothing(desk: httpx.Client) -> None:
    """The page that comes back links the report; read twice it is one report."""
    before = desk.get("/api/status").json()["documents"]
    answer = desk.post(
        "/add", data={"text": TEXT, "source": "Radio Sahel", "published": "2019-03-04", "title": "Patrol attacked"}
    )
    assert answer.status_code == 200
    assert "Patrol attacked" in answer.text
    assert desk.get("/api/status").json()["documents"] == before + 1
    desk.post("/add", data={"text": TEXT, "source": "Radio Sahel", "published": "2019-03-04", "title": "Patrol attacked"})
    assert desk.get("/api/status").json()["documents"] == before + 1
    found = desk.get("/api/incidents", params={"source": "Radio Sahel"}).json()["incidents"]
    assert [row["when"]["earliest"] for row in found] == ["2019-03-03"]


def test_a_file_that_cannot_be_read_stops_no_other(desk: httpx.Client) -> None:
    """The good one is read, the bad one is named with its reason, and neither may write where it likes."""
    before = desk.get("/api/status").json()["documents"]
    good = TEXT + " The post was burnt."
    files = [("files", ("../../good.txt", good.encode())), ("files", ("bad.pdf", b"%PDF-1.4 broken"))]
    answer = desk.post("/add", files=files)
    assert answer.status_code == 200
    assert desk.get("/api/status").json()["documents"] == before + 1
    assert "bad.pdf" in answer.text
    assert "Refused" in answer.text
    assert "good.txt" not in answer.text.split("Refused")[1]


def test_nothing_handed_in_is_said(desk: httpx.Client) -> None:
    """An empty form is no report."""
    answer = desk.post("/add", data={"text": "  "})
    assert answer.status_code == 422
    assert "Nothing was handed in" in answer.text


def test_what_was_handed_in_is_called_by_its_own_name(desk: httpx.Client, store_path: Path) -> None:
    """Where it lay for a moment on this machine is nobody's business."""
    desk.post("/add", data={"text": TEXT + " Nobody else was hurt."})
    desk.post("/add", files=[("files", ("reports/raid.txt", (TEXT + " More was not known.").encode()))])
    with open_store(str(store_path)) as store:
        names = {document.name for document in store.iter_documents()}
    assert {"pasted text.txt", "raid.txt"} <= names


def test_a_report_without_a_day_is_told(desk: httpx.Client) -> None:
    """ "On Sunday" gets no date then."""
    answer = desk.post("/add", data={"text": "Gunmen shot three men near Kidal on Sunday, residents of the town said."})
    assert "No day of publication: pasted text.txt" in answer.text
    assert "No source stated: pasted text.txt" in answer.text


def test_what_is_refused_leads_back(desk: httpx.Client) -> None:
    """To the page of the desk that it came from, and to no other."""
    own = str(desk.base_url).rstrip("/")
    for referer, led in ((f"{own}/add?x=1", True), ("http://elsewhere.example/add?x=1", False)):
        answer = desk.post("/add", data={"text": "  "}, headers={"referer": referer})
        assert ('href="/add?x=1"' in answer.text) is led


def test_a_table_that_is_refused_is_told_what_to_do(desk: httpx.Client) -> None:
    """Here, and where else: what the desk cannot do is not left without a next step."""
    tables = {"t.csv": "body,day\nGunmen killed two men in Gao.,2019-01-21\n", "a.csv": ACLED}
    answer = desk.post("/add", files=[("files", (name, content.encode())) for name, content in tables.items()])
    assert "Call that column `text` in the first row." in answer.text
    assert "A column of another name is named at the command line." in answer.text
    assert "These are columns of ACLED. A table of incidents is read at the command line." in answer.text


def test_a_day_that_cannot_be_read_is_quoted(desk: httpx.Client) -> None:
    """So that one sees why the report has none."""
    answer = desk.post("/add", data={"text": "Date: 03/04/2019\n\nGunmen shot four men near Kidal on Sunday, residents said."})
    assert "whose line “Date: 03/04/2019” tells no day" in answer.text


def test_a_language_that_is_told_is_taken(desk: httpx.Client, store_path: Path) -> None:
    """A short text in a language of its own; no code, and nothing is read."""
    told = "Gunmen shot four men near Kidal on Sunday. El alcalde no pudo confirmar nada de esto, dijo el portavoz el lunes."
    assert desk.post("/add", data={"text": told, "language": "EN"}).status_code == 200
    answer = desk.post("/add", data={"text": f"{told} Nada.", "language": "zz"})
    assert answer.status_code == 422
    assert "no such language" in answer.text
    with open_store(str(store_path)) as store:
        assert [row.language for row in store.iter_documents() if "alcalde" in row.text] == ["en"]


def test_mails_are_among_the_files_named(desk: httpx.Client) -> None:
    """What can be read is what the form names."""
    assert "mails" in desk.get("/add").text
