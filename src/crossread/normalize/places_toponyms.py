"""Finds the words of a text that may name places: capitalised runs, longest match in the gazetteer first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossread.gazetteer import Gazetteer, fold_name

MOST_WORDS = 6  # "Special Region of Yogyakarta City Centre" is as long as names in reports get
SHORTEST_BARE = 4  # in text without case a name must have four letters, or be written with dots

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:St|Ste|Mt|Ft|Pt)\.(?=\s[A-Z])|[^\W\d_]+(?:['’‘`ʼʻ][^\W\d_]+)*(?:\.(?=,?\s*$|[,;)]))?|\d+(?=-?[A-Z])"
)
_JOINT = re.compile(r"^(?:\s|-|‑|\s?/\s?)$")
_DISTRICT_OF_COLUMBIA = re.compile(r"^,\s$")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_PARTICLES = frozenset(
    "of the and de del della di da do dos das du des la le les el al an ar as ash at ez es ed er bin ben ibn abu i y e on upon sur sous "
    "en an-nahr ul am im van von den der ter ad ol wa o".split()
)
_LEADING = frozenset("al el ar as ash at an ad az ez es ed".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """Words that may name a place. `listed`: the gazetteer knows the name. `demonym` is the country an adjective points to.

    `alone` is False where other capitalised words stand directly beside it, so that it may be part of a longer name
    ("Ford Foundation"). Offsets are of the text searched.
    """

    start: int
    end: int
    text: str
    folded: str
    listed: bool
    demonym: str | None = None
    alone: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    start: int
    end: int
    text: str
    capital: bool
    particle: bool


def has_case(text: str) -> bool:
    """True if capitals tell names from words here: the text is neither all capitals nor all small letters."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return bool(letters) and 0 < capitals < 0.6 * len(letters)


def find_toponyms(text: str, gazetteer: Gazetteer, *, cased: bool) -> list[Toponym]:
    """All words of `text` that may name places, listed or not, left to right and never overlapping.

    `cased` says whether capitals mean something; without them only listed names come back, and no common words.
    """
    found: list[Toponym] = []
    for run in _iter_runs(text, cased=cased):
        found += _match_run(text, run, gazetteer, cased=cased)
    return found


def _iter_runs(text: str, *, cased: bool) -> Iterator[list[_Word]]:
    run: list[_Word] = []
    for word in _iter_words(text, cased=cased):
        joined = bool(run) and _joins(text, run[-1], word)
        if joined and (word.capital or word.particle):
            run.append(word)
            continue
        if run := _trim(run):
            yield run
        run = [word] if word.capital or (word.particle and word.text.lower() in _LEADING) else []
    if run := _trim(run):
        yield run


def _iter_words(text: str, *, cased: bool) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match.group())
        if word:
            particle = word in _PARTICLES
            capital = word[0].isupper() or word[0].isdigit() if cased else word.lower() not in _PARTICLES
            yield _Word(start=match.start(), end=match.start() + len(word), text=word, capital=capital, particle=particle)


def _joins(text: str, left: _Word, right: _Word) -> bool:
    gap = text[left.end : right.start]
    if _JOINT.match(gap):
        return True
    return bool(_DISTRICT_OF_COLUMBIA.match(gap)) and left.text == "Washington" and right.text in ("D.C.", "DC")


def _trim(run: list[_Word]) -> list[_Word]:
    """The run without particles at its end, and without a leading one that nothing follows."""
    while run and not run[-1].capital:
        run = run[:-1]
    return run


def _match_run(text: str, run: list[_Word], gazetteer: Gazetteer, *, cased: bool) -> list[Toponym]:
    found: list[Toponym] = []
    at = 0
    while at < len(run):
        size, toponym = _longest(text, run, at, gazetteer, cased=cased)
        if toponym:
            found.append(toponym)
        at += size
    return _merge_unlisted(text, found) if cased else [t for t in found if t.listed or t.demonym]


def _longest(text: str, run: list[_Word], at: int, gazetteer: Gazetteer, *, cased: bool) -> tuple[int, Toponym | None]:
    for size in range(min(MOST_WORDS, len(run) - at), 0, -1):
        words = run[at : at + size]
        if not words[-1].capital or (not words[0].capital and size == 1):
            continue
        toponym = _read(text, words, gazetteer, cased=cased, alone=len(run) == size)
        if toponym:
            return size, toponym
    word = run[at]
    if not word.capital or not cased:
        return 1, None
    return 1, _toponym(text, [word], listed=False)


def _read(text: str, words: list[_Word], gazetteer: Gazetteer, *, cased: bool, alone: bool) -> Toponym | None:
    start, end = words[0].start, words[-1].end
    folded = fold_name(text[start:end])
    if not _plausible(text[start:end], folded, gazetteer, cased=cased):
        return None
    if gazetteer.has_name(folded):
        return _toponym(text, words, listed=True, demonym=gazetteer.demonym(folded), alone=alone)
    demonym = gazetteer.demonym(folded)
    return _toponym(text, words, listed=False, demonym=demonym, alone=alone) if demonym else None


def _plausible(written: str, folded: str, gazetteer: Gazetteer, *, cased: bool) -> bool:
    """False for words whose letters happen to be a name: "us", "Of", and any common word where case tells nothing."""
    if " " in folded and not folded.startswith("the "):
        return True
    if folded in ("us", "u s"):
        return written.isupper() or "." in written
    if cased:
        return len(folded) > 1
    return "." in written or (len(folded) >= SHORTEST_BARE and not gazetteer.is_common_word(folded))


def _toponym(text: str, words: list[_Word], *, listed: bool, demonym: str | None = None, alone: bool = True) -> Toponym:
    start, end = words[0].start, words[-1].end
    written = text[start:end]
    return Toponym(start=start, end=end, text=written, folded=fold_name(written), listed=listed, demonym=demonym, alone=alone)


def _merge_unlisted(text: str, found: list[Toponym]) -> list[Toponym]:
    """Neighbouring unlisted words of one run are one name ("Khair" "Khana")."""
    merged: list[Toponym] = []
    for toponym in found:
        last = merged[-1] if merged else None
        plain = last and not (last.listed or last.demonym or toponym.listed or toponym.demonym)
        if last and plain and len(text[last.end : toponym.start]) <= 8:
            written = text[last.start : toponym.end]
            merged[-1] = Toponym(start=last.start, end=toponym.end, text=written, folded=fold_name(written), listed=False)
        else:
            merged.append(toponym)
    return merged
