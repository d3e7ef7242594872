"""What a reviewer decides at the desk is written once, holds, can be taken back, and is never lost."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
from lxml import html

from crossread.records import Incident
from crossread.store import ClaimFilter, Store, open_store


def _incidents(path: Path) -> list[Incident]:
    with open_store(str(path)) as store:
        return list(store.iter_incidents())


def _waiting(desk: httpx.Client) -> str:
    return html.fromstring(desk.get("/queue").text).xpath("string(//p[@class='counts']/b)")


def test_accepting_takes_an_incident_off_the_queue_and_undo_brings_it_back(desk: httpx.Client, store_path: Path) -> None:
    """Two requests, two changes, both in a log that verifies."""
    before = int(_waiting(desk))
    (subject,) = html.fromstring(desk.get("/queue").text).xpath("(//form[@action='/judge'])[1]/input[@name='subject']/@value")
    assert desk.post("/judge", data={"kind": "accept", "subject": subject, "back": "/queue"}).status_code == 200
    assert int(_waiting(desk)) == before - 1
    assert "accept" in desk.get(f"/incidents/{subject}").text
    desk.post("/undo", data={"back": "/queue"})
    assert int(_waiting(desk)) == before
    with open_store(str(store_path)) as store:
        assert [row.kind for row in store.iter_judgements()] == ["accept", "undo"]
        assert store.verify_judgements() == []


def test_a_dismissal_needs_a_reason_and_shows_it(desk: httpx.Client, store_path: Path) -> None:
    """Without a reason nothing is written; with one the incident is discounted and says why."""
    subject = _incidents(store_path)[0].id
    refused = desk.post("/judge", data={"kind": "dismiss", "subject": subject, "reason": " "})
    assert refused.status_code == 422
    assert "needs its reason" in refused.text
    desk.post("/judge", data={"kind": "dismiss", "subject": subject, "reason": "an exercise, no attack"})
    page = desk.get(f"/incidents/{subject}").text
    assert "discounted" in page
    assert "an exercise, no attack" in page


def test_the_history_names_what_each_decision_was_about(desk: httpx.Client, store_path: Path) -> None:
    """Which account was set apart from which, what was accepted, and what an undo took back: a line for each decision."""
    largest = max(_incidents(store_path), key=lambda row: len(row.accounts))
    with open_store(str(store_path)) as store:
        out, stays = (store.get_claim(largest.accounts[at].claim_id) for at in (-1, 0))
        source = store.get_document(out.document_id).source
    desk.post("/judge", data={"kind": "different", "subject": out.id, "other": largest.id, "reason": "another day"})
    desk.post("/judge", data={"kind": "accept", "subject": largest.id})
    desk.post("/undo", data={})

    def lines() -> list[str]:
        page = html.fromstring(desk.get(f"/incidents/{largest.id}").text)
        return [" ".join(row.text_content().split()) for row in page.xpath("//ol[@class='history']/li")]

    undone, accepted, apart = lines()
    assert undone.endswith("took back: accepted this incident")
    assert accepted.endswith("accepted this incident")
    assert f"set apart {source} “{out.trigger.quote}” from " in apart
    assert f"“{stays.trigger.quote}”" in apart
    assert apart.endswith("– another day")


def test_setting_an_account_apart_and_merging_it_again(desk: httpx.Client, store_path: Path) -> None:
    """One account leaves its incident, and comes back when the two are said to be the same."""
    largest = max(_incidents(store_path), key=lambda row: len(row.accounts))
    claim, rest = largest.accounts[-1].claim_id, {row.claim_id for row in largest.accounts[:-1]}
    desk.post("/judge", data={"kind": "different", "subject": claim, "other": largest.id})
    apart = {frozenset(row.claim_id for row in incident.accounts) for incident in _incidents(store_path)}
    assert not any(claim in group and rest & group for group in apart)
    with open_store(str(store_path)) as store:
        written = sum(row.kind == "different" for row in store.iter_judgements())
    for _ in range(written):
        desk.post("/undo", data={})
    assert any({claim, *rest} == {a.claim_id for a in row.accounts} for row in _incidents(store_path))


def test_selected_words_correct_a_place(desk: httpx.Client, store_path: Path) -> None:
    """Words selected in the report become the slot's evidence and are given a value by the reader's own gazetteer."""
    with open_store(str(store_path)) as store:
        document = next(row for row in store.iter_documents() if "Aguelhok" in row.text)
        claim = next(iter(store.iter_claims(ClaimFilter(document_id=document.id, current=True))))
    start = document.text.index("Aguelhok")
    data = {"claim": claim.id, "slot": "where", "start": str(start), "end": str(start + 8), "back": f"/documents/{document.id}"}
    desk.post("/correct", data={"claim": claim.id, "slot": "where", "empty": "yes"})
    assert desk.post("/correct", data=data).status_code == 200
    with open_store(str(store_path)) as store:
        _, judgement = store.iter_judgements()
        told = json.loads(judgement.value or "")
        home = next(row for row in store.iter_incidents() if claim.id in {a.claim_id for a in row.accounts})
    assert told["evidence"][0]["quote"] == "Aguelhok"
    assert (told["name"], told["country"]) == ("Aguelhok", "ML")
    assert home.where is not None
    assert desk.post("/correct", data={**data, "slot": "harm"}).status_code == 422


def test_typed_words_are_found_in_the_report_and_a_slip_empties_nothing(desk: httpx.Client, store_path: Path) -> None:
    """Case and line breaks aside; words that are not there, and none at all, are refused; emptying a slot is said outright."""
    with open_store(str(store_path)) as store:
        document = next(row for row in store.iter_documents() if "Aguelhok" in row.text)
        claim = next(iter(store.iter_claims(ClaimFilter(document_id=document.id, current=True))))
    data = {"claim": claim.id, "slot": "where", "start": "", "end": ""}
    desk.post("/correct", data={**data, "empty": "yes"})
    for words, said in (("", "No words of the report were chosen"), ("Ouagadougou by night", "does not hold these words")):
        refused = desk.post("/correct", data={**data, "words": words})
        assert refused.status_code == 422
        assert said in refused.text
    assert desk.post("/correct", data={**data, "words": " AGUELHOK "}).status_code == 200
    both = desk.post("/correct", data={**data, "words": "AGUELHOK", "empty": "yes"})
    assert (both.status_code, "Words were given" in both.text) == (422, True)
    assert desk.post("/correct", data={**data, "empty": "yes"}).status_code == 200
    with open_store(str(store_path)) as store:
        _, first, second = (json.loads(row.value or "") for row in store.iter_judgements())
    (quote,) = first["evidence"]
    assert quote["quote"] == "Aguelhok"
    nearest = min(_places(document.text, "Aguelhok"), key=lambda at: abs(at - claim.trigger.span.start))
    assert quote["start"] == nearest
    assert second is None


def test_what_changes_nothing_is_no_correction(desk: httpx.Client, store_path: Path) -> None:
    """Words that are read as they were, the code that stands, and nothing for nothing: refused with what to do instead."""
    with open_store(str(store_path)) as store:
        claim = next(row for row in store.iter_claims(ClaimFilter(current=True)) if row.where and row.where.value and row.when)
    assert claim.where
    data = {"claim": claim.id, "slot": "where"}
    at = claim.where.evidence[0].span
    for told in (
        {"words": claim.where.raw},
        {"start": str(at.start), "end": str(at.end)},
        {"slot": "type", "code": claim.type},
    ):
        refused = desk.post("/correct", data={**data, **told})
        assert refused.status_code == 422
        assert "That changes nothing" in refused.text
        assert "accept the claim" in refused.text
    assert desk.post("/correct", data={**data, "empty": "yes"}).status_code == 200
    assert desk.post("/correct", data={**data, "empty": "yes"}).status_code == 422
    assert desk.post("/correct", data={**data, "words": claim.where.raw}).status_code == 200
    with open_store(str(store_path)) as store:
        assert [row.slot for row in store.iter_judgements()] == ["where", "where"]


def _places(text: str, word: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(word, at)]


def test_another_site_cannot_decide(desk: httpx.Client, store_path: Path) -> None:
    """A form sent from elsewhere is refused, and no answer leads off the desk."""
    subject = _incidents(store_path)[0].id
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        assert desk.post("/judge", data={"kind": "accept", "subject": subject}, headers=headers).status_code == 403
    away = desk.post("/judge", data={"kind": "accept", "subject": subject, "back": "//evil.example"}, follow_redirects=False)
    assert away.headers["location"] == "/"


def test_many_at_once_lose_no_decision(desk: httpx.Client, store_path: Path) -> None:
    """Twenty decisions from five hands at the same time: twenty in the log, in an unbroken chain."""
    ids = [row.id for row in _incidents(store_path)]
    with ThreadPoolExecutor(5) as hands:
        answers = list(
            hands.map(
                lambda n: desk.post("/judge", data={"kind": "accept", "subject": ids[n % len(ids)]}).status_code, range(20)
            )
        )
    assert set(answers) == {200}
    with open_store(str(store_path)) as store:
        assert _count(store) == 20
        assert store.verify_judgements() == []


def _count(store: Store) -> int:
    return sum(1 for _ in store.iter_judgements())


def test_a_correction_under_a_later_one_is_not_taken_back_alone(desk: httpx.Client, store_path: Path) -> None:
    """The page says which one rests on it; the log has no undo. The last one goes at once, and then the first."""
    claim = _incidents(store_path)[0].accounts[0].claim_id
    for number, status in ((1, "attempted"), (2, "threatened")):
        form = {"claim": claim, "slot": "status", "code": status, "once": f"{number:016x}"}
        assert desk.post("/correct", data=form).status_code == 200
    first, second = f"jdg_{1:016x}_1", f"jdg_{2:016x}_1"
    refused = desk.post("/undo", data={"judgement": first})
    assert refused.status_code == 409
    assert second in refused.text
    for judgement in (second, first):
        assert desk.post("/undo", data={"judgement": judgement}).status_code == 200
    with open_store(str(store_path)) as store:
        assert [row.kind for row in store.iter_judgements()] == ["correct", "correct", "undo", "undo"]
        assert list(store.iter_judgements(standing=True)) == []
