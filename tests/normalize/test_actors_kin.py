"""Kin of the dead are not the dead: "the wife of a soldier killed in an ambush", and where they are themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.actors.kin import without_kin
from crossread.records import Actor, Claim, Document, Harm


def read(text: str, words: str) -> tuple[str, str]:
    """The words of the victim and of the number that are left of `words`."""
    document = Document(id="doc_1", text=text)
    at = text.index(words)
    quote = document.quote(at, at + len(words))
    act = text.index("killed")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(act, act + len("killed")),
        actors=(Actor(role="victim", raw=words, name=None, type="civilians", evidence=(quote,), score=0.9),),
        harm=(Harm(effect="killed", group=words, group_type="civilians", raw=words, count=None, evidence=(quote,), score=0.9),),
        score=0.9,
    )
    assert without_kin(document, replace(claim, score=None)) == replace(claim, score=None), "people's words stay"
    made = without_kin(document, claim)
    for row in (*made.actors, *made.harm):
        row.evidence[0].check(text)
    return made.actors[0].raw, made.harm[0].raw


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("The widow of a driver killed in an ambush told reporters so.", "The widow of a driver", "a driver"),
        ("He met relatives of soldiers killed near Kita.", "relatives of soldiers", "soldiers"),
        ("The parents of two girls who were killed on Monday wept.", "The parents of two girls", "two girls"),
        ("The family of a driver was killed in Kita.", "The family of a driver", "The family of a driver"),
        ("A family of four killed in Kita was buried.", "A family of four", "A family of four"),
        ("Brother of minister killed in Kita", "Brother of minister", "Brother of minister"),
        ("The brother of a driver killed two men.", "The brother of a driver", "The brother of a driver"),
        ("A group of soldiers killed in Kita was buried.", "A group of soldiers", "A group of soldiers"),
    ],
)
def test_whom_the_kin_are_of_suffered(text: str, words: str, left: str) -> None:
    """A participle right behind them is of the last noun; "was killed" is of the kin."""
    assert read(text, words) == (left, left)
