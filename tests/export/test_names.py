"""Names of persons are withheld, and nothing else that has a capital: numbers, peoples, institutions, places, abbreviations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.export.conftest import make_document

from crossread.export.blanking import WordGuard
from crossread.export.names import NameGuard, find_names
from crossread.export.nobody import is_abbreviation, names_nobody, strip_leading
from crossread.records import Actor, Claim, Count, Harm

NOBODY = (
    "Coordination of Azawad Movements",
    "Sinjar Resistance Units",
    "Ansar Fighters Group",
    "Between 12 and 15 people",
    "About 3,400 people",
    "About 30 civilians",
    "Around 40 families",
    "NGO",
    "NGOs",
    "MSF",
    "UNICEF",
    "An NGO worker",
    "Over 200 villagers",
    "At least 12",
    "At least 19 people",
    "More than 60 farmers",
    "Nearly 50",
    "Some 150 displaced people",
    "Up to 30 herders",
    "Twelve",
    "Two",
    "Twenty-five civilians",
    "Several Malian Tuaregs",
    "Two Palestinian Arabs",
    "Three Burkinabè",
    "Three Burkinabè, 12 Malians",
    "Two Sri Lankan",
    "twelve Tuareg",
    "mostly Fulani",
    "young Dogon",
    "Dozens",
    "Hundreds of Hazaras",
    "Thousands",
    "Civilians",
    "Villagers",
    "Women and children",
    "Children, 12 of them girls",
    "Eleven people, 7 of them children",
    "Fewer than 10 people",
    "Roughly 3,000",
    "Approximately 1,200 residents",
    "Both",
    "Others",
    "Red Cross",
    "Red Cross staff",
    "members of the Red Cross",
    "Médecins Sans Frontières",
    "Doctors Without Borders",
    "World Food Programme",
    "the Health Ministry",
    "Save the Children",
    "International Committee of the Red Cross",
    "Jabalia Camp",
    "residents of Camp 14",
    "Camp 14 residents",
    "Block 7",
    "Group 77",
    "Zone 5",
    "Kilometre 12",
    "Monday",
    "On Tuesday, 12 people",
    "On 12 May 2021",
    "In May 12 people",
    "villagers from Burkina Faso",
    "Near Gao 12 people",
    "In Kidal",
    "In Kidal, 14 people",
    "From Timbuktu, 20",
    "Officials",
    "Government officials",
    "Local Officials",
    "Christians",
    "Rohingya",
    "Rohingya Muslims",
    "Yazidi women",
    "UN",
    "UN staff",
    "UNHCR staff",
    "USAID contractors",
    "Elderly Palestinian",
    "Unidentified",
    "Unknown",
    "Internally Displaced Persons",
    "IDPs",
    "People",
    "Only 5",
    "No fewer than 17 civilians",
    "Half a dozen",
    "Most of the 90 passengers",
    "African Union",
    "National Park",
    "Health Ministry",
    "Central Market",
    "Sunni Muslims",
    "Christian Arabs",
    "Chief Prosecutor",
    "General Hospital",
    "Radio Kidal",
    "Norwegian Refugee Council",
    "Hutu",
    "Some",
    "Others, 12",
    "Workers, 30",
    "Men",
    "Eight children under 5",
    "UK citizen",
    "Syrian Kurds",
    "West Bank Palestinians",
    "A 16-year-old student",
    "former Prime Minister",
    "Iraqi Oil Ministry official",
    "Two Fox News Channel journalists",
    "A U.S. citizen",
    "Interviewee 12, a priest",
    "members of the Afghan National Police",
    "a Buddhist family of four",
)

SOMEBODY = (
    "teacher Amadou Keïta",
    "Omar, 7",
    "Omar (7)",
    "Omar, aged 7",
    "Prince, 7",
    "her son Prince",
    "her daughter April, 9",
    "Hamza and Omar 7 and Salma 4",
    "Two brothers Hamza",
    "Mr Diallo",
    "Mr King",
    "Captain Cook",
    "Judge Park",
    "Keïta",
    "About 12 relatives of Amadou Keïta",
    "Between them Amadou Keïta",
    "Police Officer Issa Ba",
    "Hospital Director Fatou Sow",
    "Army Captain Issa Ba",
    "NGO worker Amadou Keïta",
    "Amadou Keïta, 45-year-old teacher",
    "Mayor Issa Ba",
    "Father Jacques Hamel",
    "Moussa, 12 years",
    "Fatou Sow, 3 months",
    "the Sidibé family",
    "Amadou Keïta of the Red Cross",
    "Dr Fatou",
    "Ali, 17, and his cousin",
    "Ibrahim's",
    "Baby Omar",
    "Yusuf al-Hadi",
    "Abdul Rahman, 14",
    "Sheikh Omar",
    "May Parsons",
    "April Jones",
    "Christian Diallo",
    "Red Cross nurse Fatou Sow",
    "Moussa Traoré and 12 others",
    "Jean-Pierre, 30",
    "Maria Lopez of MSF",
    "OMAR DIALLO",
    "the Hindu leader Laxman Saraswati and four others",
)


@pytest.mark.parametrize("words", NOBODY)
def test_what_names_nobody_stays(words: str) -> None:
    """A number of people, a people, an institution, a place or a day is no person's name, whatever begins with a capital."""
    assert find_names(words, "civilians") == ()


@pytest.mark.parametrize("words", SOMEBODY)
def test_a_person_s_name_is_found_beside_such_words(words: str) -> None:
    """The near misses: a name behind a number, an institution or a rank, with an age, or one that elsewhere is a plain word."""
    assert find_names(words, "civilians")


def test_a_counted_group_is_exported_as_written(claims: tuple[Claim, ...]) -> None:
    """ "Between 12 and 15 people" stays in the cell and in the quote; the teacher beside them is withheld in both."""
    rows = ("Between 12 and 15 people", "About 3,400 people", "NGO", "Around 40 families of the teacher Amadou Keïta")
    count = Count(low=12, high=15, qualifier="range")
    harm = tuple(Harm(effect="killed", raw=raw, group=raw, group_type="civilians", count=count) for raw in rows)
    claim = replace(claims[0], actors=(), harm=harm)
    guard = NameGuard.from_claims([claim]).of([claim.id])
    told = "Between 12 and 15 people fled; around 40 families. About 3,400 NGO workers stayed; Around them, Keïta died."
    assert guard.clean(told) == told.replace("Keïta", "[a teacher]")
    assert guard.mask(told) == told.replace("Keïta", "█████")


def test_a_country_behind_a_soldier_is_no_name(claims: tuple[Claim, ...]) -> None:
    """ "A soldier from Burkina Faso" who was killed alone is told; "the terrorist Ali Hassan Karam" is somebody."""
    for words, kept in (("soldier from Burkina Faso", True), ("terrorist Ali Hassan Karam", False)):
        one = Count(low=1, high=1, qualifier="exact")
        harm = Harm(effect="killed", raw=words, group=words, group_type="foreign_forces", count=one)
        victim = Actor(role="victim", raw=words, name=None, type="foreign_forces")
        claim = replace(claims[0], where=None, actors=(victim,), harm=(harm,))
        assert (NameGuard.from_claims([claim]).of([claim.id]).clean(words) == words) is kept


def test_several_with_their_ages_are_names() -> None:
    """ "Zawadi and Neema, 6 and 4" are two children; two numbers behind a place or behind kin without a name are none."""
    assert find_names("two sisters, Zawadi and Neema, 6 and 4", "civilians") == ("Neema", "Zawadi and Neema")
    assert find_names("Neema, 6 and 4", "civilians") == ("Neema",)
    for words in ("In Gao, 12 and 15 people", "sisters and brothers, 6 and 4", "two brothers, Christians and Muslims"):
        assert find_names(words, "civilians") == (), words


def guard_for(words: str, claims: tuple[Claim, ...]) -> WordGuard:
    """The guard for a report with one victim, told in these words."""
    claim = replace(claims[0], actors=(Actor(role="victim", raw=words, name=None, type="civilians"),), harm=())
    return NameGuard.from_claims([claim]).of([claim.id])


def test_a_name_is_barred_whole_and_its_parts_wherever_they_stand(claims: tuple[Claim, ...]) -> None:
    """The rest of the name that a part leads to, the surname, the first name; ranks, offices, groups and places stay."""
    guard = guard_for("the farmer Jhon Freddy", claims)
    told = "Police named the commander as Lieutenant Jhon Freddy Rojas; Freddy and the Rojas Front of Freddy Valley."
    barred = guard.mask(told)
    assert "Lieutenant █████████████████; ██████ and the Rojas Front of Freddy Valley" in barred
    assert len(barred) == len(told)
    assert guard.clean("Lieutenant Jhon Freddy Rojas died") == "Lieutenant [a farmer] died"
    assert guard.clean_title("General Freddy Rojas and Mayor Freddy") == "General [a farmer] and Mayor [a farmer]"


def test_single_names_that_no_slot_tells_are_barred_beside_an_age_or_kin() -> None:
    """In a sentence, and then every part of them in the report; a place or a number is none."""
    told = "Gunmen shot two sisters, Zawadi and Neema, 6 and 4, near Kossa. In Kossa, 12 people fled."
    assert WordGuard(told=frozenset({"kossa"})).mask(told) == told.replace("Zawadi and Neema", "█" * 16)
    text = "They shot the driver Issa Diarra near Kossa, Radio Lac and Gao Herald say. Diarra had two sons."
    report = WordGuard().of_report(make_document(text, source="Gao Herald", published=date(2021, 5, 4)))
    assert report.mask("Issa and the Gao Herald") == "████ and the Gao Herald"
    assert report.mask("Diarra died near Kossa.") == "██████ died near Kossa."
    assert WordGuard().mask("Diarra died near Kossa.") == "Diarra died near Kossa."


def test_strangers_in_a_quote_are_people_only() -> None:
    """A run of capitals that no slot tells is barred in a quote where it may be a name, not where it begins a sentence."""
    told = "On Monday the Red Cross and the local Health Ministry said that two drivers and Amadou Keïta died near the river."
    assert WordGuard().mask(told) == told.replace("Amadou Keïta", "█" * 12)


def test_words_that_only_begin_a_slot_are_taken_off() -> None:
    """What leads to a place leaves nothing; a month that is a given name stays."""
    assert strip_leading("Three Sri Lankan") == "Sri Lankan"
    assert strip_leading("Near Gao") == ""
    assert strip_leading("April Jones") == "April Jones"


def test_abbreviations_are_known_without_vowels_or_from_the_list() -> None:
    """A name in capitals is no abbreviation."""
    assert [is_abbreviation(word) for word in ("NGO", "MSF", "UNICEF", "OMAR", "Ngo")] == [True, True, True, False, False]
    assert names_nobody("NGO")
    assert not names_nobody("OMAR")
