"""What is done after an act is an act of its own, and who does it did not do what it answers."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.extract import Extractor, load_extractor
from crossread.normalize import Normalizer
from crossread.records import Claim, Document


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor("encoder-en")


def _claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    return extractor.extract([Document(id="doc_1", text=f"NAIROBI, 12 March 2018 (Wire) - {text}", language="en")])[0].claims


def _doers(claim: Claim) -> list[str]:
    return [row.raw for row in claim.actors if row.role in ("perpetrator", "side_a", "side_b", "accused")]


@pytest.mark.parametrize(
    ("text", "answer", "act"),
    [
        ("Police arrested 30 people in Lima after a bombing on 3 March that killed six soldiers.", "arrested", "bombing"),
        (
            "Troops detained nine farmers in Boni on Sunday following an ambush in which two soldiers died.",
            "detained",
            "ambush",
        ),
        ("The army shelled Goma on Sunday after an ambush that killed five soldiers.", "shelled", "ambush"),
        ("The army launched an operation in Garissa on Sunday after bandits killed three herders.", "operation", "killed"),
        ("Jets bombed Goma on Sunday, a day after a missile attack on Bunia killed two people.", "bombed", "missile attack"),
    ],
)
def test_who_answers_an_act_did_not_do_it(extractor: Extractor, text: str, answer: str, act: str) -> None:
    """Two claims; the second has neither the doer of the first nor those who suffered it, and the first no dead."""
    made = {claim.trigger.quote: claim for claim in _claims(extractor, text)}
    assert list(made) == [answer, act]
    assert not set(_doers(made[answer])) & set(_doers(made[act]))
    assert not {row.raw for row in made[answer].harm} & {row.raw for row in made[act].harm}
    assert all(row.effect == "killed" for row in made[act].harm)
    assert made[act].harm


def test_a_day_is_of_its_own_act(extractor: Extractor) -> None:
    """The arrests are not dated by the bombing, nor the ambush by the arrests."""
    text = "Troops detained nine farmers in Boni on Sunday following an ambush in which two soldiers died on Friday."
    days = {claim.trigger.quote: claim.when.raw if claim.when else None for claim in _claims(extractor, text)}
    assert days == {"detained": "Sunday", "ambush": "Friday"}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took control of Murak on Sunday after clashes with government forces that killed eleven people.",
        "Militants attacked a base near Goma after killing three soldiers at a checkpoint on Sunday.",
        "At least 14 people were killed in Goma on Sunday after a bomb destroyed a bus.",
        "The attackers burned five houses in Goma on Sunday after killing two farmers.",
        "Gunmen attacked a hotel in Goma on Sunday after a suicide bomber blew up the gate, killing nine people.",
        "Militants stormed a base near Goma on Sunday after a car bomb exploded at its gate, killing two soldiers.",
        "Two people were hurt in a bomb attack in Milan on Sunday after a man exploded a device at a gate.",
        "Israel said its troops returned fire in Jenin on Sunday after gunmen shot at them, killing one soldier.",
    ],
)
def test_one_act_told_to_its_end_stays_one(extractor: Extractor, text: str) -> None:
    """A fight, a deed of the same doers, and what killed those told before: one claim."""
    assert len(_claims(extractor, text)) == 1


def test_the_first_act_may_go_on_behind_the_other(extractor: Extractor) -> None:
    """ ", killing four" behind an attack without a verb of its own tells whom the raid killed."""
    text = "Troops raided Jenin on Sunday after an attack on a settlement that hurt two people, killing four Palestinians."
    dead = {claim.trigger.quote: [row.raw for row in claim.harm] for claim in _claims(extractor, text)}
    assert dead == {"raided": ["four Palestinians"], "attack": ["two people"]}


def test_what_a_killing_sparked_has_its_own_dead(extractor: Extractor) -> None:
    """One was assassinated, 85 died of the violence."""
    text = "The assassination of President Omar Sadi on Sunday sparked four days of violence that killed 85 people in Goma."
    dead = {claim.trigger.quote: [row.raw for row in claim.harm] for claim in _claims(extractor, text)}
    assert dead == {"assassination": ["President Omar Sadi"], "violence": ["85 people"]}


def test_clashes_that_an_attack_sparked_are_told_to_its_end(extractor: Extractor) -> None:
    """Who attacks and then fights does both in one act."""
    text = "Militiamen attacked a brigade in Tripoli on Sunday, triggering fierce clashes that killed six fighters."
    assert len(_claims(extractor, text)) == 1


def _places(extractor: Extractor, text: str) -> dict[str, str | None]:
    return {claim.trigger.quote: claim.where.raw if claim.where else None for claim in _claims(extractor, text)}


@pytest.mark.parametrize(
    ("text", "act", "place"),
    [
        ("Police closed roads in Najaf after an attack there killed 52 people on Saturday.", "attack", "in Najaf"),
        ("Troops sealed off a mosque in Kano after a suicide bomber killed nine people there.", "suicide bomber", "in Kano"),
        ("Authorities evacuated a hospital in Kharkiv after a missile hit its roof, killing two.", "hit", "in Kharkiv"),
        ("Rescuers searched the rubble in Gaza on Sunday after an air strike killed nine people.", "air strike", "in Gaza"),
        ("Police sealed off Srinagar after militants attacked a police post, killing two.", "attacked", "Srinagar"),
        (
            "Police arrested 40 men in Garissa on Sunday over a grenade attack that killed three.",
            "grenade attack",
            "in Garissa",
        ),
    ],
)
def test_the_place_of_what_is_done_at_the_site_is_that_of_the_act(
    extractor: Extractor, text: str, act: str, place: str
) -> None:
    """The report tells the place once, of those who close a road, seek bodies or arrest people there."""
    assert _places(extractor, text)[act] == place


@pytest.mark.parametrize(
    ("text", "act", "place"),
    [
        ("Police closed the bridge in Mosul on Sunday after a car bomb killed nine people in Kirkuk.", "car bomb", "in Kirkuk"),
        ("Jets bombed Goma on Sunday after an attack that killed five people.", "attack", None),
        ("Police arrested a man in Rome on Sunday, a week after a bombing that killed twelve soldiers.", "bombing", None),
        ("Police detained six men in Nairobi after a grenade in Mombasa killed three people.", "grenade", "in Mombasa"),
    ],
)
def test_an_answer_given_elsewhere_does_not_place_the_act(extractor: Extractor, text: str, act: str, place: str | None) -> None:
    """A place of its own counts, and none is told by where jets strike or a suspect is caught later."""
    assert _places(extractor, text)[act] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The killing of a herder in Garissa on Sunday sparked riots that killed nine people.", "in Garissa"),
        ("The killing of a cleric in Goma on Sunday sparked riots that killed 85 people in Bunia.", "in Bunia"),
    ],
)
def test_riots_are_where_the_killing_was_that_sparked_them(extractor: Extractor, text: str, place: str) -> None:
    """Unless they have a place of their own."""
    places = _places(extractor, text)
    assert list(places) == ["killing", "riots"]
    assert places["riots"] == place


def test_protests_of_which_nothing_is_told_are_no_claim(extractor: Extractor) -> None:
    """No day, no place and nobody hurt."""
    assert list(_places(extractor, "Sunday's killing of a herder in Garissa sparked protests.")) == ["killing"]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("a day after a suicide attack on Bunia killed five people", date(2018, 3, 10)),
        ("two days after rebels killed five people in Bunia", date(2018, 3, 9)),
        ("hours after rebels killed five people in Bunia", date(2018, 3, 11)),
        ("months after an ambush that killed five soldiers", None),
        ("after rebels killed five people in Bunia", None),
    ],
)
def test_a_length_counts_from_the_day_of_the_answer(extractor: Extractor, told: str, day: date | None) -> None:
    """ "On Sunday, a day after" tells two days; "after" alone and "months after" tell the one."""
    text = f"NAIROBI, 12 March 2018 (Wire) - The army shelled Goma on Sunday, {told}."
    document = Document(id="doc_1", text=text, language="en", published=date(2018, 3, 12))
    first, second = Normalizer().normalize(document, extractor.extract([document])[0]).claims
    assert [claim.when.value.earliest if claim.when and claim.when.value else None for claim in (first, second)] == [
        date(2018, 3, 11),
        day,
    ]


def test_a_length_behind_does_not_date_the_answer(extractor: Extractor) -> None:
    """ "Hours" before the second act is no day of the first."""
    text = "Rebels killed nine soldiers in attacks on checkpoints near Goma, hours after bombings in Bunia killed six people."
    days = {claim.trigger.quote: claim.when.raw if claim.when else None for claim in _claims(extractor, text)}
    assert list(days) == ["attacks", "bombings"]
    assert days["bombings"] == "hours after"
    assert days["attacks"] != "hours after"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Herders and farmers clashed near Jos, a day after six herders were killed in an ambush.", "clashed", "ambush"),
        (
            "Thousands marched in Karachi on Monday, two days after a politician was shot dead in Quetta.",
            "marched",
            "shot dead",
        ),
        (
            "Gunmen abducted three teachers in Kankara, a week after eight pupils were kidnapped in Jibia.",
            "abducted",
            "kidnapped",
        ),
    ],
)
def test_what_is_done_a_day_after_is_another_act(extractor: Extractor, text: str, first: str, second: str) -> None:
    """Fights, marches and abductions, before people to whom something was done."""
    made = {claim.trigger.quote: claim for claim in _claims(extractor, text)}
    assert list(made) == [first, second]
    assert not {row.raw for row in made[first].harm} & {row.raw for row in made[second].harm}
    assert not set(_doers(made[first])) & set(_doers(made[second]))


def test_who_died_a_day_after_he_was_wounded_is_one(extractor: Extractor) -> None:
    """Nothing else was done."""
    assert len(_claims(extractor, "The two guards died a day after they were wounded in a blast in Herat.")) == 1
