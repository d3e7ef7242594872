"""A party that says what its enemy did claims nothing; one that tells its own act, or owns up, does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.other_side import settle_accused, settle_other_side
from crossread.records import Actor, Claim, Document, Evidence, Speaker

REBELS, ARMY = "rebel_group", "state_forces"


def _read(
    text: str,
    teller: tuple[str, str],
    doer: tuple[str, str],
    score: float | None = 0.9,
    ids: tuple[str | None, str | None] = (None, None),
) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    def actor(role: str, told: tuple[str, str], known: str | None) -> Actor:
        words, kind = told
        return Actor(role=role, raw=words, name=None, type=kind, evidence=(quote(words),), registry_id=known, score=score)

    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="claimed",
        trigger=quote("attacked"),
        actors=(actor("perpetrator", doer, ids[1]), actor("claimant", teller, ids[0])),
        speakers=(Speaker(role="claims", raw=teller[0], evidence=(quote(teller[0]),), score=score),),
        score=score,
    )


@pytest.mark.parametrize(
    ("text", "teller", "doer"),
    [
        (
            "Red Dawn rebels said government soldiers attacked the mill.",
            ("Red Dawn rebels", REBELS),
            ("government soldiers", ARMY),
        ),
        ("Rebels said on Monday that troops had attacked the mill.", ("Rebels", REBELS), ("troops", ARMY)),
        (
            "The rebels reported early on Monday that the police attacked them.",
            ("The rebels", REBELS),
            ("the police", "police"),
        ),
        ("The army said the militia attacked the mill.", ("The army", ARMY), ("the militia", "political_militia")),
    ],
)
def test_who_tells_what_the_other_side_did_reports_it(text: str, teller: tuple[str, str], doer: tuple[str, str]) -> None:
    told = settle_other_side(*_read(text, teller, doer))
    assert told.stance == "attributed"
    assert [row.role for row in told.speakers] == ["reports"]
    assert [(row.role, row.raw) for row in told.actors] == [("perpetrator", doer[0])]


def test_of_two_groups_known_by_name_one_does_not_claim_the_act_of_the_other() -> None:
    text = "The ELN said that the FARC attacked the mill."
    told = settle_other_side(*_read(text, ("The ELN", REBELS), ("the FARC", REBELS), ids=("eln", "farc")))
    assert told.stance == "attributed"


@pytest.mark.parametrize(
    ("text", "teller", "doer"),
    [
        ("Red Dawn said its fighters attacked the mill.", ("Red Dawn", REBELS), ("its fighters", REBELS)),
        ("Red Dawn said fighters attacked the mill.", ("Red Dawn", REBELS), ("fighters", REBELS)),
        ("Rebels said they attacked the mill that soldiers held.", ("Rebels", REBELS), ("soldiers", ARMY)),
        ("Red Dawn said the policeman who attacked was theirs.", ("Red Dawn", REBELS), ("the policeman", "police")),
        ("Red Dawn took responsibility and said soldiers attacked.", ("Red Dawn", REBELS), ("soldiers", ARMY)),
        ("Soldiers attacked the mill. Rebels said so.", ("Rebels", REBELS), ("Soldiers", ARMY)),
    ],
)
def test_an_act_of_its_own_stays_claimed(text: str, teller: tuple[str, str], doer: tuple[str, str]) -> None:
    document, claim = _read(text, teller, doer)
    assert settle_other_side(document, claim) is claim


def test_what_a_person_says_stays() -> None:
    text = "Rebels said government soldiers attacked the mill."
    document, claim = _read(text, ("Rebels", REBELS), ("government soldiers", ARMY), score=None)
    assert settle_other_side(document, claim) is claim


@pytest.mark.parametrize(
    ("raw", "name", "stance"),
    [
        ("The army", "Sudanese Armed Forces", "asserted"),
        ("The enemy", None, "asserted"),
        ("Our men", None, "claimed"),
        ("The RSF", "Rapid Support Forces", "claimed"),
        ("Gunmen", None, "claimed"),
    ],
)
def test_what_a_statement_tells_of_others_alone_is_no_claim_of_its_issuer(raw: str, name: str | None, stance: str) -> None:
    """An own act, one of unnamed men and one that somebody claims in it stay `claimed`, and so do people's claims."""
    document, claim = _read(f"{raw} attacked the mill.", (raw, ARMY), (raw, ARMY))
    document = replace(document, source="Rapid Support Forces")
    told = replace(claim, actors=(replace(claim.actors[0], name=name),), speakers=())
    assert settle_accused(document, told).stance == stance
    assert settle_accused(replace(document, source="Wire"), told).stance == "claimed"
    assert settle_accused(document, claim).stance == "claimed"
    assert settle_accused(document, replace(told, score=None)).stance == "claimed"
