"""Words found for a date that tell no time are no date."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, DateWindow, Document, Slot


def _raw(text: str, act: str, words: str, score: float | None = 0.9) -> str | None:
    document = Document(id="doc_1", text=text, published=date(2016, 2, 19), language="en")
    at, start = text.index(act), text.rindex(words)
    slot: Slot[DateWindow] = Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),), score=score)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(act)),
        when=slot,
        score=score,
    )
    found = when_of_claim(document, claim, "en")
    return found.raw if found is not None else None


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("The crowd dispersed peacefully in Bria.", "dispersed", "peacefully"),
        ("Two editors were detained under the decree.", "detained", "under the decree"),
        ("The genocide in Rwanda is remembered.", "genocide", "Rwanda"),
        ("The rebels took Bria, since retaken by the army.", "retaken", "since retaken"),
        ("The two men have since fled to Ippy.", "fled", "since fled"),
        ("Gangs have fought in Ippy for eight days.", "fought", "for eight days"),
        ("Ippy was fought over for three decades.", "fought", "for three"),
        ("The women were held for six days in Bria.", "held", "six days"),
        ("Students marched for weeks in Bria.", "marched", "weeks"),
        ("They carried pictures of people killed in previous protests.", "killed", "previous"),
    ],
)
def test_words_that_tell_no_time_are_left_out(text: str, act: str, words: str) -> None:
    """Adverbs of manner, laws, places, and "since" without anything that it counts from."""
    assert _raw(text, act, words) is None
    assert _raw(text, act, words, score=None) == words


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("Ten were killed during the coup attempt.", "killed", "during the coup attempt"),
        ("Men burned the hall while the talks went on.", "burned", "while the talks went on"),
        ("Troops are currently deployed in Bria.", "deployed", "currently"),
        ("Ten have been killed since the coup.", "killed", "since the coup"),
        ("Ten have been killed since Ramadan.", "killed", "since Ramadan"),
        ("Shortly thereafter a jet struck the post.", "struck", "Shortly thereafter"),
        ("They fired within hours.", "fired", "within hours"),
        ("For two days before the vote mobs burned shops.", "burned", "For two days before"),
        ("They killed nine in the previous week.", "killed", "the previous week"),
    ],
)
def test_what_tells_a_time_stays(text: str, act: str, words: str) -> None:
    """Also where it has no day that can be known."""
    assert _raw(text, act, words) is not None


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("For the first time since its 1991 creation the clinic was bombed.", "1991", False),
        ("Since the Union's 1994 founding no office was bombed until now.", "1994", False),
        # near misses
        ("The clinic was bombed in 1991, since its creation the largest.", "1991", True),
        ("The clinic was bombed in its 1991 opening week.", "1991", True),
        ("Ten were bombed since 1991.", "since 1991", True),
    ],
)
def test_the_year_in_which_a_body_began_is_no_date(text: str, words: str, told: bool) -> None:
    """What "since its 1991 creation" counts is the age of who speaks."""
    assert (_raw(text, "bombed", words) is not None) is told
    assert _raw(text, "bombed", words, score=None) == words


@pytest.mark.parametrize(
    ("text", "words", "raw"),
    [
        ("Rebels shelled Bria for three days last week, killing ten.", "for three days", "last week"),
        ("Rebels shelled Bria for three days in January.", "three days", "January"),
    ],
)
def test_the_date_behind_how_long(text: str, words: str, raw: str) -> None:
    """It is the date of what went on so long."""
    assert _raw(text, "shelled", words) == raw


def test_the_year_of_birth_dates_nothing() -> None:
    """ "A woman born in 1956 was killed": not in 1956; a year without a birth does."""
    assert _raw("A woman born in 1956 was killed at Bria.", "killed", "1956") is None
    assert _raw("A woman was killed at Bria in 1956.", "killed", "1956") == "1956"
