"""Places that a report only mentions and ordinary words of its title are nobody; what a title loses is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.export.conftest import make_claim, make_document

from crossread.export import ExportOptions, Selection
from crossread.export.blanking import WordGuard
from crossread.export.losses import find_losses
from crossread.export.names import find_names
from crossread.export.placed import find_placed
from crossread.export.write import take_care
from crossread.records import Actor, Claim, Document


@pytest.mark.parametrize(
    "words",
    [
        "the town of Baga Sola. 42",
        "The village of Ouro Beldi",
        "Baga Sola district",
        "the Mary Mother of Mercy church",
        "residents of the Ouro Beldi commune",
    ],
)
def test_words_that_put_themselves_on_the_map_name_nobody(words: str) -> None:
    """Also where they strayed into a slot for victims, of whatever kind."""
    assert find_names(words, "unknown") == ()
    assert find_names(words, "civilians") == ()


@pytest.mark.parametrize("words", ["the driver of Amadou Keïta", "Amadou Keïta of the town of Ouro Beldi", "Awa Traoré, 34"])
def test_people_beside_places_are_still_found(words: str) -> None:
    """A place beside a person clears the place alone."""
    assert any("Keïta" in name or "Traoré" in name for name in find_names(words, "civilians"))


def test_a_preposition_needs_the_gazetteer() -> None:
    """Somebody can be "near" somebody; towns called after people are towns only where they stand as one."""
    assert find_placed("Two died in Nuevo Laredo.") == {"nuevo", "laredo"}
    assert find_placed("She fell near Amadou Keïta.") == frozenset()
    assert find_placed("Juan Aldama was shot.") == frozenset()


TEXT = (
    "The governor decreed a ban on motorbikes. The Motorbikes Ban follows a raid on the town of Baga Sola in which one "
    "man died. Baga Sola Market was closed. A witness, Aminata Cissé, said that Papua's Central Highlands were quiet."
)


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("The town of Baga Sola. 42 dead", "The town of Baga Sola. 42 dead"),
        ("Baga Sola: 42 dead", "Baga Sola: 42 dead"),
        ("Ban on Motorbikes after a raid", "Ban on Motorbikes after a raid"),
        ("Quiet in Papua's Central Highlands, says a witness", "Quiet in Papua's Central Highlands, says a witness"),
        ("A witness, Aminata Cissé, speaks", "A witness, [a person], speaks"),
        ("A quiet day for Cissé", "A quiet day for [a person]"),
    ],
)
def test_a_title_loses_people_alone(title: str, written: str) -> None:
    """Those whom no slot tells, too; not the town, the ban and the highlands."""
    report = make_document(TEXT, source="Lake Post", published=date(2021, 5, 4))
    assert WordGuard().of_report(report).clean_title(title) == written


def test_a_word_that_is_somebody_s_beside_an_age_goes_though_it_is_ordinary() -> None:
    """ "Hope, 7" is a child wherever hope stands elsewhere."""
    report = make_document("There is hope. Hope, 7, died.", source="Lake Post", published=date(2021, 5, 4))
    assert WordGuard().of_report(report).clean_title("Hope, 7, buried") == "[withheld], 7, buried"


def _told(title: str) -> tuple[Document, Claim]:
    report = make_document("Gunmen shot Ibrahim Musa on 3 May 2021.", source="Lake Post", published=date(2021, 5, 4))
    victim = Actor(role="victim", raw="Ibrahim Musa", name=None, type="civilians", evidence=(report.quote(12, 24),), score=None)
    return replace(report, title=title, url="https://example.org/ibrahim-musa"), make_claim(
        report, "killing", "shot", actors=(victim,)
    )


def test_what_titles_and_addresses_lose_is_counted(tmp_path: Path) -> None:
    """The manifest has a row for each kind of words, so that a changed title never looks as it was published."""
    report, claim = _told("Ibrahim Musa shot dead")
    steps = take_care(Selection(incidents=(), claims=(claim,), documents=(report,)), ExportOptions())
    assert steps.written.documents[0].title == "[a civilian] shot dead"
    told = {loss.what: (loss.count, loss.of) for loss in find_losses(steps, ExportOptions())}
    assert told["titles of reports"] == (1, 1)
    assert told["addresses, file names and ids of reports"] == (1, 2)
    report, claim = _told("A man shot dead")
    steps = take_care(Selection(incidents=(), claims=(claim,), documents=(report,)), ExportOptions())
    assert "titles of reports" not in {loss.what for loss in find_losses(steps, ExportOptions())}
