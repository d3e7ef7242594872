"""Missions, alliances and armies by a bare noun."""

from __future__ import annotations

import re
from datetime import date

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor
from crossread.normalize.actors.army_claims import with_army_of_doer
from crossread.records import Actor, Claim, Document

RESOLVER = ActorResolver()


def _resolve(marked: str, country: str | None, role: str = "perpetrator", year: int = 2016) -> ResolvedActor:
    match = re.search(r"\[([^\]]+)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    start, end = match.start(), match.start() + len(match[1])
    context = ActorContext(text=text, start=start, end=end, country=country, published=date(year, 6, 16))
    return RESOLVER.resolve(match[1], role=role, context=context)


@pytest.mark.parametrize(
    ("marked", "country", "name"),
    [
        ("NATO jets hit a bus. [The alliance] said it regretted it.", "AF", "NATO"),
        ("Two [alliance soldiers] died when a mine hit a NATO patrol.", "AF", "NATO"),
        ("[The coalition] bombed a school at Saada.", "YE", "Saudi-led coalition"),
        ("UNMISS was alarmed. [The mission] sent a patrol to Bor.", "SS", "UNMISS"),
        ("[The UN mission] sent a patrol to Gao.", "ML", "MINUSMA"),
        ("The UN mission in Mali was alarmed. [The mission's troops] shot two men.", "ML", "MINUSMA"),
    ],
)
def test_a_body_is_the_one_the_report_names(marked: str, country: str, name: str) -> None:
    """Foreign forces with the name of the mission or alliance."""
    found = _resolve(marked, country)
    assert (found.name, found.type) == (name, "foreign_forces")


@pytest.mark.parametrize(
    "marked",
    [
        "Shells hit the convent. [The mission] sent its sick to Kozi.",
        "[The alliance] won 40 seats and called for a march.",
        "A rally was held. [The ruling coalition] sent thugs.",
    ],
)
def test_a_body_that_no_report_names_stays_open(marked: str) -> None:
    """A mission of priests, an alliance of parties."""
    assert _resolve(marked, "MW").name is None


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("Turkey's defence ministry said [the army] had killed five men in Dohuk.", "IQ"),
        ("The Israeli military said on Monday that [troops] had taken a hill.", "LB"),
        ("Kenyan soldiers crossed at Liboi. [The soldiers] burnt a hamlet.", "SO"),
        ("The Ethiopian army took Dusamareb. On Friday [the army] shot two men there.", "SO"),
    ],
)
def test_the_army_abroad_is_the_one_named_right_before(marked: str, country: str) -> None:
    """Of the nation whose forces are told by a word of the same sort, or whose ministry speaks."""
    found = _resolve(marked, country)
    assert found.type == "foreign_forces"
    assert found.name is not None


@pytest.mark.parametrize(
    ("marked", "country", "role"),
    [
        ("Turkish troops shelled Amedi. [The army] moved men to the hills.", "IQ", "perpetrator"),
        ("Ethiopian troops crossed the river. [The troops] fired back at noon.", "SD", "perpetrator"),
        ("Israeli soldiers shelled a post, and two [soldiers] died.", "LB", "victim"),
        ("Israeli troops left Kafra. The Lebanese army came. On Monday [the army] shot a thief.", "LB", "perpetrator"),
        ("Kenyan soldiers left. Rain fell. Roads were cut. [The soldiers] burnt a hamlet.", "SO", "perpetrator"),
    ],
)
def test_else_the_army_is_at_home(marked: str, country: str, role: str) -> None:
    """Another sort of word, an answer, a victim, a country's own army named later, or too far away."""
    assert _resolve(marked, country, role).type == "state_forces"


def _claim(*actors: Actor, score: float | None = 0.9) -> Claim:
    document = Document(id="doc_1", text="An Israeli strike killed five. The army said it had hit a depot.")
    return Claim(
        id="clm_1",
        document_id="doc_1",
        type="air_strike",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(11, 17),
        actors=actors,
        score=score,
    )


def _actor(role: str, raw: str, name: str | None, kind: str) -> Actor:
    return Actor(role=role, raw=raw, name=name, type=kind, evidence=(), score=0.9)


def test_the_army_that_claims_an_act_is_the_doers() -> None:
    """It takes name and type of the one nation's forces that did it, and only a bare army does."""
    document = Document(id="doc_1", text="")
    doer = _actor("perpetrator", "Israeli", "Israel", "foreign_forces")
    army = _actor("claimant", "The army", None, "state_forces")
    group = _actor("claimant", "the group", None, "rebel_group")
    made = with_army_of_doer(document, _claim(doer, army, group))
    assert [(row.name, row.type) for row in made.actors] == [
        ("Israel", "foreign_forces"),
        ("Israel", "foreign_forces"),
        (None, "rebel_group"),
    ]
    other = _actor("perpetrator", "Syrian troops", "Syrian Armed Forces", "state_forces")
    assert with_army_of_doer(document, _claim(doer, other, army)).actors[2].name is None
    assert with_army_of_doer(document, _claim(doer, army, score=None)).actors[1].name is None
