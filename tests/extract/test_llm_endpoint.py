"""The endpoint at its worst: slow, down, full, wrong, chatty. Each is waited for within limits, and told of in words."""

from __future__ import annotations

import json
import logging
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from llm_server import Answer, Server, completion, run_server

from crossread.errors import ConfigError
from crossread.extract import LlmOptions
from crossread.extract.llm import LlmExtractor
from crossread.extract.llm_answer import parse_answer
from crossread.extract.llm_retry import choose_wait, find_retry_after
from crossread.records import Document

DOCUMENT = Document(id="doc_1", text="A bomb went off in Sarkel. Ten people died.")
CLAIM = {
    "type": "bombing",
    "scope": "incident",
    "status": "accomplished",
    "stance": "asserted",
    "trigger": {"quote": "went off"},
    "where": {"quote": "in Sarkel"},
}
GOOD = completion({"claims": [CLAIM], "wording": []})
KEY = "sk-test-4711-very-secret"


@pytest.fixture
def server():
    with run_server() as running:
        yield running


def outcome_of(server: Server, *, documents=(DOCUMENT,), **more):
    reader = LlmExtractor(LlmOptions(**{"url": server.url, "model": "m", "first_wait": 0.01, "retries": 2, **more}))
    try:
        return reader.try_extract(documents)
    finally:
        reader.close()


def error(status: int, message: str, **headers: str) -> Answer:
    return Answer(status=status, body=json.dumps({"error": {"message": message}}).encode(), headers=headers)


@pytest.mark.parametrize(
    "fault",
    [
        error(429, "slow down", **{"Retry-After": "0"}),
        error(500, "oops"),
        error(503, "overloaded"),
        error(529, "overloaded"),
        Answer(body=b""),
        Answer(body=b"<html>gateway</html>"),
        Answer(body=b'{"choices": []}'),
        Answer(body=b"[" * 200_000),
        completion(""),
        completion(None),
        completion("Sorry, I cannot do that."),
        completion('{"events": []}'),
        completion('{"claims": {"a": 1}}'),
        completion('{"claims": "none"}'),
        completion("[" * 100_000),
        completion("{" + '"a":{' * 50_000),
        completion("9" * 5000),
    ],
    ids=lambda fault: f"{fault.status} {fault.body[:24]!r}",
)
def test_a_passing_fault_is_waited_for(server, fault):
    """One bad reply, then a good one: the claim is there, and nothing is told as lost."""
    server.in_turn(fault, GOOD)
    outcome = outcome_of(server)
    assert [claim.trigger.quote for claim in outcome.extractions[0].claims] == ["went off"]
    assert outcome.rejections == ()
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("fault", "reason", "tries"),
    [
        (error(500, "oops"), "no_answer", 3),
        (error(429, "quota", **{"Retry-After": "0.01"}), "no_answer", 3),
        (error(403, "moderated"), "no_answer", 1),
        (error(413, "too large"), "no_answer", 1),
        (error(400, "maximum context length is 4096 tokens"), "no_answer", 1),
        (Answer(body=b"{}"), "no_answer", 3),
        (completion("nonsense"), "bad_answer", 2),
        (completion({"claims": 3}), "bad_answer", 2),
        (Answer(body=b'{"choices": "' + b"x" * 5_000_000), "bad_answer", 1),
    ],
    ids=lambda value: f"{value.status} {value.body[:40]!r}" if isinstance(value, Answer) else str(value),
)
def test_a_lasting_fault_becomes_a_rejection(server, fault, reason, tries):
    """So many tries and no more; then the document is told of with the endpoint's own words."""
    server.always(fault)
    outcome = outcome_of(server)
    assert outcome.extractions == ()
    (rejection,) = outcome.rejections
    assert (rejection.reason, rejection.subject) == (reason, "doc_1")
    assert len(server.seen) == tries
    if fault.status >= 400:
        assert f"HTTP {fault.status}" in rejection.message


def test_a_slow_answer_is_given_up(server):
    """Neither silence nor a trickle holds a run longer than the time-out."""
    for slow in (Answer(body=GOOD.body, seconds=5), Answer(body=GOOD.body, seconds=0.25, pieces=40)):
        server.always(slow)
        started = time.monotonic()
        outcome = outcome_of(server, timeout=0.5, retries=0)
        assert [row.reason for row in outcome.rejections] == ["no_answer"]
        assert time.monotonic() - started < 4


def test_nobody_listens():
    """An endpoint that is not running: a rejection that names the address, and no traceback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    reader = LlmExtractor(LlmOptions(url=f"http://127.0.0.1:{port}/v1", model="m", first_wait=0.01, retries=1))
    (rejection,) = reader.try_extract([DOCUMENT]).rejections
    assert rejection.reason == "no_answer"
    assert f"127.0.0.1:{port}" in rejection.message


def test_an_endpoint_that_is_down_is_given_up(server):
    """After three documents without an answer the others are not asked about, and the next batch stops the run."""
    server.always(error(503, "down"))
    reader = LlmExtractor(LlmOptions(url=server.url, model="m", first_wait=0.01, retries=1, parallel=1))
    documents = [Document(id=f"doc_{i}", text=f"Bomb number {i}.") for i in range(8)]
    outcome = reader.try_extract(documents)
    assert {row.subject for row in outcome.rejections} == {document.id for document in documents}
    assert len(server.seen) == 6
    with pytest.raises(ConfigError, match="3 documents in a row"):
        reader.try_extract(documents)
    assert len(server.seen) == 6


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (error(401, f"Incorrect API key provided: {KEY}"), "TEST_LLM_KEY"),
        (error(402, "pay"), "balance"),
        (error(404, "model not found"), "llm_model"),
        (Answer(status=307, headers={"Location": "http://127.0.0.1:9/v1"}), "not followed"),
    ],
)
def test_what_no_document_could_pass_stops_the_run(server, monkeypatch, fault, told):
    """A wrong key, address or account is a fault of the settings: one message, at once, and never with the key in it."""
    monkeypatch.setenv("TEST_LLM_KEY", KEY)
    server.always(fault)
    with pytest.raises(ConfigError) as caught:
        outcome_of(server, key_env="TEST_LLM_KEY", documents=[DOCUMENT] * 5, parallel=1)
    assert told in str(caught.value)
    assert KEY not in str(caught.value)
    assert len(server.paths) == 1


def test_the_key_goes_into_one_header_and_nowhere_else(server, monkeypatch, caplog, tmp_path):
    """Not into bodies, logs, the cache, rejections or the extractor's own description."""
    monkeypatch.setenv("TEST_LLM_KEY", KEY)
    server.in_turn(error(500, f"your key {KEY} is fine, we are not"), error(400, f"bad {KEY} content"))
    with caplog.at_level(logging.DEBUG):
        outcome = outcome_of(server, key_env="TEST_LLM_KEY", cache=str(tmp_path))
    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(server.seen)
    assert KEY not in caplog.text
    assert KEY not in repr(outcome)
    assert "[key]" in outcome.rejections[0].message
    assert all(KEY.encode() not in path.read_bytes() for path in tmp_path.iterdir())


def test_a_key_is_not_sent_in_the_clear_across_the_world(monkeypatch):
    """http:// with a key is for one's own machine and network."""
    monkeypatch.setenv("TEST_LLM_KEY", KEY)
    with pytest.raises(ConfigError, match="unencrypted"):
        LlmExtractor(LlmOptions(url="http://api.example.org/v1", model="m", key_env="TEST_LLM_KEY"))
    for url in ("http://localhost:1/v1", "http://10.0.0.7/v1", "http://vllm:8000/v1", "https://api.example.org/v1"):
        LlmExtractor(LlmOptions(url=url, model="m", key_env="TEST_LLM_KEY")).close()
    monkeypatch.setenv("TEST_LLM_KEY", "sk-with space\n")
    with pytest.raises(ConfigError) as caught:
        LlmExtractor(LlmOptions(url="https://api.example.org/v1", model="m", key_env="TEST_LLM_KEY"))
    assert "sk-with" not in str(caught.value)


def test_the_request_gets_plainer_where_it_is_refused(server):
    """json_schema, then json_object, then words; a refused temperature or token name is changed; what worked is kept."""

    def answer(body, number):
        if "temperature" in body:
            return error(400, "Unsupported value: 'temperature' does not support 0")
        if "max_tokens" in body:
            return error(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
        if body.get("response_format", {}).get("type") == "json_schema":
            return error(400, "response_format json_schema is not supported by this model")
        return error(422, "unknown field") if "response_format" in body else GOOD

    server.answer = answer
    outcome = outcome_of(server, documents=[DOCUMENT, Document(id="doc_2", text=DOCUMENT.text)], parallel=1)
    assert len(outcome.extractions) == 2
    assert len(server.seen) == 6
    last = server.seen[-1]
    assert "response_format" not in last
    assert "max_completion_tokens" in last
    assert "exactly this shape" in last["messages"][0]["content"]
    assert "exactly this shape" not in server.seen[0]["messages"][0]["content"]


def test_a_document_refused_in_every_shape_changes_nothing_for_the_others(server):
    """A report that an endpoint does not like costs itself; the next one is asked about in the full shape again."""
    server.answer = lambda body, number: error(400, "no") if "Unloved" in body["messages"][1]["content"] else GOOD
    outcome = outcome_of(server, documents=[Document(id="doc_0", text="Unloved words."), DOCUMENT], parallel=1)
    assert [row.document_id for row in outcome.extractions] == ["doc_1"]
    assert [row.subject for row in outcome.rejections] == ["doc_0"]
    assert [body.get("response_format", {}).get("type") for body in server.seen] == [
        "json_schema",
        "json_object",
        None,
        "json_schema",
    ]


def test_no_more_requests_at_a_time_than_allowed(server):
    """The limit holds over all documents of a batch."""
    server.always(Answer(body=GOOD.body, seconds=0.05))
    documents = [Document(id=f"doc_{i}", text=DOCUMENT.text + f" {i}") for i in range(12)]
    outcome = outcome_of(server, documents=documents, parallel=3)
    assert [row.document_id for row in outcome.extractions] == [document.id for document in documents]
    assert 1 < server.most_at_once <= 3


def test_a_cut_answer_gives_what_is_whole(server):
    """Stopped at the limit of tokens: the claims before the cut are kept, the rest is told of, nothing is asked twice."""
    whole = json.dumps({"claims": [CLAIM, {**CLAIM, "trigger": {"quote": "died"}}], "wording": []})
    server.always(completion(whole[: whole.index("died") + 2], finish="length"))
    outcome = outcome_of(server)
    assert [claim.trigger.quote for claim in outcome.extractions[0].claims] == ["went off"]
    assert [row.reason for row in outcome.rejections] == ["answer_cut"]
    assert "llm_answer_tokens" in outcome.rejections[0].message
    assert len(server.seen) == 1


def test_any_cut_of_an_answer_gives_its_whole_claims():
    """Wherever an answer breaks off, exactly the claims that were closed before are read, and the break is known."""
    whole = json.dumps({"claims": [CLAIM, CLAIM, CLAIM], "wording": [{"kind": "label", "quote": "x"}]})
    ends = [i + 1 for i in range(len(whole)) if whole[: i + 1].endswith('"in Sarkel"}}')]
    for cut in range(len(whole)):
        answer = parse_answer(whole[:cut])
        assert len(answer.claims) == sum(end <= cut for end in ends)
        assert answer.broken
    assert parse_answer(whole).broken is None


def test_an_answer_made_to_cost_time_is_read_in_time(server):
    """As many claims and rows as an answer may hold, each quote standing hundreds of times: seconds, not hours."""
    text = "a b " * 2400
    rows = [{"role": "victim", "type": "civilians", "quote": "a", "sentence": "a b"}] * 100
    claim = {**CLAIM, "trigger": {"quote": "a b a"}, "where": {"quote": "b"}, "actors": rows}
    server.always(completion({"claims": [claim] * 200, "wording": []}))
    started = time.monotonic()
    (extraction,) = outcome_of(server, documents=[Document(id="d", text=text)]).extractions
    assert len(extraction.claims) == 1
    assert time.monotonic() - started < 60


@pytest.mark.parametrize(
    "text",
    [
        "```json\n{}\n```",
        "Here you are:\n{}",
        '<think>A bomb {{went}} off; {{"claims": [1]}}</think>\n{}',
        "{}\nI hope this helps.",
        "  \n{}",
    ],
)
def test_what_stands_around_an_answer_does_no_harm(text):
    """Fences, thoughts and politeness of models that are not held to a schema."""
    answer = parse_answer(
        text.replace("{{", "{").replace("}}", "}").replace("{}", json.dumps({"claims": [CLAIM], "wording": []}))
    )
    assert answer.claims == (CLAIM,)
    assert answer.broken is None


def test_how_long_to_wait():
    """Seconds and dates of Retry-After are obeyed up to a minute; without it each wait is about twice the last."""
    now = datetime(2020, 1, 1, tzinfo=UTC)
    assert find_retry_after({"retry-after": "7"}) == 7
    assert find_retry_after({"retry-after": "Wed, 01 Jan 2020 00:00:09 GMT"}, now=now) == 9
    assert find_retry_after({"retry-after": "Wed, 01 Jan 2019 00:00:09 GMT"}, now=now) == 0
    for nonsense in ("", "soon", "-5", "٣"):
        assert find_retry_after({"retry-after": nonsense}) is None
    assert find_retry_after({"retry-after": "1e999"}) == float("inf")
    assert choose_wait(0, first=1, asked=float("inf")) == 60
    assert choose_wait(0, first=1, asked=7) == 7
    assert choose_wait(0, first=1, asked=86_400) == 60
    for attempt, most in ((0, 1), (1, 2), (3, 8), (30, 60), (2000, 60)):
        assert most / 2 <= choose_wait(min(attempt, 900), first=1, asked=None) <= most


def test_without_httpx_the_message_says_what_to_install():
    """The package works without the extra; only who asks for llm is told, in words."""
    program = (
        "import sys; sys.modules['httpx'] = None\n"
        "import crossread.cli.door, crossread.flow\n"
        "from crossread.extract import LlmOptions, load_extractor\n"
        "from crossread.errors import ConfigError\n"
        "try: load_extractor('llm', options={'llm': LlmOptions(url='http://localhost/v1', model='m')})\n"
        "except ConfigError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=110, check=True)
    assert "crossread[llm]" in done.stdout
