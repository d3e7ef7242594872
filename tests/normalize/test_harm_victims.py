"""Victims of a killing without a row of harm are counted as dead; others are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.harm.nobody import is_nobody
from crossread.normalize.harm.victims import count_victims
from crossread.records import Actor, Claim, Document, Harm


def _claim(text: str, trigger: str, victim: str, **codes: object) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def at(words: str) -> tuple:
        start = text.index(words)
        return (document.quote(start, start + len(words)),)

    row = Actor(role="victim", raw=victim, name=None, type="civilians", evidence=at(victim), score=0.8)
    told = {"type": "killing", "scope": "incident", "status": "accomplished", "stance": "asserted", **codes}
    return document, Claim(id="clm_1", document_id="doc_1", trigger=at(trigger)[0], actors=(row,), **told)


@pytest.mark.parametrize(
    ("text", "trigger", "victim", "raw", "number"),
    [
        ("The murder of a tribal judge shook Kossa.", "murder", "tribal judge", "a tribal judge", 1),
        ("The six teachers who were executed came from Vorel.", "executed", "teachers", "The six teachers", 6),
        ("Herders found 28 bodies of peasants near Lam.", "bodies", "peasants", "28 bodies of peasants", 28),
        ("The killing of villagers went on.", "killing", "villagers", "villagers", None),
    ],
)
def test_the_dead_are_counted_with_what_stands_before_them(
    text: str, trigger: str, victim: str, raw: str, number: int | None
) -> None:
    """Article and number belong to the row; a bare plural stays without a number."""
    document, claim = _claim(text, trigger, victim)
    (row,) = count_victims(document, claim, language="en")
    assert (row.effect, row.raw, row.count.low if row.count else None) == ("killed", raw, number)
    row.evidence[0].check(text)


@pytest.mark.parametrize(
    "codes", [{"status": "attempted"}, {"scope": "aggregate"}, {"type": "abduction"}, {"status": "threatened"}]
)
def test_nobody_dies_of_what_did_not_happen(codes: dict[str, str]) -> None:
    """An attempt, a total, another deed: no row."""
    document, claim = _claim("The murder of a judge shook Kossa.", "murder", "judge", **codes)
    assert count_victims(document, claim, language="en") == ()


def test_a_row_or_a_word_that_tells_no_death_leaves_all_as_it_is() -> None:
    """Where harm is told, nothing is added; "led off" says nothing of death."""
    document, claim = _claim("A judge was led off and shot.", "led off", "judge")
    assert count_victims(document, claim, language="en") == ()
    document, claim = _claim("The murder of a judge hurt two.", "murder", "judge")
    hurt = Harm(effect="injured", raw="two", group=None, group_type="unknown", count=None)
    assert count_victims(document, replace(claim, harm=(hurt,)), language="en") == ()


@pytest.mark.parametrize(
    ("text", "raw", "nobody"),
    [
        ("It documented 42 massacres, the murder of 170 victims.", "42 massacres", True),
        ("It documented the murder of 170 victims.", "170 victims", False),
        ("It was a murder. We met six other witnesses.", "six other witnesses", True),
        ("It was the murder of six other witnesses.", "six other witnesses", False),
        ("The murder: the youngest was 16.", "16", True),
        ("The murder: the toll was 16.", "16", False),
        ("The murder by battalions No. 377 and No. 388 hurt three.", "No. 388", True),
        ("The murder by battalions No. 377 hurt 388 men.", "388 men", False),
        ("It was murder; a guard died a hero's death.", "a hero", True),
        ("It was the murder of a hero of the war.", "a hero", False),
        ("The murder of eight fascist dogs shocked them.", "eight fascist dogs", False),
        ("The murder of eight dogs of the regime shocked them.", "eight dogs of the regime", False),
    ],
)
def test_acts_and_those_who_tell_of_them_are_no_dead(text: str, raw: str, nobody: bool) -> None:
    """Nor is the age of the youngest; what people say, without a score, stays."""
    document, claim = _claim(text, "murder", "murder")
    evidence = document.quote(text.index(raw), text.index(raw) + len(raw))
    row = Harm(effect="killed", raw=raw, group=None, group_type="unknown", count=None, evidence=(evidence,), score=0.9)
    assert is_nobody(document, claim, row) is nobody
    assert not is_nobody(document, claim, replace(row, score=None))


@pytest.mark.parametrize(("did", "nobody"), [("laid down their lives", False), ("fired back", True)])
def test_who_laid_down_his_life_is_no_mere_doer(did: str, nobody: bool) -> None:
    """Soldiers taken for doers of a fight are among its dead where their clause tells a death in solemn words."""
    raw = "two sepoys"
    document, claim = _claim(f"In the raid {raw} {did}.", "raid", raw)
    quote = claim.actors[0].evidence
    doer = Actor(role="perpetrator", raw=raw, name=None, type="state_forces", evidence=quote)
    row = Harm(effect="killed", raw=raw, group=None, group_type="unknown", count=None, evidence=quote, score=0.9)
    assert is_nobody(document, replace(claim, actors=(doer,)), row) is nobody
