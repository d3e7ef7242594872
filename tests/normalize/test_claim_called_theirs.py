"""Who says that the dead were its members claims no act: the report itself has told who killed them."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.own_loss import settle_own_loss
from crossread.records import Actor, Claim, Document, Speaker


def read(text: str, *, killer: str = "Troops") -> tuple[str, str]:
    """The stance and the role of the Front, which the reader took for one that claims the act."""
    document = Document(id="doc_1", text=text)
    at, doer, act = text.index("The Front"), text.index(killer), text.index("shot dead")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="claimed",
        trigger=document.quote(act, act + len("shot dead")),
        actors=(
            Actor(
                role="perpetrator",
                raw=killer,
                name=None,
                type="state_forces",
                evidence=(document.quote(doer, doer + len(killer)),),
                score=0.9,
            ),
        ),
        speakers=(Speaker(role="claims", raw="The Front", evidence=(document.quote(at, at + 9),), score=0.9),),
        score=0.9,
    )
    made = settle_own_loss(document, claim)
    assert made.actors == claim.actors
    return made.stance, made.speakers[0].role


@pytest.mark.parametrize(
    "said",
    [
        "said that all three were its members",
        "said all of them were its members",
        "said two of the dead were its fighters",
        "confirmed that the men belonged to it",
    ],
)
def test_the_dead_are_its_members(said: str) -> None:
    """It reports, and what the body tells in a clause of its own is asserted."""
    assert read(f"Troops shot dead three men in Kita on Friday. The Front {said}.") == ("asserted", "reports")


def test_in_the_same_clause_it_is_only_attributed() -> None:
    """Nobody but the front tells the act there."""
    text = "The Front said all three were its members and that Troops had shot dead the men."
    assert read(text) == ("attributed", "reports")


@pytest.mark.parametrize(
    "said",
    ["said that its members had done it", "said the attackers were its fighters", "claimed the attack"],
)
def test_who_claims_the_act_does_so_still(said: str) -> None:
    """Its members are the doers there, not the dead."""
    assert read(f"Troops shot dead three men in Kita on Friday. The Front {said}.") == ("claimed", "claims")
