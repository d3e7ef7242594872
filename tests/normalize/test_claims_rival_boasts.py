"""A party's own count of an act told before; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.rival_boasts import join_rival_boast
from crossread.normalize.counts import parse_count
from crossread.records import Actor, Claim, Document, Harm, Speaker

LEAD = "Rebels attacked an army base, killing at least 20 soldiers. "


def _claims(text: str) -> tuple[Document, list[Claim]]:
    document = Document(id="doc_1", text=text)

    def quote(words: str, start: int = 0):  # type: ignore[no-untyped-def]
        at = text.index(words, start)
        return document.quote(at, at + len(words))

    def claim(number: int, kind: str, trigger: str, count: str, doer: str, start: int) -> Claim:
        shown = quote(count, start)
        actor = Actor(role="perpetrator", raw=doer, name=None, type="rebel_group", evidence=(quote(doer, start),), score=0.9)
        row = Harm(
            effect="killed",
            raw=count,
            group="soldiers",
            group_type="state_forces",
            count=parse_count(count),
            evidence=(shown,),
            score=0.9,
        )
        (Speaker(role="claims", raw=doer, name=None, evidence=(quote(doer, start),), score=0.9),)
        return Claim(
            id=f"clm_{number}",
            document_id="doc_1",
            type=kind,
            scope="incident",
            status="accomplished",
            stance="claimed" if number == 2 else "asserted",
            trigger=quote(trigger, start),
            actors=(actor,),
            harm=(row,),
            speakers=(Speaker(role="claims", raw=doer, name=None, evidence=(quote(doer, start),), score=0.9),)
            if number == 2
            else (),
            score=0.9,
        )

    first = claim(1, "armed_attack", "attacked", "at least 20 soldiers", "Rebels", 0)
    second = claim(2, "killing", "killed", "31 soldiers", "rebels", len(LEAD))
    return document, [first, second]


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        ("The rebels claimed on Saturday to have killed 31 soldiers.", True),
        ("The rebels said they had killed 31 soldiers.", True),
        ("The rebels said they had also killed 31 soldiers.", False),
        ("The rebels fled and killed 31 soldiers.", False),
    ],
)
def test_a_count_that_the_doers_give_is_of_the_act_before(told: str, joined: bool) -> None:
    """Laid to them beside the other count; not where they tell of more."""
    document, claims = _claims(LEAD + told)
    found = join_rival_boast(document, claims)
    assert (len(found) == 1) is joined
    if joined:
        assert [(row.raw, row.speaker) for row in found[0].harm] == [("at least 20 soldiers", None), ("31 soldiers", "rebels")]
        assert [row.role for row in found[0].speakers] == ["claims"]


def test_a_count_that_could_be_of_two_acts_stays() -> None:
    """And so does what a person coded."""
    document, claims = _claims(LEAD + "The rebels claimed to have killed 31 soldiers.")
    assert len(join_rival_boast(document, [claims[0], replace(claims[0], id="clm_3"), claims[1]])) == 3
    assert len(join_rival_boast(document, [claims[0], replace(claims[1], score=None)])) == 2
