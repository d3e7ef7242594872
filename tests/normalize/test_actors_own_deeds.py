"""The "we" of a group's statement did what it is the subject of, not what it tells, mourns or accuses of."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.ours import with_own_forces
from crossread.records import Claim, Document

SOURCE = "Fuerzas Armadas Revolucionarias de Colombia"


def _doers(text: str, trigger: str, source: str = SOURCE) -> list[str]:
    document = Document(id="doc_1", text=text, source=source)
    start = text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(start, start + len(trigger)),
        score=0.9,
    )
    return [row.raw for row in with_own_forces(document, claim).actors]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("We remember our comrade Iván, who was killed in Caloto on Monday.", "killed"),
        ("We offer our condolences to the family of Iván, killed in Caloto.", "killed"),
        ("We announce with sorrow that commander Iván was killed in Caloto.", "killed"),
        ("We have learned that two peasants were killed in Caloto.", "killed"),
        ("We are deeply outraged that two peasants were killed in Caloto.", "killed"),
        ("We hold the army responsible for the killing of two children.", "killing"),
        ("We paid tribute to those killed in the raid.", "killed"),
        ("We came to the place where two peasants had been killed.", "killed"),
        ("Three of our fighters were killed in Caloto.", "killed"),
        ("We report the attack on our camp in Caloto.", "attack"),
        ("We announce the execution of two of our comrades in Caloto.", "execution"),
        ("We confirm the bombing of a market by the army in Caloto.", "bombing"),
        ("We report the killing of two peasants in Caloto.", "killing"),
        ("We report the bombing of a village near Caloto.", "bombing"),
        ("We condemn the execution of two teachers in Caloto.", "execution"),
        ("We report that an ambush took place in Caloto.", "ambush"),
        ("We say to the widows of the men killed in Caloto: you are not alone.", "killed"),
    ],
)
def test_we_who_tell_or_mourn_did_nothing(text: str, trigger: str) -> None:
    assert _doers(text, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("We executed two informers in Caloto.", "executed", "We"),
        ("We have also killed two soldiers in Caloto.", "killed", "We"),
        ("We ambushed the patrol, and two soldiers were killed.", "killed", "We"),
        ("After we stormed the post where they slept, two soldiers were killed.", "killed", "we"),
        ("We announce that our fighters killed two soldiers.", "killed", "our fighters"),
        ("We announce that two soldiers were killed in our ambush.", "ambush", "We"),
        ("We confirm that two soldiers were killed by us.", "killed", "We"),
        ("We announce the execution of two informers in Caloto.", "execution", "We"),
        ("We report the successful ambush on a patrol in Caloto.", "ambush", "We"),
        ("We hereby announce the bombing of the barracks at Caloto.", "bombing", "We"),
        ("Our units carried out an ambush in Caloto.", "ambush", "Our units"),
    ],
)
def test_we_who_act_did_it(text: str, trigger: str, doer: str) -> None:
    assert _doers(text, trigger) == [doer]


def test_a_newspaper_has_no_forces() -> None:
    assert _doers("We executed two informers in Caloto.", "executed", source="Daily Post") == []
