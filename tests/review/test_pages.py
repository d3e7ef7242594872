"""The desk's pages show what the store holds, every value with its words, and nothing that a report could smuggle in."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from lxml import html
from tests.review.payloads import PAYLOADS

from crossread.records import Document
from crossread.review.app import HEADERS
from crossread.store import open_store


def page_of(answer: httpx.Response) -> html.HtmlElement:
    """The answer parsed, after it was checked that it is one."""
    assert answer.status_code == 200, answer.text[:300]
    return html.fromstring(answer.text)


@pytest.mark.parametrize("address", ["/", "/queue", "/documents", "/add", "/export", "/method"])
def test_every_page_answers_under_a_strict_policy(desk: httpx.Client, address: str) -> None:
    """No page comes without the policy, and none holds a script or style of its own."""
    answer = desk.get(address)
    page = page_of(answer)
    assert all(answer.headers[name] == value for name, value in HEADERS.items())
    modules = ["/static/built/overview.js"] if address == "/" else []
    assert [script.get("src") for script in page.iter("script")] == ["/static/desk.js", *modules]
    assert not list(page.iter("style"))
    assert not page.xpath("//@style | //@*[starts-with(name(), 'on')]")
    assert page.xpath("//main//h1")
    assert page.get("lang") == "en"


def test_the_overview_counts_and_links_every_incident(desk: httpx.Client, store_path: Path) -> None:
    """As many rows as incidents; each link leads to a page with as many columns as accounts."""
    with open_store(str(store_path)) as store:
        incidents = list(store.iter_incidents())
    page = page_of(desk.get("/"))
    rows = page.xpath("//tr[@data-row]//a/@href")
    assert sorted(rows) == sorted(f"/incidents/{row.id}" for row in incidents)
    largest = max(incidents, key=lambda row: len(row.accounts))
    table = page_of(desk.get(f"/incidents/{largest.id}")).xpath("//table[@class='compare']")[0]
    assert len(table.xpath("./thead/tr/th")) == len(largest.accounts) + 1


def test_a_condition_in_the_address_filters_and_can_be_dropped(desk: httpx.Client) -> None:
    """The address holds the whole view."""
    everything = len(page_of(desk.get("/")).xpath("//tr[@data-row]"))
    page = page_of(desk.get("/", params={"type": "accident"}))
    some = len(page.xpath("//tr[@data-row]"))
    assert 0 < some < everything
    assert page.xpath("//a[@class='chip']/@href") == ["/?"]
    assert page.xpath("//a[@aria-current='true']/@data-key") == ["type-accident"]
    assert (
        len(page_of(desk.get("/", params={"date_from": "1999-01-01", "date_to": "1999-12-31"})).xpath("//tr[@data-row]")) == 0
    )


def test_every_quote_leads_to_its_words_in_the_report(desk: httpx.Client, store_path: Path) -> None:
    """The link of each quote names a mark of the document page that begins with these words."""
    with open_store(str(store_path)) as store:
        incident = max(store.iter_incidents(), key=lambda row: len(row.accounts))
    links = page_of(desk.get(f"/incidents/{incident.id}")).xpath("//a[@class='quote']")
    assert links
    pages: dict[str, html.HtmlElement] = {}
    for link in links:
        address, _, anchor = link.get("href").partition("#")
        pages.setdefault(address, page_of(desk.get(address)))
        (mark,) = pages[address].xpath(f"//mark[@id='{anchor}']")
        assert link.text_content().strip("“”").startswith(mark.text_content()[:12].rstrip())


def test_the_report_stands_there_whole(desk: httpx.Client, store_path: Path) -> None:
    """Marks cut the text but change no character of it."""
    with open_store(str(store_path)) as store:
        documents = list(store.iter_documents())
    for document in documents[:4]:
        (article,) = page_of(desk.get(f"/documents/{document.id}")).xpath("//article")
        assert article.text_content() == document.text
        assert desk.get(f"/documents/{document.id}/original").headers["content-disposition"].startswith("attachment")


def test_what_a_report_smuggles_is_shown_as_text(desk: httpx.Client, store_path: Path) -> None:
    """Forty payloads as title, source, name and text: each is read on the page, none becomes an element or an address."""
    assert len(PAYLOADS) >= 40
    with open_store(str(store_path)) as store:
        for number, payload in enumerate(PAYLOADS):
            store.add_document(
                Document(
                    id=f"doc_{number:016x}",
                    text=f"Before {payload} after",
                    title=payload,
                    source=payload,
                    name=payload,
                    url=payload,
                )
            )
    for number, payload in enumerate(PAYLOADS):
        page = page_of(desk.get(f"/documents/doc_{number:016x}"))
        assert page.xpath("//article")[0].text_content() == f"Before {payload} after".replace("\r\n", "\n")
        assert not page.xpath("//article//*[not(self::span or self::mark)]")
        assert not page.xpath("//@*[starts-with(name(), 'on')] | //iframe | //object | //embed | //img | //base")
        assert not [a for a in page.xpath("//a/@href | //form/@action") if not a.startswith(("/", "#"))]
    listing = page_of(desk.get("/documents"))
    assert len(listing.xpath("//script")) == 1
    assert not listing.xpath("//table//*[not(self::thead or self::tbody or self::tr or self::th or self::td or self::a)]")


def test_a_wrong_address_is_told_in_words(desk: httpx.Client) -> None:
    """An id that is none gives 404 with the next step; a day that is none gives 422."""
    missing = desk.get("/incidents/inc_ffffffffffffffff")
    assert missing.status_code == 404
    assert "no incident by the id" in missing.text
    wrong = desk.get("/", params={"date_from": "soon"})
    assert wrong.status_code == 422
    assert "YYYY-MM-DD" in wrong.text


def test_a_report_that_states_no_source_shows_its_file_as_a_note(desk: httpx.Client, store_path: Path) -> None:
    """On every page that names sources: "source not stated", the file beside it in small type, never as a link's own words."""
    raid = "BAMAKO, 21 January 2019 - Gunmen killed ten peacekeepers in an attack on a camp in Aguelhok, in Mali, on Sunday."
    desk.post("/add", files={"files": ("raid-7.txt", raid.encode(), "text/plain")})
    with open_store(str(store_path)) as store:
        found = next(row for row in store.iter_documents() if row.source is None)
        (incident, *_) = [i for i in store.iter_incidents() if any(a.document_id == found.id for a in i.accounts)]
    for address in ("/documents", f"/documents/{found.id}", f"/incidents/{incident.id}", f"/coding/{found.id}"):
        page = page_of(desk.get(address))
        assert found.name in page.xpath("//small[@class='file']/text()"), address
        assert "source not stated" in page.text_content()
        assert "unnamed" not in page.text_content()
