"""Who regrets or admits what his own aircraft did claims it, in his own statement and in another's report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.admitted import with_admitted
from crossread.records import Actor, Claim, Document, Evidence, Speaker

FORCE = "Chadian Air Force"


def _read(text: str, said: str | None, trigger: str, source: str | None, doer: str | None = None) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, source=source)

    def quote(words: str) -> tuple[Evidence, ...]:
        return (document.quote(text.index(words), text.index(words) + len(words)),)

    speaker = Speaker(role="reports", raw=said, evidence=quote(said), score=0.8) if said else None
    actor = (
        Actor(role="perpetrator", raw=doer, name=None, type="state_forces", evidence=quote(doer), score=0.8) if doer else None
    )
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="air_strike",
        scope="incident",
        status="accomplished",
        stance="attributed",
        trigger=quote(trigger)[0],
        actors=(actor,) if actor else (),
        speakers=(speaker,) if speaker else (),
        score=0.9,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian Air Force regrets that its aircraft bombed a fair.",
        "The Chadian Air Force admitted on Monday that its two jets had mistakenly bombed a fair.",
        "The Chadian Air Force, in a brief note, acknowledges that our planes bombed a fair.",
    ],
)
def test_who_regrets_what_his_aircraft_did_claims_it(text: str) -> None:
    """As claimant, too, where the statement is his own; in a newspaper he is heard as one who claims."""
    document, claim = _read(text, "The Chadian Air Force", "bombed", FORCE)
    told = with_admitted(document, claim)
    assert (told.stance, [row.role for row in told.speakers]) == ("claimed", ["claims"])
    assert [(row.role, row.raw, row.type) for row in told.actors] == [("claimant", "The Chadian Air Force", "state_forces")]
    told = with_admitted(replace(document, source="Sahel Wire"), claim)
    assert (told.stance, [row.role for row in told.speakers], told.actors) == ("attributed", ["claims"], ())
    assert with_admitted(document, replace(claim, score=None)) == replace(claim, score=None)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The Chadian Air Force regrets the bombing of a fair by bandits.", "bombing"),
        ("The Chadian Air Force confirmed that its pilots died when rebels bombed the base.", "bombed"),
        ("The Chadian Air Force admitted that rebels bombed its base.", "bombed"),
        ("The Chadian Air Force confirmed that its planes were bombed.", "bombed"),
        ("The Chadian Air Force regrets that its soldiers suffered losses.", "suffered"),
    ],
)
def test_a_loss_or_an_act_of_others_is_no_admission(text: str, trigger: str) -> None:
    document, claim = _read(text, "The Chadian Air Force", trigger, FORCE)
    assert with_admitted(document, claim) == claim


@pytest.mark.parametrize(
    ("text", "doer", "source", "stance"),
    [
        ("Chadian Air Force jets mistakenly bombed a fair.", "Chadian Air Force jets", FORCE, "claimed"),
        ("The Chadian Air Force bombed a fair in error.", "The Chadian Air Force", FORCE, "claimed"),
        ("Chadian Air Force jets bombed a camp.", "Chadian Air Force jets", FORCE, "attributed"),
        ("Chadian Air Force jets mistakenly bombed a fair.", "Chadian Air Force jets", "Sahel Wire", "attributed"),
        ("Sudanese jets mistakenly bombed a fair.", "Sudanese jets", FORCE, "attributed"),
    ],
)
def test_a_force_that_names_itself_owns_its_mistake(text: str, doer: str, source: str, stance: str) -> None:
    document, claim = _read(text, None, "bombed", source, doer)
    told = with_admitted(document, claim)
    assert told.stance == stance
    assert [row.role for row in told.actors] == ["perpetrator", *(["claimant"] if stance == "claimed" else [])]
