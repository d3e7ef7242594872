"""People of whom only rape is told: sexual violence is a type of act, and they are neither dead nor among the wounded.

Of 30 numbers of people who "were raped" or whom somebody "raped" in hand-coded reports 26 have no row, and four one of injured;
none is killed. Neither of two told as "the rape of" somebody has a row.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.harm.sentence import sentence_of
from crossread.records import Document, Harm

_WERE = re.compile(
    r"(?:\s+(?:and|or)\s+[\w’'-]+(?:\s[\w’'-]+)?)?,?\s+(?:who\s+)?(?:(?:was|were|had|have|has|been|also|allegedly|reportedly|repeatedly)"
    r"\s+)+(?:(?:gang[- ]?)?raped"
    r"|subjected\s+to\s+(?:gang[- ]?)?(?:rapes?|sexual\s+(?:violence|abuse|assaults?|slavery)))\b"
    r"(?P<rest>[^.;]{0,80})",
    re.IGNORECASE,
)
_DID = re.compile(r"\b(?:gang[- ]?)?rap(?:ed|ing|e)\s+(?:at\s+least\s+|about\s+|some\s+|another\s+|and\s+)*$", re.IGNORECASE)
# "the rape of (a girl)": nobody was taken either, where nothing else is told of her
_RAPE_OF = re.compile(
    r"\b(?:gang[- ]?)?rapes?\s+of\s+(?:(?:at\s+least|about|some|another|more\s+than|the)\s+)*$", re.IGNORECASE
)
_WORSE = re.compile(
    r"\b(?:kill\w*|murder\w*|dead|die[ds]?|death|shot|hacked|stabb\w+|beat\w*|burn\w*|wound\w*|injur\w*|tortur\w*|slaughter\w*|execut\w*"
    r"|mutilat\w*|abduct\w*|kidnap\w*|strangl\w*|bod(?:y|ies))\b",
    re.IGNORECASE,
)
_OTHER = r"(?:an?|the|at least|some|several|another|\d+|two|three|four|five|six|seven|eight|nine|ten)"
# Where a clause on others begins: "and wounded two boys", "and a guard was killed".
_CLAUSE = re.compile(
    rf",\s(?!and\b|then\b)|\b(?:while|as|before being (?:let|released|freed))\b|\band\s+(?:\w+(?:ed|ing)\s+)?{_OTHER}\s",
    re.IGNORECASE,
)
_TAKEN = ("abducted", "detained", "missing")
_EFFECTS = ("killed", "injured", "casualties")


def was_raped(document: Document, row: Harm) -> bool:
    """True for people called killed or hurt of whom their clause tells rape alone; "raped and killed" tells more."""
    if row.effect not in (*_EFFECTS, *_TAKEN) or row.score is None or row.part_of is not None or not row.evidence:
        return False
    sentence = sentence_of(document.text, row)
    if _RAPE_OF.search(sentence.before):
        return _WORSE.search(_CLAUSE.split(sentence.behind, maxsplit=1)[0]) is None
    if row.effect in _TAKEN:
        return False
    told = _WERE.match(sentence.behind)
    behind = told["rest"] if told else sentence.behind if _DID.search(sentence.before) else None
    if behind is None:
        return False
    return _WORSE.search(_CLAUSE.split(behind, maxsplit=1)[0]) is None
