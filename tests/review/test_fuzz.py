"""Whatever is sent to the desk, it answers in its own words: no 5xx, over its OpenAPI description and over its forms."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from tests.review.conftest import running
from tests.review.visitor import Visitor

from crossread.config import Settings
from crossread.review import Access, make_app
from crossread.review.app import ROOMS
from crossread.store import open_store

schemathesis = pytest.importorskip("schemathesis", reason="the fuzzing needs the package schemathesis")
EXAMPLES = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
SECONDS = 30  # for all addresses of one test: what has not been tried by then is tried on a faster machine


@pytest.fixture
def whole_app(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FastAPI]:
    """A desk whose description tells of pages and forms too."""
    for room in ROOMS:
        monkeypatch.setattr(room.router, "include_in_schema", True)
        for route in room.router.routes:
            monkeypatch.setattr(route, "include_in_schema", True)
    return make_app(Settings(store=str(store_path)))


def _fuzz(schema: object, client: httpx.Client) -> int:
    """How many requests were answered; fails at the first 5xx with what was sent."""
    sent, token = 0, {name: value for name, value in client.headers.items() if name == "authorization"}
    until = time.monotonic() + SECONDS
    for found in schema.get_all_operations():  # type: ignore[attr-defined]
        operation = found.ok()

        @given(case=operation.as_strategy())
        @EXAMPLES
        def try_one(case: schemathesis.Case) -> None:
            nonlocal sent
            if time.monotonic() > until:
                return
            answer = case.call(base_url=str(client.base_url), headers=token, timeout=60)
            sent += 1
            assert answer.status_code < 500, (case.method, answer.request.url, answer.request.body, answer.text[:300])

        try_one()
    return sent


def test_nothing_sent_to_the_api_breaks_it(desk: httpx.Client) -> None:
    """Schemathesis over the description that the desk itself gives finds no 5xx."""
    schema = schemathesis.openapi.from_dict(desk.get("/api/openapi.json").json())
    assert _fuzz(schema, desk) >= 20


def test_nothing_sent_to_pages_and_forms_breaks_them(whole_app: FastAPI, store_path: Path) -> None:
    """The same over every page and every form; afterwards both logs are whole."""
    with running(whole_app) as address, httpx.Client(base_url=address, timeout=60) as client:
        description = client.get("/api/openapi.json").json()
        assert {"/judge", "/queue", "/login", "/add"} <= set(description["paths"])
        assert _fuzz(schemathesis.openapi.from_dict(description), client) >= 20
    with open_store(str(store_path)) as store:
        assert store.audit.verify() == []


def test_nothing_sent_to_a_desk_with_users_breaks_it(shared_path: Path) -> None:
    """With a read token, and without."""
    with open_store(str(shared_path)) as store:
        _, secret = store.read_tokens.add(store.users.get("Rosa"), label="fuzz", days=1, by="test")
    app = make_app(Settings(store=str(shared_path)), Access(accounts=True))
    with running(app) as address, httpx.Client(base_url=address, timeout=60) as client:
        client.headers["authorization"] = f"Bearer {secret}"
        schema = schemathesis.openapi.from_dict(client.get("/api/openapi.json").json())
        assert "HTTPBearer" in schema.raw_schema["components"]["securitySchemes"]
        assert _fuzz(schema, client) >= 20
        del client.headers["authorization"]
        assert _fuzz(schema, client) >= 20


ODD = ["\0", "a\0b", "\ud800", "%", "' OR 1=1 --", "..", "\u202e", "a" * 5000, "99999999999999999999", "-1", "NaN", "[]", ""]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: ascii(odd[:12]))
def test_odd_words_are_refused_in_words(desk: httpx.Client, odd: str) -> None:
    """As a condition, an id, a page, a decision, a name: an answer below 500, with the desk's headers."""
    sent = odd.encode("utf-8", "surrogatepass")
    names = ("text", "place", "date_from", "page", "country", "grade", "at", "format", "policy", "limit", "offset")
    answers = [desk.get(page, params={name: sent}) for name in names for page in ("/", "/queue", "/export", "/api/incidents")]
    answers += [desk.get(f"/{kind}/{httpx.QueryParams({'x': sent})!s}"[:3000]) for kind in ("incidents", "documents")]
    form = {"kind": sent, "subject": sent, "other": sent, "reason": sent, "back": sent, "claim": sent, "slot": sent}
    answers += [desk.post(path, data={**form, "start": "1", "end": sent}) for path in ("/judge", "/undo", "/correct")]
    answers += [
        desk.post("/judge", data={**form, "kind": "dismiss"}),
        desk.post("/login", data={"name": sent, "password": sent}),
    ]
    assert {answer.status_code for answer in answers if answer.status_code >= 500} == set()
    assert all("content-security-policy" in answer.headers for answer in answers)


def test_odd_names_and_passwords_are_refused_at_the_door(come: object) -> None:
    """What nobody could have typed is wrong like anything else."""
    guest: Visitor = come()  # type: ignore[operator]
    assert {guest.sign_in(odd, odd).status_code for odd in ("\0", "\u202e", "a" * 5000)} <= {401, 422, 429}
