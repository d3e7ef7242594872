"""The desk and the command line hold to one rule each: what is refused, what stands, and what is shown of it.

The store is one that a newer extractor read anew: what people decided is written under ids of claims that speak no more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from lxml import html
from rule_extractor import RuleExtractor
from tests.review.conftest import running, visitor
from typer.testing import CliRunner

from crossread.cli.door import app as commands
from crossread.config import Settings
from crossread.errors import RecordError
from crossread.flow import Bench, extract_pending, read_into, rebuild_incidents
from crossread.flow.judging import Decision, check_decision, decide, list_targets
from crossread.normalize import Normalizer
from crossread.records import Extraction, Judgement, Wording
from crossread.review import make_app
from crossread.store import Store, open_store

REPORTS = {
    "a.txt": "On 3 March 2019 gunmen attacked rebels in Kidal. 4 soldiers were killed.",
    "b.txt": "On 9 May 2019 militants shelled a market near Gao. 7 traders were killed.",
}
POLICY = Settings().policy


@pytest.fixture
def anew(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """That store; and of it the claim that was corrected, the one that was dismissed, the incident that was accepted."""
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / "anew.db"
    with open_store(str(path)) as store:
        bench = Bench(store=store, extractor=RuleExtractor("rule@1"), normalizer=Normalizer(language="en"))
        read_into(bench, [tmp_path / name for name in REPORTS])
        rebuild_incidents(store, POLICY)
        names = _decide(store)
        _mark_wording(store, names["document"], "rule@1")
        extract_pending(replace(bench, extractor=RuleExtractor("rule@2")))
        _mark_wording(store, names["document"], "rule@2")
        rebuild_incidents(store, POLICY)
        assert {claim.made_by for claim in store.iter_claims()} == {"rule@1", "rule@2"}
    return path, names


def _decide(store: Store) -> dict[str, str]:
    first, second = sorted(store.iter_claims(), key=lambda row: row.type)
    home = {account.claim_id: row.id for row in store.iter_incidents() for account in row.accounts}
    (accept,) = decide(store, Decision(kind="accept", names=[home[first.id]], made_by="A"))
    store.add_judgement(
        Judgement(
            id="jdg_c", kind="correct", subject=first.id, slot="type", value='"bombing"', made_by="A", made_at=accept.made_at
        )
    )
    decide(store, Decision(kind="dismiss", names=[second.id], reason="a market day long ago", made_by="A"))
    return {"document": first.document_id, "dismissed": second.document_id, "accepted": home[first.id]}


def _mark_wording(store: Store, document_id: str, made_by: str) -> None:
    document = store.get_document(document_id)
    at = document.text.index("rebels")
    row = Wording(kind="label", about="a group", evidence=document.quote(at, at + 6))
    store.add_extraction(Extraction(document_id=document_id, claims=(), wording=(row,), made_by=made_by))


@pytest.fixture
def desk_anew(anew: tuple[Path, dict[str, str]]) -> Iterator[httpx.Client]:
    """The desk on it."""
    with running(make_app(Settings(store=str(anew[0])))) as address, visitor(address) as client:
        yield client


def test_what_was_decided_about_an_older_reading_stands_on_every_page(
    desk_anew: httpx.Client, anew: tuple[Path, dict[str, str]]
) -> None:
    """The report's page, the API and the command line show one claim, corrected or dismissed, with its wording once."""
    path, names = anew
    told = desk_anew.get(f"/api/documents/{names['document']}").json()
    shown = CliRunner().invoke(commands, ["show", names["document"], "--json", "--store", str(path)])
    assert told == json.loads(shown.output)
    assert [claim["type"] for claim in told["claims"]] == ["bombing"]
    assert [claim["made_by"] for claim in told["claims"]] == ["rule@2"]
    assert len(told["wording"]) == 1
    page = html.fromstring(desk_anew.get(f"/documents/{names['document']}").text)
    assert "show loaded wording (1)" in page.text_content()
    assert "bombing" in page.xpath("string(//section[@class='claim']/h2)")
    gone = html.fromstring(desk_anew.get(f"/documents/{names['dismissed']}").text)
    assert "a market day long ago" in gone.xpath("string(//section[@class='claim']/h2)")


def test_what_was_accepted_waits_no_more_and_is_exported(desk_anew: httpx.Client, anew: tuple[Path, dict[str, str]]) -> None:
    """The queue, the overview's review state and the export by review go by one answer, that of the store."""
    path, names = anew
    with open_store(str(path)) as store:
        assert store.incident_states() == {store.get_incident(names["accepted"]).id: "accepted"}
    assert "Nothing waits for a decision" in desk_anew.get("/queue").text
    preview = desk_anew.get("/export", params={"format": "csv", "review": "accepted"}).text
    assert names["accepted"] in preview
    overview = desk_anew.get("/", params={"state": "accepted"}).text
    assert names["accepted"] in overview


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "dismiss", "subject": "{claim}", "reason": " "},
        {"kind": "same", "subject": "{claim}"},
        {"kind": "different", "subject": "{claim}"},
        {"kind": "unsure", "subject": "{claim}"},
        {"kind": "approve", "subject": "{claim}"},
        {"kind": "merge", "subject": "{claim}", "other": "{claim}"},
    ],
)
def test_the_desk_refuses_what_the_command_line_refuses(
    desk_anew: httpx.Client, anew: tuple[Path, dict[str, str]], given: dict[str, str]
) -> None:
    """In the same words, and nothing is written. A form that means a kind of the command line alone is refused too."""
    with open_store(str(anew[0])) as store:
        claim = next(store.iter_claims()).id
        before = len(list(store.iter_judgements()))
    told = {name: value.format(claim=claim) for name, value in given.items()}
    answer = desk_anew.post("/judge", data=told)
    assert answer.status_code == 422
    if told["kind"] not in ("approve", "merge"):
        with pytest.raises(RecordError) as refused:
            check_decision(Decision(kind=told["kind"], names=[claim], reason=told.get("reason")))
        assert html.fromstring(answer.text).text_content().count(refused.value.what) == 1
    with open_store(str(anew[0])) as store:
        assert len(list(store.iter_judgements())) == before


def test_both_write_a_decision_about_the_same_claims(desk_anew: httpx.Client, anew: tuple[Path, dict[str, str]]) -> None:
    """Two incidents told apart or held together: the pairs of the desk are those that the command line writes."""
    with open_store(str(anew[0])) as store:
        first, second = sorted(row.id for row in store.iter_incidents())
        wanted = {
            kind: list_targets(store, Decision(kind=kind, names=[first, second])) for kind in ("unsure", "different", "same")
        }
    for kind, pairs in wanted.items():
        form = {"kind": kind, "subject": first, "other": second, "seen": "1"}
        assert desk_anew.post("/judge", data=form).status_code == 200
        with open_store(str(anew[0])) as store:
            rows = list(store.iter_judgements())[-len(pairs) :]
        assert [(row.kind, row.subject, row.other) for row in rows] == [(kind, *pair) for pair in pairs]
        desk_anew.post("/undo", data={})
