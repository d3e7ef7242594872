"""Choosing thresholds: better on every group and under every encoder, never by chance."""

from __future__ import annotations

from training.sweep import _moved, sweep

START = {"claim": {"new": 0.3}, "choice": {"floor": 0.03, "sentence": 0.1}, "merge": {"type": 1.0}}


def test_the_best_step_of_each_threshold_is_kept_until_nothing_rises() -> None:
    """Thresholds that matter reach their peak one step at a time; one that changes nothing stays as it was."""

    def measure(tried: list[dict]) -> list[list[float]]:
        return [[50 - abs(t["claim"]["new"] - 0.6) * 10, 60 - abs(t["merge"]["type"] - 2.0)] for t in tried]

    chosen = sweep(START, measure, rounds=9)
    assert chosen["claim"]["new"] == 0.6
    assert chosen["merge"]["type"] == 2.0
    assert chosen["choice"] == START["choice"]


def test_a_rise_on_one_group_that_another_pays_for_is_not_taken() -> None:
    """What counts is the mean over groups: a step that helps one and costs another more is refused."""

    def measure(tried: list[dict]) -> list[list[float]]:
        return [[50 + 10 * t["claim"]["new"], 50 - 12 * t["claim"]["new"]] for t in tried]

    assert sweep(START, measure, rounds=1)["claim"]["new"] < START["claim"]["new"]


def test_a_rise_too_small_to_be_more_than_chance_is_left() -> None:
    """Less than `RISE` of the mean is chance, and the thresholds given come back."""
    assert sweep(START, lambda tried: [[50 + 0.04 * (t != START)] for t in tried], rounds=3) == START


def test_probabilities_stay_probabilities_and_logits_go_anywhere() -> None:
    """Steps of a probability stay between 0 and 1; weights in logits may go below 0."""
    high = {"claim": {"new": 0.9}, "merge": {"type": -0.5}, "scope": {"incident": 0.1}}
    assert {t["claim"]["new"] for t in _moved(high, "claim", "new")} == {0.7, 0.8, 0.85, 0.95}
    assert min(t["merge"]["type"] for t in _moved(high, "merge", "type")) == -1.5
    assert min(t["scope"]["incident"] for t in _moved(high, "scope", "incident")) == 0.0
