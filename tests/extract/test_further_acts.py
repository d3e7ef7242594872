"""What a report calls another act is a claim of its own; read by the encoder that ships."""

from __future__ import annotations

import pytest

from crossread.extract import Extractor, load_extractor
from crossread.records import Claim, Document


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor("encoder-en")


def _claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    return extractor.extract([Document(id="doc_1", text=text, language="en")])[0].claims


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Four soldiers were killed in a roadside bombing in Helmand on Monday, while one soldier was killed in a separate "
            "gunbattle, officials said.",
            "Four soldiers",
            "one soldier",
        ),
        (
            "A car bomb killed six people in Baghdad on Tuesday. Two policemen were killed in a separate incident.",
            "six people",
            "Two policemen",
        ),
        (
            "Gunmen killed four farmers in Bokkos on Monday, and two herders were shot dead in an unrelated attack.",
            "four farmers",
            "two herders",
        ),
        (
            "FARC rebels ambushed a patrol in Arauca on Monday, killing five soldiers.\n\nThree police officers were also "
            "killed in an attack by the National Liberation Army.",
            "five soldiers",
            "Three police officers",
        ),
        (
            "Two bombs injured four people in the south of the Philippines on Saturday, while in the north soldiers clashed "
            "with communist rebels, killing two.",
            "four people",
            "two",
        ),
        (
            "A suicide bomber killed nine people in Kabul on Sunday, while elsewhere gunmen shot dead a judge.",
            "nine people",
            "a judge",
        ),
    ],
)
def test_a_further_act_is_a_claim_of_its_own(extractor: Extractor, text: str, first: str, second: str) -> None:
    """Each has its own dead, and nobody else's."""
    assert [[row.raw for row in claim.harm] for claim in _claims(extractor, text)] == [[first], [second]]


def test_who_did_the_one_is_not_lent_the_other(extractor: Extractor) -> None:
    """Where the second act has a doer of its own, the first one's is not its doer."""
    text = "A suicide bomber killed nine people in Kabul on Sunday, while in the south gunmen killed a judge."
    doers = [[row.raw for row in claim.actors if row.role == "perpetrator"] for claim in _claims(extractor, text)]
    assert doers == [["A suicide bomber"], ["gunmen"]]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed nine people in Kabul on Sunday. Two policemen were also killed in the attack.",
        "A bomb killed nine people in Kabul on Sunday. A driver was also wounded in the blast, which broke windows nearby.",
        "A bomb killed nine people in the market of Kabul on Sunday, while in the hospital two more died.",
        "A bomb killed nine people in Kabul on Sunday. Police said in a separate statement that the bomb had hit a bus.",
        "A bomb killed nine people in Kabul on Sunday, while the north of the city shook with the blast.",
    ],
)
def test_the_same_act_told_on_stays_one(extractor: Extractor, text: str) -> None:
    """ "Also" in the attack just told, another statement, and a compass side without an act tell no further act."""
    assert len(_claims(extractor, text)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Seven people were killed in two attacks in Somalia on Sunday, police said. Six died when gunmen stormed a hotel "
            "in Mogadishu.",
            [["Seven people"], ["Six"]],
        ),
        (
            "Eleven people were killed in separate attacks in Nigeria's Borno state on Friday. Seven of them died when gunmen "
            "raided a village near Dikwa.",
            [["Eleven people"], ["Seven of them"]],
        ),
    ],
)
def test_a_total_of_acts_is_not_the_act_told_next(extractor: Extractor, text: str, told: list[list[str]]) -> None:
    """The total has the places of none of them, and an act not the number of all."""
    claims = _claims(extractor, text)
    assert [[row.raw for row in claim.harm] for claim in claims] == told
    assert [claim.scope for claim in claims] == ["aggregate", "incident"]


def test_one_attack_told_twice_stays_one(extractor: Extractor) -> None:
    text = "Seven people were killed in an attack in Mogadishu on Sunday. Six of them died when gunmen stormed a hotel."
    assert len(_claims(extractor, text)) == 1
