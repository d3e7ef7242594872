"""Those whom a party mourns in its statement are no dead of what its men did in the next sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.martyrs import with_mourned
from crossread.records import Actor, Claim, Document, Harm

MOURNED = "We mourn the three martyrs of the {act} on Halhul on Monday. "
OWN = "Our fighters ambushed a patrol."


def _read(text: str, source: str | None, dead: str = "three martyrs") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, source=source)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    doer = document.quote(*quote("Our fighters"))
    killed = document.quote(*quote(dead))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="claimed",
        trigger=document.quote(*quote("ambushed")),
        actors=(
            Actor(role="perpetrator", raw=doer.quote, name=None, type="rebel_group", evidence=(doer,), score=0.9),
            Actor(role="victim", raw=killed.quote, name=None, type="civilians", evidence=(killed,), score=0.9),
        ),
        harm=(
            Harm(
                effect="killed",
                raw=killed.quote,
                group=None,
                group_type="civilians",
                count=None,
                evidence=(killed,),
                score=0.9,
            ),
        ),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("act", "kind", "trigger"),
    [
        ("aggression", "armed_attack", "aggression"),
        ("air raid", "air_strike", "air raid"),
        ("shelling", "shelling", "shelling"),
        ("march", "killing", "martyrs"),
    ],
)
def test_those_mourned_are_of_another_act(act: str, kind: str, trigger: str) -> None:
    document, claim = _read(MOURNED.format(act=act) + OWN, "Hamas")
    theirs, own = with_mourned(document, [claim])
    assert (theirs.type, theirs.trigger.quote, theirs.stance) == (kind, trigger, "asserted")
    assert [(row.role, row.raw) for row in theirs.actors] == [("victim", "three martyrs")]
    assert [row.raw for row in theirs.harm] == ["three martyrs"]
    assert ([row.role for row in own.actors], own.harm, own.stance) == (["perpetrator"], (), "claimed")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("We mourn the three martyrs who fell in the battle of Halhul. " + OWN, "Hamas"),
        ("We mourn our three martyrs who rose while storming the post of Halhul. " + OWN, "Hamas"),
        (MOURNED.format(act="aggression") + OWN, "Hills Gazette"),
        ("We mourn the three martyrs of Halhul, for whom Our fighters ambushed a patrol.", "Hamas"),
        ("In the fight three martyrs rose. " + OWN, "Hamas"),
    ],
)
def test_who_fell_in_the_act_stays_with_it(text: str, source: str) -> None:
    """In battle, in one sentence with the act, in another's report, and where nobody mourns."""
    document, claim = _read(text, source)
    assert with_mourned(document, [claim]) == [claim]


def test_what_people_say_stays() -> None:
    document, claim = _read(MOURNED.format(act="aggression") + OWN, "Hamas")
    people = replace(claim, score=None)
    assert with_mourned(document, [people]) == [people]
