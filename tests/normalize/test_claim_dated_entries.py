"""Entries of a log in a few words; lines written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.dated_entries import with_dated_entries
from crossread.records import Actor, Claim, Document, Harm, Slot

LOG = "03 Mar - Gao - 2 civ. killed\n5 March - Menaka: 1 farmer injured by gunmen"


def _claim(document: Document, trigger: str, *, place: str = "", hurt: str = "", doer: str = "") -> Claim:
    def quote(words: str):  # type: ignore[no-untyped-def]
        at = document.text.index(words)
        return document.quote(at, at + len(words))

    where = Slot(raw=place, value=None, evidence=(quote(place),), score=0.9) if place else None
    row = Harm(effect="killed", raw=hurt, group=None, group_type="civilians", count=None, evidence=(), score=0.9)
    actor = Actor(role="perpetrator", raw=doer, name=None, type="unidentified_armed_group", evidence=(), score=0.9)
    return Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote(trigger),
        where=where,
        actors=(replace(actor, evidence=(quote(doer),)),) if doer else (),
        harm=(replace(row, evidence=(quote(hurt),)),) if hurt else (),
        score=0.9,
        made_by="encoder-en@8",
    )


def _told(claims: list[Claim]) -> list[tuple[str, str | None, str | None, list[str], list[str]]]:
    return [
        (
            claim.type,
            claim.when and claim.when.raw,
            claim.where and claim.where.raw,
            [row.raw for row in claim.harm],
            [row.raw for row in claim.actors if row.role == "perpetrator"],
        )
        for claim in claims
    ]


def test_each_line_is_a_claim_where_none_was_found() -> None:
    """Day, place, people and what befell them, though the extractor knew none of the lines."""
    document = Document(id="doc_1", text=LOG)
    assert _told(with_dated_entries(document, [])) == [
        ("killing", "03 Mar", "Gao", ["2 civ"], []),
        ("armed_attack", "5 March", "Menaka", ["1 farmer"], []),
    ]


def test_a_claim_keeps_to_its_own_line() -> None:
    """What the next line tells is a claim of its own, with the doer found there; the first has its own place."""
    document = Document(id="doc_1", text=LOG)
    claims = with_dated_entries(document, [_claim(document, "killed", place="Menaka", hurt="1 farmer", doer="gunmen")])
    assert _told(claims) == [
        ("killing", "03 Mar", "Gao", ["2 civ"], []),
        ("armed_attack", "5 March", "Menaka", ["1 farmer"], ["gunmen"]),
    ]
    assert [claim.made_by for claim in claims] == ["encoder-en@8"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "On 3 March two civilians were killed in Gao.",
        "03 Mar - Gao - calm",
        "03 Mar - Gao - a meeting of elders on those killed last year",
        "3 March: 2 farmers killed",
        "Gao - 2 farmers killed",
        "12.30 Two farmers killed",
        "A report of 03 Mar - Gao - 2 civ. killed",
    ],
)
def test_prose_and_lines_without_day_place_or_number_make_none(text: str) -> None:
    """A claim is made only where all of it stands in the line, which begins with its day."""
    assert with_dated_entries(Document(id="doc_1", text=text), []) == []


def test_prose_beside_the_log_and_other_peoples_claims_stay() -> None:
    """A sentence below the log keeps its words, and so does a claim without a score."""
    document = Document(id="doc_1", text=f"{LOG}\nIn all three people were shot.")
    prose = _claim(document, "shot", place="Menaka", hurt="1 farmer")
    assert with_dated_entries(document, [prose])[0] == prose
    coded = replace(_claim(document, "killed", place="Menaka"), score=None)
    assert with_dated_entries(document, [coded])[0] == coded
