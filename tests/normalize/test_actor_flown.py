"""Whose drone it is that strikes did it."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.flown import with_flown
from crossread.records import Actor, Claim, Document


def _read(text: str, trigger: str, *, doer: str | None = None, kind: str = "air_strike", score: float | None = 0.9) -> Claim:
    document = Document(id="doc_1", text=text, source=None)
    at = text.index(trigger)
    actors: tuple[Actor, ...] = ()
    if doer:
        words = document.quote(text.index(doer), text.index(doer) + len(doer))
        actors = (Actor(role="perpetrator", raw=doer, name=None, type="unknown", evidence=(words,), score=0.8),)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        actors=actors,
        score=score,
    )
    return with_flown(document, claim)


@pytest.mark.parametrize(
    ("text", "trigger", "owner", "kind"),
    [
        ("A drone of the RSF struck a market in Bara.", "struck", "the RSF", "unknown"),
        ("Drones of the Sudanese army hit a convoy near Bara.", "hit", "the Sudanese army", "state_forces"),
        ("On Sunday two jets of the air force bombed a school.", "bombed", "the air force", "state_forces"),
        ("A drone belonging to the army reportedly struck a market.", "struck", "the army", "state_forces"),
        ("A missile fired by the Houthis hit a tanker.", "hit", "the Houthis", "rebel_group"),
        ("A drone of rebel forces struck a market in Bara.", "struck", "rebel forces", "unknown"),
        ("A drone of Rebel forces struck a market in Bara.", "struck", "Rebel forces", "unknown"),
        ("A drone of the insurgent army struck a market in Bara.", "struck", "the insurgent army", "unknown"),
        ("A drone of Chadian troops struck a market in Bara.", "struck", "Chadian troops", "state_forces"),
        ("A drone of the South Sudanese army struck a market.", "struck", "the South Sudanese army", "state_forces"),
    ],
)
def test_the_owner_of_a_weapon_that_strikes_is_the_doer(text: str, trigger: str, owner: str, kind: str) -> None:
    """Groups of the registry, bare forces and those of a nation; whose others are is for the resolver, not the state's."""
    assert [(row.role, row.raw, row.type) for row in _read(text, trigger).actors] == [("perpetrator", owner, kind)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A drone of unknown origin struck a market in Bara.", "struck"),
        ("A drone of Turkish make struck a market in Bara.", "struck"),
        ("A drone of the latest type struck a market in Bara.", "struck"),
        ("A drone struck a base of the army and killed six.", "killed"),
        ("The crash of a drone of the army in which a soldier died was mourned.", "mourned"),
        ("Air defences shot down a drone of the army.", "shot down"),
    ],
)
def test_what_names_no_owner_gives_no_doer(text: str, trigger: str) -> None:
    """Makes, origins and what is hit."""
    assert _read(text, trigger).actors == ()


def test_a_doer_told_stays_alone() -> None:
    """Only a claim without a doer, or with a bare drone for one, takes the owner."""
    text = "The junta said that a drone of the army struck a market."
    assert [row.raw for row in _read(text, "struck", doer="The junta").actors] == ["The junta"]
    bare = _read("A drone of the army struck a market.", "struck", doer="A drone")
    assert [row.raw for row in bare.actors] == ["the army", "A drone"]


def test_other_acts_and_what_people_say_stay() -> None:
    """No fight has its doer from a drone, and a claim without a score is not touched."""
    text = "A drone of the army struck a market."
    assert _read(text, "struck", kind="armed_clash").actors == ()
    assert _read(text, "struck", score=None).actors == ()
