"""What behind a day makes it the day of saying: "On June 2, the ministry acknowledged", "On June 1, monitors alleged"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.cues import cue

# "(the ministry) acknowledged (that) soldiers had": what one owns up to or accuses others of has been done before
_OWNS_UP = re.compile(r"\b(?:acknowledged|admitted|conceded|alleged)(?:\s+to\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}?)?$", re.IGNORECASE)
# a verb, not the "alleged" of "police arrested an alleged thief"
_ALLEGES = re.compile(
    r",?\s+(?:[\w’'-]+\s+){0,7}?(?!(?:an?|the|its|his|their|of|two|three|four|five|several|some|other|many|\d+|[\w’'-]+ed|shot|fought|took"
    r"|held|caught|hit|struck|is|for|with|on)\s)[\w’'-]+\s+alleged\s+(?=that\b|to\s+(?:an?|the|local|state)\s|(?:(?!(?:and|to)\b)[\w’'-]+,?\s+){1,9}?"
    r"(?:had|have|has|were|was|[a-z]+ed|shot|took|beat|held|burnt|set)\b)",
    re.IGNORECASE,
)


def said_behind(language: str, after: str) -> int | None:
    """Where the saying of "(On Tuesday), local press reported" ends; None where the clause tells something else first."""
    lower = after.lower()
    match = cue(language, "saying", r",?\s+(?:[\w’'-]+\s+){1,6}?(?:%s)\b(?!,| by\b| to\b)").match(lower)
    if match is not None and not cue(language, "not_saying", r"\b(?:%s)\b").search(match.group()):
        return match.end()
    alleged = _ALLEGES.match(lower) if "alleged" in lower else None
    return alleged.end() - 1 if alleged and not cue(language, "not_saying", r"\b(?:%s)\b").search(alleged.group()) else None


def owns_up(after: str, said: int) -> bool:
    """True for a saying that comes behind the act: no witness's "reported heavy fighting"."""
    return _OWNS_UP.search(after, 0, said) is not None
