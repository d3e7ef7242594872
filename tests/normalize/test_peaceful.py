"""News of peace in the words of war makes no claims, and the same words in earnest do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.peaceful.telling import is_peaceful
from crossread.records import Claim, Document, Evidence, Harm


def _claim(text: str, trigger: str, *, harm: str = "", again: str = "", kind: str = "armed_attack") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, language="en")

    def quote(words: str) -> Evidence:
        start = text.index(words)
        return document.quote(start, start + len(words))

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=quote(trigger),
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        retellings=(quote(again),) if again else (),
        harm=(Harm(effect="killed", raw=harm, group=None, group_type="unknown", count=None, evidence=(quote(harm),)),)
        if harm
        else (),
        score=0.9,
    )
    return document, claim


def _is_peaceful(text: str, trigger: str, *, harm: str = "", again: str = "", kind: str = "armed_attack") -> bool:
    return is_peaceful(*_claim(text, trigger, harm=harm, again=again, kind=kind))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("England bombed out of the World Cup in Lyon on Sunday.", "bombed"),
        ("Nadal battled past his opponent in three sets in Rome.", "battled"),
        ("The home side was under siege for most of the second half in Leeds.", "under siege"),
        ("The visitors routed Lagos City 5-0 on Monday.", "routed"),
        ("Shares in the brewer were hit on Friday in Prague.", "hit"),
        ("The firm launched a takeover bid for its rival on Monday.", "launched"),
        ("The rocket blasted off on Friday with two astronauts on board.", "blasted off"),
        ("The asteroid exploded above the taiga on Tuesday.", "exploded"),
    ],
)
def test_sport_business_and_space_fight_nobody(text: str, trigger: str) -> None:
    """A word of the field stands in the clause of the trigger."""
    assert _is_peaceful(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Gunmen attacked a stadium during a World Cup match.", "attacked"),
        ("Rebels struck the town as people watched the World Cup.", "struck"),
        ("Israel struck Beirut on Friday, and shares fell in Tel Aviv.", "struck"),
        ("Shares fell after Sudan attacked a port in the north.", "attacked"),
        ("The army struck a satellite station near the coast.", "struck"),
        ("North Korea launched a satellite on Sunday.", "launched"),
        ("The two armies clashed in the second half of December.", "clashed"),
        ("Fans clashed after the semi-final in Port Said.", "clashed"),
    ],
)
def test_force_beside_a_match_or_a_market_stays(text: str, trigger: str) -> None:
    """Somebody armed, a crowd, or the field's word in another clause."""
    assert not _is_peaceful(text, trigger)


def test_a_report_on_sport_is_read_as_one() -> None:
    """Sentences without a word of sport are taken with the report, unless one tells of force."""
    report = (
        "Kossa beat Lumo 2-1 in the derby on Sunday. The midfielder was injured after half-time. "
        "Lumo struck against the run of play. Later the goalkeeper was cheered."
    )
    assert _is_peaceful(report, "struck", harm="The midfielder")
    assert not _is_peaceful(report + " Gunmen struck the team's bus with rifles.", "struck the team")
    assert not _is_peaceful(report + " Workers ended a walkout.", "walkout", kind="protest")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The president fired his finance minister on Monday.", "fired"),
        ("He was fired as head coach in May.", "fired"),
        ("The senate shot down a proposal for longer terms.", "shot down"),
        ("The ministry was bombarded with calls from worried parents.", "bombarded"),
        ("The captain was captured on camera smiling.", "captured"),
        ("The shop was hit by hackers on Sunday.", "hit"),
        ("The senate defeated the bill by ten votes.", "defeated"),
        ("The minister came under fire for his remarks about nurses.", "came under fire"),
        ("She launched a scathing attack on her rival.", "attack"),
        ("Lawyers attacked the state's offer as too low.", "attacked"),
        ("The candidates clashed over taxes in a televised debate.", "clashed"),
        ("The candidates clashed three times on television.", "clashed"),
        ("The chief has launched an assault on costs.", "assault"),
        ("The two men clashed in a televised debate in May.", "clashed"),
        ("The battle for control of the airline ended on Tuesday.", "battle"),
        ("The mayor was ousted in a primary in June.", "ousted"),
        ("The party captured 62 of 100 seats in the vote.", "captured"),
        ('The film "Dust" was shot in Budapest last summer.', "shot"),
        ("The song was a hit in cinemas and on the radio.", "hit"),
        ("Petrol hit a record on Monday.", "hit"),
        ("The bank was hit with a large fine on Monday.", "hit"),
        ("The tenor took the city by storm.", "took"),
        ("The singer was mobbed by fans at the airport.", "mobbed"),
        ("Police released the names of two of the men.", "released"),
        ("Nurses vaccinated 4,000 children on Tuesday.", "vaccinated"),
        ("Soldiers planted 5,000 trees on Friday.", "planted"),
        ("Hackers attacked the website of the tax office.", "attacked"),
        ("Firecrackers exploded over the city at midnight.", "exploded"),
        ("Hunters shot 40 wild boar in the forest.", "shot"),
    ],
)
def test_set_phrases_tell_no_violence(text: str, trigger: str) -> None:
    """What is done stands right beside the trigger."""
    assert _is_peaceful(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Guards fired at the minister's convoy.", "fired"),
        ("They fired on the director of the school.", "fired"),
        ("Rebels shot down a plane of the army.", "shot down"),
        ("The convoy came under fire for two hours.", "came under fire"),
        ("The rebels attacked the government's positions.", "attacked"),
        ("Police clashed with miners over pay.", "clashed"),
        ("Supporters clashed in the street during a televised debate.", "clashed"),
        ("The battle for control of the town went on.", "battle"),
        ("The president was ousted in a coup.", "ousted"),
        ("Rebels captured the town on Saturday.", "captured"),
        ("A film director was shot in Delhi on Monday.", "shot"),
        ("The truck hit a mine on the road.", "hit"),
        ("The rebels released two teachers.", "released"),
        ("Militants planted a device under a bridge.", "planted"),
        ("Hunters shot a herder near the well.", "shot"),
        ("Gunmen attacked nurses who vaccinated children.", "attacked"),
    ],
)
def test_the_same_verbs_in_earnest_stay(text: str, trigger: str) -> None:
    """People, places and armed sides are no bills, seats or films."""
    assert not _is_peaceful(text, trigger)


def test_illness_and_suicide_are_no_claims() -> None:
    """The dead of an outbreak, told in more sentences, and who takes his own life."""
    assert _is_peaceful("Cholera has killed 43 people. Eleven children died last week.", "killed", harm="Eleven children")
    assert _is_peaceful("Measles struck three villages in March, and 14 children died.", "struck", harm="14 children")
    assert _is_peaceful("Some 1,500 people died from drug-related causes.", "died", harm="Some 1,500 people")
    assert _is_peaceful("A farmer shot himself dead on his farm.", "shot himself dead", harm="A farmer")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("People died of disease, hunger and war in the valley.", "died"),
        ("Two sailors died of illness aboard a ship that was held captive.", "died"),
        ("He died of pneumonia in a prison in the capital.", "died"),
        ("Jets struck a cholera clinic at noon.", "struck"),
        ("He shot two comrades and then shot himself.", "shot himself"),
        ("A prisoner hanged himself in his cell.", "hanged himself"),
        ("A man set himself on fire in a protest.", "set himself on fire"),
    ],
)
def test_death_in_war_and_custody_stays(text: str, trigger: str) -> None:
    """Illness beside force, and suicide with others, in custody or as protest."""
    assert not _is_peaceful(text, trigger)


def test_plots_happened_to_nobody() -> None:
    """A film's story is none; a documentary's is, and so is one that only begins with a film."""
    assert _is_peaceful("The film follows a nurse who is kidnapped by a militia.", "kidnapped")
    assert not _is_peaceful("The documentary film follows a nurse who was kidnapped in May.", "kidnapped")
    assert not _is_peaceful("The film opened. Gunmen kidnapped a nurse in Kossa.", "kidnapped")


def test_a_report_on_an_illness_or_a_book_is_read_as_one() -> None:
    """Who "died" there, and what a story that is not called one there tells."""
    flu = "Influenza has spread, the hospitals said. Few were vaccinated. A girl died in Iasi on Friday."
    assert _is_peaceful(flu, "died", harm="A girl", kind="accident")
    assert not _is_peaceful(flu + " Two nurses died in a crash.", "died in a crash", kind="accident")
    assert not _is_peaceful(flu, "died", harm="A girl", kind="killing")
    prize = (
        "The novel won a literary prize; readers and writers cheered its author's award. "
        "It tells the story of a man who shoots a guard."
    )
    assert _is_peaceful(prize, "shoots")
    assert not _is_peaceful("It tells the story of a man who shoots a guard.", "shoots")


def test_space_has_reports_too() -> None:
    """A launch in a report on a rover, and a launch elsewhere."""
    report = "A NASA rover reached the Martian plain. Its telescope works. A Chinese craft was launched from Hainan."
    assert _is_peaceful(report, "launched", kind="operation")
    assert not _is_peaceful("A Chinese craft was launched from Hainan.", "launched", kind="operation")


def test_harm_and_tellings_elsewhere_keep_a_claim() -> None:
    """A figure of speech beside real deaths, or told again with force, is left alone."""
    text = "The minister came under fire for his remarks. Four men died near Kossa. The raid began at dawn."
    assert _is_peaceful(text, "came under fire")
    assert not _is_peaceful(text, "came under fire", harm="Four men")
    assert not _is_peaceful(text, "came under fire", again="raid")


def test_what_a_person_coded_stays() -> None:
    """A claim without a score was made by a person or by another data set."""
    document, claim = _claim("England bombed out of the World Cup on Sunday.", "bombed")
    assert not is_peaceful(document, replace(claim, score=None))
