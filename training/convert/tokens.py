"""Tokens -> running text with the place of each token, for sets that come cut into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NO_BLANK_BEFORE = frozenset(". , ; : ! ? ) ] } % 's n't 'm 're 've 'll 'd ’ ” -".split())
NO_BLANK_AFTER = frozenset("( [ { $ # “ -".split())


def join_tokens(sentences: Iterable[Sequence[str]]) -> tuple[str, list[tuple[int, int]]]:
    """The text of sentences given as words, and (start, end) of every word, counted over all sentences."""
    text, places = "", []
    for sentence in sentences:
        glued = True
        for word in sentence:
            blank = "" if glued or word in NO_BLANK_BEFORE else " "
            start = len(text) + len(blank)
            text += blank + word
            places.append((start, start + len(word)))
            glued = word in NO_BLANK_AFTER
        text += " "
    return text.rstrip(), places
