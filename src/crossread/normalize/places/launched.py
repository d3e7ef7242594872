"""Where the guns stand is not where the shells fall: "bombarded the camp from its position at Mubambiro".

In the one hand-coded claim told so the place is where the shells hit; what is called a launch site is a place of the doer.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document, Span

_FROM_AFAR = ("air_strike", "shelling")
_FIRES = re.compile(
    r"\b(?:shell(?:s|ed|ing)?|bombard\w*|fire[ds]?|firing|bomb(?:s|ed|ing)?|struck|strikes?|striking|pound(?:s|ed|ing)|launch(?:ed|es|ing)?"
    r"|rockets?|missiles?|mortars?|hit|target(?:s|ed|ing))\b",
    re.IGNORECASE,
)
_FROM_A_POST = re.compile(
    r"\bfrom\s+(?:(?:its|their|his|our|an?|the|several|army|rebel|enemy|nearby)\s+){0,2}(?:[\w-]+\s+){0,2}?"
    r"(?:positions?|bases?|posts?|trench(?:es)?|hideouts?|batter(?:y|ies)|barracks|strongholds?|launchers?|launch(?:ing)?\s+sites?|hills?"
    r"|hilltops?|heights|camps?|garrisons?|lines)\s+(?:(?:located|based|situated)\s+)?(?:(?:in|at|near|on|around|outside|above)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)

# "rockets (were) fired from the village of (Khuzaa)", "the shells came from the direction of (Mleiha)"
_CAME_FROM = re.compile(
    r"\b(?:shells?|rockets?|missiles?|mortars?|rounds?|projectiles?|drones?|fire|salvos?|barrages?)\b[^.;,]{0,30}?"
    r"\b(?:came|come|coming|fired|launched|originat\w+)\s+from\s+(?:(?:the\s+)?(?:direction|town|village|city|district|area|region)\s+of\s+)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_ON = re.compile(r"(?:on(?:to)?|into|towards?|against)\s", re.IGNORECASE)  # "fired from the hill on Kossa"
_FROM = re.compile(
    r"from\s+(?:(?:the\s+)?(?:direction|town|village|city|district|area|region)\s+of\s+)?(?:the\s+)?", re.IGNORECASE
)


def is_launch_site(document: Document, claim: Claim, span: Span) -> bool:
    """True for the "Sake" of "shelled Goma from its base at Sake": a post of those who fire comes before, and the firing.

    And for where rockets "were fired from" or shells "came from".
    """
    if claim.score is None or claim.type not in _FROM_AFAR:
        return False
    before, _ = sentence_around(document.text, span.start, span.end)
    lead = _FROM.match(document.text, span.start, span.end)
    if _CAME_FROM.search(before + lead.group() if lead else before):
        return True
    post = None if _ON.match(document.text, span.start, span.end) else _FROM_A_POST.search(before)
    return post is not None and _FIRES.search(before, 0, post.start()) is not None
