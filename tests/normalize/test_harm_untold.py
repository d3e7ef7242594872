"""Words that count nobody; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.untold import counts_nobody_known


@pytest.mark.parametrize(
    ("marked", "nobody"),
    [
        ("It remains unclear if the strike caused {casualties: any casualties}.", True),
        ("It is unclear if the blaze, which lit the port, has caused {casualties: any casualties}.", True),
        ("It is unclear who lit the fire, which caused {casualties: casualties} in the port, on Monday.", False),
        ("There was no word on {casualties: casualties}.", True),
        ("The mayor could not say whether {casualties: anyone} was hurt.", True),
        ("{casualties: The number of casualties} is not yet known.", True),
        ("There were no reports of {casualties: casualties}.", False),
        ("It is unclear who fired, but {casualties: civilian casualties} were seen.", False),
        ("It is unclear how {killed: 14 people} died.", False),
        ("It is not clear whether {killed: the rebel commander} was killed in the raid.", True),
        ("Officials could not say if {injured: the driver} had been hurt.", True),
        ("It is unlikely that {killed: the commander} was killed.", True),
        ("It is not clear whether {killed: the commander} was shot before he was killed.", False),
        ("It is not clear whether the army or rebels shelled the camp where {killed: the boys} were killed.", False),
        ("{killed: The commander} may have been killed in the raid.", False),
        ("It is clear that {killed: the commander} was killed.", False),
        ("The wounded men were among {injured: 45 soldiers} on patrol.", True),
        ("A clerk was among {injured: the 15 wounded}.", False),
        ("A clerk was among {killed: six men} killed at the ford.", False),
        ("The raiders held off {detained: police} for hours.", True),
        ("The raiders held off police and {detained: troops} for hours.", True),
        ("The raiders held off the guards and shot {killed: troops}.", False),
        ("{casualties: The attackers} fled into the hills.", True),
        ("{killed: The attackers} were shot as they fled.", False),
        ("{killed: Issa Ba} lost his wife and two sons.", True),
        ("{killed: A baker}, 54, has lost three of his cousins.", True),
        ("{killed: A baker} has lost both daughters.", True),
        ("{killed: Issa Ba} lost his life.", False),
        ("Issa Ba lost {killed: his wife}.", False),
        ("{injured: Issa Ba} lost a leg and his daughter two fingers.", False),
        ("{injured: The attackers} fled with wounds.", False),
        ("Most were traders with {casualties: no link to either side}.", True),
        ("They were boys with {casualties: no proven ties} to the rebels.", True),
        ("The strike had {casualties: no casualties} on either side.", False),
        ("{casualties: No injuries to the links} were told.", False),
        ("Police held six men; {detained: four others} escaped.", True),
        ("Police held six men and named {detained: 15 others} as wanted.", True),
        ("Police held six men, while {detained: two} are still at large.", True),
        ("{detained: Four men} escaped from prison.", False),
        ("{detained: Four men} were held as they fled.", False),
        ("{detained: The gunman} fled but has since been arrested.", False),
        ("{abducted: Four men} escaped after a week.", False),
        ("{killed: Villagers} fled into the hills.", False),
    ],
)
def test_words_that_tell_no_harm_count_nobody(marked: str, nobody: bool) -> None:
    """Not known, only there, held off or gone; what the sentence does tell of harm stays."""
    document, rows = _read(marked)
    assert counts_nobody_known(document, rows[0]) == nobody


def test_what_a_person_coded_stays() -> None:
    document, (row,) = _read("There was no word on {casualties: casualties}.")
    assert not counts_nobody_known(document, replace(row, score=None))
