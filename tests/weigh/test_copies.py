"""Who copies whom: the outlet that another credits in its dateline wrote it, and a pair counts once an incident."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claim_maker import make_claim, make_document

from crossread.records import Account
from crossread.weigh import list_copies

TEXT = "MOPTI, March 3, 2021 (Sahel Wire) - Gunmen killed five people at a market on Tuesday, police said."


def _account(name: str, source: str) -> Account:
    document = make_document(name)
    claim = make_claim(document)
    return Account(
        claim_id=claim.id, document_id=document.id, source=source, weight="account", source_group=0
    )  # fmt: skip


def _first(days: tuple[int, int], text: str) -> str | None:
    daily = replace(make_document("daily", published=date(2021, 3, days[0])), source="The Daily", text=text)
    wire = replace(make_document("wire", published=date(2021, 3, days[1])), source="Sahel Wire", text=TEXT)
    accounts = [_account("daily", "The Daily"), _account("wire", "Sahel Wire")]
    (copy,) = list_copies(accounts, {daily.id: daily, wire.id: wire})
    return copy.first.source


def test_the_credited_agency_is_first() -> None:
    """On one day, and also where the agency's own text was read with a later day."""
    assert _first((3, 3), TEXT) == "Sahel Wire"
    assert _first((3, 4), TEXT) == "Sahel Wire"


def test_without_a_credit_the_earlier_day_decides() -> None:
    """A dateline of its own, or none, credits nobody."""
    assert _first((3, 4), TEXT.replace("Sahel Wire", "The Daily")) == "The Daily"
    assert _first((3, 4), TEXT.replace(" (Sahel Wire)", "")) == "The Daily"


PLAIN = TEXT.replace("MOPTI, March 3, 2021 (Sahel Wire) - ", "")


def test_who_is_named_as_teller_is_first() -> None:
    """On one day, whatever the documents are called."""
    for told in (
        "police said, Sahel Wire reports.",
        "police told the Sahel Wire.",
        "police said, according to the agency Sahel Wire.",
    ):
        assert _first((3, 3), PLAIN.replace("police said.", told)) == "Sahel Wire", told
    assert _first((3, 3), f"{PLAIN} - Sahel Wire") == "Sahel Wire"


def test_who_is_only_mentioned_told_nothing() -> None:
    """A reporter of the agency who was hurt is no credit."""
    assert _first((3, 3), f"{PLAIN} A reporter of Sahel Wire was hurt.") == "The Daily"
