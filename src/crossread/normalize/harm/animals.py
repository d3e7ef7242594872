"""Animals killed beside people are nobody: "two boys and a goat were killed" tells of two.

None of 14 hand-coded animals killed beside people is counted in a row of harm: neither the cow of "two women and a cow" nor
the 80 camels of "two herders and 80 camels".
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.languages import load_language
from crossread.records import Claim, Document, Harm

_KINDS = "|".join(sorted(load_language("en").people_words["animals"]))
_ANIMAL = (
    rf"(?:(?:an?|the|his|her|their|its|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|dozens\s+of|[\d,]+)\s+)?"
    rf"(?:[a-z]+\s+)?(?:head\s+of\s+)?(?:{_KINDS})"
)
_BEHIND = re.compile(rf"(?P<people>.*[^\s,]),?\s+and\s+{_ANIMAL}", re.IGNORECASE | re.DOTALL)
_BEFORE = re.compile(rf"{_ANIMAL}\s+and\s+(?P<people>\S.*)", re.IGNORECASE | re.DOTALL)
_ONLY = re.compile(_ANIMAL, re.IGNORECASE)
# "fascist dogs", "dogs of the regime": people whom somebody reviles
_REVILED = re.compile(
    r"\b(?:fascist|terrorist|regime|junta|council|imperialist|colonialist|zionist|crusader|infidel|apostate|enemy|occupation|puppet|mercenary"
    r"|hireling|traitor\w*|running|rabid|mad)(?:['’]s)?\s+(?:\w+\s+){0,2}?(?:dogs?|pigs?|donkeys?|sheep|animals)\b"
    r"|\b(?:dogs?|pigs|donkeys|animals)\s+of\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:regime|junta|enemy|occupation|army|state|government)\b",
    re.IGNORECASE,
)


def are_reviled(raw: str) -> bool:
    """True for people whom the words only call animals."""
    return _REVILED.search(raw) is not None


def without_animals(document: Document, rows: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """The rows without the animals in their words; what people and data sets say (no score) stays."""
    return tuple(_without(document, row) for row in rows)


def _without(document: Document, row: Harm) -> Harm:
    if row.score is None or not row.evidence or row.raw != row.evidence[0].quote:
        return row
    told = _BEHIND.fullmatch(row.raw) or _BEFORE.fullmatch(row.raw)
    if told is None or _ONLY.fullmatch(told["people"]):
        return row
    start = row.evidence[0].span.start
    people = document.quote(start + told.start("people"), start + told.end("people"))
    return replace(row, raw=people.quote, evidence=(people, *row.evidence[1:]))


def with_animals_as_objects(document: Document, claim: Claim) -> Claim:
    """The claim with an animal that is told as a victim as what was hit; what people and data sets say (no score) stays."""
    actors = tuple(
        replace(row, role="target", type="object")
        if row.role == "victim" and row.score is not None and _ONLY.fullmatch(row.raw) and not are_reviled(row.raw)
        else row
        for row in claim.actors
    )
    return claim if actors == claim.actors else replace(claim, actors=actors)
