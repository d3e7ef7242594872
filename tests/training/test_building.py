"""Training examples from coded reports: every telling of a claim carries its classes and its links."""

from __future__ import annotations

import pytest

pytest.importorskip("tokenizers")
from tokenizers import Tokenizer
from training.building import Builder
from training.examples import Example

from crossread.assets import load_encoder_files
from training import labels

TEXT = (
    "Raid in Tessaro kills four. Gunmen stormed a farm near Tessaro on Monday and killed four people. "
    "Nobody has claimed the raid. In March police arrested a driver there."
)


def _span(quote: str, after: int = 0) -> dict:
    at = TEXT.index(quote, after)
    return {"quote": quote, "start": at, "end": at + len(quote)}


def _claim(kind: str, trigger: dict, retellings: list[dict] | None, **slots: object) -> dict:
    empty = {"when": None, "where": None, "actors": [], "harm": [], "means": [], "speakers": []}
    codes = {"type": kind, "scope": "incident", "status": "accomplished", "stance": "asserted"}
    return {**codes, "trigger": trigger, "retellings": retellings, **empty, **slots}


def _example(retellings: list[dict] | None) -> Example:
    raid = _claim("armed_attack", _span("stormed"), retellings, when={"evidence": [_span("Monday")]})
    arrest = _claim("detention", _span("arrested"), retellings and [], when={"evidence": [_span("March")]})
    row = {"external_id": "T-1", "published": None, "title": None, "text": TEXT, "claims": [raid, arrest]}
    builder = Builder(Tokenizer.from_file(str(load_encoder_files().tokenizer)), {"raid": {"armed_attack"}})
    (example,) = builder.build(row)
    return example


def test_a_retelling_has_the_classes_and_links_of_its_claim() -> None:
    """The headline's "Raid" is an armed attack on Monday too; the arrest in March is not."""
    example = _example([_span("Raid"), _span("raid.")])
    assert example.leads == 2
    assert len(example.told) == 4
    when = labels.LINKS.index("when")
    dated = {(t, m) for (t, m), links in example.links.items() if when in links}
    monday, march = ({m for t, m in dated if t == telling} for telling in (0, 1))
    assert monday.isdisjoint(march)
    assert {(t, *monday) for t in (0, 2, 3)} <= dated
    assert {m.classes["type"] for m in example.told[2:]} == {labels.TYPES.index("armed_attack")}


def test_retellings_of_one_claim_are_the_same_and_of_two_are_not() -> None:
    """Every pair of tellings is told apart, two retellings included."""
    same = {(a, b): y for a, b, y in _example([_span("Raid"), _span("raid.")]).same}
    assert len(same) == 6
    assert same[2, 3] == same[0, 2] == same[0, 3] == 1
    assert same[0, 1] == same[1, 2] == same[1, 3] == 0


def test_an_unmarked_word_that_may_be_a_retelling_weighs_little() -> None:
    """Where no coder marked retellings, "raid" is guessed to be one: no tag is learnt from it, nor a link."""
    example = _example(None)
    guessed = example.told[example.leads :]
    assert len(guessed) == 2
    assert not any(m.classes for m in guessed)
    assert all(example.tag_weight[m.first] < 1 for m in guessed)
