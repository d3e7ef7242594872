"""The neutralised are killed, wounded or captured; the eliminated are dead; neither word reaches another sentence."""

from __future__ import annotations

import pytest

from crossread.normalize.harm.effects import settle_effects
from crossread.records import Count, Document, Harm


def _effect(text: str, raw: str, effect: str) -> str:
    document = Document(id="doc_1", text=text)
    start = text.index(raw)
    row = Harm(
        effect=effect,
        raw=raw,
        group="men",
        group_type="unknown",
        count=Count(low=10, high=10, qualifier="exact"),
        evidence=(document.quote(start, start + len(raw)),),
        score=0.8,
    )
    return settle_effects(document, [row], language="en")[0].effect


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("The army neutralised ten terrorists near Ora.", "ten terrorists"),
        ("Ten terrorists were put out of action near Ora.", "Ten terrorists"),
        ("The army put ten terrorists out of action.", "ten terrorists"),
        ("Our men took out of combat about 36 members of the enemy.", "36 members of the enemy"),
        ("Rebels said they had put nine uniforms out of action.", "nine uniforms"),
        ("Ten soldiers were taken out of combat.", "Ten soldiers"),
        ("Ten terrorists and their armed vehicle were neutralised.", "Ten terrorists"),
    ],
)
def test_the_neutralised_are_incapacitated(text: str, raw: str) -> None:
    assert _effect(text, raw, "killed") == "incapacitated"


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Over 80 servicemen were eliminated near Ora.", "80 servicemen"),
        ("The army eliminated ten terrorists.", "ten terrorists"),
        ("Ten terrorists were neutralised. Four soldiers were killed in the raid.", "Four soldiers"),
        ("The bomb was neutralised. Four villagers died when a shell hit a house.", "Four villagers"),
        ("The raid killed ten people and took a power plant out of action.", "ten people"),
        ("Ten people were killed, and two tanks were put out of action.", "Ten people"),
    ],
)
def test_others_are_killed(text: str, raw: str) -> None:
    assert _effect(text, raw, "killed") == "killed"


def test_who_was_seized_after_a_bomb_was_neutralised_is_held() -> None:
    text = "The bomb was found and neutralised. A suspect was arrested nearby."
    assert _effect(text, "A suspect", "detained") == "detained"
