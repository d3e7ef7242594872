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
from crossread.records import Claim, Document, Judgement, Rejection, document_id
from crossread.review import Access, make_app
from crossread.review.app import ROOMS
from crossread.review.coders import ADJUDICATED
from crossread.store import ClaimFilter, open_store

SECOND = "Second"  # a coder beside those with hostile names
# All that the desk's own templates are made of. An element that is not here came out of a report.
OURS = set(
    """html head meta title link script body a header nav form label input main footer button dialog h1 h2 dl dt dd p span b
    small table caption thead tbody tr th td ul li ol section article aside mark details summary select optgroup option textarea
    kbd time div figure figcaption noscript svg g path line text circle rect pre code progress""".split()
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


def _report(number: int, payload: str, *, day: int) -> Document:
    """A report of which all that somebody else chose is the payload."""
    text = f"Report {number}. Gunmen attacked a market in {payload} on 3 March 2021, killing 4 traders. {payload}"
    name = f"{number}-{day}"
    return Document(
        id=document_id(text, source=payload, external_id=name, published=date(2021, 3, day)),
        text=text,
        external_id=name,
        title=payload,
        source=payload,
        name=f"{payload}.txt",
        url=payload,
        published=date(2021, 3, day),
    )


def _decisions(number: int, payload: str, claim: Claim) -> list[Judgement]:
    """A dismissal that was undone, the readings of two coders who differ, and a decision between them, under hostile names."""
    by = {"made_at": datetime(2024, 5, 1, tzinfo=UTC), "made_by": payload}
    subject, later = f"inc_{number:016x}", {"made_at": datetime(2024, 5, 2, tzinfo=UTC), "made_by": payload}
    read = {"kind": "code", "subject": claim.id}
    return [
        Judgement(id=f"jdg_{number}", kind="dismiss", subject=subject, reason=payload, **by),
        Judgement(id=f"jdg_u{number}", kind="undo", subject=f"jdg_{number}", **by),
        Judgement(id=f"jdg_c{number}", slot="verdict", value='"dismiss"', reason=payload, **read, **by),
        Judgement(id=f"jdg_d{number}", slot="verdict", value='"accept"', **read, **{**by, "made_by": SECOND}),
        Judgement(id=f"jdg_a{number}", kind="accept", subject=claim.id, reason=f"{ADJUDICATED}{payload}", **later),
    ]


@pytest.fixture(scope="module")
def hostile_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which every word that somebody else chose is a payload: two reports, claims and an incident for each."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with open_store(str(path)) as store, store.batch():
        incidents, decisions = [], []
        for number, payload in enumerate(PAYLOADS):
            claims = []
            for day in (4, 6):
                document = _report(number, payload, day=day)
                store.add_document(document)
                extraction = build_extraction(document, town=payload)
                store.add_extraction(extraction)
                claims += extraction.claims
            store.add_extraction(build_extraction(document, town=payload, made_by=f"hand@{payload}"))
            told = build_incident(f"inc_{number:016x}", *claims, source=payload)
            party = replace(told.parties[0], name=payload)
            incidents.append(replace(told, parties=(party,), summary=f"Gunmen attacked {payload}.", grade_reason=payload))
            store.add_rejection(Rejection(step="read", subject=payload, reason="empty", message=payload))
            decisions += _decisions(number, payload, claims[0])
        store.replace_incidents(incidents)
        for row in decisions:
            store.add_judgement(row)
        admin = store.users.add("Root Keeper", role="admin", password="four words in a row", by=PAYLOADS[0])
        for payload in PAYLOADS:
            store.read_tokens.add(admin, label=payload, days=1, by=payload)
    return path


@pytest.fixture(scope="module")
def hostile_desk(hostile_path: Path) -> Iterator[Visitor]:
    """Somebody signed in at a desk on that store."""
    app = make_app(Settings(store=str(hostile_path)), Access(accounts=True))
    with running(app) as address, visitor(address) as client:
        guest = Visitor(client)
        guest.sign_in("Root Keeper")
        yield guest


def _first_report(path: Path, number: int) -> str:
    with open_store(str(path)) as store:
        return store.get_incident(f"inc_{number:016x}").accounts[0].document_id


def _addresses(path: Path, number: int) -> dict[str, tuple[str, dict[str, str], int]]:
    """Every page that shows words of one report: its address, what is asked, and how often the payload is read there."""
    payload, report = PAYLOADS[number], _first_report(path, number)
    pair = {"first": payload, "second": SECOND}
    incident = f"inc_{number:016x}"
    taken = {"source": payload, "review": "all", "names": "yes"}
    with open_store(str(path)) as store:
        apart = next(row.id for row in store.iter_claims(ClaimFilter(made_by=f"hand@{payload}")))
    return {
        "incident": (f"/incidents/{incident}", {}, 8),  # sources, titles, the quotes of the place, the decisions
        "merged": (f"/incidents/{incident}", {"merged": incident, "apart": apart}, 10),
        "by another policy": (f"/incidents/{incident}", {"policy": "range@1"}, 8),
        "report": (f"/documents/{report}", {}, 5),
        "coding": (f"/coding/{report}", {}, 5),
        "agreement": ("/agreement", pair, 4),
        "side by side": (f"/agreement/{report}", pair, 5),
        "found words": ("/", {"text": payload}, 1),
        "found actor": ("/", {"actor": payload}, 1),
        **{
            f"export as {name}": ("/export", {**taken, "format": name, "places": places}, 1)
            for name, places in (("csv", "as_read"), ("jsonl", "as_read"), ("geojson", "as_read"), ("jsonld", "as_read"))
        },
    }


LISTS = ("/", "/queue", "/documents", "/accounts", "/audit", "/account", "/add", "/method", "/export?review=all", "/login")


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_every_page_about_a_report_shows_the_payload_as_text(hostile_desk: Visitor, hostile_path: Path, number: int) -> None:
    """Text, title, source, file name, address, place, quotes, charts, reasons, names of coders, and what is searched for."""
    payload, client = PAYLOADS[number], hostile_desk.client
    for name, (address, asked, least) in _addresses(hostile_path, number).items():
        answer = client.get(address, params=asked)
        assert answer.status_code == 200, (name, answer.text[:300])
        page = check_page(answer)
        assert words(page).count(payload) >= least, name
        if name == "incident":
            assert payload in page.xpath("string(//section[@class='tolls'])")
            assert payload in page.xpath("string(//*[local-name()='svg']//*[local-name()='title'])")
        if name == "report":
            assert page.xpath("//article")[0].text_content().count(payload) == 2
            assert payload in page.xpath("string(//h1)")
            assert payload in page.xpath("string(//p[@class='line'])")
        if name == "merged":
            assert payload in page.xpath("string(//div[@class='apart'])")
        if name == "side by side":
            assert page.xpath("//table")
    raw = client.get(f"/documents/{_first_report(hostile_path, number)}/original")
    assert raw.headers["content-type"].startswith(("text/plain", "application/octet-stream"))
    assert raw.headers["x-content-type-options"] == "nosniff"


def test_lists_show_every_payload_as_text(hostile_desk: Visitor) -> None:
    """All reports, all that was refused, the overview, the queue, users and tokens, the audit log to its end."""
    pages = {address: words(check_page(hostile_desk.client.get(address))) for address in LISTS}
    assert [payload for payload in PAYLOADS if pages["/documents"].count(payload) < 2] == []
    assert [payload for payload in PAYLOADS if payload not in pages["/accounts"]] == []
    assert len(PAYLOADS) >= 40
    assert sum(payload in pages["/"] for payload in PAYLOADS) >= 10  # the facet of sources holds only the most frequent
    log, older = "", "/audit?verify=1"
    while older:
        page = check_page(hostile_desk.client.get(older))
        log, older = log + words(page), page.xpath("string(//a[text()='older']/@href)")
    assert [payload for payload in PAYLOADS if log.count(payload) < 3] == []


def test_no_page_of_the_desk_is_left_out(hostile_path: Path) -> None:
    """Every address at which the desk answers with a page is among those looked at here; a new page has to be added."""
    seen = [address for address, _, _ in _addresses(hostile_path, 0).values()] + [row.split("?")[0] for row in LISTS]
    others = {"/export/files", "/documents/{document_id}/original"}  # no pages: an archive, and bytes to keep
    for room in ROOMS:
        for route in room.router.routes:
            if "GET" in route.methods and not route.path.startswith("/api/") and route.path not in others:
                assert any(route.path_regex.fullmatch(address) for address in seen), route.path


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
