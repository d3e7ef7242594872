"""A claim is read as denied only where somebody is heard denying."""

from __future__ import annotations

import pytest

from crossread.extract.denying import hears_denial


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("The army denied that its men burned the huts.", True),
        ("The army said it had nothing to do with the burned huts.", True),
        ("The reports of burned huts are fabricated, the ministry said.", True),
        ("No huts were burned, the spokesman said.", True),
        ("The army didn’t say who burned the huts.", True),
        ("Police officers allegedly burned the huts.", False),
        ("The prosecutor charged five officers, who burned the huts.", False),
        ("The army denied it all. On June 9 men burned the huts. Nobody denied that.", False),
        ("The priest denied that any ransom was paid for those in the burned huts.", False),
        ("U.S. troops burned the huts.", False),
        ("The army denied targeting civilians in the burned huts.", False),
        ("The army denied it had targeted any people in the burned huts.", False),
        ("A colonel said soldiers burned the huts and later denied having said so.", False),
        ("The army denied targeting the burned huts.", True),
    ],
)
def test_a_denial_has_words(text: str, heard: bool) -> None:
    """In the sentence itself, not in those beside it."""
    start = text.index("burned")
    assert hears_denial(text, [(start, start + 6)]) is heard
