"""What one claim tells of each effect, and how accounts roll up."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from claim_maker import OPEN, actor, harm, make_claim, make_document

from crossread.records import Claim, Document, Incident, Speaker
from crossread.registry import list_plugins
from crossread.weigh import weigh_cluster
from crossread.weigh.case import Case
from crossread.weigh.tolls import told_tolls


def weigh(*told: dict[str, Any], policy: str = "best_low_high", groups: tuple[int, ...] | None = None) -> Incident:
    """One incident of one claim per document; documents are called a, b, c … and published a day apart."""
    documents = {name: make_document(name, **row.pop("document", {})) for name, row in zip("abcdef", told, strict=False)}
    claims = [make_claim(documents[name], **row) for name, row in zip("abcdef", told, strict=False)]
    return weigh_cluster(cluster(claims, groups), claims, documents, policy)


def cluster(claims: list[Claim], groups: tuple[int, ...] | None = None) -> Any:
    """A cluster of these claims, each document its own source unless told otherwise."""
    numbers = groups or tuple(range(1, len(claims) + 1))
    return SimpleNamespace(
        id="inc_test",
        claim_ids=tuple(claim.id for claim in claims if claim.scope == "incident"),
        mentions=tuple(claim.id for claim in claims if claim.scope != "incident"),
        source_groups={claim.document_id: number for claim, number in zip(claims, numbers, strict=True)},
    )


def toll(incident: Incident, effect: str = "killed") -> tuple[int | None, int | None, int | None]:
    """Low, best, high."""
    row = next(row for row in incident.tolls if row.effect == effect)
    return row.count.low, row.best, row.count.high


def test_groups_are_added_and_parts_are_not() -> None:
    """27 civilians and 10 fighters are 37; "including three children" adds nobody."""
    rows = (
        harm("killed", 27, group="civilians"),
        harm("killed", 10, group="fighters"),
        harm("killed", 3, group="children", part_of=0),
    )
    assert toll(weigh({"harm": rows})) == (37, 37, 37)


def test_a_sum_over_both_sides_is_no_firmer_than_its_parts() -> None:
    """About 15 of the attacked and 5 of the attackers are about 20; up to five of each are up to ten, not 0 to 10."""
    attackers = actor("perpetrator", "fighters", type="rebel_group")

    def killed(kind: str, low: int | None, high: int | None, qualifier: str) -> Incident:
        rows = (
            harm("killed", low, high, group="villagers", group_type="civilians", qualifier=kind),
            harm("killed", low, high, group="fighters", group_type="rebel_group", qualifier=qualifier),
        )
        return weigh({"type": "armed_attack", "actors": (attackers,), "harm": rows})

    (about,) = killed("about", 10, 10, "exact").tolls
    assert (about.count.low, about.count.high, about.count.qualifier) == (20, 20, "about")
    (most,) = killed("at_most", None, 5, "at_most").tolls
    assert (most.count.low, most.count.high, most.count.qualifier) == (None, 10, "at_most")


def test_nobody_by_one_and_at_least_five_by_another_speaker_is_open_above() -> None:
    """Readings of one number by two speakers of a report: 0 is a number, and the upper end stays open."""
    rows = (
        harm("killed", 0, 0, group="villagers", speaker="the army"),
        harm("killed", 5, None, group="villagers", speaker="an elder", qualifier="at_least"),
    )
    (found,) = weigh({"harm": rows}).tolls
    assert (found.count.low, found.count.high, found.count.qualifier) == (0, None, "at_least")


def test_at_least_stays_apart_from_the_number() -> None:
    """At least 19 beside 17 leaves the upper end open; 19 beside 17 closes it."""
    open_above = weigh({"harm": (harm("killed", 19, None),)}, {"harm": (harm("killed", 17),)})
    assert toll(open_above)[::2] == (17, None)
    assert toll(weigh({"harm": (harm("killed", 19),)}, {"harm": (harm("killed", 17),)}))[::2] == (17, 19)


def test_no_number_is_not_zero() -> None:
    """Vague and unstated numbers give no toll; "no casualties" gives zero."""
    assert weigh({"harm": (harm("killed", None, None, qualifier="vague"),)}).tolls == ()
    assert toll(weigh({"harm": (harm("killed", 0),)})) == (0, 0, 0)


def test_several_speakers_give_one_range() -> None:
    """Police say 10, the group says 30: readings of one number, never 40."""
    rows = (harm("killed", 10, speaker="police"), harm("killed", 30, speaker="the group"))
    assert toll(weigh({"harm": rows}))[::2] == (10, 30)


def test_copies_do_not_outvote() -> None:
    """Three copies of one story are one voice against two independent ones."""
    told = [{"harm": (harm("killed", number),)} for number in (12, 12, 12, 9, 9)]
    assert toll(weigh(*told, groups=(1, 1, 1, 2, 3)))[1] == 9


@pytest.mark.parametrize(
    "told",
    [
        {"stance": "claimed", "document": {"source": "press"}},
        {"stance": "asserted", "document": {"source": "JNIM"}},
        {"stance": "attributed", "document": {"source": "press"}, "speakers": "JNIM"},
    ],
)
def test_a_belligerents_claim_alone_never_raises_best(told: dict[str, Any]) -> None:
    """Whether claimed, said by its own outlet or only quoted from it: 30 by the doer changes neither best nor high."""
    speakers = (Speaker(role="claims", raw="JNIM", name="JNIM"),) if told.pop("speakers", None) else ()
    claimed = {**told, "speakers": speakers, "actors": (actor("perpetrator", "JNIM"),), "harm": (harm("killed", 30),)}
    incident = weigh(claimed, {"harm": (harm("killed", 10),)}, {"harm": (harm("killed", 8),)})
    assert toll(incident)[::2] == (8, 10)
    assert toll(incident)[1] in (8, 10)
    alone = weigh({**claimed, "document": {"source": "JNIM"}})
    assert toll(alone)[1] is None
    assert "alone" in alone.summary


@pytest.mark.parametrize(("others", "best"), [((), 10), ((Speaker(role="reports", raw="a doctor"),), 30)])
def test_a_toll_told_only_by_those_who_speak_for_the_doer_raises_nothing(others: tuple[Speaker, ...], best: int) -> None:
    """The group says so itself, and no actor is named: set aside. With a doctor beside it somebody else says it."""
    speakers = (Speaker(role="claims", raw="a group's statement"), *others)
    told = {"stance": "attributed", "speakers": speakers, "harm": (harm("killed", 30),), "document": {"source": "press"}}
    incident = weigh(told, {"harm": (harm("killed", 10),)})
    assert toll(incident)[2] == best


def test_attackers_dead_are_told_apart() -> None:
    """10 peacekeepers and 15 attackers: both count, but 10 against 10 is no disagreement."""
    people = (actor("perpetrator", None, "unidentified_armed_group"), actor("victim", "MINUSMA", "foreign_forces"))
    dead = harm("killed", 10, group="peacekeepers", group_type="foreign_forces")
    attackers = harm("killed", 15, group="attackers", group_type="unidentified_armed_group")
    incident = weigh({"actors": people, "harm": (dead, attackers)}, {"actors": people, "harm": (dead,)})
    assert toll(incident) == (25, 25, 25)
    assert incident.disagreements == ()


def test_policies_differ_as_named() -> None:
    """Five policies over 6, 10, 10 and at least 19, the last one by a ministry."""
    told = [
        {"harm": (harm("killed", 6),), "document": {"source": "radio"}},
        {"harm": (harm("killed", 10),), "document": {"source": "agency"}},
        {"harm": (harm("killed", 10),), "document": {"source": "paper"}},
        {"harm": (harm("killed", 19, None),), "document": {"source": "Ministry of Defence"}},
    ]
    best = {name: toll(weigh(*[{**row} for row in told], policy=name))[1] for name in list_plugins("policies")}
    assert best == {
        "best_low_high@1": 10,
        "latest_official@1": 19,
        "lowest@1": 6,
        "majority@1": None,
        "range@1": None,
    }


def test_documents_are_kept_as_accounts() -> None:
    """Every claim is an account or a mention of the incident with its source."""
    incident = weigh({"harm": ()}, {"scope": "background", "harm": (harm("killed", 50),)})
    assert [(row.source, row.weight) for row in incident.accounts] == [("a", "account"), ("b", "mention")]
    assert incident.tolls == ()


def test_a_missing_document_leaves_the_source_unknown() -> None:
    """Documents that are not at hand leave the source unknown, never invented."""
    claim = make_claim(make_document("gone"))
    documents: dict[str, Document] = {}
    incident = weigh_cluster(cluster([claim]), [claim], documents)
    assert incident.accounts[0].source is None


def test_no_casualties_are_not_listed_beside_the_dead() -> None:
    """A force that says nobody was hurt, beside an account of 15 dead: the short line names the dead alone."""
    both = weigh({"harm": [harm("killed", 15)]}, {"harm": [harm("casualties", 0)]})
    assert {row.effect for row in both.tolls} == {"killed", "casualties"}
    assert "15 killed" in both.summary
    assert "casualties" not in both.summary
    assert "0 casualties" in weigh({"harm": [harm("casualties", 0)]}).summary


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (({"status": "threatened"},), "threatened"),
        (({"status": "threatened"}, {"status": "attempted"}), "attempted"),
        (({"status": "threatened"}, {}), ""),
        (({"stance": "denied"},), "denied"),
        (({"stance": "denied"}, {"stance": "alleged"}), "alleged"),
        (({"stance": "denied"}, {"stance": "attributed"}), ""),
    ],
)
def test_what_nobody_tells_as_done_says_so(told: tuple[dict[str, Any], ...], said: str) -> None:
    """A foiled plan and a strike told only with its denial are marked in the incident and in its line."""
    incident = weigh(*told)
    assert incident.told_as == said
    assert (f"armed attack ({said})" in incident.summary) is bool(said)


def test_rival_speakers_of_one_report_make_a_range() -> None:
    """Nine by one speaker and 17 by another is 9 to 17, not 26; the word of the doer's own speaker is left out of it."""
    rows = (
        harm("killed", 8, group="patients", speaker="elders"),
        harm("killed", 1, group="nurse", speaker="elders"),
        harm("killed", 17, speaker="the rebels"),
    )
    assert toll(weigh({"harm": rows, "stance": "attributed"}))[::2] == (9, 17)
    claiming = (Speaker(role="claims", raw="the rebels"),)
    assert toll(weigh({"harm": rows, "speakers": claiming})) == (9, 9, 9)


def test_a_boast_beside_the_count_of_another_is_shown_and_set_aside() -> None:
    """ "An officer said three, the rebels claimed eight": three counts, the eight stands beside it as the rebels' own word."""
    rows = (harm("killed", 3, group="soldiers", speaker="an officer"), harm("killed", 8, speaker="the group"))
    actors = (actor("perpetrator", None, OPEN), actor("claimant", "JNIM", raw="the group"))
    speakers = (Speaker(role="claims", raw="an officer"), Speaker(role="claims", raw="the group"))
    incident = weigh({"harm": rows, "actors": actors, "speakers": speakers, "stance": "claimed"})
    assert toll(incident) == (3, 3, 3)
    assert "claim of 8 by JNIM set aside" in incident.summary
    (differ,) = [row for row in incident.disagreements if row.slot == "harm.killed"]
    assert [reading.text for reading in differ.readings] == ["3", "8 claimed by JNIM"]


def test_people_of_another_kind_without_a_number_open_the_toll() -> None:
    """Four farmers and an unknown number of fighters are at least four; more words for the counted people change nothing."""
    farmers = harm("killed", 4, group="farmers")
    fighters = harm("killed", None, None, qualifier="unstated", group="fighters", group_type="rebel_group")
    assert toll(weigh({"harm": (farmers, fighters)})) == (4, 4, None)
    again = harm("killed", None, None, qualifier="unstated", group="civilians")
    assert toll(weigh({"harm": (farmers, again)})) == (4, 4, 4)


@pytest.mark.parametrize(
    ("group", "kind", "low"), [("passengers", "civilians", 14), (None, "civilians", 20), ("recruits", "state_forces", 20)]
)
def test_what_a_party_says_of_civilians_is_not_set_aside(group: str | None, kind: str, low: int) -> None:
    """An army that puts the dead passengers at 14 boasts of no enemy's loss: its figure widens the range like any other."""
    told = {"document": {"source": "JNIM"}, "actors": (actor("perpetrator", "JNIM"),)}
    own = harm("killed", 14, group=group, group_type=kind)
    assert toll(weigh({**told, "harm": (own,)}, {"harm": (harm("killed", 20),)}))[0] == low


@pytest.mark.parametrize(("doer", "sides"), [("our lions", {"suffered": 87, "doers": 1}), ("gunmen", {"suffered": 88})])
def test_our_dead_are_those_of_who_says_our(doer: str, sides: dict[str, int]) -> None:
    """ "Our lions" killed 87, and "one of our brothers" fell: two sides; where gunmen attacked, ours are the attacked."""
    enemy = replace(harm("killed", 87, group="conscripts", group_type="civilians"), raw="87 conscripts")
    ours = replace(harm("killed", 1, group="brothers", group_type="civilians"), raw="one of our brothers")
    claim = make_claim(make_document("a"), actors=(actor("perpetrator", None, "unknown", raw=doer),), harm=(enemy, ours))
    case = Case(id="inc_1", accounts=(claim,), mentions=(), documents={"a": make_document("a")}, groups={"a": 1})
    told = told_tolls(claim, case)
    assert {one.side: one.count.low for one in told if one.count} == sides


def test_a_boast_beside_a_partys_own_dead_is_set_aside() -> None:
    """The doer admits one of its own, and claims 87 of the enemy: one counts; were it nobody, the claim alone would stand."""
    enemy = harm("killed", 87, group="conscripts", group_type="state_forces")
    ours = replace(harm("killed", 1, group="brothers"), raw="one of our brothers")
    doer = actor("perpetrator", "JNIM", raw="our lions")
    alone = weigh({"stance": "claimed", "actors": (doer,), "harm": (enemy, ours)})
    assert toll(alone) == (1, 1, 1)
    assert "1 killed (claim of 87 by JNIM set aside)" in alone.summary
    nobody = replace(harm("killed", 0, group="brothers"), raw="none of our brothers")
    boast = weigh({"stance": "claimed", "actors": (doer,), "harm": (enemy, nobody)})
    assert toll(boast) == (87, None, 87)


def test_own_losses_in_a_fight_are_no_boast() -> None:
    """ "We killed 87; four of our men fell": the first is a boast of whoever claims it, the second is what the party admits."""
    ours = replace(harm("killed", 4, group="our men"), raw="Four of our men")
    enemy = harm("killed", 87, group="soldiers", group_type="state_forces")
    actors = (actor("side_a", None, "rebel_group", raw="fighters"), actor("side_b", None, "state_forces", raw="the army"))
    claiming = Speaker(role="claims", raw="The group")
    claim = make_claim(
        make_document("a"), type="armed_clash", stance="claimed", actors=actors, harm=(enemy, ours), speakers=(claiming,)
    )
    case = Case(id="inc_1", accounts=(claim,), mentions=(), documents={"a": make_document("a")}, groups={"a": 1})
    told = {one.side: (one.count.low, one.claimed_by) for one in told_tolls(claim, case) if one.count}
    assert told == {"suffered": (87, "the group"), "doers": (4, None)}


def test_what_the_attacked_claim_of_the_attackers_is_set_aside() -> None:
    """Fourteen soldiers dead, and an army that says it killed fifty in answer: fourteen, the fifty beside it."""
    actors = (
        actor("perpetrator", None, OPEN),
        actor("victim", None, "state_forces", raw="soldiers"),
        actor("victim", None, OPEN, raw="terrorists"),
        actor("claimant", None, "state_forces", raw="The army"),
    )
    rows = (
        harm("killed", 14, group="soldiers", group_type="state_forces"),
        harm("killed", 50, None, group="terrorists", group_type=OPEN),
    )
    speakers = (Speaker(role="claims", raw="The army"),)
    incident = weigh({"harm": rows, "actors": actors, "speakers": speakers, "stance": "claimed"})
    assert toll(incident) == (14, 14, 14)
    assert "claim of at least 50 by the army set aside" in incident.summary


def test_a_party_that_reports_the_fall_of_a_town_boasts() -> None:
    """The source is a side: its enemy's dead are its claim alone, its own are not, also where control changes hands."""
    rows = (
        harm("killed", 40, group="soldiers", group_type="state_forces"),
        harm("killed", 2, group="our brothers"),
    )
    actors = (actor("perpetrator", "JNIM"), actor("victim", None, "state_forces", raw="soldiers"))
    told = {"type": "territorial_change", "harm": rows, "actors": actors, "document": {"source": "JNIM, az-Zallaqa"}}
    assert toll(weigh(told)) == (2, 2, 2)


def test_who_says_that_nobody_died_beside_a_count_is_shown_and_not_added() -> None:
    """ "Two were killed. The ministry said that nobody had died": two, and the denial stands beside it as a disagreement."""
    rows = (harm("killed", 2, group="teenagers"), harm("killed", 0, speaker="The ministry"))
    incident = weigh({"harm": rows, "speakers": (Speaker(role="denies", raw="The ministry"),)})
    assert toll(incident) == (2, 2, 2)
    (differ,) = [row for row in incident.disagreements if row.slot == "harm.killed"]
    assert {reading.text for reading in differ.readings} == {"2", "0 claimed by the ministry"}


def test_a_groups_own_statement_is_its_word_whatever_it_calls_its_men() -> None:
    """Of a statement of JNIM the enemy's dead are its claim, "brothers" or "our lions"; its martyrs are its own dead."""
    told = {
        "type": "armed_clash",
        "actors": (actor("side_a", None, raw="five brothers"), actor("victim", None, "state_forces", raw="soldiers")),
        "harm": (
            harm("killed", 38, group="soldiers", group_type="state_forces"),
            harm("killed", 4, group="martyrs", group_type="unknown"),
        ),
    }
    own, others = weigh({**told, "document": {"source": "JNIM"}}), weigh({**told, "document": {"source": "The Lantern"}})
    assert (toll(own)[1], toll(others)[1]) == (4, 42)
    assert "4 killed (claim of 38 by" in own.summary


def test_who_denies_an_act_boasts_of_nothing() -> None:
    """A group that states eleven policemen died by others' hands counts like any other; one that claims it does not."""
    policemen = harm("killed", 11, group="policemen", group_type="police")
    told = {"document": {"source": "JNIM"}, "actors": (actor("accused", "JNIM"),), "harm": (policemen,)}
    assert toll(weigh({**told, "stance": "denied"}))[1] == 11
    assert toll(weigh({**told, "stance": "claimed", "actors": (actor("perpetrator", "JNIM"),)}))[1] is None


def test_an_army_that_publishes_counts_its_enemys_losses_alone() -> None:
    """Its own dead are a count like any other; the dead of the enemy are its word, whoever else is named."""
    soldiers = harm("killed", 6, group="our soldiers", group_type="state_forces")
    terrorists = harm("incapacitated", 40, None, group="terrorists", group_type="rebel_group")
    told = weigh({"document": {"source": "General Staff of the Armed Forces"}, "harm": (soldiers, terrorists)})
    assert [(toll.effect, toll.best) for toll in told.tolls] == [("killed", 6), ("incapacitated", None)]
    assert "40 put out of action (claimed by General Staff of the Armed Forces alone)" in told.summary
    press = weigh({"document": {"source": "Reuters"}, "harm": (soldiers, terrorists)})
    assert [toll.best for toll in press.tolls] == [6, 40]
    enemy = harm("killed", None, 40, qualifier="at_most", group="servicemen", group_type="state_forces")
    victims = (actor("victim", None, "state_forces", raw="servicemen of the enemy"),)
    assert weigh({"document": {"source": "Ministry of Defence"}, "harm": (enemy,), "actors": victims}).tolls[0].best is None
    suspects = harm("killed", 2, group="gunmen", group_type="unidentified_armed_group")
    assert weigh({"document": {"source": "Nairobi Police"}, "harm": (suspects,)}).tolls[0].best == 2


@pytest.mark.parametrize(
    ("source", "own", "enemy"),
    [
        ("Malian Armed Forces", "state_forces", "rebel_group"),
        ("JNIM", "rebel_group", "state_forces"),
    ],
)
def test_a_partys_own_account_is_read_row_by_row(source: str, own: str, enemy: str) -> None:
    """For an army and for an armed group alike: its own dead and civilians count, its enemy's dead are its word alone."""
    rows = (
        harm("killed", 2, group="fighters of ours" if own == "rebel_group" else "our soldiers", group_type=own),
        harm("killed", 9, group="men of the other side", group_type=enemy),
        harm("killed", 1, group="a teacher", group_type="civilians"),
    )
    told = {"type": "armed_clash", "actors": (), "harm": rows}
    incident = weigh({**told, "document": {"source": source}})
    assert toll(incident) == (3, 3, 3)
    assert "claim of 9 by" in incident.summary
    assert incident.disagreements == ()
    assert toll(weigh({**told, "document": {"source": "The Lantern"}})) == (12, 12, 12)


@pytest.mark.parametrize(
    ("ours", "kind", "enemy"), [("our troopers", "state_forces", "rebel_group"), ("our brothers", "civilians", "state_forces")]
)
def test_who_says_our_counts_for_a_side(ours: str, kind: str, enemy: str) -> None:
    """ "Two of our troopers fell, five rebels died, the army said": the five are its word; without a speaker, the report's."""
    rows = (harm("killed", 2, group=ours, group_type=kind), harm("killed", 5, group="others", group_type=enemy))
    said = (Speaker(role="reports", raw="The side"),)
    told = {"type": "armed_clash", "actors": (), "harm": rows, "document": {"source": "The Lantern"}}
    assert toll(weigh({**told, "speakers": said})) == (2, 2, 2)
    assert toll(weigh({**told, "speakers": ()})) == (7, 7, 7)


def test_who_counts_his_own_alone_counts_a_part() -> None:
    """Six soldiers by the army and 14 dead, six soldiers among them, are no disagreement, and six is no low of all."""
    whole = replace(harm("killed", 14, group="people"), part_of=None)
    within = replace(harm("killed", 6, group="soldiers", group_type="state_forces"), part_of=0)
    alone = harm("killed", 6, group="our soldiers", group_type="state_forces")
    both = weigh({"document": {"source": "Wire"}, "harm": (whole, within)}, {"document": {"source": "Army"}, "harm": (alone,)})
    assert toll(both) == (14, 14, 14)
    assert not [row for row in both.disagreements if row.severity == "number"]
    five = harm("killed", 5, group="our soldiers", group_type="state_forces")
    other = weigh({"document": {"source": "Wire"}, "harm": (whole, within)}, {"document": {"source": "Army"}, "harm": (five,)})
    assert [row.slot for row in other.disagreements] == ["harm.killed"]
