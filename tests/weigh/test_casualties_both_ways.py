"""Casualties that are dead and wounded together contradict no count of the wounded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_maker import harm
from tests.weigh.test_disagreements import slots
from tests.weigh.test_tolls import weigh


@pytest.mark.parametrize("words", ["killed and wounded nearly 200", "200 dead or injured", "200 injured/killed"])
def test_dead_and_wounded_together_are_no_other_word_for_the_wounded(words: str) -> None:
    """200 of both here, at least 50 wounded there."""
    both = replace(harm("casualties", 200), raw=words)
    assert slots(weigh({"harm": (both,)}, {"harm": (harm("injured", 50, None),)})) == []


def test_nor_are_casualties_beside_a_count_of_the_dead() -> None:
    """30 dead and some 200 casualties hold 50 wounded as well."""
    told = {"harm": (harm("killed", 30), harm("casualties", 200))}
    assert slots(weigh(told, {"harm": (harm("injured", 50, None),)})) == []


def test_casualties_alone_are_a_wider_word_and_the_grade_says_so() -> None:
    """Nobody contradicts; what is listed is named beside the grade."""
    incident = weigh({"harm": (harm("casualties", 12),)}, {"harm": (harm("injured", 12),)})
    assert (slots(incident), incident.grade) == (["harm.effect"], "fair")
    assert incident.grade_reason.startswith(
        "2 independent sources without contradiction above number; they use different words for what became of people."
    )
