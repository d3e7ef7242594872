"""What nobody claims is not told as claimed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.actors.called import whose
from crossread.normalize.claims.claimed import settle_claimed
from crossread.records import Actor, Claim, Document, Speaker


def _read(
    text: str, doer: str, trigger: str, *, said: str | None = None, kind: str = "foreign_forces", source: str | None = None
) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, source=source)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    speaker = document.quote(*quote(said)) if said else None
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="claimed",
        trigger=document.quote(*quote(trigger)),
        actors=(
            Actor(role="perpetrator", raw=doer, name=None, type=kind, evidence=(document.quote(*quote(doer)),), score=0.8),
        ),
        speakers=(Speaker(role="reports", raw=speaker.quote, evidence=(speaker,), score=0.8),) if speaker else (),
        score=0.9,
    )


def test_the_doers_own_forces_claim() -> None:
    told = settle_claimed(
        *_read("U.S. forces killed a man, the U.S. military said.", "U.S. forces", "killed", said="the U.S. military")
    )
    assert (told.stance, [row.role for row in told.speakers]) == ("claimed", ["claims"])


@pytest.mark.parametrize(
    ("text", "doer", "said", "stance"),
    [
        ("Red fighters are reported to have killed 50 men.", "Red fighters", None, "rumoured"),
        ("Red fighters killed 50 men.", "Red fighters", None, "asserted"),
        ("They added that Red fighters killed 50 men.", "Red fighters", None, "attributed"),
        ("Red fighters killed 50 men, police said.", "Red fighters", "police", "attributed"),
        ("French forces killed 50 men, the Malian army said.", "French forces", "the Malian army", "attributed"),
        ('Red fighters killed 50 men. "We mourn them," she wept.', "Red fighters", None, "asserted"),
    ],
)
def test_what_others_tell_is_not_claimed(text: str, doer: str, said: str | None, stance: str) -> None:
    told = settle_claimed(*_read(text, doer, "killed", said=said, kind="rebel_group"))
    assert (told.stance, [row.role for row in told.speakers]) == (stance, ["reports"] if said else [])


@pytest.mark.parametrize(
    ("text", "doer", "source"),
    [
        ("Our fighters killed 50 men.", "Our fighters", None),
        ("Red fighters killed 50 men. Thus we take back the town.", "Red fighters", None),
        ("FMLN columns killed 50 men.", "FMLN columns", "FMLN"),
    ],
)
def test_a_statement_of_the_doers_claims(text: str, doer: str, source: str | None) -> None:
    document, claim = _read(text, doer, "killed", kind="rebel_group", source=source)
    assert settle_claimed(document, claim) == claim


def test_a_claimant_and_what_people_say_stay() -> None:
    document, claim = _read("Red fighters killed 50 men.", "Red fighters", "killed", kind="rebel_group")
    claimant = replace(claim, actors=(replace(claim.actors[0], role="claimant"),))
    assert settle_claimed(document, claimant) == claimant
    coded = replace(claim, score=None)
    assert settle_claimed(document, coded) == coded


@pytest.mark.parametrize(
    ("doer", "source", "stance"),
    [
        ("The lions of the Caliphate", "Islamic State", "claimed"),
        ("Our brothers", "Islamic State", "claimed"),
        ("Our fighters", "Islamic State", "claimed"),
        ("Our fighters", "The Lantern", "asserted"),
        ("The infidels", "Islamic State", "asserted"),
        ("Our enemies", "Islamic State", "asserted"),
    ],
)
def test_a_groups_own_statement_claims_what_its_men_did(doer: str, source: str, stance: str) -> None:
    document, claim = _read(f"{doer} killed 50 men.", doer, "killed", kind="rebel_group", source=source)
    assert settle_claimed(document, replace(claim, stance="asserted")).stance == stance


@pytest.mark.parametrize(
    ("raw", "source", "name"),
    [
        ("The lions of the Caliphate", "Islamic State", "Islamic State"),
        ("Our brothers", "Islamic State", "Islamic State"),
        ("The lions of the Caliphate", "The Lantern", "The lions of the Caliphate"),
        ("brothers Ali and Omar", "Islamic State", "brothers Ali and Omar"),
        ("Our brotherly neighbours", "Islamic State", "Our brotherly neighbours"),
    ],
)
def test_whom_a_group_honours_is_its_own(raw: str, source: str, name: str) -> None:
    document, claim = _read(f"{raw} killed 50 men.", raw, "killed", source=source)
    assert whose(document, claim.actors[0]) == name


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Masked men killed 50 people, police said. Red Dawn claimed the raid.", "attributed"),
        ("Red Dawn claimed that masked men killed 50 people. The raid went on, police said.", "claimed"),
        ("Masked men killed 50 people, Red Dawn claimed. It is a shame, police said.", "claimed"),
        ("Masked men killed 50 people, Red Dawn claimed, and police said so.", "claimed"),
    ],
)
def test_what_others_tell_and_the_doer_only_claims_is_theirs(text: str, stance: str) -> None:
    """His own words stand in another sentence; theirs stand where it is told."""
    document, claim = _read(text, "people", "killed", said="police", kind="rebel_group")
    start = text.index("Red Dawn")
    named = document.quote(start, start + len("Red Dawn"))
    claimant = Actor(role="claimant", raw="Red Dawn", name=None, type="rebel_group", evidence=(named,), score=0.8)
    assert settle_claimed(document, replace(claim, actors=(*claim.actors, claimant))).stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Red fighters killed 50 men. The Red Front claimed the attack on Monday.", "asserted"),
        ("The Red Front claimed an attack. Red fighters killed 50 men.", "claimed"),
        ("Red fighters killed 50 men, the Red Front said.", "claimed"),
        ("Red fighters, we hear, killed 50 men. The Red Front claimed the attack.", "claimed"),
    ],
)
def test_what_is_told_plainly_before_it_is_claimed_is_asserted(text: str, stance: str) -> None:
    """A sentence without a speaker tells the act, and the claim of it comes later."""
    document, claim = _read(text, "Red fighters", "killed", said="The Red Front" if "The" in text else "the Red Front")
    claim = replace(claim, speakers=tuple(replace(row, role="claims") for row in claim.speakers))
    assert settle_claimed(document, claim).stance == stance
