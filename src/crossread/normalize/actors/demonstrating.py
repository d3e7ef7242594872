"""People told as demonstrating by the word before them: "protesting students" are protesters, a "rioting crowd" rioters."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.nouns import PEOPLE_TYPES
from crossread.normalize.actors.resolved import SUFFERING, ResolvedActor

_WORDS = r"(?:[\w’'-]+\s+){0,3}?"
# not "students protesting at a university", who are told by the reader, nor "the protesting of"
_DEMONSTRATING = re.compile(
    rf"{_WORDS}(?:protesting|demonstrating|picketing|rallying)\s+(?!(?:at|in|on|against|over|for|about|outside|near|the|an?|of|and)\b)\w",
    re.IGNORECASE,
)
_RIOTING = re.compile(rf"{_WORDS}rioting\s+(?!(?:at|in|on|against|over|for|outside|near|and)\b)\w", re.IGNORECASE)


def with_demonstrators(
    found: ResolvedActor, rule: str, *, raw: str, role: str, incident_type: str | None
) -> tuple[ResolvedActor, str]:
    """The actor and the rule, as protesters or rioters where the mention says so; who has another role by his noun keeps it."""
    if found.name is not None or found.type not in PEOPLE_TYPES:
        return found, rule
    if _RIOTING.match(raw) or (_DEMONSTRATING.match(raw) and incident_type == "riot" and role not in SUFFERING):
        return replace(found, type="rioters"), "noun"
    return (replace(found, type="protesters"), "noun") if _DEMONSTRATING.match(raw) else (found, rule)
