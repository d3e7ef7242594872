"""A store on each backend, and reports to put into it."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from crossread.records import (
    Account,
    Claim,
    Count,
    DateWindow,
    Document,
    Extraction,
    Harm,
    Incident,
    Party,
    Place,
    RawFile,
    Slot,
    Toll,
    claim_id,
    document_id,
)
from crossread.store import Store, open_store


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One report ready to be added."""

    document: Document
    raw_file: RawFile
    extraction: Extraction

    @property
    def claim(self) -> Claim:
        return self.extraction.claims[0]


def build_sample(
    number: int = 0, *, made_by: str = "rule@1", town: str = "Ménaka", source: str = "Radio Tahoua", more: str = ""
) -> Sample:
    text = f"Report {number}. Gunmen attacked a market in {town} on 3 March 2021, killing 4 traders. {more}"
    raw_file = RawFile.from_bytes(text.encode(), name=f"report-{number}.txt", media_type="text/plain")
    document = Document(
        id=document_id(text, source=source, external_id=str(number), published=date(2021, 3, 4)),
        text=text,
        external_id=str(number),
        source=source,
        title=f"Attaque à {town}",
        language="en",
        published=date(2021, 3, 4),
        published_from="option",
        sha256=raw_file.sha256,
        name=raw_file.name,
    )
    return Sample(document=document, raw_file=raw_file, extraction=build_extraction(document, made_by=made_by, town=town))


def build_extraction(document: Document, *, made_by: str = "rule@1", town: str = "Ménaka") -> Extraction:
    def quote(words: str) -> tuple[int, int]:
        start = document.text.index(words)
        return start, start + len(words)

    trigger = document.quote(*quote("attacked"))
    when = document.quote(*quote("on 3 March 2021"))
    where = document.quote(*quote(f"in {town}"))
    harm = document.quote(*quote("4 traders"))
    day = date(2021, 3, 3)
    place = Place(name=town, country="ML", admin1="Ménaka", gazetteer_id=None, latitude=15.9, longitude=2.4, precision="exact")
    claim = Claim(
        id=claim_id(document_id=document.id, made_by=made_by, type="armed_attack", trigger=trigger),
        document_id=document.id,
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        when=Slot(raw=when.quote, value=DateWindow(earliest=day, latest=day, precision="day"), evidence=(when,)),
        where=Slot(raw=where.quote, value=place, evidence=(where,)),
        harm=(
            Harm(
                effect="killed",
                raw=harm.quote,
                group="traders",
                group_type="civilians",
                count=Count(low=4, high=4, qualifier="exact"),
                evidence=(harm,),
            ),
        ),
        score=0.9,
        made_by=made_by,
    )
    return Extraction(document_id=document.id, claims=(claim,), wording=(), made_by=made_by)


def build_incident(incident_id: str, *claims: Claim, grade: str = "weak", source: str = "Radio Tahoua") -> Incident:
    when = claims[0].when.value if claims[0].when else None
    where = claims[0].where.value if claims[0].where else None
    ids = tuple(claim.id for claim in claims)
    return Incident(
        id=incident_id,
        type=claims[0].type,
        policy="range@1",
        grade=grade,
        grade_reason="one independent source",
        when=when,
        where=where,
        parties=(Party(role="perpetrator", name="Katibat Macîna", type="rebel_group", claims=ids),),
        tolls=(Toll(effect="killed", count=Count(low=4, high=4, qualifier="exact"), best=4, claims=ids),),
        accounts=tuple(
            Account(claim_id=claim.id, document_id=claim.document_id, source=source, source_group=1) for claim in claims
        ),
        disagreements=(),
        independent_sources=1,
        summary="Gunmen attacked a market.",
    )


def fill(store: Store, *samples: Sample) -> None:
    with store.batch():
        for sample in samples:
            store.add_document(sample.document, sample.raw_file)
            store.add_extraction(sample.extraction)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Path]:
    """The socket folder of a throwaway PostgreSQL server, run by a user who is not root; skipped where none is installed."""
    pytest.importorskip("psycopg", reason="the extra crossread[postgres] is not installed")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = str(found[-1]) if found else shutil.which("initdb")
    if initdb is None:
        pytest.skip("no PostgreSQL server is installed (initdb is not in /usr/lib/postgresql/*/bin nor on the PATH)")
    user = _plain_user()
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    if user:
        shutil.chown(folder, user)
    data = str(folder / "data")
    make = [initdb, "-D", data, "-A", "trust", "-U", "crossread", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(make, check=True, cwd=folder, user=user, stdout=subprocess.DEVNULL, timeout=60)
    serve = [
        str(Path(initdb).with_name("postgres")),
        "-D",
        data,
        "-k",
        str(folder),
        "-c",
        "listen_addresses=",
        "-c",
        "fsync=off",
    ]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(serve, cwd=folder, user=user, stdout=log, stderr=log)
    try:
        _wait_for(folder, server)
        yield folder
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(timeout=30)
        shutil.rmtree(folder)


def _wait_for(folder: Path, server: subprocess.Popen[bytes]) -> None:
    """Return once the server answers; fail with its log if it dies instead."""
    import psycopg

    until = time.monotonic() + 30
    while True:
        try:
            psycopg.connect(f"host={folder} user=crossread dbname=postgres").close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > until:
                pytest.fail(f"the PostgreSQL server did not start:\n{(folder / 'log').read_text()}")
            time.sleep(0.05)


def _plain_user() -> str | None:
    """PostgreSQL refuses to run as root; None when we are not."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in names:
            return name
    pytest.skip("PostgreSQL does not run as root, and there is no other user here")


@pytest.fixture(params=["sqlite", "postgres"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that does not exist yet, once on each backend."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'crossread.db'}"
    server: Path = request.getfixturevalue("postgres_server")
    import psycopg

    with psycopg.connect(f"host={server} user=crossread dbname=postgres") as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return f"postgresql+psycopg://crossread@/postgres?host={server}"


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store."""
    with open_store(store_url) as opened:
        yield opened


@pytest.fixture(name="build_sample")
def _build_sample() -> Callable[..., Sample]:
    return build_sample


@pytest.fixture(name="build_extraction")
def _build_extraction() -> Callable[..., Extraction]:
    return build_extraction


@pytest.fixture(name="build_incident")
def _build_incident() -> Callable[..., Incident]:
    return build_incident


@pytest.fixture(name="fill")
def _fill() -> Callable[..., None]:
    return fill
