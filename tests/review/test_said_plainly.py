"""What the desk says where there is nothing, where something is wrong, and where it was told before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html
from tests.review.conftest import running, visitor

from crossread.codebook import load_codebook
from crossread.config import Settings
from crossread.review import make_app
from crossread.review.refusing import lay_out, said_here
from crossread.store import open_store
from crossread.weigh import say_toll_of

RAID = "BAMAKO, 21 January 2019 - Gunmen killed ten peacekeepers in an attack on a camp in Tessalit, in Mali, on Sunday."


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[httpx.Client]:
    """A desk on a store in which nothing is."""
    with running(make_app(Settings(store=str(tmp_path / "s.db")))) as address, visitor(address) as client:
        yield client


def words(answer: httpx.Response) -> str:
    """The text of a page's content."""
    (main,) = html.fromstring(answer.text).xpath("//main")
    return " ".join(main.text_content().split())


def test_an_empty_store_says_so_and_offers_no_files(bare: httpx.Client) -> None:
    """No condition is set, so none is spoken of; the way to the first report is shown, nothing can be exported."""
    page = html.fromstring(bare.get("/").text)
    assert "No reports yet. Add reports to begin." in words(bare.get("/"))
    assert page.xpath("//main//a[@href='/add']")
    assert not page.xpath("//main//a[starts-with(@href, '/export')]")
    for review in ("accepted", "all"):
        export = bare.get("/export", params={"review": review})
        assert "There is nothing to take" in words(export)
        assert not html.fromstring(export.text).xpath("//a[starts-with(@href, '/export/files')]")


def test_conditions_that_nothing_meets_are_named_as_such(desk: httpx.Client) -> None:
    """Where there are incidents, and conditions that leave none."""
    told = words(desk.get("/", params={"date_from": "1999-01-01", "date_to": "1999-12-31"}))
    assert "No incident meets these conditions." in told


@pytest.mark.parametrize(
    ("name", "kind"), [("type", "incident_type"), ("grade", "grade"), ("actor_type", "actor_type"), ("country", None)]
)
def test_a_value_that_is_none_is_refused_with_the_list(desk: httpx.Client, name: str, kind: str | None) -> None:
    """On the page in words, for a program as JSON, by the rule of the command line; "air strike" is a code as it is there."""
    page, answer = desk.get("/", params={name: "shooting"}), desk.get("/api/incidents", params={name: "shooting"})
    assert (page.status_code, answer.status_code) == (422, 422)
    expected = answer.json()["error"]["expected"]
    assert expected in words(page)
    assert all(code in expected for code in (load_codebook().codes(kind) if kind else ("ISO code",)))
    assert answer.json()["error"]["found"] == "shooting"


def test_codes_and_countries_are_taken_as_the_command_line_takes_them(desk: httpx.Client) -> None:
    """Spelled as tables show them, or by a country's name."""
    for name, spelled, code in (("type", "Air strike", "air_strike"), ("country", "mali", "ML")):
        totals = [desk.get("/api/incidents", params={name: value}).json()["total"] for value in (spelled, code)]
        assert totals[0] == totals[1] > 0


def test_an_address_that_is_none_is_a_page_with_a_way_on(desk: httpx.Client) -> None:
    """In a browser; a program gets JSON. Commands of the command line are not named in a browser."""
    for address in ("/nowhere", "/incidents/inc_zz", "/documents/doc_zz"):
        answer = desk.get(address)
        assert answer.status_code == 404
        assert answer.headers["content-type"].startswith("text/html")
        assert "To the incidents" in words(answer)
        assert "crossread " not in words(answer)
    assert desk.get("/judge").status_code == 405
    missing = desk.get("/api/nowhere")
    assert (missing.status_code, missing.json()["error"]["where"]) == (404, "/api/nowhere")


def test_the_same_text_twice_is_known(desk: httpx.Client) -> None:
    """The first time it is read, the second time it leads to what was read."""
    assert "1 report read, 1 new claim;" in words(desk.post("/add", data={"text": RAID, "source": "First"}))
    again = desk.post("/add", data={"text": RAID, "source": "First"})
    assert "1 known already: " in words(again)
    assert "report read" not in words(again)
    (link,) = html.fromstring(again.text).xpath("//div[@class='done']//a/@href")
    assert link.startswith("/documents/doc_")
    assert "First" in words(desk.get(link))


def test_a_refusal_is_laid_out_in_lines(desk: httpx.Client) -> None:
    """What, found and next step each stand by themselves, also in the list of reports."""
    picture = b"\x89PNG\r\n\x1a\n" + bytes(64)
    done = desk.post("/add", files={"files": ("pic.png", picture, "image/png")})
    for answer in (done, desk.get("/documents")):
        (facts,) = html.fromstring(answer.text).xpath("//ul[@class='refusals']//dl[@class='facts']")
        assert "found" in facts.xpath("./dt/text()")
        assert "found:" not in words(answer)
        assert "--" not in facts.text_content()


def test_words_about_the_command_line_are_left_out() -> None:
    """Whole sentences, and no others; of a sentence nothing but its beginning stands alone."""
    told = lay_out(
        "It is in French.\n  where: a.txt\n  Save it anew. If so, give --language en; read it.\n  `crossread status` counts."
    )
    assert told.what == "It is in French."
    assert told.parts == (("where", "a.txt"), ("next step", "Save it anew."))
    whole = "Save it as text: File, Save as; then hand it in, e.g. below."
    assert said_here(whole) == whole
    assert said_here("Say why; at the command line: --reason words.") == "Say why."
    assert said_here("These are columns of ACLED: read it with --as acled.") == "These are columns of ACLED."
    assert (
        said_here("Take another file. Convert it with pandoc -t plain.")
        == "Take another file. Convert it with pandoc -t plain."
    )
    assert said_here(None) == said_here("`crossread incidents` lists them.") == ""


def test_the_list_says_a_toll_as_every_view_does(desk: httpx.Client, store_path: Path) -> None:
    """Figure and range as in the terminal and on the incident's page: "at least 31", never a bare 31 beside "31 or more"."""
    with open_store(str(store_path)) as store:
        rows = {f"/incidents/{row.id}": row for row in store.iter_incidents()}
    page = html.fromstring(desk.get("/").text)
    said = set()
    for line in page.xpath("//table[contains(@class, 'list')]//tr[.//td[@data-label='Killed']]"):
        (address,) = line.xpath(".//td//a[starts-with(@href, '/incidents/')]/@href")
        row = rows[address.split("?")[0]]
        cell = " ".join(line.xpath("string(.//td[@data-label='Killed'])").split())
        wanted = [say_toll_of(toll, row.policy, named=False) for toll in row.tolls if toll.effect == "killed"]
        assert all(cell.startswith(one) for one in wanted or ["–"])
        said.update(wanted)
    assert any(one.startswith("at least ") for one in said)
    assert any("–" in one and "(" in one for one in said)
    assert any(one.isdigit() for one in said)


@pytest.mark.parametrize("address", ["/", "/documents"])
def test_lists_are_cards_on_a_phone(page: Any, address: str) -> None:
    """Nothing of a row lies outside the screen or scrolls off, and each value has its name."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    cells = page.locator("table.cards tbody tr").first.locator("td")
    for at in range(cells.count()):
        box = cells.nth(at).bounding_box()
        assert box is None or (box["x"] >= 0 and box["x"] + box["width"] <= 390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    named = page.locator("table.cards tbody td[data-label]").first
    assert named.evaluate("node => getComputedStyle(node, '::before').content").strip('"').strip()
