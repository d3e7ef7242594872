"""Counts of several speakers in one report are readings of one toll; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.parts import mark_described
from crossread.normalize.harm.speakers import lay_rival_tolls, lay_to_speakers
from crossread.records import Document, Speaker

ELDERS, SPOKESMAN = "Elders of the town", "a spokesman for the rebels"


def _speakers(document: Document, *names: str) -> tuple[Speaker, ...]:
    spans = [(name, document.text.index(name)) for name in names]
    return tuple(Speaker(role="reports", raw=name, evidence=(document.quote(at, at + len(name)),)) for name, at in spans)


@pytest.mark.parametrize(
    ("marked", "laid"),
    [
        (
            f"{ELDERS} say {{killed: eight patients}} and {{killed: a nurse}} died. On Friday {SPOKESMAN} put the "
            "number of dead at {killed: 17}.",
            [ELDERS, ELDERS, SPOKESMAN],
        ),
        (f"{ELDERS} counted {{killed: ten soldiers}}, {SPOKESMAN} said {{killed: 30 soldiers}} died.", [ELDERS, SPOKESMAN]),
        (
            f"{{killed: Two students}} died, {ELDERS} said. Later {SPOKESMAN} spoke of {{killed: one death}}.",
            [ELDERS, SPOKESMAN],
        ),
        (
            f"{{killed: Three protesters}} fell, {ELDERS} said, while {SPOKESMAN} said {{killed: one person}} had died.",
            [ELDERS, SPOKESMAN],
        ),
        (
            f"{{killed: Three civilians}} fell, {ELDERS} said. Later {SPOKESMAN} said {{killed: a single person}} was killed.",
            [ELDERS, SPOKESMAN],
        ),
        (
            f"{{killed: Three civilians}} fell, {ELDERS} said. Later {SPOKESMAN} said {{killed: one person}} died in hospital.",
            [None, None],
        ),
        (
            f"{{killed: Three nurses}} fell, {ELDERS} said. Later {SPOKESMAN} said {{killed: one person}} had died.",
            [None, None],
        ),
        (
            f"{{killed: Three civilians}} fell, {ELDERS} said. Later {SPOKESMAN} said {{killed: one officer}} died.",
            [None, None],
        ),
        (f"{ELDERS} counted {{killed: ten farmers}}. Later {SPOKESMAN} said {{killed: 30 soldiers}} died.", [None, None]),
        (f"{ELDERS} say {{killed: two men}} died. That day {SPOKESMAN} said {{killed: three more men}} died.", [None, None]),
        (f"{ELDERS} say {{killed: two men}} died and {{killed: five men}} in the next street.", [None, None]),
        (f"{ELDERS} say {{killed: two men}} died. That day {SPOKESMAN} said {{injured: 17}} were hurt.", [None, None]),
        (
            f"{{killed: Three soldiers}} died. {ELDERS} say {{killed: ten villagers}} died, too. Later {SPOKESMAN} said it was "
            "{killed: 30 villagers}.",
            [None, None, SPOKESMAN],
        ),
    ],
)
def test_a_rival_count_is_laid_to_its_speaker(marked: str, laid: list[str | None]) -> None:
    """Other people, further people, another effect and one speaker's own list are no rivals; they go on to be added."""
    document, rows = _read(marked)
    names = [name for name in (ELDERS, SPOKESMAN) if name in document.text]
    assert [row.speaker for row in lay_to_speakers(document.text, rows, _speakers(document, *names))] == laid


@pytest.mark.parametrize(
    ("marked", "part_of"),
    [
        ("Bandits took {abducted: five travellers}, {abducted: all women}, near the ford.", 0),
        ("Dead so far: {killed: 6}, {killed: all civilians}.", 0),
        ("Bandits took {abducted: five travellers}. They held {abducted: all women} back.", None),
        ("The raid left {killed: five travellers} and {injured: all guards} hurt.", None),
        ("They shot {killed: all guards} there.", None),
    ],
)
def test_who_the_counted_were_is_no_further_group(marked: str, part_of: int | None) -> None:
    """ "All women" right behind "five travellers" says who these were; in another sentence or effect it does not."""
    document, rows = _read(marked)
    assert mark_described(document.text, rows)[-1].part_of == part_of


@pytest.mark.parametrize(
    ("marked", "laid"),
    [
        (
            f"{ELDERS} counted {{killed: 20 pupils}}. That day {SPOKESMAN} put the number of dead at {{killed: 17}}.",
            [ELDERS, SPOKESMAN],
        ),
        (f"{ELDERS} saw {{killed: six soldiers}} die, {SPOKESMAN} claimed {{killed: 14 soldiers}}.", [ELDERS, SPOKESMAN]),
        (
            f"{{killed: Nine villagers}} fell. {ELDERS} maintain that only {{killed: four people}} died, {SPOKESMAN} not.",
            [None, ELDERS],
        ),
        (
            f"{{killed: Nine villagers}} fell. {ELDERS} maintain that {{killed: four people}} died, {SPOKESMAN} not.",
            [None, None],
        ),
        (f"{ELDERS} saw {{killed: six soldiers}} die, {SPOKESMAN} named {{killed: six soldiers}}.", [None, None]),
        (f"{ELDERS} saw {{killed: six soldiers}} die, {SPOKESMAN} claimed {{killed: four cooks}}.", [ELDERS, SPOKESMAN]),
        (f"{ELDERS} saw {{killed: six soldiers}} die, {SPOKESMAN} claimed {{killed: eight}}.", [ELDERS, SPOKESMAN]),
        (f"{ELDERS} saw {{killed: six soldiers}} die, {SPOKESMAN} claimed {{killed: eight}} more.", [None, None]),
        (
            f"{ELDERS} saw {{killed: six soldiers}} die. Later {SPOKESMAN} said that {{killed: nobody}} had.",
            [ELDERS, SPOKESMAN],
        ),
        (f"{ELDERS} saw {{killed: six soldiers}} die, {SPOKESMAN} named {{killed: a soldier}}.", [None, None]),
    ],
)
def test_the_word_of_a_party_is_no_part_of_what_others_count(marked: str, laid: list[str | None]) -> None:
    """A bare toll, and the number of who speaks for the doer, rival what others give; neither is a part."""
    document, rows = _read(marked)
    elders, spokesman = _speakers(document, ELDERS, SPOKESMAN)
    found = lay_rival_tolls(document.text, rows, (elders, replace(spokesman, role="claims")))
    assert [row.speaker for row in found] == laid


@pytest.mark.parametrize(
    ("behind", "first"),
    [
        (", according to the mayor", "the mayor"),
        (" in all, according to the mayor", "the mayor"),
        (". The mayor wept", "the rebels"),
    ],
)
def test_who_is_told_right_behind_a_number_counts_it(behind: str, first: str) -> None:
    """And not the group that claims the raid before it."""
    marked = (
        f"A raid claimed by the rebels left {{killed: 15 soldiers}} dead{behind}. The militia counts {{killed: 40 soldiers}}."
    )
    document, rows = _read(marked)
    speakers = tuple(
        replace(row, role="claims") if row.raw == "The militia" else row
        for row in _speakers(document, "the rebels", *(["the mayor"] if "the mayor" in behind else []), "The militia")
    )
    assert [row.speaker for row in lay_to_speakers(document.text, rows, speakers)] == [first, "The militia"]
