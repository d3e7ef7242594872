"""Names struck out of a text: by what the person is where crossread speaks, by bars of the same length in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from crossread.codebook.name_folding import Word, fold_name, split_words
from crossread.export.nobody import is_plain, names_nobody, strip_leading

WITHHELD = "[withheld]"
BAR = "█"  # one for each character, so that a quote keeps the length of its span
PARTICLES = frozenset("al el bin ibn ould ag de da di van von bint abu dos".split())
CAPITAL = r"(?:(?:[Aa]l|[Ee]l|[Aa][nrst]|[Uu]r)-)?[^\W\d_a-zß-öø-ÿ][\w'’\-]*"
RUN = rf"{CAPITAL}(?: (?:(?:{'|'.join(sorted(PARTICLES))}) )*{CAPITAL})+"
_RUN = re.compile(RUN)
_NOT_LETTERS = re.compile(r"[\W_]+")
LONGEST_IN_ADDRESS = 6  # words of a name that are looked for in a row in an address
MOST_CAPITALS = 0.5  # share of capitalised words above which a line is a headline in capitals, where a run tells nothing


@lru_cache(maxsize=1 << 14)
def stems(words: str) -> tuple[str, ...]:
    """The words folded, without possessive endings: the same for every spelling of a name."""
    return tuple(word.stem for word in split_words(words) if word.stem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Names of several words, folded, each with what stands for it. `lengths`: how long those that begin with a word are."""

    names: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    run_together: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Mapping[str, str]) -> Phrases:
        """From names as written."""
        folded = {stems(name): stand_in for name, stand_in in names.items()}
        lengths: dict[str, set[int]] = {}
        for name in folded:
            lengths.setdefault(name[0], set()).add(len(name))
        return cls(
            names=folded,
            lengths={first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
            run_together=frozenset("".join(name) for name in folded),
        )

    def find(self, words: list[Word], at: int) -> tuple[int, str] | None:
        """How many words from `at` on are a name, and what stands for it."""
        for length in self.lengths.get(words[at].stem, ()):
            stand_in = self.names.get(tuple(word.stem for word in words[at : at + length]))
            if stand_in is not None and at + length <= len(words):  # a text can end with a name that a longer one begins with
                return length, stand_in
        return None

    def in_address(self, parts: list[str]) -> bool:
        """True if some of these parts of an address in a row are a name, written together or apart."""
        ends = range(1, LONGEST_IN_ADDRESS + 1)
        return any("".join(parts[at : at + size]) in self.run_together for at in range(len(parts)) for size in ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name in a text: where it stands, and what stands for it."""

    start: int
    end: int
    stand_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordGuard:
    """The names withheld in one text: full names (`phrases`) in any spelling, their `parts` where they are capitalised."""

    parts: Mapping[str, str] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=Phrases)
    told: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """False where no name is withheld, so that texts can be left as they are."""
        return bool(self.parts or self.phrases.names)

    def clean(self, text: str) -> str:
        """The text with `[a teacher]` in the place of every withheld name; a noun before it that says the same is taken in."""
        return _replace(text, [(f.start, f.end, f"[{f.stand_in}]") for f in self._find(text)]) if self else text

    def clean_title(self, text: str) -> str:
        """The same for a line of a report itself, in which other names that no slot tells are taken out as well."""
        cleaned = self.clean(text)
        return _replace(cleaned, [(start, end, WITHHELD) for start, end in self._strangers(cleaned)])

    def mask(self, quote: str) -> str:
        """The quote with bars over names, those that no slot tells included; as long as it was."""
        bars = [(f.start, f.end) for f in self._find(quote, with_noun=False)] if self else []
        return _bar(_bar(quote, bars), self._strangers(quote))

    def clean_address(self, text: str) -> str:
        """An address or a file name as it is, or `[withheld]` where it holds a name in any spelling ("amadou-keita.html")."""
        if not self:
            return text
        parts = [fold_name(part).replace(" ", "") for part in _NOT_LETTERS.split(text)]
        hidden = any(part in self.parts for part in parts) or self.phrases.in_address(parts)
        return WITHHELD if hidden else text

    def _find(self, text: str, *, with_noun: bool = True) -> Iterator[Found]:
        words = split_words(text)
        last: Found | None = None
        at = 0
        while at < len(words):
            size, stand_in = self._match(words, at)
            if not size:
                at += 1
                continue
            start, end = words[at].start, words[at + size - 1].end
            if not with_noun:
                start = _skip_nouns(words, at, size)
            elif at and words[at - 1].form == stand_in.rpartition(" ")[2]:
                start = words[at - 1].start
            if last and last.stand_in == stand_in and not text[last.end : start].strip(" -"):
                last = Found(start=last.start, end=end, stand_in=stand_in)
            else:
                if last:
                    yield last
                last = Found(start=start, end=end, stand_in=stand_in)
            at += size
        if last:
            yield last

    def _match(self, words: list[Word], at: int) -> tuple[int, str]:
        found = self.phrases.find(words, at)
        if found:
            return found
        stand_in = self.parts.get(words[at].stem)
        return (1, stand_in) if stand_in and not words[at].written[0].islower() else (0, "")

    def _strangers(self, text: str) -> list[tuple[int, int]]:
        """Runs of capitalised words that no claim has for a place, time, group or speaker, nor the codebook for a people."""
        written = [word.written for word in split_words(text)]
        if sum(word[:1].isupper() for word in written) > MOST_CAPITALS * max(len(written), 4):
            return []
        return [span for match in _RUN.finditer(text) if (span := self._stranger(match))]

    def _stranger(self, match: re.Match[str]) -> tuple[int, int] | None:
        run = strip_leading(match[0])
        known = all(word.stem in self.told or is_plain(word) for word in split_words(run))
        if known or " " not in run or names_nobody(run):
            return None
        return match.end() - len(run), match.end()


def _skip_nouns(words: list[Word], at: int, size: int) -> int:
    """Where the name itself begins in a match that starts with what the person is ("teacher Amadou Keïta")."""
    return next((word.start for word in words[at : at + size] if not word.written[0].islower()), words[at].start)


def _replace(text: str, rows: list[tuple[int, int, str]]) -> str:
    for start, end, instead in reversed(rows):
        text = text[:start] + instead + text[end:]
    return text


def _bar(text: str, spans: list[tuple[int, int]]) -> str:
    return _replace(text, [(start, end, BAR * (end - start)) for start, end in spans])
