""" "Two militants were killed and one was arrested": the bare number is of the same people, on the same side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from claim_maker import actor, harm, make_claim, make_document
from test_tolls import weigh

from crossread.records import Harm
from crossread.weigh.case import Case
from crossread.weigh.tolls import told_tolls

TEXT = "Two militants were killed and one was arrested, the report says of the raid on the post."
RAID = actor("perpetrator", None, "unidentified_armed_group", raw="militants")
GUARD = actor("victim", None, "state_forces", raw="guard")


def rows(kind: str, bare: str | None = None, words: str = "one") -> tuple[Harm, ...]:
    document = make_document("a", text=TEXT)
    first = harm("killed", 2, group="militants", group_type=kind)
    second = harm("detained", 1, group=bare, group_type=kind)
    at, to = TEXT.index("Two"), TEXT.index(words)
    return (
        replace(first, evidence=(document.quote(at, at + 13),)),
        replace(second, evidence=(document.quote(to, to + len(words)),)),
    )


def sides(harms: tuple[Harm, ...], **more: Any) -> dict[str, str]:
    document = make_document("a", text=TEXT)
    claim = make_claim(document, actors=(RAID, GUARD), harm=harms, **more)
    case = Case(id="inc_1", accounts=(claim,), mentions=(), documents={"a": document}, groups={"a": 1})
    return {one.effect: one.side for one in told_tolls(claim, case)}


def test_a_bare_number_is_on_the_side_told_right_before() -> None:
    """The one arrested is of the attackers, as the two killed are."""
    assert sides(rows("unidentified_armed_group")) == {"killed": "doers", "detained": "doers"}


@pytest.mark.parametrize("words", ["post"])
def test_a_bare_number_farther_on_is_of_nobody_told(words: str) -> None:
    """It stays with the attacked, as any number without a word for whom it counts."""
    assert sides(rows("unidentified_armed_group", words=words))["detained"] == "suffered"


def test_a_number_with_a_noun_has_its_own_side() -> None:
    """ "And one guard" is no attacker."""
    first, second = rows("unidentified_armed_group", bare="guard", words="one")
    assert sides((first, replace(second, group_type="state_forces")))["detained"] == "suffered"


def test_an_arrested_attacker_contradicts_no_dead_guard() -> None:
    """One account counts the attackers, the other a guard: nobody was killed here and arrested there."""
    theirs = {"actors": (RAID, GUARD), "harm": rows("unidentified_armed_group"), "document": {"text": TEXT}}
    ours = {"actors": (RAID, GUARD), "harm": (harm("killed", 1, group="guard", group_type="state_forces"),)}
    assert [row.slot for row in weigh(theirs, ours).disagreements if row.severity == "outcome"] == []
