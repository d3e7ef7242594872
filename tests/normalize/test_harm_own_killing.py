"""Whom a speaker's side says it killed are no part of those whom the act killed, whatever the numbers make."""

from __future__ import annotations

import pytest

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.parts import mark_two_groups
from crossread.records import Document, Harm


def parts(text: str, *told: tuple[str, str]) -> list[int | None]:
    document = Document(id="doc_1", text=text)
    rows = []
    for raw, kind in told:
        evidence = document.quote(text.index(raw), text.index(raw) + len(raw))
        rows.append(Harm(effect="killed", raw=raw, group=None, group_type=kind, count=parse_count(raw), evidence=(evidence,)))
    return [row.part_of for row in mark_two_groups(text, rows)]


@pytest.mark.parametrize(
    "said",
    [
        "The army gave a toll of nine dead and said it killed five militiamen.",
        "Police counted nine dead and said their men had shot dead five militiamen.",
        "The governor put it at nine dead, adding that guards had gunned down about five militiamen.",
        "The mayor said nine dead were found and that soldiers killed five militiamen.",
    ],
)
def test_the_enemys_dead_are_no_summand(said: str) -> None:
    """Nine and five make fourteen by chance."""
    told = (("Fourteen people", "civilians"), ("nine dead", "unknown"), ("five militiamen", "communal_militia"))
    assert parts(f"Fourteen people were killed, elders say. {said}", *told) == [None, None, None]


@pytest.mark.parametrize(
    ("said", "last", "kind"),
    [
        ("They were nine dead villagers and five militiamen.", "five militiamen", "communal_militia"),
        ("The army said nine dead were villagers and five militiamen.", "five militiamen", "communal_militia"),
        ("Police said nine dead lay there and that the raiders killed five villagers more.", "five villagers", "civilians"),
    ],
)
def test_two_groups_of_one_toll_are_its_parts(said: str, last: str, kind: str) -> None:
    """Who were the fourteen is told, or the raiders killed all of them."""
    told = (("Fourteen people", "civilians"), ("nine dead", "civilians"), (last, kind))
    assert parts(f"Fourteen people were killed, elders say. {said}", *told) == [None, 0, 0]
