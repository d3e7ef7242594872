"""One person under two effects, and people who were only present; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.harm.sentence import was_only_there
from crossread.normalize.harm.twice import drop_told_twice, settle_all_hit
from crossread.records import Count, Document, Harm, document_id


def _rows(text: str, *told: tuple[str, str]) -> tuple[Document, list[Harm]]:
    """A document and a row of one person for each effect and its words, looked for from the last words on."""
    made = document_id(text, source=None, external_id=None, published=None)
    document = Document(id=made, text=text, external_id=None, title=None, published=None, language="en")
    one, rows, at = Count(low=1, high=1, qualifier="exact"), [], 0
    for effect, words in told:
        at = text.index(words, at)
        evidence = (document.quote(at, at + len(words)),)
        rows.append(Harm(effect=effect, raw=words, group=None, group_type="civilians", count=one, evidence=evidence, score=0.9))
    return document, rows


@pytest.mark.parametrize(
    ("text", "told", "left"),
    [
        (
            "The raid killed the elder Moussa Diallo. Diallo was hit in the neck.",
            (("killed", "the elder Moussa Diallo"), ("injured", "Diallo")),
            ["killed"],
        ),
        (
            "Moussa Diallo died in the raid. Awa Diallo was hit in the neck.",
            (("killed", "Moussa Diallo"), ("injured", "Awa Diallo")),
            ["killed", "injured"],
        ),
        (
            "A 17-year-old died in Gao. The 17-year-old was first brought to a clinic.",
            (("killed", "A 17"), ("injured", "The 17")),
            ["killed"],
        ),
        (
            "A 17-year-old died in Gao. A 17-year-old was hit in Kidal.",
            (("killed", "A 17"), ("injured", "A 17-year-old was hit"[:4])),
            ["killed", "injured"],
        ),
    ],
)
def test_who_died_is_not_wounded_besides(text: str, told: tuple[tuple[str, str], ...], left: list[str]) -> None:
    """The wounded who is told dead by the same name, or pointed at by the same age, gives the dead a second quote."""
    document, rows = _rows(text, *told)
    kept = drop_told_twice(document.text, rows)
    assert [row.effect for row in kept] == left
    assert sum(len(row.evidence) for row in kept) == len(rows)


@pytest.mark.parametrize(
    ("text", "only_there"),
    [
        ("Around 50 people were in the bar when the shots fell.", True),
        ("Around 50 people were in the bar and hurt by splinters.", False),
        ("Around 50 people in the bar were killed.", False),
        ("Around 50 people were in a critical condition.", False),
        ("Around 50 people were inside when it went off.", True),
        ("Around 50 people were working at the mill at the time.", True),
        ("The police said there were Around 50 people in the building.", True),
        ("It had Around 50 people on board.", True),
        ("It had Around 50 people on board. All of them died.", False),
        ("There were Around 50 people killed in the building.", False),
        ("There were Around 50 people trapped in the building.", False),
        ("Around 50 people were working to save the wounded.", False),
        ("It had Around 50 people on board and two were hurt.", False),
    ],
)
def test_the_present_are_not_the_harmed(text: str, only_there: bool) -> None:
    """Of people of whom it is only told where they were, nobody is known to be hurt."""
    document, rows = _rows(text, ("injured", "Around 50 people"))
    assert was_only_there(document.text, rows[0], language="en") == only_there


@pytest.mark.parametrize(
    ("words", "hurt", "effect"),
    [
        ("four victims", 3, "casualties"),
        ("four victims", 2, "injured"),
        ("four guards", 3, "injured"),
        ("four others", 3, "injured"),
    ],
)
def test_all_who_were_hit_are_no_further_wounded(words: str, hurt: int, effect: str) -> None:
    """The dead and the wounded together, counted as victims, are casualties; guards, or others, are people of their own."""
    _, rows = _rows(
        f"One died and the rest were wounded. Medics had found {words}.",
        ("killed", "One"),
        ("injured", "the rest"),
        ("injured", words),
    )
    counts = [Count(low=number, high=number, qualifier="exact") for number in (1, hurt, 4)]
    told = [replace(row, count=count) for row, count in zip(rows, counts, strict=True)]
    assert [row.effect for row in settle_all_hit(told)] == ["killed", "injured", effect]
