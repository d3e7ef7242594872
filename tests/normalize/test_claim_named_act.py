"""Whose act somebody owns up to, denies or lays on others; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.named_act import with_named_acts
from crossread.records import Actor, Claim, Document, Evidence, Harm, Slot, Speaker

ACTS = "A bomb killed five recruits in Herat. Gunmen shot a reporter in Kabul. A mine hit a bus near Zaranj. "
TOLD = {"bomb": ("in Herat", "five recruits"), "shot": ("in Kabul", "a reporter"), "mine": ("near Zaranj", "a bus")}
PARTY = {"claims": "claimant", "denies": "accused", "accuses": "accused"}


def claims_of(text: str, role: str, speaker: str, party: str, held: set[str]) -> tuple[Document, list[Claim]]:
    document = Document(id="doc_1", text=text)

    def quoted(words: str, start: int = 0) -> tuple[Evidence, ...]:
        at = text.index(words, start)
        return (document.quote(at, at + len(words)),)

    behind = len(ACTS)
    made = []
    for trigger, (place, hurt) in TOLD.items():
        has = trigger in held
        party_row = Actor(
            role=PARTY[role], raw=party, name=None, type="rebel_group", evidence=quoted(party, behind) if has else (), score=0.9
        )
        speaker_row = Speaker(role=role, raw=speaker, evidence=quoted(speaker, behind) if has else (), score=0.9)
        made.append(
            Claim(
                id=f"clm_{trigger}",
                document_id="doc_1",
                type="killing",
                scope="incident",
                status="accomplished",
                stance="denied" if has and role == "denies" else "asserted",
                trigger=quoted(trigger)[0],
                where=Slot(raw=place, value=None, evidence=quoted(place), score=0.9),
                harm=(
                    Harm(
                        effect="killed",
                        raw=hurt,
                        group=None,
                        group_type="civilians",
                        count=None,
                        evidence=quoted(hurt),
                        score=0.9,
                    ),
                ),
                actors=(party_row,) if has else (),
                speakers=(speaker_row,) if has else (),
                score=0.9,
            )
        )
    return document, made


def _spoken_of(claims: tuple[Claim, ...]) -> set[str]:
    return {claim.trigger.quote for claim in claims if claim.speakers}


@pytest.mark.parametrize(
    ("words", "role", "speaker", "party", "meant"),
    [
        ("The Taliban claimed responsibility for the Herat attack.", "claims", "The Taliban", "The Taliban", {"bomb"}),
        ("The Taliban claimed the Herat bombing.", "claims", "The Taliban", "The Taliban", {"bomb"}),
        ("The Taliban said its fighters had carried out the Kabul shooting.", "claims", "The Taliban", "The Taliban", {"shot"}),
        (
            "The Taliban claimed responsibility for the killing of the recruits.",
            "claims",
            "The Taliban",
            "The Taliban",
            {"bomb"},
        ),
        ("The Taliban denied the killings in Herat.", "denies", "The Taliban", "The Taliban", {"bomb"}),
        ("The Taliban denied shooting the reporter.", "denies", "The Taliban", "The Taliban", {"shot"}),
        ("The Taliban denied the attack on the bus.", "denies", "The Taliban", "The Taliban", {"mine"}),
        (
            "The Taliban insisted that none of them had killed anyone in Herat.",
            "denies",
            "The Taliban",
            "The Taliban",
            {"bomb"},
        ),
        (
            "Police blamed the Haqqani network for the killing of the reporter.",
            "accuses",
            "Police",
            "the Haqqani network",
            {"shot"},
        ),
        ("Police accused the Haqqani network of the Kabul killing.", "accuses", "Police", "the Haqqani network", {"shot"}),
    ],
)
@pytest.mark.parametrize("held", [{"mine"}, {"bomb", "shot", "mine"}])
def test_the_act_named_is_the_act_meant(
    words: str, role: str, speaker: str, party: str, meant: set[str], held: set[str]
) -> None:
    """Wherever the speaker was heard, he is moved to the act whose place or victims he names."""
    found = with_named_acts(*claims_of(ACTS + words, role, speaker, party, held))
    assert _spoken_of(found) == meant
    assert {claim.trigger.quote for claim in found if claim.actors} <= meant
    assert {claim.trigger.quote for claim in found if claim.stance == "denied"} == (meant if role == "denies" else set())


@pytest.mark.parametrize(
    "words",
    [
        "The Taliban claimed responsibility for the attacks in Herat and Kabul.",
        "The Taliban claimed responsibility for the Herat attack as well as the other.",
        "The Taliban claimed responsibility for the Herat bombing and for another.",
        "The Taliban claimed responsibility for the attack in Farah.",
        "The Taliban claimed responsibility for the killing of the mayor.",
        "The Taliban claimed responsibility for the attack.",
        "The Taliban claimed five lives in Herat.",
    ],
)
def test_what_names_several_or_none_moves_nobody(words: str) -> None:
    held = {"bomb", "mine"}
    document, claims = claims_of(ACTS + words, "claims", "The Taliban", "The Taliban", held)
    assert with_named_acts(document, claims) == tuple(claims)


def test_what_people_say_stays() -> None:
    """A claim without a score is neither given a speaker nor robbed of one."""
    document, claims = claims_of(
        ACTS + "The Taliban denied the Herat attack.", "denies", "The Taliban", "The Taliban", {"mine"}
    )
    own = [replace(claim, score=None) for claim in claims]
    assert with_named_acts(document, own) == tuple(own)
