"""Other names in the same places: every label still points at what it labels."""

from __future__ import annotations

import random
from typing import Any

from training.swapping import Bank

Json = dict[str, Any]


def _span(text: str, quote: str) -> Json:
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote}


def _row(text: str, trigger: str, when: str, where: str, doer: str, dead: str) -> Json:
    return {
        "external_id": text[:10],
        "text": text,
        "claims": [
            {
                "type": "armed_attack",
                "trigger": _span(text, trigger),
                "retellings": [_span(text, "raid")],
                "when": {"evidence": [_span(text, when)]},
                "where": {"evidence": [_span(text, where)]},
                "actors": [{"role": "perpetrator", "type": "rebel_group", "evidence": [_span(text, doer)]}],
                "harm": [{"effect": "killed", "group_type": "civilians", "evidence": [_span(text, dead)]}],
                "means": [],
                "speakers": [],
            }
        ],
        "wording": [],
    }


_ONE = _row(
    "Fighters of Red Dawn stormed Old Ferry on Monday and killed two farmers. Red Dawn had announced the raid.",
    "stormed", "Monday", "Old Ferry", "Red Dawn", "two farmers",
)  # fmt: skip
_TWO = _row(
    "The Northern Column attacked Stone Bridge on Saturday; four herders died in the raid.",
    "attacked", "Saturday", "Stone Bridge", "Northern Column", "four herders",
)  # fmt: skip


def _quotes(row: Json) -> dict[str, str]:
    claim, text = row["claims"][0], row["text"]

    def cut(e: Json) -> str:
        return text[e["start"] : e["end"]]

    return {
        "trigger": cut(claim["trigger"]),
        "retelling": cut(claim["retellings"][0]),
        "when": cut(claim["when"]["evidence"][0]),
        "where": cut(claim["where"]["evidence"][0]),
        "doer": cut(claim["actors"][0]["evidence"][0]),
        "dead": cut(claim["harm"][0]["evidence"][0]),
    }


def test_a_span_gives_way_to_one_of_its_kind_and_every_offset_follows() -> None:
    """Over many draws each slot is its own and the other report's, the trigger and the retelling never change."""
    bank, rng = Bank([_ONE, _TWO]), random.Random(1)
    own, other = _quotes(_ONE), _quotes(_TWO)
    seen: dict[str, set[str]] = {name: set() for name in own}
    for _ in range(60):
        for name, quote in _quotes(bank.swap(_ONE, rng)).items():
            seen[name].add(quote)
    assert seen["trigger"] == {"stormed"}
    assert seen["retelling"] == {"raid"}
    for name in ("when", "where", "doer", "dead"):
        assert seen[name] == {own[name], other[name]}, name


def test_a_name_is_replaced_wherever_it_stands() -> None:
    """The group is called Red Dawn twice: no draw leaves one old name beside a new one."""
    bank, rng = Bank([_ONE, _TWO]), random.Random(2)
    for _ in range(30):
        text = bank.swap(_ONE, rng)["text"]
        assert text.count("Red Dawn") in (0, 2)
        assert text.count("Northern Column") == 2 - text.count("Red Dawn")


def test_overlapping_spans_stay() -> None:
    """Where the dead are marked inside another span, neither is replaced: one offset cannot follow two texts."""
    row = _row(
        "Fighters of Red Dawn stormed Old Ferry on Monday and killed two farmers in the raid.",
        "stormed", "Monday", "Old Ferry", "Red Dawn", "two farmers",
    )  # fmt: skip
    row["claims"][0]["actors"].append({"role": "victim", "type": "civilians", "evidence": [_span(row["text"], "farmers")]})
    bank, rng = Bank([row, _TWO]), random.Random(3)
    assert {_quotes(bank.swap(row, rng))["dead"] for _ in range(30)} == {"two farmers"}


def test_the_report_given_is_not_changed() -> None:
    """A draw makes a new report; the coded one is the same in the next epoch."""
    before = repr(_ONE)
    Bank([_ONE, _TWO]).swap(_ONE, random.Random(4))
    assert repr(_ONE) == before
