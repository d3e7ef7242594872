"""Plots: what happens in a film or a novel happened to nobody. A documentary and a memoir are taken at their word."""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.peaceful.force import LONGEST

_PLOT = re.compile(
    r"\b(?:films?|movies?|thrillers?|novels?|dramas?|(?:TV|television)\s+series|sitcom|musical|opera"
    r"|video\s+game)\b(?!\s+(?:festival|crew|director))"
    r"[^.;]{0,60}?(?:,\s+about\b|\b(?:follows|tells\s+(?:the\s+story\s+)?of|stars\s+\w+[^.;]{0,40}\s+as|portrays"
    r"|cent(?:re|er)s\s+on|is\s+about|revolves\s+around"
    r"|imagines|opens\s+with|ends\s+with|plays\s+an?|in\s+which)\b)[^.;]*$",
    re.IGNORECASE,
)
_TRUE = re.compile(
    r"\b(?:documentary|memoirs?|histor(?:y|ian)|reporter|witness(?:es)?|true\s+story|real|based\s+on|footage|archive|news\s?reel)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\b(?:actor|actress)\b[^.;]{0,60}?\bwho\s+plays\s+[^.;]*$", re.IGNORECASE)


_STORY = re.compile(
    r"\b(?:tells\s+(?:the\s+(?:story|tale)\s+)?of|follows|depicts|portrays|plays|is\s+about"
    r"|centres\s+on)\s+(?:an?|two|three|the)\s[^.;]*$",
    re.IGNORECASE,
)
_SCREEN = re.compile(
    r"\b(?:films?|movies?|directors?|actors?|actress(?:es)?|critics|audiences?|viewers|cinemas?|premieres?"
    r"|awards?|plot|cast|screen(?:ing|play)?s?|box\s+office"
    r"|novels?|novelist|readers?|literary|prize|writers?|theatre|stage|playwright|characters?|studio|sequel)\b",
    re.IGNORECASE,
)
ENOUGH = 5  # different words of the screen in a report that make it a report on a film or a play


def is_in_plot(text: str, around: tuple[str, str]) -> bool:
    """True where the sentence up to the trigger says what a story follows or is about; a review need not say so there."""
    before, after = around
    told = _PLOT.search(before) or _ROLE.search(before) or (_STORY.search(before) and is_review(text))
    return bool(told) and not _TRUE.search(before + after)


@lru_cache(maxsize=4)
def is_review(text: str) -> bool:
    """True for a report on a film, a play or a novel."""
    return len(text) <= LONGEST and len({found.group().lower() for found in _SCREEN.finditer(text)}) >= ENOUGH
