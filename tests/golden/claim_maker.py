"""Short claims with real evidence, for tests of linking, weighing and showing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from crossread.records import Actor, Claim, Count, DateWindow, Document, Harm, Judgement, Place, Slot


def _place(
    name: str, admin1: str | None, point: tuple[float, float], *, precision: str = "exact", country: str = "ML"
) -> Place:
    return Place(
        name=name, country=country, admin1=admin1, gazetteer_id=None, latitude=point[0], longitude=point[1], precision=precision
    )


PLACES = {
    "Gao": _place("Gao", "Gao", (16.27, -0.04)),
    "Mopti": _place("Mopti", "Mopti", (14.49, -4.18)),
    "Mopti region": _place("Mopti", "Mopti", (14.8, -4.0), precision="admin1"),
    "Mali": _place("Mali", None, (17.0, -4.0), precision="country"),
    "Niamey": _place("Niamey", "Niamey", (13.51, 2.11), country="NE"),
}
OPEN = "unidentified_armed_group"
TEXT = "Gunmen attacked the market."


def make_document(name: str, *, text: str = TEXT, published: date | None = None, **more: Any) -> Document:
    """A document whose id and source are its name, unless told otherwise."""
    return Document(id=name, text=text, source=more.pop("source", name), published=published, **more)


def make_claim(document: Document, *, number: int = 0, type: str = "armed_attack", **more: Any) -> Claim:
    """A claim of a document; `day` and `place` are shorthands for whole slots."""
    day, place = more.pop("day", None), more.pop("place", None)
    if isinstance(day, date):
        day = DateWindow(earliest=day, latest=day, precision="day")
    if isinstance(place, str):
        place = PLACES[place]
    words = document.quote(0, min(6, len(document.text)))
    fields: dict[str, Any] = {"trigger": words, "scope": "incident", "status": "accomplished", "stance": "asserted"}
    fields["when"] = Slot(raw=words.quote, value=day, evidence=(words,)) if day else None
    fields["where"] = Slot(raw=words.quote, value=place, evidence=(words,)) if place else None
    return Claim(id=f"clm_{document.id}_{number}", document_id=document.id, type=type, **{**fields, **more})


def harm(effect: str, low: int | None, high: int | None = -1, **more: Any) -> Harm:
    """A harm row; without `high` the number is exact, with None it is a lower bound."""
    top = low if high == -1 else high
    qualifier = more.pop("qualifier", None) or ("at_least" if top is None else "exact" if top == low else "range")
    group = more.pop("group", None)
    kind = more.pop("group_type", "civilians")
    return Harm(
        effect=effect,
        raw=group or "",
        group=group,
        group_type=kind,
        count=Count(low=low, high=top, qualifier=qualifier),
        **more,
    )


def actor(role: str, name: str | None, type: str = "rebel_group", *, raw: str | None = None) -> Actor:
    """An actor; raw words are its name unless given."""
    return Actor(role=role, raw=raw or name or "gunmen", name=name, type=type)


def judge(
    kind: str, subject: str, other: str | None = None, *, minute: int = 0, reason: str | None = None, **more: Any
) -> Judgement:
    """A judgement made `minute` minutes into the day."""
    name = more.pop("id", f"jud_{kind}_{subject}_{other}_{minute}")
    made_at = datetime(2024, 5, 1, 8, 0, tzinfo=UTC).replace(minute=minute)
    return Judgement(id=name, kind=kind, subject=subject, other=other, made_by="coder", made_at=made_at, **more)


@st.composite
def collections(draw: st.DrawFn) -> tuple[list[Claim], dict[str, Document]]:
    """Up to six documents with up to three claims each, close enough in type, time and place to be confused."""
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    for number in range(draw(st.integers(min_value=1, max_value=6))):
        published = draw(st.none() | st.dates(min_value=date(2019, 1, 20), max_value=date(2019, 2, 10)))
        document = make_document(f"doc{number}", text=f"Report {number} on the attack in Mali.", published=published)
        documents[document.id] = document
        for row in range(draw(st.integers(min_value=1, max_value=3))):
            claims.append(draw(_claims(document, row)))
    return claims, documents


@st.composite
def _claims(draw: st.DrawFn, document: Document, row: int) -> Claim:
    day = draw(st.none() | st.dates(min_value=date(2019, 1, 14), max_value=date(2019, 1, 20)))
    number = draw(st.none() | st.integers(min_value=0, max_value=12))
    return make_claim(
        document,
        number=row,
        type=draw(st.sampled_from(["armed_attack", "killing", "bombing", "accident"])),
        scope=draw(st.sampled_from(["incident", "incident", "incident", "background", "aggregate"])),
        day=day,
        place=draw(st.none() | st.sampled_from(sorted(PLACES))),
        harm=() if number is None else (harm("killed", number),),
        actors=draw(
            st.sampled_from([(), (actor("perpetrator", "JNIM"),), (actor("perpetrator", None, "unidentified_armed_group"),)])
        ),
    )
