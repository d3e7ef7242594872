"""Where somebody comments from what happened elsewhere: "In Paris, the president condemned the attack"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.places.toponyms import Toponym
from crossread.normalize.sentences import has_words

LEAD = 110  # characters before a name in which its sentence begins
CLAUSE = 160  # characters behind it in which somebody comments
# Seats of states and bodies that comment on what happens in any other country; where presidents of countries at war sit
# ("In Kabul, the president condemned") speaks for these.
FAR_SEATS = frozenset(
    {"paris", "london", "geneva", "new york", "washington", "brussels", "vienna", "the hague", "berlin", "rome", "madrid"}
)
_SEATED = (
    r"(?:(?:at|from|in)\s+(?:the\s+)?(?:(?-i:[A-Z])[\w.]*\s+){0,3}(?:headquarters|news\s+conference|press\s+conference|briefing|summit|meeting)"
    r"\s+)?(?:(?:speaking|talking|writing|reporting)\s+(?:to\s+\w+\s+|on\s+\w+\s+)?)?"
)
# The sentence begins with the name: "In Paris,", "From Geneva,", "Speaking in London,", "At U.N. headquarters in New York"
_LEADS = re.compile(
    rf"(?:^|[.!?][\"”’)]*\s+|\n)\s*(?:(?:[Mm]eanwhile|[Ee]arlier|[Ll]ater|[Aa]lso),?\s+)?(?P<lead>{_SEATED}(?:in|from|at)\s+)$",
    re.IGNORECASE,
)
_SURE = re.compile(r"\b(?:speaking|talking|headquarters|conference|briefing)\b|^from\b", re.IGNORECASE)
_DAY = r"(?:\s+(?:on\s+)?(?:today|yesterday|late|early|earlier|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s+\w+)?)?"
_BEHIND = re.compile(
    rf"(?:,\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?{_DAY},\s+(?P<clause>(?:[^.;!?\n]|(?<=\b(?:Mr|Ms|Dr))\.|(?<=\b[UNS])\.)*)"
)
_OFFICE = (
    r"(?:president|prime\s+minister|premier|(?:foreign|defen[cs]e|interior)\s+minist(?:er|ry)|secretary|chancellor"
    r"|state\s+department|pentagon|white\s+house|foreign\s+office|government|spokes(?:man|woman|person)|envoy|ambassador|diplomats?"
    r"|pope|vatican|officials?|(?:U\.?N\.?|United\s+Nations)|security\s+council|european\s+union|NATO|red\s+cross|leaders?|ministers)"
)
_COMMENTS = (
    r"(?:condemn(?:s|ed)|deplore[sd]?|denounce[sd]?|decr(?:y|ies|ied)|call(?:s|ed)\s+(?:for|on|the)|urge[sd]?|appeal(?:s|ed)|demand(?:s|ed)"
    r"|express(?:es|ed)|voice[sd]|welcome[sd]?|hail(?:s|ed)|praise[sd]|criticize[sd]|criticise[sd]|comment(?:s|ed)|react(?:s|ed)"
    r"|sp(?:eaks|oke)|pledge[sd]|vow(?:s|ed)|warn(?:s|ed)|me(?:et|ets|t)|offer(?:s|ed)|sa(?:ys|id)|told)"
)
_SPEAKS = re.compile(rf"\b{_OFFICE}\b[^;!?\n]{{0,60}}?\b{_COMMENTS}\b", re.IGNORECASE)
_COMMENTS_ALONE = re.compile(rf"\b(?!sa(?:ys|id)|told|spoke|met){_COMMENTS}\b", re.IGNORECASE)
# Who is of the place speaks where it happened: "Speaking in Kidal, the mayor called for calm".
_LOCAL = re.compile(r"\b(?:mayor|governor|residents?|police|witness(?:es)?|villagers?|survivors?|elders?|doctors?|imam)\b")
# "In Kabul, officials said a bomb had killed two": what they tell may have been where they are.
_TELLS = re.compile(r"\b(?:sa(?:ys|id)|told)\b", re.IGNORECASE)


def is_of_commentator(text: str, toponym: Toponym) -> bool:
    """True for a name that only says where a sentence's speaker is who comments on what was told.

    "In Paris, the president condemned" and "From Geneva, the Red Cross called for" count, "In Kidal, residents said" and
    "In Lyon, two men were shot" do not: there it is where it happened. Of 12 names of coded reports that stand so one is the
    place of a claim, by another telling. What a report opens with was not told before: "In Brussels, the prime minister
    condemned the bombing of a metro station" may be all that it says of the place.
    """
    if text[toponym.start - 3 : toponym.start - 1].lower() not in ("in", "at", "om"):
        return False
    begin = max(0, toponym.start - LEAD)
    led = _LEADS.search(text[begin : toponym.start] if begin else f"\n{text[: toponym.start]}")
    behind = _BEHIND.match(text, toponym.end, toponym.end + CLAUSE) if led else None
    if led is None or behind is None or not has_words(text, 0, begin + led.start("lead") - (not begin)):
        return False  # a report that opens so may tell what happened there
    sure, spoken = _SURE.search(led["lead"]) is not None, _SPEAKS.search(behind["clause"])
    if spoken is None:
        spoken = _COMMENTS_ALONE.search(behind["clause"]) if sure else None
        return spoken is not None and _LOCAL.search(behind["clause"], 0, spoken.start()) is None
    return sure or _TELLS.search(spoken.group()) is None
