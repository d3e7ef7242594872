"""Letters made comparable: the one place that says which letters are the same for every room that compares names.

What counts as one word (hyphens, apostrophes, articles) differs from room to room and stays there.
"""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart, but reports write in plain Latin.
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "e", "ǝ": "e", "ħ": "h"}
    | {"ɛ": "e", "ɔ": "o", "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k"}
)


def without_accents(text: str) -> str:
    """Small letters without accents, as a database folds them too: "Ménaka" is "menaka", "Łódź" is "łodz"."""
    if text.isascii():
        return text.lower()
    # Small letters twice: some signs only become capitals when they are taken apart.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def fold_letters(text: str) -> str:
    """`without_accents`, and the letters that Unicode does not take apart in plain Latin: "Łódź" is "lodz"."""
    return text.lower() if text.isascii() else without_accents(text.lower().translate(_PLAIN)).translate(_PLAIN)
