"""Situation reports in telegram style, spelt out for the encoder: "M23 elms atk FARDC pos" is "M23 elements attacked …".

What is read is laid back on the words as they stand: every quote is of the report's own text. Others are read as they are.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from crossread import patterns as re

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeltOut:
    """A text with its N short forms spelt out, and where each stands in it (`new`) and in the report (`old`), (N, 2) each."""

    text: str
    new: Ints
    old: Ints

    def laid_back(self, offsets: Ints) -> Ints:
        """Offsets of tokens in the text (T, 2) as offsets in the report; a token of a spelt-out form has all of its letters."""
        if not len(self.new):
            return offsets
        at = np.searchsorted(self.new[:, 0], offsets[:, 0], side="right") - 1
        before = np.maximum(at, 0)
        shift = np.where(at < 0, 0, self.old[before, 1] - self.new[before, 1])
        within = (at >= 0) & (offsets[:, 0] < self.new[before, 1])
        moved = offsets + shift[:, None]
        return np.where(within[:, None], self.old[before], moved)


@lru_cache(maxsize=1)
def _forms() -> tuple[int, Mapping[str, str], Mapping[str, str]]:
    """The fewest strong forms of a telegraphic report, those forms, and all of them."""
    data = tomllib.loads(files("crossread.extract").joinpath("short_forms.toml").read_text("utf-8"))
    return int(data["fewest"]), data["strong"], data["strong"] | data["weak"]


@lru_cache(maxsize=2)
def _any_of(strong: bool) -> re.Pattern[str]:
    """Any short form as it may be written: "atk", "Atk", "ATK"; those in capitals only so."""
    _, sure, every = _forms()
    forms = sure if strong else every
    written = {way for form in forms for way in ((form,) if form[:2].isupper() else (form, form.capitalize(), form.upper()))}
    return re.compile(rf"(?<![\w'’.-])(?:{'|'.join(sorted(written, key=len, reverse=True))})(?![\w'’-])")


def spell_out(text: str) -> SpeltOut:
    """The text with its short forms spelt out where it is telegraphic; as it is elsewhere."""
    fewest, _, every = _forms()
    found = {match.group().lower() for match in _any_of(True).finditer(text)}
    if len(found) < fewest:
        return SpeltOut(text=text, new=np.zeros((0, 2), np.int64), old=np.zeros((0, 2), np.int64))
    matches = list(_any_of(False).finditer(text))
    words = [every.get(match.group()) or every[match.group().lower()] for match in matches]
    old = np.array([match.span() for match in matches], dtype=np.int64)
    grown = list(accumulate(len(word) - len(match.group()) for word, match in zip(words, matches, strict=True)))
    starts = old[:, 0] + np.array([0, *grown[:-1]], dtype=np.int64)
    new = np.stack([starts, starts + np.array([len(word) for word in words], dtype=np.int64)], axis=1)
    parts, last = [], 0
    for match, word in zip(matches, words, strict=True):
        parts += [text[last : match.start()], word]
        last = match.end()
    return SpeltOut(text="".join((*parts, text[last:])), new=new, old=old)
