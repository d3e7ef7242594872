"""A death needs a word that tells one; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "who", "effect"),
    [
        ("On 13 May men in uniform took the priest from his parish.", "took", "abduction", "the priest", "abducted"),
        ("Police took the editor into custody on Friday.", "took", "detention", "the editor", "detained"),
        ("The beating of a student in Minsk caused an outcry.", "beating", "ill_treatment", "a student", "injured"),
    ],
)
def test_without_a_word_of_death_nobody_died(
    normalizer: Normalizer, text: str, trigger: str, kind: str, who: str, effect: str
) -> None:
    """Taken, led away and beaten are what they are."""
    claim = read(normalizer, text, trigger, type=kind, harm=(("killed", who),))
    assert [row.effect for row in claim.harm] == [effect]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "who"),
    [
        ("Men in uniform took the priest from his parish. His body lay in a ditch.", "took", "abduction", "the priest"),
        ("The beating of a student who died in Minsk caused an outcry.", "beating", "ill_treatment", "a student"),
        ("Men took the editor from her car and hundreds followed her coffin.", "took", "abduction", "the editor"),
    ],
)
def test_a_death_told_stays(normalizer: Normalizer, text: str, trigger: str, kind: str, who: str) -> None:
    """In the same sentence, the next one, or by a coffin."""
    claim = read(normalizer, text, trigger, type=kind, harm=(("killed", who),))
    assert "killed" in [row.effect for row in claim.harm]
