"""Subjects and objects of a verb in an English sentence, by word order alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.codebook.name_folding import Word
from crossread.dealings.parties import Party

_NEXT_CLAUSE = re.compile(r",\s+(?:and|but)\s")  # "called for restraint, and the union sent an envoy"
FAR = 9  # words between a verb and its object; of 6, 9, 12 and 20 it gave the best balance on PLOVER's sentences
_BE = frozenset("is are was were be been being get got".split())
AUXILIARY = frozenset(
    "has have had is are was were be been being will would can could may might shall should must do does did to not also never "
    "again once yesterday today tomorrow now already still just later jointly".split()
)
_BREAKS = frozenset("but while because after before when if although though whereas until since unless as so that".split())
_RELATIVE = frozenset("who which whom".split())
_PREPOSITIONS = frozenset(
    "of in on at by for from with against over under after before between among amid into about during near through since "
    "until toward towards despite without within along across around".split()
)
_DETERMINERS = frozenset("the a an its his her their some all several".split())
_CLOSES_OBJECT = frozenset("but while after when who which".split())
_JOINS = (["and"], ["or"], ["as", "well", "as"])
_LONGEST_AUXILIARY = 3  # words between "was" and "harshly condemned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence's text, words and parties."""

    text: str
    words: Sequence[Word]
    parties: Sequence[Party]

    def between(self, i: int, j: int) -> str:
        """What is written between two words."""
        return self.text[self.words[i].end : self.words[j].start]

    def ends_party(self, i: int) -> bool:
        """True if a party ends with the word before `i` and nothing is written between."""
        return i > 0 and any(p.end == i for p in self.parties) and not self.between(i - 1, i).strip()


def subjects(sentence: Sentence, i: int) -> tuple[Party, ...]:
    """Who does what the verb at `i` tells: the clause's first party outside a preposition, else the sentence's."""
    before = [p for p in sentence.parties if p.end <= i]
    if not before:
        return ()
    if sentence.words[i].form.endswith("ing") and sentence.ends_party(i):
        return (before[-1],)  # "protesters demanding ..."
    low = _clause_start(sentence, i)
    inside = [p for p in before if p.start >= low and not p.place]
    if not inside and low and sentence.words[low - 1].form in _RELATIVE:
        return tuple(p for p in before if p.end <= low - 1)[-1:]
    first = [p for p in inside if p.start - low <= 1 or not preposition(sentence, p)][:1]
    first = first or [p for p in before if not p.place and not preposition(sentence, p)][:1]
    first = first or [p for p in before if not p.place][:1]
    return with_joined(sentence, first[0]) if first else ()


def _clause_start(sentence: Sentence, i: int) -> int:
    for at in range(i - 1, -1, -1):
        if sentence.words[at].form in _BREAKS | _RELATIVE or any(m in sentence.between(at, at + 1) for m in ';:"“”'):
            return at + 1
    return 0


def objects(sentence: Sentence, i: int) -> tuple[Party, ...]:
    """To whom the verb at `i` is done: the first party behind it that is no mere place."""
    low = _clause_start(sentence, i)
    fronted = low > 0 and sentence.words[low - 1].form in _BREAKS  # "After X pulled out, Y ...": the comma ends the clause
    for party in sentence.parties:
        if party.start <= i:
            continue
        gap = sentence.between(i, party.start)
        if (fronted and "," in gap) or _NEXT_CLAUSE.search(gap):
            return ()
        forms = [word.form for word in sentence.words[i + 1 : party.start]]
        if len(forms) > FAR or ";" in gap or not _CLOSES_OBJECT.isdisjoint(forms):
            return ()
        if not party.place or not {"to", "into"}.isdisjoint(forms[-2:]):
            return with_joined(sentence, party)
    return ()


def agents(sentence: Sentence, i: int) -> tuple[Party, ...]:
    """The party that "by" names behind the verb at `i`."""
    by = [p for p in sentence.parties if p.start > i and preposition(sentence, p) == "by"][:1]
    return with_joined(sentence, by[0]) if by else ()


def is_passive(sentence: Sentence, i: int) -> bool:
    """True if a form of "be" stands before the verb with nothing but auxiliaries and adverbs between."""
    for at in range(i - 1, max(-1, i - 2 - _LONGEST_AUXILIARY), -1):
        form = sentence.words[at].form
        if form in _BE:
            return True
        if form not in AUXILIARY and not form.endswith("ly"):
            return False
    return False


def preposition(sentence: Sentence, party: Party) -> str:
    """The preposition right before a party, empty if none."""
    at = party.start - 1
    while at >= 0 and sentence.words[at].form in _DETERMINERS:
        at -= 1
    return sentence.words[at].form if at >= 0 and sentence.words[at].form in _PREPOSITIONS else ""


def with_joined(sentence: Sentence, first: Party) -> tuple[Party, ...]:
    """The party and those joined to it: A and B."""
    run = [first]
    for party in sentence.parties:
        if party.start < run[-1].end:
            continue
        forms = [word.form for word in sentence.words[run[-1].end : party.start] if word.form not in _DETERMINERS]
        if forms not in _JOINS:
            break
        run.append(party)
    return tuple(run)
