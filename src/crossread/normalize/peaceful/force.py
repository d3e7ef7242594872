"""Words of force: a sentence that holds one beside what looks like a figure of speech is taken at its word."""

from __future__ import annotations

from crossread import patterns as re

LONGEST = 20_000  # characters of a report that may be of one field; what is longer is a collection
FORCE = re.compile(
    r"\b(?:killed|kills?|killing(?!\s+off)|dead|died?|dying|deaths?|deadly|fatal\w*|slain|murder\w*|assassinat\w*"
    r"|execut(?:ed|ions?)|wound(?:s|ed|ing)"
    r"|injur\w+|casualt\w+|bod(?:y|ies)|gunm[ae]n|gunfire|guns?|gunned|bombs?|bombers?|bombings?|explosives?"
    r"|grenades?|mortars?|shells?|shelled|shelling"
    r"|artillery|rifles?|pistols?|kni(?:fe|ves)|machetes?|stab\w*|polic\w+|soldiers?|troops|army|navy|militar\w+"
    r"|militia\w*|militants?|rebels?"
    r"|insurgents?|guerr?ill?as?|fighters|terror\w*|extremist\w*|armed|arm[so]|weapons?|arrest\w*|detain\w*"
    r"|kidnap\w*|abduct\w*|hostages?|riot\w*|protest\w*"
    r"|demonstrat\w*|tear\s?gas|stones|hooligan\w*|mobs?|gangs?|masked|fled|flee\w*|displaced|refugees?"
    r"|evacuat\w*|(?:war|fighter)\s?(?:planes?|jets?)"
    r"|helicopters?|drones?|air\s?strikes?|warheads?|ballistic|nuclear|missiles?|north\s+korea\w*|pyongyang"
    r"|iran\w*|taliban|victims?|attackers?|assailants?"
    r"|suspects?|jihad\w*|islamists?|separatists?|hamas|hezbollah|houthis?|isis|islamic\s+state|al[- ]qa\w+|coup"
    r"|ceasefire|truce"
    r"|war(?:s|time|lords?)?(?!\s+(?:of\s+words|chests?|drama|film|movie|room))|blood\w*|massacre\w*|tortur\w*"
    r"|rape\w*|robb\w+|loot\w*|burn\w*|torch\w*"
    r"|arson\w*|fires?\s+(?:on|at)|opened\s+fire|suicide|ied|mines?|blasts?(?!\s+off)|bloodshed|violence"
    r"|troopers?|guards?|officers?|residents|civilians?"
    r"|villag\w+)\b",
    re.IGNORECASE,
)
# Whoever they shout for, crowds that clash clash in earnest
_CROWD = re.compile(
    r"\b(?:fans|supporters|crowds?|people|students|youths|(?<!two\s)(?:wo)?men|migrants|tribes?|clans?|communit(?:y|ies)"
    r"|herders|factions?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def tells_force(before: str, after: str) -> bool:
    """True where the words of a sentence around a trigger tell of force, or of a crowd that does something."""
    return (FORCE.search(before) or FORCE.search(after) or _CROWD.search(before)) is not None
