"""Who fights tells the kind of fight; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "means", "kind"),
    [
        ("Protesters threw dynamite at police in Oruro.", "threw dynamite", ("Protesters", "protesters"), "explosive", "riot"),
        ("Rioters hurled petrol bombs in Oruro.", "hurled petrol bombs", ("Rioters", "rioters"), "incendiary", "riot"),
        ("Rebels threw dynamite at police in Oruro.", "threw dynamite", ("Rebels", "rebel_group"), "explosive", "bombing"),
        ("A blast amid Protesters wounded a dozen in Oruro.", "A blast", ("Protesters", "protesters"), "explosive", "bombing"),
    ],
)
def test_a_crowd_that_throws_bombs_riots(
    normalizer: Normalizer, text: str, trigger: str, doer: tuple[str, str], means: str, kind: str
) -> None:
    """Rebels who do the same bomb."""
    words = trigger.split(maxsplit=1)[1]
    row = read(normalizer, text, trigger, type="bombing", actors=(("perpetrator", *doer),), means=((means, words),))
    assert row.type == kind


@pytest.mark.parametrize(
    ("text", "doer", "other", "kind"),
    [
        (
            "Armed Fulani herders and Berom farmers fought in Riyom.",
            "Armed Fulani herders",
            "Berom farmers",
            "armed_clash",
        ),
        ("Armed youths and police fought in Riyom.", "Armed youths", "police", "riot"),
    ],
)
def test_two_communities_that_fight_clash(normalizer: Normalizer, text: str, doer: str, other: str, kind: str) -> None:
    """Where one of the two is the police, it stays a riot."""
    kinds = ("communal_militia", "communal_militia") if kind == "armed_clash" else ("rioters", "police")
    row = read(normalizer, text, "fought", type="riot", actors=(("side_a", doer, kinds[0]), ("side_b", other, kinds[1])))
    assert row.type == kind
    if kind == "armed_clash":
        assert {actor.role for actor in row.actors} == {"side_a", "side_b"}
