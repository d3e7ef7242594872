"""A row's number beside the reports': the same, within their range, or outside; a party's claim is no number of theirs."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import actor, harm, make_claim, make_document

from crossread.link import link_claims
from crossread.records import Claim, Incident
from crossread.weigh import RowNumber, tell_tolls, weigh_cluster
from crossread.weigh.coverage_numbers import compare_numbers, is_set_aside, is_settled

DOCUMENTS = {name: make_document(name, published=date(2021, 3, 6)) for name in ("row", "wire", "radio", "party")}


def _claim(name: str, killed: int, high: int | None = -1, **more: object) -> Claim:
    rows = (harm("killed", killed, high, group_type="civilians"),)
    return make_claim(DOCUMENTS[name], day=date(2021, 3, 5), place="Mopti", harm=rows, **more)  # type: ignore[arg-type]


def _numbers(*claims: Claim) -> tuple[Incident, tuple[RowNumber, ...]]:
    """The first claim is the row's."""
    (cluster,) = link_claims(list(claims), DOCUMENTS)
    incident = weigh_cluster(cluster, list(claims), DOCUMENTS)
    told = tell_tolls(incident, {claim.id: claim for claim in claims}, DOCUMENTS)
    return incident, compare_numbers(incident, claims[0].id, [claim.id for claim in claims[1:]], told)


@pytest.mark.parametrize(
    ("row", "reports", "verdict"),
    [
        (5, ((5, -1),), "agrees"),
        (5, ((4, -1), (6, -1)), "within the range"),
        (9, ((4, -1), (6, -1)), "outside the range"),
        (5, ((5, None),), "agrees"),
        (7, ((5, None),), "within the range"),
        (4, ((5, None),), "outside the range"),
    ],
)
def test_three_verdicts(row: int, reports: tuple[tuple[int, int | None], ...], verdict: str) -> None:
    """The figure or the range that the reports tell without the row decides; an open top holds whatever is larger."""
    told = [_claim(name, *numbers) for name, numbers in zip(("wire", "radio"), reports, strict=False)]
    _, (found,) = _numbers(_claim("row", row), *told)
    assert (found.effect, found.row, found.verdict) == ("killed", str(row), verdict)


def test_a_claim_of_an_enemy_s_losses_is_apart() -> None:
    """Forty by the attackers' own word make no range: the row's five still agree, and the reading is set aside."""
    boast = _claim("party", 40, stance="claimed", actors=(actor("claimant", "the rebels"),))
    row, wire = _claim("row", 5), _claim("wire", 5)
    incident, (found,) = _numbers(row, wire, boast)
    assert found.verdict == "agrees"
    told = tell_tolls(incident, {claim.id: claim for claim in (row, wire, boast)}, DOCUMENTS)
    differing = [one for one in incident.disagreements if one.severity == "number"]
    assert differing
    assert all(is_settled(one, [found]) for one in differing)
    aside = {is_set_aside(reading, one, told) for one in differing for reading in one.readings if boast.id in reading.claims}
    assert aside == {True}
