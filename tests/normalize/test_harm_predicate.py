"""The verb right behind people tells what befell them, whatever befell others in the sentence."""

from __future__ import annotations

import pytest

from crossread.normalize.harm.predicate import with_own_predicate
from crossread.records import Document, Harm


def _effect(text: str, words: str, effect: str, score: float | None = 0.9) -> str:
    document = Document(id="doc_1", text=text)
    at = text.index(words)
    quote = document.quote(at, at + len(words))
    row = Harm(effect=effect, raw=words, group=None, group_type="unknown", count=None, evidence=(quote,), score=score)
    return with_own_predicate(document, [row])[0].effect


ALL = "Three soldiers were wounded and two were abducted, adding that two guides were also missing."


@pytest.mark.parametrize(
    ("text", "words", "effect", "told"),
    [
        (ALL, "Three soldiers", "missing", "injured"),
        (ALL, "two", "missing", "abducted"),
        (ALL, "two guides", "missing", "missing"),
        ("Four men had been killed and a boy was seized.", "Four men", "abducted", "killed"),
        ("Two aides were reportedly arrested.", "Two aides", "missing", "detained"),
        ("Two aides were arrested.", "Two aides", "abducted", "abducted"),
        ("One attacker was wounded and captured.", "One attacker", "detained", "detained"),
        ("Two men were killed or kidnapped.", "Two men", "abducted", "abducted"),
        ("Three soldiers were wounded.", "Three soldiers", "killed", "killed"),
        ("Two men seized by rebels were killed.", "Two men", "abducted", "abducted"),
        ("Ten are missing and some 900 have fled.", "some 900", "missing", "displaced"),
        ("Ten are missing, and some 900 people have since been displaced.", "some 900", "missing", "displaced"),
        ("Ten have been missing since 900 fled.", "Ten", "missing", "missing"),
        ("Some 900 have fled.", "Some 900", "killed", "killed"),
    ],
)
def test_the_verb_behind_people_tells_what_befell_them(text: str, words: str, effect: str, told: str) -> None:
    assert _effect(text, words, effect) == told


def test_what_a_person_says_stays() -> None:
    assert _effect(ALL, "Three soldiers", "missing", None) == "missing"
