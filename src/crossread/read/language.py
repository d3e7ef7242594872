"""In which language a text is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from crossread import patterns as re
from crossread.read.options import load_table

FEWEST_LETTERS = 20  # below this, names and numbers decide, and "Hello there" is taken for Sesotho
LETTERS_LOOKED_AT = 1_500  # of news text 4,000 gave the same, and looking at them took a twentieth of what is not the encoder

_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language most of the text is in, None when there are too few letters to tell."""
    sample = text[:LETTERS_LOOKED_AT]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    if _is_plainly_english(sample):
        return "en"
    code, _ = _load_identifier().classify(sample)
    return str(code)


def _is_plainly_english(sample: str) -> bool:
    """True where so many of the words are English ones that no other language and no half of a text has them."""
    rule, words = _load_rule(), _WORD.findall(sample.lower())
    if len(words) < rule["fewest_words"]:
        return False
    told = sum(word in rule["words"] for word in words)
    return bool(told >= rule["least_share"] * len(words) and words.count(rule["article"]) >= rule["least_article"] * len(words))


@cache
def _load_rule() -> Mapping[str, Any]:
    rule = load_table("press_languages.toml")["plainly_english"]
    return {**rule, "words": frozenset(rule["words"].split())}


@cache
def _load_identifier() -> Any:
    # It takes 0.7 s to load, and is not needed where the caller tells the language or the text is plainly English.
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    left_out = set(load_table("press_languages.toml")["left_out"])
    identifier.set_languages([label for label in identifier.labels if label not in left_out])
    return identifier
