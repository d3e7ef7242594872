"""Totals up to the report: "have been killed since the coup of 2009", "have died in the war, which began in March 2003"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around, told_dates
from crossread.normalize.dates.finder import iter_expressions
from crossread.normalize.dates.resolving import DateContext, resolve_when
from crossread.normalize.dates.told import told_within
from crossread.records import Claim, DateWindow, Document, Slot, Span

_SINCE = re.compile(r"\bsince\s+(?!then\b)(?:[^\s.,;:]+\s+){1,14}?(?:(?:in|on|of|early in|late in)\s+)?$", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:began|begun|erupted|resurfaced|started|broke\s+out|flared(?:\s+up)?)(?:\s+(?:again|there))?,?"
    r"(?:\s+(?:in|on|early\s+in|late\s+in))?\s+$",
    re.IGNORECASE,
)
_SINCE_BEGAN = re.compile(
    r"since\s+(?:[\w'’-]+\s+){1,8}?(?:began|started|erupted|resumed|broke\s+out)\s+(?:(?:in|on|more\s+than|about|nearly|almost|over)\s+)?",
    re.IGNORECASE,
)
# "(Soldiers killed him on 8 July.) Since his death"
_SINCE_DEATH = re.compile(
    r"since\s+(?:his|her|their|the|that|this|(?-i:[A-Z])[\w-]+['’]s?)\s+(?:death|killing|murder|assassination|shooting)s?",
    re.IGNORECASE,
)
_DIED = re.compile(r"\b(?:kill|death|died|dead|murder|assassinat|shot|slain|shoot)", re.IGNORECASE)
NEAR_DEATH = 600  # characters before "since his death" in which his day is told
# "(killed) in a rebellion (which …)": what began is not what the claim tells
_WITHIN = re.compile(r"\b(?:in|during|of|from|by)\s+(?:the|an?|this|that|its)\s+\w", re.IGNORECASE)
_WHEN = re.compile(r",?\s+when\b")
_SINCE_WHEN = re.compile(r"\w\s+since\s+(?!then\b)[^.;\n]{3,50}?\s+when\b(?P<act>[^.;\n]*)", re.IGNORECASE)
_WORST = re.compile(
    r"\b(?:deadliest|worst|bloodiest|heaviest|biggest|largest|highest|first|second|third|fourth|fifth|most\s+\w+)\b[^.;]*\bsince\b",
    re.IGNORECASE,
)
# "(he was) the third council member slain (since December)"
_RANK = re.compile(
    r"\b(?:the|his|her|its|their)\s+(?:\w+\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)"
    r"|latest|deadliest|worst|biggest|bloodiest)\b[^.;]*$",
    re.IGNORECASE,
)
# "people have been killed in a (rebellion)"
_FELL_IN = re.compile(
    r"\b(?:have|has)\s+(?:been\s+)?(?:killed|died|lost|perished|fled|displaced)\b[^.;]*\b(?:in|during|by)\s", re.IGNORECASE
)
_LEADS = re.compile(r"since\s+(?!then\b)", re.IGNORECASE)
_ENDS = re.compile(r"[,;:](?=\s)|[.!?](?=\s+[^\W\d_a-z])|\n")
# "before the (9/11 attacks)", whose own day is no bound of it
_TURNS = re.compile(r"(?:(?:before|after|prior to|until|following)|in the (?:wake|aftermath) of)\s+(?:the\s+)?", re.IGNORECASE)
_NOUN_OF_IT = re.compile(r"(?:['’]s)?\s+(?:[a-z-]+\s+){0,2}")
_THE = re.compile(r"since\s+(?:the|an?)\s+", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:have|has)\s+(?:(?:been|now|already|also|so\s+far)\s+)*$", re.IGNORECASE)


def since_whole(document: Document, claim: Claim, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot of a total widened to "since the coup of 2009" where it holds but the year.

    Of 58 coded totals dated by such a clause 56 have it as a whole.
    """
    if not slot.evidence or slot.value is not None or not _is_total(document.text, claim):
        return slot
    if (whole := _since_began(document, slot, language)) is not None:
        return whole
    span, trigger = slot.evidence[0].span, claim.trigger.span
    before, _ = sentence_around(document.text, span.start, span.end)
    clause = None if _WORST.search(before) or _WHEN.match(document.text, span.end) else _SINCE.search(before)
    start = span.start - len(before) + clause.start() if clause else span.start
    if clause is None or slot.raw.lower().startswith("since") or start <= trigger.start < span.end:
        return slot
    evidence = document.quote(start, span.end)
    return replace(slot, raw=evidence.quote, evidence=(evidence,))


def _since_began(document: Document, slot: Slot[DateWindow], language: str) -> Slot[DateWindow] | None:
    """The slot of "since the country's current war began a decade ago" whole, where it is cut before the date."""
    start = slot.evidence[0].span.start
    began = _SINCE_BEGAN.match(document.text, start)
    if began is None or began.end() <= slot.evidence[0].span.end:
        return None
    run = next((run for run in iter_expressions(document.text, language) if run[0].start >= began.end()), None)
    if run is None or run[0].start > began.end():
        return None
    evidence = document.quote(start, run[-1].end)
    return replace(slot, raw=evidence.quote, evidence=(evidence,))


_GOES_ON = re.compile(r"\b(?:had|has|have)\s+(?:long\s+|also\s+)?been\s+\w+ing\b[^.;]{0,60}$", re.IGNORECASE)
_AT_ONCE = ("killing", "bombing", "armed_attack", "air_strike", "abduction")


def is_of_rank(document: Document, claim: Claim, slot: Slot[DateWindow]) -> bool:
    """True for an incident's "since December" behind "the third slain": the time of all three. Of 21 coded none has it.

    Nor does somebody's death have the time of what went on before it: "who had been receiving threats since March".
    """
    if claim.scope != "incident" or not slot.evidence or not _LEADS.match(slot.raw):
        return False
    span = slot.evidence[0].span
    before = sentence_around(document.text, span.start, span.end)[0]
    if _RANK.search(before) is not None:
        return True
    goes_on = _GOES_ON.search(before)
    began = span.start - len(before) + (goes_on.start() if goes_on else 0)
    return goes_on is not None and claim.type in _AT_ONCE and claim.trigger.span.start < began


def since_own_act(document: Document, claim: Claim, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot of what a report looks back to by "since troops withdrew in 2000": the day of it, not all time since.

    Of 61 coded claims that are no totals and stand in such a clause 59 have the day alone, and so have 46 of 50 told behind
    "when" ("the deadliest since March 2012, when rebels killed 11").
    """
    if not slot.evidence or slot.value is not None:
        return slot
    text, span, trigger = document.text, slot.evidence[0].span, claim.trigger.span
    leads = _LEADS.match(slot.raw)
    if leads and _WHEN.match(text, span.end) and is_told_behind_when(text, trigger):
        evidence = document.quote(span.start + leads.end(), span.end)
        return replace(slot, raw=evidence.quote, evidence=(evidence,))
    if _is_total(text, claim):
        return slot
    if not leads or trigger.start < span.start or _ENDS.search(text, span.start, trigger.start):
        return slot
    for run in iter_expressions(text, language):
        start, end = run[0].start, run[-1].end
        if end <= span.start:
            continue
        if start < trigger.start and not _is_of_act(text, span.start, start, end):
            return slot  # "since 2006 because of sabotage"
        if start < trigger.start or (start >= trigger.end and not _ENDS.search(text, trigger.end, start)):
            evidence = document.quote(start, end)
            return replace(slot, raw=evidence.quote, evidence=(evidence,))
    return slot


def without_turn_to_itself(document: Document, claim: Claim, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The day alone of "before the 9/11 attacks" for the attacks: what bounds another act is their own day."""
    turn = _TURNS.match(slot.raw) if slot.evidence and slot.value is None else None
    if turn is None or turn.end() == len(slot.raw):
        return slot
    span, trigger = slot.evidence[0].span, claim.trigger.span
    if not _NOUN_OF_IT.fullmatch(document.text, span.end, max(span.end, trigger.start)):
        return slot
    evidence = document.quote(span.start + turn.end(), span.end)
    return replace(slot, raw=evidence.quote, evidence=(evidence,))


def is_told_behind_when(text: str, trigger: Span) -> bool:
    """True for the killing of "since March 2012, when rebels killed 11", to which the sentence looks back."""
    first = trigger.start - len(sentence_around(text, trigger.start, trigger.end)[0])
    since = _SINCE_WHEN.search(text, first, trigger.start + 1)  # what begins behind the trigger cannot hold it
    return since is not None and since.start("act") <= trigger.start < since.end()


def _is_of_act(text: str, since: int, start: int, end: int) -> bool:
    """True for the day of "since Tuesday's shelling" and the year of "since the 2004 bombings"."""
    owned = text[start:end].endswith(("'s", "’s")) or text.startswith(("'", "’"), end)
    return since < start and (owned or _THE.fullmatch(text, since, start) is not None)


def window_since(document: Document, claim: Claim, slot: Slot[DateWindow], context: DateContext) -> DateWindow | None:
    """From the day on which what the victims fell in began up to the report, for a total, or from a death; else None."""
    if slot.evidence and _SINCE_DEATH.fullmatch(slot.raw):
        return _since_death(document, slot.evidence[0].span, context)
    if not slot.evidence or not _is_total(document.text, claim):
        return None
    span, trigger = slot.evidence[0].span, claim.trigger.span
    before, _ = sentence_around(document.text, span.start, span.end)
    began = _BEGAN.search(before)
    at = span.start - len(before) + began.start() if began else 0
    if began is None or not span.start - len(before) <= trigger.start < at:
        return None
    first = span.start - len(before)
    fell = claim.harm and _FELL_IN.search(document.text, first, trigger.start)
    within = _WITHIN.search(document.text, trigger.end, at)
    return resolve_when("since " + slot.raw, context=context) if within or fell else None


def _since_death(document: Document, span: Span, context: DateContext) -> DateWindow | None:
    """From the day of the last killing told with its day shortly before, up to the report."""
    for one in reversed(told_within(told_dates(document.text, context.published, context.language), 0, span.start)):
        if one.span.start < span.start - NEAR_DEATH:
            return None
        told = "".join(sentence_around(document.text, one.span.start, one.span.end))
        if one.stretch.unit == "day" and not one.reported and _DIED.search(told):
            return resolve_when(f"since {document.text[one.span.start : one.span.end]}", context=context)
    return None


def _is_total(text: str, claim: Claim) -> bool:
    return claim.scope == "aggregate" or _is_perfect(text, claim.trigger.span)


def _is_perfect(text: str, trigger: Span) -> bool:
    return _PERFECT.search(text, max(0, trigger.start - 30), trigger.start) is not None
