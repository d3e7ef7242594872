"""Words that count nobody: harm that is not known, people among whom others were hit, forces held off, doers who
fled, those who lost somebody.

Of 18 "unclear if there were casualties", "no word on casualties" and the like in hand-coded reports none is a row; "no reports
of casualties" is one of nobody, and stays.

Nor is any of four people of whom it is unclear, or not known, whether they were killed or hurt.

Of some 300 rows that begin with "no", "any" or "without" none tells of links or a part in something: "residents with no link to
either side" are not zero casualties.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.harm.sentence import sentence_of
from crossread.records import Document, Harm

_HARM = r"(?:casualt\w+|anyone|anybody|any|injur\w+|killed|victims|wounded|hurt|dead|deaths|harmed|losses|number|toll)"
_UNKNOWN = re.compile(
    r"(?:\b(?:unclear|uncertain|unknown|not\s+(?:\w+\s+){0,2}(?:clear|known|certain))\s+(?:if|whether|how many)"
    r"|\bno\s+(?:\w+\s+){0,2}(?:word|information|details|news)\s+(?:yet\s+)?(?:on|of|about)"
    r"|\b(?:could|did|does|would)\s+not\s+(?:immediately\s+)?(?:say|confirm|mention|specify|know|give|disclose)"
    r"|\bunable\s+to\s+(?:say|confirm))\b(?:[^.;,]{0,60}|[^.;,]{0,60},\s+(?:which|that|who|where|said|say)\b[^.;,]{1,60},[^.;,]{0,60})$",
    re.IGNORECASE,
)
_UNKNOWN_BEHIND = re.compile(
    r"[^.;,]{0,40}\b(?:is|was|were|are|remains?|remained)\s+(?:still\s+|immediately\s+|yet\s+)*"
    r"(?:unknown|unclear|not\s+(?:\w+\s+)?(?:known|clear|available))\b",
    re.IGNORECASE,
)
_TELLS_HARM = re.compile(rf"\b{_HARM}\b", re.IGNORECASE)
# "The wounded men were among (45 soldiers on patrol)": these were there.
_WERE_AMONG = re.compile(r"\b(?:is|are|was|were)\s+among\s+(?:the\s+|some\s+|about\s+|those\s+)?$", re.IGNORECASE)
_FELL = re.compile(
    r"\b(?:kill\w*|dead|die[ds]?|deaths?|wound\w*|injur\w*|hurt|victims?|casualt\w+|slain|shot|fatalit\w+|martyr\w*|hit|targeted)\b",
    re.IGNORECASE,
)
_HELD_OFF = re.compile(
    r"\b(?:hold(?:ing|s)?|held|fend(?:ed|ing|s)?|fought|fighting|kept|keeping)\s+off\s+(?:the\s+)?(?:[\w-]+\s+and\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_FLED = re.compile(
    r"\s+(?:then\s+|later\s+|had\s+|also\s+|all\s+|managed\s+to\s+)*(?:fled|flee|escaped?|withdrew|retreated|got\s+away|ran\s+away"
    r"|disappeared)\b(?![^.;]{0,60}\b(?:wounds?|wounded|injur\w+|hurt|died)\b)",
    re.IGNORECASE,
)
_DOERS = re.compile(r"(?:the\s+)?(?:attackers?|assailants?|gunm[ae]n|bombers?|perpetrators?|raiders?|killers?)", re.IGNORECASE)
# "(Amadou Ba) lost his wife": who lost somebody was not killed.
_BEREFT = re.compile(
    r"(?:,\s[^,.;]{1,40},)?\s+(?:(?:has|had|also)\s+)*lost\s+(?:his|her|their|an?|both|two|three|four|five|six|\d+)\s+(?:(?!and\b)[\w-]+\s+){0,3}?"
    r"(?:husband|wife|brothers?|sisters?|sons?|daughters?|nephews?|nieces?|cousins?|uncles?|aunts?|mother|father|parents|child(?:ren)?"
    r"|grand(?:son|daughter|child|children|mother|father)s?|relatives?|family|colleagues?|friends?|neighbou?rs?)\b",
    re.IGNORECASE,
)
_NO_TIES = re.compile(
    r"(?:no|any|without|not)\b(?:\s+(?:any|known|direct|apparent|clear|proven|particular|real|other|\w+al))*\s+"
    r"(?:links?|ties|connections?|part|role|involvement|affiliations?|stake|interest|relations?|contacts?|say|weapons?|warnings?)\b",
    re.IGNORECASE,
)
# "arrested six; (four others) escaped", "named (15 others) as wanted", "(two) are still at large"
_NOT_CAUGHT = re.compile(
    r"\s+(?:then\s+|later\s+|have\s+|had\s+|also\s+|all\s+|managed\s+to\s+)*(?:escaped?|fled|flee|got\s+away|ran\s+away|absconded)\b"
    r"(?!\s+(?:from\s+)?(?:custody|captivity|prison|jail|detention|their\s+captors|later))"
    r"(?![^.;]{0,120}\b(?:arrest\w*|caught|captured|detained|apprehended|surrendered)\b)"
    r"|\s+(?:as|is|are|was|were|remains?|remained)\s+(?:still\s+|also\s+|being\s+)*(?:wanted|sought|hunted|at\s+large|on\s+the\s+run)\b",
    re.IGNORECASE,
)
# "It is not clear whether (the commander) was killed", "unlikely that (he) had died": nobody is known to be hurt
_WHETHER = re.compile(
    r"\b(?:(?:unclear|uncertain|unknown|(?:not|n['’]t|in)\s+(?:yet\s+|immediately\s+|entirely\s+)?(?:be\s+)?(?:clear|known|know|certain|say"
    r"|sure|confirm(?:ed)?|verif(?:y|ied)))\s+(?:whether|if)|(?:unlikely|doubtful|improbable)\s+that)\s+(?:the\s+|an?\s+|any\s+)?"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_WAS_HIT = re.compile(
    r"\s+(?:himself\s+|themselves\s+|herself\s+|also\s+)?(?:(?:was|were|is|are|has|have|had|been|also|among\s+the)\s+){1,3}(?:\w+ly\s+)?"
    r"(?:killed|wounded|injured|hurt|dead|died)\b",
    re.IGNORECASE,
)
_HIT = ("killed", "injured", "casualties")
LOOK_BEHIND = 40  # characters behind people in which what befell them is told


def counts_nobody_known(document: Document, row: Harm) -> bool:
    """True for a row of the machine whose words tell no harm to anybody."""
    if row.score is None or row.part_of is not None or not row.evidence:
        return False
    if _NO_TIES.match(row.raw) and _TELLS_HARM.search(row.raw) is None:
        return True
    sentence = sentence_of(document.text, row)
    if row.effect == "detained" and _NOT_CAUGHT.match(sentence.behind):
        return True
    if _WERE_AMONG.search(sentence.before) and row.effect in _HIT:
        return _FELL.search(row.raw + sentence.behind[:LOOK_BEHIND]) is None
    if row.effect in _HIT and _BEREFT.match(sentence.behind):
        return True
    if re.search(r"\d", row.raw) or not row.effect:
        return False
    if _TELLS_HARM.search(row.raw) and (_UNKNOWN.search(sentence.before) or _UNKNOWN_BEHIND.match(sentence.behind)):
        return True
    if row.effect in _HIT and _WHETHER.search(sentence.before) and _WAS_HIT.match(sentence.behind):
        return True
    if _HELD_OFF.search(sentence.before):
        return _FELL.search(sentence.behind[:LOOK_BEHIND]) is None
    return row.effect in _HIT and _DOERS.fullmatch(row.raw) is not None and _FLED.match(sentence.behind) is not None
