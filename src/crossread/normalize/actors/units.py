"""Words for people that say less or more than they seem: units in short ("the 71st IB"), "soldiers of God", a house's people.

Units with an ordinal before such letters are those of armies; who fights for a god is no state's soldier. Of the coded actors
one has such a unit ("72nd Bde position", of a state's forces); a militia's "2 Bn", coded twice, has no ordinal. "A University
of Tarn student" and "two Ministry of Defence officials" are people, and a "company" of fighters is no firm.
"""

from __future__ import annotations

from crossread import patterns as re

_UNITS = {
    "IB": "Infantry Battalion",
    "IBn": "Infantry Battalion",
    "ID": "Infantry Division",
    "Bn": "Battalion",
    "BN": "Battalion",
    "Bde": "Brigade",
    "BDE": "Brigade",
    "Regt": "Regiment",
}
_SHORT = re.compile(rf"(?<=\b)(?P<number>\d{{1,3}}(?:st|nd|rd|th)\s+)(?P<unit>{'|'.join(_UNITS)})\b")
_OF_GOD = re.compile(
    r"\b(?P<who>soldiers|army|troops)(?P<whose>\s+of\s+(?:God|Allah|Christ|Jesus|Islam|the\s+(?:Lord|Prophet|Caliphate|Faith)))\b"
    r"(?=\W*$)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\bArmy\s+of\b")  # "the Army of Islam" is a name

_HOUSE = re.compile(
    r"^(?:[\w'’-]+\s+){0,4}?(?:University|College|School|Institute|Academy|Faculty|Ministry|Department|Bank|Hospital|Bureau)\s+(?:of|for)"
    r"\s+(?:(?:[A-Z][\w'’.-]*|and|the|of),?\s+){1,6}(?P<who>(?:[a-z][a-z-]+\s+){0,2}?(?:students?|pupils?|graduates?|lecturers?"
    r"|professors?|teachers?|staff|employees?|workers?|officials?|officers?|managers?|directors?|guards?|nurses?|doctors?|agents?"
    r"|clerks?|drivers?|researchers?|personnel|spokes(?:man|woman|person))\b)"
)
_COMPANY = re.compile(
    r"\b(?P<of>our\s+|(?:units?|fighters|soldiers|guerrillas|combatants|troops|column|platoon|squad)\s+of\s+(?:the|our|its|their)\s+)"
    r"(?P<name>(?:[A-Z][\w'’-]+\s+){1,4})[Cc]ompany$"
)


def in_plain_words(raw: str) -> str:
    """The words with units in full, fighters for "soldiers of God", and the people alone of a university or ministry."""
    if " of " in raw or " for " in raw:
        house = _HOUSE.match(raw)
        raw = raw[house.start("who") :] if house is not None else _COMPANY.sub(r"\g<of>\g<name>Battalion", raw)
    raw = _SHORT.sub(lambda found: found["number"] + _UNITS[found["unit"]], raw)
    return raw if "of" not in raw.lower() or _NAMED.search(raw) else _OF_GOD.sub(r"fighters\g<whose>", raw)
