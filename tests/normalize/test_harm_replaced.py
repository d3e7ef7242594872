"""Tolls that take each other's place or hold each other are not added; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_rivals import rows, speakers
from test_harm_tellings import _read, _sum

from crossread.normalize.harm.parts import mark_two_groups
from crossread.normalize.harm.put import lay_put
from crossread.normalize.harm.speakers import lay_rival_tolls
from crossread.normalize.harm.toll import settle_tolls


@pytest.mark.parametrize(
    ("marked", "killed"),
    [
        ("The toll has risen to {killed: 9}. {killed: Seven} died at once. {killed: Two more} died in hospital.", 9),
        ("The toll has risen to {killed: 9}. {killed: Seven} died at once. {killed: Four more} died elsewhere.", 13),
        ("The toll has risen to {killed: 9}. {killed: Two more} died elsewhere.", 11),
        ("The toll is now {killed: 9}. Of these {killed: six} were girls. {killed: Two more} died elsewhere.", 11),
        ("{killed: Three men} died. {killed: Two more men} died later, taking the number killed to {killed: five}.", 5),
        ("{killed: Three men} died. {killed: Four corpses} were dug out, bringing the figure to {killed: 7}.", 7),
        ("{killed: Three men} died, bringing the flour to {killed: 7 people}.", 10),
    ],
)
def test_a_toll_that_has_risen_holds_all_who_make_it(marked: str, killed: int) -> None:
    """Further people behind it only where they make it exactly with its other parts."""
    document, told = _read(marked)
    assert _sum(settle_tolls(document.text, told), "killed") == killed


@pytest.mark.parametrize(
    ("marked", "killed"),
    [
        ("Raiders killed {killed: six herders}. One of the victims was {killed: an old man}.", 6),
        ("Raiders killed {killed: six herders}. One of those killed was {killed: a midwife}.", 6),
        ("Raiders killed {killed: six herders}. One of the wells was lost, and {killed: an old man} died.", 7),
        ("Raiders killed {killed: six herders}. One of the dead were {killed: two midwives}.", 8),
    ],
)
def test_one_of_the_dead_is_one_of_those_counted(marked: str, killed: int) -> None:
    """Whoever he was, with a name or not."""
    document, told = _read(marked)
    assert _sum(mark_two_groups(document.text, told), "killed") == killed


@pytest.mark.parametrize(
    ("text", "told", "who"),
    [
        ("Raiders killed 40 people; the district council now says 62.", "62", "the district council"),
        ("Raiders killed 40 people. The mayor now puts it at 62.", "62", "The mayor"),
        ("Raiders killed 40 people. The mayor now says 62 houses burned.", "62", None),
        ("Raiders killed 40 people. He now says 62.", "62", None),
    ],
)
def test_who_now_gives_another_number_counts_anew(text: str, told: str, who: str | None) -> None:
    """A number of things is nobody's toll, and a pronoun names no speaker."""
    _, found = lay_put(text, [replace(row, score=0.9) for row in rows(text, "40 people", told)])
    assert found.speaker == who


@pytest.mark.parametrize(
    ("text", "first", "again", "laid"),
    [
        ("Two shepherds died, Radio Nord reported. The monitors said three were killed.", "Two shepherds", "three", True),
        ("Two shepherds died, Radio Nord reported. The monitors say that three had died.", "Two shepherds", "three", True),
        (
            "Two shepherds died, Radio Nord reported. The monitors said three were killed in Gao.",
            "Two shepherds",
            "three",
            False,
        ),
        ("Two shepherds died, Radio Nord reported. The monitors said three more were killed.", "Two shepherds", "three", False),
        ("A shepherd died, Radio Nord reported. The monitors said three were killed.", "A shepherd", "three", False),
    ],
)
def test_a_bare_number_of_another_voice_counts_the_same(text: str, first: str, again: str, laid: bool) -> None:
    """Whatever the first called them, unless it tells of another place or of more."""
    voices = speakers(text, ("reports", "Radio Nord"), ("reports", "The monitors"))
    found = lay_rival_tolls(text, rows(text, first, again), voices)
    assert [row.speaker for row in found] == (["Radio Nord", "The monitors"] if laid else [None, None])
    alone = lay_rival_tolls(text, rows(text, first, again), voices[1:])
    assert [row.speaker for row in alone] == [None, "The monitors" if laid else None]


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("Police arrested {detained: 14 men} in Gao; the union put the number at {killed: 22}.", ["detained", "detained"]),
        ("Police arrested {detained: 14 men} in Gao. The union put the total at {killed: 22}.", ["detained", "detained"]),
        ("Police arrested {detained: 14 men} in Gao; the union put the toll at {killed: 22}.", ["detained", "killed"]),
        (
            "Police killed {killed: two} and arrested {detained: 14 men}; the union put the number at {killed: 22}.",
            ["killed", "detained", "killed"],
        ),
    ],
)
def test_the_number_is_that_of_those_told_last(marked: str, effects: list[str]) -> None:
    """Of any effect, unless others have the one it was read with."""
    document, told = _read(marked)
    found = lay_put(document.text, told)
    assert [row.effect for row in found] == effects
    assert (found[-1].speaker is not None) == (effects[-1] in effects[:-1])
