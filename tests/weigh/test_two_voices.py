"""One report with an army's "we killed 62 terrorists" and the villagers' 49 civilians: two stories, and no admission."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from claim_maker import actor, harm, make_claim, make_document
from tests.weigh.test_tolls import cluster

from crossread.records import Claim, Document, Evidence, Incident, Speaker
from crossread.weigh import compare_cells, weigh_cluster

TEXT = (
    'Aircraft of Niger\'s army struck a column near Tera on Monday. "We killed 62 terrorists," an army spokesman said. '
    "Villagers said that the strikes left 49 civilians dead."
)
ADMITTED = (
    'Aircraft of Niger\'s army struck a column near Tera on Monday. "We killed 62 terrorists and, we regret, 49 civilians," '
    "an army spokesman said. Villagers wept."
)


def _quote(document: Document, words: str) -> Evidence:
    start = document.text.index(words)
    return document.quote(start, start + len(words))


def _claim(text: str = TEXT, doer: str = "state_forces", **more: Any) -> tuple[Document, Claim]:
    document = make_document(more.pop("id", "a"), text=text, source="The Wire")
    fields: dict[str, Any] = {
        "type": "air_strike",
        "stance": "claimed",
        "trigger": _quote(document, "struck"),
        "actors": (actor("claimant", "Nigerien Army", doer), actor("perpetrator", "Nigerien Army", doer)),
        "harm": (
            harm("killed", 62, group="terrorists", group_type="rebel_group", evidence=(_quote(document, "62 terrorists"),)),
            harm("killed", 49, group="civilians", evidence=(_quote(document, "49 civilians"),)),
        ),
        "speakers": (
            Speaker(role="claims", raw="an army spokesman", evidence=(_quote(document, "an army spokesman"),)),
            Speaker(role="reports", raw="Villagers", evidence=(_quote(document, "Villagers"),)),
        ),
        **more,
    }
    return document, make_claim(document, **fields)


def _weigh(*told: tuple[Document, Claim]) -> Incident:
    claims = [claim for _, claim in told]
    return weigh_cluster(cluster(claims), claims, {document.id: document for document, _ in told})


def _stories(incident: Incident) -> list[str]:
    return [row.sentence for row in incident.disagreements if row.slot == "harm.who"]


@pytest.fixture
def speakers_apart() -> tuple[Document, Claim]:
    """Rows with the speakers as the reader gives them: the army's is its own."""
    document, claim = _claim()
    rows = (replace(claim.harm[0], speaker="an army spokesman"), replace(claim.harm[1], speaker="Villagers"))
    return document, replace(claim, harm=rows)


def test_two_stories_of_one_report(speakers_apart: tuple[Document, Claim]) -> None:
    """They compete, with whose word each is; the figure is that of who is no party."""
    incident = _weigh(speakers_apart)
    assert _stories(incident) == [
        "One account has two stories on who the dead were: 49 killed, told as civilians (The Wire) · "
        "62 killed, told as fighters by an army spokesman (The Wire)."
    ]
    assert incident.grade == "contested"
    assert incident.tolls[0].best == 49
    document, claim = speakers_apart
    cells = compare_cells(incident, {claim.id: claim}, {document.id: document})
    assert cells["killed"][claim.id].sign != "differs"


def test_what_its_own_sentence_does_not_tell_is_not_admitted() -> None:
    """The army's sentence tells of fighters alone; a number far from the villagers' makes no second story either."""
    document, claim = _claim(harm=())
    few = harm("killed", 6, group="terrorists", group_type="rebel_group", evidence=(_quote(document, "62 terrorists"),))
    many = harm("killed", 49, group="civilians", evidence=(_quote(document, "49 civilians"),))
    _, claim = _claim(harm=(few, many))
    assert _weigh((document, claim)).grade == "weak"


def test_what_its_own_sentence_tells_is() -> None:
    """So is an act told without a number."""
    assert _weigh(_claim(ADMITTED)).grade == "confirmed"
    document, claim = _claim(harm=())
    civilians = harm("killed", 49, group="civilians", evidence=(_quote(document, "49 civilians"),))
    assert _weigh(_claim(harm=(civilians,))).grade == "confirmed"
    assert _weigh((document, claim)).grade == "confirmed"


@pytest.mark.parametrize("words", ["that the strikes also left", "that crossfire left"])
def test_deaths_beside_the_fighters_are_no_second_story(words: str) -> None:
    """ "Also", "in the crossfire"."""
    document, claim = _claim(TEXT.replace("that the strikes left", words))
    rows = (replace(claim.harm[0], speaker="an army spokesman"), replace(claim.harm[1], speaker="Villagers"))
    assert not _stories(_weigh((document, replace(claim, harm=rows))))


def test_terrorists_whom_an_army_struck_attacked_nobody() -> None:
    """ "We killed 62 terrorists" counts the attacked where the army's aircraft did it."""
    document, claim = _claim(harm=())
    row = harm("killed", 62, group="terrorists", group_type="rebel_group", evidence=(_quote(document, "62 terrorists"),))
    _, claim = _claim(harm=(row,))
    cells = compare_cells(_weigh((document, claim)), {claim.id: claim}, {document.id: document})
    assert "killed" in cells
    assert "killed (doers)" not in cells


def test_one_party_is_named_once() -> None:
    """By the army's own report, and by a wire that has the army say so."""
    wire, told = _claim()
    army = make_document("b", text=TEXT, source="Niger Armed Forces")
    row = harm("killed", 62, group="terrorists", group_type="rebel_group", evidence=(_quote(army, "62 terrorists"),))
    _, own = _claim()
    statement = make_claim(army, type="air_strike", actors=own.actors, harm=(row,), stance="claimed")
    summary = _weigh((wire, told), (army, statement)).summary
    assert summary.count("claim of 62") <= 1
