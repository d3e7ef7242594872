"""What stands between a trigger and a mention, against the plain way to find it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crossread.extract.between import strongest_between

LENGTH = 40
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH - 4), st.integers(0, 3)).map(lambda s: (s[0], s[0] + s[1])), min_size=1, max_size=6
)


@given(left=SPANS, right=SPANS, seed=st.integers(0, 99))
def test_the_table_finds_what_a_look_at_every_word_finds(left: list, right: list, seed: int) -> None:
    """For every pair the strongest of the words strictly between; zeros where spans touch or overlap."""
    words = np.random.default_rng(seed).random((LENGTH, 5)).astype(np.float32)
    found = strongest_between(words, np.array(left), np.array(right))
    assert found.shape == (len(left), len(right), 5)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            between = words[min(a[1], b[1]) + 1 : max(a[0], b[0])]
            assert np.array_equal(found[i, j], between.max(axis=0) if len(between) else np.zeros(5))
