"""Words that the terminal, the desk and a dossier share: figures, decisions, policies, and text that is safe to show."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crossread.records import Count, Judgement, Toll
from crossread.registry import list_plugins
from crossread.weigh import clean, group_decisions, say_decision, say_figure, say_policy


def toll(best: int | None, low: int | None, high: int | None, qualifier: str = "range") -> Toll:
    return Toll(effect="killed", count=Count(low=low, high=high, qualifier=qualifier), best=best, claims=())


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (toll(10, 6, 11), "10 killed (6–11)"),
        (toll(19, 17, None, "at_least"), "at least 19 killed (from 17)"),
        (toll(19, 19, None, "at_least"), "at least 19 killed"),
        (toll(19, 19, 19, "exact"), "19 killed"),
        (toll(None, 6, 11), "6–11 killed"),
    ],
)
def test_a_figure_keeps_its_bounds(told: Toll, words: str) -> None:
    """ "At least 19" is never told as 19, with the effect's label and without."""
    assert say_figure(told, "killed") == words
    assert say_figure(told) == words.replace(" killed", "")


def judgement(name: str, kind: str, subject: str, other: str | None = None, slot: str | None = None) -> Judgement:
    return Judgement(
        id=name, kind=kind, subject=subject, other=other, slot=slot, made_by="awa", made_at=datetime(2021, 6, 1, tzinfo=UTC)
    )


def test_a_decision_of_several_judgements_is_one_sentence() -> None:
    """Accounts set apart in one breath are told once; a correction names its slots."""
    apart = [judgement("jdg_a_1", "different", "x", "y"), judgement("jdg_a_2", "different", "x", "z")]
    corrected = judgement("jdg_b", "correct", "x", slot="when")
    groups = group_decisions([*apart, corrected])
    said = [say_decision(rows, lambda names: "+".join(dict.fromkeys(n for n in names if n))) for rows in groups]
    assert said == ["set apart x from y+z", "corrected when of x"]


def test_every_policy_says_how_it_counts_and_an_unknown_one_says_nothing() -> None:
    """By its name, with and without version."""
    for name in list_plugins("policies"):
        assert say_policy(name) == say_policy(name.partition("@")[0]) != ""
    assert say_policy("nobody@9") == ""


def test_text_of_a_report_becomes_one_plain_line() -> None:
    """No escape sequence, control or direction mark comes through; letters and marks of scripts do."""
    assert clean("a\x1b[31mb\x1b[0m\n\tc\u202edef\u2069 \x00g") == "ab c def g"
    assert clean("قُتل ١٢ شخصًا") == "قُتل ١٢ شخصًا"
