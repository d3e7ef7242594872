"""Training examples from coded reports: every telling of a claim carries its classes and its links."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
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


def _example(retellings: list[dict] | None, knows: list[str] | None = None) -> Example:
    raid = _claim("armed_attack", _span("stormed"), retellings, when={"evidence": [_span("Monday")]})
    arrest = _claim("detention", _span("arrested"), retellings and [], when={"evidence": [_span("March")]})
    row = {"external_id": "T-1", "published": None, "title": None, "text": TEXT, "claims": [raid, arrest]}
    if knows is not None:
        row["knows"] = knows
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
    assert all(example.tag_weight[0, m.first] < 1 for m in guessed)


def test_a_set_of_another_scheme_teaches_only_what_it_knows() -> None:
    """It marks two days: they are times and they date their claims. Nothing else of the text is said to be wrong or right."""
    example = _example([], knows=["scope"])
    time = labels.CATEGORIES.index("time")
    assert ((example.tag_weight > 0) == (example.tags > 0))[time].all()
    assert not np.delete(example.tag_weight, time, axis=0).any()
    assert [set(m.classes) for m in example.told] == [{"scope"}, {"scope"}]
    assert example.same == []
    assert example.open == {(t, m) for t in (0, 1) for m in (0, 1)} - example.links.keys()
    assert len(example.links) == len(example.open) == 2


def test_where_claims_are_known_to_be_different_a_fill_of_one_is_none_of_the_other() -> None:
    """Monday is not the day of the arrest."""
    example = _example([], knows=["same"])
    assert example.same == [(0, 1, 0)]
    assert not example.open


def test_what_nobody_knows_costs_nothing() -> None:
    """The losses of a row that knows nothing but its links do not move with what it leaves open."""
    torch = pytest.importorskip("torch")
    from training.losses import span_losses
    from training.network import Reader

    reader = Reader()
    example = _example([], knows=["scope"])
    states = torch.randn(len(example.passage), 384, generator=torch.Generator().manual_seed(1))
    found = span_losses(reader.heads, states, example)
    assert set(found) == {"scope", "link"}
    full = span_losses(reader.heads, states, replace(example, open=set()))
    assert found["link"][0] < full["link"][0]
