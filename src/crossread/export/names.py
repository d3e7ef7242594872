"""Words that may be the name of a victim, kept out of tables unless asked for.

The reader has no slot for the names of victims, yet the words of a victim slot can be one ("journalist Amadou Keïta").
The rule is careful, not clever: when in doubt the words are replaced by the type of actor, and the manifest counts how often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.records import Claim

# Types of actor that are persons; forces and groups are named by what they are.
PERSON_TYPES = frozenset(
    {"civilians", "officials", "aid_workers", "journalists", "protesters", "rioters", "police", "unknown"},
)

LONGEST_SLOT = 300  # characters; longer words for a victim are a passage, and a passage can hold any name

_CAPITAL = r"(?:(?:[Aa]l|[Ee]l|[Aa][nrst]|[Uu]r)-)?[^\W\d_a-zß-öø-ÿ][\w'’\-]*"
_PARTICLE = r"(?:al|el|bin|ibn|ould|ag|de|da|di|van|von|bint|abu|dos)"
_RUN = rf"{_CAPITAL}(?: (?:{_PARTICLE} )*{_CAPITAL})+"
_FORMS = (
    # Two or more capitalised words in a row with nothing after them that they could describe ("Sri Lankan civilians"), and
    # not led in by a word that makes them a place ("villagers from Burkina Faso").
    re.compile(rf"(?<!\bfrom )(?<!\bin )(?<!\bnear )(?<!\bat )\b(?P<name>{_RUN})(?![\w]| [a-z])"),
    # What somebody is, and then one name: "teacher Keïta". Peoples in the plural ("mostly Kurds") are no names.
    re.compile(
        rf"\b(?!(?:of|from|in|near|at|for|by|the|and|or|to|with|on|a|an|all|other)\b)[a-z]+ (?P<name>{_CAPITAL})(?<!s)$"
    ),
    re.compile(rf"\b(?P<name>(?:Mr|Mrs|Ms|Dr|Sheikh|Imam|Father|Sister|Prof|Chief|Mayor|Judge)\.? {_CAPITAL})"),
    re.compile(rf"\b(?P<name>{_CAPITAL}) (?:family|brothers|sisters)\b"),
    re.compile(rf"\b(?P<name>{_CAPITAL})['’]s$"),
    # Nothing but capitalised words: "Keïta".
    re.compile(rf"^(?P<name>{_CAPITAL}(?: {_CAPITAL})*)(?<!s)$"),
)


def find_names(words: str, actor_type: str) -> tuple[str, ...]:
    """What in these words for a victim of this type may be somebody's name. Nationality words ("Palestinian") are none."""
    if actor_type not in PERSON_TYPES:
        return ()
    if len(words) > LONGEST_SLOT:
        return (words,)
    nations = MentionWords.load().nations
    found = (match["name"] for form in _FORMS for match in form.finditer(words))
    return tuple(dict.fromkeys(name for name in found if fold_name(name) not in nations))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGuard:
    """Which words are withheld in what is written of each claim, with the type of actor that stands for them."""

    by_claim: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def from_claims(cls, claims: Iterable[Claim]) -> NameGuard:
        """Gather all words for victims and harmed groups that may be names."""
        found = ((claim.id, _find_names(claim)) for claim in claims)
        return cls(by_claim={claim_id: names for claim_id, names in found if names})

    def count(self) -> int:
        """How many different names are withheld."""
        return len({words for names in self.by_claim.values() for words in names})

    def of(self, claim_ids: Iterable[str]) -> WordGuard:
        """The guard for a text that is made of these claims."""
        names: dict[str, str] = {}
        for claim_id in claim_ids:
            names.update(self.by_claim.get(claim_id, {}))
        return WordGuard(names=names)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordGuard:
    """The names withheld in one text."""

    names: Mapping[str, str]

    def clean(self, text: str) -> str:
        """The text with `[type]` in the place of every withheld name; the longest names are taken first."""
        if not self.names:
            return text
        longest_first = sorted(self.names, key=lambda words: (-len(words), words))
        pattern = "|".join(re.escape(words) for words in longest_first)
        return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda found: f"[{self.names[found[0]]}]", text)


def _find_names(claim: Claim) -> dict[str, str]:
    victims = [actor for actor in claim.actors if actor.role in ("victim", "target") and actor.registry_id is None]
    rows = [(words, actor.type) for actor in victims for words in (actor.raw, actor.name) if words]
    rows += [(harm.group, harm.group_type) for harm in claim.harm if harm.group]
    told_otherwise = _words_told_otherwise(claim)
    found: dict[str, str] = {}
    for words, kind in rows:
        names = [name for name in find_names(words, kind) if name not in told_otherwise]
        found.update(dict.fromkeys((words, *names) if names else (), kind))
    return found


def _words_told_otherwise(claim: Claim) -> set[str]:
    """Names that the same claim has for its place or for an armed group: they name nobody, whatever slot they strayed into."""
    place = claim.where.value if claim.where else None
    told = {place.name, place.admin1} if place else set()
    told |= {name for a in claim.actors if a.type not in PERSON_TYPES or a.registry_id for name in (a.raw, a.name)}
    return {words for words in told if words}
