"""Words that may be the name of a victim, kept out of tables unless asked for.

The reader has no slot for the names of victims, yet the words of a victim slot can be one ("journalist Amadou Keïta").
The rule is careful, not clever: when in doubt the words are replaced by the type of actor, and the manifest counts how often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crossread.records import Claim

# Types of actor that are persons; forces and groups are named by what they are.
PERSON_TYPES = frozenset(
    {"civilians", "officials", "aid_workers", "journalists", "protesters", "rioters", "police", "unknown"},
)

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’\-]*"
_PARTICLE = r"(?:al|el|bin|ibn|ould|ag|de|da|di|van|von|bint|abu|dos)"
_RUN = rf"{_CAPITAL}(?: (?:{_PARTICLE} )*{_CAPITAL})+"
# Two or more capitalised words in a row with nothing after them that they could describe ("Sri Lankan civilians"), and not
# led in by a word that makes them a place ("residents of Sri Lanka").
_FULL_NAME = re.compile(rf"(?<!\bof )(?<!\bfrom )(?<!\bin )(?<!\bnear )(?<!\bat )\b{_RUN}(?![\w]| [a-z])")
_ONLY_CAPITALS = re.compile(rf"{_CAPITAL}(?: {_CAPITAL})*")
_HONORIFIC = re.compile(rf"\b(?:Mr|Mrs|Ms|Dr|Sheikh|Imam|Father|Sister|Prof|Chief|Mayor|Judge)\.? {_CAPITAL}")


def may_name_a_person(words: str, actor_type: str) -> bool:
    """True if these words for a victim of this type may be somebody's name."""
    if actor_type not in PERSON_TYPES:
        return False
    alone = _ONLY_CAPITALS.fullmatch(words) is not None and not words.endswith("s")
    return alone or bool(_FULL_NAME.search(words) or _HONORIFIC.search(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGuard:
    """Which words are withheld, and the type of actor that stands for each."""

    withheld: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_claims(cls, claims: Iterable[Claim]) -> NameGuard:
        """Gather all words for victims and harmed groups that may be names; the longest come first."""
        found: dict[str, str] = {}
        for claim in claims:
            rows = [(a.raw, a.type) for a in claim.actors if a.role in ("victim", "target") and a.registry_id is None]
            rows += [(a.name, a.type) for a in claim.actors if a.role == "victim" and a.name and a.registry_id is None]
            rows += [(h.group, h.group_type) for h in claim.harm if h.group]
            found.update((words, kind) for words, kind in rows if may_name_a_person(words, kind))
        return cls(withheld=tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0]))))

    def clean(self, text: str) -> str:
        """The text with every withheld name replaced by `[type]`."""
        for words, kind in self.withheld:
            if words in text:
                text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", f"[{kind}]", text)
        return text
