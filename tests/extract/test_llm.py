"""The llm extractor against a real server: what it sends, what it takes, what it turns down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest
from llm_server import Server, completion, run_server

from crossread.errors import ConfigError, ExtractError
from crossread.extract import LlmOptions, load_extractor
from crossread.extract.llm import LlmExtractor
from crossread.extract.llm_prompt import example_answer
from crossread.records import Document

TEXT = (
    "Gunmen stormed a market in Sarkel on Monday, killing at least twelve traders and wounding “several others”, "
    "the mayor said. "
    "A day earlier a mine went off under a bus near Sarkel. Two passengers were hurt."
)
DOCUMENT = Document(id="doc_1", text=TEXT, title="Attack in Sarkel", language="en", published=date(2020, 3, 4))
MARKET = {
    "type": "armed_attack",
    "scope": "incident",
    "status": "accomplished",
    "stance": "attributed",
    "trigger": {"quote": "stormed", "sentence": None},
    "retellings": [],
    "when": {"quote": "Monday", "sentence": None},
    "where": {"quote": "in Sarkel", "sentence": None},
    "actors": [
        {"role": "perpetrator", "type": "unidentified_armed_group", "quote": "Gunmen", "sentence": None},
        {"role": "victim", "type": "civilians", "quote": "traders", "sentence": None},
    ],
    "harm": [
        {"effect": "killed", "group_type": "civilians", "quote": "at least twelve traders", "sentence": None},
        {"effect": "injured", "group_type": "civilians", "quote": '"several others"', "sentence": None},
    ],
    "means": [],
    "speakers": [{"role": "reports", "quote": "the mayor", "sentence": None}],
}
MINE = {
    "type": "bombing",
    "scope": "incident",
    "status": "accomplished",
    "stance": "asserted",
    "trigger": {"quote": "went off"},
    "when": {"quote": "A day earlier"},
    "where": {"quote": "near Sarkel"},
    "harm": [{"effect": "injured", "group_type": "civilians", "quote": "Two passengers"}],
    "means": [{"kind": "mine", "quote": "mine"}],
}


@pytest.fixture
def server() -> Iterator[Server]:
    with run_server() as running:
        yield running


def extractor(server: Server, **more: object) -> LlmExtractor:
    return LlmExtractor(LlmOptions(url=server.url, model="Test/Model 1", first_wait=0.01, **more))  # type: ignore[arg-type]


def test_an_answer_becomes_claims_with_the_texts_own_words(server):
    """Each slot carries the words of the document at their place; values are left to the normalizer."""
    server.always(completion({"claims": [MINE, MARKET], "wording": []}))
    (extraction,) = extractor(server).extract([DOCUMENT])
    market, mine = extraction.claims
    assert (market.type, market.trigger.quote, market.where.raw, market.where.value) == (
        "armed_attack",
        "stormed",
        "in Sarkel",
        None,
    )
    assert [row.raw for row in market.harm] == ["at least twelve traders", "“several others”"]
    assert mine.means[0].kind == "mine"
    for claim in extraction.claims:
        assert claim.made_by == extraction.made_by == "llm-test-model-1@1"
        for evidence in claim.iter_evidence():
            evidence.check(TEXT)


def test_it_comes_by_the_registry_and_reads_any_language(server):
    """`load_extractor("llm")` gives it with its options; it has no list of languages."""
    made = load_extractor("llm", options={"llm": LlmOptions(url=server.url, model="m")})
    assert isinstance(made, LlmExtractor)
    assert made.languages is None
    assert isinstance(load_extractor("llm@1", options={"llm": LlmOptions(url=server.url, model="m")}), LlmExtractor)


def test_what_is_sent(server):
    """Codebook in the system message, the report fenced in the user message, a schema, the key in its header alone."""
    extractor(server).extract([DOCUMENT])
    (sent,) = server.seen
    system, user = (message["content"] for message in sent["messages"])
    assert "air_strike: A weapon released" in system
    assert "several strikes at one place" in system.lower()
    assert TEXT not in system
    assert TEXT in user
    assert sent["response_format"]["json_schema"]["strict"] is True
    assert (sent["model"], sent["temperature"], server.paths) == ("Test/Model 1", 0, ["/v1/chat/completions"])
    assert "Authorization" not in server.headers[0]


def test_the_fence_is_new_in_every_request(server):
    """Two requests about one report share no mark, so no report can be written to close it."""
    reader = extractor(server)
    reader.extract([DOCUMENT])
    reader.extract([DOCUMENT])
    marks = [server.report(i).split("<<<REPORT ")[1].split("\n")[0] for i in (0, 1)]
    assert marks[0] != marks[1]
    assert all(len(mark) == 32 for mark in marks)
    assert server.seen[0]["messages"][0] == server.seen[1]["messages"][0]


def test_the_prompts_example_is_lawful(server):
    """The example shown to the model passes the same reader without a rejection."""
    from crossread.extract.llm_limits import load_llm_toml

    text = load_llm_toml("llm_prompt.toml")["example"]["text"]
    server.always(completion(example_answer()))
    outcome = extractor(server).try_extract([Document(id="doc_x", text=text)])
    assert outcome.rejections == ()
    assert [claim.type for claim in outcome.extractions[0].claims] == ["armed_attack", "bombing"]
    assert outcome.extractions[0].wording[0].evidence.quote == "regime"


def test_an_empty_document_is_not_sent(server):
    """No words, no request, no cost."""
    (extraction,) = extractor(server).extract([Document(id="doc_0", text=" \n ")])
    assert extraction.claims == ()
    assert server.seen == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"trigger": {"quote": "bombed"}}, "trigger_not_found"),
        ({"trigger": {"quote": "storm"}}, "trigger_not_found"),
        ({"type": "terrorism"}, "unknown_code"),
        ({"stance": "true"}, "unknown_code"),
        ({"type": None}, "schema"),
        ({"trigger": 7}, "schema"),
        ({"trigger": {"quote": TEXT}}, "schema"),
        ({"when": None, "where": None, "actors": [], "harm": []}, "nothing_told"),
    ],
)
def test_a_claim_that_does_not_hold_is_rejected_whole(server, change, reason):
    """Without a trigger in the text, or with a code that does not exist, nothing of the claim is kept; the others are."""
    server.always(completion({"claims": [{**MARKET, **change}, MINE], "wording": []}))
    outcome = extractor(server).try_extract([DOCUMENT])
    assert [claim.type for claim in outcome.extractions[0].claims] == ["bombing"]
    assert [row.reason for row in outcome.rejections] == [reason]
    assert outcome.rejections[0].subject == "doc_1"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"where": {"quote": "in Gao"}}, "quote_not_found"),
        ({"where": {"quote": "in Sar"}}, "quote_not_found"),
        ({"where": {"quote": "IN SARKEL"}}, "quote_not_found"),
        ({"when": {"quote": "x" * 500}}, "schema"),
        ({"actors": [{"role": "culprit", "type": "unknown", "quote": "Gunmen"}]}, "unknown_code"),
        ({"harm": [{"effect": "killed", "group_type": "object", "quote": "traders"}]}, "unknown_code"),
        ({"harm": [{"effect": "killed", "group_type": "civilians", "quote": "120 traders"}]}, "quote_not_found"),
        ({"means": {"kind": "ied"}}, "schema"),
        ({"means": [{"kind": "ied", "quote": ""}]}, "schema"),
        ({"speakers": [None]}, "schema"),
    ],
)
def test_a_slot_that_does_not_hold_costs_only_itself(server, change, reason):
    """The slot is left out with the reason; the rest of the claim stays."""
    server.always(completion({"claims": [{**MARKET, **change}], "wording": []}))
    outcome = extractor(server).try_extract([DOCUMENT])
    (claim,) = outcome.extractions[0].claims
    assert claim.trigger.quote == "stormed"
    assert [row.reason for row in outcome.rejections] == [reason]


def test_values_are_never_taken_from_the_answer(server):
    """Dates, places, numbers, names, scores and offsets that the model adds go nowhere."""
    boasting = {
        **MARKET,
        "score": 1.0,
        "id": "clm_mine",
        "when": {"quote": "Monday", "earliest": "1999-01-01", "latest": "1999-01-01", "value": {"precision": "day"}},
        "where": {"quote": "in Sarkel", "latitude": 1.0, "longitude": 1.0, "country": "XX", "start": 0, "end": 5},
        "harm": [{"effect": "killed", "group_type": "civilians", "quote": "traders", "low": 999, "count": {"low": 999}}],
    }
    server.always(completion({"claims": [boasting], "wording": [], "document_id": "doc_other"}))
    (extraction,) = extractor(server).extract([DOCUMENT])
    (claim,) = extraction.claims
    assert (claim.when.value, claim.where.value, claim.harm[0].count, claim.score) == (None, None, None, None)
    assert claim.id != "clm_mine"
    assert extraction.document_id == "doc_1"
    assert "999" not in repr(extraction)


def test_one_verb_for_two_places_gives_two_claims(server):
    """ "Bombs went off in Asir and Tarin": two claims with ids of their own, in one part and across parts; told twice, one."""
    text = "Bombs went off in Asir on Monday and in Tarin on Friday."
    asir = {**MINE, "when": {"quote": "Monday"}, "where": {"quote": "in Asir"}, "harm": [], "means": []}
    tarin = {**asir, "when": {"quote": "Friday"}, "where": {"quote": "in Tarin"}}
    server.always(completion({"claims": [asir, tarin, {**asir, "when": None}], "wording": []}))
    outcome = extractor(server).try_extract([Document(id="doc_2", text=text)])
    first, second = outcome.extractions[0].claims
    assert (first.trigger.quote, first.where.raw, first.when.raw) == ("went off", "in Asir", "Monday")
    assert second.trigger.quote == "went off in Asir on Monday and in Tarin"
    assert (second.where.raw, second.when.raw) == ("in Tarin", "Friday")
    assert first.id != second.id
    assert outcome.rejections == ()


def test_one_bad_document_leaves_the_others(server):
    """A document the model cannot answer becomes a rejection; its neighbours have their claims; `extract` raises after all."""

    def answer(body, number):
        return (
            completion("I cannot help with that.")
            if "Forbidden" in body["messages"][1]["content"]
            else completion({"claims": [MARKET], "wording": []})
        )

    server.answer = answer
    bad = Document(id="doc_bad", text="Forbidden words.", name="bad.txt", sha256="ab")
    outcome = extractor(server).try_extract([bad, DOCUMENT])
    assert [row.document_id for row in outcome.extractions] == ["doc_1"]
    (rejection,) = outcome.rejections
    assert (rejection.subject, rejection.reason, rejection.step, rejection.sha256) == ("doc_bad", "bad_answer", "extract", "ab")
    assert "bad.txt" in rejection.message
    with pytest.raises(ExtractError) as caught:
        extractor(server).extract([bad, DOCUMENT])
    assert caught.value.reason == "bad_answer"


def test_settings_that_cannot_work_are_refused_before_anything_is_sent():
    """No address, no model, a password in the address, a key that is not there: each says which setting."""
    for options, told in (
        (LlmOptions(model="m"), "llm_url"),
        (LlmOptions(url="http://localhost/v1"), "llm_model"),
        (LlmOptions(url="ftp://localhost/v1", model="m"), "http://"),
        (LlmOptions(url="https://me:secret@host/v1", model="m"), "llm_key_env"),
        (LlmOptions(url="https://host/v1", model="m", key_env="NO_SUCH_KEY_HERE"), "NO_SUCH_KEY_HERE"),
        (LlmOptions(url=None, model=None), "docs/llm.md"),
    ):
        with pytest.raises(ConfigError) as caught:
            LlmExtractor(options)
        assert told in str(caught.value)
        assert "secret" not in str(caught.value)


def test_the_schema_that_is_sent_asks_for_no_value(server):
    """Strict endpoints get a closed schema in which every leaf is a quote, a sentence or a code of the codebook."""
    extractor(server).extract([DOCUMENT])
    schema = server.seen[0]["response_format"]["json_schema"]["schema"]
    leaves = set()

    def walk(node):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
            for name, child in node["properties"].items():
                if child.get("type") in ("string", ["string", "null"]):
                    leaves.add(name)
                    assert name in ("quote", "sentence") or child["enum"]
                walk(child)
        for child in (node.get("items"), *node.get("anyOf", ())):
            if child:
                walk(child)

    walk(schema)
    assert leaves == {"type", "scope", "status", "stance", "quote", "sentence", "role", "effect", "group_type", "kind"}
    assert len(json.dumps(schema)) < 20_000
