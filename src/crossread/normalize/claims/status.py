"""What became of an act, where its own words say that it was stopped: a foiled bombing is an attempt."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.claims.ahead import is_ahead
from crossread.normalize.claims.intercepted import is_intercepted
from crossread.normalize.claims.missed import is_missed
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.harm.words import DOERS
from crossread.records import Claim, Document

_NOBODY = re.compile(r"(?:no|nobody|none|zero|0|not\s+(?:an?|one))\b", re.IGNORECASE)
_ONE_ACT = ("abduction", "killing")  # where an attempt may cost others their lives, or the number is whom it was meant for
_STOPPED = r"(?:foil(?:s|ed|ing)?|thwart(?:s|ed|ing)?)"
_BEFORE = re.compile(rf"\b{_STOPPED}\s+(?:[\w'’-]+\s+){{0,6}}$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?:\s+[\w'’-]+){{0,4}}\s+(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+{_STOPPED}\b", re.IGNORECASE
)

_FAILED = re.compile(r"\b(?:failed(?!\s+to\b)|abortive|botched|unsuccessful)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
# "the attempted abduction of two reporters"; a coup that was tried may have cost lives
_ATTEMPTED = re.compile(
    r"\battempted\s+(?:[\w'’-]+\s+){0,2}(?:abduction|kidnap\w*|murder|assassination|killing|hijack\w*|bombing|attack|assault|ambush"
    r"|raid|robbery|rape|lynching|infiltration|incursion|arson|seizure|prison\s+break|jail\s*break)s?$",
    re.IGNORECASE,
)
_PLOT = re.compile(
    r"\b(?:plot(?:s|ted|ting)?|conspir(?:ed|ing|acy))\s+(?:to\s+|of\s+|an?\s+|the\s+|for\s+|against\s+)?(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
_TRIED = re.compile(
    r"(?<!may )(?<!will )(?<!might )(?<!would )(?<!could )\b(?:tr(?:ied|ying) to|attempt(?:ed|s|ing)? to"
    r"|(?:survived|escaped) (?:an?|the|another) (?:\w+ )?attempt to)\s+$",
    re.IGNORECASE,
)
_VIOLENCE = re.compile(
    r"(?:kill|murder|assassinat|bomb|attack|kidnap|abduct|storm|seiz|blow|behead|ambush|raid)", re.IGNORECASE
)
# "Some 15 hostages might have been (killed) in the raid": it may have happened already
_PERHAPS = re.compile(r"\b(?:may|might)\s+(?:also\s+|well\s+)?have\s+(?:been\s+)?(?:\w+ly\s+)?$", re.IGNORECASE)
_UNDONE = re.compile(r"(?:defus|deactivat|disarm)\w*", re.IGNORECASE)
_THREAT = re.compile(r"\bthreat(?:en|ens|ened|ening)\s+to\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)


def settled_status(document: Document, claim: Claim) -> str:
    """The claim's status; `attempted` for an act that is told as foiled, defused or failed, `threatened` for a threat.

    Of 46 coded claims behind "tried to", "attempted to" and the like 35 are attempts and two are threats.
    Of 17 coded claims behind "foiled" 15 are coded so; an arrest beside them is made ("foiled an attack with 16 arrests").
    Both coded claims behind "an attempted" that are no coups are attempts.
    Of 16 behind "a failed" 13 are attempts, but not the one in which others than the doers were killed;
    of 20 behind "plotting" 13 (5 threats), of 89 behind "threatened to" 87 threats.
    """
    before, after = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    open_still = claim.status == "threatened" or (claim.status == "accomplished" and _VIOLENCE.match(claim.trigger.quote))
    if claim.score is not None and open_still and _TRIED.search(before):
        return "attempted"
    if claim.score is not None and claim.status == "threatened" and _PERHAPS.search(before):
        return "accomplished"
    if claim.status != "accomplished" or claim.type in ("detention", "agreement"):
        return claim.status
    ahead = claim.score is not None and is_ahead(claim, before, after)
    if claim.type == "operation":
        return "threatened" if ahead else claim.status
    if claim.type == "bombing" and _UNDONE.match(claim.trigger.quote) and not any(row.has_number for row in claim.harm):
        return "attempted"
    if _THREAT.search(before):
        return "threatened"
    if claim.score is not None and (is_missed(claim, before, after) or is_intercepted(document, claim)):
        return "attempted"
    failed = _FAILED.search(before) is not None and not _cost_others(claim)
    if failed or _PLOT.search(before) or (claim.score is not None and _is_attempted(claim, before)):
        return "attempted"
    if _BEFORE.search(before) or _BEHIND.match(after):
        return "attempted"
    return "threatened" if ahead else claim.status


def _cost_others(claim: Claim) -> bool:
    """True for "four officers were killed in a botched raid": it took place. A gunman may die in an attempt."""
    if claim.score is None or claim.type in _ONE_ACT:
        return False
    harmed = (row for row in claim.harm if row.effect in ("killed", "injured") and row.score is not None)
    return any(not _NOBODY.match(row.raw) and not DOERS & set(re.findall(r"[a-z]+", row.raw.lower())) for row in harmed)


def _is_attempted(claim: Claim, before: str) -> bool:
    """True for the "kidnapping" of "an attempted kidnapping", unless people were killed in it."""
    if claim.type not in _ONE_ACT and any(row.effect == "killed" and not _NOBODY.match(row.raw) for row in claim.harm):
        return False
    return _ATTEMPTED.search(before + claim.trigger.quote) is not None
