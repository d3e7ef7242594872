"""The sentence of a harm row, and the words that tell in it what became of people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.sentences import NO_ABBREVIATION, marks_between
from crossread.records import Harm

LONGEST = 400  # characters of a sentence that are read to either side
# A full stop behind a single capital is an abbreviation's ("a U.S. soldier").
# The last: a page that lost its line breaks.
_END = re.compile(NO_ABBREVIATION + r"(?<!\b[A-Z])[.!?][\"”’']*\s|\n|(?<=[a-z])\.(?=[A-Z][a-z])")
Cues = dict[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The sentence of a row: what stands before and behind its words, and the sentence after."""

    before: str
    behind: str
    after: str


def sentence_of(text: str, row: Harm) -> Sentence:
    """The sentence around the first words of a row, cut off where it is very long."""
    return _sentence(text, row.evidence[0].span.start, row.evidence[0].span.end)


@lru_cache(maxsize=256)
def _sentence(text: str, begins: int, ends: int) -> Sentence:
    """Kept for a while: every rule about a row asks for it again."""
    first = max(0, begins - LONGEST)
    # Looked for a little further, as an end is known by the capital behind it, which may be the row's own.
    found = (_END.match(text, mark, begins + 2) for mark in reversed(marks_between(text, first, begins)))
    start = next((end.end() for end in found if end is not None and end.end() <= begins), first)
    end = _next_end(text, ends)
    if end is None:
        return Sentence(before=text[start:begins], behind=text[ends : ends + LONGEST], after="")
    last = _next_end(text, end.end())
    after = text[end.end() : last.start() if last else end.end() + LONGEST]
    return Sentence(before=text[start:begins], behind=text[ends : end.start()], after=after)


def _next_end(text: str, place: int) -> re.Match[str] | None:
    """The first end of a sentence behind a place."""
    found = (_END.match(text, mark, place + LONGEST) for mark in marks_between(text, place, place + LONGEST))
    return next((end for end in found if end is not None), None)


@cache
def load_cues(language: str) -> Cues | None:
    """The patterns of a language by kind of cue; None for a language that has none."""
    cues = load_language(language).effect_cues
    return {kind: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) for kind, words in cues.items()} or None


def lowest_number(row: Harm) -> int | None:
    """The number of a row, the lower one of two, vague or not; None where it has none."""
    return row.count.low if row.count and row.count.low is not None else row.count.high if row.count else None


def was_only_there(text: str, row: Harm, *, language: str) -> bool:
    """True for people of whom only their presence is told: "Around 50 people were in the bar when …", "there were 50 there".

    None of the three hand-coded reports of people inside a house, an office and a post that were hit has a row for them.
    """
    cues = load_cues(language)
    if cues is None or not row.evidence or row.effect not in ("killed", "injured", "casualties", "displaced"):
        return False
    sentence = sentence_of(text, row)
    if not _is_told_there(sentence, cues) or cues["all_fell"].match(sentence.after):
        return False
    clause = cues["there_until"].split(sentence.behind, maxsplit=1)[0]
    return not any(cues[kind].search(row.raw + clause) for kind in ("death", "injury", "hit"))


def _is_told_there(sentence: Sentence, cues: Cues) -> bool:
    behind = sentence.behind.lstrip()
    if cues["were_there"].match(behind) or (
        cues["there_before"].search(sentence.before) and cues["there_behind"].match(behind)
    ):
        return True
    return cues["had_before"].search(sentence.before) is not None and cues["had_behind"].match(behind) is not None
