"""The page of all reports: counted by state, sorted by links in the column heads, filtered and paged by the address alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html
from tests.review.conftest import running, visitor

from crossread.config import Settings
from crossread.read import read_text
from crossread.records import Rejection
from crossread.review import make_app
from crossread.review.reports import PAGE
from crossread.store import open_store

UNREAD = PAGE * 2 + 30
COLUMNS = {"Published": 0, "Source": 1, "Report": 2, "Claims": 3, "Incidents": 4}


@pytest.fixture
def full(store_path: Path) -> Path:
    """The sample store with many reports more that nobody has read, one withdrawn, and one file refused."""
    with open_store(str(store_path)) as store:
        store.amendments.withdraw(next(store.iter_documents()).id, reason="a press kit", by="Awa")
        for number in range(UNREAD):
            day = date(2020, 1, 1) + timedelta(days=number * 7 % 400)
            made = read_text(f"GAO - Report number {number} of a wire.", published=day if number % 5 else None)
            store.add_document(replace(made, source=("Radio Gao", "agence nord", None)[number % 3], title=f"Number {number}"))
        store.add_rejection(Rejection(step="read", subject="scan.pdf", reason="no_text", message="There is no text in it."))
    return store_path


@pytest.fixture
def many(full: Path) -> Iterator[httpx.Client]:
    """A client of the running desk over it."""
    with running(make_app(Settings(store=str(full)))) as address, visitor(address) as client:
        yield client


def rows_of(page: Any) -> list[list[str]]:
    """The cells of the table's rows, as text."""
    return [[cell.text_content().strip() for cell in row.xpath("./td")] for row in page.xpath("//tr[@data-row]")]


def column(page: Any, name: str) -> list[str]:
    return [row[COLUMNS[name]] for row in rows_of(page)]


def open_page(client: httpx.Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    return html.fromstring(answer.text)


def head(page: Any, name: str) -> Any:
    (found,) = page.xpath(f"//thead//th[a[text()='{name}']]")
    return found


def test_reports_are_counted_by_state(many: httpx.Client, full: Path) -> None:
    """Read, not read yet, refused and withdrawn; each count leads to just these."""
    with open_store(str(full)) as store:
        every = store.counts().documents
    page = open_page(many, "/documents?source=radio")
    told = page.xpath("//p[@class='counts']")[0].text_content()
    assert told == f"{every} reports: {every - UNREAD} read · {UNREAD} not read yet · 1 refused · 1 withdrawn"
    links = page.xpath("//p[@class='counts']/a/@href")
    assert f"{every - UNREAD} reports shown" in open_page(many, links[0]).text_content()
    assert f"of {UNREAD} reports shown" in open_page(many, links[1]).text_content()
    assert links[2:] == ["#refused", "#aside"]
    assert page.get_element_by_id("refused").text_content() == "Refused"
    assert "a press kit" in page.get_element_by_id("aside").text_content()


def test_each_report_has_its_numbers(many: httpx.Client, full: Path) -> None:
    """Of claims that speak for it, and of incidents that it tells or mentions."""
    page = open_page(many, "/documents?state=read")
    names = [link.rpartition("/")[2] for link in page.xpath("//td[@class='lead']/a/@href")]
    shown = dict(zip(names, rows_of(page), strict=True))
    with open_store(str(full)) as store:
        held = [(account.document_id, row.id) for row in store.iter_incidents() for account in row.accounts]
        for name, row in shown.items():
            claims = len(many.get(f"/api/documents/{name}").json()["claims"])
            incidents = len({incident for document, incident in held if document == name})
            assert row[3:5] == [str(claims), str(incidents)]
    assert sum(int(row[3]) for row in shown.values()) > len(shown)


def test_column_heads_sort_and_keep_the_filter(many: httpx.Client) -> None:
    """A second click turns it round; what has no day stands last either way; the head says the order to a screen reader."""
    page = open_page(many, "/documents?source=radio&text=wire")
    assert head(page, "Read on").get("aria-sort") == "descending"
    page = open_page(many, head(page, "Published").xpath("./a/@href")[0])
    assert page.xpath("//input[@name='source']/@value") == ["radio"]
    assert page.xpath("//input[@name='text']/@value") == ["wire"]
    days = column(page, "Published")
    told = [day for day in days if day != "–"]
    assert set(column(page, "Source")) == {"Radio Gao"}
    assert told == sorted(told, reverse=True)
    assert days[len(told) :] == ["–"] * (len(days) - len(told)) != []
    assert [th.get("aria-sort") for th in page.xpath("//th[@aria-sort]")] == ["descending"]
    turned = open_page(many, head(page, "Published").xpath("./a/@href")[0])
    assert head(turned, "Published").get("aria-sort") == "ascending"
    assert column(turned, "Published")[: len(told)] == sorted(told)
    claims = open_page(many, head(open_page(many, "/documents"), "Claims").xpath("./a/@href")[0])
    numbers = [int(number) for number in column(claims, "Claims")]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 0
    least = open_page(many, head(claims, "Claims").xpath("./a/@href")[0])
    assert set(column(least, "Claims")) == {"0"}
    by_source = open_page(many, head(least, "Source").xpath("./a/@href")[0])
    assert head(by_source, "Source").get("aria-sort") == "ascending"
    assert column(by_source, "Source")[0] == "agence nord"


def test_pages_hold_every_report_once(many: httpx.Client) -> None:
    """In the order chosen, with the filter; the last one is short, and one beyond it is the last one."""
    seen: list[str] = []
    page = open_page(many, "/documents?state=unread&sort=source")
    while True:
        seen += page.xpath("//td[@class='lead']/a/@href")
        (at,) = page.xpath("//nav[@aria-label='Pages']/a[@aria-current]")
        following = at.xpath("./following-sibling::a[1]/@href")
        if not following:
            break
        page = open_page(many, following[0])
    assert len(seen) == len(set(seen)) == UNREAD
    assert f"{2 * PAGE + 1}–{UNREAD} of {UNREAD} reports shown" in page.text_content()
    beyond = open_page(many, "/documents?state=unread&sort=source&page=99")
    assert column(beyond, "Report") == column(page, "Report")
    assert open_page(many, "/documents?page=-3").xpath("//nav[@aria-label='Pages']/a[@aria-current]/text()") == ["1"]
    sorted_anew = head(page, "Source").xpath("./a/@href")[0]
    assert "page=" not in sorted_anew


def test_a_source_leads_to_all_of_its_reports(many: httpx.Client) -> None:
    """By its whole name; what nobody has is said, with a way back."""
    page = open_page(many, "/documents?sort=source&state=unread")
    (link, *_) = page.xpath("//td[@data-label='Source']/a[text()='agence nord']/@href")
    assert set(column(open_page(many, link), "Source")) == {"agence nord"}
    none = open_page(many, "/documents?source=nowhere")
    assert "No report meets these conditions." in none.text_content()


@pytest.mark.parametrize("query", ["sort=colour", "order=sideways", "state=lost"])
def test_what_cannot_be_asked_is_refused(many: httpx.Client, query: str) -> None:
    answer = many.get(f"/documents?{query}")
    assert answer.status_code == 422
    assert query.partition("=")[2] in answer.text


@pytest.mark.parametrize("width", [1280, 390])
def test_sorting_works_by_hand_in_a_browser(page: Any, width: int) -> None:
    """Also on a phone, where the rows are cards: the heads stay in sight, and the arrow shows the order."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("/documents")
    link = page.locator("th a", has_text="Claims")
    box = link.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["height"] >= 20
    link.click()
    page.wait_for_url("**/documents?sort=claims")
    arrow = "node => getComputedStyle(node, '::after').content"
    assert "↓" in page.locator("th[aria-sort=descending] a").evaluate(arrow)
    page.locator("th a", has_text="Claims").click()
    page.wait_for_url("**order=up")
    assert "↑" in page.locator("th[aria-sort=ascending] a").evaluate(arrow)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_lead_to_their_place_in_the_report(many: httpx.Client, full: Path) -> None:
    """Also in a report that no incident rests on: the sentence stands below the title, and its link to the marked words."""
    page = open_page(many, '/documents?text="number 7 of"')
    (link,) = page.xpath("//a[@class='passage']")
    assert link.text_content() == "GAO - Report number 7 of a wire."
    assert link.xpath("./mark/text()") == ["number 7 of"]
    report = open_page(many, link.get("href").partition("#")[0])
    (mark,) = report.xpath("//article[contains(@class, 'report')]//mark")
    assert (mark.text_content(), f"#{mark.get('id')}") == ("number 7 of", f"#{link.get('href').partition('#')[2]}")
    assert "stands 1 time" in report.xpath("string(//p[@class='lens'])")
    with open_store(str(full)) as store:
        words = next(iter(store.iter_documents())).text.split()[0].strip(".,")
    found = open_page(many, f"/?text={words}")
    assert found.xpath("//p[@class='take']/a[starts-with(@href, '/documents?text=')]")
