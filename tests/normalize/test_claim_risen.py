"""Martyrs who rose died."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.risen import settle_risen
from crossread.records import Actor, Claim, Document


def _read(
    text: str, trigger: str = "rose", *, kind: str = "displacement", side: str | None = None, score: float | None = 0.9
) -> Claim:
    document = Document(id="doc_1", text=text, source=None)

    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    actors: tuple[Actor, ...] = ()
    if side:
        actors = (
            Actor(role="side_a", raw=side, name=None, type="unknown", evidence=(document.quote(*span(side)),), score=0.8),
        )
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*span(trigger)),
        actors=actors,
        score=score,
    )
    return settle_risen(document, claim)


@pytest.mark.parametrize(
    "text",
    [
        "We mourn the five martyrs of Bara, who rose on 29 May.",
        "Three martyrs rose at dawn.",
        "The martyrs who rose in Bara are ours.",
    ],
)
def test_martyrs_who_rose_were_killed(text: str) -> None:
    """They fled nothing."""
    assert _read(text).type == "killing"


def test_who_mourns_is_no_side() -> None:
    """The "we" of the statement fought nobody there; another side did it."""
    text = "We mourn the martyrs who rose under the fire of the enemy."
    assert _read(text, kind="armed_clash", side="We").actors == ()
    assert [row.role for row in _read(text, kind="armed_clash", side="the enemy").actors] == ["perpetrator"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The people rose against the dynasty in Bara.", "armed_clash"),
        ("The sons of martyrs rose up against the dynasty.", "armed_clash"),
        ("The sons of martyrs rose against the dynasty.", "armed_clash"),
        ("The martyrs are buried. Hundreds rose and left the town.", "displacement"),
        ("The number of martyrs rose to nine.", "displacement"),
    ],
)
def test_other_risings_stay(text: str, kind: str) -> None:
    """Revolts, other sentences and numbers."""
    assert _read(text, kind=kind).type == kind


def test_what_people_say_stays() -> None:
    """A claim without a score is not touched."""
    assert _read("Three martyrs rose at dawn.", score=None).type == "displacement"
