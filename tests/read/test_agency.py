"""The agency of a dateline is the source where nobody states one."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.read import read_text
from crossread.read.agency import find_agency
from crossread.records import document_id


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("BAMAKO, Mali, March 3 2024 (Reuters) - Gunmen attacked a post.", "Reuters"),
        ("Raid kills ten\n\nBAMAKO, Jan. 20 (XINHUA) -- Ten people died.", "Xinhua"),
        ("Gao [AP] – Ten people died.", "Associated Press"),
        ("Toll climbs\n\nBy Hassan Wars\n\nGAO, Mali (AP) — Ten people died.", "Associated Press"),
        ("The paper quoted the agency (AFP) as saying that ten died.", None),
        ("An official in Gao told (Reuters) - he fled.", None),
        ("BAMAKO (The Lantern) - Ten people died.", None),
        ("Ten died.\n\nThey were shot.\n\nGAO (AFP) - A bomb went off.", None),
    ],
)
def test_the_agency_of_a_dateline(text: str, agency: str | None) -> None:
    """In brackets, before a dash, in the first line or below the title."""
    assert find_agency(text) == agency


def test_a_stated_source_stands_and_the_id_does_not_change() -> None:
    """The agency fills what is empty; the same report is known again by the id that it had without it."""
    text = "GAO, Mali, 3 March 2024 (AFP) - Two soldiers were killed on Saturday."
    told, stated = read_text(text), read_text(text, source="The Lantern")
    assert (told.source, stated.source) == ("AFP", "The Lantern")
    assert told.id == document_id(text, source=None, external_id=None, published=date(2024, 3, 3)) != stated.id
