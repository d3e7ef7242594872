"""Who did it: one reading for each party, its denial called a denial, a man counted with his group."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_maker import actor, make_claim, make_document
from tests.weigh.test_disagreements import slots
from tests.weigh.test_tolls import cluster, weigh

from crossread.records import Actor, Evidence, Incident, Speaker
from crossread.weigh import compare_cells, weigh_cluster
from crossread.weigh.members import count_with_group

DID, ACCUSED = {"actors": (actor("perpetrator", "JNIM"),)}, {"actors": (actor("accused", "JNIM"),)}
DENIES = {**ACCUSED, "speakers": (Speaker(role="denies", raw="JNIM", name="JNIM"),)}
OTHER = {"actors": (actor("accused", "MNLA"),)}
CLAIMS = {"stance": "claimed", "actors": (actor("claimant", "MNLA"),)}


def _sentence(incident: Incident) -> str:
    return next((row.sentence for row in incident.disagreements if row.slot == "actors.perpetrator"), "")


def test_a_party_is_named_once_with_the_firmest_that_is_told_of_it() -> None:
    """It did it, by one, and is accused by another: that is one reading; who only are accused stay called so."""
    assert _sentence(weigh(DID, ACCUSED, OTHER)) == "Accounts differ on who did it: JNIM (a; b) · MNLA (accused) (c)."
    assert _sentence(weigh(ACCUSED, ACCUSED, OTHER)) == (
        "Accounts differ on who did it: JNIM (accused) (a; b) · MNLA (accused) (c)."
    )
    assert "MNLA (claims it) (b; c)" in _sentence(weigh(DID, CLAIMS, OTHER))


def test_a_denial_is_called_a_denial() -> None:
    """Where others name the party its denial stands beside them; where nobody does it contradicts nobody."""
    assert _sentence(weigh(DID, DENIES, OTHER)) == (
        "Accounts differ on who did it: JNIM (a) · JNIM denies it (b) · MNLA (accused) (c)."
    )
    assert slots(weigh(DENIES, CLAIMS)) == []
    assert weigh(DENIES, CLAIMS).grade == "confirmed"
    gunmen = actor("perpetrator", None, "unidentified_armed_group", raw="gunmen")
    assert slots(weigh({**DENIES, "actors": (gunmen, *ACCUSED["actors"])}, CLAIMS)) == []


def test_the_cell_says_that_the_party_denies() -> None:
    """Beside whoever else is told as doer there."""
    gunmen = actor("perpetrator", None, "unidentified_armed_group", raw="gunmen")
    document = make_document("a")
    claim = make_claim(document, **{**DENIES, "actors": (gunmen, *ACCUSED["actors"])})
    incident = weigh_cluster(cluster([claim]), [claim], {"a": document})
    assert compare_cells(incident, {claim.id: claim}, {"a": document})["by"][claim.id].text == "gunmen; JNIM denies it"


def test_who_denies_what_others_lay_on_him_is_accused() -> None:
    """In the same report the police blame the party: that is a rival of what another claims."""
    police = Speaker(role="accuses", raw="Police", name=None)
    assert slots(weigh({**ACCUSED, "speakers": (*DENIES["speakers"], police)}, CLAIMS)) == ["actors.perpetrator"]


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("Police blamed JNIM. JNIM denied any part in it.", True),
        ("JNIM denied any part in it. The minister called those who did it cowards.", False),
    ],
)
def test_only_who_names_the_party_accuses_it(text: str, *, rival: bool) -> None:
    """Who speaks of those who did it in another sentence accuses nobody by name."""
    first, second = make_document("a", text=text), make_document("b")

    def quote(words: str, *, last: bool = False) -> tuple[Evidence, ...]:
        start = text.rindex(words) if last else text.index(words)
        return (first.quote(start, start + len(words)),)

    voice = "Police" if rival else "The minister"
    speakers = (
        Speaker(role="denies", raw="JNIM", name="JNIM", evidence=quote("JNIM", last=True)),
        Speaker(role="accuses", raw=voice, name=None, evidence=quote(voice)),
    )
    accused = Actor(role="accused", raw="JNIM", name="JNIM", type="rebel_group", evidence=quote("JNIM"))
    claims = [make_claim(first, actors=(accused,), speakers=speakers), make_claim(second, **CLAIMS)]
    incident = weigh_cluster(cluster(claims), claims, {"a": first, "b": second})
    assert (slots(incident) == ["actors.perpetrator"]) == rival


def test_a_source_stands_on_one_side_of_a_denial() -> None:
    """A wire tells the act, its copy the denial: the ministry's word stands against the denial, not the wire's own."""
    incident = weigh(DID, DID, {**DENIES, "stance": "denied"}, groups=(1, 2, 2))
    assert _sentence(incident) == "Accounts differ on whether JNIM did it: JNIM denies it (c) · JNIM did it (a)."
    alone = weigh(DID, {**DENIES, "stance": "denied"}, groups=(1, 1))
    assert _sentence(alone) == "Accounts differ on whether JNIM did it: JNIM denies it (b) · JNIM did it (a)."


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ('A court sentenced alias "Silvio", a former member of the ELN, to nine years.', "National Liberation Army"),
        ("A court sentenced Juan Paz, the commander of the ELN in Arauca, to nine years.", "National Liberation Army"),
        ("A court sentenced Juan Paz, a former ELN fighter, to nine years.", "National Liberation Army"),
        ("A court sentenced Juan Paz, a member of the parish council, to nine years.", None),
        ("A court sentenced Juan Paz, who had fought members of the ELN, to nine years.", None),
        ("A court sentenced Juan Paz. Members of the ELN cheered.", None),
        ("A court sentenced two men, members of the ELN, to nine years.", None),
    ],
)
def test_a_man_counts_with_his_group(text: str, group: str | None) -> None:
    """Only a single man by name, of whom the words right behind it tell the group."""
    words = next(name for name in ('alias "Silvio"', "Juan Paz", "two men") if name in text)
    document = make_document("a", text=text)
    start = text.index(words)
    quote = document.quote(start, start + len(words))
    man = Actor(role="accused", raw=words, name=words, type="unknown", evidence=(quote,))
    claim = make_claim(document, actors=(man,))
    assert count_with_group(man, claim, document).name == (group or words)
    assert count_with_group(man, claim, None) == man


def test_our_fighters_are_no_people() -> None:
    """A group's own words for its men set it apart from nobody; "Kuki" and "Meitei" men stay two."""

    def group(raw: str, name: str | None = None, entry: str | None = None) -> dict[str, tuple[Actor, ...]]:
        return {"actors": (replace(actor("perpetrator", name, raw=raw), registry_id=entry),)}

    codeco = ("Cooperative for the Development of the Congo", "cd-codeco")
    assert slots(weigh(group("suspected CODECO fighters", *codeco), group("Our fighters", *codeco))) == []
    assert slots(weigh(group("suspected CODECO fighters"), group("Their fighters"))) == []
    assert slots(weigh(group("Meitei militants"), group("Kuki militants"))) != []


def test_two_units_of_one_party_are_two_readings() -> None:
    """No disagreement has one reading: where the name is one, the words tell the units apart."""
    fronts = [replace(actor("perpetrator", "FARC", raw=f"the {name} Front"), registry_id="co-farc") for name in ("Tena", "Sur")]
    assert _sentence(weigh(*({"actors": (front,)} for front in fronts))) == (
        "Accounts differ on who did it: FARC (“Sur Front”) (b) · FARC (“Tena Front”) (a)."
    )


@pytest.mark.parametrize(
    ("beside", "kind", "apart"),
    [
        ("soldiers", "state_forces", False),
        ("policemen", "police", True),
        ("gunmen", "unidentified_armed_group", True),
        ("rebels", "rebel_group", True),
    ],
)
def test_soldiers_beside_a_militia_are_the_army_that_others_name(beside: str, kind: str, *, apart: bool) -> None:
    """Men of another kind than the army beside the militia are no army."""
    both = (actor("perpetrator", "VDP", "political_militia"), actor("perpetrator", None, kind, raw=beside))
    army = {"actors": (actor("perpetrator", "Burkinabe Armed Forces", "state_forces"),)}
    incident = weigh({"actors": both}, army)
    assert ("actors.perpetrator" in slots(incident), incident.grade == "contested") == (apart, apart)


def test_a_report_tells_a_denial_once() -> None:
    """Two parties deny it together: the one that others name does not stand there a second time for the same report."""
    both = {"actors": (actor("accused", "JNIM"), actor("accused", "MNLA")), "stance": "denied"}
    both["speakers"] = tuple(Speaker(role="denies", raw=name, name=name) for name in ("JNIM", "MNLA"))
    other = {"actors": (actor("perpetrator", "Dozo"),)}
    sentence = _sentence(weigh(DID, both, other))
    assert "JNIM and MNLA deny it (b)" in sentence
    assert "JNIM denies it" not in sentence
    assert "JNIM denies it (b)" in _sentence(weigh(DID, DENIES, other))
