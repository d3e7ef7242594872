"""Signs that a text was garbled before or while it was read: letters in a wrong encoding, characters that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from crossread import patterns as re

UNKNOWN = "\ufffd"
FEWEST_PAIRS = 2  # one pair of two may be an accident ("Ø½"); three letters that are one in UTF-8 are none
_MARKS = "«»“”‘’‚„…–—"  # stand behind a capital letter in good text too: «MAÇÃ»


def _as_read(byte: int) -> str:
    """What a byte looks like read as Windows-1252, or as Latin-1 where that has nothing."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_BYTES = {letter: byte for byte in range(0x80, 0x100) for letter in (_as_read(byte), chr(byte))}
_FOLLOW = "".join(re.escape(letter) for letter, byte in _BYTES.items() if byte < 0xC0)
_PAIR = re.compile(rf"[Â-ß](?![{_MARKS}])[{_FOLLOW}]")
_LONGER = re.compile(rf"[à-ï][{_FOLLOW}]{{2}}|[ð-ô][{_FOLLOW}]{{3}}")


def describe_garbling(text: str) -> str | None:
    """In a sentence what is amiss with the letters of a text, and what to do; None where nothing plainly is.

    UTF-8 that some program read as Latin-1 or Windows-1252 has "â€™" for an apostrophe and "Ã©" for é. The text is kept as it
    is, since quotes are quotes of the file: only whoever has the file can tell what it was. Characters that stand for none
    (`\ufffd`) are bytes that the encoding does not know, NULs among them. None of 4,575 hand-coded reports is suspected.
    """
    found = list(_find_misread(text))
    if found:
        wrong, right = found[0]
        places = f"{len(found)} place{'s' if len(found) != 1 else ''}"
        return (
            f"its letters were saved in a wrong encoding (“{wrong}” for “{right}”, {places}), so that names and quotes "
            "are not found. Save it again as UTF-8 from where it came, and read that."
        )
    if lost := text.count(UNKNOWN):
        some = "a character" if lost == 1 else f"{lost} characters"
        return (
            f"{some} could not be read and stand as {UNKNOWN}: the file is damaged or mixes encodings. Compare it with where "
            "it came from."
        )
    return None


def _find_misread(text: str) -> Iterator[tuple[str, str]]:
    """Each stretch that is one character in UTF-8, with that character; none where they are too few to be sure."""
    longer = [(match[0], right) for match in _LONGER.finditer(text) if (right := _reread(match[0]))]
    pairs = [(match[0], right) for match in _PAIR.finditer(text) if (right := _reread(match[0]))]
    if longer or len(pairs) >= FEWEST_PAIRS:
        yield from longer
        yield from pairs


def _reread(letters: str) -> str | None:
    """The character whose bytes in UTF-8 these letters are, None where they are no character that one sees."""
    try:
        right = bytes(_BYTES[letter] for letter in letters).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
    return right if right.isprintable() or right == "\u00a0" else None
