"""A person and the name behind him are one."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "rows", "left"),
    [
        (
            "A reporter, Ana Diaz of Spain, was killed in Goma.",
            [("killed", "A reporter"), ("killed", "Ana Diaz of Spain")],
            ["A reporter"],
        ),
        (
            "A man was killed in Goma. The victim was Colonel Hassan Salim.",
            [("killed", "A man"), ("injured", "Colonel Hassan Salim")],
            ["A man"],
        ),
    ],
)
def test_one_person_is_one_row(normalizer: Normalizer, text: str, rows: list[tuple[str, str]], left: list[str]) -> None:
    """Named right behind, or as the victim."""
    claim = read(normalizer, text, "killed", harm=rows)
    assert [(row.effect, row.raw, row.count.low if row.count else None) for row in claim.harm] == [
        ("killed", raw, 1) for raw in left
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A guard and Omar Adil were killed in Goma.", ["A guard", "Omar Adil"]),
        ("Two men were killed in Goma. The victim was Colonel Hassan Salim.", ["Two men", "Colonel Hassan Salim"]),
        ("A guard was killed in Goma, and Omar Adil was killed in Sake.", ["A guard", "Omar Adil"]),
    ],
)
def test_several_stay_several(normalizer: Normalizer, text: str, rows: list[str]) -> None:
    """A list, more dead than one, another clause."""
    claim = read(normalizer, text, "killed", harm=[("killed", raw) for raw in rows])
    assert [row.raw for row in claim.harm] == rows
