"""What is avenged is an act of its own: its dead are no harm of the answer, and who answers did not do it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossread.normalize.claims.avenged import with_avenged
from crossread.records import Actor, Claim, Document, Evidence, Harm, Means, Slot


def _claims(text: str, *told: dict[str, object], score: float | None = 0.9) -> tuple[Document, list[Claim]]:
    """Claims of a report, each by its trigger, its actors as (role, words) and its harm as (effect, words)."""
    document = Document(id="doc_1", text=text, language="en")

    def quote(words: object) -> Evidence:
        start = text.index(str(words))
        return document.quote(start, start + len(str(words)))

    def rows(slots: dict[str, object], name: str) -> Sequence[tuple[str, str]]:
        value = slots.get(name, ())
        assert isinstance(value, Sequence)
        return value

    made = [
        Claim(
            id=f"clm_{number}",
            document_id="doc_1",
            type=str(slots["type"]),
            scope="incident",
            status="accomplished",
            stance="asserted",
            trigger=quote(slots["trigger"]),
            where=Slot(raw="in Jos", value=None, evidence=(quote("in Jos"),), score=score) if "in Jos" in text else None,
            actors=tuple(
                Actor(role=role, raw=raw, name=None, type="unknown", evidence=(quote(raw),), score=score)
                for role, raw in rows(slots, "actors")
            ),
            harm=tuple(
                Harm(
                    effect=effect, raw=raw, group=None, group_type="civilians", count=None, evidence=(quote(raw),), score=score
                )
                for effect, raw in rows(slots, "harm")
            ),
            means=tuple(Means(kind=kind, raw=raw, evidence=(quote(raw),), score=score) for kind, raw in rows(slots, "means")),
            score=score,
        )
        for number, slots in enumerate(told)
    ]
    return document, made


def _doers(claim: Claim) -> list[str]:
    return [row.raw for row in claim.actors if row.role in ("perpetrator", "accused")]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a post in Jos in revenge for the arrest of two teachers.",
        "Gunmen attacked a post in Jos to avenge the killing of two teachers.",
        "Gunmen attacked a post in Jos after the killing of two teachers.",
        "Gunmen attacked a post in Jos in retaliation for the fatal shooting last week of two teachers.",
    ],
)
def test_who_answers_an_act_did_not_do_it(text: str) -> None:
    noun = next(word for word in ("arrest", "killing", "shooting") if word in text)
    deed = {"type": "armed_attack", "trigger": "attacked", "actors": [("perpetrator", "Gunmen")]}
    avenged = {"type": "killing", "trigger": noun, "actors": [("perpetrator", "Gunmen"), ("victim", "two teachers")]}
    first, second = with_avenged(*_claims(text, deed, avenged))
    assert (_doers(first), _doers(second)) == (["Gunmen"], [])


def test_who_answers_by_the_words_behind_did_not_do_it() -> None:
    text = "Three cooks were shot in Jos in retaliation by rebels for the killing of two farmers."
    avenged = {"type": "killing", "trigger": "killing", "actors": [("perpetrator", "rebels"), ("victim", "two farmers")]}
    (claim,) = with_avenged(*_claims(text, avenged))
    assert _doers(claim) == []


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("A mob burned a church in Jos over the killing of two students.", ["two students"]),
        ("A mob burned a church in Jos after Sunday's murder of a judge and two clerks.", ["a judge", "two clerks"]),
    ],
)
def test_the_dead_that_are_avenged_are_no_harm_of_the_answer(text: str, harm: list[str]) -> None:
    deed = {
        "type": "arson",
        "trigger": "burned",
        "actors": [("perpetrator", "A mob"), *(("victim", raw) for raw in harm)],
        "harm": [("killed", raw) for raw in harm],
    }
    first, second = with_avenged(*_claims(text, deed))
    assert (first.harm, [row.raw for row in second.harm]) == ((), harm)
    assert (second.type, second.scope, second.where) == ("killing", "background", None)
    assert ([row.role for row in first.actors], {row.role for row in second.actors}) == (["perpetrator"], {"victim"})


def test_an_answer_without_a_claim_gets_one() -> None:
    text = "Settlers torched cars in Jos after the killing of two farmers."
    avenged = {
        "type": "killing",
        "trigger": "killing",
        "actors": [("perpetrator", "Settlers"), ("victim", "two farmers")],
        "harm": [("killed", "two farmers")],
        "means": [("fire", "torched")],
    }
    act, claim = with_avenged(*_claims(text, avenged))
    assert (act.type, act.trigger.quote, _doers(act), act.harm) == ("arson", "torched", ["Settlers"], ())
    assert act.where is not None
    assert [row.kind for row in act.means] == ["fire"]
    assert (claim.where, claim.means, _doers(claim), len(claim.harm)) == (None, (), [], 1)


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Gunmen fled to the hills after the killing of two students.", "killing", "Gunmen"),
        ("Two men went on trial in Jos over the killing of two students.", "killing", "Two men"),
        ("A crowd marched in Jos after the killing by soldiers of two students.", "killing", "soldiers"),
        ("Soldiers burned a house in Jos after the killing of two students.", "burned", "Soldiers"),
        ("Rebels were blamed for the killing of two students.", "killing", "Rebels"),
    ],
)
def test_other_doers_stay(text: str, trigger: str, doer: str) -> None:
    document, claims = _claims(text, {"type": "killing", "trigger": trigger, "actors": [("perpetrator", doer)]})
    assert with_avenged(document, claims) == claims


@pytest.mark.parametrize(
    ("text", "trigger", "raw"),
    [
        ("A man shot himself in Jos after the killing of his wife.", "shot", "his wife"),
        ("A mob burned a church after the killing of a judge, leaving three dead.", "burned", "three"),
        ("A mob killed two students in Jos.", "killed", "two students"),
    ],
)
def test_other_dead_stay(text: str, trigger: str, raw: str) -> None:
    document, claims = _claims(text, {"type": "killing", "trigger": trigger, "harm": [("killed", raw)]})
    assert with_avenged(document, claims) == claims


def test_what_a_person_says_stays() -> None:
    text = "A mob burned a church in Jos over the killing of two students."
    deed = {"type": "arson", "trigger": "burned", "harm": [("killed", "two students")]}
    document, claims = _claims(text, deed, score=None)
    assert with_avenged(document, claims) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Following the killing of two farmers in Jos, settlers burned cars.",
        "Settlers burned cars in Jos after the killing of",
    ],
)
def test_a_sentence_with_nothing_before_or_behind_is_left_as_it_is(text: str) -> None:
    document, claims = _claims(text, {"type": "arson", "trigger": "burned"})
    assert with_avenged(document, claims) == claims
