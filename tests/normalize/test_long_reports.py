"""What is asked of all of a long report for each of its claims is looked up, and gives what looking through it all gives."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.extract.cuts import STRETCH, Cut, Cuts
from crossread.extract.next_act import _first, _first_end
from crossread.extract.passages import are_near, passages_near
from crossread.normalize.claims.by_words import ByName, ByQuote
from crossread.normalize.claims.unconfirmed import settle_unconfirmed
from crossread.normalize.dates.slot import LONGEST_HEAD_LINE, _first_long_line
from crossread.normalize.harm.covered import BySentence, Covered
from crossread.normalize.sentences import has_words
from crossread.normalize.topics import stands_apart
from crossread.normalize.worded import stands_in
from crossread.records import Claim, Document, Evidence, Span, Speaker

PLACES = st.integers(min_value=0, max_value=60)
SPANS = st.tuples(PLACES, st.integers(min_value=1, max_value=9)).map(lambda row: Span(start=row[0], end=row[0] + row[1]))
BLANKS = st.text(alphabet="a \t\n", max_size=12)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_a_stretch_touches_a_span_where_they_have_a_character_in_common(spans: list[Span], one: Span) -> None:
    plain = any(span.start < one.end and one.start < span.end for span in spans)
    assert Covered(spans).touches(one.start, one.end) == plain


@given(st.lists(st.text(alphabet="ab' -", max_size=9), max_size=6), st.lists(st.from_regex(r"\Aa[ab']{0,3}\Z"), max_size=3))
def test_a_name_is_found_where_it_stands_whole(raws: list[str], names: list[str]) -> None:
    plain = {at for at, raw in enumerate(raws) if any(re.search(rf"\b{re.escape(name)}\b", raw) for name in names)}
    assert ByName(enumerate(raws)).naming(names) == plain


@given(BLANKS, BLANKS)
def test_an_empty_line_before_and_text_behind_are_told_without_a_copy(before: str, behind: str) -> None:
    text, start = before + "HEADING" + behind, len(before)
    above = text[:start].rstrip(" \t").removesuffix("\n").rstrip(" \t").split("\n")[-1]
    assert stands_apart(text, start, start + 7) == (not above and bool(behind.strip()))
    assert has_words(text, start + 7) == bool(behind.strip())
    assert has_words(text, 0, start) == bool(before.strip())


@given(st.integers(min_value=0, max_value=40), st.integers(min_value=1, max_value=40))
def test_the_passages_near_one_are_those_that_are_near_it(one: int, total: int) -> None:
    assert list(passages_near(one, total)) == [other for other in range(total) if are_near(one, other)]


@given(st.lists(st.tuples(PLACES, PLACES, PLACES), max_size=5), PLACES)
def test_cuts_are_found_wherever_they_stand(rows: list[tuple[int, int, int]], place: int) -> None:
    """Far apart in the text, and some longer than the stretches in which they are kept."""
    cuts = [Cut(start=low, at=low + at * 40, end=low + (at + end) * 40, further=True) for low, at, end in rows]
    at = place * STRETCH // 10
    assert Cuts(cuts).is_further(at) == any(cut.at <= at < cut.end for cut in cuts)


def test_a_name_and_a_word_are_looked_for_once() -> None:
    text = "A raid in Kayes. In Kaya, later, and at Kay."
    assert [_first(text, name) for name in ("Kay", "Kaya", "Gao")] == [10, 20, -1]
    assert [_first_end(text, word) for word in ("Kay", "Kaya", "Gao")] == [len(text) - 1, 24, -1]


@pytest.mark.parametrize(
    "lines", [["A title", "12 May 2024", "Text."], ["A", "b" * (LONGEST_HEAD_LINE + 1), "12 May 2024", "c"]]
)
def test_the_head_of_a_report_ends_with_its_first_long_line(lines: list[str]) -> None:
    text, start = "\n".join(lines), 0
    for line in lines:
        assert (start <= _first_long_line(text)) == all(len(above) <= LONGEST_HEAD_LINE for above in text[:start].splitlines())
        start += len(line) + 1


def _claim(document: Document, start: int, *speakers: tuple[int, int]) -> Claim:
    rows = tuple(
        Speaker(role="denies", raw=document.text[a:b], evidence=(document.quote(a, b),), score=0.9) for a, b in speakers
    )
    trigger: Evidence = document.quote(start, start + 6)
    return Claim(
        id=f"clm_{start:016x}",
        document_id=document.id,
        type="shelling",
        scope="incident",
        status="accomplished",
        stance="denied",
        trigger=trigger,
        retellings=(),
        when=None,
        where=None,
        actors=(),
        harm=(),
        means=(),
        speakers=rows,
        score=0.9,
        made_by="rule@1",
    )


def test_claims_are_found_by_where_their_speakers_stand_and_their_acts_are_told() -> None:
    document = Document(id="doc_0", text="The army denied it. Rebels shelled Gao. They shelled Mopti. Police denied that. ")
    told = [_claim(document, 27, (4, 8)), _claim(document, 45, (4, 8), (60, 66)), _claim(document, 45)]
    by = ByQuote(told)
    assert (by.beginning_at(4), by.beginning_at(60), by.beginning_at(5)) == ([0, 1], [1], [])
    assert by.beginning_in(Span(start=0, end=60)) == [0, 1]
    by.note(2, replace(told[2], speakers=told[1].speakers))
    assert by.beginning_in(Span(start=60, end=70)) == [1, 2]
    acts = BySentence(document.text, enumerate(told))
    assert (acts.nearest(20, 26), acts.nearest(53, 58), acts.nearest(0, 3)) == (0, 1, None)


def test_a_report_is_searched_once_for_a_wording_whatever_its_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules that searched all of a report of 900 kB for each of its claims took nine tenths of its time."""
    document = Document(id="doc_0", text="Rebels shelled Gao. The army neither confirmed nor denied it. " * 3)
    stands_in.cache_clear()
    for start in (7, 69, 131):
        settle_unconfirmed(document, _claim(document, start))
    assert (stands_in.cache_info().misses, stands_in.cache_info().hits) == (1, 2)
