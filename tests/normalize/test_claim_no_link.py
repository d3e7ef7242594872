"""Who rejects any link to what was just told denies it and is accused."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.no_link import settle_no_link
from crossread.records import Claim, Document, Evidence, Speaker

TOLD = "A car bomb killed 16 people in Manbij on Monday. "


def _read(text: str, *, said: str | None = None, trigger: str = "bomb", score: float | None = 0.9) -> Claim:
    """The claim of a document of which `said` reports something."""
    document = Document(id="doc_1", text=text, source=None)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    speakers = (Speaker(role="reports", raw=said, name=None, evidence=(quote(said),), score=0.8),) if said else ()
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="attributed" if said else "asserted",
        trigger=quote(trigger),
        speakers=speakers,
        score=score,
    )
    return settle_no_link(document, claim)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (TOLD + "We reject any link to it.", "We"),
        (TOLD + "We firmly deny any involvement in this attack and any part in the blast before it.", "We"),
        (TOLD + "Our fighters deny all responsibility for the bombing.", "Our fighters"),
        ("We condemn the bombing of Manbij and reject any connection with it.", "We"),
        ("We condemn the bombing of Manbij, which hit our own people, and reject any connection with it.", "We"),
    ],
)
def test_a_party_that_has_no_link_denies_in_its_own_voice(text: str, party: str) -> None:
    """It is the denier and the accused."""
    claim = _read(text)
    assert claim.stance == "denied"
    assert [(row.role, row.raw) for row in claim.speakers] == [("denies", party)]
    assert [(row.role, row.raw) for row in claim.actors] == [("accused", party)]


def test_the_one_quoted_denies() -> None:
    """ "We" of a quotation is the speaker behind it."""
    claim = _read(TOLD + '"We reject any link to it," the Northern Front said.', said="the Northern Front")
    assert claim.stance == "denied"
    assert [(row.role, row.raw) for row in claim.speakers] == [("denies", "the Northern Front")]
    assert [(row.role, row.raw) for row in claim.actors] == [("accused", "the Northern Front")]


@pytest.mark.parametrize(
    "text",
    [
        TOLD + "We reject any link to terrorism.",
        TOLD + "We reject the attack and call for calm.",
        TOLD + "We do not deny our part in it.",
        TOLD + "The town is calm. The market has opened. We deny any involvement in this attack.",
        TOLD + "We reject any link between the party and its rivals.",
        TOLD + '"We reject any link to it." The mayor had left the town.',
    ],
)
def test_what_is_no_denial_of_it_changes_nothing(text: str) -> None:
    """Other links, other sentences and nobody who says so."""
    assert (_read(text).stance, _read(text).actors) == ("asserted", ())


def test_what_people_say_stays() -> None:
    """A claim without a score is not touched."""
    assert _read(TOLD + "We reject any link to it.", score=None).stance == "asserted"
