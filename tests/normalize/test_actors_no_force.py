"""Who demonstrates does no crackdown."""

from __future__ import annotations

from crossread.normalize.actors.crowds import without_crowd_as_force
from crossread.records import Actor, Claim, Document


def _claim(kind: str, *rows: Actor, score: float | None = 0.9) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text="Police shot nine people as protesters marched.", language="en", published=None)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(7, 11),
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        actors=rows,
        score=score,
    )


def _row(role: str, raw: str, kind: str) -> Actor:
    return Actor(role=role, raw=raw, name=None, type=kind, evidence=(), score=0.9)


POLICE, CROWD = _row("perpetrator", "Police", "police"), _row("perpetrator", "protesters", "protesters")


def test_a_crowd_does_no_crackdown() -> None:
    """It is the target, told once."""
    _, claim = found = _claim("crackdown", POLICE, CROWD)
    assert [(row.role, row.raw) for row in without_crowd_as_force(*found).actors] == [
        ("perpetrator", "Police"),
        ("target", "protesters"),
    ]
    told = _row("victim", "protesters", "protesters")
    assert without_crowd_as_force(*_claim("crackdown", POLICE, CROWD, told)).actors == (POLICE, told)
    assert without_crowd_as_force(*_claim("riot", POLICE, CROWD)).actors == claim.actors
    assert without_crowd_as_force(*_claim("crackdown", CROWD)).actors == (CROWD,)
    assert without_crowd_as_force(*_claim("crackdown", POLICE, CROWD, score=None)).actors == claim.actors
