"""Who is told as one of the victims is no doer: "killed one person, identified as Noor Wali", "the victims, A and B, were".

Of the eight coded wordings with a death or a wound before "identified as", none names a doer. Behind a sentence whose subject
was killed, "they were identified as" goes on about the dead; hand-coded reports do not tell it so.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.resolved import once_by_place
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Span
from crossread.records.roles import DOERS_BY_OTHERS

_REACH = 140  # characters before a name in which is told what befell him
_FELL = (
    r"(?:kill(?:ed|s|ing)|dead|died|deceased|slain|murdered|wounded|injured|hurt|victims?"
    r"|bod(?:y|ies)|casualt(?:y|ies)|fatality)"
)
_DOER = (
    r"\b(?:by|gunm[ae]n|attackers?|assailants?|bombers?|shooters?|killers?|murderers?|perpetrators?|suspects?|suspected|accused"
    r"|alleged|culprits?|drivers?|arrest\w*|detain\w*|held|who\s+(?:had\s+)?kill\w*|for\s+kill\w*|of\s+kill\w*|who\s+(?:fired|shot|opened))\b"
)
_IDENTIFIED = re.compile(
    rf"\b{_FELL}\b(?P<between>[^.;:]{{0,90}}?)\b(?:identified|named)\s+(?:\w+\s+)?as\s+(?:the\s+|an?\s+)?(?P<names>[^.;:]{{0,80}})$",
    re.IGNORECASE,
)
_VICTIMS = re.compile(
    r"\b(?:victims?|dead|deceased|killed|slain|wounded|injured)(?:\s+\w+)?,\s+(?:\w+\s+)?(?P<names>[^.;:]{0,60})$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|their|its|two|three|four|five|both)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# In a list of names no verb stands: "A, B and constable C"
_GOES_ON = re.compile(
    r"\b(?:was|were|is|are|had|has|who|which|that|when|while|after|before|by|in|at|on|from|sa(?:id|ys?)|told|but|police|army|gunmen)\b",
    re.IGNORECASE,
)
# "They were identified as (A) and (B)", "He was Sgt (A)": about whom the sentence before is
_THEY = re.compile(
    r"\s*(?:(?P<many>they|(?:the|all|both)\s+(?:two|three|four|five|six|men|women|soldiers|dead))|he|she)\s+(?:were|was|have\s+been|has\s+been)\s+"
    r"(?:(?:(?:later|since|all|both)\s+)?(?:identified|named)\s+(?:by\s+[^.;:,]{1,30}\s+)?as\s+|(?=(?-i:[A-Z])))(?:the\s+)?(?P<names>[^.;:]{0,100})$",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?:sergeants?|corporals?|captains?|lieutenants?|privates?|majors?|colonels?|constables?|inspectors?|officers?|Sgt|Cpl|Capt|Lt|Pvt|Maj"
    r"|Col|Const|Insp|naik|havildar|subedar|sepoy|jawan|guardsm[ae]n|rifleman)\b",
    re.IGNORECASE,
)
_SUBJECT_FELL = re.compile(
    r"[^.;:,]{0,60}?\s(?:(?P<many>were)|was)\s+(?:\w+ly\s+|also\s+|later\s+)?(?:killed|shot|wounded|injured|murdered|slain|beheaded|hacked|stabbed"
    r"|blown\s+up|gunned\s+down|beaten\s+to\s+death)\b"
    r"|(?:(?P<two>(?:at\s+least\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s)|an?\s|the\s)[^.;:,]{0,40}?\s(?:died|lost\s+(?:their|his)\s+li)"
    r"|(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:bomb|blast|explosion|mine|landmine|strike|airstrike|rocket|shell|missile|grenade|ied)\s+killed\s+"
    r"(?:(?P<some>(?:at\s+least\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s)|an?\s)",
    re.IGNORECASE,
)
_ARMED = re.compile(
    r"\b(?:by|gunm[ae]n|attackers?|assailants?|suspects?|rebels?|militants?|arrest\w*|bombers?)\b", re.IGNORECASE
)
_DATELINE = re.compile(r"\s(?:-{1,2}|[–—])\s")


def with_identified(document: Document, claim: Claim) -> Claim:
    """The claim with those as victims who are only told to have been killed or hurt; what people and data sets say stays.

    "The victims, A and B, were on their way to the mosque where a bombing …" makes them no doers, and no victims of that.
    """
    if claim.score is None:
        return claim
    sufferers = {row.type for row in claim.actors if row.role == "victim"}
    rows = [_settled(document.text, row, sufferers) for row in claim.actors]
    return claim if rows == list(claim.actors) else replace(claim, actors=once_by_place(row for row in rows if row is not None))


def _settled(text: str, row: Actor, sufferers: set[str]) -> Actor | None:
    if row.role not in DOERS_BY_OTHERS or row.score is None or not row.evidence:
        return row
    if all(_is_identified(text, quote.span) or _is_they(text, quote.span) for quote in row.evidence):
        return replace(row, role="victim", type=next(iter(sufferers)) if len(sufferers) == 1 else row.type)
    return None if all(_is_named_victim(text, quote.span) for quote in row.evidence) else row


def _before(text: str, span: Span) -> str:
    return text[max(sentence_start(text, span.start), span.start - _REACH) : span.start]


def _is_identified(text: str, span: Span) -> bool:
    before = _before(text, span)
    found = _IDENTIFIED.search(before)
    if found is None or _GOES_ON.search(found["names"]):
        return False
    return re.search(_DOER, before[: found.start()][-40:] + found[0][: -len(found["names"]) or None], re.IGNORECASE) is None


def _is_named_victim(text: str, span: Span) -> bool:
    before = _before(text, span)
    found = _VICTIMS.search(before)
    return found is not None and _THE.search(before[: found.start()]) is not None and not _GOES_ON.search(found["names"])


def _is_they(text: str, span: Span) -> bool:
    """True for who is named by "they were identified as" behind a sentence that only tells who died, and of as many."""
    start = sentence_start(text, span.start)
    told = _THEY.fullmatch(text[start : span.start])
    if told is None or not start or _GOES_ON.search(told["names"]):
        return False
    if not re.search(r"\bas\b", told[0]) and not _RANK.match(text, span.start) and not _RANK.match(told["names"]):
        return False
    before = _DATELINE.split(text[sentence_start(text, start - 1) : start].strip(), maxsplit=1)[-1]
    fell = _SUBJECT_FELL.match(before)
    if fell is None or _ARMED.search(before):
        return False
    return bool(told["many"]) == bool(fell["many"] or fell["two"] or fell["some"])
