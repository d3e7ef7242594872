"""The last of a number, the end of a breakdown, and a pair of numbers told again are no further people."""

from __future__ import annotations

import pytest

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.rest import mark_end_of_breakdown, mark_rest
from crossread.normalize.harm.retold import settle_retold
from crossread.records import Document, Harm


def _row(document: Document, words: str, effect: str = "killed", part_of: int | None = None) -> Harm:
    at = document.text.index(words)
    return Harm(
        effect=effect,
        raw=words,
        group=None,
        group_type="civilians",
        count=parse_count(words),
        part_of=part_of,
        evidence=(document.quote(at, at + len(words)),),
        score=0.9,
    )


def _rest(text: str, *told: str) -> list[int | None]:
    document = Document(id="doc_1", text=text)
    return [row.part_of for row in mark_rest(text, [_row(document, words) for words in told])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Six guards died. Five men were killed at once. A sixth man succumbed later.",
            ("Six guards", "Five men", "A sixth man"),
        ),
        ("Three died. A blast killed two boys and the third boy died later.", ("Three", "two boys", "the third boy")),
    ],
)
def test_the_nth_and_those_before_are_the_number_told_first(text: str, told: tuple[str, ...]) -> None:
    assert _rest(text, *told) == [None, 0, 0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three men died. A fourth man died later.", ("Three men", "A fourth man")),
        ("Six guards died. Four men were killed at once. A sixth man succumbed.", ("Six guards", "Four men", "A sixth man")),
        ("Five men were killed. A sixth man died. Six boys died in Goma.", ("Five men", "A sixth man", "Six boys")),
        (
            "Six guards died. Five men died. It was night. It was cold. A sixth man died.",
            ("Six guards", "Five men", "A sixth man"),
        ),
    ],
)
def test_others_are_more(text: str, told: tuple[str, ...]) -> None:
    assert _rest(text, *told) == [None] * len(told)


@pytest.mark.parametrize(
    ("text", "last", "whole"),
    [
        ("Six died. Among the dead, five are guards and one a driver.", "one", 0),
        ("Six died. Among the dead, four are guards and one a driver.", "one", None),
        ("Six died. In Goma five guards died and one driver fell.", "one driver", None),
    ],
)
def test_a_breakdown_ends_where_its_numbers_fit(text: str, last: str, whole: int | None) -> None:
    document = Document(id="doc_1", text=text)
    part = "four" if "four" in text else "five"
    rows = [_row(document, "Six"), _row(document, part, part_of=0), _row(document, last)]
    assert mark_end_of_breakdown(text, rows)[2].part_of == whole


def _retold(text: str, *told: tuple[str, str]) -> list[str]:
    document = Document(id="doc_1", text=text)
    return [row.raw for row in settle_retold(text, [_row(document, words, effect) for words, effect in told])]


FIRST = "A ranger was killed and six more rangers were hurt in the park. "


def test_who_is_told_beside_a_number_told_again_is_told_again() -> None:
    told = (("A ranger", "killed"), ("six more rangers", "injured"), ("One ranger", "killed"), ("six others", "injured"))
    assert _retold(FIRST + "One ranger died and six others were hurt.", *told) == ["A ranger", "six more rangers"]


def test_another_number_or_another_act_stays() -> None:
    told = (("A ranger", "killed"), ("six more rangers", "injured"), ("One ranger", "killed"), ("seven others", "injured"))
    assert "seven others" in _retold(FIRST + "One ranger died and seven others were hurt.", *told)
    alone = (("A ranger", "killed"), ("six more rangers", "injured"), ("six others", "injured"))
    assert "six others" in _retold(FIRST + "On the road to Goma six others were hurt.", *alone)
    second = (("A ranger", "killed"), ("six more rangers", "injured"), ("a ranger", "killed"), ("six others", "injured"))
    assert "six others" in _retold(FIRST + "Another mine killed a ranger and hurt six others.", *second)
