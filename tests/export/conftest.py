"""Real records of one small case, made by hand: two incidents with a point, one without, one accident, one total."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crossread.export import Selection
from crossread.records import (
    Account,
    Actor,
    Claim,
    Count,
    DateWindow,
    Disagreement,
    Document,
    Evidence,
    Harm,
    Incident,
    Judgement,
    Means,
    Party,
    Place,
    Reading,
    Slot,
    Speaker,
    Toll,
    Wording,
    claim_id,
    document_id,
)

ALPHA = (
    "Gunmen attacked a market near Kossa on 3 May 2021. At least four traders were killed, said the mayor. "
    "The teacher Amadou Keïta was also killed. Earlier this year a pit at Dunga caved in and dozens were injured."
)
BETA = (
    "=The so-called liberators shot five traders at Kossa on 4 May. In all, 60 people have died in the district since January."
)


def make_document(text: str, *, source: str, published: date) -> Document:
    """A document with an id as the readers make it."""
    made_id = document_id(text, source=source, external_id=None, published=published)
    return Document(
        id=made_id,
        text=text,
        source=source,
        url="https://example.org/report",
        title=f"Report by {source}",
        language="en",
        published=published,
        published_from="metadata",
        sha256="ab" * 32,
        name="report.txt",
    )


def find(document: Document, words: str) -> Evidence:
    """The evidence for words of a document."""
    start = document.text.index(words)
    return document.quote(start, start + len(words))


def make_claim(document: Document, kind: str, trigger: str, **slots: object) -> Claim:
    """A claim as the extractor makes it."""
    evidence = find(document, trigger)
    made = claim_id(document_id=document.id, made_by="hand@1", type=kind, trigger=evidence)
    settings: dict[str, object] = {"scope": "incident", "status": "accomplished", "stance": "asserted", **slots}
    return Claim(id=made, document_id=document.id, type=kind, trigger=evidence, made_by="hand@1", **settings)  # type: ignore[arg-type]


KOSSA = Place(
    name="Kossa", country="ML", admin1="Mopti", gazetteer_id="geonames:1", latitude=14.5, longitude=-4.25, precision="near"
)


@pytest.fixture
def documents() -> tuple[Document, Document]:
    """Two reports."""
    return (
        make_document(ALPHA, source="Alpha Courier", published=date(2021, 5, 4)),
        make_document(BETA, source="-Beta", published=date(2021, 5, 6)),
    )


@pytest.fixture
def claims(documents: tuple[Document, Document]) -> tuple[Claim, ...]:
    """Four claims: the attack in both reports, an accident as background, a total."""
    alpha, beta = documents
    attack = make_claim(
        alpha,
        "armed_attack",
        "attacked",
        when=Slot(raw="on 3 May 2021", value=DateWindow(earliest=date(2021, 5, 3), latest=date(2021, 5, 3), precision="day")),
        where=Slot(raw="near Kossa", value=KOSSA),
        actors=(
            Actor(role="perpetrator", raw="Gunmen", name=None, type="unidentified_armed_group"),
            Actor(role="victim", raw="traders", name=None, type="civilians"),
            Actor(role="victim", raw="teacher Amadou Keïta", name=None, type="civilians"),
        ),
        harm=(
            Harm(
                effect="killed",
                raw="At least four",
                group="traders",
                group_type="civilians",
                count=Count(low=4, high=None, qualifier="at_least"),
            ),
            Harm(
                effect="killed",
                raw="teacher Amadou Keïta",
                group="teacher Amadou Keïta",
                group_type="civilians",
                count=Count(low=1, high=1, qualifier="exact"),
                part_of=0,
            ),
        ),
        means=(Means(kind="firearm", raw="Gunmen"),),
        speakers=(Speaker(role="reports", raw="the mayor"),),
        score=0.93,
    )
    pit = make_claim(
        alpha,
        "accident",
        "caved in",
        scope="background",
        where=Slot(
            raw="at Dunga",
            value=Place(
                name="Dunga", country=None, admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="unknown"
            ),
        ),
        harm=(
            Harm(
                effect="injured",
                raw="dozens",
                group=None,
                group_type="unknown",
                count=Count(low=None, high=None, qualifier="vague"),
            ),
        ),
    )
    shot = make_claim(
        beta,
        "killing",
        "shot",
        when=Slot(raw="on 4 May", value=DateWindow(earliest=date(2021, 5, 4), latest=date(2021, 5, 4), precision="day")),
        where=Slot(raw="at Kossa", value=KOSSA),
        actors=(Actor(role="perpetrator", raw="The so-called liberators", name=None, type="rebel_group"),),
        harm=(
            Harm(
                effect="killed",
                raw="five",
                group="traders",
                group_type="civilians",
                count=Count(low=5, high=5, qualifier="exact"),
            ),
        ),
    )
    total = make_claim(beta, "killing", "died", scope="aggregate")
    return attack, pit, shot, total


@pytest.fixture
def incidents(claims: tuple[Claim, ...], documents: tuple[Document, Document]) -> tuple[Incident, Incident]:
    """The attack with both accounts, and the accident, which has no point."""
    attack, pit, shot, _ = claims
    alpha, beta = documents
    both = (attack.id, shot.id)
    market = Incident(
        id="inc_market",
        type="armed_attack",
        policy="range",
        grade="contested",
        grade_reason="the doer differs",
        when=DateWindow(earliest=date(2021, 5, 3), latest=date(2021, 5, 4), precision="days"),
        where=KOSSA,
        parties=(
            Party(role="perpetrator", name="Gunmen", type="unidentified_armed_group", claims=(attack.id,)),
            Party(role="perpetrator", name="The so-called liberators", type="rebel_group", claims=(shot.id,)),
            Party(role="victim", name="traders", type="civilians", claims=both),
            Party(role="victim", name="teacher Amadou Keïta", type="civilians", claims=(attack.id,)),
        ),
        tolls=(Toll(effect="killed", count=Count(low=4, high=5, qualifier="range"), best=5, claims=both),),
        accounts=(
            Account(claim_id=attack.id, document_id=alpha.id, source="Alpha Courier", source_group=0),
            Account(claim_id=shot.id, document_id=beta.id, source="-Beta", source_group=1),
        ),
        disagreements=(
            Disagreement(
                slot="harm.killed",
                severity="number",
                readings=(Reading(text="at least 4", claims=(attack.id,)), Reading(text="5", claims=(shot.id,))),
                sentence="Killed: at least 4 or 5.",
            ),
            Disagreement(
                slot="actors.perpetrator",
                severity="perpetrator",
                readings=(
                    Reading(text="Gunmen", claims=(attack.id,)),
                    Reading(text="The so-called liberators", claims=(shot.id,)),
                ),
                sentence="Who did it: Gunmen, or The so-called liberators.",
            ),
        ),
        independent_sources=2,
        summary="Attack near Kossa on 3 to 4 May 2021, traders and teacher Amadou Keïta killed.",
    )
    collapse = Incident(
        id="inc_pit",
        type="accident",
        policy="range",
        grade="weak",
        grade_reason="one independent source",
        when=None,
        where=pit.where.value if pit.where else None,
        parties=(),
        tolls=(Toll(effect="injured", count=Count(low=None, high=None, qualifier="vague"), best=None, claims=(pit.id,)),),
        accounts=(Account(claim_id=pit.id, document_id=alpha.id, source="Alpha Courier", source_group=0, weight="mention"),),
        disagreements=(),
        independent_sources=1,
        summary="Collapse of a pit at Dunga.",
    )
    return market, collapse


@pytest.fixture
def selection(
    incidents: tuple[Incident, Incident], claims: tuple[Claim, ...], documents: tuple[Document, Document]
) -> Selection:
    """All of it."""
    label = Wording(kind="scare_quotes", about="attackers", evidence=find(documents[1], "so-called"))
    return Selection(incidents=incidents, claims=claims, documents=documents, wording=(label,), filters={"country": "ML"})


@pytest.fixture
def told(selection: Selection) -> Selection:
    """The case with words for what is told, and what people decided about it."""
    alpha, beta = selection.documents
    attack, pit, shot, total = selection.claims

    def quote(document: Any, phrase: str) -> tuple[Any, ...]:
        start = document.text.index(phrase)
        return (document.quote(start, start + len(phrase)),)

    attack = replace(
        attack,
        harm=tuple(replace(row, evidence=quote(alpha, row.raw)) for row in attack.harm),
        actors=tuple(replace(row, evidence=quote(alpha, row.raw)) for row in attack.actors),
    )
    shot = replace(
        shot,
        harm=tuple(replace(row, evidence=quote(beta, row.raw)) for row in shot.harm),
        actors=tuple(replace(row, evidence=quote(beta, row.raw)) for row in shot.actors),
        speakers=(Speaker(role="reports", raw="the Alpha Courier", name="Alpha Courier"),),
    )
    made = {"made_by": "awa", "made_at": datetime(2021, 6, 1, tzinfo=UTC)}
    rows = (
        Judgement(id="jdg_1", kind="accept", subject="inc_market", reason="two reports checked", **made),
        Judgement(id="jdg_2", kind="correct", subject=attack.id, slot="when", value="null", **made),
        Judgement(id="jdg_3", kind="accept", subject="clm_elsewhere", **made),
    )
    return replace(selection, claims=(attack, pit, shot, total), judgements=rows)
