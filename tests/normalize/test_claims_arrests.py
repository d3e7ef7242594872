"""Arrests told in a sentence of their own; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.arrests import with_arrests
from crossread.records import Claim, Document, Evidence, Speaker

SHOT = "Gunmen shot a priest in Kasa on Monday. "


def parted(text: str, *, type: str = "killing", speaker: str | None = None) -> list[Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        at = text.rindex(words)
        return document.quote(at, at + len(words))

    said = () if speaker is None else (Speaker(role="reports", raw=speaker, evidence=(quote(speaker),), score=0.8),)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=type,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote("shot a"),
        retellings=(quote("arrested"),),
        speakers=said,
        score=0.9,
    )
    return with_arrests(document, [claim])


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        (SHOT + "Police say two suspects were arrested.", "Police", "attributed"),
        (SHOT + "Three men have been arrested.", None, "asserted"),
        (SHOT + "One suspect was later arrested, officers said.", "officers", "attributed"),
    ],
)
def test_an_arrest_is_a_claim_of_its_own(text: str, speaker: str | None, stance: str) -> None:
    killing, arrest = parted(text, speaker=speaker)
    assert (killing.type, killing.speakers, killing.retellings) == ("killing", (), ())
    assert (arrest.type, arrest.stance, [row.effect for row in arrest.harm]) == ("detention", stance, ["detained"])
    assert [row.raw for row in arrest.speakers] == ([speaker] if speaker else [])
    assert [row.role for row in arrest.actors] == ["victim"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        (SHOT + "Not a suspect was arrested.", "crackdown"),
        (SHOT + "Three men were arrested.", "riot"),
        (SHOT + "Nobody has been arrested.", "killing"),
        (SHOT + "The general had arrested two aides.", "killing"),
        ("Gunmen shot a priest after two suspects were arrested.", "killing"),
    ],
)
def test_no_other_arrest_is_parted(text: str, type: str) -> None:
    """In a sentence of the act, at a protest, or of nobody."""
    assert len(parted(text, type=type)) == 1
