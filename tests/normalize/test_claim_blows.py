"""Blows, liquidations, threats and who disperses a crowd; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_forms import _claim
from test_harm_tellings import _read

from crossread.normalize.claims.blows import settle_blows, settle_dispersers
from crossread.normalize.claims.threats import without_threatened_harm
from crossread.normalize.harm.refuted import without_refuted
from crossread.records import Actor, Claim, Document, Means


def made(text: str, trigger: str, kind: str, *actors: tuple[str, str, str]) -> tuple[Document, Claim]:
    """A claim with actors (role, words, type) and an explosive, of a machine."""
    document = Document(id="doc_1", text=text)

    def quoted(words: str):  # type: ignore[no-untyped-def]
        start = text.index(words)
        return (document.quote(start, start + len(words)),)

    rows = tuple(Actor(role=r, raw=w, name=None, type=t, evidence=quoted(w), score=0.9) for r, w, t in actors)
    claim = _claim(document, trigger, harm=(), speakers=(), stance="asserted")
    means = (Means(kind="explosive", raw=trigger, evidence=quoted(trigger), score=0.9),)
    return document, replace(claim, type=kind, actors=rows, means=means, status="accomplished", score=0.9)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "left"),
    [
        ("The guard suffered a blow to the head.", "blow", "bombing", "ill_treatment"),
        ("The guard was felled by a blow with a rifle butt.", "blow", "armed_attack", "ill_treatment"),
        ("The guard saw the car blow up at the gate.", "blow up", "bombing", "bombing"),
        ("The blow to the party came with the bombing.", "bombing", "bombing", "bombing"),
        ("It was a blow to the peace talks.", "blow", "bombing", "bombing"),
    ],
)
def test_a_blow_to_the_body_is_ill_treatment(text: str, trigger: str, kind: str, left: str) -> None:
    """Nothing exploded; what blows up did, and a blow to talks is another matter."""
    document, claim = made(text, trigger, kind)
    settled = settle_blows(document, claim)
    assert settled.type == left
    assert bool(settled.means) is (left == "bombing")
    assert settle_blows(document, replace(claim, score=None)).type == kind


def test_who_suffers_a_blow_is_its_victim() -> None:
    """And his head is no target."""
    document, claim = made(
        "The guard received a blow on the head.",
        "blow",
        "bombing",
        ("perpetrator", "The guard", "police"),
        ("target", "the head", "object"),
    )
    assert [(row.role, row.raw) for row in settle_blows(document, claim).actors] == [("victim", "The guard")]


@pytest.mark.parametrize(
    ("text", "kind", "who", "left"),
    [
        ("Three militants were liquidated.", "accident", "militants", "killing"),
        ("The stock of arms was liquidated.", "weapons_seizure", "The stock", "weapons_seizure"),
    ],
)
def test_people_who_are_liquidated_were_killed(text: str, kind: str, who: str, left: str) -> None:
    """Goods are not."""
    group = "object" if "stock" in who else "rebel_group"
    document, claim = made(text, "liquidated", kind, ("victim", who, group))
    assert settle_blows(document, claim).type == left


@pytest.mark.parametrize(
    ("who", "kind", "type_", "left"),
    [
        ("CIMO", "crackdown", "protesters", "police"),
        ("The CRS", "crackdown", "rioters", "police"),
        ("CIMO", "riot", "rioters", "rioters"),
        ("Young men", "crackdown", "rioters", "rioters"),
    ],
)
def test_an_acronym_that_disperses_a_crowd_is_police(who: str, kind: str, type_: str, left: str) -> None:
    """Only where a crowd is dispersed; men with sticks stay what they are."""
    document, claim = made(f"{who} dispersed a crowd.", "dispersed", kind, ("perpetrator", who, type_))
    assert [row.type for row in settle_dispersers(document, claim).actors] == [left]


@pytest.mark.parametrize(
    ("status", "score", "left"), [("threatened", 0.9, 0), ("accomplished", 0.9, 1), ("threatened", None, 1)]
)
def test_a_threat_harms_nobody(status: str, score: float | None, left: int) -> None:
    """Unless a person says so."""
    document, rows = _read("{killed: Three journalists} received death threats.")
    rows = [replace(row, score=score) for row in rows]
    claim = replace(_claim(document, "threats", harm=tuple(rows), speakers=(), stance="asserted"), status=status, score=0.9)
    assert len(without_threatened_harm(document, claim).harm) == left


def test_people_who_may_be_displaced_stay_told() -> None:
    """All coded rows of harm to come are theirs."""
    document, rows = _read("The fighting may drive out {displaced: up to 80,000 people}.")
    claim = _claim(document, "drive out", harm=tuple(replace(row, score=0.9) for row in rows), speakers=(), stance="asserted")
    claim = replace(claim, status="threatened", score=0.9)
    assert without_threatened_harm(document, claim) == claim


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("In {killed: 680} Hussein was killed at Kossa.", 0),
        ("KOSSA (Wire) - {killed: In 680 Hussein} was killed at Kossa.", 0),
        ("Raids {killed: in 680 villages} killed many.", 1),
        ("In 680 {killed: 72} fell.", 1),
        ("In Kossa {killed: 680} were killed.", 1),
        ("Raids in {killed: 680 villages} killed many.", 1),
    ],
)
def test_a_year_is_no_number_of_people(marked: str, left: int) -> None:
    """Behind "in" and before a name."""
    document, rows = _read(marked)
    assert len(without_refuted(document.text, rows)) == left
