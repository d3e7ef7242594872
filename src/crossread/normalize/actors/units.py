"""Words for armed men that say less or more than they seem: units in short ("the 71st IB"), "soldiers of God".

Units with an ordinal before such letters are those of armies; who fights for a god is no state's soldier. Of the coded actors
one has such a unit ("72nd Bde position", of a state's forces); a militia's "2 Bn", coded twice, has no ordinal.
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


def in_plain_words(raw: str) -> str:
    """The words with units in full, and with fighters for "soldiers of God"."""
    raw = _SHORT.sub(lambda found: found["number"] + _UNITS[found["unit"]], raw)
    return raw if "of" not in raw.lower() or _NAMED.search(raw) else _OF_GOD.sub(r"fighters\g<whose>", raw)
