"""Who survives an attempt is no dead; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.harm.survived import without_survivors
from crossread.records import Actor, Claim, Document, Harm


@pytest.mark.parametrize(
    ("text", "who", "roles", "rows"),
    [
        ("Ada Bel, a politician, said she survived an attempt on her life.", "Ada Bel", ["target"], 0),
        ("Ada Bel survived an assassination attempt.", "Ada Bel", ["target"], 0),
        ("Ada Bel, of the Tarn Party (TP), stated she escaped two attempts on her life.", "Ada", ["target"], 0),
        ("Two guards died when Ada Bel survived an attempt.", "Two guards", ["victim"], 1),
        ("Two guards were killed. Ada Bel survived an attempt.", "Two guards", ["victim"], 1),
    ],
)
def test_who_survived_an_attempt_is_its_target(text: str, who: str, roles: list[str], rows: int) -> None:
    """Others who died stay dead."""
    document = Document(id="doc_1", text=text)
    evidence = (document.quote(text.index(who), text.index(who) + len(who)),)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="attempted",
        stance="asserted",
        trigger=document.quote(text.index("attempt"), text.index("attempt") + 7),
        actors=(Actor(role="victim", raw=who, name=None, type="civilians", evidence=evidence, score=0.9),),
        harm=(Harm(effect="killed", raw=who, group=None, group_type="civilians", count=None, evidence=evidence, score=0.9),),
        score=0.9,
    )
    made = without_survivors(document, claim)
    assert [row.role for row in made.actors] == roles
    assert len(made.harm) == rows
