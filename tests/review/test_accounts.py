"""A desk with users: nobody comes in without a password, everybody does what their role allows, under their own name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from lxml import html
from tests.review.visitor import PASSWORD, Visitor

from crossread.config import Settings
from crossread.errors import ConfigError
from crossread.review import Access, Address, make_app
from crossread.review.app import ROOMS
from crossread.review.serving import check_accounts, check_address
from crossread.store import open_store

Come = Callable[..., Visitor]
PAGES = ("/", "/queue", "/agreement", "/documents", "/add", "/export", "/method", "/account")


def test_who_is_not_signed_in_sees_nothing_and_changes_nothing(come: Come, shared_path: Path) -> None:
    """Every address there is leads to the door, or to 401 in the API; only the door and the pages' own files are open."""
    stranger = come().client
    stranger.follow_redirects = False
    routes = [(method, row.path) for room in ROOMS for row in room.router.routes for method in row.methods]
    assert len(routes) > 15
    for method, path in routes:
        if path == "/login":
            continue
        answer = stranger.request(method, path.replace("{", "").replace("}", ""), headers={"sec-fetch-site": "same-origin"})
        if path.startswith("/api/"):
            assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer"), path
        else:
            assert (answer.status_code, answer.headers["location"][:6]) == (303, "/login"), path
    assert stranger.get("/api/openapi.json").status_code == 401
    assert stranger.get("/static/desk.css").status_code == 200
    with open_store(str(shared_path)) as store:
        assert list(store.iter_judgements()) == []


def test_only_name_and_password_together_open_the_door(come: Come) -> None:
    """Wrong ones are told alike; the right ones lead to where one wanted to go, and never off the desk."""
    guest = come()
    for name, password in (("Awa", "wrong"), ("Nobody", PASSWORD)):
        refused = guest.sign_in(name, password)
        assert refused.status_code == 401
        assert "Name or password is wrong." in refused.text
    assert guest.sign_in("Awa", next="/documents").url.path == "/documents"
    assert come().sign_in("Awa", next="//evil.example/").url.path == "/"
    assert "Awa" in guest.client.get("/").text


def test_the_session_is_kept_from_scripts_other_sites_and_plain_lines(come: Come, shared_path: Path) -> None:
    """HttpOnly and SameSite always; over HTTPS also Secure, under a name that browsers guard. A new secret at each sign-in."""
    guest = come()
    door = guest.fields("/login")
    guest.client.follow_redirects = False
    answer = guest.client.post("/login", data={**door, "name": "Awa", "password": PASSWORD})
    (cookie,) = [row for row in answer.headers.get_list("set-cookie") if row.startswith("crossread=")]
    assert "httponly" in cookie.lower()
    assert "samesite=lax" in cookie.lower()
    first = guest.client.cookies["crossread"]
    guest.client.cookies.delete("crossread")
    guest.sign_in("Awa")
    assert guest.client.cookies["crossread"] != first
    with _https(shared_path) as safe:
        page = html.fromstring(safe.get("/login").text)
        fields = {row.get("name"): row.get("value") for row in page.xpath("//form[@action='/login']//input[@type='hidden']")}
        answer = safe.post("/login", data={**fields, "name": "Awa", "password": PASSWORD})
        (cookie,) = [row for row in answer.headers.get_list("set-cookie") if row.startswith("__Host-crossread=")]
        assert "secure" in cookie.lower()
        assert "max-age" in answer.headers["strict-transport-security"]


def _https(shared_path: Path) -> httpx.Client:
    """A browser of a desk behind HTTPS, without the network between."""
    from fastapi.testclient import TestClient

    app = make_app(Settings(store=str(shared_path)), Access(accounts=True, names=("desk.example",), https=True))
    return TestClient(app, base_url="https://desk.example", follow_redirects=False)


def test_guessing_is_slowed_down(come: Come) -> None:
    """After five slips even the right password waits, for that name; others come in; the answer says how long."""
    guesser = come()
    assert [guesser.sign_in("Awa", f"guess number {n}").status_code for n in range(5)] == [401] * 5
    late = guesser.sign_in("Awa")
    assert late.status_code == 429
    assert 0 < int(late.headers["retry-after"]) <= 901
    assert "minutes" in late.text
    assert come("Moussa").client.get("/queue").status_code == 200


def test_every_form_carries_a_token_and_none_works_without(come: Come, shared_path: Path) -> None:
    """On every page, for every role; a token of another session, an old one and none are refused, and nothing is written."""
    awa, moussa = come("Awa"), come("Moussa")
    with open_store(str(shared_path)) as store:
        document = next(store.iter_documents()).id
    subject = awa.incidents()[0]
    seen = set()
    for address in (*PAGES, f"/incidents/{subject}", f"/documents/{document}", f"/coding/{document}"):
        for form in html.fromstring(awa.client.get(address).text).xpath("//form[@method='post']"):
            seen.add(form.get("action"))
            assert form.xpath("string(.//input[@name='csrf']/@value)") == awa.keys()["csrf"], (address, form.get("action"))
    decided = {"/judge", "/correct", "/code", "/claims", "/add", "/amend", "/withdraw"}  # nothing to undo yet
    assert seen == {*decided, "/logout", "/account", "/labels"}
    for token in (None, "", "0" * 64, moussa.keys()["csrf"]):
        for address in (*seen, "/undo", "/login"):
            sent = {"csrf": token} if token is not None else {}
            answer = awa.client.post(address, data={**sent, "kind": "accept", "subject": subject, "claim": "x", "slot": "when"})
            assert answer.status_code == 403, (address, token)
    with open_store(str(shared_path)) as store:
        assert list(store.iter_judgements()) == []
    assert awa.client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("Rosa", {"look", "export"}),
        ("Awa", {"look", "export", "add", "decide"}),
        ("Ada", {"look", "export", "add", "decide", "overrule", "names"}),
        ("Root Keeper", {"look", "export", "add", "decide", "overrule", "names"}),
    ],
)
def test_each_role_does_what_it_may_and_no_more(come: Come, name: str, allowed: set[str]) -> None:
    """Pages, decisions, decisions of others, and words that may name a victim."""
    moussa, guest = come("Moussa"), come(name)
    first, second = guest.incidents()[:2]
    assert moussa.judge(first).status_code == 200
    client = guest.client
    done = {
        "look": client.get("/queue").status_code,
        "export": client.get("/export/files", params={"review": "all"}).status_code,
        "add": client.get("/add").status_code,
        "decide": guest.judge(second).status_code,
        "names": client.get("/export/files", params={"review": "all", "names": "yes"}).status_code,
        "overrule": guest.judge(first, "dismiss", reason="another look").status_code,
    }
    assert {what for what, status in done.items() if status == 200} == allowed
    assert set(done.values()) <= {200, 403, 409}
    page = html.fromstring(client.get("/queue").text)
    assert bool(page.xpath("//form[@action='/judge']")) is ("decide" in allowed)
    assert bool(page.xpath("//nav/a[@href='/add']")) is ("add" in allowed)


def test_decisions_stand_under_the_name_of_who_made_them(come: Come, shared_path: Path) -> None:
    """In the log, in the history, in the audit log; undo takes back one's own last, not somebody else's."""
    awa, moussa = come("Awa"), come("Moussa")
    first, second = awa.incidents()[:2]
    awa.judge(first)
    moussa.judge(second, "dismiss", reason="an exercise")
    awa.client.post("/undo", data=awa.keys())
    assert awa.client.post("/undo", data=awa.keys()).status_code == 200
    with open_store(str(shared_path)) as store:
        made = [(row.made_by, row.kind) for row in store.iter_judgements()]
        theirs = next(row.id for row in store.iter_judgements() if row.made_by == "Moussa")
        assert store.audit.verify() == []
        assert [(row.who, row.detail["kind"]) for row in store.audit if row.action == "decision"] == made
    assert made == [("Awa", "accept"), ("Moussa", "dismiss"), ("Awa", "undo")]
    assert awa.client.post("/undo", data={**awa.keys(), "judgement": theirs}).status_code == 403
    ada = come("Ada")
    assert ada.client.post("/undo", data={**ada.keys(), "judgement": theirs}).status_code == 200
    assert "Moussa: dismissed this incident" in html.fromstring(awa.client.get(f"/incidents/{second}").text).text_content()


def test_a_form_sent_twice_decides_once(come: Come, shared_path: Path) -> None:
    """A double click, or a browser that sends again; an old page whose decision was taken back says so."""
    awa = come("Awa")
    subject = awa.incidents()[0]
    form = {**awa.keys(), "kind": "accept", "subject": subject}
    assert [awa.client.post("/judge", data=form).status_code for _ in range(3)] == [200] * 3
    undo = awa.keys()
    assert [awa.client.post("/undo", data=undo).status_code for _ in range(2)] == [200] * 2
    assert awa.client.post("/judge", data=form).status_code == 409
    with open_store(str(shared_path)) as store:
        assert [row.kind for row in store.iter_judgements()] == ["accept", "undo"]


def test_two_reviewers_see_each_others_locks(come: Come) -> None:
    """The second is led to the next free incident, is told who has the first, and may not decide it until it is let go."""
    awa, moussa = come("Awa"), come("Moussa")
    first = awa.fields("/queue", action="/judge")["subject"]
    second = moussa.fields("/queue", action="/judge")["subject"]
    assert first != second
    page = html.fromstring(moussa.client.get("/queue").text)
    assert f"/incidents/{first}" in page.xpath("//p[@role='status']//a/@href")
    assert "Awa" in page.xpath("string(//p[@role='status'])")
    taken = html.fromstring(moussa.client.get("/queue", params={"at": "0"}).text)
    assert "Awa has this one in hand" in taken.text_content()
    assert not taken.xpath("//form[@action='/judge']")
    assert "Awa has this incident in hand" in moussa.client.get(f"/incidents/{first}").text
    refused = moussa.judge(first)
    assert refused.status_code == 409
    assert "Awa has this incident in hand" in refused.text
    awa.judge(first)
    assert "Awa" not in html.fromstring(moussa.client.get("/queue").text).xpath("string(//p[@role='status'])")


def test_who_only_reads_has_nothing_in_hand(come: Come, shared_path: Path) -> None:
    """A reader in the queue locks nobody out; who signs out lets go."""
    come("Rosa").client.get("/queue")
    awa = come("Awa")
    awa.client.get("/queue")
    with open_store(str(shared_path)) as store:
        assert [row.holder for row in store.leases] == ["Awa"]
        awa.client.post("/logout", data=awa.keys())
        assert list(store.leases) == []


def test_signing_out_and_being_shut_out_work_at_once(come: Come, shared_path: Path) -> None:
    """The old cookie opens nothing any more."""
    awa, moussa = come("Awa"), come("Moussa")
    cookie = awa.client.cookies["crossread"]
    assert awa.client.post("/logout", data=awa.keys()).url.path == "/login"
    awa.client.cookies.set("crossread", cookie)
    assert awa.client.get("/queue").url.path == "/login"
    with open_store(str(shared_path)) as store:
        store.users.set_disabled("Moussa", disabled=True, by="test")
    assert moussa.client.get("/queue").url.path == "/login"
    assert moussa.client.get("/queue").headers["cache-control"] == "no-store"


def test_a_new_password_is_given_by_who_knows_the_old(come: Come) -> None:
    """The wrong old one changes nothing; after the change other browsers are signed out, this one is not."""
    here, there = come("Awa"), come("Awa")
    fields = here.fields("/account", action="/account")
    new = {"new": "quite another phrase", "again": "quite another phrase"}
    assert here.client.post("/account", data={**fields, "password": "wrong", **new}).status_code == 401
    assert there.client.get("/queue").url.path == "/queue"
    assert here.client.post("/account", data={**fields, "password": PASSWORD, **new}).status_code == 200
    assert here.client.get("/queue").url.path == "/queue"
    assert there.client.get("/queue").url.path == "/login"
    assert come().sign_in("Awa").status_code == 401
    assert come().sign_in("Awa", "quite another phrase").status_code == 200


def test_a_read_token_reads_the_api_and_nothing_else(come: Come, shared_path: Path) -> None:
    """Whatever its user's role: no page, no export, no decision; nothing once it is revoked."""
    with open_store(str(shared_path)) as store:
        made, secret = store.read_tokens.add(store.users.get("Root Keeper"), label="script", days=1, by="test")
    program = come().client
    program.headers["authorization"] = f"Bearer {secret}"
    told = program.get("/api/incidents").json()
    assert told["total"] > 0
    assert program.get(f"/api/incidents/{told['incidents'][0]['id']}").status_code == 200
    for address in ("/", "/export/files", "/queue"):
        assert program.get(address).url.path == "/login"
    program.post("/judge", data={"kind": "accept", "subject": told["incidents"][0]["id"]})
    assert program.post("/api/incidents").status_code in (403, 405)
    with open_store(str(shared_path)) as store:
        assert list(store.iter_judgements()) == []
        store.read_tokens.revoke(made.id, by="test")
    assert program.get("/api/incidents").status_code == 401
    program.headers["authorization"] = "Bearer crt_wrong"
    assert program.get("/api/incidents").status_code == 401


def test_a_desk_that_would_be_open_to_strangers_is_not_opened(tmp_path: Path) -> None:
    """Without users, off this machine, over a plain line, past the proxy: each is refused, with what to say instead."""
    settings = Settings(store=str(tmp_path / "s.db"))
    check_accounts(settings, accounts=None)
    with pytest.raises(ConfigError, match="Nobody could sign in"):
        check_accounts(settings, accounts=True)
    with open_store(settings.store) as store:
        store.users.add("Awa", role="admin", password=PASSWORD, by="test")
    check_accounts(settings, accounts=True)
    check_accounts(settings, accounts=False)
    with pytest.raises(ConfigError, match="--no-accounts"):
        check_accounts(settings, accounts=None)
    certificate = tmp_path / "desk.pem"
    certificate.write_text("a certificate")
    for good, accounts in [
        (Address(), False),
        (Address(), True),
        (Address(names=("desk.example",), behind_https=True), True),
        (Address(host="0.0.0.0", names=("desk.example",), certificate=certificate, key=certificate), True),
    ]:
        check_address(good, accounts=accounts)
    for bad, accounts in [
        (Address(host="0.0.0.0"), False),
        (Address(names=("desk.example",)), False),
        (Address(host="0.0.0.0"), True),
        (Address(names=("desk.example",)), True),
        (Address(host="0.0.0.0", behind_https=True), True),
        (Address(certificate=certificate), True),
        (Address(certificate=certificate, key=tmp_path / "none.pem"), True),
    ]:
        with pytest.raises(ConfigError):
            check_address(bad, accounts=accounts)
