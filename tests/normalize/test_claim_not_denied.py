"""Who denies something beside the act, or declines to speak, does not deny the act; who tells it does not either."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.no_denier import settle_no_denier
from crossread.normalize.claims.not_denied import settle_not_denied
from crossread.records import Actor, Claim, Document, Evidence, Speaker

ACT = "Jets bombed a clinic, killing six. "


def _read(
    text: str, *deniers: str, trigger: str = "bombed", kind: str = "air_strike", score: float | None = 0.9, accused: str = ""
) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    actors = [
        Actor(role="accused", raw=words, name=None, type="unknown", evidence=(quote(words),), score=score)
        for words in accused.split("|")
        if words
    ]
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="denied",
        trigger=quote(trigger),
        actors=tuple(actors),
        speakers=tuple(Speaker(role="denies", raw=words, evidence=(quote(words),), score=score) for words in deniers),
        score=score,
    )


def _roles(claim: Claim) -> list[tuple[str, str]]:
    return [(row.role, row.raw) for row in claim.speakers]


@pytest.mark.parametrize(
    "words",
    [
        "The governor declined to say who was behind it.",
        "The governor refused to comment.",
        "The governor neither confirmed nor denied the raid.",
        "The governor has not confirmed or denied it.",
        "The governor denies any links to the Red Dawn.",
        "The governor denied having any contact with the Red Dawn.",
        "The governor denied that it supports the militia.",
        "The governor again denied giving the rebels arms or shelter.",
        "The governor denied reports that his government had armed civilians.",
        "The governor denied that any ransom had been paid.",
        "The governor denied targeting civilians.",
        "The governor denied that civilians were targeted.",
    ],
)
def test_who_denies_something_else_is_no_denier(words: str) -> None:
    told = settle_not_denied(*_read(ACT + words, "The governor", accused="The governor"))
    assert (told.speakers, told.actors, told.stance) == ((), (), "asserted")


@pytest.mark.parametrize(
    "words",
    [
        "The governor denied that fighters had been in the building.",
        "The governor denied that any weapons were kept there.",
        "The governor denied that his men had orders to shoot.",
        "The governor denied that any order to shoot had been given.",
    ],
)
def test_who_speaks_of_the_place_or_of_an_order_reports(words: str) -> None:
    told = settle_not_denied(*_read(ACT + words, "The governor", accused="Jets|The governor"))
    assert (_roles(told), told.stance) == ([("reports", "The governor")], "asserted")
    assert [(row.role, row.raw) for row in told.actors] == [("perpetrator", "Jets")]


def test_the_plane_shot_down_denies_no_shot() -> None:
    text = "Jets shot down a plane. Norland denies that the plane entered its airspace."
    told = settle_not_denied(*_read(text, "Norland", trigger="shot down", kind="armed_attack"))
    assert (_roles(told), told.stance) == ([("reports", "Norland")], "asserted")


@pytest.mark.parametrize(
    "words",
    [
        "The governor denied any links to the attack.",
        "The governor denied any connection with the killing.",
        "The governor denied it.",
        "The governor denied the report.",
        "The governor denied carrying out the attack.",
        "The governor denied that his jets had been in the area.",
        "The governor denied that any of his men were there.",
        "The governor denied that the Armed Forces had anything to do with it.",
        "The governor denied links to the Red Dawn and rejected any role in the raid.",
        "The governor declined to say more but denied any involvement.",
        "The governor denied that the rebels had been bombed.",
    ],
)
def test_a_denial_of_the_act_stays(words: str) -> None:
    document, claim = _read(ACT + words, "The governor")
    assert settle_not_denied(document, claim) is claim


def test_what_is_told_in_the_denial_itself_is_denied() -> None:
    text = "The governor denied that it supports the militia that bombed a clinic."
    document, claim = _read(text, "The governor")
    assert settle_not_denied(document, claim) is claim


def test_another_denier_keeps_the_claim_denied() -> None:
    text = ACT + "The mayor denied it. The governor denied any links to the Red Dawn."
    told = settle_not_denied(*_read(text, "The mayor", "The governor"))
    assert (_roles(told), told.stance) == ([("denies", "The mayor")], "denied")


def test_a_ransom_belongs_to_a_release() -> None:
    text = "The crew was released. The owner denied having paid."
    document, claim = _read(text, "The owner", trigger="released", kind="agreement")
    assert settle_not_denied(document, claim) is claim


@pytest.mark.parametrize(
    "words", ["the army said.", "the army said on Monday.", "an army spokesman told reporters.", "the army reported."]
)
def test_who_tells_the_act_reports_it(words: str) -> None:
    speaker = words.split(" said")[0].split(" told")[0].split(" reported")[0].removeprefix("the ").removeprefix("an ")
    told = settle_no_denier(*_read(f"Jets bombed a clinic, {words} The rebels denied it.", speaker, "The rebels"))
    assert _roles(told) == [("reports", speaker), ("denies", "The rebels")]
    assert told.stance == "denied"


@pytest.mark.parametrize(
    "words",
    [
        "A colonel said he was certain that the Red Dawn was responsible.",
        "A colonel insisted that militants were to blame.",
        "A colonel said that they have proof linking the Red Dawn to the raid.",
        "A colonel believes it was the Red Dawn.",
        "A colonel brushed the denial aside.",
        "A colonel dismissed their denials as a habit.",
    ],
)
def test_who_lays_it_on_others_accuses(words: str) -> None:
    told = settle_no_denier(*_read(ACT + words, "A colonel"))
    assert (_roles(told), told.stance) == ([("accuses", "A colonel")], "alleged")


@pytest.mark.parametrize(
    "words",
    ["said he did not know who the pilots were", 'said that he had "no such information"', "denied that it was unlawful"],
)
def test_who_knows_nothing_of_it_or_calls_it_lawful_reports(words: str) -> None:
    assert _roles(settle_no_denier(*_read(f"{ACT}The mayor {words}.", "The mayor"))) == [("reports", "The mayor")]


@pytest.mark.parametrize(
    "words",
    [
        "The front denied it. The mayor said it was a massacre.",
        'The front denied it. The mayor described the raid as a "cowardly massacre".',
        "The front has denied it; the mayor, who met survivors, considers it proven.",
        "The front denied it. The mayor condemned the killings.",
        "The front denied it. The mayor said he had documented the raid.",
        "The front denied it; but the mayor confirmed it.",
        "The front denied it. The mayor put the toll at nine.",
        "The front says six; the mayor now says 15.",
    ],
)
def test_who_calls_it_a_crime_or_confirms_it_reports_beside_a_denier(words: str) -> None:
    speaker = "The mayor" if "The mayor" in words else "the mayor"
    told = settle_no_denier(*_read(ACT + words, "The front", speaker))
    assert _roles(told) == [("denies", "The front"), ("reports", speaker)]
    assert told.stance == "denied"


def test_who_says_who_did_it_accuses() -> None:
    words = '"It was the Red Dawn and its friends who did this," a colonel said. The front denied it.'
    told = settle_no_denier(*_read(ACT + words, "a colonel", "The front"))
    assert _roles(told) == [("accuses", "a colonel"), ("denies", "The front")]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody bombed a clinic, the army said.",
        ACT + "The army condemned the raid but denied any part in it.",
        ACT + "The army condemned the accusations.",
        ACT + "The army confirmed the fighting, but no bomb was dropped.",
        ACT + "The army called the report a crime.",
        ACT + "The army said that 14 terrorists had been killed.",
        ACT + '"It was not our jets that did this," the army said.',
        "Jets bombed a clinic only in rumours, the army said.",
        ACT + "The army said that rebels were not to blame.",
        ACT + "The army said it was responsible for peace in the town.",
        ACT + 'The army called it "a fable" and said rebels were behind it.',
        ACT + "The army said the dead had fallen from a roof.",
        ACT + "The army said it did not know them and denied any raid.",
        ACT + "The army said it had no record of a raid.",
        ACT + "The army denied that it was responsible.",
    ],
)
def test_who_may_deny_stays(text: str) -> None:
    document, claim = _read(text, "army")
    assert settle_no_denier(document, claim) is claim


def test_what_a_person_says_stays() -> None:
    document, claim = _read("Jets bombed a clinic, the army said. The governor declined to say more.", "army", score=None)
    assert settle_no_denier(document, claim) is claim
    assert settle_not_denied(document, claim) is claim


@pytest.mark.parametrize(
    "words",
    ["The mayor denies any connection of his men with the attack.", "The mayor denies any links of its guards to this attack."],
)
def test_a_link_of_ones_men_with_the_act_is_the_act(words: str) -> None:
    """It is denied as such; their links with others are not."""
    document, claim = _read(ACT + words, "The mayor")
    assert settle_not_denied(document, claim) == claim
    document, claim = _read(ACT + "The mayor denies any links of its guards to the Red Dawn.", "The mayor")
    assert settle_not_denied(document, claim).speakers == ()


def test_whom_a_denier_blames_is_accused() -> None:
    """ "The front did it" is no denial of the front's; where nobody else denies, and where it says no, it is left."""
    document, claim = _read(ACT + "We deny any part in it. The front did it.", "We", "The front")
    told = settle_no_denier(document, claim)
    assert _roles(told) == [("denies", "We")]
    assert [(row.role, row.raw) for row in told.actors] == [("accused", "The front")]
    document, claim = _read(ACT + "We deny any part in it. The front did it not.", "We", "The front")
    assert settle_no_denier(document, claim) == claim


@pytest.mark.parametrize(
    "words",
    [
        "The governor rejected this and said that all six were armed.",
        "The governor denied that figure.",
        "The governor disputed these numbers.",
        "The governor dismissed the account, saying the dead were all fighters.",
    ],
)
def test_who_disputes_a_toll_or_who_fell_reports(words: str) -> None:
    """That they fell he does not deny."""
    told = settle_not_denied(*_read(ACT + words, "The governor"))
    assert (_roles(told), told.stance) == ([("reports", "The governor")], "asserted")


@pytest.mark.parametrize(
    "words",
    [
        "The governor rejected this and said that all jets were grounded.",
        "The governor rejected this account.",
        "The governor disputed the account and said a shell had hit it.",
        "The governor rejected this and said the six were farmers whom his jets did not hit; he denied the raid.",
        "The governor denied that figure and denied that jets had flown.",
    ],
)
def test_who_disputes_the_act_denies_it(words: str) -> None:
    document, claim = _read(ACT + words, "The governor")
    assert settle_not_denied(document, claim) == claim
