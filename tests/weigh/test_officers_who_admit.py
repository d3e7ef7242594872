"""The officer, chief or assessment team of the doer that tells what its own men did admits it for them."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import actor, make_claim, make_document
from tests.weigh.test_tolls import cluster

from crossread.records import Claim, Document, Evidence, Speaker
from crossread.weigh import weigh_cluster


def _quote(document: Document, words: str) -> Evidence:
    start = document.text.index(words)
    return document.quote(start, start + len(words))


def _claim(text: str, said: str, doer: str, kind: str, name: str | None = None, **more: Any) -> tuple[Document, Claim]:
    """A claim with `killed` as its trigger, told by those in `said` (with `|` between them) and laid on the doer."""
    document = make_document(more.pop("id", "a"), text=text, source="The Wire")
    speakers = tuple(Speaker(role="reports", raw=row, evidence=(_quote(document, row),)) for row in said.split("|"))
    more = {"stance": "attributed", "actors": (actor("perpetrator", name, kind, raw=doer),), **more}
    return document, make_claim(document, type="killing", trigger=_quote(document, "killed"), speakers=speakers, **more)


def _grade(*told: tuple[Document, Claim]) -> str:
    claims = [claim for _, claim in told]
    return weigh_cluster(cluster(claims), claims, {d.id: d for d, _ in told}, "best_low_high").grade


@pytest.mark.parametrize(
    ("text", "said", "doer", "kind", "name"),
    [
        (
            "Police killed four students on Monday, the police chief of Gao said.",
            "the police chief of Gao",
            "Police",
            "police",
            None,
        ),
        ("Soldiers killed four students, an army spokesman said.", "an army spokesman", "Soldiers", "state_forces", None),
        (
            "Security forces killed four, the police commissioner said.",
            "the police commissioner",
            "Security forces",
            "state_forces",
            None,
        ),
        (
            "The commander of the French forces in Mali, General Roux, said that four were killed by French jets.",
            "General Roux",
            "French jets",
            "foreign_forces",
            "French Armed Forces",
        ),
        (
            "A coalition aircraft killed four guests, the coalition's assessment team said.",
            "the coalition's assessment team",
            "A coalition aircraft",
            "foreign_forces",
            "Saudi-led coalition",
        ),
        (
            "A team of lawyers said a coalition aircraft killed four guests. The coalition accepts the findings.",
            "A team of lawyers",
            "a coalition aircraft",
            "foreign_forces",
            "Saudi-led coalition",
        ),
        (
            'Four were killed by security forces, spokesman Rudo Hentz said. "We attacked that camp," he said.',
            "spokesman Rudo Hentz",
            "security forces",
            "state_forces",
            None,
        ),
    ],
)
def test_who_speaks_for_the_doer_admits(text: str, said: str, doer: str, kind: str, name: str | None) -> None:
    """By its office, where the doer is told by kind or by nation; by what it accepts; by "we"."""
    assert _grade(_claim(text, said, doer, kind, name)) == "confirmed"


@pytest.mark.parametrize(
    ("text", "said", "doer", "kind", "name"),
    [
        ("Soldiers killed four students, a military source said.", "a military source", "Soldiers", "state_forces", None),
        ("Soldiers killed four students, a former army chief said.", "a former army chief", "Soldiers", "state_forces", None),
        ("Soldiers killed four students, the police chief said.", "the police chief", "Soldiers", "state_forces", None),
        ("Soldiers killed four, the village chief said.", "the village chief", "Soldiers", "state_forces", None),
        ("Soldiers killed four, the Blue Hills Army said.", "the Blue Hills Army", "Soldiers", "state_forces", None),
        ("Rebels killed four students, an army spokesman said.", "an army spokesman", "Rebels", "rebel_group", None),
        (
            "Chadian soldiers killed four, a spokesman for the army of Niger said.",
            "a spokesman for the army of Niger",
            "Chadian soldiers",
            "foreign_forces",
            "Chadian Armed Forces",
        ),
        (
            "Soldiers killed four, an army spokesman said, while residents said that it was eleven.",
            "an army spokesman|residents",
            "Soldiers",
            "state_forces",
            None,
        ),
        (
            "The army spokesman was asked whether soldiers killed four people.",
            "The army spokesman",
            "soldiers",
            "state_forces",
            None,
        ),
        (
            "Residents said soldiers killed four people. An army spokesman had no details.",
            "Residents|An army spokesman",
            "soldiers",
            "state_forces",
            None,
        ),
        (
            'Soldiers killed four, a resident said. "We attacked that camp," an officer wrote.',
            "a resident",
            "Soldiers",
            "state_forces",
            None,
        ),
    ],
)
def test_who_speaks_for_others_admits_nothing(text: str, said: str, doer: str, kind: str, name: str | None) -> None:
    """Sources and former chiefs, another force or state, a group with an army of its name, two who tell, who is asked."""
    assert _grade(_claim(text, said, doer, kind, name)) == "weak"


@pytest.mark.parametrize("stance", ["asserted", "alleged", "denied", "rumoured"])
def test_only_what_is_told_on_their_word_is_theirs(stance: str) -> None:
    """What the report tells itself, accuses somebody of or doubts is no admission by who only speaks there."""
    told = _claim(
        "Soldiers killed four, an army spokesman said.", "an army spokesman", "Soldiers", "state_forces", stance=stance
    )
    assert _grade(told) != "confirmed"


def test_another_account_in_which_the_force_denies_takes_it_back() -> None:
    """The army of one report admits, that of the other denies."""
    admits = _claim("Soldiers killed four, an army spokesman said.", "an army spokesman", "Soldiers", "state_forces")
    document, claim = _claim(
        "Soldiers killed four, residents said. The army denied it.", "residents", "Soldiers", "state_forces", id="b"
    )
    army = Speaker(role="denies", raw="The army", evidence=(_quote(document, "The army"),))
    denies = (document, make_claim(document, speakers=(*claim.speakers, army), stance="attributed", actors=claim.actors))
    assert _grade(admits, denies) != "confirmed"
