"""Who was rescued came to no harm by the act told before."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Men attacked Menaka, killing scores. The rescued persons, including eight women, were handed over.", "eight women"),
        ("Men attacked Menaka, killing scores. Troops rescued 14 villagers, including three children.", "three children"),
    ],
)
def test_who_was_rescued_is_not_dead(normalizer: Normalizer, text: str, raw: str) -> None:
    claim = read(normalizer, text, "attacked", type="armed_attack", harm=(("killed", "scores"), ("killed", raw)))
    assert [row.raw for row in claim.harm] == ["scores"]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Men attacked Menaka. Troops rescued 14 villagers, including three children who were wounded.", "three children"),
        ("Men attacked Menaka. The army released a statement on 14 dead, including three children.", "three children"),
        ("Men attacked Menaka. Twelve people, including three children, lie in hospital.", "three children"),
    ],
)
def test_who_was_hurt_stays(normalizer: Normalizer, text: str, raw: str) -> None:
    claim = read(normalizer, text, "attacked", type="armed_attack", harm=(("injured", raw),))
    assert [row.raw for row in claim.harm] == [raw]
