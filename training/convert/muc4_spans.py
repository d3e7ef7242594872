"""Where in a text a key's incident is told: its fullest sentence, the word for the act, its other tellings."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.extract.passages import iter_sentence_starts
from training.convert.muc4_keys import Template
from training.convert.rows import Json, to_span

STRING_SLOTS = (6, 9, 10, 12, 18, 19)  # slots whose fills are words of the text
OWN_SLOTS = (12, 18, 19, 6)  # those that tell one incident from another better than its doer does
BESIDE = 0.4  # what a fill in the sentence before or after counts, against 1 in the same


@dataclass(frozen=True)
class Telling:
    """The trigger of an incident with our type for it, its sentence, and other words that tell it again."""

    trigger: Json
    type: str
    sentence: tuple[int, int]
    retellings: list[Json]


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    type: str
    sentence: int


def find_telling(text: str, template: Template, triggers: dict, used: set[int]) -> Telling | None:
    """The fullest telling of a template in the text, None where no word for its act stands near any of its strings.

    `used` are starts of triggers of other templates; they are taken again only where nothing else fits.
    """
    sentences = split_sentences(text)
    words = _trigger_words(text, sentences, triggers.get(template.value(4) or "", {}))
    told = _told(text, template, sentences)
    if not words or not any(told):
        return None
    best = max(words, key=lambda w: (_fit(w, told, text) - (1.5 if w.start in used else 0), -w.start))
    again = [w for w in words if w.sentence != best.sentence and told[w.sentence] >= 2]
    seen: set[int] = set()
    retellings = [w for w in again if not (w.sentence in seen or seen.add(w.sentence))]
    return Telling(
        trigger=to_span(text, best.start, best.end),
        type=best.type,
        sentence=sentences[best.sentence],
        retellings=[to_span(text, w.start, w.end) for w in retellings],
    )


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence."""
    starts = list(iter_sentence_starts(text))
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def find_string(text: str, wanted: str) -> list[tuple[int, int]]:
    """All places where the words of a key's string stand, whatever the blanks and line ends between them."""
    words = wanted.split()
    if not words:
        return []
    pattern = r"\s+".join(map(re.escape, words))
    return [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


def says_any(text: str, beginnings: Sequence[str]) -> bool:
    """True if a word of the text begins with one of `beginnings`."""
    return re.search(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, beginnings))})", text, re.I) is not None


def _trigger_words(text: str, sentences: list[tuple[int, int]], types: dict[str, list[str]]) -> list[_Word]:
    starts = [start for start, _ in sentences]
    out = []
    for kind, beginnings in types.items():
        pattern = "|".join(re.escape(b).replace(r"\ ", r"\s+") for b in beginnings)
        for match in re.finditer(rf"(?<![\w-])(?:{pattern})[^\W\d_]*", text, re.I):
            out.append(_Word(match.start(), match.end(), kind, bisect.bisect_right(starts, match.start()) - 1))
    return out


def _told(text: str, template: Template, sentences: list[tuple[int, int]]) -> list[int]:
    """How many of a template's strings each sentence holds."""
    told = [0] * len(sentences)
    starts = [start for start, _ in sentences]
    for slot in STRING_SLOTS:
        for names in template.values(slot):
            found = {bisect.bisect_right(starts, at) - 1 for name in names for at, _ in find_string(text, name)}
            for sentence in found:
                told[sentence] += 2 if slot in OWN_SLOTS else 1
    return told


def _fit(word: _Word, told: list[int], text: str) -> float:
    beside = sum(told[s] for s in (word.sentence - 1, word.sentence + 1) if 0 <= s < len(told))
    verb = 0.3 if text[word.start : word.end].upper().endswith(("ED", "LEW UP", "SHOT", "DEAD")) else 0.0
    return told[word.sentence] + BESIDE * beside + verb
