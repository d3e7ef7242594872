"""Comparison of the named people who were hurt: somebody dies once."""

from __future__ import annotations

from collections.abc import Iterable

from crossread import patterns as re
from crossread.codebook import load_codebook
from crossread.codebook.mention_words import MentionWords
from crossread.link.comparison import Comparison, Pair, Telling, once
from crossread.link.tolerances import tolerances
from crossread.link.words import fold
from crossread.records import Actor, Harm
from crossread.records.roles import SUFFERER_ROLES
from crossread.registry import register

_PART = r"(?:(?:[Aa]l|[Ee]l|[Aa][nrst]|[Uu]r)-)?[^\W\d_a-zß-öø-ÿ][\w'’\-]+"
_RUN = re.compile(rf"{_PART}(?: (?:(?:al|el|bin|ibn|ould|ag|de|da|di|van|von|bint|del|la) )*{_PART})+")
_LETHAL = "lethal force"
# What may befall a person of whom a claim of lethal force tells nothing more than the name.
_OPEN = "hurt"


@register("comparisons", "person@1")
def compare_person(pair: Pair) -> Comparison:
    """Both name the same one who was killed, or taken, or hurt: two words of the name at least, and the same fate."""
    table = tolerances("people")
    if (found := same_person(pair)) is not None:
        return Comparison(name="person", score=table["same_person"], sentence=f"Both tell of {found[0]}: {found[1]}.")
    if (told_too := _told_in_text(pair)) is not None:
        return Comparison(
            name="person",
            score=table["person_in_text"],
            sentence=f"One tells of {told_too}, whose name the other's report has.",
        )
    return Comparison(name="person", score=None, sentence="No one who was hurt is named by both.")


def same_person(pair: Pair) -> tuple[str, str, bool] | None:
    """Whom both say the same of, what befell that one, and whether both say what; None if there is nobody."""
    a, b = named_people(pair.a), named_people(pair.b)
    for words, (said, fate) in a.items():
        for others, (_, other_fate) in b.items():
            if len(words & others) > 1 and _OPEN in (fate, other_fate, _OPEN if fate == other_fate else ""):
                return said, fate if fate != _OPEN else other_fate, fate == other_fate
    return None


def _told_in_text(pair: Pair) -> str | None:
    """The name of one who was killed or hurt in one telling, where the other names nobody and its words hold that name."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if pair.weights is None or not named_people(one) or named_people(other) or not tells_hurt(other):
            continue
        for words, (said, fate) in named_people(one).items():
            fits = fate == _OPEN or any(row.effect == fate for row in other.claim.harm)
            if fits and all(pair.weights.holds(other.text, word) for word in words):
                return said
    return None


@once
def tells_hurt(telling: Telling) -> bool:
    """True for a claim of lethal force that tells how many were killed or hurt."""
    return bool(telling.claim.harm) and load_codebook().family(telling.claim.type) == _LETHAL


@once
def named_people(telling: Telling) -> dict[frozenset[str], tuple[str, str]]:
    """Words of each name, folded, with the name as written and what befell that one. Groups, forces and sites are none."""
    claim = telling.claim
    known = _words(name for actor in claim.actors if actor.registry_id and (name := actor.name))
    found: dict[frozenset[str], tuple[str, str]] = {}
    for row in claim.harm:
        if _is_one(row):
            found |= _people(row.raw, known, row.effect)
    if load_codebook().family(claim.type) == _LETHAL:
        for actor in claim.actors:
            if actor.role in SUFFERER_ROLES and actor.type != "object" and _is_name(actor):
                found = _people(actor.raw, known, _OPEN) | found
    return found


def _is_one(row: Harm) -> bool:
    return row.count is not None and row.count.low == row.count.high == 1


def _is_name(actor: Actor) -> bool:
    """Nothing but a name, with or without titles: "Mullah Akhtar Mansour", not "the Popular Front's men"."""
    return actor.registry_id is None and all(match[0].isupper() for match in re.findall(r"[^\W\d_][\w'’\-]*", actor.raw))


def _people(raw: str, known: frozenset[str], fate: str) -> dict[frozenset[str], tuple[str, str]]:
    people = {}
    if not raw.isupper():
        for match in _RUN.finditer(raw):
            words = _words([match.group()]) - known - _no_names()
            if len(words) > 1:
                people[words] = (_told(match.group(), words), fate)
    return people


def _told(name: str, words: frozenset[str]) -> str:
    """The name as written, without the titles before it."""
    parts = name.split()
    first = next((at for at, part in enumerate(parts) if _words([part]) & words), 0)
    return " ".join(parts[first:])


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in fold(name).split() if len(word) > 2)


def _no_names() -> frozenset[str]:
    """Titles and nationality words."""
    words = MentionWords.load()
    return frozenset(words.titles) | frozenset(words.nations)
