"""Text as it is sent and as quotes are looked up in it: two views with offsets that lead back to the document's own words.

What is sent differs from the document only where a character could act on the endpoint instead of being read: invisible
controls are left out, and the angle brackets of chat templates (`<|im_start|>`) become typographic ones. Looking up folds the
same characters, whitespace and typographic quotes, and nothing else.
"""

from __future__ import annotations

import unicodedata

from crossread import patterns as re

_QUOTES = {**dict.fromkeys("‘’‚‛ʼ`´′", "'"), **dict.fromkeys("“”„‟″«»", '"'), "‹": "<", "›": ">", "［": "[", "］": "]"}
_SENT = str.maketrans({"<": "‹", ">": "›"})
_MARKERS = re.compile(r"\[(/?[A-Z_]{3,24})\]")  # [INST] and its like: control tokens of some chat templates


def to_sent(text: str) -> str:
    """The text as the endpoint gets it."""
    visible = "".join(_shown(character) for character in text if not _is_invisible(character))
    return _MARKERS.sub(r"［\1］", visible.translate(_SENT))


class FoldedText:
    """A text in its folded form, with the offset of every folded character in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        characters, starts = _fold(text)
        self.folded = "".join(characters)
        self._starts = starts

    def find_all(self, quote: str, *, most: int = 200) -> list[tuple[int, int]]:
        """Offsets (start, end) in the text of every place where it says the quote; those that say it to the letter alone, if
        there are any."""
        needle = "".join(_fold(quote)[0]).strip()
        found: list[tuple[int, int]] = []
        at = self.folded.find(needle) if needle else -1
        while at >= 0 and len(found) < most:
            found.append((self._starts[at], self._starts[at + len(needle) - 1] + 1))
            at = self.folded.find(needle, at + 1)
        exact = [span for span in found if self.text[span[0] : span[1]] == quote.strip()]
        return exact or found


def _fold(text: str) -> tuple[list[str], list[int]]:
    characters: list[str] = []
    starts: list[int] = []
    for offset, character in enumerate(text):
        if _is_invisible(character):
            continue
        if character.isspace():
            if characters and characters[-1] == " ":
                continue
            character = " "
        characters.append(_QUOTES.get(character, character))
        starts.append(offset)
    return characters, starts


def _is_invisible(character: str) -> bool:
    """Controls, tag characters, direction marks and soft hyphens: shown to nobody, so no part of what is read. The joiners
    of Persian and Indic scripts (U+200C, U+200D) stay: they belong to the spelling."""
    if character.isascii():
        return (character < " " and character not in "\t\n\r\f\v\x1c\x1d\x1e\x1f") or character == "\x7f"
    return unicodedata.category(character) in ("Cc", "Cf") and character not in "\u200c\u200d\x85"


def _shown(character: str) -> str:
    """Half a surrogate pair cannot be sent at all."""
    return "\ufffd" if "\ud800" <= character <= "\udfff" else character
