"""People held for an act are no victims of it; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.held_for import with_held_for
from crossread.records import Actor, Claim, Document, Evidence, Slot


def _claims(
    text: str,
    kind: str,
    trigger: str,
    *,
    people: tuple[str, ...] = (),
    retold: str = "",
    where: str = "",
    score: float | None = 0.8,
) -> list[tuple[str, str, list[str]]]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="background",
        status="accomplished",
        stance="asserted",
        trigger=quote(trigger),
        retellings=(quote(retold),) if retold else (),
        where=Slot(raw=where, value=None, evidence=(quote(where),), score=score) if where else None,
        actors=tuple(
            Actor(role="victim", raw=raw, name=None, type="civilians", evidence=(quote(raw),), score=score) for raw in people
        ),
        score=score,
    )
    return [(made.type, made.trigger.quote, [row.raw for row in made.actors]) for made in with_held_for(document, [claim])]


def test_those_included_are_among_the_arrested() -> None:
    """Nothing else is told of the killing: the arrest is all that the sentence tells."""
    text = "The government detained several suspects for the killing, including two officers."
    arrest = ("detention", "detained", ["suspects", "The government"])
    assert _claims(text, "killing", "killing", people=("two officers",)) == [arrest]
    kept = ("killing", "killing", ["two officers"])
    assert _claims(text, "killing", "killing", people=("two officers",), score=None) == [kept]


def test_an_act_of_which_more_is_told_stays_beside_the_arrest() -> None:
    """Its own people and its place remain."""
    text = "Police in Tarn arrested five men in connection with the bombing of a shrine in Mo."
    found = _claims(text, "bombing", "bombing", people=("a shrine",), where="in Mo", retold="arrested")
    assert found == [("bombing", "bombing", ["a shrine"]), ("detention", "arrested", ["men", "Police"])]


@pytest.mark.parametrize(
    "text",
    [
        "Police mourned several men for the killing had shocked them.",
        "Gunmen shot two men. The killing shocked Tarn, and police arrested nobody.",
        "Soldiers detained two men and left. The killing came later.",
    ],
)
def test_other_sentences_stay(text: str) -> None:
    """No arrest, or none for the act."""
    assert _claims(text, "killing", "killing") == [("killing", "killing", [])]
