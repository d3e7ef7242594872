"""Who investigates an act is no source for it, and what he investigates has happened."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.investigating import settle_investigating
from crossread.records import Claim, Document, Speaker


def read(text: str, who: str, *, role: str = "accuses", stance: str = "attributed") -> Claim:
    document = Document(id="doc_1", text=text)
    at, start = text.index(who), text.index("bombing")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance=stance,
        trigger=document.quote(start, start + 7),
        speakers=(Speaker(role=role, raw=who, evidence=(document.quote(at, at + len(who)),), score=0.8),),
        score=0.9,
    )
    return settle_investigating(document, claim)


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors have opened an inquiry into the bombing of a bus in Kasa.",
        "Prosecutors in Kasa are investigating a bombing that killed five.",
        "Prosecutors are now probing the bombing of a bus.",
        "Prosecutors launched an investigation into the bombing.",
    ],
)
def test_the_investigated_act_is_asserted(text: str) -> None:
    told = read(text, "Prosecutors")
    assert (told.speakers, told.stance) == ((), "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors said they were investigating the bombing.",
        "Prosecutors are investigating whether soldiers did the bombing.",
        "Prosecutors are investigating reports of a bombing.",
        "Prosecutors are investigating claims of a bombing.",
        "Prosecutors ordered an investigation into the bombing.",
        "Prosecutors accused two men of the bombing.",
        "Prosecutors blamed rebels; police are investigating the bombing.",
    ],
)
def test_who_says_or_doubts_it_stays_as_he_was(text: str) -> None:
    told = read(text, "Prosecutors")
    assert (told.speakers[0].role, told.stance) == ("accuses", "attributed")


def test_what_is_denied_stays_denied() -> None:
    assert read("Prosecutors are investigating the bombing.", "Prosecutors", stance="denied").stance == "denied"
