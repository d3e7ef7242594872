"""An act told as a share of a total and the total are two claims; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.claims.within_total import with_totals_apart
from crossread.records import Claim, Document, claim_id

ACT = "in an attack on the camp at Tessit on 3 May."


def _claim(marked: str, trigger: str = "attack", *others: str, scope: str = "incident") -> tuple[Document, Claim]:
    document, rows = _read(marked)
    told = [document.quote(at, at + len(word)) for word in (trigger, *others) for at in [document.text.index(word)]]
    claim = Claim(
        id=claim_id(document_id=document.id, made_by="reader@1", type="armed_attack", trigger=told[0]),
        document_id=document.id,
        trigger=told[0],
        retellings=tuple(told[1:]),
        type="armed_attack",
        scope=scope,
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=0.9,
        made_by="reader@1",
    )
    return document, claim


@pytest.mark.parametrize(
    "marked",
    [
        f"Raiders have killed {{killed: hundreds of recruits}}, including {{killed: 28}} {ACT}",
        f"The war has left {{killed: dozens of recruits}} dead, including {{killed: at least 28}} {ACT}",
        f"{{killed: Scores of recruits}} have been killed, including {{killed: 28 sergeants}} killed {ACT}",
        "Mortars have killed {killed: 90 herders}, including {killed: 28} during the shelling of Ber; an attack was feared.",
    ],
)
def test_the_act_has_its_share_and_the_total_is_a_claim_of_its_own(marked: str) -> None:
    """The number of the act counts nobody but its own dead."""
    document, claim = _claim(marked)
    total, act = with_totals_apart(document, [claim])
    assert (total.scope, total.type, len(total.harm)) == ("aggregate", "killing", 1)
    assert (act.scope, act.type, len(act.harm)) == ("incident", "armed_attack", 1)
    assert "28" in act.harm[0].raw
    assert total.id != act.id


def test_each_keeps_the_words_that_tell_it() -> None:
    """The total is told by its own verb; an act without a telling of its own, by its noun."""
    marked = f"Raiders have killed {{killed: hundreds of recruits}}, including {{killed: 28}} {ACT}"
    document, claim = _claim(marked, "killed")
    total, act = with_totals_apart(document, [claim])
    assert (total.trigger.quote, act.trigger.quote) == ("killed", "attack")
    document, claim = _claim(marked, "attack", "killed")
    total, act = with_totals_apart(document, [claim])
    assert (total.trigger.quote, act.trigger.quote, act.retellings) == ("killed", "attack", ())


def test_a_total_that_is_already_a_claim_is_not_made_again() -> None:
    """The act only loses the number that is not its own."""
    marked = f"Raiders have killed {{killed: hundreds of recruits}}, including {{killed: 28}} {ACT}"
    document, claim = _claim(marked)
    total = replace(claim, id="clm_total", scope="aggregate", harm=claim.harm[:1])
    found = with_totals_apart(document, [total, claim])
    assert found[0] is total
    assert [row.raw for row in found[1].harm] == ["28"]


@pytest.mark.parametrize(
    "marked",
    [
        f"Raiders killed {{killed: 28 recruits}}, including {{killed: two}} officers, {ACT}",
        "The attack has killed {killed: 28 recruits}, including {killed: 12} in a blast at the gate.",
        f"Raiders have killed {{killed: 40 recruits}} on Monday, including {{killed: 28}} {ACT}",
        "The attack killed {killed: 40 recruits}, including {killed: 28} in an explosion at the gate.",
        "An attack has left {killed: 40 people} dead. The dead have names, including {killed: 28} in the hospital.",
        "Raiders have killed {killed: 40 recruits}, including {killed: 28} from the north, before the attack.",
    ],
)
def test_parts_of_one_act_stay_with_it(marked: str) -> None:
    """Without an act of its own, or where one act or one day tells of all, no total is made."""
    document, claim = _claim(marked)
    assert with_totals_apart(document, [claim]) == [claim]


def test_what_people_say_and_totals_stay() -> None:
    """A claim without a score is somebody's word."""
    document, claim = _claim(f"Raiders have killed {{killed: hundreds of recruits}}, including {{killed: 28}} {ACT}")
    for kept in (replace(claim, score=None), replace(claim, scope="aggregate")):
        assert with_totals_apart(document, [kept]) == [kept]
