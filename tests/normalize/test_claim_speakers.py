"""A speaker's office, title and name are one speaker."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.speakers import join_speakers
from crossread.records import Claim, Document, Speaker


def _speakers(text: str, *raws: str, roles: tuple[str, ...] = ("reports", "reports"), score: float | None = 0.8) -> list[str]:
    document = Document(id="doc_1", text=text)
    told = [document.quote(text.index(raw), text.index(raw) + len(raw)) for raw in raws]
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="attributed",
        trigger=document.quote(0, 4),
        speakers=tuple(Speaker(role=r, raw=q.quote, evidence=(q,), score=score) for r, q in zip(roles, told, strict=True)),
        score=0.9,
    )
    return [row.raw for row in join_speakers(document, claim).speakers]


@pytest.mark.parametrize(
    ("text", "first", "second", "whole"),
    [
        ("Nine died, Kossa County commissioner Juan Abe said.", "Kossa", "Juan Abe", "Kossa County commissioner Juan Abe"),
        ("NINE DIED, KOSSA BISHOP JUAN ABE SAID.", "KOSSA", "JUAN ABE", "KOSSA BISHOP JUAN ABE"),
        ("Nine died, State Governor Juan Abe said.", "State", "Juan Abe", "State Governor Juan Abe"),
    ],
)
def test_the_halves_are_joined(text: str, first: str, second: str, whole: str) -> None:
    """In whatever order they were found."""
    assert _speakers(text, first, second) == [whole]
    assert _speakers(text, second, first) == [whole]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Nine died, Kossa and commissioner Juan Abe said.", "Kossa", "Juan Abe"),
        ("Nine died, the army told Governor Juan Abe on Monday.", "the army", "Juan Abe"),
        ("Nine died, Kossa, as commissioner Juan Abe said.", "Kossa", "Juan Abe"),
        ("Nine died, police near Juan Abe said.", "police", "Juan Abe"),
    ],
)
def test_two_speakers_stay_two(text: str, first: str, second: str) -> None:
    """A verb, a comma or "and" between them, or no title."""
    assert _speakers(text, first, second) == [first, second]


def test_speakers_of_two_roles_or_of_a_person_stay() -> None:
    """One who denies is another; what was set by hand is not changed."""
    text = "Nine died, Kossa County commissioner Juan Abe said."
    assert len(_speakers(text, "Kossa", "Juan Abe", roles=("reports", "denies"))) == 2
    assert len(_speakers(text, "Kossa", "Juan Abe", score=None)) == 2
