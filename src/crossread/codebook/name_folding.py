"""How names are made comparable: the same form for every spelling that differs in case, accents and punctuation only."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from crossread import patterns as re
from crossread.folding import fold_letters

WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?|\w+(?:['’ʼʾʿ‘`´]\w+)*['’]?", re.UNICODE)
_APOSTROPHES = re.compile(r"['’ʼʾʿ‘`´.]")
_NOT_WORD = re.compile(r"\W+")  # what letters leave when they are taken apart: the stroke of a fraction
_POSSESSIVE = re.compile(r"['’]s?$")


class Word(NamedTuple):
    """One word of a name: as written, folded, and folded without a possessive ending; offsets into the name.

    `joined` is True after a hyphen: the second half of "rebel-held".
    """

    written: str
    form: str
    stem: str
    joined: bool
    start: int
    end: int


@lru_cache(maxsize=1 << 16)
def fold_word(written: str) -> str:
    """Lower case without accents, apostrophes and full stops: U.S. and us, Jama'at and jamaat come together."""
    return _NOT_WORD.sub("", fold_letters(_APOSTROPHES.sub("", written)))


def split_words(text: str) -> list[Word]:
    """The words of a text in order; hyphens and slashes part words, apostrophes and initials' full stops do not."""
    words = []
    for match in WORD.finditer(text):
        written = match.group()
        form = fold_word(written)
        has_mark = "'" in written or "’" in written
        stem = fold_word(_POSSESSIVE.sub("", written)) if has_mark else form
        start = match.start()
        joined = start > 1 and text[start - 1] in "-‐–" and text[start - 2].isalnum()
        words.append(Word(written=written, form=form, stem=stem, joined=joined, start=start, end=match.end()))
    return words


@lru_cache(maxsize=1 << 15)
def fold_name(text: str) -> str:
    """The comparable form of a whole name, without a leading article."""
    forms = [word.form for word in split_words(text) if word.form]
    if len(forms) > 1 and forms[0] in {"the", "a", "an"}:
        forms = forms[1:]
    return " ".join(forms)
