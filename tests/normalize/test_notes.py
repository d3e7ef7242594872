"""What a note at the foot counts is told of the sentence with its mark, else of nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.counts import parse_count
from crossread.normalize.notes import lay_notes
from crossread.records import Claim, Document, Evidence, Harm, Speaker

TEXT = """On 2 May, raiders burned Alfa, killing two herders.{mark} People fled to the hills.

On 9 May, jets bombed Bravo. Six traders were killed.

{note} Elders counted three dead and four hurt."""


def quote(document: Document, words: str) -> Evidence:
    start = document.text.index(words)
    return document.quote(start, start + len(words))


def row(document: Document, words: str, effect: str = "killed") -> Harm:
    evidence = (quote(document, words),)
    return Harm(
        effect=effect, raw=words, group=None, group_type="unknown", count=parse_count(words), evidence=evidence, score=0.9
    )


def claim(document: Document, trigger: str, *rows: Harm, score: float | None = 0.9, speaker: str | None = None) -> Claim:
    voices = (Speaker(role="reports", raw=speaker, evidence=(quote(document, speaker),)),) if speaker else ()
    return Claim(
        id=f"clm_{trigger}",
        document_id=document.id,
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote(document, trigger),
        harm=rows,
        speakers=voices,
        score=score,
    )


def told(document: Document, *, score: float | None = 0.9) -> tuple[list[str], list[str]]:
    """What each of the two claims counts when the second is given all of the note."""
    first = claim(document, "burned", row(document, "two herders"))
    taken = (row(document, "three dead"), row(document, "four", "injured"))
    second = claim(document, "bombed", row(document, "Six traders"), *taken, score=score, speaker="Elders")
    laid = lay_notes(document, (first, second))
    assert len(laid[0].speakers) == sum(row.raw == "three dead" for row in laid[0].harm)
    assert len(laid[1].speakers) == sum(row.raw == "three dead" for row in laid[1].harm)
    return [one.raw for one in laid[0].harm], [one.raw for one in laid[1].harm]


@pytest.mark.parametrize(
    ("mark", "note"),
    [("[1]", "[1]"), (" [1]", "[1]"), ("¹", "¹"), ("(1)", "(1)"), (" (1)", "(1)"), ("1", "1"), ("¹", "1"), ("¹²", "12")],
)
def test_a_note_counts_for_the_sentence_with_its_mark(mark: str, note: str) -> None:
    """However the mark is written: the numbers of the note and who gives them go to the claim told there."""
    document = Document(id="doc_1", text=TEXT.format(mark=mark, note=note))
    assert told(document) == (["two herders", "three dead", "four"], ["Six traders"])


@pytest.mark.parametrize(
    ("mark", "note"), [("", "[1]"), ("[2]", "[1]"), ("¹²", "²"), ("", "(1)"), ("", "1"), (" 1", "1"), ("", "•")]
)
def test_a_line_whose_mark_no_sentence_bears_is_no_note(mark: str, note: str) -> None:
    """A list of points, and the note of another mark, stay as they were read."""
    document = Document(id="doc_1", text=TEXT.format(mark=mark, note=note))
    assert told(document) == (["two herders"], ["Six traders", "three dead", "four"])


def test_a_note_on_a_sentence_without_a_claim_counts_for_nothing() -> None:
    """Its sentence tells no act that was read: the number is nobody's, least of all the last incident's."""
    document = Document(id="doc_1", text=TEXT.format(mark="", note="[1]").replace("to the hills.", "to the hills.[1]"))
    assert told(document) == (["two herders"], ["Six traders"])


def test_what_people_say_and_acts_told_in_a_note_stay() -> None:
    """A coder's claim is never changed, and a note may tell an act of its own."""
    document = Document(id="doc_1", text=TEXT.format(mark="[1]", note="[1]"))
    assert told(document, score=None)[1] == ["Six traders", "three dead", "four"]
    own = claim(document, "counted", row(document, "three dead"))
    assert lay_notes(document, (claim(document, "burned"), own))[1] == own


def test_parts_stay_parts_of_their_whole() -> None:
    """Rows that move together keep pointing at each other."""
    document = Document(id="doc_1", text=TEXT.format(mark="[1]", note="[1]"))
    part = replace(row(document, "four"), part_of=1)
    second = claim(document, "bombed", row(document, "Six traders"), row(document, "three dead"), part)
    laid = lay_notes(document, (claim(document, "burned", row(document, "two herders")), second))
    assert [one.part_of for one in laid[0].harm] == [None, None, 1]
