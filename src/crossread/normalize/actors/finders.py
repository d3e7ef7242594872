"""Who finds the dead, or inquires into deaths, did not kill them: "soldiers found the bodies of three villagers".

In hand-coded reports whoever finds a body is a doer once, of the find itself ("units found the decomposed body", a seizure of
weapons), and in none of 30 killings told by a body that is found. Nor is any of 11 who open an inquiry into deaths.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.records import Actor, Claim, Document
from crossread.records.roles import ACTIVE_ROLES

_FINDS = ("weapons_seizure", "operation", "agreement", "protest")  # types in which who finds is told as the doer
_BODIES = r"(?:bod(?:y|ies)|corpses?|remains|skeletons?|skulls?|dead|graves?|charred\s+\w+|severed\s+\w+)\b"
_FOUND_KILLED = (
    r"(?<!,\s)(?:hacked|shot|murdered|strangled|beheaded|decapitated|killed|lynched|slaughtered|hanged|burnt|stabbed)\b"
)
_FINDING = (
    r"(?:finds?|found|discover(?:s|ed)?|recover(?:s|ed)?|retriev(?:es|ed)|unearth(?:s|ed)?|exhum(?:es|ed)|collect(?:s|ed)|pull(?:s|ed)"
    r"|dug\s+(?:up|out)|pick(?:s|ed)\s+up|locate[sd]?|(?:came|stumbled|chanced)\s+(?:across|upon|on))"
)
# what makes a passive of the finding, or is an act of violence before it ("killed three men and collected the bodies")
_NOT_BETWEEN = (
    r"(?:was|were|been|being|is|are|be|to|shot)\b|(?:kill|murder|execut|attack|ambush|hack|stab|behead|raid|bomb|burn|fir[ei]|open|abduct"
    r"|kidnap|storm|strangl|slaughter|beat|tortur|massacr)"
)
_FOUND_BODIES = re.compile(
    rf"(?:,[^,.;\n]{{2,60}},)?\s+(?:(?!{_NOT_BETWEEN})[\w’'-]+\s+){{0,6}}?{_FINDING}\s+"
    rf"(?:(?!(?:and|who|that|which|killing|killed)\b)[\w’'-]+,?\s+){{0,7}}?(?:{_BODIES}|{_FOUND_KILLED})",
    re.IGNORECASE,
)
_FOUND_BY = re.compile(
    rf"\b{_BODIES}[^.;:\n]{{0,80}}?\b(?:found|discovered|recovered|retrieved|unearthed|exhumed|collected|pulled|dug\s+up|picked\s+up"
    r"|located)\b[^.;:\n]{0,40}?\s(?:by)\s+(?:the\s+|an?\s+|some\s+|local\s+)?$",
    re.IGNORECASE,
)
_INQUIRES = re.compile(
    r"\s+(?:(?:has|have|had|also|later|on\s+\w+day|said\s+(?:it|they)|will)\s+){0,3}"
    r"(?:(?:open(?:ed|s)?|launch(?:ed|es)?|order(?:ed|s)?|start(?:ed|s)?|beg[au]n)\s+(?:an?|its|their)\s+(?:[\w-]+\s+)?"
    r"(?:inquir(?:y|ies)|enquir(?:y|ies)|investigations?|probes?)"
    r"|(?:is|are|was|were)\s+(?:also\s+|still\s+)?(?:investigating|inquiring\s+into|probing))\b",
    re.IGNORECASE,
)
_LONGEST_LEAD = 160  # characters before "by the soldiers" in which the bodies are told


def only_finds_bodies(document: Document, claim: Claim, actor: Actor) -> bool:
    """True for a doer whose every mention finds bodies or inquires into deaths; what has no score stays."""
    if claim.type in _FINDS or actor.role not in ACTIVE_ROLES or actor.score is None or not actor.evidence:
        return False
    return all(_finds(document.text, quote.span.start, quote.span.end) for quote in actor.evidence)


def _finds(text: str, start: int, end: int) -> bool:
    if _FOUND_BODIES.match(text, end) is not None or _INQUIRES.match(text, end) is not None:
        return True
    return _FOUND_BY.search(text, max(0, start - _LONGEST_LEAD), start) is not None
