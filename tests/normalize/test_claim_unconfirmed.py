"""Who leaves it open whether he did it neither claims nor denies it."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.unconfirmed import settle_unconfirmed
from crossread.records import Actor, Claim, Document, Speaker

ACT = "Jets bombed a depot near Kasa on Monday. "


def read(behind: str, *, role: str = "denies", heard: bool = True) -> Claim:
    text = ACT + behind
    document = Document(id="doc_1", text=text)
    at = text.index("The state")
    said = document.quote(at, at + 9)
    start = text.index("bombed")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="air_strike",
        scope="incident",
        status="accomplished",
        stance="claimed" if role == "claims" else "denied",
        trigger=document.quote(start, start + 6),
        actors=(Actor(role="claimant", raw="The state", name=None, type="state_forces", evidence=(said,), score=0.8),),
        speakers=(Speaker(role=role, raw="The state", evidence=(said,), score=0.8),) if heard else (),
        score=0.9,
    )
    return settle_unconfirmed(document, claim)


OPEN = [
    "The state has neither confirmed nor denied the raid.",
    "The state has never confirmed or denied carrying out raids.",
    "The state has not officially confirmed or denied that its jets did it.",
    "The state would neither confirm nor deny it.",
]


@pytest.mark.parametrize("behind", OPEN)
@pytest.mark.parametrize("role", ["claims", "denies"])
def test_open_words_make_no_claimant_and_no_denier(behind: str, role: str) -> None:
    told = read(behind, role=role)
    assert (told.speakers, told.actors, told.stance) == ((), (), "asserted")


@pytest.mark.parametrize("behind", OPEN)
def test_a_denial_nobody_is_heard_of_goes_with_open_words(behind: str) -> None:
    assert read(behind, heard=False).stance == "asserted"


@pytest.mark.parametrize(
    "behind",
    [
        "The state denied the raid.",
        "The state never denied the raid.",
        "The state confirmed the raid but denied hitting homes.",
        "The state said so. An aide neither confirmed nor denied it.",
    ],
)
def test_other_words_leave_the_speaker(behind: str) -> None:
    assert [row.role for row in read(behind).speakers] == ["denies"]


def test_another_denial_near_keeps_it_denied() -> None:
    assert read("The state neither confirmed nor denied it, and an aide rejected the charge.", heard=False).stance == "denied"
