"""What beasts do is an accident."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.beasts import with_beasts
from crossread.records import Actor, Claim, Document


def _claim(text: str, trigger: str, *, doer: str = "", score: float | None = 0.9) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, language="en")
    start = text.index(trigger)
    actors = (Actor(role="perpetrator", raw=doer, name=None, type="unknown"),) if doer else ()
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(start, start + len(trigger)),
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        actors=actors,
        score=score,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A leopard killed a boy on Friday.", "killed"),
        ("Lions killed four herders on Friday.", "killed"),
        ("Wild elephants trampled two farmers to death.", "trampled"),
        ("A pack of stray dogs attacked a girl.", "attacked"),
        ("A woman was mauled by a brown bear.", "mauled"),
        ("Two men were killed by sharks off the coast.", "killed"),
        ("A swarm of bees attacked a procession.", "attacked"),
    ],
)
def test_beasts_have_accidents(text: str, trigger: str) -> None:
    """By name, as subject or as doer of a passive; the doer goes."""
    found = with_beasts(*_claim(text, trigger, doer=text.split()[0]))
    assert (found.type, found.actors) == ("accident", ())


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Tamil Tigers attacked a base on Friday.", "attacked"),
        ("The Lions of Honour killed two men.", "killed"),
        ("The Black Panthers attacked a station.", "attacked"),
        ("Police dogs attacked a man at the fence.", "attacked"),
        ("Soldiers set their dogs on a man, and the dogs attacked him.", "attacked"),
        ("A lone wolf attacked a market.", "attacked"),
        ("A herder who kept dogs was killed by rebels.", "killed"),
        ("A farmer with two bulls attacked a clerk.", "attacked a"),
    ],
)
def test_groups_men_and_trained_dogs_stay(text: str, trigger: str) -> None:
    """Names with a capital, men with beasts, beasts that somebody sets on."""
    document, claim = _claim(text, trigger, doer="who")
    assert with_beasts(document, claim) == claim


def test_what_a_person_coded_stays() -> None:
    """A claim without a score keeps its type."""
    document, claim = _claim("A leopard killed a boy.", "killed", score=None)
    assert with_beasts(document, claim) == claim


@pytest.mark.parametrize(
    ("text", "trigger", "hurt"),
    [
        ("The tigers killed four soldiers in Kita.", "killed", "soldiers"),
        ("Two cobras attacked a convoy near Kita.", "attacked", "a convoy"),
        ("By the grace of God the lions attacked a barracks.", "attacked", "a barracks"),
    ],
)
def test_a_group_may_be_named_after_beasts(text: str, trigger: str, hurt: str) -> None:
    """Who attacks people under arms or where they are is none."""
    document, claim = _claim(text, trigger, doer="The tigers")
    sufferer = Actor(role="target", raw=hurt, name=None, type="unknown")
    claim = replace(claim, actors=(*claim.actors, sufferer))
    assert with_beasts(document, claim) == claim
