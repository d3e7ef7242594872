"""Food and leaflets dropped from the air are an operation."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.airdrops import settle_airdrop
from crossread.records import Claim, Document, Harm


def _claim(text: str, trigger: str, *, harm: tuple[Harm, ...] = (), score: float | None = 0.9) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, language="en")
    start = text.index(trigger)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(start, start + len(trigger)),
        type="air_strike",
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=harm,
        score=score,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Helicopters dropped food to the cut-off villages.", "dropped"),
        ("Planes dropped 40 tonnes of emergency supplies on Kossa.", "dropped"),
        ("Jets dropped leaflets over the town.", "dropped leaflets"),
        ("Jets dropped leaflets warning of bombs.", "dropped"),
        ("Planes dropped water bottles and bags filled with flour.", "dropped"),
    ],
)
def test_aid_and_paper_are_no_strike(text: str, trigger: str) -> None:
    """The goods stand right behind the word."""
    assert settle_airdrop(*_claim(text, trigger)).type == "operation"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Jets dropped bombs on a food market.", "dropped"),
        ("Jets dropped two bombs near the water plant.", "dropped"),
        ("Helicopters dropped water barrels filled with explosives on the town.", "dropped"),
        ("Helicopters dropped medicines boxes packed with scrap metal.", "dropped"),
        ("A jet bombed an aid convoy.", "bombed"),
    ],
)
def test_bombs_stay(text: str, trigger: str) -> None:
    """Goods that are hit are not dropped."""
    assert settle_airdrop(*_claim(text, trigger)).type == "air_strike"


def test_harm_and_hand_coding_stay() -> None:
    """A crate that kills, and a claim without a score."""
    text = "Planes dropped food and killed two."
    hurt = Harm(effect="killed", raw="two", group=None, group_type="civilians", count=None)
    assert settle_airdrop(*_claim(text, "dropped", harm=(hurt,))).type == "air_strike"
    assert settle_airdrop(*_claim(text, "dropped", score=None)).type == "air_strike"
