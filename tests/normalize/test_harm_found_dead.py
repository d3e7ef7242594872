"""Somebody kidnapped and found dead is one act with both rows; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_missing import _claim
from test_harm_tellings import _read

from crossread.normalize.harm.both import tell_both
from crossread.normalize.harm.found_dead import join_found_dead

BOTH = ["abducted", "killed"]
FIND = "{abducted: The kidnapped prefect of Ber} was found dead on Wednesday. "
TAKING = "{abducted: Oumar Sy}, 44, was kidnapped at home on Sunday by men on motorcycles."


@pytest.mark.parametrize(
    "marked",
    [
        "{killed: The prefect of Ber} was found dead on Wednesday, three days after he was kidnapped.",
        "{killed: Two clerks} were later found murdered near Ber after being abducted by raiders.",
        "{killed: The prefect}, 44, has been found dead, a week after his abduction from a market.",
        "{killed: Oumar Sy}, a kidnapped poet and teacher, is found dead in Ber.",
        "{abducted: A lawyer} who was kidnapped on Sunday by raiders was found dead on Wednesday.",
        "{killed: A lawyer}, who was abducted in May, had been found shot dead.",
        FIND,
        "The body of {abducted: a kidnapped priest} was found in a well.",
        "The bodies of {killed: two kidnapped priests} have been discovered in a well.",
    ],
)
def test_who_is_kidnapped_and_found_dead_has_both_rows(marked: str) -> None:
    """Whichever of the two the extractor told."""
    document, rows = _read(marked)
    assert sorted(row.effect for row in tell_both(document, rows)) == BOTH


@pytest.mark.parametrize(
    "marked",
    [
        "{killed: The prefect} was found dead on Wednesday, a day after his son was kidnapped.",
        "{killed: The prefect} was found dead on Wednesday. A judge was kidnapped on Sunday.",
        "{killed: The prefect} was found dead after the attack on the town, in which two were kidnapped.",
        "{killed: A guard}, 44, was shot, and a kidnapped priest was found dead.",
        "{killed: A guard}, and a kidnapped priest, were sick; they were found dead.",
        "{abducted: A priest}, 39, was kidnapped on Sunday, and his driver was found dead.",
        "{abducted: A kidnapped priest} was found alive on Wednesday.",
        "The car of {abducted: a kidnapped priest} was found in a well.",
    ],
)
def test_near_words_give_no_second_row(marked: str) -> None:
    """Somebody else who was taken or found, or a find of something else."""
    document, rows = _read(marked)
    assert len(tell_both(document, rows)) == 1


def test_the_find_goes_to_the_kidnapping_told_further_on() -> None:
    """One claim of the kidnapping's own trigger, with the find as a telling of it and both rows."""
    document, rows = _read(FIND + TAKING)
    find, taking = (_claim(document, "abduction", [row]) for row in rows)
    (claim,) = join_found_dead(document, [find, taking])
    assert claim.id == taking.id
    assert claim.trigger == taking.trigger
    assert find.trigger in claim.retellings
    assert [row.effect for row in claim.harm] == BOTH


@pytest.mark.parametrize(
    "marked",
    [
        "{abducted: The prefect of Ber} was found dead on Wednesday. " + TAKING,
        "{abducted: The kidnapped prefect} was released on Wednesday. " + TAKING,
        FIND + "{abducted: Two clerks} were kidnapped on Sunday.",
        FIND + "{killed: Oumar Sy} was shot on Sunday.",
        "{abducted: Two kidnapped clerks} were found dead. " + TAKING,
    ],
)
def test_others_who_were_taken_stay_apart(marked: str) -> None:
    """Not called kidnapped, not found dead, not one by name: two claims."""
    document, rows = _read(marked)
    claims = [_claim(document, "abduction", [row]) for row in rows]
    assert join_found_dead(document, claims) == claims


def test_a_third_kidnapping_leaves_open_whose_find_it_is() -> None:
    """Two that it could be of: all stay."""
    document, rows = _read(FIND + TAKING + " {abducted: Awa Sow} was kidnapped the same day.")
    claims = [_claim(document, "abduction", [row]) for row in rows]
    assert join_found_dead(document, claims) == claims


def test_what_people_say_stays() -> None:
    """A claim without a score is somebody's word."""
    document, rows = _read(FIND + TAKING)
    find, taking = (_claim(document, "abduction", [row]) for row in rows)
    for claims in ([replace(find, score=None), taking], [find, replace(taking, score=None)]):
        assert join_found_dead(document, claims) == claims


def test_a_killing_that_only_tells_the_find_is_no_claim_of_its_own() -> None:
    """Its words stand in the sentence of the one kidnapped, and it counts nobody."""
    document, rows = _read(
        "{killed: A lawyer} who was kidnapped on Sunday was found dead on Wednesday. A judge was found dead."
    )
    taking = _claim(document, "abduction", rows)
    for at, left in ((document.text.index("found dead"), 1), (document.text.rindex("found dead"), 2)):
        find = replace(taking, id="clm_find", type="killing", harm=(), trigger=document.quote(at, at + len("found dead")))
        assert len(join_found_dead(document, [taking, find])) == left
