"""The act that somebody is known for is not what befalls him; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.extract import Extractor, load_extractor
from crossread.extract.heads import Mention
from crossread.extract.known_for import find_known_for
from crossread.records import Claim, Document


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor("encoder-en")


def _claims(extractor: Extractor, text: str) -> dict[str, Claim]:
    claims = extractor.extract([Document(id="doc_1", text=text, language="en")])[0].claims
    return {claim.type: claim for claim in claims}


@pytest.mark.parametrize(
    ("text", "act", "fate", "day", "place"),
    [
        (
            "Nordin Tap, the mastermind of the Jakarta hotel bombings, was shot dead in a house in Solo on Thursday.",
            "bombing",
            "killing",
            "Thursday",
            "in Solo",
        ),
        (
            "Police arrested Salim Hamid, the suspected mastermind of the market bombing, in Karachi on Monday.",
            "bombing",
            "detention",
            "Monday",
            "in Karachi",
        ),
        (
            "Riduan Isa, suspected of planning the Bali bombings in October 2002, was captured in Thailand on Monday.",
            "bombing",
            "detention",
            "Monday",
            "in Thailand",
        ),
    ],
)
def test_each_act_has_its_own_day_and_place(extractor: Extractor, text: str, act: str, fate: str, day: str, place: str) -> None:
    """What befell him is dated and placed; the act he is known for takes neither."""
    made = _claims(extractor, text)
    assert set(made) == {act, fate}
    assert made[fate].when is not None
    assert made[fate].when.raw == day
    assert made[fate].where is not None
    assert made[fate].where.raw == place
    assert made[act].when is None or made[act].when.raw != day
    assert made[act].where is None or made[act].where.raw != place


def test_the_day_of_the_act_is_not_that_of_the_arrest(extractor: Extractor) -> None:
    """ "last year's" is told of the attack."""
    text = "The alleged organizer of last year's embassy attack, Ahmed Taleb, was captured by special forces near Sirte."
    made = _claims(extractor, text)
    assert made["detention"].when is None


def _told(text: str) -> list[Mention]:
    """The whole sentence as one mention: where it is parted depends on its words alone."""
    return [Mention(category="trigger", first=0, last=1, start=0, end=len(text), sentence=0, score=0.9, classes={})]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Abu Omar, a suspect in the church bombing, was killed in Kaduna.", "suspect in the church bombing"),
        (
            "Police killed Abu Hafs, wanted for the kidnapping of two nurses, near Jalalabad.",
            "wanted for the kidnapping of two nurses",
        ),
        ("The suspect in the Lima bombing was arrested on Friday.", "suspect in the Lima bombing"),
        ("A reporter who survived the 2013 siege of a mall was shot dead in Mombasa.", "survived the 2013 siege of a mall"),
        (
            "The governor, who survived an assassination attempt in March, said a bomb went off.",
            "survived an assassination attempt in March",
        ),
        ("On the anniversary of the Lima bombing, families laid flowers on Thursday.", "anniversary of the Lima bombing"),
    ],
)
def test_where_the_known_act_ends(text: str, parted: str) -> None:
    """From the word for who he is to the comma or verb with which what befell him goes on."""
    found = find_known_for(text, _told(text))
    assert found is not None
    assert text[found.start : found.end] == parted


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two men in connection with last week's attack on a mosque in Karachi that killed five people.",
        "Rebels claimed the attack on Goma, which killed nine soldiers on Monday.",
        "The mastermind of the bombings in Mumbai, which killed 166 people in 2008, has not been named.",
        "Soldiers responsible for the attack, in which nine villagers died on Monday in Boni, said nothing.",
        "Doctors treat survivors of a raid, in which nine villagers were killed in Boni on Monday, in a tent.",
        "The army blamed rebels for the attack, in Goma on Monday, and sent troops.",
    ],
)
def test_what_goes_on_with_the_act_is_not_parted(text: str) -> None:
    """Relative clauses, no fate told, and an act that the sentence itself reports."""
    assert find_known_for(text, _told(text)) is None


def test_an_attack_survived_before_gives_no_day(extractor: Extractor) -> None:
    """ "May" is of the attack that is recalled."""
    text = (
        "Gunmen opened fire on a minibus in Bardale, killing four, "
        "including the brother of a minister who survived an attack in May."
    )
    told = extractor.extract([Document(id="doc_1", text=text, language="en")])[0].claims
    first = next(claim for claim in told if claim.trigger.quote == "opened fire")
    assert first.when is None
