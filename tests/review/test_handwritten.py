"""Claims that people write because the reader missed them: private while one codes alone, compared, decided between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from lxml import html
from tests.review.visitor import Visitor

from crossread.records import Claim, Document
from crossread.review.coders import load_codings
from crossread.review.coupling import couple_readings
from crossread.store import ClaimFilter, open_store

Come = Callable[[str | None], Visitor]
PAIR = ("Awa", "Moussa")


def _report(path: Path) -> Document:
    with open_store(str(path)) as store:
        return next(row for row in store.iter_documents() if "Aguelhok" in row.text)


def _words(document: Document) -> str:
    """Words in which the reader found nothing: the first six of the report's last sentence."""
    return " ".join(document.text.strip().rsplit(". ", 1)[-1].split()[:6])


def _write(guest: Visitor, document: Document, **more: str) -> httpx.Response:
    form = {"document": document.id, "code": "arson", "words": _words(document), "alone": "yes", **more}
    return guest.client.post("/claims", data={**guest.keys(), **form})


def _own(path: Path, coder: str) -> Claim:
    with open_store(str(path)) as store:
        (name,) = load_codings(store).written(coder)
        return store.get_claim(name)


def _figures(page: str) -> dict[str, list[str]]:
    rows = html.fromstring(page).xpath("//table[contains(@class, 'figures')]/tbody/tr")
    return {row.xpath("string(th)"): [cell.text_content().strip() for cell in row.xpath("td")] for row in rows}


def _sections(page: str) -> list[html.HtmlElement]:
    return [row for row in html.fromstring(page).xpath("//section") if "written by hand" in row.xpath("string(h2)")]


def _stand(guest: Visitor, section: html.HtmlElement, slot: str, coder: str) -> httpx.Response:
    """Send the form of the page that lets this coder's reading of a slot stand."""
    for form in section.xpath(".//form[@action='/adjudicate']"):
        fields = {row.get("name"): row.get("value") for row in form.xpath(".//input[@type='hidden']")}
        if (fields["slot"], fields["coder"]) == (slot, coder):
            return guest.client.post("/adjudicate", data=fields)
    raise AssertionError(f"the page has no form for {slot} as {coder}")


def test_two_coders_who_wrote_the_same_claim_are_compared(come: Come, shared_path: Path) -> None:
    """Each sees only their own, no incident follows; the page pairs both, differs on the day; an adjudicator takes it up."""
    awa, moussa, ada, document = come("Awa"), come("Moussa"), come("Ada"), _report(shared_path)
    before = awa.client.get("/api/incidents").text
    assert _write(awa, document, when="Sunday", where="Aguelhok").url.path == f"/coding/{document.id}"
    assert _write(moussa, document, where="Aguelhok").status_code == 200
    assert awa.client.get("/api/incidents").text == before
    mine = html.fromstring(awa.client.get(f"/coding/{document.id}").text)
    assert mine.xpath("count(//section[contains(., 'you wrote it')])") == 1
    assert _words(document) not in html.fromstring(ada.client.get(f"/documents/{document.id}").text).xpath("string(//aside)")
    assert _own(shared_path, "Moussa").id not in awa.client.get(f"/coding/{document.id}").text
    page = ada.client.get("/agreement", params={"first": "Awa", "second": "Moussa"}).text
    figures = _figures(page)
    assert figures["is there a claim"][1:] == figures["where"][1:] == ["1", "1", "1"]
    assert figures["when"][1:] == ["0", "1", "0"]
    assert "1 claim that one or both wrote by hand" in html.fromstring(page).xpath("string(//p[@class='counts'])")
    address = f"/agreement/{document.id}"
    (section,) = _sections(ada.client.get(address).text)
    assert "no incident follows it yet" in section.text_content()
    assert "1 differs, 2 open" in section.xpath("string(h2)")  # the day, and that nobody took it up
    assert _stand(ada, section, "when", "Moussa").status_code == 200
    (section,) = _sections(ada.client.get(address).text)
    assert "0 open" in section.xpath("string(h2)")
    with open_store(str(shared_path)) as store:
        told = [row for row in store.iter_claims(ClaimFilter(current=True)) if row.made_by == "hand@Awa"]
        homes = [row for row in store.iter_incidents() if told[0].id in {a.claim_id for a in row.accounts}]
        assert [row.type for row in told] == ["arson"]
        assert len(homes) == 1
        assert homes[0].when is None
        assert store.audit.verify() == []
    assert _own(shared_path, "Moussa").id not in awa.client.get(f"/documents/{document.id}").text


def test_a_claim_that_only_one_wrote_counts_on_their_side(come: Come, shared_path: Path) -> None:
    """In a report that both coded: two claims of three given alike; if Moussa is right, nothing is taken up."""
    awa, moussa, ada, document = come("Awa"), come("Moussa"), come("Ada"), _report(shared_path)
    with open_store(str(shared_path)) as store:
        candidate = next(iter(store.iter_claims(ClaimFilter(document_id=document.id, current=True))))
    for guest in (awa, moussa):
        form = {**guest.keys(), "claim": candidate.id, "slot": "verdict", "code": "accept"}
        assert guest.client.post("/code", data=form).status_code == 200
    _write(awa, document)
    text = ada.client.get("/agreement").text
    assert _figures(text)["is there a claim"][1:] == ["1", "2", "1"]
    (section,) = _sections(ada.client.get(f"/agreement/{document.id}").text)
    assert "none such written" in section.text_content()
    assert _stand(ada, section, "verdict", "Moussa").status_code == 200
    (section,) = _sections(ada.client.get(f"/agreement/{document.id}").text)
    assert "0 open" in section.xpath("string(h2)")
    with open_store(str(shared_path)) as store:
        assert not [row for row in store.iter_claims(ClaimFilter(current=True)) if row.made_by.startswith("hand@")]


def test_what_was_written_alone_is_taken_back_and_touched_by_nobody_else(come: Come, shared_path: Path) -> None:
    """Undo takes the claim away; another coder cannot decide on it, even knowing its id; a slip is refused in words."""
    awa, moussa, document = come("Awa"), come("Moussa"), _report(shared_path)
    _write(awa, document)
    claim = _own(shared_path, "Awa")
    form = {**moussa.keys(), "claim": claim.id, "slot": "verdict", "code": "accept"}
    assert moussa.client.post("/code", data=form).status_code == 404
    assert awa.client.post("/undo", data=awa.keys()).status_code == 200
    assert "you wrote it" not in awa.client.get(f"/coding/{document.id}").text
    for more, said in (
        ({"words": " "}, "No words of the report"),
        ({"words": "no such words"}, "does not hold these"),
        ({"code": "picnic"}, "picnic"),
        ({"where": "Ouagadougou by night"}, "does not hold these"),
    ):
        refused = _write(awa, document, **more)
        assert refused.status_code == 422
        assert said in refused.text
    assert come("Rosa").client.post("/claims", data={"document": document.id}).status_code == 403


@pytest.mark.parametrize("instead", [True, False])
def test_a_claim_written_instead_of_a_candidate_stands_beside_it(come: Come, shared_path: Path, instead: bool) -> None:
    """Awa puts a candidate aside and writes it anew, Moussa keeps it: both give a claim, and the figures say so."""
    awa, moussa, document = come("Awa"), come("Moussa"), _report(shared_path)
    with open_store(str(shared_path)) as store:
        candidate = next(iter(store.iter_claims(ClaimFilter(document_id=document.id, current=True))))
    verdict = {"claim": candidate.id, "slot": "verdict"}
    awa.client.post("/code", data={**awa.keys(), **verdict, "code": "dismiss", "reason": "read wrongly"})
    moussa.client.post("/code", data={**moussa.keys(), **verdict, "code": "accept"})
    span = candidate.trigger.span
    if instead:
        _write(awa, document, code=candidate.type, words="", start=str(span.start), end=str(span.end))
    with open_store(str(shared_path)) as store:
        (couple,) = couple_readings(store, load_codings(store), document, PAIR)
    assert [bool(coding and coding.kept) for coding in couple] == [instead, True]
    counted = _figures(awa.client.get("/agreement").text)["is there a claim"][1:]
    assert counted == (["1", "1", "1"] if instead else ["0", "0", "1"])


def test_one_person_writes_a_claim_in_the_open(desk: httpx.Client, store_path: Path) -> None:
    """An incident follows at once, under the name of who wrote it; undo sets it aside, because nothing leaves the store."""
    document = _report(store_path)
    form = {"document": document.id, "code": "arson", "words": _words(document), "where": "Aguelhok"}
    page = html.fromstring(desk.post("/claims", data=form).text)
    assert page.xpath("count(//section[contains(., 'written by desk')])") == 1
    with open_store(str(store_path)) as store:
        (claim,) = store.iter_claims(ClaimFilter(made_by="hand@desk"))
        home = next(row for row in store.iter_incidents() if claim.id in {a.claim_id for a in row.accounts})
    assert home.where
    assert (home.where.name, home.grade != "discounted") == ("Aguelhok", True)
    desk.post("/undo", data={"back": "/"})
    with open_store(str(store_path)) as store:
        assert store.get_incident(home.id).grade == "discounted"
        assert [row.kind for row in store.iter_judgements()] == ["accept", "undo", "dismiss"]
