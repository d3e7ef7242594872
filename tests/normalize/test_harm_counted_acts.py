"""Acts, animals and "no injuries" among the rows of harm; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.animals import with_animals_as_objects, without_animals
from crossread.normalize.harm.counted_acts import settle_counted_acts
from crossread.normalize.harm.uninjured import settle_uninjured
from crossread.records import Actor, Claim


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("It counted {killed: 44 killings} affecting {killed: 61 men} and {abducted: six women}.", ["killed", "killed"]),
        ("It counted {abducted: nine abductions} of {killed: 20 boys}, {abducted: four girls} and a priest.", ["abducted"] * 2),
        ("It counted {killed: 44 killings} and {abducted: nine abductions} in May.", ["killed", "abducted"]),
        ("It counted {killed: 44 killings}. Of these, {killed: 20 men} died in Gao.", ["killed", "killed"]),
        ("It counted {killed: 44 killings} affecting trade, and {injured: six men} were hurt.", ["killed", "injured"]),
        ("It counted {killed: 44 killings} affecting {killed: 61 men}; {injured: six women} were hurt.", ["killed", "injured"]),
        ("It counted {killed: 44 men} with {killed: six women}.", ["killed", "killed"]),
    ],
)
def test_acts_are_no_people_where_the_people_are_told(marked: str, left: list[str]) -> None:
    document, rows = _read(marked)
    assert [row.effect for row in settle_counted_acts(document, tuple(rows))] == left
    people = tuple(replace(row, score=None) for row in rows)
    assert settle_counted_acts(document, people) == people


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("{killed: Two boys and a goat} died.", "Two boys"),
        ("{killed: A goat and two boys} died.", "two boys"),
        ("{killed: Three herders, and 40 head of cattle} died.", "Three herders"),
        ("{killed: Two boys and a goat herder} died.", "Two boys and a goat herder"),
        ("{killed: Two boys and a girl} died.", "Two boys and a girl"),
        ("{killed: A goat and a cow} died.", "A goat and a cow"),
    ],
)
def test_animals_beside_people_are_nobody(marked: str, words: str) -> None:
    document, rows = _read(marked)
    (row,) = without_animals(document, tuple(rows))
    assert (row.raw, row.evidence[0].quote) == (words, words)
    coded = (replace(rows[0], score=None),)
    assert without_animals(document, coded) == coded


def test_an_animal_is_what_was_hit() -> None:
    document, _ = _read("A mine killed a boy, his goat and a goat herder.")

    def actor(words: str, score: float | None = 0.9) -> Actor:
        at = document.text.index(words)
        quote = document.quote(at, at + len(words))
        return Actor(role="victim", raw=words, name=None, type="civilians", evidence=(quote,), score=score)

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(2, 6),
        actors=(actor("boy"), actor("goat"), actor("goat herder"), actor("goat", None)),
        score=0.9,
    )
    made = with_animals_as_objects(document, claim)
    assert [row.role for row in made.actors] == ["victim", "target", "victim", "victim"]


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("{casualties: No injuries} to {casualties: our forces} were told.", [("injured", "No injuries to our forces")]),
        ("There were {incapacitated: no injuries}.", [("injured", "no injuries")]),
        ("There were {casualties: no injuries among the crew}.", [("injured", "no injuries among the crew")]),
        ("There were {casualties: no injuries or deaths}.", [("casualties", "no injuries or deaths")]),
        ("There were {casualties: no injuries} or deaths.", [("casualties", "no injuries")]),
        ("There were {casualties: no casualties}.", [("casualties", "no casualties")]),
        (
            "There were {casualties: no injuries}. {killed: Our forces} fell.",
            [("injured", "no injuries"), ("killed", "Our forces")],
        ),
    ],
)
def test_no_injuries_are_no_injured(marked: str, told: list[tuple[str, str]]) -> None:
    document, rows = _read(marked)
    assert [(row.effect, row.raw) for row in settle_uninjured(document, tuple(rows))] == told
    people = tuple(replace(row, score=None) for row in rows)
    assert settle_uninjured(document, people) == people
