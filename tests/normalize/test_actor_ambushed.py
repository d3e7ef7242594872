"""Who walks into an ambush, and who ends an attack, did not make it."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.ambushed import with_ambushers
from crossread.normalize.actors.answering import without_answering
from crossread.records import Actor, Claim, Document

COLUMN = "A column of the army entered Minembwe. "
DEAD = " Nine soldiers were killed."


def _claim(text: str, trigger: str, *rows: tuple[str, str, str]) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def actor(role: str, raw: str, kind: str) -> Actor:
        at = text.index(raw)
        return Actor(role=role, raw=raw, name=None, type=kind, evidence=(document.quote(at, at + len(raw)),), score=0.9)

    at = text.index(trigger)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        actors=tuple(actor(*row) for row in rows),
        score=0.9,
    )


def _doers(claim: Claim) -> list[str]:
    return [row.raw for row in claim.actors if row.role == "perpetrator"]


ARMY = ("perpetrator", "A column of the army", "state_forces")
LOST = ("victim", "soldiers", "state_forces")


@pytest.mark.parametrize("verb", ["were waiting for it", "ambushed it", "lay in wait for it", "opened fire on them"])
def test_who_lay_in_wait_is_the_doer(verb: str) -> None:
    """Whether the claim has him already or not."""
    text = f"{COLUMN}Kamina fighters {verb}.{DEAD}"
    for rows in ((ARMY, LOST), (ARMY, ("perpetrator", "Kamina fighters", "rebel_group"), LOST)):
        assert _doers(with_ambushers(*_claim(text, "entered", *rows))) == ["Kamina fighters"]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("A column of the army entered Minembwe. It rained." + DEAD, LOST),
        ("A column of the army entered Minembwe and killed two men. Kamina fighters ambushed it." + DEAD, LOST),
        (
            "A column of the army entered Minembwe. Kamina fighters ambushed it. Nine farmers were killed.",
            ("victim", "farmers", "civilians"),
        ),
        ("A column of the army entered Minembwe. They attacked them." + DEAD, LOST),
    ],
)
def test_a_column_that_strikes_stays_the_doer(text: str, lost: tuple[str, str, str]) -> None:
    """Where nobody attacks it, where it struck, and where others died."""
    document, claim = _claim(text, "entered", ARMY, lost)
    assert with_ambushers(document, claim) == claim


GUNMEN = ("perpetrator", "Five gunmen", "unidentified_armed_group")


@pytest.mark.parametrize(
    ("text", "police"),
    [
        ("Five gunmen shot students. Officers stormed the building in the evening.", "Officers"),
        ("Five gunmen shot students. Soldiers later retook the hotel.", "Soldiers"),
        ("Five gunmen shot students. Police surrounded the university campus.", "Police"),
    ],
)
def test_who_ends_a_siege_is_no_doer(text: str, police: str) -> None:
    """The gunmen told before are the doers."""
    made = without_answering(*_claim(text, "shot", GUNMEN, ("perpetrator", police, "police")))
    assert _doers(made) == ["Five gunmen"]


@pytest.mark.parametrize(
    "text",
    [
        "Five gunmen shot students. Officers stormed the village.",
        "Five gunmen shot students. Officers shot at the crowd.",
        "Officers stormed the building. Five gunmen shot students.",
    ],
)
def test_other_forces_stay_doers(text: str) -> None:
    """Who storms no building, who shoots himself, and who came first."""
    made = without_answering(*_claim(text, "shot", GUNMEN, ("perpetrator", "Officers", "police")))
    assert sorted(_doers(made)) == ["Five gunmen", "Officers"]


def test_forces_alone_stay_doers() -> None:
    """Nobody else is told to have begun it."""
    made = without_answering(*_claim("Officers stormed the building.", "stormed", ("perpetrator", "Officers", "police")))
    assert _doers(made) == ["Officers"]
