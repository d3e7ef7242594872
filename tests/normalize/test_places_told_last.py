"""The place told last is the same whether all rows are gone through or only those before the words, from the last one on."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.candidates import Choice
from crossread.normalize.places.told import DOUBTFUL, Told, last_told
from crossread.normalize.places.toponyms import Toponym

KINDS = ("settlement", "admin1")


def _row(at: int, kind: str | None, score: float, here: bool, head: bool, alone: bool) -> Told:
    place = kind and GazetteerPlace(
        id=f"x:{at}", name="Kati", kind=kind, country="ML", admin1=None, latitude=0, longitude=0, population=1, source="x"
    )
    toponym = Toponym(start=10 * at, end=10 * at + 4, text="Kati", folded="kati", listed=True, alone=alone)
    return Told(toponym=toponym, choice=Choice(place=place or None, score=score), here=here, head=head)


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["settlement", "country", "admin1", None]),
        st.sampled_from([0.1, 0.9]),
        *[st.booleans() for _ in range(3)],
    ),
    max_size=6,
).map(lambda rows: [_row(at, *row) for at, row in enumerate(rows)])


def _plainly(told: Sequence[Told], before: int, since: int | None) -> Told | None:
    """By the words of the rule: here, else wherever else, else at a head, else the first one behind."""
    kind = [row for row in told if (row.choice.place.kind if row.choice.place else "settlement") in KINDS]
    fitting = [row for row in kind if row.toponym.alone and row.choice.score >= DOUBTFUL and row.toponym.start >= (since or 0)]
    earlier = [row for row in fitting if row.toponym.end <= before]
    here = [row for row in earlier if row.here]
    if since is not None:
        return here[-1] if here else None
    headed = [row for row in kind if row.toponym.end <= before and row.head and row.choice.score >= DOUBTFUL]
    placed = [row for row in fitting if row.choice.place]
    return (here or earlier or headed or [None])[-1] or (placed or [None])[0]


@given(told=ROWS, before=st.integers(0, 65), since=st.none() | st.integers(0, 65))
def test_the_last_place_is_that_of_the_plain_rule(told: list[Told], before: int, since: int | None) -> None:
    """With and without a paragraph that it must stand in."""
    assert last_told(told, before, KINDS, since=since) == _plainly(told, before, since)


@given(told=ROWS, before=st.integers(0, 65))
def test_rows_that_do_not_fit_are_as_if_they_were_not_told(told: list[Told], before: int) -> None:
    """The same as a list without them."""
    here = [row for row in told if row.here]
    assert last_told(told, before, KINDS, fits=lambda row: row.here) == last_told(here, before, KINDS)
