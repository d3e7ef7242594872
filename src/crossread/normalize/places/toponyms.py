"""Finds the words of a text that may name places: capitalised runs, longest match in the gazetteer first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from crossread import patterns as re
from crossread.gazetteer import Gazetteer, GazetteerPlace, fold_name
from crossread.normalize.places.letters import are_letters, bears_region, is_inside_sentence, is_tag, is_written, may_bind
from crossread.normalize.places.words import PlaceWords

MOST_WORDS = 6  # the longest names in reports, "Democratic Republic of the Congo" among them
SMALL_TOWN = 200_000  # inhabitants; a larger town keeps its name beside another ("Baghdad Sadr City")
SHORTEST = 2  # letters of a word that is a name alone only where it is an abbreviation
SHORTEST_BARE = 4  # in text without case a name must have four letters, or be written with dots

# Whether a letter or a figure stands there is asked first: else every space is tried against each way to begin.
_WORD = re.compile(
    r"(?=[^\W_])(?:(?:[^\W\d_]\.){2,}|(?:St|Ste|Mt|Ft|Pt|Brgy|Bgy)\.(?=\s[A-Z])|[A-Z]-?\d{1,2}(?!\w)|[^\W\d_]+(?:['’‘`ʼʻ][^\W\d_]+)*(?:\.(?=,?\s*$|[,;)]))?|\d+(?=-?[A-Z]))"
)
_JOINT = re.compile(r"^(?:\s|-|‑|\s?/\s?)$")
_DISTRICT_OF_COLUMBIA = re.compile(r"^,\s$")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_PARTICLES = frozenset(
    "of the and de del della di da do dos das du des la las los le les el al an ar as ash at ez es ed er bin ben ibn abu "
    "i y e on upon sur sous en au aux am im van von den der ter ad ol wa o".split()
)
_OF_ROMANCE = frozenset(
    ("de", "del", "de la", "de las", "de los", "do", "da", "dos", "das", "du", "des", "sur", "sous", "lès", "les")
)
_ROMANCE_REST = re.compile(r"(\s(?:de las|de los|de la|del|de|do|da)\s)([^\W\d_]+)", re.IGNORECASE)
_OPENING = frozenset(("las", "los"))  # in text without case: they open names ("LAS CANAS") as often as they stand inside
# "the Pan-American highway", "Central American University" are of the continent.
_CONTINENT = re.compile(r"\b(?:[Pp]an|[Ii]nter|[Ii]bero|[Mm]eso|Latin|Central|South|North)[ -](?=American)")
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


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    capital: bool
    particle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymFinder:
    """Finds toponyms in whole documents and in the words of slots."""

    gazetteer: Gazetteer
    words: PlaceWords

    def find(self, text: str, *, cased: bool, in_slot: bool) -> list[Toponym]:
        """All words of `text` that may name places, listed or not, left to right and never overlapping.

        `cased` says whether capitals mean something; without them only listed names come back, and no common words. In a
        slot even a common word may be a name ("in Nice"); in running text it is not taken for one.
        """
        found: list[Toponym] = []
        for run in _iter_runs(text, cased=cased):
            matched = self._with_tails(text, self._match_run(text, run, cased=cased, in_slot=in_slot))
            if cased:
                found += [t for t in self._merge(text, matched) if t.listed or t.demonym or is_written(t.text)]
            else:
                for toponym in (t for t in matched if t.listed or t.demonym):
                    if not found or toponym.start >= found[-1].end:
                        found.append(self._whole(text, toponym) if in_slot else toponym)
        return found

    def _match_run(self, text: str, run: list[_Word], *, cased: bool, in_slot: bool) -> list[Toponym]:
        found: list[Toponym] = []
        at = 0
        while at < len(run):
            size, toponym = 1, None
            plain = run[at].text.lower().rstrip(".") in self.words.function and text[run[at].start - 1 : run[at].start] != "-"
            inside = is_inside_sentence(text, run[at].start)
            if not plain or inside or in_slot:
                size, toponym = self._longest(text, run, at, cased=cased, in_slot=in_slot)
                if plain and (size == 1 or not (inside or (toponym and toponym.listed))):
                    size, toponym = 1, None
            if toponym and toponym.folded not in self.words.not_places:
                found.append(toponym)
            at += size
        return found

    def _longest(self, text: str, run: list[_Word], at: int, *, cased: bool, in_slot: bool) -> tuple[int, Toponym | None]:
        for size in range(min(MOST_WORDS, len(run) - at), 0, -1):
            words = run[at : at + size]
            if not words[-1].capital or (size == 1 and (not words[0].capital or words[0].text.lower() in _PARTICLES)):
                continue
            alone = all(_is_plain(word, self.words) for word in (*run[:at], *run[at + size :]))
            toponym = self._read(text, words, cased=cased, in_slot=in_slot, alone=alone)
            if toponym:
                return size, toponym
        if not run[at].capital or not cased:
            return 1, None
        return 1, _toponym(text, [run[at]], listed=False)

    def _read(self, text: str, words: list[_Word], *, cased: bool, in_slot: bool, alone: bool) -> Toponym | None:
        start, end = words[0].start, words[-1].end
        folded = fold_name(text[start:end])
        if folded in self.words.not_places:
            return _toponym(text, words, listed=False)
        if are_letters(text, start, end, cased=cased) or (cased and is_tag(text, start, end, self.gazetteer)):
            return None
        if not self._plausible(text[start:end], folded, cased=cased, in_slot=in_slot):
            return None
        demonym = self.gazetteer.demonym(folded)
        demonym = None if demonym and _CONTINENT.search(text, max(0, start - 8), end) else demonym
        if self.gazetteer.has_name(folded):
            return _toponym(text, words, listed=True, demonym=demonym, alone=alone)
        return _toponym(text, words, listed=False, demonym=demonym, alone=alone) if demonym else None

    def _plausible(self, written: str, folded: str, *, cased: bool, in_slot: bool) -> bool:
        """False for words whose letters happen to be a name: "us", "Of", and common words outside slots or without case."""
        if " " in folded and folded != "u s":
            return True
        if folded in ("us", "u s"):
            return written.isupper() or "." in written
        if len(folded) < 2 or (not in_slot and self.gazetteer.is_common_word(folded)):
            return False
        if in_slot and (cased or "." in written):
            return True
        said = folded in self.words.units or bool(self.words.sites.fullmatch(folded))
        if cased or "." in written:
            return not (said or folded in self.words.compass)
        return len(folded) >= SHORTEST_BARE and not said and not self.gazetteer.is_common_word(folded)

    def _with_tails(self, text: str, found: Sequence[Toponym]) -> list[Toponym]:
        """A quarter called by its side of town is no region: "Inekar-Ouest" is one name, the town's where that is listed."""
        whole: list[Toponym] = []
        for toponym in found:
            last = whole[-1] if whole else None
            if last and self._is_tail(text[last.end : toponym.start], last, toponym):
                written = text[last.start : toponym.end]
                folded = last.folded if last.listed else fold_name(written)
                whole[-1] = replace(last, end=toponym.end, text=written, folded=folded)
            else:
                whole.append(toponym)
        return whole

    def _is_tail(self, gap: str, head: Toponym, tail: Toponym) -> bool:
        if head.demonym or head.text.lower() in self.words.units:
            return False
        if head.listed and any(p.kind == "country" for p in self.gazetteer.find_exact(head.folded)):
            return False
        hyphen = gap in ("-", "‑")
        side = tail.folded in self.words.compass and (hyphen or (gap == " " and not head.listed))  # "Creekwood South"
        return side or ((hyphen or gap == " ") and tail.folded in self.words.tails)

    def _merge(self, text: str, found: Sequence[Toponym]) -> list[Toponym]:
        """Neighbouring words of one run that are one name: unlisted ones, and small listed ones with unlisted beside them."""
        merged = self._merge_once(text, found)
        while len(merged) < len(found):
            found, merged = merged, self._merge_once(text, merged)
        return merged

    def _merge_once(self, text: str, found: Sequence[Toponym]) -> list[Toponym]:
        merged: list[Toponym] = []
        for toponym in found:
            last = merged[-1] if merged else None
            gap = text[last.end : toponym.start] if last else ""
            one = last and may_bind(gap) and (self._is_one_name(last, toponym) or self._bears_region(text, last, toponym))
            if last and (one or self._goes_on(gap, last, toponym)):
                written = text[last.start : toponym.end]
                merged[-1] = replace(last, end=toponym.end, text=written, folded=fold_name(written), listed=False, demonym=None)
            else:
                merged.append(toponym)
        return merged

    def _whole(self, text: str, toponym: Toponym) -> Toponym:
        """In text without case: "SAN LUIS" goes on as "SAN LUIS DE LA REINA", which the gazetteer has not."""
        match = _ROMANCE_REST.match(text, toponym.end)
        if match is None or toponym.demonym or not self._goes_on(match[1], toponym, toponym):
            return toponym
        rest = fold_name(match[2])
        if any(p.kind == "country" for p in self.gazetteer.find_exact(rest)):
            return toponym
        written = text[toponym.start : match.end()]
        return replace(toponym, end=match.end(), text=written, folded=fold_name(written), listed=False)

    def _goes_on(self, gap: str, left: Toponym, right: Toponym) -> bool:
        """True for "San Luis" + "de la" + "Reina": the whole is another place than San Luis."""
        if gap.strip().lower() not in _OF_ROMANCE or left.demonym or right.demonym or left.text.lower() in self.words.units:
            return False
        return all(p.kind != "country" for t in (left, right) for p in self.gazetteer.find_exact(t.folded))

    def _is_one_name(self, left: Toponym, right: Toponym) -> bool:
        if len(left.folded) <= SHORTEST and not left.text.isupper() and "." not in left.text:
            return self._may_merge(right)  # "Pa" before "Zi Gyi" is no state
        if left.text.lower() in self.words.heads:
            return self._may_merge(right) and (not right.listed or self._is_small(right))
        if left.listed and not self._is_small(left) and self.gazetteer.is_common_word(right.folded):
            return False  # a paper ("Orlando Sentinel") is called after its city
        if left.listed and right.listed and not all(map(self._is_small, (left, right))):
            return False
        return all(self._may_merge(t) for t in (left, right))

    def _bears_region(self, text: str, left: Toponym, right: Toponym) -> bool:
        """True for "Nova" + "Zambezia", "Datu" + "Saudi" before "Ampatuan": names with a country's or region's in them."""
        if text[left.end : right.start] != " " or not bears_region(text, right.end, adjective=right.demonym is not None):
            return False
        lower = right.text.lower()
        if lower in self.words.not_of_names or self.words.sites.search(lower):
            return False
        if left.text.lower() in self.words.heads:
            return right.demonym is not None or not any(map(self._is_city, self.gazetteer.find_exact(right.folded)))
        return not left.listed and not self.gazetteer.is_common_word(left.folded) and self._may_merge(left)

    def _is_small(self, toponym: Toponym) -> bool:
        """True for names that only towns bear: two of them in a row ("Salman Pak", "Mir Ali") are one name of neither.

        A city that is called so only besides ("Ahmad" for Al Ahmadi) does not make "Ahmad Wal" that city.
        """
        named = self.gazetteer.find_exact(toponym.folded)
        return all(p.kind == "settlement" and not self._is_city(p) for p in named)

    def _is_city(self, place: GazetteerPlace) -> bool:
        return place.kind == "settlement" and place.population >= SMALL_TOWN and place.matched != "alternate"

    def _may_merge(self, toponym: Toponym) -> bool:
        lower = toponym.text.lower()
        if toponym.demonym or lower in self.words.not_of_names:
            return False
        if not toponym.listed:
            return not self.words.sites.search(lower)
        places = self.gazetteer.find_exact(toponym.folded)
        return all(p.kind == "settlement" for p in places)


def _is_plain(word: _Word, words: PlaceWords) -> bool:
    """True for what is no part of a name beside it: "on", "Monday"."""
    return word.particle or word.text.lower() in words.function


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
    """The words that may be part of a name; where capitals tell names, a word in small letters parts them like a full stop."""
    for match in _WORD.finditer(text):
        written = match.group()
        if cased and written[0].islower() and written not in _PARTICLES:
            continue
        word = _POSSESSIVE.sub("", written) if "'" in written or "’" in written else written
        word = written if len(word) == 2 else word  # "Ra's Lanuf"
        if word:
            particle = word in _PARTICLES
            capital = word[0].isupper() or word[0].isdigit() if cased else word.lower() not in _PARTICLES - _OPENING
            yield _Word(start=match.start(), end=match.start() + len(word), text=word, capital=capital, particle=particle)


def _joins(text: str, left: _Word, right: _Word) -> bool:
    gap = text[left.end : right.start]
    district = left.text == "Washington" and right.text in ("D.C.", "DC") and _DISTRICT_OF_COLUMBIA.match(gap)
    return bool(_JOINT.match(gap) or district)


def _trim(run: list[_Word]) -> list[_Word]:
    """The run without particles at its end."""
    while run and not run[-1].capital:
        run = run[:-1]
    return run


def _toponym(text: str, words: list[_Word], *, listed: bool, demonym: str | None = None, alone: bool = True) -> Toponym:
    start, end = words[0].start, words[-1].end
    written = text[start:end]
    return Toponym(start=start, end=end, text=written, folded=fold_name(written), listed=listed, demonym=demonym, alone=alone)
