"""What is told as news, what as known, and a toll that is counted anew."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import harm, make_claim, make_document

from crossread.link import explain_pair
from crossread.link.comparison import Comparison
from crossread.link.retold import counts_anew, is_further, is_known
from crossread.records import Actor, Harm


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("A bomb kills five people at a bus stop.", False),
        ("Two suicide bombers blow themselves up in a market, killing ten.", False),
        ("Yesterday's bombing was the second this year.", True),
        ("The death toll of a blast rises to 34.", True),
        ("Police open fire after protests.", True),
        ("The blast at the bus stop killed five.", True),
        ("Gunmen kill Mr. Sow at the shop; his widow was sentenced.", True),
        ("Gunmen kill a man on Nov. 9 in Kossa, police said.", True),
        ("Gunmen kill a man in Kossa. Police said nothing.", False),
    ],
)
def test_news_is_told_apart_from_what_is_known(text: str, known: bool) -> None:
    """An indefinite happening in the present is news; a pointer back, or a speaker, is not surely."""
    document = make_document("d", text=text)
    assert is_known(make_claim(document), document) is known


def compared(first: str, second: str, *, tolls: tuple[Harm, Harm], days: int) -> dict[str, Comparison]:
    """The comparisons of two reports without a date, so many days apart."""
    documents = {
        name: make_document(name, text=text, published=date(2021, 3, 1 + late))
        for name, text, late in (("a", first, 0), ("b", second, days))
    }
    claims = [make_claim(documents[name], harm=(toll,)) for name, toll in zip("ab", tolls, strict=True)]
    return {row.name: row for row in explain_pair(*claims, documents).comparisons}


def phase(first: str, second: str, *, days: int) -> Comparison:
    """How the later of two reports tells its incident."""
    return compared(first, second, tolls=(harm("killed", 5), harm("killed", 5)), days=days)["phase"]


def test_later_news_is_of_its_own_day() -> None:
    """Told as news three days later it is another bomb; told by a speaker it may be either; the same day says nothing."""
    news = phase("A bomb kills five.", "A bomb kills five in a shop.", days=3)
    assert news.score is not None
    assert news.score <= -0.8
    assert news.sentence == "The report of 3 days later tells its incident as news."
    assert phase("A bomb kills five.", "Five died in the blast, police said.", days=3).score is None
    assert phase("A bomb kills five.", "A bomb kills five in a shop.", days=0).score is None


def test_what_is_told_before_follows_up() -> None:
    """\"Yesterday's bombing" and a toll that goes on are of what was reported before, the less the longer ago."""
    soon = phase("A bomb kills five.", "Yesterday's bombing killed five.", days=1)
    late = phase("A bomb kills five.", "The death toll from the blast is five.", days=20)
    assert soon.score == 1.0
    assert late.score is not None
    assert 0 < late.score < soon.score


def test_a_further_incident_is_none_of_the_first() -> None:
    """\"Another bomb" sets the incident beside the one that was reported, on the same day, too, and whichever report has it."""
    for pair in (("A bomb kills five.", "Another bomb kills five."), ("Another bomb kills five.", "A bomb kills five.")):
        found = phase(*pair, days=0)
        assert found.score is not None
        assert found.score < 0
        assert "a further one" in found.sentence


def test_a_unit_with_a_number_is_no_further_incident() -> None:
    """\"The Third Brigade" is a name; "the third bomb" is one more."""
    assert phase("A bomb kills five.", "A bomb of the Third Brigade kills five.", days=0).score is None
    assert phase("A bomb kills five.", "The third bomb kills five.", days=0).score is not None


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("A trader and another man in his 20s were killed by a bomb.", False),
        ("The bomb kills a second 30-year-old woman.", False),
        ("The bomb wounded another two police officers.", False),
        ("Another car bomb kills five.", True),
        ("A second police raid kills five.", True),
        ("Another attack on officers kills five.", True),
    ],
)
def test_a_further_person_is_no_further_incident(text: str, further: bool) -> None:
    """ "Another man" is one more person of one incident, and "another car bomb" is no car but one more bomb."""
    document = make_document("d", text=text)
    assert is_further(make_claim(document), document) is further


def test_a_toll_that_rises_is_one_toll() -> None:
    """12, and the next day "rises to 34", agree; 34 told without a word of that, or a toll that falls, do not."""
    tolls = (harm("killed", 12), harm("killed", 34))
    rises = compared("Police kill twelve.", "The toll rises to 34.", tolls=tolls, days=1)["harm"]
    plain = compared("Police kill twelve.", "Police kill 34.", tolls=tolls, days=1)["harm"]
    falls = compared("Police kill 34.", "The toll rises to twelve.", tolls=tolls[::-1], days=1)["harm"]
    assert rises.score is not None
    assert plain.score is not None
    assert falls.score is not None
    assert rises.score > 0 > plain.score
    assert falls.score < 0
    document = make_document("d", text="Police kill twelve.")
    assert not counts_anew(make_claim(document), document)


def test_soldiers_of_the_country_are_no_shared_name() -> None:
    """Malian soldiers in Mali are no sign of one incident, Chadian ones there are."""
    documents = {name: make_document(name, published=date(2021, 3, 1)) for name in "ab"}

    def victims(words: str) -> Comparison:
        hurt = (Actor(role="victim", raw=words, name=None, type="state_forces"),)
        claims = [make_claim(documents[name], place="Gao", actors=hurt) for name in "ab"]
        return {row.name: row for row in explain_pair(*claims, documents).comparisons}["victims"]

    assert victims("Chadian soldiers").sentence.startswith("Those hurt share")
    assert not victims("Malian soldiers").sentence.startswith("Those hurt share")


def test_captives_are_held_for_days() -> None:
    """15 taken, told as news three days later too, may be the same 15; not two of them, nor 15 who were killed."""

    def told(effect: str, first: int, second: int) -> Comparison:
        texts = f"Rebels seize {first} villagers.", f"Rebels hold {second} villagers."
        tolls = harm(effect, first), harm(effect, second)
        return compared(*texts, tolls=tolls, days=3)["phase"]

    assert told("abducted", 15, 15).score is None
    for effect, first, second in (("abducted", 15, 9), ("abducted", 2, 2), ("killed", 15, 15)):
        assert (told(effect, first, second).score or 0.0) < -0.5


def test_the_same_captives_weigh_as_much_as_the_same_dead() -> None:
    """A large number of people taken is as seldom told twice by chance as one of people killed."""

    def toll(*effects: str, number: int = 15) -> float:
        tolls = tuple(harm(effect, number) for effect in effects)
        score = compared("Rebels seize villagers.", "Rebels hold villagers.", tolls=tolls, days=0)["harm"].score  # type: ignore[arg-type]
        assert score is not None
        return score

    assert toll("abducted", "abducted") == toll("killed", "killed") == 1.0
    assert toll("missing", "missing") == 1.0
    assert toll("abducted", "abducted", number=2) < 0.4
