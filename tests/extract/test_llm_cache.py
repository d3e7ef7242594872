"""What is kept and what is counted: a second run costs nothing, and a run's cost is known."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from llm_server import Server, completion, run_server

from crossread.errors import ConfigError
from crossread.extract import LlmOptions
from crossread.extract.llm import LlmExtractor
from crossread.extract.llm_usage import Usage
from crossread.records import Document

TEXT = "A bomb went off in Sarkel. Ten people died."
DOCUMENT = Document(id="doc_1", text=TEXT, title="Bomb", published=date(2020, 1, 2))
CLAIM = {
    "type": "bombing",
    "scope": "incident",
    "status": "accomplished",
    "stance": "asserted",
    "trigger": {"quote": "went off"},
    "where": {"quote": "in Sarkel"},
}


@pytest.fixture
def server():
    with run_server() as running:
        running.always(completion({"claims": [CLAIM], "wording": []}))
        yield running


def reader(server: Server, **more) -> LlmExtractor:
    return LlmExtractor(LlmOptions(**{"url": server.url, "model": "m", "first_wait": 0.01, **more}))


def test_a_second_run_asks_nothing(server, tmp_path):
    """The same report by the same model: the same claims from the folder, not a token spent."""
    folder = str(tmp_path / "answers")
    first, second = reader(server, cache=folder, price_in=1.0, price_out=2.0), reader(server, cache=folder, price_in=1.0)
    assert first.extract([DOCUMENT]) == second.extract([DOCUMENT])
    assert len(server.seen) == 1
    assert first.usage() == Usage(requests=1, tokens_in=1000, tokens_out=200, cost=0.0014)
    assert second.usage() == Usage(cached=1, cost=0.0)


@pytest.mark.parametrize(
    ("changes", "options"),
    [
        ({"text": TEXT + " "}, {}),
        ({"title": "Other"}, {}),
        ({"published": None}, {}),
        ({}, {"model": "other"}),
        ({}, {"answer_tokens": 9000}),
    ],
)
def test_another_question_is_asked(server, tmp_path, changes, options):
    """Text, title, date, model and limit are all part of the question; the document's id and name are not."""
    reader(server, cache=str(tmp_path)).extract([DOCUMENT])
    reader(server, cache=str(tmp_path)).extract([replace(DOCUMENT, id="doc_2", name="copy.txt")])
    assert len(server.seen) == 1
    reader(server, cache=str(tmp_path), **options).extract([replace(DOCUMENT, **changes)])
    assert len(server.seen) == 2


def test_a_cache_somebody_changed_can_say_no_more_than_a_model(server, tmp_path):
    """What is kept is checked again at each reading: a planted quote or code is turned down."""
    reader(server, cache=str(tmp_path)).extract([DOCUMENT])
    with sqlite3.connect(tmp_path / "llm_answers.sqlite") as file:
        planted = json.dumps({"claims": [{**CLAIM, "trigger": {"quote": "nuked"}}], "wording": []})
        file.execute("UPDATE answers SET content = ?", (planted,))
    outcome = reader(server, cache=str(tmp_path)).try_extract([DOCUMENT])
    assert outcome.extractions[0].claims == ()
    assert [row.reason for row in outcome.rejections] == ["trigger_not_found"]


def test_answers_that_cannot_be_read_are_not_kept(server, tmp_path):
    """A malformed answer is asked for again by the next run, which may get a better one."""
    server.always(completion("nonsense"))
    assert reader(server, cache=str(tmp_path)).try_extract([DOCUMENT]).extractions == ()
    server.always(completion({"claims": [CLAIM], "wording": []}))
    assert len(reader(server, cache=str(tmp_path)).extract([DOCUMENT])[0].claims) == 1
    assert len(server.seen) == 3


def test_a_cache_that_cannot_be_used_is_a_matter_of_settings(server, tmp_path):
    """No folder there, or a file that is no cache: the message names it and what to do."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "llm_answers.sqlite").write_bytes(b"this is no database" * 100)
    for folder in (tmp_path / "file" / "sub", tmp_path):
        with pytest.raises(ConfigError, match="llm_cache"):
            reader(server, cache=str(folder)).try_extract([DOCUMENT])


@pytest.mark.parametrize(
    ("usage", "told"),
    [
        (None, Usage(requests=1, untold=1)),
        ({"prompt_tokens": 7}, Usage(requests=1, tokens_in=7, untold=1)),
        ({"prompt_tokens": -7, "completion_tokens": 10**30}, Usage(requests=1, untold=1)),
        ({"prompt_tokens": "many"}, Usage(requests=1, untold=1)),
        ("free", Usage(requests=1, untold=1)),
        ({"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 999}, Usage(requests=1, tokens_in=7, tokens_out=3)),
    ],
)
def test_a_token_count_nobody_can_believe_is_not_counted(server, usage, told):
    """`usage` is the endpoint's word: missing or absurd numbers are told as untold, never as zero cost."""
    server.always(completion({"claims": [], "wording": []}, usage=usage))
    made = reader(server)
    made.extract([DOCUMENT])
    assert made.usage() == told


def test_the_line_for_a_person():
    """Requests, cache, tokens, cost, and whether the totals are whole."""
    line = Usage(requests=2, cached=3, retried=1, tokens_in=12345, tokens_out=678, untold=1, cost=0.0123).sentence()
    assert line == (
        "2 requests, 3 from the cache; 1 repeated; 12,345 tokens in, 678 out; cost 0.0123; 1 answers without a token count."
    )
