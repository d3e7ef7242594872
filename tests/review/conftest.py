"""A real desk: a real server on a free port, over a real SQLite store of sample reports read by the real extractor."""

from __future__ import annotations

import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from tests.review.visitor import Visitor, add_users

from crossread.config import Settings
from crossread.flow import rebuild_incidents, run_read
from crossread.review import Access, make_app
from crossread.samples import sample_paths
from crossread.store import open_store

sys.path.insert(0, str(Path(__file__).parents[1] / "flow"))  # the small extractor by rules lives there

WANTED = ("aguelhok", "mine", "strike", "douentza")


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """The address of a real server of the application on a free port, until the end of the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", timeout_keep_alive=120))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


def visitor(address: str) -> httpx.Client:
    """A client that follows redirects and keeps cookies, as a browser does."""
    return httpx.Client(base_url=address, timeout=60, follow_redirects=True)


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of some of the sample reports, read once."""
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    paths = [file for file in sample_paths() if any(word in file.name for word in WANTED)]
    run_read(paths, settings=Settings(store=str(path)))
    with open_store(str(path)) as store:
        rebuild_incidents(store, Settings().policy)
    return path


@pytest.fixture
def store_path(read_store: Path, tmp_path: Path) -> Path:
    """A copy of that store which the test may change."""
    return _copied(read_store, tmp_path / "desk.db")


@pytest.fixture(scope="session")
def peopled_store(read_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with one user of each role, all with the same password: made once, because hashing takes its time."""
    copy = _copied(read_store, tmp_path_factory.mktemp("desk") / "users.db")
    with open_store(str(copy)) as store:
        add_users(store)
    return copy


@pytest.fixture
def shared_path(peopled_store: Path, tmp_path: Path) -> Path:
    """A copy of the store with users which the test may change."""
    return _copied(peopled_store, tmp_path / "shared.db")


def _copied(path: Path, copy: Path) -> Path:
    with open_store(str(path)):
        pass  # closed, so that everything stands in the one file
    copy.write_bytes(path.read_bytes())
    return copy


@pytest.fixture
def desk(store_path: Path) -> Iterator[httpx.Client]:
    """A client of the running desk."""
    with running(make_app(Settings(store=str(store_path)))) as address, visitor(address) as client:
        yield client


@pytest.fixture
def page(desk: httpx.Client) -> Iterator[Any]:
    """A page of a browser on the desk; fails the test if the browser complains or asks another machine for anything.

    Without a graphics card the browser remarks on its driver's speed; that is the machine's, and no complaint about the page.
    """
    sync_api = pytest.importorskip("playwright.sync_api", reason="the browser tests need the package playwright")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium is installed on this machine")
    complaints: list[str] = []

    def hear(row: Any) -> None:
        if row.type in ("error", "warning") and "GL Driver Message" not in row.text:
            complaints.append(row.text)

    with sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found = browser.new_page(base_url=str(desk.base_url))
        found.on("console", hear)
        found.on("pageerror", lambda row: complaints.append(str(row)))
        found.on("request", lambda row: None if row.url.startswith(str(desk.base_url)) else complaints.append(row.url))
        yield found
        browser.close()
    assert complaints == []


@pytest.fixture
def shared_desk(shared_path: Path) -> Iterator[str]:
    """The address of a running desk with one user of each role."""
    with running(make_app(Settings(store=str(shared_path)), Access(accounts=True))) as address:
        yield address


@pytest.fixture
def come(shared_desk: str) -> Iterator[Callable[[str | None], Visitor]]:
    """Lets somebody come to the shared desk in a browser of their own, and signs them in."""
    with ExitStack() as stack:

        def visit(name: str | None = None) -> Visitor:
            guest = Visitor(stack.enter_context(visitor(shared_desk)))
            if name:
                assert guest.sign_in(name).status_code == 200
            return guest

        yield visit
