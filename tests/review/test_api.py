"""The desk for programs: the pages' filters, one shape for errors, answers that need not be sent twice."""

from __future__ import annotations

import httpx

from crossread.review.selection import NAMES


def test_incidents_are_listed_a_page_at_a_time(desk: httpx.Client) -> None:
    """Two pages of one make the first two of the whole list."""
    whole = desk.get("/api/incidents").json()
    parts = [desk.get("/api/incidents", params={"limit": 1, "offset": n}).json()["incidents"][0] for n in (0, 1)]
    assert parts == whole["incidents"][:2]
    assert whole["total"] == len(whole["incidents"])
    accidents = desk.get("/api/incidents", params={"type": "accident"}).json()
    assert 0 < accidents["total"] < whole["total"]


def test_the_same_answer_is_sent_once(desk: httpx.Client) -> None:
    """With the ETag of before there is nothing to send; after a decision there is."""
    first = desk.get("/api/incidents")
    tag = {"if-none-match": first.headers["etag"]}
    assert desk.get("/api/incidents", headers=tag).status_code == 304
    desk.post("/judge", data={"kind": "dismiss", "subject": first.json()["incidents"][0]["id"], "reason": "a test"})
    assert desk.get("/api/incidents", headers=tag).status_code == 200


def test_an_incident_comes_with_its_claims_and_a_report_as_claim_json(desk: httpx.Client) -> None:
    """What an incident names can be fetched."""
    incident = desk.get("/api/incidents").json()["incidents"][0]
    full = desk.get(f"/api/incidents/{incident['id']}").json()
    assert set(full["claims"]) == {account["claim_id"] for account in full["incident"]["accounts"]}
    document = full["incident"]["accounts"][0]["document_id"]
    told = desk.get(f"/api/documents/{document}").json()
    assert {"document", "claims", "wording"} <= set(told)


def test_errors_have_one_shape(desk: httpx.Client) -> None:
    """What is not there and what is wrong both say so under `error`."""
    assert set(desk.get("/api/incidents/inc_ffff").json()["error"]) >= {"message"}
    wrong = desk.get("/api/incidents", params={"date_from": "soon"})
    assert wrong.status_code == 422
    assert wrong.json()["error"]["expected"] == "YYYY-MM-DD"
    schema = desk.get("/api/openapi.json").json()
    assert "/api/incidents" in schema["paths"]


def test_every_address_refuses_a_parameter_that_it_does_not_have(desk: httpx.Client) -> None:
    """The numbers of the overview too; what the overview's page has in its address is let through."""
    told = desk.get("/api/openapi.json").json()["paths"]
    plain = [address for address in told if address.startswith("/api/") and "{" not in address and "get" in told[address]]
    assert "/api/overview" in plain
    for address in plain:
        answer = desk.get(address, params={"contry": "ML"})
        assert answer.status_code == 422, address
        assert "no such parameter" in answer.text
    assert desk.get("/api/overview", params={"country": "ML", "page": "2", "zoom": "3"}).status_code == 200


def test_a_parameter_that_is_none_is_refused(desk: httpx.Client) -> None:
    """Or a slip of the pen would be answered with all incidents; the list of those that there are comes with it."""
    for address, params in (
        ("/api/incidents", {"foo": "1"}),
        ("/api/incidents", {"typ": "bombing"}),
        ("/api/status", {"a": ""}),
    ):
        refused = desk.get(address, params=params)
        assert refused.status_code == 422
        told = refused.json()["error"]
        assert told["found"] == next(iter(params))
        assert ("date_from" in told["expected"]) == (address == "/api/incidents")
    assert desk.get("/?foo=1").status_code == 200


def test_every_filter_is_described(desk: httpx.Client) -> None:
    """With the codes it takes; each of these is a filter that the desk answers."""
    paths = desk.get("/api/openapi.json").json()["paths"]
    for address in ("/api/incidents", "/api/overview"):
        rows = {row["name"]: row for row in paths[address]["get"]["parameters"]}
        assert set(rows) >= set(NAMES)
        assert all(rows[name]["description"] for name in NAMES)
        assert {"bombing", "air_strike"} <= set(rows["type"]["schema"]["enum"])
        assert rows["state"]["schema"]["enum"] == ["accepted", "dismissed", "open"]
        for name in ("grade", "precision", "disagreement"):
            for value in rows[name]["schema"]["enum"]:
                assert desk.get(address, params={name: value}).status_code == 200, (name, value)


def test_status_tells_whether_the_log_is_whole(desk: httpx.Client) -> None:
    """Counts and the state of the log."""
    told = desk.get("/api/status").json()
    assert told["documents"] > 3
    assert told["judgement_log_whole"] is True
