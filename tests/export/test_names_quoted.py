"""Every quote that proves a victim goes through the caution, not only the words that stand in the slot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.export.names import NameGuard
from crossread.records import Actor, Claim, Evidence, Harm, Span


def _quote(words: str, start: int) -> Evidence:
    return Evidence(document_id="doc_0000000000000001", span=Span(start=start, end=start + len(words)), quote=words)


def _claim(claims: tuple[Claim, ...], second: str, kind: str = "civilians") -> Claim:
    """A claim whose victims are proved by two quotes, the second of them `second`."""
    proofs = (_quote("nine Dogon men", 0), _quote(second, 40))
    victim = Actor(role="victim", raw="nine Dogon men", name=None, type=kind, evidence=proofs)
    return replace(claims[0], actors=(victim,), harm=())


@pytest.mark.parametrize("words", ["my brother Sidi", "Sidi", "the driver Sidi"])
def test_a_name_in_a_second_quote_is_withheld(claims: tuple[Claim, ...], words: str) -> None:
    """The quote gets its bars, the name is counted, and other words of the claim are told without it."""
    claim = _claim(claims, words)
    guard = NameGuard.from_claims([claim])
    assert guard.of([claim.id]).mask(words) == words.replace("Sidi", "████")
    assert guard.count() == 1
    assert "Sidi" not in guard.of([claim.id]).clean("They shot Sidi at the well.")


@pytest.mark.parametrize("words", ["the Fulani men", "Dogon farmers", "About 30 civilians", "villagers from Burkina Faso"])
def test_a_second_quote_that_names_nobody_stays(claims: tuple[Claim, ...], words: str) -> None:
    """Peoples, numbers and places are no names in a second quote either."""
    guard = NameGuard.from_claims([_claim(claims, words)])
    assert guard.count() == 0
    assert guard.of([claims[0].id]).mask(words) == words


def test_the_quote_of_a_count_is_looked_at(claims: tuple[Claim, ...]) -> None:
    """A count of people that a sentence with a name proves keeps the name back as well."""
    harm = Harm(
        effect="killed", raw="nine", group="men", group_type="civilians", count=None, evidence=(_quote("my sister Awa", 8),)
    )
    claim = replace(claims[0], actors=(), harm=(harm,))
    assert NameGuard.from_claims([claim]).of([claim.id]).mask("my sister Awa") == "my sister ███"


def test_a_force_in_a_second_quote_stays(claims: tuple[Claim, ...]) -> None:
    """Of those who bear arms only a rank before a name tells a person."""
    guard = NameGuard.from_claims([_claim(claims, "the Koglweogo", kind="communal_militia")])
    assert guard.count() == 0
