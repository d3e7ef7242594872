"""Who tells what the enemy did confesses nothing, and each half of "said that … and that …" has its own doer."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.enemys import settle_enemys
from crossread.records import Actor, Claim, Document, Evidence, Speaker

BOTH = "The Ukrainian Air Force said that Russian forces launched 60 drones and that Ukrainian forces shot down 44."


def _read(
    text: str,
    trigger: str,
    speaker: str,
    *doers: str,
    role: str = "perpetrator",
    kind: str = "rebel_group",
    score: float | None = 0.9,
) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="air_strike",
        scope="incident",
        status="accomplished",
        stance="claimed",
        trigger=quote(trigger),
        actors=tuple(
            Actor(role=role, raw=words, name=None, type=kind, evidence=(quote(words),), score=score) for words in doers
        ),
        speakers=(Speaker(role="claims", raw=speaker, evidence=(quote(speaker),), score=score),),
        score=score,
    )


def _told(claim: Claim) -> tuple[str, list[str], list[str]]:
    return claim.stance, [row.role for row in claim.speakers], [row.raw for row in claim.actors]


@pytest.mark.parametrize(
    ("text", "speaker", "doer"),
    [
        (BOTH, "The Ukrainian Air Force", "Russian forces"),
        ("Israeli jets launched missiles at a camp, Lebanon's army said.", "Lebanon's army", "Israeli jets"),
        ("The army said the rebels launched rockets.", "The army", "the rebels"),
    ],
)
def test_a_party_only_reports_what_its_enemy_did(text: str, speaker: str, doer: str) -> None:
    kind = "rebel_group" if "rebels" in doer else "foreign_forces"
    told = settle_enemys(*_read(text, "launched", speaker, doer, kind=kind))
    assert _told(told) == ("attributed", ["reports"], [doer])


@pytest.mark.parametrize(("trigger", "doer"), [("launched", "Russian forces"), ("shot down", "Ukrainian forces")])
def test_each_half_has_its_own_doer(trigger: str, doer: str) -> None:
    told = settle_enemys(
        *_read(BOTH, trigger, "The Ukrainian Air Force", "Russian forces", "Ukrainian forces", kind="foreign_forces")
    )
    assert [row.raw for row in told.actors] == [doer]
    assert told.stance == ("claimed" if doer.startswith("Ukr") else "attributed")


@pytest.mark.parametrize(
    ("text", "trigger", "speaker", "doers"),
    [
        ("U.S. forces launched missiles, the American military said.", "launched", "the American military", ("U.S. forces",)),
        ("British troops launched a raid, NATO officials said.", "launched", "NATO officials", ("British troops",)),
        ("Its troops launched a raid, the Israeli army said.", "launched", "the Israeli army", ("Its troops",)),
        (
            "Turkish and Syrian troops launched a raid, the Turkish army said.",
            "launched",
            "the Turkish army",
            ("Turkish", "Syrian troops"),
        ),
        ("Rebels said that Red Dawn men came and that they launched a raid.", "launched", "Rebels", ("Red Dawn men",)),
        ("Rebels said that Red Dawn and Blue Sun launched it.", "launched", "Rebels", ("Red Dawn", "Blue Sun")),
    ],
)
def test_own_acts_and_those_of_allies_stay_claimed(text: str, trigger: str, speaker: str, doers: tuple[str, ...]) -> None:
    document, claim = _read(text, trigger, speaker, *doers, kind="foreign_forces")
    assert settle_enemys(document, claim) is claim


def test_what_a_person_says_stays() -> None:
    document, claim = _read(BOTH, "launched", "The Ukrainian Air Force", "Russian forces", score=None)
    assert settle_enemys(document, claim) is claim
