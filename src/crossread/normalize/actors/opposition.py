"""People of an opposition that is a party: "members of the opposition party MDC" are civilians, its leaders officials.

Of nine coded people so worded who were held or killed five are civilians, three protesters (in reports on protests) and one,
a leader, of the officials; none is of a rebel group, as the opposition with arms is.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.context import ARMED, ActorContext
from crossread.normalize.actors.resolved import SUFFERING, ResolvedActor

_ON_THE_STREET = frozenset({"crackdown", "protest", "riot"})
_PARTY = r"(?:(?:political\s+)?(?:party|parties)|political\s+(?:group|movement|alliance)s?|(?-i:[A-Z])[\w'’-]+)"
_MEMBERS = re.compile(
    rf"\bmembers?\s+of\s+(?:(?:the|an?|its|their)\s+)?(?:[\w'’-]+\s+){{0,2}}?opposition\s+{_PARTY}"
    r"|\bopposition\s+(?:party\s+|(?-i:[A-Z])[\w'’-]+\s+)?members?\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"\bopposition\s+(?:party\s+|(?-i:[A-Z][a-z])[\w'’-]+\s+)?(?:leaders?|figures?)\b"
    r"|\b(?:leaders?|figures?)\s+of\s+(?:(?:the|an?|its|their)\s+)?opposition\s+" + _PARTY,
    re.IGNORECASE,
)
_ARMS = re.compile(
    r"\b(?:armed|rebels?|fight\w*|militants?|militia\w*|insurgen\w+|guerril?las?|army|military|command\w*|jihad\w*|brigades?|forces?)\b",
    re.IGNORECASE,
)
# "relatives of (an opposition leader)", "(opposition leader)'s supporters", "the home of"
_OF_OTHERS = re.compile(r"\b(?:of|for|to|by|from|with|near|outside)\b|['’]s?\s")
_GOES_ON = re.compile(r"['’]s?\s|\s+(?!(?:of|in|from|and|who|with|for)\b)[a-z]")
_ARMED_NAME = re.compile(r"\bopposition\s+(?:[A-Z][\w'’-]+\s+)*(?:Alliance|Front|Brigades?)\b")


def _is_head(pattern: re.Pattern[str], raw: str) -> bool:
    """True where the words are those people, and not somebody or something of theirs."""
    found = pattern.search(raw)
    return found is not None and not _OF_OTHERS.search(raw[: found.start()]) and not _GOES_ON.match(raw, found.end())


def with_opposition(
    found: ResolvedActor, rule: str, *, raw: str, role: str, context: ActorContext
) -> tuple[ResolvedActor, str]:
    """The actor and the rule, as civilians or officials where a party's people suffer, away from any protest."""
    if "opposition" not in raw.lower() or role not in SUFFERING or context.incident_type in _ON_THE_STREET:
        return found, rule
    if (rule == "named" and found.type in ARMED) or _ARMS.search(raw):
        return found, rule
    if found.type == "object" or _ARMED_NAME.search(raw):
        return found, rule
    kind = "civilians" if _is_head(_MEMBERS, raw) else "officials" if _is_head(_LEADERS, raw) else None
    return (replace(found, type=kind), "noun") if kind else (found, rule)
