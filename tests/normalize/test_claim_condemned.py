"""Who condemns an act or mourns its dead did not do it, in his own statement or in another's report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.condemned import without_condemners
from crossread.records import Actor, Claim, Document


def read(text: str, raw: str, trigger: str, *, source: str | None, kind: str = "bombing") -> tuple[list[str], list[str]]:
    """The doers and the speakers that are left of one doer."""
    document = Document(id="doc_1", text=text, source=source)
    at, act = text.index(raw), text.index(trigger)
    doer = Actor(
        role="perpetrator", raw=raw, name=None, type="rebel_group", evidence=(document.quote(at, at + len(raw)),), score=0.9
    )
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(act, act + len(trigger)),
        actors=(doer,),
        score=0.9,
    )
    assert without_condemners(document, replace(claim, score=None)).actors == (doer,), "people's words stay"
    made = without_condemners(document, claim)
    return [row.raw for row in made.actors], [f"{row.raw}: {row.role}" for row in made.speakers]


@pytest.mark.parametrize(
    "text",
    [
        "We condemn in the strongest terms the bombing of the bridge.",
        "We strongly denounce the bombing of the bridge by the army.",
        "We mourn the victims of the bombing of the bridge.",
        "We once again deplore the bombing of our cities.",
    ],
)
def test_an_issuer_who_condemns_is_no_doer(text: str) -> None:
    """A statement is its issuer's own voice: it needs no speaker."""
    assert read(text, "We", "bombing", source="Rapid Support Forces") == ([], [])


def test_in_a_newspaper_he_is_heard() -> None:
    """Who condemns there reports."""
    text = "The front condemned the bombing of the bridge."
    assert read(text, "The front", "bombing", source="Alpha News") == ([], ["The front: reports"])


@pytest.mark.parametrize(
    ("text", "raw", "trigger", "kind"),
    [
        ("We bombed the bridge, which served the army.", "We", "bombed", "bombing"),
        ("We mourn our brothers who fell in the bombing of the base.", "We", "bombing", "bombing"),
        ("We condemn the army's crimes and in retaliation bombed the base.", "We", "bombed", "bombing"),
        ("The union condemned the arrests and marched.", "The union", "marched", "protest"),
        ("Gunmen attacked mourners.", "Gunmen", "attacked", "armed_attack"),
    ],
)
def test_who_did_it_stays(text: str, raw: str, trigger: str, kind: str) -> None:
    """Also where he mourns his own men of the act, takes revenge, or marches."""
    assert read(text, raw, trigger, source="Rapid Support Forces", kind=kind) == ([raw], [])


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("The bombing of the bridge was condemned by the governor.", "governor"),
        ("The bombing of the bridge was strongly condemned on Monday by the alliance and the United States.", "United States"),
        ("The bombing of the bridge drew condemnation from the alliance.", "alliance"),
    ],
)
def test_by_whom_an_act_was_condemned_is_no_doer(text: str, raw: str) -> None:
    """The act's passive has a doer of its own, the passive of condemning none."""
    assert read(text, raw, "bombing", source="Alpha News") == ([], [f"{raw}: reports"])


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("The bombing of the bridge by the front was condemned.", "front"),
        ("The bombing of the bridge was condemned by the rebels, who struck again.", "rebels"),
        ("The bombing of the bridge, condemned by the governor, was done by the front.", "front"),
    ],
)
def test_the_doer_of_a_condemned_act_stays(text: str, raw: str) -> None:
    """He is named by the act's own words."""
    assert read(text, raw, "bombing", source="Alpha News") == ([raw], [])
