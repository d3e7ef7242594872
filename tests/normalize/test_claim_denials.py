"""Who says what he did not do denies, and neither did nor claims it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.denials import settle_denials
from crossread.records import Actor, Claim, Document, Speaker


def claim(text: str, party: str, trigger: str, *, stance: str = "asserted", status: str = "accomplished") -> Claim:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    said = document.quote(*quote(party))
    return Claim(
        id="clm_1",
        document_id="doc_1",
        type="air_strike",
        scope="incident",
        status=status,
        stance=stance,
        trigger=document.quote(*quote(trigger)),
        actors=(Actor(role="claimant", raw=party, name=None, type="state_forces", evidence=(said,), score=0.8),),
        speakers=(Speaker(role="claims", raw=party, evidence=(said,), score=0.8),),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A strike killed 12. The military said it did not carry out any strikes.", "The military"),
        ("A strike killed 12. The army later said its forces had never been there.", "The army"),
        ("A strike killed 12. The group said that none of its fighters were in the town.", "The group"),
        ("A strike killed 12. CODECO said the group was not involved.", "CODECO"),
        ("A strike killed 12. The Taliban distanced themselves from it.", "The Taliban"),
        ("A strike killed 12. The group denied responsibility for it.", "The group"),
    ],
)
def test_said_it_did_not_is_a_denial(text: str, party: str) -> None:
    told = settle_denials(Document(id="doc_1", text=text), claim(text, party, "strike"))
    assert [row.role for row in told.speakers] == ["denies"]
    assert [row.role for row in told.actors] == ["accused"]
    assert told.stance == "asserted"  # the report tells the strike itself


def test_what_is_told_by_the_denial_alone_is_denied() -> None:
    text = "The army said its soldiers did not kill civilians in Koumbeogo."
    told = settle_denials(
        Document(id="doc_1", text=text), claim(text, "The army", "kill", stance="claimed", status="threatened")
    )
    assert (told.stance, told.status) == ("denied", "accomplished")


@pytest.mark.parametrize(
    "text",
    [
        "A strike killed 12. The military said it struck a depot and did not hit houses.",
        "A strike killed 12. The military said the strike did not hit houses.",
        "A strike killed 12. The military denied access to the site.",
    ],
)
def test_who_says_what_he_did_still_claims_it(text: str) -> None:
    told = claim(text, "The military", "strike")
    assert settle_denials(Document(id="doc_1", text=text), told) == told


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Media spread fabricated news that the army attacked a school.", "denied"),
        ("The false claims of an air raid in which the army attacked a school were spread abroad.", "denied"),
        ("It is completely false that the army attacked a school.", "denied"),
        ("It is known that the army attacked a school.", "asserted"),
        ("Media told the news that the army attacked a school.", "asserted"),
        ("False news spread. On Monday the army attacked a school.", "asserted"),
    ],
)
def test_what_is_told_as_fabricated_news_is_denied(text: str, stance: str) -> None:
    """And whom the news named is accused, no longer the doer."""
    made = settle_denials(Document(id="doc_1", text=text), claim(text, "the army", "attacked"))
    assert made.stance == stance
    assert made.actors[0].role == ("accused" if stance == "denied" else "claimant")


@pytest.mark.parametrize(
    ("text", "party", "role"),
    [
        ("A strike was told of. The office found no evidence of it.", "The office", "reports"),
        ("A strike killed some. The mission has verified 93 names.", "The mission", "reports"),
        ("A strike killed 12. The army found no fault in denying it.", "The army", "denies"),
    ],
)
def test_who_looks_into_it_denies_nothing(text: str, party: str, role: str) -> None:
    told = claim(text, party, "strike")
    told = replace(told, actors=(), speakers=tuple(replace(row, role="denies") for row in told.speakers))
    assert [row.role for row in settle_denials(Document(id="doc_1", text=text), told).speakers] == [role]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The Taliban said it was revenge for the air strike of 4 May.", False),
        ("The Taliban said it made the air strike of 4 May in revenge.", True),
    ],
)
def test_nobody_claims_what_he_avenges(text: str, claims: bool) -> None:
    told = settle_denials(Document(id="doc_1", text=text), claim(text, "The Taliban", "strike"))
    assert [row.role for row in told.actors] == (["claimant"] if claims else [])
    assert [row.role for row in told.speakers] == (["claims"] if claims else ["reports"])


@pytest.mark.parametrize(
    ("text", "party", "role"),
    [
        ("The strike killed 12. The group has always denied both attacks.", "The group", "denies"),
        ("The strike killed 12. A group that had marched there at noon denied any part in it.", "A group", "denies"),
        ("The strike killed 12. The army, which holds the town, denied responsibility.", "The army", "denies"),
        ("The strike killed 12. The army, which claimed it, denied any part in the looting.", "The army", "claims"),
        ("A group that had called the strike that day denied any part in the fire.", "A group", "claims"),
    ],
)
def test_a_denial_may_stand_behind_a_relative_clause(text: str, party: str, role: str) -> None:
    told = settle_denials(Document(id="doc_1", text=text), claim(text, party, "strike"))
    assert ([row.role for row in told.speakers], told.stance) == ([role], "asserted")


def test_a_denial_covers_its_own_sentence_only() -> None:
    text = "The group denied responsibility. A strike killed 12."
    told = settle_denials(Document(id="doc_1", text=text), claim(text, "The group", "strike"))
    assert told.stance == "asserted"
