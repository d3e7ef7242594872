"""Parts told by the words behind them, names of a number, and bodies left behind; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.edges import trim_edges
from crossread.normalize.harm.of_them import mark_listed_names, mark_of_them, settle_left_bodies
from crossread.records import Actor, Claim, Document


@pytest.mark.parametrize(
    ("marked", "rows"),
    [
        ("{killed: Ten monks}, {killed: two elderly abbots among them}, were shot.", [("killed", None), ("killed", 0)]),
        ("They killed {killed: ten people} in Gao, {killed: four children} among them.", [("killed", None), ("killed", 0)]),
        ("They hurt {injured: ten people} ({killed: four children} among them).", [("injured", None), ("injured", 0)]),
        (
            "{killed: Three rebels} died and {injured: five guards}, {injured: one of them} {killed: an officer}, were hurt.",
            [("killed", None), ("injured", None), ("injured", 1)],
        ),
        # no part: more than the number, a fate of their own, a clause of their own
        ("{killed: Two men}, {injured: three women among them}, were hit.", [("killed", None), ("injured", None)]),
        ("{killed: Ten men} were killed, {injured: four children} among them hurt.", [("killed", None), ("injured", None)]),
        ("{killed: Ten men} fell and {injured: four children} among them wept.", [("killed", None), ("injured", None)]),
        ("{killed: Ten men} fell in Gao. He had {killed: a son} among them.", [("killed", None), ("killed", None)]),
        ("{killed: Ten men} fell, {killed: four children} in Gao.", [("killed", None), ("killed", None)]),
    ],
)
def test_who_is_among_those_told_before(marked: str, rows: list[tuple[str, int | None]]) -> None:
    """They are part of the last number of the sentence, and share its fate."""
    document, told = _read(marked)
    assert [(row.effect, row.part_of) for row in mark_of_them(document.text, told)] == rows


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("{killed: Four guards}, {killed: Ali Ba}, Omar Sy, {killed: Issa Keita} and Bilal Ag Ali, were killed.", [None, 0, 0]),
        ("{killed: Three guards} (Sergeant Ali Ba, {killed: Corporal Omar Sy} and Private Issa Keita) were killed.", [None, 0]),
        ("{killed: Two guards} – {killed: Naik Ali Ba} (age 22) and {killed: Sepoy Omar Sy} – fell.", [None, 0, 0]),
        ("{killed: Four guards}, {killed: Ali Ba} and {killed: Omar Sy} were killed.", [None, None, None]),
        ("{killed: Three guards}, {killed: a policeman} and {killed: a driver} were killed.", [None, None, None]),
        ("{killed: Two guards} of Ali Ba and {killed: Omar Sy} were killed.", [None, None]),
    ],
)
def test_as_many_names_as_the_number_are_its_people(marked: str, parts: list[int | None]) -> None:
    """Also where some of the names have no row; fewer names may be others."""
    document, told = _read(marked)
    assert [row.part_of for row in mark_listed_names(document.text, told)] == parts


def _claim(document: Document, **more: object) -> Claim:
    fields = {"type": "armed_attack", "scope": "incident", "status": "accomplished", "stance": "asserted"}
    return Claim(id="clm_1", document_id=document.id, trigger=document.quote(0, 6), **fields, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Rebels came and withdrew leaving {killed: four bodies}.", "rebel_group"),
        ("Rebels were repelled and left behind {killed: four corpses}.", "rebel_group"),
        ("Rebels came, leaving {killed: four bodies} in the street.", "civilians"),
        ("Rebels withdrew leaving {killed: four guards} dead.", "civilians"),
    ],
)
def test_bodies_left_behind_are_those_of_who_withdrew(marked: str, kind: str) -> None:
    """So that nobody else's dead are among them; what a person says (no score) stays."""
    document, rows = _read(marked)
    doer = Actor(role="perpetrator", raw="Rebels", name=None, type="rebel_group", evidence=(document.quote(0, 6),), score=0.9)
    claim = _claim(document, actors=(doer,), harm=tuple(rows), score=0.9)
    assert [row.group_type for row in settle_left_bodies(document, claim, rows)] == [kind]
    by_hand = [replace(row, score=None) for row in rows]
    assert settle_left_bodies(document, claim, by_hand) == by_hand


@pytest.mark.parametrize(
    ("marked", "raw"),
    [
        ("Three died: {killed: three guards (Sergeant Ali Ba}, Omar Sy and Issa Keita).", "three guards"),
        ("Three died: {killed: three guards (Ali Ba among them)}.", "three guards (Ali Ba among them)"),
        ("Three died: {killed: three guards (one aged 20)}.", "three guards (one aged 20)"),
    ],
)
def test_a_list_of_names_cut_off_is_no_part_of_the_number(marked: str, raw: str) -> None:
    """ "Three guards (Sergeant Ali Ba" is three guards."""
    document, rows = _read(marked)
    assert [row.raw for row in trim_edges(document, _claim(document, harm=tuple(rows))).harm] == [raw]
