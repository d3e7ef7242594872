"""Of the wounded who died: they are of the dead, not of the wounded."""

from __future__ import annotations

import pytest

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.effects import settle_effects
from crossread.records import Document, Harm


def settled(text: str, raw: str) -> list[Harm]:
    """The five killed of the text, and those told by the words as hurt, with the effect that their sentence tells."""
    document = Document(id="doc_1", text=text)

    def row(words: str, effect: str) -> Harm:
        evidence = document.quote(text.index(words), text.index(words) + len(words))
        return Harm(effect=effect, raw=words, group=None, group_type="unknown", count=parse_count(words), evidence=(evidence,))

    return settle_effects(document, [row("five people", "killed"), row(raw, "injured")], language="en")


@pytest.mark.parametrize(
    ("rest", "raw"),
    [
        (", one of the injured having died in hospital. Eleven remain in care", "one of the injured"),
        (", two of those wounded having succumbed to their burns", "two of those wounded"),
        (", with one of the wounded dying on the way to a clinic", "one of the wounded"),
        (". Two of the wounded later succumbed to their injuries", "Two of the wounded"),
        (". Two of the hurt subsequently died", "Two of the hurt"),
        (", after one of the injured had passed away", "one of the injured"),
    ],
)
def test_hurt_who_died_are_among_the_dead(rest: str, raw: str) -> None:
    """However the death is told: a participle, a verb, with or without the wounds of which they died."""
    assert settled(f"Raiders killed five people{rest}.", raw)[1].effect == "killed"


@pytest.mark.parametrize(
    ("rest", "raw"),
    [
        (" and wounded nine, having surrounded the village", "nine"),
        (". Nine were wounded and are being treated; a dying man was flown out", "Nine"),
        (" and wounded nine. The fire died down", "nine"),
        (" and wounded nine, the mayor having fled", "nine"),
    ],
)
def test_others_stay_hurt(rest: str, raw: str) -> None:
    """No death of theirs is told."""
    assert settled(f"Raiders killed five people{rest}.", raw)[1].effect == "injured"


@pytest.mark.parametrize("others", ["at least 20 others", "20 others", "at most 20 others"])
def test_those_wounded_beside_the_dead_are_others(others: str) -> None:
    """ "Left 12 dead and wounded at least 20 others": the 12 are dead."""
    document = Document(id="doc_1", text=f"The bomb left 12 dead and wounded {others}.")
    start = document.text.index("12 dead")
    evidence = (document.quote(start, start + 7),)
    row = Harm(
        effect="killed", raw="12 dead", group=None, group_type="unknown", count=parse_count("12 dead"), evidence=evidence
    )
    assert [one.effect for one in settle_effects(document, [row], language="en")] == ["killed"]
