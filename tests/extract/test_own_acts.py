"""A sentence right behind an act that tells another is a claim of its own; read by the encoder that ships."""

from __future__ import annotations

import pytest

from crossread.extract import Extractor, load_extractor
from crossread.records import Claim, Document

HEAD = "ALGIERS, 15 March 2022 (Wire) - "


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor("encoder-en")


def _claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    return extractor.extract([Document(id="doc_1", text=HEAD + text, language="en")])[0].claims


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "A bomb killed two soldiers in Menaka on Monday. Also on Monday, a bomb killed three policemen in Menaka.",
            "two soldiers",
            "three policemen",
        ),
        (
            "A bomb killed two soldiers in Menaka on Monday. A second bomb killed three policemen.",
            "two soldiers",
            "three policemen",
        ),
        (
            "A roadside bomb killed two policemen in Tripoli on Monday. Elsewhere in the capital, gunmen shot dead a judge.",
            "two policemen",
            "a judge",
        ),
        (
            "Army shelling killed four people in Kobane on Monday. Rebel shelling killed two people in Afrin on Monday.",
            "four people",
            "two people",
        ),
        ("Gunmen killed a judge in Aden on Monday. On Sunday, gunmen killed a cleric in Aden.", "a judge", "a cleric"),
    ],
)
def test_another_act_is_another_claim(extractor: Extractor, text: str, first: str, second: str) -> None:
    """Words that it is another, another place or another day part them, and neither has the other's dead."""
    assert [[row.raw for row in claim.harm] for claim in _claims(extractor, text)] == [[first], [second]]


def test_who_did_the_second_did_not_do_the_first(extractor: Extractor) -> None:
    text = (
        "An air strike killed four fighters in Marib on Monday, officials said.\n\nAlso on Monday, Houthi rebels fired a "
        "missile at a mosque in Marib, killing 26 soldiers."
    )
    doers = [[row.raw for row in claim.actors if row.role == "perpetrator"] for claim in _claims(extractor, text)]
    assert doers == [[], ["Houthi rebels"]]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two soldiers in Menaka on Monday. The army said the blast had wounded three in Gao Street.",
        "A bomb killed 12 people in a bus in Kano on Monday. Six children were among the dead. The bus had come from Zaria.",
        "Gunmen killed 14 people at a wedding in Menaka on Monday. Also killed were three musicians from Gao.",
        "Army shelling killed four people in Kobane on Monday. Two of them died when a shell hit a school in Maktala.",
        "Gunmen killed a judge in Aden on Monday. Police said the judge was shot six times at his house in Crater.",
        "Gunmen attacked a village near Jos on Monday and killed 10 people. Residents said 12 people were killed there.",
    ],
)
def test_an_act_told_on_stays_one(extractor: Extractor, text: str) -> None:
    """Who is known from the sentence before, what points back, and a new place or day of something else part nothing."""
    assert len(_claims(extractor, text)) == 1
