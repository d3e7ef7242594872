"""Words that may be the name of a victim, kept out of exports unless asked for.

The reader has no slot for the names of victims, yet the words of a victim slot can be one ("journalist Amadou Keïta").
The rule is careful, not clever: when in doubt the words are replaced by what the person is, and the manifest counts how often.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import split_words
from crossread.export.blanking import Phrases, WordGuard, may_be_part, stems
from crossread.export.name_forms import BESIDE, CAPITAL, FORMS, NAME_AND_NUMBER, RANKED
from crossread.export.nobody import has_number, may_be_given, names_nobody, strip_leading
from crossread.export.placed import find_placed, names_site
from crossread.records import Actor, Claim, Harm, Incident
from crossread.records.roles import SUFFERER_ROLES

# Types of actor that are persons; forces and groups are named by what they are. Beside each, one such person.
ONE_OF = {
    "civilians": "a civilian",
    "officials": "an official",
    "aid_workers": "an aid worker",
    "journalists": "a journalist",
    "protesters": "a protester",
    "rioters": "a rioter",
    "police": "a police officer",
    "unknown": "a person",
}
PERSON_TYPES = frozenset(ONE_OF)
ONE_ARMED = {
    "state_forces": "a soldier",
    "foreign_forces": "a soldier",
    "rebel_group": "a fighter",
    "political_militia": "a fighter",
    "communal_militia": "a fighter",
    "unidentified_armed_group": "a fighter",
}

LONGEST_SLOT = 300  # characters; longer words for a victim are a passage, and a passage can hold any name

_ONE_ALONE = re.compile(
    rf"(?:(?:the|an?|one|senior|another)\s+)*(?:[a-z]+\s+){{0,3}}[“\"'‘]?(?P<name>{CAPITAL}(?: {CAPITAL})+)[”\"'’]?"
)
_TO_PLACE = re.compile(r"\b(?:from|in|near|at|of)\s*$", re.IGNORECASE)


def find_names(words: str, actor_type: str) -> tuple[str, ...]:
    """What in these words for a victim of this type may be somebody's name. Nationality words ("Palestinian") are none."""
    if actor_type not in PERSON_TYPES and actor_type not in ONE_ARMED:
        return ()
    if len(words) > LONGEST_SLOT:
        return (words,) if actor_type in PERSON_TYPES else ()
    if names_site(words):
        return ()
    forms, placed = (*FORMS, *BESIDE, RANKED) if actor_type in PERSON_TYPES else (RANKED,), find_placed(words)
    found = (name for form in forms for match in form.finditer(words) if (name := _person(form, match["name"])))
    return tuple(name for name in dict.fromkeys(found) if not placed.issuperset(stems(name)))


def _person(form: re.Pattern[str], found: str) -> str:
    """The name in what a form found, empty where it is nobody's."""
    if form in BESIDE and may_be_given(found):
        return found
    name = strip_leading(found)
    return "" if names_nobody(name) or (form is NAME_AND_NUMBER and has_number(name)) else name


def tell_person(words: str, actor_type: str) -> str:
    """What stands for a person's name: the noun that the words themselves have ("a teacher"), else one of that type."""
    nouns = MentionWords.load().nouns
    forms = [word.form for word in split_words(words) if word.written[0].islower()][-12:]
    told = [
        phrase
        for size in (1, 2, 3)
        for at in range(len(forms) - size + 1)
        if nouns.get(phrase := " ".join(forms[at : at + size])) in PERSON_TYPES
    ]
    noun = max(told, key=lambda phrase: (phrase.count(" "), forms.index(phrase.split()[-1])), default=None)
    if noun is None:
        return {**ONE_OF, **ONE_ARMED}.get(actor_type, actor_type)
    if noun.endswith("s") or noun in ("people", "women", "men", "children", "police"):
        return noun
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """Words that a claim has for a victim and that hold a name: the words, the names in them, what stands for them."""

    words: str
    names: tuple[str, ...]
    stand_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGuard:
    """Which words are withheld in what is written of each claim, and what stands for them.

    A full name is withheld everywhere, a single part of it ("Keïta") in all that is told of the same report or the same
    incident: elsewhere it is somebody else's too. `told` are the words that the claims have for places, times, groups and
    speakers, which are nobody's name.
    """

    by_claim: Mapping[str, tuple[Victim, ...]] = field(default_factory=dict)
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    everywhere: Phrases = field(default_factory=Phrases)
    told: frozenset[str] = frozenset()
    told_by: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def from_claims(cls, claims: Iterable[Claim], incidents: Iterable[Incident] = ()) -> NameGuard:
        """Gather all words for victims and harmed groups that may be names."""
        rows = list(claims)
        # A full name that any claim has for a place or a group is that ("Chadian Armed Forces"); of one word it may be both.
        known = {stems(name) for claim in rows for name in _told_names(claim)}
        known = {name for name in known if len(name) > 1}
        by_claim = {claim.id: found for claim in rows if (found := tuple(_find_victims(claim, known)))}
        near = _group(rows, incidents, by_claim)
        full = {name: v.stand_in for found in by_claim.values() for v in found for name in (v.words, *v.names)}
        return cls(
            by_claim=by_claim,
            near=near,
            everywhere=Phrases.of({n: s for n, s in full.items() if len(stems(n)) > 1}),
            told=frozenset(part for claim in rows for words in _told_words(claim) for part in stems(words)),
            told_by={claim.id: _told_parts(claim) for claim in rows} if by_claim else {},
        )

    def count(self) -> int:
        """How many different words for victims hold a name that is withheld."""
        return len({victim.words for found in self.by_claim.values() for victim in found})

    def of(self, claim_ids: Iterable[str]) -> WordGuard:
        """The guard for a text that is made of these claims."""
        if not self.by_claim:
            return WordGuard(told=self.told)
        ids = list(claim_ids)
        around = dict.fromkeys(other for name in ids for other in self.near.get(name, (name,)))
        victims = [victim for name in around for victim in self.by_claim.get(name, ())]
        told = frozenset().union(*(self.told_by.get(name, frozenset()) for name in ids))
        return WordGuard(parts=_parts(victims, told), phrases=self.everywhere, told=self.told)


def _group(
    claims: Iterable[Claim], incidents: Iterable[Incident], by_claim: Mapping[str, object]
) -> dict[str, tuple[str, ...]]:
    """For each claim the claims with names that stand in the same report or tell the same incident, itself among them."""
    homes: dict[str, list[str]] = {}
    members: dict[str, list[str]] = {}
    for claim in claims:
        homes.setdefault(claim.id, []).append(claim.document_id)
    for incident in incidents:
        for account in incident.accounts:
            homes.setdefault(account.claim_id, []).append(incident.id)
    for claim_id in by_claim:
        for home in homes[claim_id]:
            members.setdefault(home, []).append(claim_id)
    return {name: tuple(dict.fromkeys(c for home in found for c in members.get(home, ()))) for name, found in homes.items()}


def _parts(victims: Iterable[Victim], told: frozenset[str]) -> dict[str, str]:
    """The single capitalised words of these names, folded, with what stands for each."""
    found: dict[str, str] = {}
    for victim in victims:
        for word in split_words(victim.words):
            if word.stem not in told and may_be_part(word):
                found.setdefault(word.stem, victim.stand_in)
    return found


def _find_victims(claim: Claim, known: Collection[tuple[str, ...]]) -> Iterator[Victim]:
    people = [actor for actor in claim.actors if actor.role in SUFFERER_ROLES and actor.registry_id is None]
    rows = [(words, actor.type) for actor in people for words in (actor.raw, actor.name) if words]
    rows += [(words, harm.group_type) for harm in claim.harm for words in (harm.group, harm.raw) if words]
    rows += _quoted(claim, people)
    told = {stems(name) for name in _told_names(claim)}
    alone = {name for harm in claim.harm for name in _one_of_arms(harm)}
    for words, kind in dict.fromkeys(rows):
        named = (*find_names(words, kind), *(name for name in alone if name in words and kind in ONE_ARMED))
        names = tuple(dict.fromkeys(n for n in named if n in alone or (stems(n) not in told and stems(n) not in known)))
        if names:
            yield Victim(words=words, names=names, stand_in=tell_person(words, kind))


def _quoted(claim: Claim, people: Iterable[Actor]) -> Iterator[tuple[str, str]]:
    """The words of every quote that proves a victim: the second may tell one person ("my brother Sidi")."""
    for row in people:
        yield from ((quote.quote, row.type) for quote in row.evidence)
    for harm in claim.harm:
        yield from ((quote.quote, harm.group_type) for quote in harm.evidence)


def _one_of_arms(harm: Harm) -> tuple[str, ...]:
    """The full name of one who bore arms and came to harm alone ("the terrorist Ali Hussein N."); a force has no number."""
    count = harm.count
    if harm.group_type not in ONE_ARMED or count is None or (count.low, count.high) != (1, 1) or not harm.group:
        return ()
    match = _ONE_ALONE.fullmatch(harm.group)
    if match is None or names_nobody(match["name"]) or _TO_PLACE.search(harm.group[: match.start("name")]):
        return ()
    return (match["name"],)


def _told_names(claim: Claim) -> set[str]:
    """Names that the claim has for its place or for an armed group: they name nobody, whatever slot they strayed into."""
    place = claim.where.value if claim.where else None
    told = {place.name, place.admin1} if place else set()
    alone = tuple(name for harm in claim.harm for name in _one_of_arms(harm))
    told |= {name for a in claim.actors if a.type not in PERSON_TYPES or a.registry_id for name in (a.raw, a.name)}
    return {words for words in told if words and not any(name in words for name in alone)}


def _told_parts(claim: Claim) -> frozenset[str]:
    return frozenset(part for name in _told_names(claim) for part in stems(name))


def _told_words(claim: Claim) -> Iterator[str]:
    """All that the claim has words for and that is no victim."""
    yield from _told_names(claim)
    for slot in (claim.when, claim.where):
        if slot is not None:
            yield slot.raw
    yield from (a.raw for a in claim.actors if a.role not in SUFFERER_ROLES)
    yield from (means.raw for means in claim.means)
    yield from (words for speaker in claim.speakers for words in (speaker.raw, speaker.name) if words)
