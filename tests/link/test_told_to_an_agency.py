"""Accounts told to one agency are one source, also where nobody was read as their speaker and the agency is not there."""

from __future__ import annotations

import pytest
from claim_maker import make_claim, make_document

from crossread.link.independence import source_groups
from crossread.records import Document, Speaker

TOLD = "Raiders killed eleven farmers in Tasso, the chairman of a committee, Adan Roble, told Reuters on Monday."
CITES = "Eleven farmers died in Tasso, according to Reuters."


def _sources(first: str, *, stance: str = "attributed") -> int:
    """How many sources a report without a speaker is beside one that cites Reuters."""
    documents: list[Document] = [
        make_document("a", text=first, source="Lake Post"),
        make_document("b", text=CITES, source="Hill Post"),
    ]
    start = CITES.index("Reuters")
    reuters = Speaker(role="reports", raw="Reuters", evidence=(documents[1].quote(start, start + 7),))
    claims = [make_claim(documents[0], stance=stance), make_claim(documents[1], stance="attributed", speakers=(reuters,))]
    return len(set(source_groups(documents, claims).values()))


def test_what_was_told_to_one_agency_is_one_source() -> None:
    """The chairman's words stand in both by way of Reuters."""
    assert _sources(TOLD) == 1


@pytest.mark.parametrize(
    "text",
    [
        TOLD.replace("Reuters", "Xinhua"),
        TOLD.replace("told Reuters on Monday", "said"),
        "Raiders killed eleven farmers in Tasso, the chairman said. He told Reuters that he had fled.",
    ],
)
def test_others_are_two(text: str) -> None:
    """Another agency, none, or one that was told something else."""
    assert _sources(text) == 2


def test_a_report_of_its_own_stands_by_itself() -> None:
    """What the report itself tells rests on nobody."""
    assert _sources(TOLD, stance="asserted") == 2
