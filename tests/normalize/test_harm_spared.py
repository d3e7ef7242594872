"""People of whom none came to harm; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.spared import settle_spared


def _settled(marked: str) -> list[tuple[str, int | None]]:
    document, read = _read(marked)
    rows = settle_spared(document, read)
    return [(row.effect, (row.count or parse_count(row.raw)).low) for row in rows]


@pytest.mark.parametrize(
    ("marked", "rows"),
    [
        ("{injured: None of the 40 travellers} was hurt.", [("injured", 0)]),
        ("None of the {killed: 40 recruits} were killed.", [("killed", 0)]),
        ("{injured: No one among the 40 travellers} was killed or wounded.", [("casualties", 0)]),
        ("None of its {killed: nine guards} died.", [("killed", 0)]),
        ("Not one of the {injured: 40 pupils} has been injured.", [("injured", 0)]),
        ("Rebels shelled the post without hurting any of its {injured: 40 guards}.", [("casualties", 0)]),
        ("There were {casualties: no casualties} among {killed: the crew of 18}.", [("casualties", 0)]),
        ("No injuries were reported among the {injured: 18 sailors}.", [("casualties", 0)]),
        ("{casualties: The crew of 18} was {casualties: unharmed}.", [("casualties", 0)]),
        ("{casualties: All 18 sailors} are safe.", [("casualties", 0)]),
        ("{killed: All 18 sailors} were reported safe and well, the owner said.", [("casualties", 0)]),
        ("{casualties: All 18 sailors} survived.", [("killed", 0)]),
        ("{injured: Two sailors} who were standing on the deck were not injured.", [("casualties", 0)]),
        ("{injured: Two sailors} and a boy who were with him were not hurt.", [("casualties", 0)]),
        ("Men fired at {injured: two guards}. {injured: Neither of the two guards} was hurt.", [("casualties", 0)]),
    ],
)
def test_their_number_is_none_of_the_harmed(marked: str, rows: list[tuple[str, int]]) -> None:
    """Zero, once, whether the words stand before the people, behind them or in the next sentence."""
    assert _settled(marked) == rows


@pytest.mark.parametrize(
    ("marked", "rows"),
    [
        ("{injured: None of the 40 travellers} was seriously hurt.", [("injured", 40)]),
        ("None of the {abducted: 40 hostages} has been released.", [("abducted", 40)]),
        ("{abducted: All 40 pupils} are safe.", [("abducted", 40)]),
        ("None of the {killed: 40 dead} was armed.", [("killed", 40)]),
        ("Men killed {killed: two guards}. None of the travellers was hurt.", [("killed", 2)]),
        ("Men shot {injured: two guards}. Neither was killed.", [("injured", 2)]),
        ("{injured: Three sailors} survived with burns.", [("injured", 3)]),
        ("{injured: Three sailors} who were on the deck were not seriously injured.", [("injured", 3)]),
        ("{killed: Three sailors} who were on the deck were killed; the cook was not injured.", [("killed", 3)]),
        ("{killed: Nine guards} were killed, none of the travellers.", [("killed", 9)]),
        ("{injured: Nine guards} were safely taken to hospital.", [("injured", 9)]),
    ],
)
def test_who_was_harmed_is_counted(marked: str, rows: list[tuple[str, int]]) -> None:
    """ "Seriously" leaves lesser wounds open, and captives are held whether safe or not."""
    assert _settled(marked) == rows
