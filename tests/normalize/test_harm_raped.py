"""Rape is a type of act and no count of dead or wounded; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.raped import was_raped


@pytest.mark.parametrize(
    ("marked", "raped"),
    [
        ("They put 40 villagers to death. {killed: Six women} were raped.", True),
        ("They put 40 villagers to death. {injured: Six women} were raped before being let go.", True),
        ("The rebels raped {injured: nine women} and fled.", True),
        ("They killed six men, raped {injured: four women} and wounded two boys.", True),
        ("{killed: Two girls} were raped and a guard was killed.", True),
        ("{killed: At least sixty women} were subjected to gang rape by soldiers.", True),
        ("{killed: Sixty women} were subjected to sexual violence and then killed.", False),
        ("{killed: Six women} were raped and killed.", False),
        ("They raped {killed: three women} and then killed them.", False),
        ("They raped and killed {killed: three women}.", False),
        ("{injured: Two women} were raped and beaten.", False),
        ("They killed {killed: five men} and raped nine women.", False),
        ("{abducted: Two women} were raped.", False),
        ("A case was opened over the rape of {abducted: a girl} in Gao.", True),
        ("They are accused of the gang rape of {killed: at least 14 women}.", True),
        ("The rape of {injured: two girls} and the wounding of a guard is looked into.", True),
        ("The rape of two girls and the wounding of {injured: a guard} is looked into.", False),
        ("The rape of {abducted: a girl} who was abducted on Monday is looked into.", False),
        ("Over the rape of a nun they seized {abducted: nine men}.", False),
    ],
)
def test_who_was_raped_is_neither_dead_nor_wounded(marked: str, raped: bool) -> None:
    """Unless the same clause tells that they were killed or beaten, too."""
    document, (row,) = _read(marked)
    assert was_raped(document, row) == raped
    assert not was_raped(document, replace(row, score=None))
