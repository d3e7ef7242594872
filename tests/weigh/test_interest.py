"""Of figures that as many sources can stand by, that of who fights on neither side stands before a party's, and it says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claim_maker import actor, harm, make_claim, make_document
from tests.weigh.test_tolls import cluster, weigh

from crossread.records import Incident, Speaker
from crossread.weigh import weigh_cluster
from crossread.weigh.boasts import armed_party

WIRE = {"harm": (harm("killed", 27, group="civilians"),), "document": {"published": date(2023, 12, 2), "source": "The Wire"}}


def _party(killed: int, source: str = "Rapid Support Forces", day: int = 4, **more: object) -> dict[str, object]:
    document = {"published": date(2023, 12, day), "source": source, **more}
    return {"harm": (harm("killed", killed, group="civilians"),), "document": document}


def _killed(*told: dict[str, object]) -> tuple[int | None, str]:
    (row,) = weigh(*({**one, "document": dict(one["document"])} for one in told)).tolls  # type: ignore[call-overload]
    return row.best, row.reason


def test_a_party_that_tells_later_does_not_move_the_figure() -> None:
    """Its statement stays an account, and its number the high of the range."""
    best, reason = _killed(WIRE, _party(112))
    assert best == 27
    assert reason == "as many sources can stand by it as by 112, which rests on the word of a party (Rapid Support Forces)"


def test_a_party_whom_others_bear_out_is_heard() -> None:
    """Two sources outweigh one, whoever they are."""
    best, reason = _killed(WIRE, _party(112), _party(112, source="Radio Dabanga", day=3))
    assert best == 112
    assert reason == "2 of 3 independent sources can stand by it, more than by any other figure"


@pytest.mark.parametrize("source", ["MINUSMA", "Radio Dabanga", "Police of Kano", "Ministry of Health"])
def test_others_are_taken_by_their_day(source: str) -> None:
    """A mission of the United Nations observes, police count victims, and a ministry of health buries them."""
    best, reason = _killed(WIRE, _party(34, source=source))
    assert best == 34
    assert reason == "as many sources can stand by it as by 27, and it is told later"


def test_a_wire_that_prints_the_party_alone_has_its_interest() -> None:
    """ "The RSF said 112 died"; beside a second voice the report has its own count."""
    told = {**_party(112, source="Post"), "stance": "attributed"}
    speakers = (Speaker(role="reports", raw="the RSF", name="Rapid Support Forces"),)
    assert _killed(WIRE, {**told, "speakers": speakers})[0] == 27
    assert _killed(WIRE, {**told, "speakers": (*speakers, Speaker(role="reports", raw="a doctor"))})[0] == 112


def test_one_figure_needs_no_reason() -> None:
    """Nor do several that are one."""
    assert _killed(WIRE) == (27, "")
    assert _killed(WIRE, _party(27)) == (27, "")


def test_more_of_its_own_men_than_others_count_is_no_interest() -> None:
    """An army that mourns nine where a wire counts four has no reason to make them more; nor to be heard with two."""

    def soldiers(killed: int, source: str, day: int) -> Incident:
        rows = (harm("killed", 4, group="soldiers", group_type="state_forces"),)
        own = (harm("killed", killed, group="our soldiers", group_type="state_forces"),)
        fight = {"type": "armed_clash", "actors": (actor("side_a", None, raw="insurgents"),)}
        return weigh(
            {**fight, "harm": rows, "document": {"published": date(2024, 5, 2), "source": "The Wire"}},
            {**fight, "harm": own, "document": {"published": date(2024, 5, day), "source": source}},
        )

    assert soldiers(9, "Malian Armed Forces", 4).tolls[0].best == 9
    assert soldiers(2, "Malian Armed Forces", 4).tolls[0].best == 4


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Sudanese army", "Sudanese Armed Forces"),
        ("Hamas", "Hamas"),
        ("Niger Armed Forces", "Niger Armed Forces"),
        ("UNIFIL", None),
        ("police", None),
        ("AFP", None),
        (None, None),
    ],
)
def test_who_is_a_party(name: str | None, party: str | None) -> None:
    """Armies and armed groups, by the registry or by the words for an army."""
    assert armed_party(name) == party


def test_the_reason_is_kept_and_shown_with_the_policy() -> None:
    """Also in JSON."""
    from crossread.records import incident_from_json, incident_to_json

    documents = {name: make_document(name, published=date(2024, 1, day)) for name, day in (("a", 2), ("b", 3))}
    claims = [make_claim(documents[name], harm=(harm("killed", killed),)) for name, killed in (("a", 3), ("b", 9))]
    incident = weigh_cluster(cluster(claims), claims, documents)
    assert incident.tolls[0].reason == "as many sources can stand by it as by 3, and it is told later"
    assert incident_from_json(incident_to_json(incident)) == incident
    bare = {
        **incident_to_json(incident),
        "tolls": [{k: v for k, v in incident_to_json(incident)["tolls"][0].items() if k != "reason"}],
    }
    assert incident_from_json(bare).tolls == (replace(incident.tolls[0], reason=""),)
