"""In which language a text is."""

from __future__ import annotations

FEWEST_LETTERS = 20  # below this, names and numbers decide, and "Hello there" is taken for Sesotho
LETTERS_LOOKED_AT = 4_000  # more changes nothing in news text


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language most of the text is in, None when there are too few letters to tell."""
    sample = text[:LETTERS_LOOKED_AT]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    # The language model takes 0.8 s to load and is not needed where the caller tells the language.
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
