"""What a party counts of its enemy is its word and never added to the report's count; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_rivals import rows, speakers

from crossread.normalize.harm.speakers import lay_rival_tolls
from crossread.records import Harm

GROUP, SAYS = "The Sand Brigade", ("claims", "The Sand Brigade")


@pytest.mark.parametrize(
    ("text", "told", "said_by", "laid"),
    [
        (
            "A bomb went off, killing at least six people. The Sand Brigade claimed responsibility and said it had killed "
            "15 soldiers.",
            ("at least six people", "15 soldiers"),
            [SAYS],
            [None, GROUP],
        ),
        (
            "Gunmen killed eight civilians, the mayor said. The Sand Brigade owned up in a note. It said it had killed "
            "twelve soldiers.",
            ("eight civilians", "twelve soldiers"),
            [("reports", "the mayor"), SAYS],
            ["the mayor", GROUP],
        ),
        (
            "The blast killed two nurses. The Sand Brigade took responsibility, saying that 15 soldiers were dead.",
            ("two nurses", "15 soldiers"),
            [("reports", GROUP)],
            [None, GROUP],
        ),
        (
            "The blast killed two nurses. The brigade did it. Its spokesman, Abu Musa, said that the group had killed 15 men.",
            ("two nurses", "15 men"),
            [("reports", "Abu Musa")],
            [None, "Abu Musa"],
        ),
        (
            "The blast killed two nurses. The brigade's spokesman, Abu Musa, told a radio: 'We killed more than 15 men.'",
            ("two nurses", "more than 15 men"),
            [("reports", "Abu Musa")],
            [None, "Abu Musa"],
        ),
        (
            "The army claimed to have killed 50 rebels. Seven villagers died.",
            ("50 rebels", "Seven villagers"),
            [("claims", "The army")],
            ["The army", None],
        ),
    ],
)
def test_a_party_counts_for_itself(
    text: str, told: tuple[str, ...], said_by: list[tuple[str, str]], laid: list[str | None]
) -> None:
    """Whatever the noun, in the clause of its saying or in one that goes on with it."""
    assert [row.speaker for row in lay_rival_tolls(text, _typed(text, told), speakers(text, *said_by))] == laid


@pytest.mark.parametrize(
    ("text", "told", "said_by"),
    [
        (
            "The raid killed six people. The Sand Brigade said it had lost three fighters.",
            ("six people", "three fighters"),
            [SAYS],
        ),
        (
            "The raid killed six people. The Sand Brigade said that two fighters were killed.",
            ("six people", "two fighters"),
            [SAYS],
        ),
        ("The Sand Brigade claimed the attack, which killed six people and one guard.", ("six people", "one guard"), [SAYS]),
        ("The Sand Brigade said it killed two guards and four soldiers.", ("two guards", "four soldiers"), [SAYS]),
        ("Two guards died. The Sand Brigade said nothing. Later 15 soldiers died.", ("Two guards", "15 soldiers"), [SAYS]),
        (
            "The raid killed 15 soldiers. Two boys died, too. The Sand Brigade said it had killed 15 men.",
            ("15 soldiers", "Two boys", "15 men"),
            [SAYS],
        ),
        (
            "The blast killed two nurses. A police spokesman, Ali Ba, said that the group had killed 15 men.",
            ("two nurses", "15 men"),
            [("reports", "Ali Ba")],
        ),
        (
            "The blast killed two nurses. Its spokesman, Abu Musa, said that the army had killed 15 men.",
            ("two nurses", "15 men"),
            [("reports", "Abu Musa")],
        ),
        (
            "The blast killed two nurses. An elder, Ali Ba, said that the group had killed 15 men.",
            ("two nurses", "15 men"),
            [("reports", "Ali Ba")],
        ),
        (
            "Six people died. An elder said that 15 soldiers were killed.",
            ("Six people", "15 soldiers"),
            [("reports", "An elder")],
        ),
    ],
)
def test_what_is_no_boast_stays_in_the_reports_voice(text: str, told: tuple[str, ...], said_by: list[tuple[str, str]]) -> None:
    """Its own dead, a relative clause, its own list alone, a number that the report gives as well, and who is no party."""
    laid = lay_rival_tolls(text, _typed(text, told), speakers(text, *said_by))
    assert [row.speaker for row in laid] == [None] * len(told)


def _typed(text: str, told: tuple[str, ...]) -> list[Harm]:
    kinds = {"soldiers": "state_forces", "fighters": "rebel_group", "rebels": "rebel_group", "guard": "state_forces"}
    return [
        row
        for raw in told
        for row in rows(text, raw, group_type=next((kind for noun, kind in kinds.items() if noun in raw), "civilians"))
    ]
