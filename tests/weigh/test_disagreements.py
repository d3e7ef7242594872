"""Disagreements, grades and cells."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from claim_maker import actor, harm, judge, make_claim, make_document
from test_tolls import cluster, weigh

from crossread.errors import RecordError
from crossread.records import DateWindow, Incident, Speaker
from crossread.records.incident import SEVERITIES
from crossread.weigh import apply_corrections, compare_cells, say_who, weigh_cluster
from crossread.weigh.values import plain_words

DAY = date(2019, 1, 15)
WEEK = DateWindow(earliest=date(2019, 1, 11), latest=date(2019, 1, 20), precision="week")


def slots(incident: Incident) -> list[str]:
    """The slots accounts differ on, in the incident's order."""
    return [row.slot for row in incident.disagreements]


def test_a_coarser_account_agrees() -> None:
    """A week around the day and the region around the town contradict nothing; the finer value is taken."""
    incident = weigh({"day": DAY, "place": "Mopti"}, {"day": WEEK, "place": "Mopti region"}, {"place": "Mali"})
    assert slots(incident) == []
    assert incident.when is not None
    assert incident.where is not None
    assert (incident.when.earliest, incident.where.precision) == (DAY, "exact")


def test_severity_orders_disagreements() -> None:
    """Outcome before perpetrator before date before place before number."""
    first = {
        "day": DAY,
        "place": "Gao",
        "actors": (actor("perpetrator", "AQIM"),),
        "harm": (harm("killed", 4), harm("abducted", 9)),
    }
    second = {
        "day": date(2019, 1, 17),
        "place": "Mopti",
        "actors": (actor("perpetrator", "Malian Armed Forces", "state_forces"),),
        "harm": (harm("injured", 4), harm("abducted", 2)),
    }
    incident = weigh(first, second)
    severities = [row.severity for row in incident.disagreements]
    assert severities == ["outcome", "perpetrator", "date", "place", "number"]
    assert severities == sorted(severities, key=SEVERITIES.index)
    assert incident.grade == "contested"


def test_no_civilians_harmed_contradicts_who_counts_some() -> None:
    """Also where fighters are counted beside; not where the other counts fighters or says nothing of who they were."""
    army = {"harm": (harm("killed", 23, group_type="rebel_group"), harm("casualties", 0))}
    medics = {"harm": (harm("killed", 31),)}
    rebels = {"harm": (harm("killed", 31, group_type="rebel_group"),)}
    sentences = [row.sentence for row in weigh(army, medics).disagreements]
    assert any("whether civilians were harmed" in sentence for sentence in sentences)
    assert not any("whether civilians were harmed" in row.sentence for row in weigh(army, rebels).disagreements)
    assert not any("whether civilians were harmed" in row.sentence for row in weigh(medics, medics).disagreements)


def test_gunmen_contradict_no_name() -> None:
    """Unnamed doers of an open kind fit any group; a kind of doer that excludes the group does not."""
    named = {"actors": (actor("perpetrator", "AQIM"),)}
    assert slots(weigh(named, {"actors": (actor("perpetrator", None, "unidentified_armed_group"),)})) == []
    assert slots(weigh(named, {"actors": (actor("perpetrator", None, "rebel_group", raw="rebels"),)})) == []
    assert slots(weigh(named, {"actors": (actor("perpetrator", None, "state_forces", raw="soldiers"),)})) == [
        "actors.perpetrator"
    ]


@pytest.mark.parametrize(
    ("raw", "type", "fit"),
    [
        ("two teenage girls", "civilians", True),
        ("two teenage girls wearing vests", "civilians", True),
        ("fighters", "political_militia", True),
        ("militias", "political_militia", False),
        ("farmers", "civilians", False),
        ("Fulani men", "communal_militia", False),
        ("two girls", "police", True),
    ],
)
def test_girls_and_fighters_contradict_no_group(raw: str, type: str, *, fit: bool) -> None:
    """Words for people who may belong to a group of no state exclude a state's army only; "militias" tell a kind."""
    unnamed = {"actors": (actor("perpetrator", None, type, raw=raw),)}
    named = {"actors": (actor("perpetrator", "AQIM"),)}
    army = {"actors": (actor("perpetrator", "Malian Armed Forces", "state_forces"),)}
    assert ("actors.perpetrator" not in slots(weigh(named, unnamed))) is fit
    assert "actors.perpetrator" in slots(weigh(army, unnamed))


def test_two_who_accuse_each_other_differ_on_the_doer() -> None:
    """ "Cells linked to the SDF" and "Turkish-backed factions" are two parties, though neither has a name of its own."""
    told = [
        {"actors": (actor("accused", None, raw=words),)} for words in ("cells linked to the SDF", "Turkish-backed factions")
    ]
    assert "actors.perpetrator" in slots(weigh(*told))
    same = [
        {"actors": (actor("accused", None, raw=words),)} for words in ("cells linked to the SDF", "SDF men", "local rebels")
    ]
    assert "actors.perpetrator" not in slots(weigh(*same))


def test_vehicles_and_jets_exclude_nobody() -> None:
    """What the doers came on is no doer, and of a jet it is not told whose it is."""
    named = {"actors": (actor("perpetrator", "AQIM"),)}
    gunmen = actor("perpetrator", None, "unidentified_armed_group", raw="gunmen")
    assert slots(weigh(named, {"actors": (gunmen, actor("perpetrator", None, "object", raw="motorcycles"))})) == []
    assert (
        slots(
            weigh(
                {"actors": (actor("perpetrator", None, "state_forces", raw="the army"),)},
                {"actors": (actor("perpetrator", None, "object", raw="a jet"),)},
            )
        )
        == []
    )


def test_part_and_whole_are_one_doer() -> None:
    """A group and what it is part of by the registry are not two competing doers."""
    first, second = ({"actors": (actor("perpetrator", name),)} for name in ("JNIM", "AQIM"))
    assert slots(weigh(first, second)) == []


def test_two_names_that_each_claim_the_act_stay_apart() -> None:
    """Part and whole are two doers once both claim it, be it as claimant or as the doer of what only the doers tell."""
    own = {"stance": "claimed", "actors": (actor("perpetrator", "JNIM"),)}
    incident = weigh(own, {"actors": (actor("claimant", "AQIM"),)})
    assert slots(incident) == ["actors.perpetrator"]
    assert "JNIM (claims it)" in incident.disagreements[0].sentence
    assert slots(weigh(own, {"actors": (actor("perpetrator", "AQIM"),)})) == []


def test_nobody_harmed_against_some() -> None:
    """No casualties here and five dead there is a disagreement on outcome."""
    incident = weigh({"harm": (harm("casualties", 0),)}, {"harm": (harm("killed", 5),)})
    assert (slots(incident), incident.grade) == (["harm.outcome"], "contested")


def test_about_holds_its_margin() -> None:
    """About 15 and 16 agree, about 20 and 27 do not."""
    assert slots(weigh({"harm": (harm("killed", 15, qualifier="about"),)}, {"harm": (harm("killed", 16),)})) == []
    assert slots(weigh({"harm": (harm("killed", 20, qualifier="about"),)}, {"harm": (harm("killed", 27),)})) == ["harm.killed"]


def test_loaded_names_are_told_beside_plain_ones() -> None:
    """What one report calls terrorists and another fighters is a disagreement in wording and touches no fact."""
    incident = weigh(
        {"actors": (actor("victim", None, "rebel_group", raw="terrorists"),)},
        {"actors": (actor("victim", None, "rebel_group", raw="the fighters"),)},
    )
    (row,) = incident.disagreements
    assert (row.severity, row.readings[0].text) == ("wording", "“terrorists”")


def test_who_is_only_one_of_others_is_called_nothing() -> None:
    """ "Several others" is no plain name beside a loaded one."""
    incident = weigh(
        {"actors": (actor("victim", None, "rebel_group", raw="terrorists"),)},
        {"actors": (actor("victim", None, "rebel_group", raw="several others"),)},
    )
    assert not [row for row in incident.disagreements if row.severity == "wording"]


@pytest.mark.parametrize(("groups", "grade"), [((1, 2), "fair"), ((1, 1), "weak")])
def test_grade_counts_independent_sources(groups: tuple[int, int], grade: str) -> None:
    """Two sources that agree are fair, two copies of one are weak; each reason says what would change it."""
    incident = weigh({"day": DAY}, {"day": DAY}, groups=groups)
    assert incident.grade == grade
    assert incident.independent_sources == len(set(groups))
    assert "would" in incident.grade_reason


def test_own_admission_confirms() -> None:
    """A party that claims its own act confirms it; a rival's accusation does not, nor a report by one of the doer's name."""
    own = {"stance": "claimed", "actors": (actor("perpetrator", "JNIM"), actor("claimant", "JNIM"))}
    assert weigh({**own}).grade == "confirmed"
    gunmen = actor("perpetrator", None, "unidentified_armed_group", raw="gunmen")
    assert weigh({"actors": (gunmen, actor("claimant", "JNIM"))}).grade == "confirmed"
    assert weigh({"actors": (actor("perpetrator", "MNLA"), actor("claimant", "JNIM"))}).grade == "weak"
    assert weigh({**own, "status": "threatened"}).grade == "weak"
    assert weigh({**own, "type": "accident"}).grade == "weak"
    assert weigh({"actors": (gunmen, actor("claimant", "Ana Ruiz", "civilians"))}).grade == "weak"
    assert weigh({**own, "actors": (*own["actors"], actor("accused", "MNLA"))}).grade == "contested"
    assert weigh({"actors": (actor("accused", "JNIM"),)}).grade == "weak"
    assert weigh({"actors": (actor("perpetrator", "MINUSMA"),), "document": {"source": "MINUSMA"}}).grade == "weak"


def test_no_admission_stands_beside_a_denial() -> None:
    """What one account has a party claim is not confirmed while another has it deny; a denial by others changes nothing."""
    own = {"stance": "claimed", "actors": (actor("perpetrator", "JNIM"), actor("claimant", "JNIM"))}
    denies = Speaker(role="denies", raw="Jama'at Nusrat al-Islam wal-Muslimin", name="JNIM")
    others = Speaker(role="denies", raw="MNLA", name="MNLA")
    assert weigh(own, {"speakers": (denies,)}).grade == "contested"
    assert weigh(own, {"stance": "denied", "actors": (actor("accused", "JNIM"),)}).grade == "contested"
    assert weigh({"actors": (actor("perpetrator", "JNIM"),)}, {"speakers": (denies,)}).grade == "fair"
    assert weigh(own, {"speakers": (others,)}).grade == "confirmed"
    assert weigh({**own, "speakers": (denies,)}).grade == "confirmed"  # it claims the attack, and denies some of it
    accused = (*own["actors"], actor("accused", "JNIM", raw="our men"))
    assert weigh({**own, "actors": accused, "speakers": (denies,)}).grade == "weak"  # it denies what it is accused of
    ours = Speaker(role="denies", raw="Our men", name=None)
    assert weigh({**own, "actors": accused, "speakers": (ours,)}).grade == "weak"
    told = {"actors": (actor("perpetrator", "JNIM"),)}
    assert weigh(told, {**own, "actors": accused, "speakers": (ours,)}).grade == "contested"


@pytest.mark.parametrize(
    ("raw", "kind", "doer", "owner"),
    [
        ("The military", "state_forces", None, "The “military”"),
        ("the junta", "state_forces", ("Myanmar Armed Forces", "state_forces"), "Myanmar Armed Forces"),
        ("The commander", "state_forces", None, None),
        ("The rebels", "rebel_group", None, None),
    ],
)
def test_the_military_without_a_name_accepts_it(raw: str, kind: str, doer: tuple[str, str] | None, owner: str | None) -> None:
    """There is one in the country; people and groups at large stay as they are."""
    actors = (actor("claimant", None, kind, raw=raw), *((actor("perpetrator", *doer),) if doer else ()))
    told = weigh({"stance": "claimed", "actors": actors})
    assert told.grade == ("confirmed" if owner else "weak")
    if owner:
        assert told.grade_reason.startswith(f"{owner} accepts its own responsibility")


def test_who_denies_that_he_did_it_does_not_deny_that_it_happened() -> None:
    """Guilt denied is a disagreement on the doer, and only with an account that names that doer; a denial of the act is one on
    what happened, whoever stands accused."""
    gunmen = {"actors": (actor("perpetrator", None, "unidentified_armed_group", raw="gunmen"),)}
    told = {"actors": (actor("perpetrator", "JNIM"),)}
    denial = {"stance": "denied", "actors": (actor("accused", "JNIM"),)}
    assert (slots(weigh(gunmen, denial)), weigh(gunmen, denial).grade) == ([], "fair")
    contest = weigh(told, denial)
    assert (slots(contest), contest.grade) == (["actors.perpetrator"], "contested")
    assert "Accounts differ on whether JNIM did it" in contest.disagreements[0].sentence
    assert slots(weigh(told, {"stance": "denied"})) == ["stance"]
    assert slots(weigh({"actors": (actor("perpetrator", "MNLA"),)}, denial)) == []


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("The militia denied any part in it.", None),
        ("The militia said that its men had not been near the town.", None),
        ("The militia said that no such attack had taken place.", "stance"),
        ("The militia called the report a fabrication.", "stance"),
        ("The militia said there had been no raid.", "stance"),
    ],
)
def test_the_words_tell_what_is_denied(text: str, slot: str | None) -> None:
    documents = {"a": make_document("a"), "b": make_document("b", text=text)}
    quote = documents["b"].quote(0, len("The militia"))
    denier = Speaker(role="denies", raw=quote.quote, name=None, evidence=(quote,))
    denial = make_claim(documents["b"], stance="denied", actors=(actor("accused", "JNIM"),), speakers=(denier,))
    claims = {claim.id: claim for claim in (make_claim(documents["a"]), denial)}
    incident = weigh_cluster(cluster(list(claims.values())), claims, {d.id: d for d in documents.values()})
    assert slots(incident) == ([slot] if slot else [])


def test_dismissed_accounts_decide_nothing_and_stay_visible() -> None:
    """A reviewer's dismissal takes a claim out of the toll; all dismissed, the incident is discounted; accepting undoes it."""
    documents = {name: make_document(name) for name in "ab"}
    claims = [make_claim(documents["a"], harm=(harm("killed", 4),)), make_claim(documents["b"], harm=(harm("killed", 40),))]
    one = judge("dismiss", claims[1].id, minute=1, reason="typing error in the source")
    incident = weigh_cluster(cluster(claims), claims, documents, judgements=[one])
    assert (incident.tolls[0].best, len(incident.accounts)) == (4, 2)
    both = [one, judge("dismiss", claims[0].id, minute=2, reason="retracted")]
    discounted = weigh_cluster(cluster(claims), claims, documents, judgements=both)
    assert (discounted.grade, discounted.tolls, len(discounted.accounts)) == ("discounted", (), 2)
    again = [*both, judge("accept", claims[0].id, minute=3)]
    assert weigh_cluster(cluster(claims), claims, documents, judgements=again).grade == "weak"


def test_corrections_change_the_slot_and_nothing_else() -> None:
    """The latest correction of a slot holds; the claim given stays as it is; a slot no claim has is refused."""
    claim = make_claim(make_document("a"), day=DAY)
    early = judge("correct", claim.id, minute=1, slot="type", value=json.dumps("killing"))
    late = judge("correct", claim.id, minute=2, slot="type", value=json.dumps("bombing"))
    (corrected,) = apply_corrections([claim], [late, early])
    assert (corrected.type, corrected.id, corrected.when, claim.type) == ("bombing", claim.id, claim.when, "armed_attack")
    with pytest.raises(RecordError, match="a slot that a claim does not have"):
        apply_corrections([claim], [judge("correct", claim.id, slot="colour", value="1")])


def test_cells_say_what_each_account_tells() -> None:
    """For each slot one cell per account, with its sign, and the quote it rests on."""
    documents = {name: make_document(name) for name in "abc"}
    claims = [
        make_claim(documents["a"], day=DAY, harm=(harm("killed", 10),)),
        make_claim(documents["b"], day=WEEK, harm=(harm("killed", 10),)),
        make_claim(documents["c"], harm=(harm("killed", 12),)),
    ]
    incident = weigh_cluster(cluster(claims), claims, documents)
    cells = compare_cells(incident, {claim.id: claim for claim in claims}, documents)
    assert [cell.sign for cell in cells["when"].values()] == ["agrees", "compatible", "not told"]
    assert [cell.sign for cell in cells["killed"].values()] == ["agrees", "agrees", "differs"]
    assert cells["when"][claims[0].id].quotes[0].quote == "Gunmen"
    assert "where" not in cells


def test_summary_is_one_neutral_line() -> None:
    """Date, type, place, toll, sources: no report's own words in it."""
    told = {"day": DAY, "place": "Gao", "harm": (harm("killed", 4),), "actors": (actor("victim", None, raw="terrorists"),)}
    assert weigh({**told}, {**told}).summary == "15 Jan 2019 · armed attack · Gao, Mali · 4 killed · 2 sources"


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("France", "Operation Barkhane", True),
        ("French Air Force", "Operation Barkhane", True),
        ("France", "French Air Force", True),
        ("French Armed Forces", "French Air Force", True),
        ("French Army", "French Air Force", False),
        ("France", "Chadian Armed Forces", False),
        ("MINUSMA", "MONUSCO", False),
    ],
)
def test_a_state_and_its_forces_are_no_two_doers(one: str, other: str, *, fit: bool) -> None:
    """A state, its armed forces, its operation abroad hold its air force; its army and its air force are two."""
    first, second = ({"actors": (actor("perpetrator", name, "foreign_forces"),)} for name in (one, other))
    assert ("actors.perpetrator" not in slots(weigh(first, second))) is fit


def test_dead_traders_and_put_out_of_action_attackers_are_not_the_same_people() -> None:
    """Nine traders killed and nine attackers "neutralised" differ on no outcome; nine people and nine people do."""
    killed = harm("killed", 9, group="traders")
    attackers = harm("incapacitated", 9, group_type="unidentified_armed_group")
    unsaid = harm("incapacitated", 9, group_type="unknown")
    assert not [row for row in weigh({"harm": (killed,)}, {"harm": (attackers,)}).disagreements if row.severity == "outcome"]
    assert [row for row in weigh({"harm": (killed,)}, {"harm": (unsaid,)}).disagreements if row.severity == "outcome"]


def test_two_lower_bounds_are_compatible() -> None:
    """ "At least 45" and "at least 80" can both be right, and no cell says otherwise."""
    documents = {name: make_document(name) for name in "ab"}
    claims = [make_claim(documents[name], harm=(harm("killed", low, None),)) for name, low in (("a", 45), ("b", 80))]
    incident = weigh_cluster(cluster(claims), claims, documents)
    cells = compare_cells(incident, {claim.id: claim for claim in claims}, documents)
    assert sorted(cell.sign for cell in cells["killed"].values()) == ["agrees", "compatible"]
    assert slots(incident) == []


def test_nobody_harmed_does_not_agree_with_the_dead() -> None:
    """ "No civilian was harmed" beside fourteen dead: both cells differ, though nobody else counts casualties."""
    documents = {name: make_document(name) for name in "ab"}
    rows = (harm("killed", 14), harm("casualties", 0))
    claims = [make_claim(documents[name], harm=(row,)) for name, row in zip("ab", rows, strict=True)]
    cells = compare_cells(weigh_cluster(cluster(claims), claims, documents), {c.id: c for c in claims}, documents)
    assert (cells["killed"][claims[0].id].sign, cells["casualties"][claims[1].id].sign) == ("differs", "differs")


def test_cells_tell_who_denies_and_who_is_only_accused() -> None:
    """A denial and an accusation stand in the cells; without them a strike that is denied reads like one that is told."""
    document = make_document("a", text="Elders blame soldiers for the strike.")
    claim = make_claim(
        document,
        stance="denied",
        actors=(actor("accused", None, "state_forces"),),
        speakers=(Speaker(role="reports", raw="Elders"), Speaker(role="denies", raw="the mission")),
    )
    cells = compare_cells(weigh_cluster(cluster([claim]), [claim], {"a": document}), {claim.id: claim}, {"a": document})
    assert cells["what"][claim.id].text == "armed attack (denied)"
    assert cells["by"][claim.id].text.endswith("no group named (accused)")
    front = replace(claim, actors=(actor("perpetrator", None, "rebel_group", raw="the Carlos Rey front"),))
    cells = compare_cells(weigh_cluster(cluster([front]), [front], {"a": document}), {front.id: front}, {"a": document})
    assert cells["by"][front.id].text == "“Carlos Rey front”"
    assert cells["says who"][claim.id].text == "Elders; mission (denies)"


def test_a_toll_that_one_source_told_twice_is_given_with_its_days() -> None:
    """13 and nine of one wire are two days, not a wire at odds with itself; a source told once needs no day."""
    first = {"document": {"source": "Wire", "published": date(2019, 1, 16)}, "harm": (harm("killed", 9),)}
    later = {"document": {"source": "Wire", "published": date(2019, 1, 18)}, "harm": (harm("killed", 13),)}
    other = {"document": {"source": "Radio", "published": date(2019, 1, 18)}, "harm": (harm("killed", 13),)}
    (found,) = [row for row in weigh(first, later, other).disagreements if row.severity == "number"]
    assert "13 (Wire, 18 Jan 2019; Radio)" in found.sentence
    assert "9 (Wire, 16 Jan 2019)" in found.sentence


def test_words_without_their_article_are_still_words() -> None:
    """ "Several dozen stalls" is no "dozen stalls"; "the market" is "market"."""
    assert plain_words("Several dozen stalls") == "Several dozen stalls"
    assert plain_words("a dozen men") == "a dozen men"
    assert plain_words("The market") == "market"
    assert plain_words("several men") == "men"


def test_who_denies_and_accuses_in_turn_competes_with_whom_he_accuses() -> None:
    """One account accuses the RSF; in the other the RSF denies it and blames the army."""
    rsf = actor("accused", "Rapid Support Forces", "political_militia")
    army = actor("accused", "Sudanese Armed Forces", "state_forces")
    denies = (Speaker(role="denies", raw="Rapid Support Forces"),)
    assert "actors.perpetrator" in slots(weigh({"actors": (rsf, army), "speakers": denies}, {"actors": (rsf,)}))
    assert "actors.perpetrator" not in slots(weigh({"actors": (rsf, army)}, {"actors": (rsf,)}))


def test_a_number_beside_the_reports_own_is_shown_and_differs() -> None:
    """15 dead, and seven by the police: the incident counts 15, the cell and the disagreement hold both."""
    document = make_document("a")
    rows = (harm("killed", 15), harm("killed", 7, speaker="Police"))
    claims = [make_claim(document, harm=rows)]
    incident = weigh_cluster(cluster(claims), claims, {"a": document})
    assert [toll.best for toll in incident.tolls] == [15]
    assert [reading.text for row in incident.disagreements for reading in row.readings] == ["15 (7: Police)"]
    cell = compare_cells(incident, {claims[0].id: claims[0]}, {"a": document})["killed"][claims[0].id]
    assert cell.text == "15 (7: Police)"
    same = (harm("killed", 15), harm("killed", 15, speaker="Police"))
    assert slots(weigh({"harm": same})) == []


@pytest.mark.parametrize(
    ("actors", "said"),
    [
        ((("accused", "JNIM"), ("target", "MINUSMA")), "by JNIM (accused) to MINUSMA"),
        ((("accused", "JNIM"), ("claimant", "JNIM")), "by JNIM"),
        ((("side_a", "MSA"), ("side_b", "JNIM")), "between MSA and JNIM"),
        ((("perpetrator", "France"), ("side_b", "JNIM")), "by France"),
        ((), ""),
    ],
)
def test_a_list_says_who_did_it_and_who_is_only_accused(actors: tuple[tuple[str, str], ...], said: str) -> None:
    """Sides of a fight stand between each other; who answered an attack is no doer of it."""
    assert say_who(weigh({"actors": tuple(actor(role, name) for role, name in actors)})) == said


def test_a_denial_of_what_others_tell_does_not_agree() -> None:
    """ "killing (denied)" beside a killing told as a fact differs; alone, and where only the doing is denied, it does not."""
    documents = {name: make_document(name) for name in "ab"}
    told, denied = (
        make_claim(documents["a"], type="killing"),
        make_claim(documents["b"], type="killing", stance="denied", speakers=(Speaker(role="denies", raw="General Staff"),)),
    )
    both = weigh_cluster(cluster([told, denied]), [told, denied], documents)
    cells = compare_cells(both, {claim.id: claim for claim in (told, denied)}, documents)
    assert (cells["what"][told.id].sign, cells["what"][denied.id].sign) == ("agrees", "differs")
    alone = weigh_cluster(cluster([denied]), [denied], documents)
    assert compare_cells(alone, {denied.id: denied}, documents)["what"][denied.id].sign == "told"
