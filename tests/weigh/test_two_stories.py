"""Two stories of one act: the accused deny it, lay it on the others, count only their own dead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claim_maker import actor, harm, make_claim, make_document
from test_tolls import cluster, toll, weigh

from crossread.records import Incident, Speaker
from crossread.records.judgement import OWN
from crossread.weigh import compare_cells, weigh_cluster

JETS = {"type": "air_strike", "actors": (actor("perpetrator", None, "state_forces", raw="Two army jets"),)}


def _contested(incident: Incident) -> bool:
    return "actors.perpetrator" in [row.slot for row in incident.disagreements] and incident.grade == "contested"


@pytest.mark.parametrize(
    ("kind", "name", "denied"),
    [
        ("state_forces", None, True),
        ("state_forces", "Sudanese Armed Forces", False),
        ("police", None, True),
        ("rebel_group", None, False),
    ],
)
def test_an_army_without_a_name_denies_what_an_army_did(kind: str, name: str | None, *, denied: bool) -> None:
    """A denial is no second source that agrees; "the rebels" of one account need not be those of the other."""
    told = {"actors": (actor("perpetrator", None, kind, raw="forces in uniform"),)}
    denial = {"stance": "denied", "actors": (actor("accused", name, kind, raw="the force"),)}
    assert _contested(weigh(told, denial)) is denied


@pytest.mark.parametrize(
    ("doer", "denier", "denied"),
    [
        ("Israel", "Israel Defense Forces", True),
        ("Israel Defense Forces", "Israel", True),
        ("Russia", "Israel Defense Forces", False),
        ("Hamas", "Israel Defense Forces", False),
    ],
)
def test_an_army_denies_for_its_state(doer: str, denier: str, *, denied: bool) -> None:
    """ "Israel bombed a house" and "the Israeli army denied having bombed it" compete; the line names who denies."""
    told = {"actors": (actor("perpetrator", doer, "state_forces"),)}
    denial = {"stance": "denied", "actors": (actor("accused", denier, "state_forces"),)}
    incident = weigh(told, denial)
    assert _contested(incident) is denied
    if denied:
        (row,) = [row for row in incident.disagreements if row.slot == "actors.perpetrator"]
        assert f"{denier} denies it" in row.sentence
        assert f"{doer} did it" in row.sentence


def test_a_denial_answers_an_accusation_of_another_account() -> None:
    """Whom somebody accuses in one account, and who denies in another: who did it is contested. One account alone is not."""
    accuser = Speaker(role="accuses", raw="Chad", name=None)
    accusation = {"stance": "alleged", "actors": (actor("accused", "JNIM"),), "speakers": (accuser,)}
    denial = {"stance": "denied", "actors": (actor("accused", "JNIM"),)}
    incident = weigh(accusation, denial)
    assert _contested(incident)
    assert any("JNIM is accused" in row.sentence and "JNIM denies it" in row.sentence for row in incident.disagreements)
    assert not _contested(weigh(accusation, accusation))
    assert not _contested(weigh({**denial, "speakers": ()}, denial))


def test_the_list_calls_an_unnamed_denier_by_the_words_of_the_report() -> None:
    """Without a name it is the “army” that denies."""
    denial = {"type": "air_strike", "stance": "denied", "actors": (actor("accused", None, "state_forces", raw="the army"),)}
    sentence = next(row.sentence for row in weigh(JETS, denial).disagreements if row.slot == "actors.perpetrator")
    assert "the “army” denies it" in sentence
    assert "None" not in sentence


@pytest.mark.parametrize("raw", ["terrorists", "Armed insurgents", "two militants"])
def test_what_an_army_lays_on_terrorists_is_another_story(raw: str) -> None:
    """An explosion of the terrorists' own stores and a strike by jets are told of the same dead: accounts compete."""
    theirs = {"type": "bombing", "actors": (actor("perpetrator", None, "unidentified_armed_group", raw=raw),)}
    assert _contested(weigh(JETS, theirs))


def test_gunmen_may_be_soldiers_and_a_fight_has_two_sides() -> None:
    """ "Gunmen" contradict no army; nor do "militants" whom the army fights, each account telling its own side's deed."""
    gunmen = {"actors": (actor("perpetrator", None, "unidentified_armed_group", raw="gunmen"),)}
    assert not _contested(weigh({**JETS, "type": "armed_attack"}, gunmen))
    militants = actor("perpetrator", None, "unidentified_armed_group", raw="militants")
    soldiers = actor("victim", None, "state_forces", raw="soldiers")
    assert not _contested(weigh({**JETS, "type": "armed_attack"}, {"actors": (militants, soldiers)}))


@pytest.mark.parametrize(
    ("raw", "fits"), [("the rebel militia", True), ("The militia", True), ("militias", False), ("Arab militias", False)]
)
def test_the_militia_of_one_side_is_the_group_that_others_name(raw: str, *, fits: bool) -> None:
    """One party's word for its enemy contradicts no name; "militias" at large are a kind."""
    named = {"actors": (actor("perpetrator", "Rapid Support Forces", "rebel_group"),)}
    unnamed = {"actors": (actor("perpetrator", None, "political_militia", raw=raw),)}
    assert _contested(weigh(named, unnamed)) is not fits


def test_the_dead_of_two_sides_are_no_rival_numbers() -> None:
    """Four soldiers in one account and seven militants in the other: eleven, and no disagreement."""
    soldiers = {"type": "armed_clash", "harm": (harm("killed", 4, group="soldiers", group_type="state_forces"),)}
    militants = {"type": "armed_clash", "harm": (harm("killed", 7, group="militants", group_type="unidentified_armed_group"),)}
    incident = weigh(soldiers, militants)
    assert [row.slot for row in incident.disagreements] == []
    assert toll(incident)[1] == 11
    whole = {"type": "armed_clash", "harm": (harm("killed", 11),)}
    assert toll(weigh(soldiers, militants, whole))[1] == 11  # a total is told: nothing is added to it
    other = {"type": "armed_clash", "harm": (harm("killed", 9, group="militants", group_type="rebel_group"),)}
    assert [row.slot for row in weigh(soldiers, militants, other).disagreements] == ["harm.killed"]


def test_cells_tell_whose_dead_are_counted() -> None:
    """Beside seven militants, four are four soldiers."""
    documents = {name: make_document(name, published=date(2023, 5, 5)) for name in ("a", "b")}
    claims = [
        make_claim(documents["a"], type="armed_clash", harm=(harm("killed", 4, group="soldiers", group_type="state_forces"),)),
        make_claim(documents["b"], type="armed_clash", harm=(harm("killed", 7, group="rebels", group_type="rebel_group"),)),
    ]
    incident = weigh_cluster(cluster(claims), claims, documents)
    cells = compare_cells(incident, {claim.id: claim for claim in claims}, documents)["killed"]
    assert [cells[claim.id].text for claim in claims] == ["4 soldiers", "7 rebels"]
    assert {cell.sign for cell in cells.values()} == {"compatible"}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Meitei militants of Arambai Tenggol", "Kuki militants", True),
        ("Fulani gunmen", "Armed Mwaghavul youths", True),
        ("Kuki militants", "suspected Kuki gunmen", False),
        ("Kuki militants", "Heavily armed men", False),
        ("Islamist fighters", "Fulani gunmen", False),
        ("Masked men", "Kuki militants", False),
    ],
)
def test_militants_of_two_peoples_are_two_parties(one: str, other: str, *, apart: bool) -> None:
    """Each side lays it on the other people's men: nobody agrees with anybody."""
    rows = [{"actors": (actor("perpetrator", None, "unidentified_armed_group", raw=raw),)} for raw in (one, other)]
    assert _contested(weigh(*rows)) is apart


def test_two_fronts_of_one_movement_are_two() -> None:
    """They bear one name in the registry, and stand apart all the same; one front told twice is one."""
    fronts = [
        replace(actor("perpetrator", "FARC dissidents", raw=f"the {name} front"), registry_id="co-farc-dissidents")
        for name in ("Carlos Patiño", "Jaime Martínez")
    ]
    assert "actors.perpetrator" in [row.slot for row in weigh(*({"actors": (row,)} for row in fronts)).disagreements]
    assert [row.slot for row in weigh(*({"actors": (fronts[0],)} for _ in range(2))).disagreements] == []
    whole = replace(fronts[0], raw="FARC dissidents")
    assert [row.slot for row in weigh({"actors": (whole,)}, {"actors": (fronts[1],)}).disagreements] == []


def test_a_value_of_the_coders_own_says_so_in_its_cell() -> None:
    """No words of the report stand behind it."""
    document = make_document("a", published=date(2023, 5, 5))
    told = make_claim(document, day=date(2023, 5, 4), place="Gao", harm=(harm("killed", 4),))
    assert told.when is not None
    assert told.where is not None
    own = replace(
        told,
        when=replace(told.when, raw=OWN, evidence=()),
        where=replace(told.where, raw=OWN, evidence=()),
        harm=(replace(told.harm[0], raw=OWN),),
    )
    for claim, says in ((told, False), (own, True)):
        incident = weigh_cluster(cluster([claim]), [claim], {"a": document})
        cells = compare_cells(incident, {claim.id: claim}, {"a": document})
        assert [cells[slot][claim.id].text.endswith("(coder's own)") for slot in ("when", "where", "killed")] == [says] * 3
