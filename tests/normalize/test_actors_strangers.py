"""Every quote of an actor is of this actor."""

from __future__ import annotations

import pytest

from crossread.normalize import Normalizer
from crossread.records import Actor, Claim, Document, Extraction


def _quotes(normalizer: Normalizer, text: str, words: list[str], *, role: str, kind: str, score: float | None) -> list[str]:
    document = Document(id="doc_1", text=text, language="en")
    quotes = tuple(document.quote(text.index(one), text.index(one) + len(one)) for one in words)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 4),
        actors=(Actor(role=role, raw=words[0], name=None, type=kind, evidence=quotes, score=score),),
        score=0.9,
    )
    made = normalizer.normalize(document, Extraction(document_id="doc_1", claims=(claim,), wording=(), made_by="test@1"))
    return [evidence.quote for evidence in made.claims[0].actors[0].evidence]


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        ("Fired on. Marxist rebels came. The AUC left Colombia.", ["Marxist rebels", "The AUC"], 1),
        ("Fired on. Colombian soldiers came. The rebels left.", ["Colombian soldiers", "The rebels"], 1),
        ("Fired on. ELN guerrillas came. FARC guerrillas left Colombia.", ["ELN guerrillas", "FARC guerrillas"], 1),
        ("Fired on. The ELN came. His sister left.", ["The ELN", "His sister"], 1),
        ("Fired on. A woman came. Two men left.", ["A woman", "Two men"], 1),
        ("Fired on. A woman came. Men and women left.", ["A woman", "Men and women"], 2),
        ("Fired on. The soldiers came. Colombian soldiers left.", ["The soldiers", "Colombian soldiers"], 2),
        ("Fired on. Rebels came. The gunmen left.", ["Rebels", "The gunmen"], 2),
        ("Fired on. The ELN came. The group left Colombia.", ["The ELN", "The group"], 2),
        ("Fired on. The commander came. A Taliban commander left.", ["The commander", "A Taliban commander"], 2),
    ],
)
def test_who_cannot_be_the_actor_is_no_quote_of_him(normalizer: Normalizer, text: str, words: list[str], kept: int) -> None:
    """Another id, another kind of body; but a nation told later, another word for gunmen and "the group" may be the same."""
    kind = "state_forces" if "oldiers" in words[0] else "rebel_group"
    assert _quotes(normalizer, text, words, role="perpetrator", kind=kind, score=0.9) == words[:kept]


def test_what_a_person_coded_keeps_its_quotes(normalizer: Normalizer) -> None:
    """Without a score the rows are a coder's."""
    words = ["The ELN", "His sister"]
    text = "Fired on. The ELN came. His sister left."
    assert _quotes(normalizer, text, words, role="perpetrator", kind="rebel_group", score=None) == words
