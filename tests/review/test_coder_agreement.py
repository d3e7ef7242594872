"""Two coders read the same report, each alone; the page compares them, and an adjudicator decides between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from lxml import html
from tests.review.visitor import Visitor

from crossread.records import Claim
from crossread.review.coders import load_codings
from crossread.store import ClaimFilter, open_store

Come = Callable[[str | None], Visitor]


def _report(path: Path) -> list[Claim]:
    """The claims of the report that has most of them with a date told in words, in the order of its text."""
    with open_store(str(path)) as store:
        found = [list(store.iter_claims(ClaimFilter(document_id=row.id, current=True))) for row in store.iter_documents()]
    rows = max(found, key=lambda claims: sum(bool(claim.when and claim.when.evidence) for claim in claims))
    assert len(rows) > 1
    return sorted(rows, key=lambda claim: claim.trigger.span)


def _code(guest: Visitor, claim: Claim, slot: str = "verdict", code: str = "accept", **more: str) -> httpx.Response:
    form = {**guest.keys(), "claim": claim.id, "slot": slot, "code": code, **more}
    return guest.client.post("/code", data=form)


def _figures(page: str) -> dict[str, list[str]]:
    rows = html.fromstring(page).xpath("//table[contains(@class, 'figures')]/tbody/tr")
    return {row.xpath("string(th)"): [cell.text_content().strip() for cell in row.xpath("td")] for row in rows}


def _two_coders(come: Come, path: Path) -> tuple[Visitor, Visitor, list[Claim]]:
    """Awa decides in the open, Moussa reads alone: they differ on one type and on whether there is a second claim."""
    awa, moussa = come("Awa"), come("Moussa")
    claims = _report(path)
    assert awa.judge(claims[0].id).status_code == 200
    assert awa.judge(claims[1].id, "dismiss", reason="only a plan").status_code == 200
    for claim in claims[:2]:
        assert _code(moussa, claim).status_code == 200
    other = "looting" if claims[0].type != "looting" else "arson"
    assert _code(moussa, claims[0], "type", other).status_code == 200
    return awa, moussa, claims


def test_how_one_reads_alone_changes_no_incident_and_is_seen_by_no_other_coder(come: Come, shared_path: Path) -> None:
    """Neither the report, nor the incidents, nor the other's page for coding say what Moussa reads; the audit log has it."""
    awa, moussa = come("Awa"), come("Moussa")
    claim = _report(shared_path)[0]
    address = f"/coding/{claim.document_id}"
    before = [awa.client.get("/api/incidents").text, awa.client.get(f"/documents/{claim.document_id}").text.count("looting")]
    assert _code(moussa, claim, "type", "looting", back=address).url.path == address
    assert _code(moussa, claim, "verdict", "dismiss", reason="an exercise").status_code == 200
    after = [awa.client.get("/api/incidents").text, awa.client.get(f"/documents/{claim.document_id}").text.count("looting")]
    assert after == before
    assert "an exercise" in moussa.client.get(address).text
    assert "an exercise" not in awa.client.get(address).text
    assert "decided on 0 of" in html.fromstring(awa.client.get(address).text).text_content()
    with open_store(str(shared_path)) as store:
        assert [row.kind for row in store.iter_judgements()] == ["code", "code"]
        assert store.audit.verify() == []
    page = html.fromstring(awa.client.get("/agreement").text)
    assert f"/coding/{claim.document_id}" in page.xpath("//a/@href")


def test_two_readings_of_one_claim_stand_beside_each_other(come: Come, shared_path: Path) -> None:
    """Awa may decide on what Moussa read and the other way round; each sees their own reading, nobody is refused."""
    awa, _, claims = _two_coders(come, shared_path)
    assert _code(awa, claims[1]).status_code == 200
    with open_store(str(shared_path)) as store:
        codings = load_codings(store)
        assert codings.coders == ["Awa", "Moussa"]
        assert [codings.read(claims[1], name).kept for name in codings.coders] == [True, True]
        assert codings.read(claims[0], "Awa").claim.type == claims[0].type
        assert codings.read(claims[0], "Moussa").claim.type != claims[0].type


def test_the_page_counts_what_two_coders_share(come: Come, shared_path: Path) -> None:
    """Two candidates, one kept by both, its type different: one of three claims' worth is shared, types not at all."""
    awa, _, _ = _two_coders(come, shared_path)
    text = awa.client.get("/agreement").text
    figures = _figures(text)
    assert figures["is there a claim"][1:] == ["1", "1", "2"]
    assert figures["is there a claim"][0].endswith("67 %")
    assert figures["type"][1:] == ["0", "1", "2"]
    assert figures["whole row"][1:] == ["0", "1", "2"]
    said = html.fromstring(text).xpath("string(//p[@class='counts'])")
    assert said.startswith("2 candidates in 1 report")
    assert "2 slots differ, 2 of them open" in said


def test_an_adjudicator_lets_one_reading_stand(come: Come, shared_path: Path) -> None:
    """The chosen reading becomes a correction that incidents follow; the adjudicator is no coder; a coder may not do it."""
    awa, moussa, claims = _two_coders(come, shared_path)
    ada = come("Ada")
    form = {"claim": claims[0].id, "slot": "type", "coder": "Moussa", "other": "Awa"}
    assert awa.client.post("/adjudicate", data={**awa.keys(), **form}).status_code == 403
    address = f"/agreement/{claims[0].document_id}"
    page = html.fromstring(ada.client.get(address).text)
    assert len(page.xpath("//form[@action='/adjudicate']")) == 4
    assert not html.fromstring(moussa.client.get(address).text).xpath("//form[@action='/adjudicate']")
    assert ada.client.post("/adjudicate", data={**ada.keys(), **form, "back": address}).url.path == address
    verdict = {"claim": claims[1].id, "slot": "verdict", "coder": "Awa", "other": "Moussa"}
    assert ada.client.post("/adjudicate", data={**ada.keys(), **verdict}).status_code == 200
    with open_store(str(shared_path)) as store:
        last = list(store.iter_judgements())[-2:]
        assert [(row.kind, row.slot, row.made_by) for row in last] == [("correct", "type", "Ada"), ("dismiss", None, "Ada")]
        assert "only a plan" in (last[1].reason or "")
        assert load_codings(store).coders == ["Awa", "Moussa"]
    assert "2 slots differ, 0 of them open" in html.fromstring(ada.client.get("/agreement").text).xpath(
        "string(//p[@class='counts'])"
    )
    assert "Ada" in html.fromstring(ada.client.get(address).text).xpath(
        "string(//table//span[@class='sign'][contains(., 'Ada')])"
    )
    assert _code(moussa, claims[0], "type", "accident").status_code == 200
    assert "1 open" in html.fromstring(ada.client.get(address).text).xpath("string(//section[1]/h2/small)")


def test_coders_see_themselves_compared_and_nobody_else(come: Come, shared_path: Path) -> None:
    """A third coder is told nothing about two others; who does not code, and an adjudicator, see all."""
    _, _, claims = _two_coders(come, shared_path)
    with open_store(str(shared_path)) as store:
        store.users.add("Third", role="coder", password="four words in a row", by="test")
    third = come("Third")
    pair = {"first": "Awa", "second": "Moussa"}
    assert third.client.get("/agreement", params=pair).status_code == 403
    assert third.client.get(f"/agreement/{claims[0].document_id}", params=pair).status_code == 403
    assert "Nothing to compare yet" in third.client.get("/agreement").text
    for name in ("Rosa", "Ada", "Awa"):
        assert come(name).client.get("/agreement", params=pair).status_code == 200


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"slot": "verdict", "code": "perhaps"}, "That is no verdict."),
        ({"slot": "verdict", "code": "dismiss"}, "A dismissal needs its reason."),
        ({"slot": "score", "value": "1"}, "could not be applied"),
        ({"slot": "actors"}, "cannot be corrected so"),
    ],
)
def test_a_reading_that_is_none_is_refused(come: Come, shared_path: Path, form: dict[str, str], said: str) -> None:
    """With what was expected, and nothing is written."""
    awa = come("Awa")
    claim = _report(shared_path)[0]
    refused = awa.client.post("/code", data={**awa.keys(), "claim": claim.id, **form})
    assert refused.status_code == 422
    assert said in refused.text
    with open_store(str(shared_path)) as store:
        assert list(store.iter_judgements()) == []


def test_who_is_no_coder_is_refused_by_name(come: Come, shared_path: Path) -> None:
    """A name nobody bears, oneself against oneself, and a report when nobody coded."""
    awa, _, claims = _two_coders(come, shared_path)
    for query, status in (({"first": "Nobody"}, 404), ({"first": "Awa", "second": "Awa"}, 422)):
        assert awa.client.get("/agreement", params=query).status_code == status
    ada = come("Ada")
    form = {**ada.keys(), "claim": claims[0].id, "slot": "score", "coder": "Awa", "other": "Moussa"}
    assert ada.client.post("/adjudicate", data=form).status_code == 422
    assert ada.client.post("/adjudicate", data={**form, "once": "", "slot": "type", "coder": "Nobody"}).status_code == 404


def test_a_desk_without_accounts_says_what_agreement_takes(desk: httpx.Client) -> None:
    """One person's desk has nothing to compare, and says how to have two."""
    assert "crossread account add" in desk.get("/agreement").text
