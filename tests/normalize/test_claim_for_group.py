"""A spokesman claims for his group, which is the claimant; a leader and a ministry's spokesman are none of this."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.for_group import settle_spokesmen
from crossread.records import Actor, Claim, Document, Evidence, Harm, Speaker


def _settled(text: str, speaker: str, *claimants: str, score: float | None = 0.9) -> tuple[list[str], list[str]]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        at = text.index(words)
        return document.quote(at, at + len(words))

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote("blast"),
        actors=tuple(
            Actor(role="claimant", raw=words, name=None, type="rebel_group", evidence=(quote(words),), score=score)
            for words in claimants
        ),
        speakers=(Speaker(role="reports", raw=speaker, evidence=(quote(speaker),), score=score),),
        score=score,
    )
    told = settle_spokesmen(document, claim)
    return [row.raw for row in told.actors], [row.role for row in told.speakers]


MUSA = "The blast was ours, Abu Musa, a spokesman for al Shabaab, told us."


@pytest.mark.parametrize(
    ("text", "speaker", "claimants", "told"),
    [
        (MUSA, "Abu Musa", ("Abu Musa",), ["al Shabaab"]),
        ("The blast was ours, Abu Musa, Red Dawn's military spokesman, said.", "Abu Musa", ("Abu Musa",), ["Red Dawn"]),
        ("Red Dawn owned up to the blast, Abu Musa, Red Dawn's spokesman, said.", "Abu Musa", ("Red Dawn",), ["Red Dawn"]),
        ("Red Dawn owned up to the blast, Abu Musa, the group's spokesman, said.", "Abu Musa", ("Red Dawn",), ["Red Dawn"]),
        ("Red Dawn owned up to the blast. Its spokesman, Abu Musa, said so.", "Abu Musa", ("Red Dawn",), ["Red Dawn"]),
        (
            "Red Dawn owned up to the blast. The group's military spokesman, Abu Musa, said so.",
            "Abu Musa",
            ("Red Dawn",),
            ["Red Dawn"],
        ),
        (
            "Red Dawn owned up to the blast. Red Dawn spokesman Abu Musa said so.",
            "Red Dawn spokesman Abu Musa",
            ("Red Dawn",),
            ["Red Dawn"],
        ),
    ],
)
def test_the_group_claims_through_its_spokesman(text: str, speaker: str, claimants: tuple[str, ...], told: list[str]) -> None:
    assert _settled(text, speaker, *claimants) == (told, ["claims"])


def test_the_group_is_told_once() -> None:
    text = "Al Shabaab did the blast, Abu Musa, a spokesman for al Shabaab, said."
    assert _settled(text, "Abu Musa", "Al Shabaab", "Abu Musa") == (["Al Shabaab"], ["claims"])


@pytest.mark.parametrize(
    ("text", "speaker", "claimants"),
    [
        ("He ordered the blast, Abu Musa, the leader of Red Dawn, said.", "Abu Musa", ("Abu Musa",)),
        ("Red Dawn owned up to the blast, Ali Ba, a spokesman for the Interior Ministry, said.", "Ali Ba", ("Red Dawn",)),
        ("Red Dawn owned up to the blast. The army's spokesman, Ali Ba, said so.", "Ali Ba", ("Red Dawn",)),
        ("The Red Dawn did the blast. The army spokesman said so.", "The army spokesman", ("The Red Dawn",)),
        ("Nobody owned up to the blast, Abu Musa, a spokesman for Red Dawn, said.", "Abu Musa", ()),
    ],
)
def test_others_stay(text: str, speaker: str, claimants: tuple[str, ...]) -> None:
    assert _settled(text, speaker, *claimants) == (list(claimants), ["reports"])


def test_what_a_person_says_stays() -> None:
    assert _settled(MUSA, "Abu Musa", "Abu Musa", score=None) == (["Abu Musa"], ["reports"])


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Red Dawn owned up to the blast. Its spokesman at the time, Abu Musa, said that it had killed 90 men.", ["Abu Musa"]),
        ("Red Dawn owned up to the blast. The group's spokesman Abu Musa told a radio they had killed 90 men.", ["Abu Musa"]),
        ("Red Dawn owned up to the blast. Its spokesman, Abu Musa, said that the army had killed 90 men.", []),
        ("Red Dawn owned up to the blast. The army's spokesman, Ali Ba, said the group had killed 90 men.", []),
        ("Red Dawn owned up to the blast. Its spokesman, Abu Musa, was found. The blast had killed 90 men.", []),
    ],
)
def test_a_spokesman_who_counts_the_dead_is_a_speaker(text: str, voices: list[str]) -> None:
    document = Document(id="doc_1", text=text)
    group, blast = document.quote(0, 8), document.quote(text.index("blast"), text.index("blast") + 5)
    count = document.quote(text.index("90 men"), text.index("90 men") + 6)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=blast,
        actors=(Actor(role="claimant", raw="Red Dawn", name=None, type="rebel_group", evidence=(group,), score=0.9),),
        harm=(Harm(effect="killed", raw="90 men", group=None, group_type="unknown", count=None, evidence=(count,), score=0.9),),
        score=0.9,
    )
    made = settle_spokesmen(document, claim)
    assert [(row.raw, row.role) for row in made.speakers] == [(raw, "claims") for raw in voices]
    assert settle_spokesmen(document, made) == made
