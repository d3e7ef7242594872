"""A party named to describe who speaks does not act."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.tied_to import without_tied_to
from crossread.records import Actor, Claim, Document


def _kept(text: str, party: str, role: str = "perpetrator") -> bool:
    document = Document(id="doc_1", text=text)
    named = document.quote(text.index(party), text.index(party) + len(party))
    at = text.index("killed")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="attributed",
        trigger=document.quote(at, at + 6),
        actors=(Actor(role=role, raw=party, name=None, type="rebel_group", evidence=(named,), score=0.8),),
        score=0.9,
    )
    return bool(without_tied_to(document, claim).actors)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("An aid agency with ties to Tamil Tiger rebels says two of its workers were killed.", "Tamil Tiger rebels"),
        ("A news site with links to Boko Haram said two soldiers were killed.", "Boko Haram"),
        ("A paper sympathetic to the ELN reported that two farmers were killed.", "ELN"),
        ("A website close to al-Shabab said seven soldiers were killed.", "al-Shabab"),
    ],
)
def test_a_tie_of_the_speaker_is_no_doer(text: str, party: str) -> None:
    assert not _kept(text, party)
    assert not _kept(text, party, "claimant")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Hamas says its fighters killed two soldiers.", "Hamas"),
        ("A group with ties to al-Qaida said it killed two soldiers.", "A group with ties to al-Qaida"),
        ("Men with ties to Boko Haram killed two soldiers.", "Boko Haram"),
        ("Two soldiers were killed by men linked to Boko Haram.", "Boko Haram"),
        ("The mayor, close to tears, said rebels killed two men.", "rebels"),
        ("A paper said Boko Haram killed two soldiers.", "Boko Haram"),
    ],
)
def test_who_speaks_or_acts_stays(text: str, party: str) -> None:
    assert _kept(text, party)


def test_a_sufferer_stays() -> None:
    """Only doers are left out."""
    assert _kept("A paper close to the ELN said two men were killed.", "ELN", "victim")
