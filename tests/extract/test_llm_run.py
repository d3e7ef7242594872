"""The llm extractor in a whole run: settings, flow, store, command line, against a real server."""

from __future__ import annotations

import json
from datetime import date

import pytest
from llm_server import completion, run_server
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.config import Settings, load_settings
from crossread.errors import ConfigError
from crossread.extract import LlmOptions, load_extractor
from crossread.flow import make_extractor, run_read
from crossread.flow.in_memory import compare_reports
from crossread.records import Document
from crossread.store import open_store

FRENCH = "Une bombe a explosé à Gao le 3 mars 2020, tuant trois bergers."
ENGLISH = "A bomb exploded in Gao on 3 March 2020, killing three shepherds."
CODES = {"type": "bombing", "scope": "incident", "status": "accomplished", "stance": "asserted"}
CLAIMS = {
    FRENCH: {
        **CODES,
        "trigger": {"quote": "a explosé"},
        "where": {"quote": "à Gao"},
        "when": {"quote": "le 3 mars 2020"},
        "harm": [{"effect": "killed", "group_type": "civilians", "quote": "trois bergers"}],
    },
    ENGLISH: {
        **CODES,
        "trigger": {"quote": "exploded"},
        "where": {"quote": "in Gao"},
        "when": {"quote": "3 March 2020"},
        "harm": [{"effect": "killed", "group_type": "civilians", "quote": "three shepherds"}],
        "means": [{"kind": "nuke", "quote": "bomb"}],
    },
}


def answer(body, number):
    said = body["messages"][1]["content"]
    claims = [claim for text, claim in CLAIMS.items() if text in said]
    return completion({"claims": claims, "wording": []}) if claims else completion("I would rather not.")


@pytest.fixture
def server():
    with run_server() as running:
        running.answer = answer
        yield running


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("a.txt", FRENCH), ("b.txt", ENGLISH), ("c.txt", "The weather was fine all week long.")):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def settings(server, tmp_path, **more) -> Settings:
    given = {"store": str(tmp_path / "s.db"), "extractor": "llm", "llm_url": server.url, "llm_model": "m", "llm_retries": 0}
    return Settings(**{**given, **more})


def test_a_run_keeps_what_could_be_read(server, reports, tmp_path):
    """Two documents with claims and values, the third waits with its rejection, the bad slot is told of; the next run asks
    for the third alone."""
    report = run_read([reports], settings=settings(server, tmp_path))
    assert (report.new, report.claims, report.pending) == (3, 2, 1)
    with open_store(str(tmp_path / "s.db")) as store:
        claims = {claim.trigger.quote: claim for claim in store.iter_claims()}
        reasons = sorted(row.reason for row in store.iter_rejections())
    assert reasons == ["bad_answer", "unknown_code"]
    english = claims["exploded"]
    assert english.where.value.name == "Gao"
    assert english.when.value.earliest == date(2020, 3, 3)
    assert (english.harm[0].count.low, english.harm[0].group) == (3, "shepherds")
    assert english.made_by == "llm-m@1"
    asked = len(server.seen)
    again = run_read([reports], settings=settings(server, tmp_path))
    assert (again.claims, again.pending) == (0, 1)
    assert len(server.seen) - asked == 2


def test_a_wrong_endpoint_stops_the_run_with_one_message(reports, tmp_path, server):
    """Without an address nothing is read; the message names the setting."""
    with pytest.raises(ConfigError, match="llm_url"):
        run_read([reports], settings=settings(server, tmp_path, llm_url=None))


def test_comparing_needs_no_store(server):
    """The same extractor in memory: one incident of two languages' accounts, what was refused goes to whoever listens."""
    documents = [
        Document(id=f"doc_{i}", text=text, source=str(i), language=lang)
        for i, (text, lang) in enumerate(((FRENCH, "fr"), (ENGLISH, "en"), ("Nothing at all.", "en")))
    ]
    reader = load_extractor("llm", options={"llm": LlmOptions(url=server.url, model="m", retries=0)})
    refused = []
    comparison = compare_reports(documents, extractor=reader, on_rejection=refused.append)
    assert len(comparison.claims) == 2
    assert {row.reason for row in refused} == {"unknown_code", "bad_answer"}
    with pytest.warns(UserWarning, match="could not use"):
        compare_reports(documents[2:], extractor=reader)


def test_settings_reach_the_extractor(server, tmp_path):
    """File and environment set it up; numbers in variables are numbers; the cache is meant from the file."""
    toml = f'extractor = "llm"\nllm_url = "{server.url}"\nllm_model = "m"\nllm_cache = "kept"\n'
    (tmp_path / "crossread.toml").write_text(toml)
    environment = {"CROSSREAD_LLM_RETRIES": "7", "CROSSREAD_LLM_PRICE_IN": "0.5", "CROSSREAD_LLM_TIMEOUT": "9"}
    found = load_settings(environment=environment, folder=tmp_path)
    assert (found.llm_retries, found.llm_price_in, found.llm_timeout) == (7, 0.5, 9.0)
    assert found.llm_cache == str(tmp_path / "kept")
    assert make_extractor(found).name == "llm-m@1"
    for key, value, told in (
        ("llm_retries", 2.5, "a whole number"),
        ("llm_key_env", "sk-abc123-the-key-itself", "not the key"),
        ("llm_url", "localhost:8000", "http://"),
    ):
        with pytest.raises(ConfigError, match=told):
            load_settings(flags={key: value}, environment={}, folder=tmp_path)


def test_the_command_line(server, reports, tmp_path, monkeypatch):
    """`--extractor llm` reads and compares, tells what was used, and lists what was refused."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crossread.toml").write_text(
        f'llm_url = "{server.url}"\nllm_model = "m"\nllm_cache = "kept"\nllm_price_in = 1\nllm_price_out = 1\n'
    )
    done = CliRunner().invoke(app, ["read", str(reports), "--extractor", "llm"])
    assert done.exit_code == 1, done.output
    assert "llm-m@1: 4 requests, 0 from the cache" in done.stderr
    assert "cost 0.0048" in done.stderr
    assert "2 claims" in done.stdout
    again = CliRunner().invoke(app, ["compare", str(reports / "a.txt"), str(reports / "b.txt"), "--extractor", "llm", "--json"])
    assert "0 requests, 2 from the cache" in again.stderr
    assert len(json.loads(again.stdout)["documents"]) == 2
