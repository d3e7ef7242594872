"""Who issues a denial denies, and is the spokesman told to deny before; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.issued_denials import settle_issued_denials
from crossread.records import Claim, Document, Speaker


def read(text: str, speakers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    document = Document(id="doc_1", text=text)
    rows = []
    for role, raw in speakers:
        at = text.index(raw)
        rows.append(Speaker(role=role, raw=raw, evidence=(document.quote(at, at + len(raw)),), score=0.8))
    at = text.index("raid")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="denied",
        trigger=document.quote(at, at + 4),
        speakers=tuple(rows),
        score=0.9,
    )
    return [(row.role, row.raw) for row in settle_issued_denials(document, claim).speakers]


DENIES = "An army spokesman denies that the raid took place. "


@pytest.mark.parametrize(
    ("behind", "named", "found"),
    [
        ("The spokesman, Oda Tarfa, issued the denial on Sunday.", "Oda Tarfa", []),
        ("The army spokesman, Oda Tarfa, repeated his denial.", "Oda Tarfa", []),
        ("Oda Tarfa, who leads a party, spoke. Ana Ruz issued a denial.", "Ana Ruz", [("denies", "Ana Ruz")]),
        ("The spokesman, Oda Tarfa, issued the order.", "Oda Tarfa", [("accuses", "Oda Tarfa")]),
        ("The mayor, Oda Tarfa, rejected the denial.", "Oda Tarfa", [("accuses", "Oda Tarfa")]),
    ],
)
def test_who_issues_a_denial_is_the_denier(behind: str, named: str, found: list[tuple[str, str]]) -> None:
    told = read(DENIES + behind, [("denies", "An army spokesman"), ("accuses", named)])
    assert told == [("denies", "An army spokesman"), *found]
