"""Numbers of burnt and damaged things, and of people taken; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.telegraphic import settle_telegraphic
from crossread.normalize.harm.things import are_things, counts_things


@pytest.mark.parametrize(
    ("marked", "things"),
    [
        ("Nine lorries were torched, {injured: 13 others} and five motorcycles damaged.", True),
        ("Nine huts were burnt, {killed: 20 others} looted and six people killed.", True),
        ("Six huts were burnt; {injured: twelve more} were badly damaged.", True),
        ("Six huts were burnt and {killed: three others} razed.", True),
        ("Six were killed and {killed: three others} were burnt to death.", False),
        ("Six huts were burnt and {injured: 13 others} were injured.", False),
        ("{killed: Twelve traders} looted of their goods died.", False),
        ("{injured: 13 others} and five women damaged by the blast.", False),
    ],
)
def test_what_is_burnt_or_looted_is_no_harm_to_people(marked: str, things: bool) -> None:
    """A bare number or one with "others" before such a participle; named people stay, and so do those burnt to death."""
    document, rows = _read(marked)
    assert counts_things(document, rows[0]) == things
    assert not counts_things(document, replace(rows[0], score=None))


@pytest.mark.parametrize(
    ("marked", "effect"),
    [
        ("At least 12 raiders are killed and {injured: 20} captured.", "detained"),
        ("Three died and {killed: seven} arrested at the ford.", "detained"),
        ("Two were killed, {injured: one} kidnapped and three hurt.", "abducted"),
        ("A clash killed {killed: 20} captured fighters.", "killed"),
        ("Two died and {injured: 20 raiders} captured the ford.", "injured"),
    ],
)
def test_a_participle_behind_a_bare_number_is_its_effect(marked: str, effect: str) -> None:
    """Not one that goes on to its noun, and not the verb of people."""
    document, rows = _read(marked)
    assert settle_telegraphic(document, rows[0]).effect == effect


@pytest.mark.parametrize(
    ("marked", "things"),
    [
        ("Raiders burned 14 huts on 3 May. Others put the figure at {killed: 20}.", True),
        ("Raiders drove off 140 head of cattle in May. A chief gave the number as {killed: 200}.", True),
        ("Raiders stole 140 camels. Their owner spoke of {abducted: 200}.", True),
        ("Raiders stole 140 camels. Herders said {abducted: about 200} had been taken.", True),
        ("Raiders shot nine men and burned 14 huts. The mayor said the number was {killed: 20}.", True),
        ("The army fired 30 rockets; the rebels put the number at {killed: 50}.", True),
        ("Raiders burned 14 huts and shot nine men. Others put the figure at {killed: 20}.", False),
        ("Raiders shot nine men. Others put the figure at {killed: 20}.", False),
        ("Raiders burned 14 huts. Others put the number of dead at {killed: 20}.", False),
        ("Raiders burned 14 huts. The toll rose to {killed: 20}.", False),
        ("Raiders burned 14 huts. Nobody put the figure at {killed: 20 dead} before.", False),
        ("Raiders burned 14 huts. They killed nine. Others put the figure at {killed: 20}.", False),
        ("Raiders stole 140 camels. Herders said {killed: 20} had been killed.", False),
    ],
)
def test_the_figure_is_of_what_was_counted_last(marked: str, things: bool) -> None:
    """Dates are no numbers of anything."""
    document, rows = _read(marked)
    assert counts_things(document, rows[-1]) == things
    assert not counts_things(document, replace(rows[-1], score=None))


@pytest.mark.parametrize(
    ("marked", "things"),
    [
        ("Raiders burned huts in Oro. A chief put the number of huts at {killed: 20}.", True),
        ("Raiders shot nine men. A chief put the number of huts burned at {killed: 20}.", True),
        ("Raiders stole cattle. Herders put the number of cows at {killed: 300}.", True),
        ("Raiders stormed Oro. Police put the number of attackers at {killed: 40}.", True),
        ("Raiders looted Oro. A trader put the value of the stolen goods at {killed: 40}.", True),
        ("Raiders burned many huts. Residents gave the figure as {killed: 20}.", True),
        ("Raiders burned huts in Oro. Residents gave the figure as {killed: 20}.", True),
        ("Raiders stormed Oro. Police put the number of attackers killed at {killed: 40}.", False),
        ("Raiders stormed Oro. Police put the number of villagers at {killed: 40}.", False),
        ("Raiders killed men and burned huts. Residents gave the figure as {killed: 20}.", False),
        ("Raiders stormed Oro. Residents gave the figure as {killed: 20}.", False),
        ("The army put its losses at {killed: ten}.", False),
    ],
)
def test_a_number_of_things_counts_nobody(marked: str, things: bool) -> None:
    """Nor does that of those who came; of those of them who were killed it does."""
    document, rows = _read(marked)
    assert counts_things(document, rows[-1]) == things


@pytest.mark.parametrize(
    ("marked", "things"),
    [
        ("{killed: Two pick-ups} fell into our hands.", True),
        ("{killed: three army tanks} were hit.", True),
        ("{detained: two men with weapons} were held.", False),
        ("{killed: two villagers} died.", False),
    ],
)
def test_counted_things_are_no_people(marked: str, things: bool) -> None:
    """Their own words count things alone."""
    assert are_things(_read(marked)[1][0]) == things
