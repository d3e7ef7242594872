"""A report that says from whom it has it, and tells it in that outlet's words, is no source beside the outlet."""

from __future__ import annotations

import pytest
from claim_maker import make_document

from crossread.link.independence import source_groups
from crossread.link.passing_on import names_as_teller

WIRE = (
    "Raiders on horseback came to the village of Tasso at dawn on Monday, burned the granary and killed eleven farmers, "
    "elders said. The chief of the district told reporters that nobody had come to help for six hours. Two schools are closed."
)
COPIED = (
    "Raiders on horseback came to the village of Tasso at dawn and burned the granary, killing eleven farmers{by}. "
    "The chief of the district said that nobody had come to help for six hours. It is the third raid on the lake shore."
)
OWN = (
    "Our correspondent saw eleven graves behind the burned mosque{by}. Women who had fled to the island in canoes spoke of "
    "men who wore turbans and shouted in a language of the north. Raiders on horseback came to the village, they recalled."
)


def _one_source(text: str, source: str = "Lake Post", wire: str = "AFP") -> bool:
    documents = [make_document("a", text=WIRE, source=wire), make_document("b", text=text, source=source)]
    groups = source_groups(documents)
    return groups["a"] == groups["b"]


@pytest.mark.parametrize(
    "by",
    [
        ", AFP reported",
        ", according to AFP",
        ", elders told the news agency AFP",
        ", the agency AFP reports",
        " (AFP)",
        ", Agence France-Presse said",
    ],
)
def test_a_rewrite_that_names_the_agency_is_the_agencys(by: str) -> None:
    """Wherever in the report the name stands."""
    assert _one_source(COPIED.format(by=by))


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        (COPIED.format(by=""), "AFP"),  # nobody is named: alike, but no more than two reports of one briefing
        (COPIED.format(by=", Reuters reported"), "AFP"),  # another agency
        (COPIED.format(by=", according to elders at dawn"), "Dawn"),  # a word, and no outlet
        (OWN.format(by=""), "AFP"),
        (OWN.format(by=". AFP reported eleven dead, too"), "AFP"),  # a report of its own that also cites one
    ],
)
def test_others_stand_by_themselves(text: str, wire: str) -> None:
    """Words alike without a name, or a name without words alike, make no copy."""
    assert not _one_source(text, wire=wire)


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("it was dawn, afp reported.", True),
        ("it was dawn (afp)", True),
        ("according to the news agency afp it was dawn", True),
        ("it was dawn when afp closed its office", False),
        ("it was dawn", False),
    ],
)
def test_an_outlet_is_named_as_who_tells(text: str, teller: bool) -> None:
    """Its name alone is no word of its own."""
    assert names_as_teller(text, "afp") is teller


def test_copies_are_found_among_many_reports() -> None:
    """More than a handful of reports are compared by sketches, which would miss a rewrite."""
    others = [make_document(f"x{n}", text=f"Report {n} of another day and matter.", source=f"Paper {n}") for n in range(20)]
    pair = [
        make_document("a", text=WIRE, source="AFP"),
        make_document("b", text=COPIED.format(by=", AFP reported"), source="Lake Post"),
    ]
    groups = source_groups([*others, *pair])
    assert groups["a"] == groups["b"]
    assert len(set(groups.values())) == 21
