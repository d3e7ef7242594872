"""Who acts in the main clause is no doer of what others did before."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.clauses import without_other_clause
from crossread.records import Actor, Claim, Document


def _kept(text: str, parties: tuple[str, str], trigger: str, kind: str = "abduction") -> list[str]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    actors = tuple(
        Actor(role="perpetrator", raw=raw, name=None, type="unknown", evidence=(document.quote(*quote(raw)),), score=0.8)
        for raw in parties
    )
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*quote(trigger)),
        actors=actors,
        score=0.9,
    )
    return [row.raw for row in without_other_clause(document, claim).actors]


@pytest.mark.parametrize(
    ("text", "parties", "trigger", "kept"),
    [
        ("Israel began an offensive after militants captured a soldier.", ("Israel", "militants"), "captured", ["militants"]),
        ("The army sent tanks when the rebels seized nine men.", ("The army", "rebels"), "seized", ["rebels"]),
        ("The army sealed the road because gunmen abducted nine.", ("The army", "gunmen"), "abducted", ["gunmen"]),
        ("Police killed ten men after gunmen abducted a banker.", ("Police", "gunmen"), "abducted", ["Police", "gunmen"]),
        ("Gunmen and soldiers captured a banker.", ("Gunmen", "soldiers"), "captured", ["Gunmen", "soldiers"]),
        ("The army came. Later the rebels seized nine men.", ("The army", "rebels"), "seized", ["The army", "rebels"]),
        ("The army came after the rebels left, and seized nine men.", ("The army", "rebels"), "seized", ["The army", "rebels"]),
        ("The rebels seized nine men after the army left.", ("rebels", "army"), "seized", ["rebels", "army"]),
    ],
)
def test_the_doer_of_the_main_clause(text: str, parties: tuple[str, str], trigger: str, kept: list[str]) -> None:
    """He is left out beside a doer of the clause; not where he does harm himself or the act is the main clause's."""
    assert _kept(text, parties, trigger) == kept


def test_sides_of_a_clash() -> None:
    """A clash has its other side in the main clause."""
    text = "Officers came when militants attacked a post."
    assert _kept(text, ("Officers", "militants"), "attacked", "armed_clash") == ["Officers", "militants"]


def test_who_holds_a_town() -> None:
    """Who gained it stands in the main clause, who left it behind "when"."""
    text = "The insurgents hold the port since May, when marines left it."
    assert _kept(text, ("The insurgents", "marines"), "left", "territorial_change") == ["The insurgents", "marines"]
