"""Who is told something does not say it, and a dead man's name is not his widow's: "MSF was informed by residents".

Of eight times that hand-coded reports tell somebody "told (informed) by" another, the only claim with him as a speaker has him
heard by other words. All 16 coded speakers who are kin or friends of somebody have the words for the kin in their own; none is
the bare name behind "relatives of one of the dead".
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim, Document, Speaker

_WAS_TOLD = re.compile(
    r"(?:\s+[\w’'-]+)?\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?(?:told|informed|briefed|notified|assured)\s+by\b",
    re.IGNORECASE,
)
_KIN = (
    r"(?:relatives?|family|families|wife|wives|widows?|husband|fathers?|mothers?|parents?|brothers?|sisters?|sons?|daughters?|uncle|aunt"
    r"|cousins?|nephew|niece|grandfather|grandmother|friends?|colleagues?|neighbou?rs?|lawyers?|kin)"
)
_KIN_OF = re.compile(
    rf"\b(?:(?:the|an?|his|some|two|three|several|close)\s+){{0,2}}(?:\w+\s+)?{_KIN}\s+of\s+(?:(?:one|two|some)\s+of\s+)?(?:the|an?|its|these)\s+"
    r"(?:\w+\s+){0,2}?(?:dead|victims?|deceased|killed|slain|wounded|injured|hostages?|missing|detainees?|abducted|soldiers?|m[ae]n|wom[ae]n"
    r"|teachers?|students?|boys?|girls?),\s+$",
    re.IGNORECASE,
)
# "Lagos State recorded five killings": where they were, not who counts
_UNIT = re.compile(
    r"(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s+(?:State|Province|County|Region|District|Governorate|Prefecture)"
)
_COUNTS = re.compile(
    r"\s+(?:also\s+|alone\s+|has\s+|have\s+)?(?:recorded|registered|witnessed|saw|experienced|suffered|reported|logged)\s+"
    r"(?:the\s+(?:most|highest)\b|at\s+least\s|about\s|over\s|more\s+than\s|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
_LONGEST = 120  # characters before a name in which is told whose kin speak


def settle_informed(document: Document, claim: Claim) -> Claim:
    """The claim without speakers who only hear or are a place, and with kin as speakers in place of the dead.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or not claim.speakers:
        return claim
    kept = [_with_kin(document, row) for row in claim.speakers if not _is_place(document.text, row)]
    speaking = [row for row in kept if not _is_told(document.text, row)]
    kept = speaking or kept  # somebody says it, if only the one who was told
    if tuple(kept) == claim.speakers:
        return claim
    stance = "asserted" if not kept and claim.stance == "attributed" else claim.stance
    return replace(claim, speakers=tuple(kept), stance=stance)


def _is_told(text: str, row: Speaker) -> bool:
    told = row.score is not None and bool(row.evidence)
    return told and all(_WAS_TOLD.match(text, quote.span.end) is not None for quote in row.evidence)


def _is_place(text: str, row: Speaker) -> bool:
    if row.score is None or not row.evidence:
        return False
    return all(_UNIT.fullmatch(quote.quote) and _COUNTS.match(text, quote.span.end) for quote in row.evidence)


def _with_kin(document: Document, row: Speaker) -> Speaker:
    """The speaker as "relatives of one of the dead, Abdi Warsame", where only the name of the dead is taken for him."""
    if row.score is None or len(row.evidence) != 1:
        return row
    span = row.evidence[0].span
    start = max(sentence_start(document.text, span.start), span.start - _LONGEST)
    found = _KIN_OF.search(document.text, start, span.start)
    if found is None:
        return row
    quote = document.quote(found.start(), span.end)
    return replace(row, raw=quote.quote, name=None, evidence=(quote,))
