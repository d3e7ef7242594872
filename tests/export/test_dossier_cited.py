"""Words that prove a value stand in their sentence, marked; names in it are barred, and nothing held back is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.export.conftest import find, make_document
from tests.export.dossier_pages import export, page

from crossread.export import Selection
from crossread.export.blanking import WordGuard
from crossread.export.dossier_cited import LONGEST_BESIDE, Cited, cite
from crossread.export.dossier_file import ENDINGS
from crossread.records import Document

TEXT = (
    "Gunmen came at dawn. On Friday they killed eight people and wounded two near Kossa, the driver Issa Diarra among them. "
    "Two\nbodies lay in the church."
)


@pytest.fixture
def report() -> Document:
    """A report of three sentences, of which one runs over two lines."""
    return make_document(TEXT, source="Alpha Courier", published=date(2021, 5, 4))


def say(cited: Cited) -> str:
    """The sentence with its marked words in brackets."""
    parts = ((" " if one.is_apart else "") + (f"[{one.words}]" if one.is_marked else one.words) for one in cited.pieces)
    return "".join(parts)


def test_words_are_marked_in_their_sentence_each_once(report: Document) -> None:
    """In the order of the report; a line that ends within a sentence ends none."""
    rows = [find(report, words) for words in ("Two\nbodies", "eight", "Friday", "eight")]
    assert [say(one) for one in cite(rows, report, None)] == [
        "On [Friday] they killed [eight] people and wounded two near Kossa, the driver Issa Diarra among them.",
        "[Two\nbodies] lay in the church.",
    ]


def test_names_in_a_sentence_are_barred(report: Document) -> None:
    """Those outside the marked words too."""
    (shown,) = cite([find(report, "eight")], report, WordGuard(told=frozenset({"kossa"})))
    assert say(shown).endswith("near Kossa, the driver ███████████ among them.")


def test_a_very_long_sentence_is_cut_at_a_word(report: Document) -> None:
    """On both sides, with a sign for what is left out."""
    long = make_document("one more " * 80 + "eight dead " + "and so on " * 80, source="A", published=date(2021, 5, 4))
    (shown,) = cite([find(long, "eight")], long, None)
    assert say(shown).startswith("…")
    assert say(shown).endswith("and …") or say(shown).endswith("so …") or say(shown).endswith("on …")
    assert len(say(shown)) < 2 * LONGEST_BESIDE + 20


def test_words_that_do_not_stand_there_are_shown_alone(report: Document) -> None:
    """Of a report without its text, as of one that also tells what is held back, nothing else is told."""
    row = find(report, "eight")
    bare = Document(id=report.id, text="")
    assert [say(one) for one in cite([row], bare, None)] == ["[eight]"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_dossier_marks_the_words_of_every_account(tmp_path: Path, told: Selection, ending: str) -> None:
    """Sentences below the table and beside disagreements, with the report they are of; none where places are coarser."""
    shown = page(tmp_path, told, ending)
    marked = {" ".join(row.text_content().split()) for row in shown.iter("mark", "strong")}
    assert {"At least four", "five"} <= marked
    text = export(tmp_path, told, ending)
    assert "said the mayor" in text
    assert "said the mayor" not in export(tmp_path, told, ending, places="country")


def test_a_report_that_tells_what_is_held_back_gives_no_sentence(
    tmp_path: Path, told: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words stand alone, as a sentence may tell of the younger incident; another report's stand in theirs."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1620500000")  # 8 May 2021: the second report is younger than three days
    text = export(tmp_path, told, delay=3)
    assert "said the mayor" in text
    assert "<mark>five</mark></q>" in text
    assert "traders at Kossa on 4 May" not in text
