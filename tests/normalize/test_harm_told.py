"""People whom a sentence of the claim tells killed or hurt in plain words, though the extractor gave no row for them."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.told import lay_told
from crossread.records import Claim, Document


def _told(marked: str, trigger: str, *, kind: str = "armed_attack", score: float | None = 0.9) -> list[tuple[str, str]]:
    document, rows = _read(marked)
    start = document.text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        trigger=document.quote(start, start + len(trigger)),
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=score,
    )
    (found,) = lay_told(Document(id=document.id, text=document.text, language="en"), [claim])
    return [(row.effect, row.raw) for row in found.harm[len(rows) :]]


@pytest.mark.parametrize(
    ("marked", "trigger", "rows"),
    [
        ("A raid on the camp killed at least 13 people.", "raid", [("killed", "at least 13 people")]),
        (
            "In the raid {killed: two men} were killed and nine others were wounded, police said.",
            "raid",
            [("injured", "nine others")],
        ),
        ("The army said only four soldiers had died in the ambush.", "ambush", [("killed", "only four soldiers")]),
        (
            "The number of people killed in Sunday's bombing had been revised down from 17 to 16 after a recount.",
            "bombing",
            [("killed", "16")],
        ),
        ("He said that only two of his men were killed in the raid.", "raid", [("killed", "only two of his men")]),
        ("He said that two of his houses were burnt in the raid.", "raid", []),
        ("After the raid the number of dead soldiers was put at 31.", "raid", [("killed", "31")]),
        ("The number of dead in the raid is now ten, the mayor said.", "raid", [("killed", "ten")]),
        ("That brings the death toll of the raid of June 1 to five.", "raid", [("killed", "five")]),
        ("The death toll of the raid on 4 May 2021 rose to 15.", "raid", [("killed", "15")]),
        ("The death toll of the raid was given on June 4.", "raid", []),
        ("The raid came at dawn. {injured: Two men} were hurt, and six women died.", "raid", [("killed", "six women")]),
        (
            "In the raid {killed: a captain} and two sepoys laid down their lives.",
            "raid",
            [("killed", "two sepoys")],
        ),
        (
            "In the raid ten sepoys met their end and {injured: six more} were wounded.",
            "raid",
            [("killed", "ten sepoys")],
        ),
        ("In the raid four policemen made the supreme sacrifice.", "raid", [("killed", "four policemen")]),
        (
            "In the raid at least 31 soldiers and {killed: three guards} were killed.",
            "raid",
            [("killed", "at least 31 soldiers")],
        ),
    ],
)
def test_plain_words_beside_an_act_are_rows(marked: str, trigger: str, rows: list[tuple[str, str]]) -> None:
    """The number stands in a sentence that tells the act, or in one that counts for it already."""
    assert _told(marked, trigger) == rows


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("Raid on camp, 13 people were killed\nThe raid came at dawn.", "raid"),
        ("The raid came at dawn. Elsewhere 13 people were killed.", "raid"),
        ("In the raid 31 soldiers fought and {killed: three guards} were killed.", "raid"),
        ("Of those in the raid, the 13 men were killed.", "raid"),
        ("He was killed 10 years before the raid.", "raid"),
        ("The raid was led by a man whose wife was killed on 7 May.", "raid"),
        ("The raid came in a war that has killed 9,500 people.", "raid"),
        ("The raid did not end before 13 people were killed, he said, if anybody was.", "raid"),
        ("Photo 3 of 11 A man died after the raid.", "raid"),
        ("A captain wanted for murders in 2019 was killed in the raid.", "raid"),
        ("In the raid {killed: 13 people} were killed; that 13 people were killed shocked the town.", "raid"),
        ("The raid on the ward where 13 patients had died of cholera was condemned.", "raid"),
    ],
)
def test_other_numbers_are_none(marked: str, trigger: str) -> None:
    """Headlines, other sentences, people pointed at, years, totals of wars, doubts, sickness, and what is known."""
    assert _told(marked, trigger) == []


def test_what_harms_nobody_and_what_a_person_says_stay() -> None:
    """A strike is no place for the dead; a claim without a score was made by hand or by another data set."""
    assert _told("During the strike 13 people were killed.", "strike", kind="protest") == []
    assert _told("The raid killed 13 people.", "raid", score=None) == []


def test_the_number_that_holds_others_stands_before_them() -> None:
    """ "The 20 killed included four children": the twenty are the total, and come first, so that the children are its part."""
    marked = "A raid hit the camp. The 20 killed included {killed: four children} and {killed: two women}."
    document, rows = _read(marked)
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        trigger=document.quote(2, 6),
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=0.9,
    )
    (found,) = lay_told(document, [claim])
    assert [row.raw for row in found.harm] == ["The 20", "four children", "two women"]
    assert _told("The raid came at dawn. The 20 dead were buried at noon.", "raid") == []


NAMES = "Naik Ali Khan (age 30 years, of Kossa), Sepoy Omar Shah (age 24) and Sepoy Issa Din (age 22), having fought bravely,"


@pytest.mark.parametrize(
    ("marked", "rows"),
    [
        (
            f"A raid came at dawn. However, during the fierce exchange, three sepoys, {NAMES} embraced martyrdom.",
            ["three sepoys"],
        ),
        (
            f"A raid came at dawn. In the attack three sons of the soil, {NAMES} laid down their lives.",
            ["three sons of the soil"],
        ),
        (
            "A raid came at dawn. In the attack two sepoys – Ali Khan (age 30) and Omar Shah – embraced martyrdom.",
            ["two sepoys"],
        ),
        (f"A raid came at dawn. In 1971 three sepoys, {NAMES} embraced martyrdom.", []),
        (f"A raid came at dawn. During the exchange three sepoys, {NAMES} were decorated.", []),
        ("A raid came at dawn. During the exchange nine men were killed, police said.", ["nine men"]),
        ("A raid came at dawn. During the drought nine men were killed, police said.", []),
    ],
)
def test_a_sentence_that_goes_on_with_the_act_counts_for_it(marked: str, rows: list[str]) -> None:
    """Also where names stand between the number and what befell it."""
    assert [raw for _, raw in _told(marked, "raid")] == rows


def test_names_behind_a_number_are_part_of_it() -> None:
    document, rows = _read("In the raid two sepoys, {killed: Ali Khan} (age 30) and Omar Shah, embraced martyrdom.")
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        trigger=document.quote(7, 11),
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=0.9,
    )
    (found,) = lay_told(document, [claim])
    assert [(row.raw, row.part_of) for row in found.harm] == [("two sepoys", None), ("Ali Khan", 0)]


@pytest.mark.parametrize(
    ("marked", "raw"),
    [
        ("The raid killed {killed: 28 people}. A committee advances the figure of some sixty victims.", ["some sixty victims"]),
        ("The raid killed {killed: 28 people}. Rain fell. The town gave a toll of 31.", ["31"]),
        ("The raid killed {killed: 28 people}. The army gives a figure of nine wounded.", []),
        ("The raid killed {killed: 28 people}. Rain fell. It was hot. It was Monday. The town gave a toll of 31.", []),
        ("The raid hurt {injured: 28 people}. The army gives a figure of nine.", []),
        ("The raid killed {killed: 28 people}. The town gave a figure of 31 houses.", []),
    ],
)
def test_a_figure_given_without_the_act_is_of_the_dead_told_before(marked: str, raw: list[str]) -> None:
    """It stands in a sentence of its own; a figure of others, of things, or far from any count of dead is left alone."""
    assert _told(marked, "raid") == [("killed", words) for words in raw]
