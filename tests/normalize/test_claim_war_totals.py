"""The total of a war beside the act that it began with; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.claims.war_totals import with_war_totals
from crossread.records import Claim, Document


def _claim(marked: str, trigger: str, *more: str, score: float | None = 0.9) -> tuple[Document, Claim]:
    document, rows = _read(marked)
    tellings = []
    for words in (trigger, *more):
        start = document.text.index(words)
        tellings.append(document.quote(start, start + len(words)))
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        trigger=tellings[0],
        retellings=tuple(tellings[1:]),
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=score,
    )
    return document, claim


@pytest.mark.parametrize(
    ("marked", "tellings", "total", "act"),
    [
        (
            "{killed: Some 900 people} have been killed since March 2019, when raiders stormed the barracks at Tessit.",
            ("stormed", "killed"),
            ("killing", "killed", "since March 2019"),
            ("armed_attack", "stormed"),
        ),
        (
            "The revolt, which began in March 2019 with a raid on barracks at Tessit, has left {killed: more than 900 dead}.",
            ("raid", "revolt"),
            ("armed_clash", "revolt", None),
            ("armed_attack", "raid"),
        ),
        (
            "The insurgency began with the bombing of a bus in Tessit in 2019 and has since claimed {killed: 900 lives}.",
            ("insurgency", "bombing"),
            ("armed_clash", "insurgency", None),
            ("bombing", "bombing"),
        ),
        (
            "The conflict began in 2019 with an ambush at Tessit and has displaced {displaced: 8,000 people}.",
            ("ambush",),
            ("displacement", "8,000 people", None),
            ("armed_attack", "ambush"),
        ),
    ],
)
def test_total_is_told_apart_from_the_first_act(
    marked: str, tellings: tuple[str, ...], total: tuple[str, str, str | None], act: tuple[str, str]
) -> None:
    """The act that began the war is background and has none of the war's dead."""
    document, claim = _claim(marked, *tellings)
    whole, first = with_war_totals(document, [claim])
    assert (whole.scope, whole.type, whole.trigger.quote, whole.when.raw if whole.when else None) == ("aggregate", *total)
    assert len(whole.harm) == 1
    assert (first.scope, first.type, first.trigger.quote, first.harm) == ("background", *act, ())
    assert first.id != whole.id


@pytest.mark.parametrize(
    "marked",
    [
        "{killed: Some 90 people} have been killed in Menaka since clashes broke out on 3 March.",
        "Since fighting and clashes erupted on 3 March, {killed: some 90 people} have been killed.",
        "{killed: Some 90} have died since the ethnic clashes in the region began on 3 March between herders and farmers.",
    ],
)
def test_what_only_dates_the_total_is_no_act(marked: str) -> None:
    """The noun behind "since" tells when the counting began."""
    document, claim = _claim(marked, "clashes")
    (total,) = with_war_totals(document, [claim])
    assert (total.scope, total.type) == ("aggregate", "killing")
    assert total.when is not None
    assert total.when.raw.lower().startswith("since")
    assert total.when.raw.endswith("3 March")


def test_the_act_told_elsewhere_keeps_its_own_dead() -> None:
    """Today's fight and the total since the war began are two claims."""
    marked = "{killed: Six men} died in clashes at Tessit. {killed: Some 900} have died since the war began in 2019."
    document, claim = _claim(marked, "clashes", "war")
    total, act = with_war_totals(document, [claim])
    assert [row.raw for row in total.harm] == ["Some 900"]
    assert [row.raw for row in act.harm] == ["Six men"]
    assert act.scope == "incident"


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("{killed: Some 90 people} have been killed since gunmen attacked a hotel in Gao.", "attacked"),
        ("{killed: Some 90 people} have been killed since clashes broke out in Gao on Friday.", "clashes"),
        ("{killed: Nine men} have been killed since Monday, when raiders stormed the camp.", "stormed"),
        ("The attack on the church, which began with an explosion, has left {killed: 20 people} dead.", "explosion"),
        ("The siege, which began with a car bombing, has killed {killed: 21 people}.", "bombing"),
        ("{killed: Ninety} have died in the deadliest raid since 2019, when rebels stormed Gao.", "raid"),
        ("Raiders stormed Gao, killing {killed: nine}, since when clashes broke out.", "stormed"),
    ],
)
def test_toll_of_one_act_stays_with_it(marked: str, trigger: str) -> None:
    """An attack, a siege and a fight of these days are one act."""
    document, claim = _claim(marked, trigger)
    assert with_war_totals(document, [claim]) == [claim]


def test_total_known_as_a_claim_is_not_made_again() -> None:
    """The act only loses the numbers that another claim has."""
    marked = "{killed: Some 900} have been killed since March 2019, when raiders stormed the barracks at Tessit."
    document, act = _claim(marked, "stormed")
    _, total = _claim(marked, "killed")
    made = with_war_totals(document, [total, act])
    assert [row.trigger.quote for row in made if row.harm] == ["killed"]
    assert [row.trigger.quote for row in made if not row.harm] == ["stormed"]


def test_what_people_coded_stays() -> None:
    """A claim without a score was made by a person or another data set."""
    document, claim = _claim("{killed: Ninety} have died since clashes broke out on 3 March.", "clashes", score=None)
    assert with_war_totals(document, [claim]) == [claim]
