"""Who did it and who suffered it, by the words around: passives, attempts, hearsay, other names; and what was no accident."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from crossread.normalize import Normalizer
from crossread.records import Actor, Claim, Document, Evidence, Extraction, Harm, Means, Slot, Speaker


def read(normalizer: Normalizer, text: str, trigger: str, **slots: Any) -> Claim:
    """A claim of a one-sentence report, normalized; `actors`, `harm`, `means` have a role, an effect, a kind and words."""
    document = Document(id="doc_1", text=text, published=date(2018, 2, 15), language="en", source=slots.pop("source", None))

    def quote(words: str) -> tuple[Evidence, ...]:
        return (document.quote(text.index(words), text.index(words) + len(words)),)

    kinds = {"type": "killing", "status": "accomplished", "stance": "asserted"} | {
        key: slots.pop(key) for key in ("type", "status", "stance") if key in slots
    }
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        scope="incident",
        trigger=quote(trigger)[0],
        score=0.9,
        actors=tuple(
            Actor(role=role, raw=raw, name=None, type=kind, evidence=quote(raw), score=0.9)
            for role, raw, kind in slots.get("actors", ())
        ),
        harm=tuple(
            Harm(effect=effect, raw=raw, group=None, group_type="civilians", count=None, evidence=quote(raw), score=0.9)
            for effect, raw in slots.get("harm", ())
        ),
        means=tuple(Means(kind=kind, raw=raw, evidence=quote(raw), score=0.9) for kind, raw in slots.get("means", ())),
        where=Slot(raw=slots["where"], value=None, evidence=quote(slots["where"]), score=0.9) if "where" in slots else None,
        speakers=tuple(Speaker(role=role, raw=raw, evidence=quote(raw), score=0.9) for role, raw in slots.get("speakers", ())),
        **kinds,
    )
    made = Extraction(document_id="doc_1", claims=(claim,), wording=(), made_by="test@1")
    return normalizer.normalize(document, made).claims[0]


@pytest.mark.parametrize(
    ("text", "trigger", "raw", "role"),
    [
        ("Rebel fighters were ambushed near Kidal.", "ambushed", "Rebel fighters", "target"),
        ("A colonel wanted for the murder of 30 monks was killed in Kidal.", "killed", "A colonel", "victim"),
        ("Police troops were also attacked near Gao.", "attacked", "Police troops", "target"),
        ("Two soldiers were killed near Gao.", "killed", "Two soldiers", "victim"),
        ("Activist Omar Adil survived an attempt to kill him.", "kill", "Activist Omar Adil", "target"),
        ("Two bombers were shot at a checkpoint.", "shot", "Two bombers", "perpetrator"),
        ("Rebel fighters were deployed and attacked Kidal.", "attacked", "Rebel fighters", "perpetrator"),
    ],
)
def test_the_subject_of_a_passive_suffers(normalizer: Normalizer, text: str, trigger: str, raw: str, role: str) -> None:
    """Attackers who were shot stay attackers, and so does who only was there."""
    claim = read(normalizer, text, trigger, actors=[("perpetrator", raw, "rebel_group")])
    assert [(actor.role, actor.raw) for actor in claim.actors] == [(role, raw)]


def test_a_unit_that_was_attacked_is_no_weapon(normalizer: Normalizer) -> None:
    """ "Artillery troops were attacked" is no shelling."""
    text = "Artillery troops were attacked near Gao."
    claim = read(
        normalizer,
        text,
        "attacked",
        type="shelling",
        actors=[("perpetrator", "Artillery troops", "state_forces")],
        means=[("artillery", "Artillery")],
    )
    assert (claim.type, claim.means, claim.actors[0].role) == ("armed_attack", (), "target")


@pytest.mark.parametrize(
    ("text", "trigger", "found", "status", "harmed"),
    [
        ("Gunmen tried to kill a judge.", "kill", "threatened", "attempted", 0),
        ("Gunmen tried to kill a judge.", "kill", "accomplished", "attempted", 0),
        ("Gunmen may attempt to kill a judge.", "kill", "threatened", "threatened", 0),
        ("Marchers tried to march on a court; they killed a judge.", "march", "accomplished", "accomplished", 1),
    ],
)
def test_what_was_tried_is_an_attempt(
    normalizer: Normalizer, text: str, trigger: str, found: str, status: str, harmed: int
) -> None:
    """And nobody died of it by its own verb, nor of a threat."""
    claim = read(normalizer, text, trigger, status=found, harm=[("killed", "a judge")])
    assert (claim.status, len(claim.harm)) == (status, harmed)


@pytest.mark.parametrize(
    ("text", "stance", "role"),
    [
        ("Soldiers allegedly shot a farmer.", "alleged", "accused"),
        ("Soldiers reportedly shot a farmer.", "rumoured", "perpetrator"),
        ("Soldiers are said to have shot a farmer.", "rumoured", "perpetrator"),
        ("Soldiers were reported to have shot a farmer.", "rumoured", "perpetrator"),
        ("Soldiers are thought to have shot a farmer.", "rumoured", "accused"),
        ("Soldiers had to have shot a farmer.", "asserted", "perpetrator"),
        ("Soldiers said to guard the town shot a farmer.", "asserted", "perpetrator"),
        ("Soldiers shot a farmer.", "asserted", "perpetrator"),
    ],
)
def test_allegedly_accuses_and_reportedly_is_a_rumour(normalizer: Normalizer, text: str, stance: str, role: str) -> None:
    """Where nobody is named who says so."""
    claim = read(normalizer, text, "shot", actors=[("perpetrator", "Soldiers", "state_forces")])
    assert (claim.stance, claim.actors[0].role) == (stance, role)


@pytest.mark.parametrize(
    ("text", "raw", "name", "kind"),
    [
        ("Men believed to be of Boko Haram shot two.", "Men believed to be of Boko Haram", "Boko Haram", "rebel_group"),
        ("An armed commando shot a man.", "An armed commando", None, "unidentified_armed_group"),
        ("A commando of hired assassins shot a man.", "A commando of hired assassins", None, "unidentified_armed_group"),
        ("Nepali commandos shot a man in Rolpa, Nepal.", "Nepali commandos", "Nepali commandos", "state_forces"),
        (
            "CLANDESTINE, 15 MAR 89 (RADIO VENCEREMOS) -- OUR FORCES SHOT A MAN.",
            "OUR FORCES",
            "Farabundo Martí National Liberation Front",
            "rebel_group",
        ),
        ("A bomb hit an Awami National Party rally. The ANP shot a man.", "The ANP", None, "unidentified_armed_group"),
        ("The ANP shot a man in Kabul, Afghanistan.", "The ANP", "Afghan National Police", "police"),
    ],
)  # fmt: skip
def test_whom_other_words_mean(normalizer: Normalizer, text: str, raw: str, name: str | None, kind: str) -> None:
    """Who is believed to be behind it, who speaks, what initials stand for in this very report."""
    claim = read(
        normalizer, text, "SHOT" if "SHOT" in text else "shot", actors=[("perpetrator", raw, "unidentified_armed_group")]
    )
    actor = claim.actors[0]
    assert (actor.type, actor.name if name else None) == (kind, name)


def test_the_latter_is_nobody_known(normalizer: Normalizer) -> None:
    """What it points at is not guessed."""
    assert (
        read(normalizer, "It was done by the latter, who shot a man.", "shot", actors=[("accused", "latter", "unknown")]).actors
        == ()
    )


@pytest.mark.parametrize(("raw", "kept"), [("the attack", 0), ("The Attack Brigade", 1), ("separatists", 1)])
def test_an_act_is_nobody(normalizer: Normalizer, raw: str, kept: int) -> None:
    """Of "blamed the attack on separatists" the attack is accused of nothing."""
    text = f"A blast killed a man. They laid {raw} on somebody."
    assert len(read(normalizer, text, "blast", actors=[("accused", raw, "unknown")]).actors) == kept


@pytest.mark.parametrize(
    ("text", "trigger", "thing", "kind"),
    [
        ("A hospital was hit overnight, killing nine people.", "hit", "A hospital", "armed_attack"),
        ("A market was struck on Monday.", "struck", "A market", "armed_attack"),
        ("An explosion at a market killed 22.", "explosion", "a market", "bombing"),
        ("A gas explosion at a market killed 22.", "explosion", "a market", "accident"),
        ("An explosion at a fireworks factory killed 22.", "explosion", "a fireworks factory", "accident"),
        ("A truck hit a bus; nine people died.", "hit", "a bus", "accident"),
        ("A bus was struck by lightning.", "struck", "A bus", "accident"),
        ("A school was hit by a storm.", "hit", "A school", "accident"),
        ("Twelve villages and a plant came under fire.", "came under fire", "Twelve villages", "armed_attack"),
        ("Twelve villages went up in a fire.", "fire", "Twelve villages", "accident"),
    ],
)
def test_what_was_hit_is_no_accident(normalizer: Normalizer, text: str, trigger: str, thing: str, kind: str) -> None:
    """Unless an engine, gas or the weather is told of."""
    assert read(normalizer, text, trigger, type="accident", actors=[("target", thing, "object")]).type == kind


@pytest.mark.parametrize(
    ("text", "where", "raw"),
    [
        ("Gunmen attacked Kukawa, in Borno State, and shot a man.", "in Borno State", "Kukawa, in Borno State"),
        ("Gunmen attacked Kukawa and shot a man in Borno State.", "in Borno State", "in Borno State"),
    ],
)
def test_the_village_that_was_attacked_is_the_place_in_its_region(
    normalizer: Normalizer, text: str, where: str, raw: str
) -> None:
    """Where it stands right before it."""
    claim = read(normalizer, text, "shot", actors=[("target", "Kukawa", "object")], where=where)
    assert claim.where is not None
    assert claim.where.raw == raw


def test_a_police_source_claims_no_kidnapping_of_its_own(normalizer: Normalizer) -> None:
    """Where nobody is named who did it, and only the state's own or people came to harm; its own killing it may claim."""
    text = "A police colonel was kidnapped, a police source said."
    told = read(
        normalizer, text, "kidnapped", type="abduction", actors=[("victim", "A police colonel", "police")],
        speakers=[("claims", "a police source")],
    )  # fmt: skip
    assert [row.role for row in told.speakers] == ["reports"]
    text = "Three gunmen were killed, a police source said."
    told = read(
        normalizer, text, "killed", actors=[("victim", "Three gunmen", "unidentified_armed_group")],
        speakers=[("claims", "a police source")],
    )  # fmt: skip
    assert [row.role for row in told.speakers] == ["claims"]


def test_the_fallen_did_not_do_it(normalizer: Normalizer) -> None:
    """ "The four martyrs who fell" are no doers, whoever takes them for one."""
    text = "The four martyrs who fell under the bullets of the militia were buried."
    doers = [("perpetrator", "The four martyrs", "unknown"), ("perpetrator", "the militia", "political_militia")]
    assert [actor.raw for actor in read(normalizer, text, "fell", actors=doers).actors] == ["the militia"]


def test_a_guerrilla_army_is_no_states_army(normalizer: Normalizer) -> None:
    """And armed people who were captured are held."""
    text = "The People's Guerrilla Army shot a man; six terrorists were captured."
    claim = read(
        normalizer,
        text,
        "shot",
        actors=[("perpetrator", "The People's Guerrilla Army", "state_forces")],
        harm=[("abducted", "six terrorists")],
    )
    assert (claim.actors[0].type, claim.harm[0].effect) == ("rebel_group", "detained")


@pytest.mark.parametrize(
    ("source", "raw", "name"),
    [
        ("JNIM", "US aircraft", "United States Armed Forces"),
        ("AFP", "US-led coalition aircraft", "Combined Joint Task Force - Operation Inherent Resolve"),
        ("AFP", "our men", None),
        ("JNIM", "our men", "Jama'at Nusrat al-Islam wal-Muslimin"),
    ],
)
def test_the_us_are_not_us(normalizer: Normalizer, source: str, raw: str, name: str | None) -> None:
    """Nor is the agency the force that has its initials."""
    text = f"On Tuesday {raw} shot a man in Syria."
    claim = read(normalizer, text, "shot", source=source, actors=[("perpetrator", raw, "foreign_forces")])
    assert claim.actors[0].name == name


@pytest.mark.parametrize(
    ("text", "type", "raw", "roles"),
    [
        ("The army repelled a jihadist assault on Djibo.", "armed_attack", "The army", ["target"]),
        ("The army began an assault on Djibo.", "armed_attack", "The army", ["perpetrator"]),
        ("Iraqi forces thwarted a suicide assault.", "bombing", "Iraqi forces", []),
        ("Hostages of an assault were later freed by the army.", "abduction", "the army", []),
        ("Hostages were taken in an assault by the army.", "abduction", "the army", ["perpetrator"]),
    ],
)
def test_who_undoes_an_act_did_not_do_it(normalizer: Normalizer, text: str, type: str, raw: str, roles: list[str]) -> None:
    """Who beats an attack back suffered it, who foils it is no party, nor is who frees the hostages."""
    claim = read(normalizer, text, "assault", type=type, actors=[("perpetrator", raw, "state_forces")])
    assert [row.role for row in claim.actors] == roles


@pytest.mark.parametrize(
    ("text", "raw", "role"),
    [
        ("On Tuesday two girls killed 16 people.", "two girls", "perpetrator"),
        ("The two girls killed two days ago were buried.", "The two girls", "victim"),
        ("The two girls killed in Gao were buried.", "The two girls", "victim"),
    ],
)
def test_whose_own_verb_kills_others_is_no_victim(normalizer: Normalizer, text: str, raw: str, role: str) -> None:
    """Unless it is a participle: "the two girls killed in Gao"."""
    claim = read(normalizer, text, "killed", actors=[("victim", raw, "civilians")])
    assert [row.role for row in claim.actors] == [role]


def test_the_puppets_of_a_groups_statement_are_a_states_men(normalizer: Normalizer) -> None:
    """In its own words; its own dead are no part of them, and in a newspaper's words "puppets" tell nothing."""
    text = "Mujahideen of the Islamic Emirate overran a base; 22 puppets were killed, 6 others wounded. Two Mujahideen fell."
    slots = {
        "actors": [("perpetrator", "Mujahideen of the Islamic Emirate", "rebel_group"), ("victim", "puppets", "civilians")],
        "harm": [("killed", "22 puppets"), ("injured", "6 others"), ("killed", "Two Mujahideen")],
        "type": "armed_attack",
    }
    own = read(normalizer, text, "overran", source="Islamic Emirate of Afghanistan", **slots)
    assert [row.group_type for row in own.harm] == ["state_forces", "state_forces", "rebel_group"]
    assert [row.part_of for row in own.harm] == [None, None, None]
    assert [row.type for row in own.actors if row.role == "victim"] == ["state_forces"]
    paper = read(normalizer, text, "overran", source="Northern Post", **slots)
    assert "state_forces" not in [row.group_type for row in paper.harm]


@pytest.mark.parametrize(
    ("raw", "kind", "sides"),
    [
        ("Sepoy Omar Shah", "state_forces", ["militants"]),
        ("Security Forces", "state_forces", ["militants", "Security Forces"]),
        ("Emir Omar Shah", "rebel_group", ["militants", "Emir Omar Shah"]),
    ],
)
def test_one_fallen_soldier_is_no_side_to_the_fight(normalizer: Normalizer, raw: str, kind: str, sides: list[str]) -> None:
    """A name that is both the fallen and a side is only the fallen; a force, or a rebel leader, can be both."""
    text = f"The militants fought from dawn, and {raw} fell in the clash."
    rows = [("side_a", "militants", "rebel_group"), ("side_b", raw, kind), ("victim", raw, kind)]
    claim = read(normalizer, text, "clash", type="armed_clash", actors=rows)
    assert [actor.raw for actor in claim.actors if actor.role.startswith("side")] == sides


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The mine killed two. The toll of five dead given by the Taliban is a lie.", []),
        ("The mine laid by the Taliban killed two. The mayor gave a toll.", ["perpetrator"]),
    ],
)
def test_who_gives_a_toll_has_done_nothing_yet(normalizer: Normalizer, text: str, roles: list[str]) -> None:
    claim = read(normalizer, text, "mine", type="bombing", actors=[("perpetrator", "Taliban", "rebel_group")])
    assert [actor.role for actor in claim.actors] == roles


@pytest.mark.parametrize(
    ("text", "raw", "role"),
    [
        ("Two men suffering from gunshot wounds came in after the shooting.", "Two men", "victim"),
        ("A boy with stab wounds was found near the shooting.", "A boy", "victim"),
        ("Two men with guns came in before the shooting.", "Two men", "perpetrator"),
        ("A man with a scar from old wounds began the shooting.", "A man", "perpetrator"),
    ],
)
def test_the_wounded_did_not_do_it(normalizer: Normalizer, text: str, raw: str, role: str) -> None:
    """Who comes to a hospital with gunshot wounds was shot; who comes with a gun was not."""
    claim = read(normalizer, text, "shooting", actors=[("perpetrator", raw, "unidentified_armed_group")])
    assert [actor.role for actor in claim.actors] == [role]
