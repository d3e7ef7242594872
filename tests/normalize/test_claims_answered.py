"""What the army does to those who attacked is no part of what they did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from crossread.normalize.claims.answered import with_answers
from crossread.records import Actor, Claim, Document, Evidence, Harm, Speaker


def _claims(
    text: str,
    rows: Sequence[str],
    *,
    acts: Sequence[str] = ("raided",),
    voices: Sequence[str] = (),
    kind: str = "armed_attack",
    score: float | None = 0.8,
) -> list[Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    first = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="attributed" if voices else "asserted",
        trigger=quote(acts[0]),
        actors=tuple(
            Actor(role=role, raw=raw, name=None, type="rebel_group", evidence=(quote(raw),), score=score)
            for role, raw in (("perpetrator", "Rebels"), ("victim", "fighters"))
            if raw in text
        ),
        harm=tuple(
            Harm(effect="killed", raw=raw, group=None, group_type="unknown", count=None, evidence=(quote(raw),), score=score)
            for raw in rows
        ),
        speakers=tuple(Speaker(role="reports", raw=raw, evidence=(quote(raw),), score=score) for raw in voices),
        score=score,
    )
    others = [replace(first, id=act, trigger=quote(act)) for act in acts[1:]]
    return with_answers(document, [first, *others])


def test_the_armys_answer_is_a_claim_of_its_own() -> None:
    """With its dead and its doer; the attack keeps its own."""
    attack, answer = _claims("Rebels raided Kossa, killing nine. The army killed three fighters.", ["nine", "three fighters"])
    assert [row.raw for row in attack.harm] == ["nine"]
    assert [(row.role, row.raw) for row in attack.actors] == [("perpetrator", "Rebels")]
    assert [row.raw for row in answer.harm] == ["three fighters"]
    assert [(row.role, row.raw) for row in answer.actors] == [("perpetrator", "The army"), ("victim", "fighters")]
    assert (answer.trigger.quote, answer.stance) == ("killed", "asserted")


def test_who_says_it_goes_with_what_he_says() -> None:
    """The attack is the report's own word then."""
    text = "Rebels raided Kossa, killing nine. The army said it killed three fighters."
    attack, answer = _claims(text, ["nine", "three fighters"], voices=["The army"])
    assert (attack.stance, attack.speakers) == ("asserted", ())
    assert (answer.stance, [row.raw for row in answer.speakers]) == ("attributed", ["The army"])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rebels raided Kossa, killing nine. Police killed two of the attackers.", ["nine", "two of the attackers"]),
        ("Rebels raided Kossa, killing nine. The army killed three fighters during the raid.", ["nine", "three fighters"]),
        ("Rebels raided Kossa, killing nine. The rebels killed three soldiers, too.", ["nine", "three soldiers"]),
        ("Rebels raided Kossa. The army killed three fighters.", ["three fighters"]),
        ("Rebels raided Kossa, killing nine, and the army killed three fighters.", ["nine", "three fighters"]),
        ("Bombs fell on Kossa and raided nine. The army killed three fighters.", ["nine", "three fighters"]),
    ],
)
def test_one_act_told_to_its_end_stays_one(text: str, rows: list[str]) -> None:
    """Those who made the attack, a fight, one sentence, no dead before, nobody told to have done it."""
    assert len(_claims(text, rows)) == 1


def test_a_fight_another_claim_or_a_persons_stays() -> None:
    """Where a claim is told in that sentence, it has what it has."""
    text, rows = "Rebels raided Kossa, killing nine. The army killed three fighters.", ["nine", "three fighters"]
    assert len(_claims(text, rows, kind="armed_clash")) == 1
    assert len(_claims(text, rows, score=None)) == 1
    assert len(_claims(text, rows, acts=("raided", "killed"))) == 2
