"""The parties a sentence names: runs of words around a registered actor, a nation, a noun for people, or an unknown name."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import Word
from crossread.dealings.verbs import Kinds
from crossread.normalize.actors.mention import Part, analyse

LONGEST_GAP = 2  # unknown words between two parts of one party: "Israeli foreign minister"
_PLACE_WORDS = frozenset("in at near across around inside outside within throughout into from over through off beyond".split())
_BEARINGS = frozenset(
    "the north south east west northern southern eastern western central northwestern northeastern southwestern southeastern "
    "occupied neighbouring neighboring".split()
)
_UNITS = frozenset("city town village province district region capital port island state county area suburb".split())
_NOBODY = frozenset("dead deaths body bodies corpse corpses protest protests demonstration rally rallies march sit-in".split())
_SMALL = frozenset(
    "the a an its his her their this these those some all several many two three four five six ten senior top former new own "
    "other most".split()
)
_STOPS = frozenset(
    "and or but of to in on at by for from with against over after before as that which who whom whose if when while because "
    "is are was were be been being has have had do does did will would can could may might must should not said says say told "
    "it he she they we i you about into than between among during until near through under".split()
)
_NEVER_NAMES = _STOPS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december the a an his her its their this these those there".split()
)
_OWNED = frozenset(
    "spokesman spokeswoman spokesperson ministry office party government army forces envoy delegation side".split()
)
_AFTER_SUBJECT = frozenset("also has had is was will says said later and".split())
_MARKS = ',;:()"“”'


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Words of a sentence that name one party (word indexes, half-open).

    `place` is True where they may only tell where something is done, `adjective` where they end in a nation's adjective
    ("Iranian"), which needs a noun behind it to act.
    """

    start: int
    end: int
    place: bool = False
    adjective: bool = False


def find_parties(
    words: Sequence[Word], text: str, registry: ActorRegistry, vocabulary: MentionWords, kinds: Kinds
) -> list[Party]:
    """All parties of a sentence in order; no two overlap, and none goes on over the past form of a verb of a dealing.

    Any such verb makes a party of the "our movement" before it. `text` is the sentence that `words` were split from.
    """
    groups: list[list[Part]] = []
    for part in analyse(words, registry, vocabulary).parts:
        if part.sort.startswith("origin"):
            continue
        if groups and _one_party(words, text, groups[-1][-1], part, kinds.past):
            groups[-1].append(part)
        else:
            groups.append([part])
    found = [_widened(words, text, group) for group in groups if _acts(group[-1])]
    taken = {i for party in found for i in range(party.start, party.end)}
    taken |= {i for group in groups for i in range(group[0].start, group[-1].end)}
    ours = [Party(start=a, end=b) for a, b in _own_side(words, kinds.cues) if taken.isdisjoint(range(a, b))]
    taken |= {i for party in ours for i in range(party.start, party.end)}
    names = [Party(start=a, end=b, place=_stands_as_place(words, a)) for a, b in _name_runs(words, text, taken)]
    return _joined(words, text, sorted([*found, *ours, *names], key=lambda party: party.start))


def _joined(words: Sequence[Word], text: str, parties: Sequence[Party]) -> list[Party]:
    """With unknown names put to the noun they belong to: "rebels of the Red Lantern", "Tuareg leaders"."""
    joined: list[Party] = []
    for party in parties:
        if joined and _belongs(words, text, joined[-1], party):
            joined[-1] = Party(start=joined[-1].start, end=party.end)
        else:
            joined.append(party)
    return joined


def _belongs(words: Sequence[Word], text: str, before: Party, after: Party) -> bool:
    if any(mark in text[words[before.end - 1].end : words[after.start].start] for mark in _MARKS):
        return False
    forms = [word.form for word in words[before.end : after.start]]
    last, first = words[before.end - 1], words[after.start]
    if forms[:1] == ["of"]:
        return last.written.islower() and first.written[:1].isupper() and all(form in _SMALL for form in forms[1:])
    return not forms and last.written[:1].isupper() and last.stem == last.form


def _acts(last: Part) -> bool:
    """False for things ("the convoy"), for the dead, and for what a protest is called."""
    return last.sort != "noun" or (last.value != "object" and last.key not in _NOBODY)


def _one_party(words: Sequence[Word], text: str, before: Part, after: Part, verbs: Container[str]) -> bool:
    """True if two recognised parts are one party's: "the president of Georgia", "Israeli foreign minister"."""
    if any(mark in text[words[before.end - 1].end : words[after.start].start] for mark in _MARKS):
        return False
    forms = [word.form for word in words[before.end : after.start]]
    if forms and forms[0] == "of" and before.sort == "noun":
        return len(forms) <= LONGEST_GAP + 1 and all(form in _SMALL for form in forms[1:])
    if words[before.end - 1].stem != words[before.end - 1].form:  # a genitive: "Iran's president", not "Iran's refusal"
        return before.sort == "noun" or len(forms) <= 1
    if len(forms) > LONGEST_GAP or any(form in _STOPS or form in verbs or form.endswith(("ed", "ing")) for form in forms):
        return False
    return before.sort != "noun" or not forms


def _widened(words: Sequence[Word], text: str, parts: Sequence[Part]) -> Party:
    """The party with the name behind its title: "President Jacques Chirac"."""
    start, end = parts[0].start, parts[-1].end
    if words[end - 1].stem != words[end - 1].form and end < len(words) and words[end].form in _OWNED:
        end += 1  # "the president's spokesman"
    while end < len(words) and _may_be_name(words[end]) and _nothing_between(words, text, end):
        end += 1
    last = parts[-1]
    bare = len(parts) == 1 and last.sort == "nation" and last.key == "name"
    return Party(
        start=start,
        end=end,
        place=bare and _stands_as_place(words, start),
        adjective=end == last.end and last.sort == "nation" and last.key == "adjective",
    )


def _stands_as_place(words: Sequence[Word], start: int) -> bool:
    """True behind "in", "near", "in southern", "the city of"."""
    at = start - 1
    while at >= 0 and words[at].form in _BEARINGS:
        at -= 1
    if at > 0 and words[at].form == "of":
        return words[at - 1].form in _UNITS or words[at - 1].form in _BEARINGS
    return at >= 0 and words[at].form in _PLACE_WORDS


def _name_runs(words: Sequence[Word], text: str, taken: set[int]) -> list[tuple[int, int]]:
    """Runs of unknown words with a capital. The sentence's first word alone is one only where a verb follows it at once."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(words):
        if i in taken or not _may_be_name(words[i]):
            i += 1
            continue
        end = i + 1
        while end < len(words) and end not in taken and _may_be_name(words[end]) and _nothing_between(words, text, end):
            end += 1
        if i > 0 or end > 1 or (end < len(words) and words[end].form in _AFTER_SUBJECT):
            runs.append((i, end))
        i = end
    return runs


def _own_side(words: Sequence[Word], verbs: Container[str]) -> list[tuple[int, int]]:
    """ "We" and "our movement" of who speaks for a side, where a verb of the list follows."""
    found = []
    for i, word in enumerate(words):
        end = i + {"we": 1, "our": 2}.get(word.form, 0)
        if i < end < len(words) and (words[end].form in verbs or words[end].form in _AFTER_SUBJECT):
            found.append((i, end))
    return found


def _nothing_between(words: Sequence[Word], text: str, i: int) -> bool:
    return not text[words[i - 1].end : words[i].start].strip(" .-")


def _may_be_name(word: Word) -> bool:
    return word.written[:1].isupper() and len(word.form) > 1 and word.form not in _NEVER_NAMES
