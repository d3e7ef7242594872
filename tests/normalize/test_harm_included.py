"""Who is told as included in a number is part of it, and suffered what it tells."""

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.group import group_words
from crossread.normalize.harm.included import find_whole, with_effect_of_whole
from crossread.normalize.harm.of_claim import rows_of_claim
from crossread.records import Claim, Document, Harm


def rows(text: str, *told: tuple[str, str]) -> tuple[Document, list[Harm]]:
    document = Document(id="doc_1", text=text)
    found = []
    for raw, effect in told:
        evidence = document.quote(text.index(raw), text.index(raw) + len(raw))
        count = parse_count(raw)
        found.append(Harm(effect=effect, raw=raw, group=None, group_type="unknown", count=count, evidence=(evidence,)))
    return document, found


@pytest.mark.parametrize(
    ("text", "whole", "part", "effect"),
    [
        ("Thousands fled Leer. Among those who fled were some 240 nurses.", "Thousands", "240 nurses", "displaced"),
        ("Gunmen killed 12 people. Among the dead was a nurse.", "12 people", "a nurse", "killed"),
        (
            "Police arrested 30 activists who had refused to leave the camp that they had held since May, including a man.",
            "30 activists",
            "a man",
            "detained",
        ),
        ("Shells fell, 7 killed (incl. 1 teacher), 15 wounded.", "7 killed", "1 teacher", "killed"),
        (
            "Of the ten people killed when a bomb went off in a bus on Monday, three were children.",
            "ten people",
            "three",
            "killed",
        ),
        ("Of the 14 villagers who were shot dead, six were women and two were children.", "14 villagers", "two", "killed"),
        ("Among the ten people killed in a bus on Monday were three children.", "ten people", "three children", "killed"),
    ],
)
def test_what_is_included_is_part_of_the_number_before(text: str, whole: str, part: str, effect: str) -> None:
    document, found = rows(text, (whole, effect), (part, effect))
    assert find_whole(document, found, 1, "en") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 30 activists. Gunmen took others, including 40 men.",
        "Police arrested 30 activists, and 40 men were held elsewhere.",
    ],
)
def test_what_is_told_apart_or_larger_is_no_part(text: str) -> None:
    document, found = rows(text, ("30 activists", "detained"), ("40 men", "detained"))
    assert find_whole(document, found, 1, "en") is None


def test_another_number_than_that_of_the_dead_is_no_part() -> None:
    """The twelve are no part of ten, and what follows the clause is another one's."""
    document, found = rows(
        "Of the ten people killed on Monday, twelve were guards.", ("ten people", "killed"), ("twelve", "killed")
    )
    assert find_whole(document, found, 1, "en") is None
    text = "Of the ten people killed on Monday, none has been named, and gunmen shot three."
    document, found = rows(text, ("ten people", "killed"), ("three", "killed"))
    assert find_whole(document, found, 1, "en") is None


def test_the_included_suffered_what_their_number_did_if_only_one_thing_is_told() -> None:
    text = "Police arrested 30 activists, including a man who climbed a roof."
    document, found = rows(text, ("30 activists", "detained"), ("a man", "killed"))
    assert [row.effect for row in with_effect_of_whole(document, found, "en")] == ["detained", "detained"]
    text = "Police arrested 30 activists and wounded nine, including a man who climbed a roof."
    document, found = rows(text, ("30 activists", "detained"), ("nine", "injured"), ("a man", "killed"))
    assert [row.effect for row in with_effect_of_whole(document, found, "en")] == ["detained", "injured", "killed"]
    text = "Police arrested 30 activists. A man died."
    document, found = rows(text, ("30 activists", "detained"), ("A man", "killed"))
    assert with_effect_of_whole(document, found, "en")[1].effect == "killed"


def test_those_out_of_the_last_number_suffered_what_it_did() -> None:
    text = "Forces killed a man and injured 110 people, of whom 41 by live fire."
    document, found = rows(text, ("a man", "killed"), ("110 people", "injured"), ("41", "killed"))
    settled = with_effect_of_whole(document, found, "en")
    assert [row.effect for row in settled] == ["killed", "injured", "injured"]
    assert find_whole(document, settled, 2, "en") == 1
    text = "Forces killed a man and injured 110 people, of whom 41 died."
    document, found = rows(text, ("a man", "killed"), ("110 people", "injured"), ("41", "killed"))
    assert with_effect_of_whole(document, found, "en")[2].effect == "killed"


@pytest.mark.parametrize(
    ("raw", "group"),
    [
        ("many deaths", None),
        ("70 dead", None),
        ("those who died", None),
        ("more than 1,400 political arrests", None),
        ("All on board the aircraft", "people on board"),
        ("seven Taliban deaths", "Taliban"),
        ("two wounded soldiers", "soldiers"),
        ("No injuries or deaths", None),
        ("ten deaths or", None),
        ("no casualties or damage", None),
        ("six die", None),
        ("three miners die", "miners"),
        ("at least 24 militants during two", "militants"),
        ("12 miners or more", "miners"),
        ("men and women", "men and women"),
        ("two people displaced by the war", "people displaced by the war"),
    ],
)
def test_what_happened_to_people_is_not_who_they_are(raw: str, group: str | None) -> None:
    assert group_words(raw) == group


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Police killed 56 men and arrested 158 more, including the group's head, on Monday.", "detained"),
        ("Police killed 56 men and arrested 158 more, including an imam who died in jail.", "killed"),
        ("Police killed 56 men and arrested 158 more. They shot an imam.", "killed"),
    ],
)
def test_who_is_included_right_behind_a_number_is_of_it(text: str, effect: str) -> None:
    """Also where the sentence tells other effects, unless the clause goes on with his own fate."""
    raw = next(words for words in ("the group's head", "an imam") if words in text)
    document, found = rows(text, ("56 men", "killed"), ("158 more", "detained"), (raw, "killed"))
    assert [row.effect for row in with_effect_of_whole(document, found, "en")] == ["killed", "detained", effect]


@pytest.mark.parametrize(
    ("raw", "left"), [("incl.", 2), ("incl", 2), ("including", 2), ("incl. a teacher", 3), ("a teacher", 3)]
)
def test_the_word_that_includes_is_nobody_itself(raw: str, left: int) -> None:
    text = f"Gunmen shot 5 villagers, {raw} and 2 herders."
    document, found = rows(text, ("5 villagers", "killed"), (raw, "killed"), ("2 herders", "killed"))
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(7, 11),
        score=0.9,
        harm=tuple(replace(row, score=0.9, count=None) for row in found),
    )
    made = rows_of_claim(document, claim, language="en", kind_of=lambda group, row: "civilians")
    assert len(made) == left


@pytest.mark.parametrize(
    "marked",
    [
        "{killed: Three people} were killed and {injured: eleven} wounded, among them {killed: four children}, in Gao.",
        "{killed: Two people} died and {injured: 15} were injured in Gao, including {killed: five children}.",
        "{killed: Ten people} died and {injured: dozens} were injured, including {killed: five children}.",
        "{killed: Three people} were killed and {injured: eleven} wounded, {killed: four of them} children.",
        "{injured: Nine people} were hurt and {killed: six} killed, including {injured: a clerk}.",
    ],
)
def test_the_last_of_several_numbers_has_the_included(marked: str) -> None:
    """Whatever befell the others."""
    document, rows = _read(marked)
    found = with_effect_of_whole(document, rows, "en")
    assert (found[2].effect, find_whole(document, found, 2, "en")) == (rows[1].effect, 1)


@pytest.mark.parametrize(
    "marked",
    [
        "{killed: Seven people} died and {injured: 20} were hurt, including {killed: four children} who died later.",
        "{killed: Seven people} died and {injured: two} were hurt, including {killed: four children}.",
        "{killed: Seven people} died and {injured: 20} were hurt in Gao and in Kidal, including {killed: four children}.",
        "{killed: Seven people} died and {injured: 20} were hurt; including {killed: four children}.",
        "{killed: Seven people} died and {injured: 20} were hurt, {killed: a clerk} said.",
        "{killed: Seven people} died and {injured: 20} were hurt, {killed: four of them} killed on the spot.",
    ],
)
def test_not_where_their_own_fate_is_told(marked: str) -> None:
    """Nor where they are more, or where others may be meant."""
    document, rows = _read(marked)
    assert with_effect_of_whole(document, rows, "en")[2].effect == "killed"
