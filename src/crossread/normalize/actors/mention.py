"""The parts of an actor mention: named actors, nations, and the noun it is built on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import Word

_IN_BRACKETS = re.compile(r"[^\s(]\s+\(([A-Z][\w/-]{1,14})\)\s*$")
LONGEST_NOUN = 4  # words in the longest listed noun phrase
NEVER_ORDINARY_IN_CAPITALS = frozenset({"us", "un"})
NEAR = 12  # words on each side that tell whether all is written in capitals
ACRONYM_LENGTH = 5  # letters up to which an all-capital alias is taken for an acronym
_AFTER_NATION = frozenset(
    "led backed linked aligned affiliated allied associated inspired controlled run owned made born held installed appointed "
    "funded trained".split()
)
_FRIENDS = frozenset("affiliate affiliates ally allies offshoot offshoots proxy proxies rival rivals enemy enemies".split())
# Who has left a group: "a splinter group of the MILF", "FARC splinter group".
_LEFT = frozenset("breakaway splinter dissident renegade rogue offshoot offshoots".split())
AGAINST_WORDS = frozenset(("anti", "counter"))
_SIDES = AGAINST_WORDS | {"pro"}  # before a name: whose enemy or friend somebody is
AGAINST = "against"  # the value of a name that tells whose enemy somebody is
_LEFT_REACH = 5  # words before a name in which it is told that somebody left it


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One recognised stretch of the mention (word indexes, half-open).

    Sorts: `name` (a registry alias), `nation`, `noun`, and `origin`, `origin_name` for what only tells whose friend something
    is ("Turkish-backed", "al-Qaeda-linked").
    """

    sort: str
    key: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention taken apart. `core_end` is where the noun group ends, `head` its rightmost part, None if none is known."""

    words: Sequence[Word]
    parts: tuple[Part, ...]
    core_end: int
    head: Part | None

    def last(self, sort: str, *, start: int = 0, end: int | None = None) -> Part | None:
        """The last part of that sort within a stretch of words."""
        limit = len(self.words) if end is None else end
        found = [part for part in self.parts if part.sort == sort and start <= part.start and part.end <= limit]
        return found[-1] if found else None

    def noun_before(self, head: Part) -> Part | None:
        """The noun that tells more than "members" or "personnel" after it: "security force members"."""
        noun = self.last("noun", end=head.start)
        return None if noun is None or noun.value in ("by_role", "object") else noun

    def first(self, sort: str, *, start: int = 0) -> Part | None:
        """The first part of that sort from a word on."""
        return next((part for part in self.parts if part.sort == sort and part.start >= start), None)


def letters_in_brackets(raw: str) -> str:
    """The letters by which a name goes, behind it: CODECO of "the Cooperative for the Development of Congo (CODECO)"; or ""."""
    match = _IN_BRACKETS.search(raw)
    return match[1] if match else ""


def without_letters(raw: str) -> str:
    """The words before such letters, where any stand at the end; all of them elsewhere."""
    match = _IN_BRACKETS.search(raw)
    return raw[: match.start() + 1] if match else raw


def analyse(words: Sequence[Word], registry: ActorRegistry, vocabulary: MentionWords) -> Mention:
    """Take a mention apart, left to right; longer names win, names win over nations, nations over nouns."""
    parts: list[Part] = []
    core_end = len(words)
    position = 0
    while position < len(words):
        part = _part_at(words, position, registry, vocabulary)
        if part is not None:
            parts.append(part)
            position = part.end
            continue
        if core_end == len(words) and _ends_group(words, position, parts, vocabulary):
            core_end = position
        position += 1
    core = [part for part in parts if part.end <= core_end]
    head = core[-1] if core else None
    return Mention(words=words, parts=tuple(parts), core_end=core_end, head=head)


def _ends_group(words: Sequence[Word], position: int, parts: Sequence[Part], vocabulary: MentionWords) -> bool:
    """True at a word that ends the noun group: "of" in "members of", never "held" in "rebel-held town"."""
    word = words[position]
    if position == 0 or word.joined:
        return False
    if word.form in vocabulary.joins:
        return any(part.sort in ("noun", "name") for part in parts)
    return word.form in vocabulary.cuts and (bool(parts) or any(len(before.form) > 2 for before in words[:position]))


def find_parts(words: Sequence[Word], registry: ActorRegistry, vocabulary: MentionWords) -> list[Part]:
    """All named actors and nations in a run of words."""
    found = []
    position = 0
    names, nations = registry.longest, vocabulary.longest_nations
    while position < len(words):
        word = words[position]
        if not (word.form in names or word.form in nations or word.stem in names or word.stem in nations):
            position += 1
            continue
        part = _name_at(words, position, registry, vocabulary) or _nation_at(words, position, vocabulary)
        found += [part] if part else []
        position = part.end if part else position + 1
    return found


def _part_at(words: Sequence[Word], position: int, registry: ActorRegistry, vocabulary: MentionWords) -> Part | None:
    name = _name_at(words, position, registry, vocabulary)
    if name is not None:
        return name
    return _nation_at(words, position, vocabulary) or _noun_at(words, position, vocabulary)


def _name_at(words: Sequence[Word], position: int, registry: ActorRegistry, vocabulary: MentionWords) -> Part | None:
    index = registry.index
    longest = registry.longest.get(words[position].form) or registry.longest.get(words[position].stem)
    if not longest:
        return None
    lengths = range(1, min(longest, len(words) - position) + 1)
    side = words[position - 1].form if position > 0 and words[position].joined else ""
    for length in lengths if side in AGAINST_WORDS else reversed(lengths):  # "anti-Houthi forces" are no Houthi forces
        stretch = words[position : position + length]
        before = [word.form for word in stretch[:-1]]
        for last in dict.fromkeys((stretch[-1].form, stretch[-1].stem)):
            key = " ".join((*before, last))
            end = position + length
            if (
                key in index
                and _written_as_name(words, position, key, vocabulary)
                and not _in_a_person(words, end, key, vocabulary)
            ):
                origin = side in _SIDES or _tells_origin(words, position, end)
                value = AGAINST if side in AGAINST_WORDS else ""
                return Part(sort="origin_name" if origin else "name", key=key, value=value, start=position, end=end)
    return None


def _tells_origin(words: Sequence[Word], start: int, end: int) -> bool:
    """True where a name only tells whose friend is meant, or whom somebody left.

    "al-Qaeda-linked", "Al-Qaida's affiliate", "an al-Qaida offshoot", "a breakaway faction of the NPA": of eight
    coded rows with such words one has the name of the group that was left.
    """
    before = [word.form for word in words[max(0, start - _LEFT_REACH) : start]]
    tail = before[:-1] if before[-1:] == ["the"] else before
    if tail[-1:] and tail[-1] in ("of", "from") and _LEFT.intersection(tail):
        return True
    if end >= len(words):
        return False
    if words[end].form in _LEFT or (words[end].joined and words[end].form in _AFTER_NATION):
        return True
    return words[end - 1].stem != words[end - 1].form and words[end].form in _FRIENDS


def _written_as_name(words: Sequence[Word], position: int, key: str, vocabulary: MentionWords) -> bool:
    """A name that is also an ordinary word counts only with a capital, an acronym only in capitals.

    Where all is written in capitals nothing tells WHO from who: such words are then taken for ordinary ones.
    """
    if key not in vocabulary.ordinary:
        return True
    written = words[position].written
    if "." in written or (key in NEVER_ORDINARY_IN_CAPITALS and written.isupper()):
        return True
    near = words[max(0, position - NEAR) : position + NEAR]
    if not any(word.written != word.written.upper() for word in near):
        return len(words) == 1 and len(key) <= ACRONYM_LENGTH and key not in vocabulary.nouns
    capitals = sum(letter.isupper() for letter in written)
    return written.isupper() or capitals > 1 or (len(key) > ACRONYM_LENGTH - 2 and capitals == 1)


def _in_a_person(words: Sequence[Word], end: int, key: str, vocabulary: MentionWords) -> bool:
    """True for a short acronym that is a given name before another one, all in capitals: ANA MARIA."""
    if len(key) >= ACRONYM_LENGTH - 1 or end >= len(words) or not words[end].written.isupper():
        return False
    return words[end].form in vocabulary.given_names


def _nation_at(words: Sequence[Word], position: int, vocabulary: MentionWords) -> Part | None:
    longest = vocabulary.longest_nations.get(words[position].form) or vocabulary.longest_nations.get(words[position].stem, 0)
    for length in range(min(longest, len(words) - position), 0, -1):
        stretch = words[position : position + length]
        for last in dict.fromkeys((stretch[-1].form, stretch[-1].stem)):
            key = " ".join((*(word.form for word in stretch[:-1]), last))
            nation = vocabulary.nations.get(key)
            if nation is None or not _written_as_name(words, position, key, vocabulary):
                continue
            end = position + length
            sort = "origin" if end < len(words) and words[end].form in _AFTER_NATION else "nation"
            return Part(sort=sort, key=nation[1], value=nation[0], start=position, end=end)
    return None


def _noun_at(words: Sequence[Word], position: int, vocabulary: MentionWords) -> Part | None:
    opposed = position > 0 and words[position].joined and words[position - 1].form in AGAINST_WORDS
    longest = 1 if opposed and words[position].form in vocabulary.irregulars else LONGEST_NOUN  # "anti-rebel troops"
    for length in range(min(longest, len(words) - position), 0, -1):
        stretch = words[position : position + length]
        before = [word.form for word in stretch[:-1]]
        for last in dict.fromkeys((stretch[-1].form, stretch[-1].stem)):
            key = " ".join((*before, last))
            kind = vocabulary.nouns.get(key) or ("by_role" if key in vocabulary.by_role else None)
            if kind is not None:
                return Part(sort="noun", key=key, value=kind, start=position, end=position + length)
    return None
