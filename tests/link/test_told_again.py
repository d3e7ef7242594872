"""A situation report tells an incident in its highlights, its table and its body: one incident, without another report."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import harm, judge, make_claim, make_document

from crossread.link import Collection, link_claims
from crossread.link.told_again import iter_retellings
from crossread.records import Claim, Document, Harm

DAY, NEXT = date(2021, 9, 9), date(2021, 9, 10)
TEXT = """HIGHLIGHTS
- Fourteen killed in an attack on Gao.
- The raid was told by all.
SECURITY
Gunmen entered Gao at dawn; the raid lasted an hour.
"""


def _report(
    first: dict[str, object], second: dict[str, object], *, text: str = TEXT
) -> tuple[list[Claim], dict[str, Document]]:
    report = make_document("report", text=text, published=date(2021, 9, 14))
    starts = text.index("attack"), text.index("entered")
    told = zip((first, second), starts, strict=True)
    claims = [
        make_claim(report, number=number, trigger=report.quote(start, start + 6), **slots)  # type: ignore[arg-type]
        for number, (slots, start) in enumerate(told)
    ]
    return claims, {report.id: report}


def _slots(*rows: Harm, day: date = DAY, place: str = "Gao", **more: object) -> dict[str, object]:
    return {"day": day, "place": place, "harm": rows, **more}


SAME = [
    (_slots(harm("killed", 14)), _slots(harm("killed", 14), harm("injured", 6))),
    (_slots(harm("killed", 14), harm("injured", 6)), _slots(harm("killed", 14), harm("injured", 6), day=NEXT)),
    (_slots(harm("killed", 4)), _slots(harm("killed", 4))),
    (_slots(harm("missing", 2)), _slots(harm("missing", 2), harm("injured", 1))),
]
APART = [
    (_slots(harm("killed", 2)), _slots(harm("killed", 2))),
    (_slots(harm("killed", 14)), _slots(harm("injured", 14))),
    (_slots(harm("killed", 14)), _slots(harm("killed", 14), place="Mopti")),
    (_slots(harm("killed", 4)), _slots(harm("killed", 4), day=NEXT)),
    (_slots(harm("killed", 4)), _slots(harm("killed", 4), type="bombing")),
    (_slots(harm("killed", 14)), _slots(harm("killed", 14), type="agreement")),
    (_slots(), _slots()),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_a_report_tells_its_incident_again(first: dict[str, object], second: dict[str, object]) -> None:
    """The same toll, no small one, of one day and place; the fuller telling is the account."""
    claims, documents = _report(first, second)
    (cluster,) = link_claims(claims, documents)
    assert set(cluster.all_ids) == {claim.id for claim in claims}
    assert len(cluster.claim_ids) == 1


@pytest.mark.parametrize(("first", "second"), APART)
def test_small_or_other_tolls_tell_two(first: dict[str, object], second: dict[str, object]) -> None:
    """In a list of the day's incidents two policemen die twice, and a place is attacked and signs."""
    claims, documents = _report(first, second)
    assert len(link_claims(claims, documents)) == 2


def test_two_acts_of_one_sentence_stay_two() -> None:
    """The reader took them for two."""
    text = "An attack killed fourteen, and gunmen entered Gao and killed fourteen."
    claims, documents = _report(_slots(harm("killed", 14)), _slots(harm("killed", 14)), text=text)
    assert len(link_claims(claims, documents)) == 2


def test_a_further_attack_is_another() -> None:
    """ "Another attack" with the same toll."""
    claims, documents = _report(
        _slots(harm("killed", 14)), _slots(harm("killed", 14)), text=TEXT.replace("an attack", "another attack")
    )
    assert len(link_claims(claims, documents)) == 2


def test_nobody_dies_twice() -> None:
    """The same one killed, whatever the days."""
    name = Harm(
        effect="killed", raw="Amadou Diallo", group="Amadou Diallo", group_type="civilians", count=harm("killed", 1).count
    )
    claims, documents = _report(_slots(name), _slots(name, day=date(2020, 9, 9)))
    assert len(link_claims(claims, documents)) == 1


def test_a_person_may_say_otherwise() -> None:
    """A decision stands before what the report's numbers say."""
    claims, documents = _report(*SAME[0])
    assert len(link_claims(claims, documents, [judge("different", claims[0].id, claims[1].id)])) == 2


def test_only_the_reports_of_given_claims_are_looked_at() -> None:
    """In a store whatever came new is looked at, with the whole of its report."""
    claims, documents = _report(*SAME[0])
    collection = Collection(claims, documents)
    assert list(iter_retellings(collection, frozenset(["other"]))) == []
    assert list(iter_retellings(collection, frozenset([claims[1].id]))) == [tuple(sorted(claim.id for claim in claims))]


@pytest.mark.parametrize("lead", ["In the evening gunmen", "Hours later, gunmen", "Elsewhere, gunmen"])
def test_a_further_act_of_the_day_is_its_own(lead: str) -> None:
    """The same toll, but the later sentence goes on to another act."""
    text = TEXT.replace("Gunmen", lead)
    claims, documents = _report(_slots(harm("killed", 4)), _slots(harm("killed", 4)), text=text)
    assert len(link_claims(claims, documents)) == 2
    claims, documents = _report(_slots(harm("killed", 4)), _slots(harm("killed", 4)))
    assert len(link_claims(claims, documents)) == 1


def test_a_bomb_is_not_told_again_as_men_who_were_shot() -> None:
    """Ten dead here by a bomb and there by gunmen are two incidents, however alike day and place."""
    slots = _slots(harm("killed", 14)), _slots(harm("killed", 14))
    claims, documents = _report({**slots[0], "type": "bombing"}, {**slots[1], "type": "killing"})
    assert len(link_claims(claims, documents)) == 2
