"""A group's own spokesman who tells what the group did claims it; others' spokesmen, and what others did, are none of this."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.boasted import with_boasts
from crossread.records import Actor, Claim, Document, Evidence, Harm, Speaker


def _told(text: str, speaker: str, act: str, dead: str, *, score: float | None = 0.9) -> tuple[str, list[str], list[str]]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        at = text.index(words)
        return document.quote(at, at + len(words))

    count = quote(dead)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted" if text.index(act) < text.index(speaker) else "attributed",
        trigger=quote(act),
        actors=(Actor(role="target", raw=dead, name=None, type="unknown", evidence=(count,), score=score),),
        harm=(Harm(effect="killed", raw=dead, group=None, group_type="unknown", count=None, evidence=(count,), score=score),),
        speakers=(Speaker(role="reports", raw=speaker, evidence=(quote(speaker),), score=score),),
        score=score,
    )
    made = with_boasts(document, claim)
    assert with_boasts(document, made) == made
    return made.stance, [row.raw for row in made.actors if row.role == "claimant"], [row.role for row in made.speakers]


@pytest.mark.parametrize(
    ("text", "speaker", "act", "group"),
    [
        ("M23 spokesman Jean Ba said that the group had killed 9 men.", "M23 spokesman Jean Ba", "killed", "M23"),
        ("Taliban spokesman Gul told Reuters by telephone that it killed 9 men.", "Taliban spokesman Gul", "killed", "Taliban"),
        ("A Taliban spokesman said its fighters had ambushed 9 men.", "A Taliban spokesman", "ambushed", "Taliban"),
        (
            "Al-Shabaab's military spokesman said they attacked 9 men.",
            "Al-Shabaab's military spokesman",
            "attacked",
            "Al-Shabaab",
        ),
    ],
)
def test_the_groups_own_act_is_claimed(text: str, speaker: str, act: str, group: str) -> None:
    assert _told(text, speaker, act, "9 men") == ("claimed", [group], ["claims"])


def test_an_act_told_before_stays_asserted() -> None:
    text = "Gunmen stormed a base. Al-Shabaab spokesman Ali Ba said the group had killed 9 men."
    assert _told(text, "Al-Shabaab spokesman Ali Ba", "stormed", "9 men") == ("asserted", ["Al-Shabaab"], ["claims"])


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("UN spokesman Jean Ba said that the group had killed 9 men.", "UN spokesman Jean Ba", "killed"),
        ("An army spokesman said it had killed 9 men.", "An army spokesman", "killed"),
        ("M23 spokesman Jean Ba said that the army had killed 9 men.", "M23 spokesman Jean Ba", "killed"),
        ("M23 spokesman Jean Ba said the group had lost 9 men and was attacked.", "M23 spokesman Jean Ba", "attacked"),
        ("M23 spokesman Jean Ba said Mai-Mai came and the group had killed 9 men.", "M23 spokesman Jean Ba", "killed"),
        ("A raid hit 9 men. M23 spokesman Jean Ba said the group had killed no one.", "M23 spokesman Jean Ba", "raid"),
    ],
)
def test_others_only_report(text: str, speaker: str, act: str) -> None:
    stance = "asserted" if text.index(act) < text.index(speaker) else "attributed"
    assert _told(text, speaker, act, "9 men") == (stance, [], ["reports"])


def test_what_a_person_says_stays() -> None:
    text = "M23 spokesman Jean Ba said that the group had killed 9 men."
    assert _told(text, "M23 spokesman Jean Ba", "killed", "9 men", score=None) == ("attributed", [], ["reports"])
