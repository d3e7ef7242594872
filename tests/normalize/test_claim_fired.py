"""Fire from afar is shelling; grenades, rifles and what was done with more than that stay attacks."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.fired import settle_fired
from crossread.records import Claim, Document, Means


def _kind(text: str, trigger: str, *means: str, score: float | None = 0.9, kind: str = "armed_attack") -> str:
    document = Document(id="doc_1", text=text)
    at = text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        means=tuple(Means(kind=one, raw=one) for one in means),
        score=score,
    )
    return settle_fired(document, claim).type


@pytest.mark.parametrize(
    ("text", "trigger", "means"),
    [
        ("Fighters fired a missile at a camp near Gao.", "fired", ("missile",)),
        ("Rebels fired at least three rockets at the airport.", "fired", ("rocket",)),
        ("Rebels launched a barrage of rockets on the town.", "launched", ("rocket",)),
        ("Troops fired artillery shells into the village.", "fired artillery shells", ("artillery",)),
    ],
)
def test_fire_from_afar_is_shelling(text: str, trigger: str, means: tuple[str, ...]) -> None:
    assert _kind(text, trigger, *means) == "shelling"
    assert _kind(text, trigger, *means, score=None) == "armed_attack"
    assert _kind(text, trigger, *means, kind="armed_clash") == "armed_clash"


@pytest.mark.parametrize(
    ("text", "trigger", "means"),
    [
        ("Rebels fired a rocket-propelled grenade at a post.", "fired", ("rocket",)),
        ("Rebels fired rockets and machine guns at a post.", "fired", ("rocket",)),
        ("Rebels fired rockets at a post.", "fired", ("rocket", "firearm")),
        ("A helicopter fired rockets at a post.", "fired", ("rocket", "aircraft")),
        ("Rebels fired at a post with a missile.", "fired", ("missile",)),
        ("Rebels stormed a post and fired rockets at it.", "stormed", ("rocket",)),
        ("The state launched a missile programme.", "launched", ("missile",)),
        ("Rebels fired shells.", "fired", ()),
    ],
)
def test_other_attacks_stay(text: str, trigger: str, means: tuple[str, ...]) -> None:
    assert _kind(text, trigger, *means) == "armed_attack"
