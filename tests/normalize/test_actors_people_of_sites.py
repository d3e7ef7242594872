"""Who is called after a site is no site: a school inspector, a man named van Gogh."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("words", "coded", "kind"),
    [
        ("a school inspector", "officials", "officials"),
        ("a village chairman", "officials", "officials"),
        ("Theo van Berg", "civilians", "civilians"),
        ("a mosque caretaker", "civilians", "civilians"),
        ("two oil tankers", "object", "object"),
        ("a fishing boat", "object", "object"),
    ],
)
def test_a_victim_called_after_a_site_is_a_person(normalizer: Normalizer, words: str, coded: str, kind: str) -> None:
    """Ships that go down stay things."""
    claim = read(normalizer, f"Gunmen attacked {words} in Jos.", "attacked", actors=(("victim", words, coded),))
    assert [actor.type for actor in claim.actors if actor.role == "victim"] == [kind]
