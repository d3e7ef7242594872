"""What is withheld in a dossier changes no figure and no sign of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.export.conftest import KOSSA, find, make_claim, make_document
from tests.export.dossier_pages import page, words

from crossread.export import Selection
from crossread.export.dossier_file import ENDINGS
from crossread.export.figures import only_figures
from crossread.link import link_claims
from crossread.records import Claim, Count, DateWindow, Document, Harm, Slot
from crossread.weigh import weigh_cluster

DAY = date(2021, 5, 4)
WIRE = "A shell hit Kossa on Tuesday. Residents said 32 people were killed, police said eight."
NAMED = (
    "Gunmen attacked Kossa on Tuesday and killed Hauwa Bello, a teacher, Sani Musa, another teacher, and Idris Garba, the imam."
)
THREE = "Gunmen attacked Kossa on Tuesday. Three people were killed, said a rights group."


def _row(document: Document, quote: str, number: int, group: str, speaker: str | None = None) -> Harm:
    count = Count(low=number, high=number, qualifier="exact")
    return Harm(
        effect="killed",
        group=group,
        group_type="civilians",
        raw=quote,
        count=count,
        speaker=speaker,
        evidence=(find(document, quote),),
    )


def _claim(document: Document, trigger: str, *rows: Harm) -> Claim:
    when = Slot(
        raw="Tuesday", value=DateWindow(earliest=DAY, latest=DAY, precision="day"), evidence=(find(document, "Tuesday"),)
    )
    where = Slot(raw="Kossa", value=replace(KOSSA, precision="exact"), evidence=(find(document, "Kossa"),))
    return make_claim(document, "armed_attack", trigger, when=when, where=where, harm=rows)


def _selection(*claims: Claim, documents: tuple[Document, ...]) -> Selection:
    by_id, told = {row.id: row for row in documents}, {claim.id: claim for claim in claims}
    incidents = tuple(weigh_cluster(cluster, told, by_id) for cluster in link_claims(claims, by_id))
    return Selection(incidents=incidents, claims=claims, documents=documents)


@pytest.fixture
def two_voices() -> Selection:
    """One account with the numbers of two who do not agree."""
    wire = make_document(WIRE, source="Wire", published=DAY)
    rows = (_row(wire, "32 people", 32, "people", "Residents"), _row(wire, "eight", 8, "people", "police"))
    return _selection(_claim(wire, "hit", *rows), documents=(wire,))


@pytest.fixture
def three_dead() -> Selection:
    """Three by their names in one report, and their number in the other."""
    paper = make_document(NAMED, source="Paper", published=DAY)
    group = make_document(THREE, source="Rights group", published=DAY)
    named = (
        _row(paper, "Hauwa Bello, a teacher", 1, "Hauwa Bello, a teacher"),
        _row(paper, "Sani Musa, another teacher", 1, "Sani Musa, another teacher"),
        _row(paper, "Idris Garba, the imam", 1, "Idris Garba, the imam"),
    )
    claims = (_claim(paper, "attacked", *named), _claim(group, "attacked", _row(group, "Three people", 3, "people")))
    return _selection(*claims, documents=(paper, group))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("care", [{"places": "country"}, {"places": "hidden"}, {"days": "month"}])
def test_two_voices_are_never_added(tmp_path: Path, two_voices: Selection, ending: str, care: dict[str, str]) -> None:
    """32 by residents and eight by the police are 8 to 32 however exactly places and days are written."""
    text = words(page(tmp_path, two_voices, ending, **care).find(".//body"))
    assert "8–32" in text
    assert "32 + 8" not in text
    assert "Residents" not in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_two_without_their_names_are_two(tmp_path: Path, three_dead: Selection, ending: str) -> None:
    """Three dead by name agree with "three people" whether their names are written or not."""
    assert len(three_dead.incidents) == 1
    text = words(page(tmp_path, three_dead, ending).find(".//body"))
    assert "Bello" not in text
    assert "Musa" not in text
    assert "3 (1 " in text
    assert "differs" not in text.partition("What the signs mean")[0]


@pytest.mark.parametrize(
    ("told", "figure"),
    [
        ("37 (27 civilians + 10 fighters)", "37"),
        ("8–32 (32: residents; 8: Police)", "8–32"),
        ("at least 34", "at least 34"),
        ("about 20 civilians + some fighters of the MSA", "about 20 + told without number"),
        ("10 peacekeepers from Chad + A number of the attackers", "10 + told without number"),
        ("number left vague", "number left vague"),
        ("Most of Kossa", "told without number"),
        ("1,732", "1,732"),
    ],
)
def test_figures_without_their_words(told: str, figure: str) -> None:
    """Bounds, ranges and sums stay; whose they are and of whom goes."""
    assert only_figures(told) == figure
