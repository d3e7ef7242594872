"""Fighters whom those killed who were attacked are the attackers' losses, and the killers' own word where they tell it."""

from __future__ import annotations

import pytest
from claim_maker import OPEN, actor, harm, make_claim, make_document
from tests.weigh.test_tolls import cluster

from crossread.records import Document, Evidence, Incident, Speaker
from crossread.weigh import weigh_cluster

ATTACK = "Raiders came to Gao and killed nine traders. "


def weigh(text: str, fighters: str, *, doer: str = OPEN, said: str | None = None, type_: str = "armed_attack") -> Incident:
    """An attack with nine dead traders and, told of `fighters`, twelve dead more."""
    document = make_document("a", text=text, source=None)
    speakers = () if said is None else (Speaker(role="reports", raw=said, evidence=(_quote(document, said),)),)
    rows = (
        harm("killed", 9, group="traders", evidence=(_quote(document, "nine traders"),)),
        harm("killed", 12, group=fighters, group_type="rebel_group", evidence=(_quote(document, "12"),)),
    )
    actors = (actor("perpetrator", None, doer, raw="Raiders"), actor("victim", None, "civilians", raw="traders"))
    claim = make_claim(document, type=type_, harm=rows, actors=actors, speakers=speakers)
    return weigh_cluster(cluster([claim]), [claim], {"a": document}, "best_low_high")


def _quote(document: Document, words: str) -> Evidence:
    start = document.text.rindex(words)
    return document.quote(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "fighters", "said", "best"),
    [
        ("Our forces killed 12 of its fighters in response.", "fighters", None, 9),
        ("We pursued them and killed 12 terrorists.", "terrorists", None, 9),
        ("Troops returned fire and killed 12 of the assailants.", "assailants", None, 21),
        ("12 of the assailants were killed when troops returned fire.", "assailants", None, 21),
        ("Soldiers killed 12 rebels, the army said.", "rebels", "the army", 21),
        ("The army killed 12 rebels, the army said.", "rebels", "the army", 9),
        ("The army killed 12 rebels, residents said.", "rebels", "residents", 21),
    ],
)
def test_losses_of_attackers_stand_apart(text: str, fighters: str, said: str | None, best: int) -> None:
    """What a party says that it killed itself is set aside; what others tell of it is a loss of the attackers."""
    incident = weigh(ATTACK + text, fighters, said=said)
    assert [row.best for row in incident.tolls if row.effect == "killed"] == [best]
    assert ("set aside" in incident.summary) == (best == 9)


@pytest.mark.parametrize(
    ("text", "fighters", "doer"),
    [
        ("Soldiers killed 12 rebels there.", "rebels", "state_forces"),
        ("The raiders killed 12 fighters of the village guard.", "fighters", OPEN),
        ("Soldiers killed 12 herders there.", "herders", OPEN),
    ],
)
def test_other_dead_stay_with_the_attacked(text: str, fighters: str, doer: str) -> None:
    """Forces that attacked themselves, raiders who kill fighters, and people who are no fighters."""
    incident = weigh(ATTACK + text, fighters, doer=doer)
    assert [row.best for row in incident.tolls if row.effect == "killed"] == [21]
    assert "set aside" not in incident.summary
