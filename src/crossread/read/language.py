"""In which language a text is."""

from __future__ import annotations

from functools import cache
from typing import Any

from crossread.read.options import load_table

FEWEST_LETTERS = 20  # below this, names and numbers decide, and "Hello there" is taken for Sesotho
LETTERS_LOOKED_AT = 1_500  # of news text 4,000 gave the same, and looking at them took a twentieth of what is not the encoder


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language most of the text is in, None when there are too few letters to tell."""
    sample = text[:LETTERS_LOOKED_AT]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    code, _ = _load_identifier().classify(sample)
    return str(code)


@cache
def _load_identifier() -> Any:
    # The language model takes 0.8 s to load and is not needed where the caller tells the language.
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    left_out = set(load_table("press_languages.toml")["left_out"])
    identifier.set_languages([label for label in identifier.labels if label not in left_out])
    return identifier
