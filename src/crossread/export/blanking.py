"""Names struck out of a text: by what the person is where crossread speaks, by bars of the same length in quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from crossread import patterns as re
from crossread.codebook.name_folding import Word, fold_name, split_words
from crossread.export.name_forms import IN_SENTENCES, PARTICLES, RUN
from crossread.export.nobody import is_plain, names_nobody, strip_leading
from crossread.export.placed import find_placed
from crossread.records import Document

WITHHELD = "[withheld]"
BAR = "█"  # one for each character, so that a quote keeps the length of its span
_RUN = re.compile(RUN)
_OWNER = re.compile(r"['’]s ")
_NOT_LETTERS = re.compile(r"[\W_]+")
LONGEST_IN_ADDRESS = 6  # words of a name that are looked for in a row in an address
LONGEST_LINE = 300  # characters; what is longer is no headline
SHORTEST_PART = 3  # letters; shorter parts of a name ("Al", "Ba") are words of their own in too many languages
ONE = "a person"  # what stands for somebody whom no slot tells
# Capitalised words that stand before a name and are none: titles, ranks, offices.
TITLES = frozenset(
    "mr mrs ms dr sheikh imam father sister prof professor lieutenant captain colonel major general brigadier sergeant corporal"
    " commander commandant comandante chief mayor governor president minister senator judge inspector superintendent constable"
    " officer private soldier spokesman spokeswoman reverend pastor bishop archbishop cardinal".split()
)
MOST_CAPITALS = 0.6  # share of capitalised words above which a line is a headline in capitals, where a run tells nothing


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
    """The names withheld in one text: full names (`phrases`) in any spelling, their `parts` where they are capitalised.

    `told` are words that the report has for places, groups and speakers, `ordinary` those that it writes in small letters
    elsewhere ("Ban on Motorbikes"): neither tells a stranger.
    """

    parts: Mapping[str, str] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=Phrases)
    told: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """False where no name is withheld, so that texts can be left as they are."""
        return bool(self.parts or self.phrases.names)

    def clean(self, text: str) -> str:
        """The text with `[a teacher]` in the place of every withheld name; a noun before it that says the same is taken in."""
        return _replace(text, [(f.start, f.end, f"[{f.stand_in}]") for f in self._whole(text)]) if self else text

    def clean_title(self, text: str) -> str:
        """The same for a line of a report itself, in which other names that no slot tells are taken out as well."""
        cleaned = self.clean(text)
        return _replace(cleaned, [(start, end, WITHHELD) for start, end in self._strangers(cleaned)])

    def mask(self, quote: str) -> str:
        """The quote with bars over names, those that no slot tells included; as long as it was.

        A name is barred whole: where a part of it is withheld, so is the run of capitals around it, but for what the person is.
        """
        bars = [(f.start, f.end) for f in self._whole(quote, with_noun=False)] if self else []
        return _bar(quote, [*bars, *self._strangers(quote)])

    def of_report(self, document: Document) -> WordGuard:
        """The guard for the report's own words: it withholds each part of the names that its text tells and no slot does."""
        outlet = self.told | set(stems(document.source or "")) | find_placed(document.text)
        small = {word.stem for word in split_words(document.text) if word.written[0].islower()}
        ordinary = frozenset(small | {stem.removesuffix("s") for stem in small})
        guard = replace(self, told=frozenset(outlet), ordinary=ordinary)
        strange = [document.text[start:end] for start, end in guard._strangers(document.text)]
        more = {word.stem: ONE for name in strange for word in split_words(name) if may_be_part(word)}
        more = {stem: one for stem, one in more.items() if stem not in outlet and stem not in ordinary}
        return replace(guard, parts={**more, **self.parts})

    def clean_address(self, text: str) -> str:
        """An address or a file name as it is, or `[withheld]` where it holds a name in any spelling ("amadou-keita.html")."""
        if not self:
            return text
        parts = [fold_name(part).replace(" ", "") for part in _NOT_LETTERS.split(text)]
        hidden = any(part in self.parts for part in parts) or self.phrases.in_address(parts)
        return WITHHELD if hidden else text

    def _whole(self, text: str, *, with_noun: bool = True) -> Iterator[Found]:
        """What `_find` finds, each as the whole name that it is a part of; a part of the name of a place or group is none."""
        end = 0
        for found in self._find(text, with_noun=with_noun):
            run = next((match for match in _RUN.finditer(text) if match.start() < found.end <= match.end()), None)
            first, last = found.start, found.end
            if run and names_nobody(run[0]) and run.start() <= first:
                continue
            if run:
                first, last = min(first, run.end() - len(strip_titles(run[0]))), run.end()
            if last > end:
                yield replace(found, start=max(first, end), end=last)
            end = max(end, last)

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
        """Names that no claim has for a place, time, group or speaker, nor the codebook for a people.

        Runs of capitalised words, but not in a headline of capitals, and single ones with an age or beside kin.
        """
        placed = find_placed(text)
        guard = replace(self, told=self.told | placed) if placed - self.told else self
        aged = (match.span("name") for form in IN_SENTENCES for match in form.finditer(text))
        alone = [span for start, end in aged if (span := guard._stranger(text, start, end, alone=True))]
        written = [word.written for word in split_words(text)]
        if len(text) <= LONGEST_LINE and sum(word[:1].isupper() for word in written) > MOST_CAPITALS * max(len(written), 4):
            return alone
        runs = (piece for match in _RUN.finditer(text) for piece in _behind_owners(text, match.start(), match.end()))
        return alone + [span for start, end in runs if (span := guard._stranger(text, start, end, alone=False))]

    def _stranger(self, text: str, start: int, end: int, *, alone: bool) -> tuple[int, int] | None:
        run = strip_titles(text[start:end])
        known = all(w.stem in self.told or (not alone and w.stem in self.ordinary) or is_plain(w) for w in split_words(run))
        if known or not (alone or " " in run) or names_nobody(run):
            return None
        return end - len(run), end


def _behind_owners(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of capitals, parted behind whom what follows belongs to: "Papua's Central Highlands" is no name of three words."""
    for owner in _OWNER.finditer(text, start, end):
        yield start, owner.start()
        start = owner.end()
    yield start, end


def strip_titles(run: str) -> str:
    """The name behind ranks, offices and what only begins a sentence ("Lieutenant Jhon Rojas")."""
    run = strip_leading(run)
    words = split_words(run)
    first = next((word for word in words if word.stem not in TITLES), None)
    return run[first.start :] if first else ""


def may_be_part(word: Word) -> bool:
    """True for a word that may be the part of a name: capitalised, no title, no particle, nothing that anybody may be."""
    ordinary = word.stem in TITLES or word.stem in PARTICLES or is_plain(word)
    return not word.written[0].islower() and len(word.stem) >= SHORTEST_PART and not ordinary


def _skip_nouns(words: list[Word], at: int, size: int) -> int:
    """Where the name itself begins in a match that starts with what the person is ("teacher Amadou Keïta")."""
    capital = [word for word in words[at : at + size] if not word.written[0].islower()] or words[at : at + 1]
    return next((word.start for word in capital if not is_plain(word)), capital[0].start)


def _replace(text: str, rows: list[tuple[int, int, str]]) -> str:
    for start, end, instead in reversed(rows):
        text = text[:start] + instead + text[end:]
    return text


def _bar(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with bars over these stretches, which may overlap."""
    hidden = {at for start, end in spans for at in range(start, end)}
    return "".join(BAR if at in hidden else sign for at, sign in enumerate(text)) if hidden else text
