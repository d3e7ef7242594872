"""Forty-five payloads wherever words of others reach a page: each is read there as text and becomes nothing else.

Reports come in by the form and as files, as they would; claims, incidents, reasons and names are put into the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import pytest
from lxml import html
from tests.review.conftest import running, visitor
from tests.review.payloads import PAYLOADS
from tests.review.visitor import Visitor
from tests.store.conftest import build_extraction, build_incident

from crossread.config import Settings
from crossread.records import Document, Judgement, Rejection, document_id
from crossread.review import Access, make_app
from crossread.store import open_store

# All that the desk's own templates are made of. An element that is not here came out of a report.
OURS = set(
    """html head meta title link script body a header nav form label input main footer button dialog h1 h2 dl dt dd p span b
    small table caption thead tbody tr th td ul li ol section article aside mark details summary select option textarea kbd time
    div figure figcaption noscript svg path line text circle rect pre""".split()
)


def check_page(answer: httpx.Response) -> html.HtmlElement:
    """The page, after it was checked that nothing in it was smuggled in."""
    page = html.fromstring(answer.text)
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert {row.tag for row in page.iter() if isinstance(row.tag, str)} <= OURS
    assert not list(page.iter(html.etree.Comment))
    assert {row.get("src") for row in page.iter("script")} <= {"/static/desk.js", "/static/built/overview.js"}
    assert not [row for row in page.iter("script") if row.text]
    assert not page.xpath("//@*[starts-with(name(), 'on')] | //@style | //@srcdoc | //@formaction | //@autofocus[.!='']")
    for address in page.xpath("//@href | //@src | //@action"):
        assert address.startswith(("/", "#")), address
        assert not address.startswith("//"), address
    return page


def words(page: html.HtmlElement) -> str:
    """All that is read on a page, and what its fields hold."""
    return " ".join([page.text_content(), *page.xpath("//@value | //@title | //@aria-label | //@placeholder")])


@pytest.fixture(scope="module")
def hostile_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which every word that somebody else chose is a payload: one report, claim and incident for each."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with open_store(str(path)) as store, store.batch():
        incidents = []
        for number, payload in enumerate(PAYLOADS):
            text = f"Report {number}. Gunmen attacked a market in {payload} on 3 March 2021, killing 4 traders. {payload}"
            document = Document(
                id=document_id(text, source=payload, external_id=str(number), published=date(2021, 3, 4)),
                text=text,
                external_id=str(number),
                title=payload,
                source=payload,
                name=f"{payload}.txt",
                url=payload,
                published=date(2021, 3, 4),
            )
            store.add_document(document)
            extraction = build_extraction(document, town=payload)
            store.add_extraction(extraction)
            told = build_incident(f"inc_{number:016x}", *extraction.claims, source=payload)
            party = replace(told.parties[0], name=payload)
            incidents.append(replace(told, parties=(party,), summary=f"Gunmen attacked {payload}.", grade_reason=payload))
            store.add_rejection(Rejection(step="read", subject=payload, reason="empty", message=payload))
        store.replace_incidents(incidents)
        for number, payload in enumerate(PAYLOADS):
            by = {"made_by": payload, "made_at": datetime(2024, 5, 1, tzinfo=UTC)}
            subject = f"inc_{number:016x}"
            row = Judgement(id=f"jdg_{number}", kind="dismiss", subject=subject, reason=payload, **by)
            store.add_judgement(row)
            store.add_judgement(Judgement(id=f"jdg_u{number}", kind="undo", subject=row.id, **by))
        store.users.add("Root Keeper", role="admin", password="four words in a row", by="test")
    return path


@pytest.fixture(scope="module")
def hostile_desk(hostile_path: Path) -> Iterator[Visitor]:
    """Somebody signed in at a desk on that store."""
    app = make_app(Settings(store=str(hostile_path)), Access(accounts=True))
    with running(app) as address, visitor(address) as client:
        guest = Visitor(client)
        guest.sign_in("Root Keeper")
        yield guest


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_a_report_its_incident_and_its_history_show_the_payload_as_text(hostile_desk: Visitor, number: int) -> None:
    """Text, title, source, file name, address, place, quotes, reason and name of a decision, and the search for it."""
    payload, client = PAYLOADS[number], hostile_desk.client
    incident = check_page(client.get(f"/incidents/inc_{number:016x}"))
    assert words(incident).count(payload) >= 4  # source, title, the quote of the place, the reason of the decision
    (address,) = incident.xpath("//ul[@class='sources']//a/@href")
    report = check_page(client.get(address))
    assert report.xpath("//article")[0].text_content().count(payload) == 2
    assert payload in report.xpath("string(//h1)")
    assert payload in report.xpath("string(//p[@class='line'])")
    for path, query in (("/", {"text": payload}), ("/", {"actor": payload}), ("/export", {"source": payload, "review": "all"})):
        answer = client.get(path, params=query)
        assert answer.status_code == 200
        assert payload in words(check_page(answer))


def test_lists_show_every_payload_as_text(hostile_desk: Visitor) -> None:
    """All reports, all that was refused, the whole overview, and the queue."""
    listing = words(check_page(hostile_desk.client.get("/documents")))
    assert [payload for payload in PAYLOADS if listing.count(payload) < 2] == []
    overview = words(check_page(hostile_desk.client.get("/")))
    assert len(PAYLOADS) >= 40
    assert sum(payload in overview for payload in PAYLOADS) >= 10  # the facet of sources holds only the most frequent
    check_page(hostile_desk.client.get("/queue"))
    check_page(hostile_desk.client.get("/export", params={"review": "all"}))


def test_what_is_typed_into_forms_comes_back_as_text(hostile_desk: Visitor) -> None:
    """At the door, in an error, and where it would lead."""
    with httpx.Client(base_url=hostile_desk.client.base_url, timeout=60, follow_redirects=True) as client:
        guest = Visitor(client)
        for payload in PAYLOADS[::9]:
            page = check_page(client.get("/login", params={"next": payload}))
            assert page.xpath("string(//input[@name='next']/@value)") == "/"
            assert payload in words(check_page(guest.sign_in(payload, "a wrong password")))
    for payload in PAYLOADS:
        refused = hostile_desk.client.get("/export", params={"format": payload})
        assert refused.status_code == 422
        assert payload in words(check_page(refused))


def test_a_pasted_report_and_a_dropped_file_show_payloads_as_text(desk: httpx.Client) -> None:
    """Through the reader and the extractor: text, title, source and file name, four payloads in each report."""
    for at in range(0, len(PAYLOADS), 4):
        chosen = PAYLOADS[at : at + 4]
        text = f"Gunmen killed ten soldiers near Gao in Mali on 3 March 2021. {' and '.join(chosen)} was said."
        title = chosen[0].replace("\n", " ")
        done = check_page(
            desk.post("/add", data={"text": text, "title": title, "source": chosen[-1], "published": "2021-03-04"})
        )
        (address,) = done.xpath("//div[@role='status']//li/a/@href")
        report = check_page(desk.get(address))
        assert [payload for payload in chosen if payload not in report.xpath("string(//article)")] == []
        assert chosen[-1] in report.xpath("string(//p[@class='line'])")
    for payload in PAYLOADS[::6]:
        files = {"files": (f"{payload}.txt", b"Gunmen killed two traders near Gao on 3 March 2021.", "text/plain")}
        check_page(desk.post("/add", files=files))
    check_page(desk.get("/documents"))
