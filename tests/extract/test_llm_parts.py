"""Long documents: parts that miss nothing, claims of parts that become one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llm_server import completion, run_server

from crossread.errors import ExtractError
from crossread.extract import LlmOptions
from crossread.extract.llm import LlmExtractor
from crossread.extract.llm_limits import limit
from crossread.extract.llm_parts import cut_parts
from crossread.records import Document

SIZE, OVERLAP = limit("document", "part_chars"), limit("document", "overlap_chars")
SENTENCE = "Nothing of note was seen along the road to the market that day. "


def test_a_short_document_is_one_part():
    """What fits is sent whole."""
    (part,) = cut_parts(Document(id="d", text="Ten died."))
    assert (part.start, part.end) == (0, 9)


def test_parts_begin_and_end_where_sentences_do():
    """No sentence is cut, and neighbours share whole sentences."""
    text = SENTENCE * 600
    parts = cut_parts(Document(id="d", text=text))
    assert len(parts) > 3
    for part in parts:
        assert text[part.start : part.end].startswith("Nothing")
        assert text[part.start : part.end].rstrip().endswith(".")
    for left, right in pairwise(parts):
        assert OVERLAP <= left.end - right.start < OVERLAP + 2 * len(SENTENCE)


@settings(max_examples=60)
@given(
    pieces=st.lists(st.sampled_from(["x", "word ", "End. ", "\n\n", "爆炸", "؟ "]), min_size=1, max_size=8),
    times=st.integers(1, 9000),
)
def test_every_character_is_in_a_part(pieces, times):
    """Law: parts cover the document without a gap, none is longer than the limit, each goes further than the last."""
    text = ("".join(pieces) * times)[: SIZE * 12]
    parts = cut_parts(Document(id="d", text=text)) if text.strip() else []
    if not text.strip():
        return
    assert parts[0].start == 0
    assert parts[-1].end == len(text)
    for left, right in pairwise(parts):
        assert left.start < right.start <= left.end < right.end
    assert all(len(part) <= SIZE for part in parts)


def test_a_document_that_would_cost_a_fortune_is_refused():
    """More parts than the limit: an error that says how long it may be."""
    with pytest.raises(ExtractError) as caught:
        cut_parts(Document(id="d", text=SENTENCE * 12_000))
    assert caught.value.reason == "too_long"


def _claim(trigger: str, **more: object) -> dict[str, object]:
    base = {"type": "bombing", "scope": "incident", "status": "accomplished", "stance": "asserted"}
    return {**base, "trigger": {"quote": trigger}, **more}


def test_claims_of_parts_are_one_when_the_trigger_is_the_same():
    """An incident in the overlap is told by both parts: one claim comes out, with what each part saw of it."""
    filler = SENTENCE * ((SIZE - 900) // len(SENTENCE))
    bomb, mine = "A bomb went off in Sarkel on Tuesday, killing nine shepherds. ", "A mine blew up a bus in Asir."
    text = f"The first words. {filler}{bomb}{SENTENCE * 60}{mine}"
    document = Document(id="doc_long", text=text)
    assert len(cut_parts(document)) == 2

    def answer(body, number):
        claims = []
        if "went off" in body["messages"][1]["content"]:
            first = "The first words" in body["messages"][1]["content"]
            slot = {"where": {"quote": "in Sarkel"}} if first else {"when": {"quote": "Tuesday"}}
            harm = [{"effect": "killed", "group_type": "civilians", "quote": "nine shepherds" if first else "nine"}]
            claims.append(_claim("went off", harm=harm, **slot))
        if "blew up" in body["messages"][1]["content"]:
            claims.append(_claim("blew up", where={"quote": "in Asir"}))
        return completion({"claims": claims, "wording": [{"kind": "label", "quote": "shepherds"}]})

    with run_server() as server:
        server.answer = answer
        outcome = LlmExtractor(LlmOptions(url=server.url, model="m", first_wait=0.01)).try_extract([document])
        assert len(server.seen) == 2
    (extraction,) = outcome.extractions
    assert [claim.trigger.quote for claim in extraction.claims] == ["went off", "blew up"]
    both = extraction.claims[0]
    assert (both.where.raw, both.when.raw) == ("in Sarkel", "Tuesday")
    assert len(both.harm) == 1
    assert len(extraction.wording) == 1


def test_one_lost_part_is_a_lost_document():
    """Claims of half a report would look like the whole: the document waits for the next run instead."""
    text = SENTENCE * 300 + "The last word."

    def answer(body, number):
        if "The last word" in body["messages"][1]["content"]:
            return completion("no JSON here")
        return completion({"claims": [], "wording": []})

    with run_server() as server:
        server.answer = answer
        outcome = LlmExtractor(LlmOptions(url=server.url, model="m", first_wait=0.01)).try_extract(
            [Document(id="d", text=text)]
        )
    assert outcome.extractions == ()
    assert [row.reason for row in outcome.rejections] == ["bad_answer"]
