"""Whatever is sent to the desk, it answers in its own words: no 5xx, over its OpenAPI description and over its forms."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from tests.review.conftest import running, visitor
from tests.review.visitor import Visitor, code_twice

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
SECONDS = 30  # for all addresses of one test, each its share: what has not been tried by then is tried on a faster machine
LEAST = 4  # requests to each address, whatever the machine


@pytest.fixture
def told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The description of a desk tells of pages and forms too."""
    for room in ROOMS:
        monkeypatch.setattr(room.router, "include_in_schema", True)
        for route in room.router.routes:
            monkeypatch.setattr(route, "include_in_schema", True)


@pytest.fixture
def whole_app(told_whole: None, store_path: Path) -> FastAPI:
    """A desk of one person."""
    return make_app(Settings(store=str(store_path)))


@pytest.fixture
def whole_shared_app(told_whole: None, shared_path: Path) -> FastAPI:
    """A desk with users."""
    return make_app(Settings(store=str(shared_path)), Access(accounts=True))


def _real(path: Path) -> dict[str, str]:
    """Names that are in the store, by the names under which addresses and forms ask for them."""
    with open_store(str(path)) as store:
        incidents = list(store.iter_incidents())
        claim = store.get_claim(incidents[0].accounts[0].claim_id)
    first, second = incidents[0].id, incidents[-1].id
    of_claim = {"claim": claim.id, "document": claim.document_id, "document_id": claim.document_id, "chosen": claim.id}
    names = {"first": "Awa", "second": "Moussa", "coder": "Awa", "other": second, "words": claim.trigger.quote}
    return {"incident_id": first, "subject": first, "merged": first, "apart": claim.id, **of_claim, **names}


def _with_names(case: schemathesis.Case, real: dict[str, str]) -> schemathesis.Case:
    """The same request about something that is there: words that nobody made up go further into the desk."""
    for part in (case.path_parameters, case.query, case.body):
        if isinstance(part, dict):
            part.update({name: value for name, value in real.items() if name in part})
    return case


def _fuzz(
    schema: object, client: httpx.Client, real: dict[str, str], headers: dict[str, str] | None = None
) -> dict[str, set[int]]:
    """With what each operation was answered; fails at the first 5xx with what was sent.

    Every operation has its share of the time, and at least four requests.
    """
    operations = [found.ok() for found in schema.get_all_operations()]  # type: ignore[attr-defined]
    operations.sort(key=lambda row: row.method != "get")  # before forms undo what there is to be looked at
    share = SECONDS / len(operations)
    return {f"{row.method.upper()} {row.path}": _try(row, client, real, headers, share) for row in operations}


def _try(
    operation: Any, client: httpx.Client, real: dict[str, str], headers: dict[str, str] | None, seconds: float
) -> set[int]:
    """The status codes with which the requests of one operation were answered."""
    sent, until = 0, time.monotonic() + seconds
    answered: set[int] = set()

    @given(case=operation.as_strategy())
    @EXAMPLES
    def try_one(case: schemathesis.Case) -> None:
        nonlocal sent
        if sent >= LEAST and time.monotonic() > until:
            return
        told = case if sent % 2 else _with_names(case, real)
        if sent == 0 and operation.method == "get":
            told.query = {}  # the plain page of something that is there comes first
        answer = told.call(base_url=str(client.base_url), headers=headers or {}, timeout=60)
        sent += 1
        answered.add(answer.status_code)
        assert answer.status_code < 500, (case.method, answer.request.url, answer.request.body, answer.text[:300])

    try_one()
    return answered


def _routes(*, api: bool) -> set[str]:
    """Every address of the desk with every way to ask for it: what is to be tried."""
    return {
        f"{method} {route.path}"
        for room in ROOMS
        for route in room.router.routes
        for method in route.methods - {"HEAD"}
        if route.path.startswith("/api/") or not api
    }


def test_nothing_sent_to_the_api_breaks_it(desk: httpx.Client, store_path: Path) -> None:
    """Schemathesis over the description that the desk itself gives finds no 5xx, and leaves no address out."""
    schema = schemathesis.openapi.from_dict(desk.get("/api/openapi.json").json())
    assert _fuzz(schema, desk, _real(store_path)).keys() == _routes(api=True)


@pytest.mark.slow
def test_nothing_sent_to_pages_and_forms_breaks_them(whole_app: FastAPI, store_path: Path) -> None:
    """The same over every page and every form, with two coders to compare; afterwards both logs are whole."""
    with open_store(str(store_path)) as store:
        code_twice(store)
    with running(whole_app) as address, httpx.Client(base_url=address, timeout=60) as client:
        description = client.get("/api/openapi.json").json()
        answered = _fuzz(schemathesis.openapi.from_dict(description), client, _real(store_path))
    assert answered.keys() == _routes(api=False)
    pages = {label for label in answered if label.startswith("GET")}
    assert {label for label in pages if 200 not in answered[label]} == {"GET /account"}  # one person has none
    with open_store(str(store_path)) as store:
        assert store.audit.verify() == []


@pytest.mark.slow
def test_nothing_an_admin_sends_breaks_a_desk_with_users(whole_shared_app: FastAPI, shared_path: Path) -> None:
    """Signed in and with the token that every form carries: accounts, audit, agreement, decisions between coders, exports."""
    with open_store(str(shared_path)) as store:
        code_twice(store)
    with running(whole_shared_app) as address, visitor(address) as client:
        guest = Visitor(client)
        assert guest.sign_in("Root Keeper").status_code == 200
        session = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        headers = {"cookie": session, "x-csrf-token": guest.keys()["csrf"]}
        description = client.get("/api/openapi.json").json()
        for path in ("/logout", "/login", "/account"):  # these end the session
            description["paths"][path].pop("post")
        answered = _fuzz(schemathesis.openapi.from_dict(description), client, _real(shared_path), headers)
        assert answered.keys() == _routes(api=False) - {"POST /logout", "POST /login", "POST /account"}
        assert client.get("/audit", headers=headers, follow_redirects=False).status_code == 200  # was signed in to the end
    with open_store(str(shared_path)) as store:
        assert store.audit.verify() == []


def test_nothing_sent_to_a_desk_with_users_breaks_it(shared_path: Path) -> None:
    """With a read token, and without."""
    with open_store(str(shared_path)) as store:
        _, secret = store.read_tokens.add(store.users.get("Rosa"), label="fuzz", days=1, by="test")
    app = make_app(Settings(store=str(shared_path)), Access(accounts=True))
    with running(app) as address, httpx.Client(base_url=address, timeout=60) as client:
        token = {"authorization": f"Bearer {secret}"}
        schema = schemathesis.openapi.from_dict(client.get("/api/openapi.json", headers=token).json())
        assert "HTTPBearer" in schema.raw_schema["components"]["securitySchemes"]
        assert _fuzz(schema, client, _real(shared_path), token).keys() == _routes(api=True)
        assert _fuzz(schema, client, {}).keys() == _routes(api=True)


ODD = ["\0", "a\0b", "\ud800", "%", "' OR 1=1 --", "..", "\u202e", "a" * 5000, "99999999999999999999", "-1", "NaN", "[]", ""]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: ascii(odd[:12]))
def test_odd_words_are_refused_in_words(desk: httpx.Client, odd: str) -> None:
    """As a condition, an id, a page, a decision, a name: an answer below 500, with the desk's headers."""
    sent = odd.encode("utf-8", "surrogatepass")
    names = ("text", "place", "date_from", "page", "country", "grade", "at", "format", "policy", "limit", "offset")
    answers = [desk.get(page, params={name: sent}) for name in names for page in ("/", "/queue", "/export", "/api/incidents")]
    answers += [
        desk.get(page, params={name: sent})
        for name in ("first", "before", "merged", "apart", "verify", "bounds", "zoom")
        for page in ("/agreement", "/audit", "/queue", "/api/overview")
    ]
    answers += [desk.get(f"/{kind}/{httpx.QueryParams({'x': sent})!s}"[:3000]) for kind in ("incidents", "documents")]
    form = {"kind": sent, "subject": sent, "other": sent, "reason": sent, "back": sent, "claim": sent, "slot": sent}
    answers += [desk.post(path, data={**form, "start": "1", "end": sent}) for path in ("/judge", "/undo", "/correct", "/code")]
    hand = {"document": sent, "code": sent, "words": sent, "when": sent, "where": sent, "coder": sent}
    answers += [desk.post(path, data={**form, **hand}) for path in ("/claims", "/adjudicate")]
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
