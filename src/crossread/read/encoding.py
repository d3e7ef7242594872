"""Bytes -> text, by byte-order mark, UTF-8, UTF-16 or, failing these, the likeliest older encoding."""

from __future__ import annotations

import codecs

from crossread import patterns as re
from crossread.read.refusal import refusal

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NUL_SHARE_OF_UTF16 = 0.3  # ASCII letters in UTF-16 have a NUL in every second byte; binary files have fewer, spread over both
CONTROL_SHARE_OF_BINARY = 0.01  # of the characters; text has tabs and line breaks (not counted) and now and then a form feed
FEW_CONTROLS = 8  # a short text with a slip in it is still text
GUESS_BYTES = 100_000  # enough for the guess, and its time grows with the size
# Short texts of Western languages are taken for Turkish, Czech or Macintosh text ("ťtť" for "été"); of these encodings the
# one of Windows in the West is by far the commonest in saved reports.
LATIN = re.compile(
    r"cp125[02478]|iso8859_(?:[1-4]|9|1[03-6])|latin_1|mac_(?!cyr|greek)\w+|hp_roman8|cp(?:437|775|85[028]|86[0135]|1026|1140|500|037|273)"
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(content: bytes, *, declared: str | None = None) -> str:
    """The text of a file. Raises `ReadError` with `not_text` for binary data, `bad_encoding` where no encoding fits.

    `declared` is the encoding a page names; it is believed only when the bytes are not UTF-8, because pages moved to UTF-8
    often keep the old name. Unicode is kept as it is: nothing is composed or decomposed.
    """
    text = _decode(content, declared)
    if _is_binary(text):
        raise refusal("not_text", found="control characters")
    return text


def peek(head: bytes) -> str | None:
    """The beginning of a file as text, good enough to tell its format by; None for binary data."""
    encoding = next((name for mark, name in MARKS if head.startswith(mark)), None) or _find_utf16(head) or "utf-8"
    text = head.decode(encoding, "replace")
    if _is_binary(text):
        return None
    return text.lstrip("\ufeff \t\r\n")


def show_nuls(text: str) -> str:
    """The text with the replacement character for every NUL, which no database stores."""
    return text.replace("\x00", "\ufffd")


def is_wide(content: bytes) -> bool:
    """True for UTF-16 and UTF-32."""
    return content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)) or bool(_find_utf16(content))


def unify_newlines(text: str) -> str:
    r"""The text with every line break as \n."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(content: bytes, declared: str | None) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    wide = _find_utf16(content)
    if wide:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if _few_bad_bytes(content):
            return content.decode("utf-8", "replace")
        where_it_broke = f"byte {content[error.start]:#04x} at {error.start}"
    text = _try(content, declared)
    if text is None:
        text = _try(content, _guess(content))
    if text is not None:
        return text
    raise refusal("bad_encoding", found=where_it_broke)


def _is_binary(text: str) -> bool:
    return len(CONTROLS.findall(text)) > max(FEW_CONTROLS, CONTROL_SHARE_OF_BINARY * len(text))


def _find_utf16(content: bytes) -> str | None:
    sample = content[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > NUL_SHARE_OF_UTF16 * half and even * 10 < odd:
        return "utf-16-le"
    if even > NUL_SHARE_OF_UTF16 * half and odd * 10 < even:
        return "utf-16-be"
    return None


def _few_bad_bytes(content: bytes) -> bool:
    """True for UTF-8 with a slip: many good multi-byte characters for each bad byte, which no older encoding gives."""
    text = content[:GUESS_BYTES].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - bad
    return good > 10 * bad


def _guess(content: bytes) -> str | None:
    # charset-normalizer takes long to load and is needed for few files.
    from charset_normalizer import from_bytes

    best = from_bytes(content[:GUESS_BYTES]).best()
    if best is None:
        return None
    return "cp1252" if LATIN.fullmatch(best.encoding) else best.encoding


def _try(content: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        name = codecs.lookup(encoding).name
        if name.startswith("utf-8"):  # it was tried before, and the bytes are not
            return None
        text = content.decode("cp1252" if name in ("iso8859-1", "ascii") else name, "replace")
    except (LookupError, ValueError, UnicodeError):
        return None
    return text
