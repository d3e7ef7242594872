"""Which of several acts a denial speaks of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.denied_one import with_one_denied
from crossread.records import Claim, DateWindow, Document, Place, Slot, Speaker

TEXT = (
    "A trader was shot in Kossa on Monday. A nurse was stabbed in Lumo on Friday. The militia denied {}. "
    "The council met on Sunday."
)


def _place(name: str, precision: str = "exact") -> Slot[Place]:
    value = Place(name=name, country="CD", admin1=None, gazetteer_id=None, latitude=1.0, longitude=2.0, precision=precision)
    return Slot(raw=f"in {name}", value=value, evidence=(), score=0.9)


def _day(raw: str) -> Slot[DateWindow]:
    return Slot(raw=raw, value=None, evidence=(), score=0.9)


def _claims(what: str) -> tuple[Document, list[Claim]]:
    document = Document(id="doc_1", text=TEXT.format(what), language="en")

    def claim(trigger: str, place: str, day: str) -> Claim:
        start, said = document.text.index(trigger), document.text.index("The militia")
        denier = Speaker(
            role="denies", raw="The militia", evidence=(document.quote(said, said + len("The militia")),), score=0.9
        )
        return Claim(
            id=f"clm_{trigger}",
            document_id="doc_1",
            trigger=document.quote(start, start + len(trigger)),
            type="killing",
            scope="incident",
            status="accomplished",
            stance="denied",
            where=_place(place),
            when=_day(day),
            speakers=(denier,),
            score=0.9,
        )

    return document, [claim("shot", "Kossa", "on Monday"), claim("stabbed", "Lumo", "on Friday")]


@pytest.mark.parametrize(
    ("what", "stances"),
    [
        ("the first killing", ["denied", "asserted"]),
        ("any part in the second attack", ["asserted", "denied"]),
        ("the latter", ["asserted", "denied"]),
        ("the killing in Kossa", ["denied", "asserted"]),
        ("having been near Lumo", ["asserted", "denied"]),
        ("Friday's killing", ["asserted", "denied"]),
        ("the Monday shooting", ["denied", "asserted"]),
    ],
)
def test_a_denial_speaks_of_the_act_it_counts_or_places(what: str, stances: list[str]) -> None:
    """By number, place or day; the other is told plainly."""
    assert [claim.stance for claim in with_one_denied(*_claims(what))] == stances


@pytest.mark.parametrize(
    "what",
    [
        "both killings",
        "on Sunday that its men did it",
        "the third killing",
        "the killings in Kossa and in Lumo",
        "that the first lady had paid",
        "what was told in Tarnu",
    ],
)
def test_other_denials_stay_with_all(what: str) -> None:
    """Both acts, a day of the denial, a number or place that no act has."""
    document, claims = _claims(what)
    assert with_one_denied(document, claims) == tuple(claims)


def test_a_region_may_hold_the_place() -> None:
    """An act placed by its province alone stays denied beside a town."""
    document, claims = _claims("the killing in Kossa")
    claims[1] = replace(claims[1], where=_place("North Kivu", "admin1"))
    assert [claim.stance for claim in with_one_denied(document, claims)] == ["denied", "denied"]


def test_what_a_person_coded_stays() -> None:
    """A claim without a score keeps its denier."""
    document, claims = _claims("the first killing")
    claims[1] = replace(claims[1], score=None)
    assert with_one_denied(document, claims)[1] == claims[1]
