"""Letters fold alike wherever names are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.codebook.name_folding import fold_word
from crossread.folding import fold_letters, without_accents
from crossread.gazetteer import fold_name
from crossread.link.words import fold as link_fold
from crossread.store.ids import fold as store_fold
from crossread.weigh.case import fold as weigh_fold


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folded letters are their own folded letters."""
    assert without_accents(without_accents(text)) == without_accents(text)
    assert fold_letters(fold_letters(text)) == fold_letters(text)


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Ménaka", "menaka"), ("Łódź", "lodz"), ("Qəbələ", "qebele"), ("İzmir", "izmir"), ("Straße", "strasse")],
)
def test_every_room_reads_the_same_letters(written: str, plain: str) -> None:
    """Gazetteer, actor registry, linking and weighing agree on which letters are the same."""
    assert {fold_name(written), fold_word(written), link_fold(written), weigh_fold(written)} == {plain}


def test_the_store_folds_as_its_database_does() -> None:
    """Search takes accents away, and leaves letters that the index of the database leaves."""
    assert store_fold("Ménaka  Ouest") == "menaka ouest"
    assert store_fold("Łódź") == "łodz"
