"""The day of what came of an act only bounds it: "nuns kidnapped in Jos were released on Sunday", "arrested for a murder"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around, told_dates
from crossread.normalize.dates.told import told_within
from crossread.normalize.dates.toll_days import is_day_of_toll
from crossread.records import Claim, DateWindow, Document, Slot, Span

_WORDS = r"(?:(?!(?:and|but|after|when|while|as|during|following|where|until)\b)[\w'’-]+,?\s+)"
_ON = r"(?:(?:late|early)\s+)?(?:on\s+)?$"
_DONE = (
    r"(?:killed|murdered|slain|shot\s+dead|wounded|injured|kidnapped|abducted|taken(?:\s+(?:hostage|captive|away))?|seized|captured"
    r"|held|detained|arrested|beheaded|executed|massacred)"
)
_FREED = r"(?:released|freed|set\s+free|rescued|handed\s+over|ransomed|reunited)"
_BURIED = r"(?:buried|laid\s+to\s+rest|cremated|mourned|remembered|commemorated|honou?red)"
_TRIED = (
    r"(?:charged|indicted|arraigned|sentenced|convicted|jailed|acquitted|remanded|extradited|found\s+guilty"
    r"|put\s+on\s+trial|brought\s+to\s+court)"
)
# "turned himself in", "gave themselves up", "surrendered to police"
_GAVE_UP = (
    r"(?:turned\s+(?:him|her|them)sel(?:f|ves)\s+in|(?:gave|given)\s+(?:him|her|them)sel(?:f|ves)\s+up|surrendered\s+to\s+(?:the\s+)?"
    r"(?:police|authorities|officers|detectives|investigators|prosecutors))"
)
_TAKEN = r"(?:arrested|detained|captured|picked\s+up)"
_BE = r"(?:was|were|is|are|(?:has|have|had)\s+been|being)\s+(?:[a-z]+ly\s+|then\s+|later\s+)?"
# Behind the act, with the day: what became of those it was done to, or of those who are held to have done it.
_BECAME = re.compile(
    rf"\b(?:{_BE}(?:{_FREED}|{_BURIED}|{_TRIED}|unveiled|inaugurated)|regained\s+(?:his|her|their)\s+(?:freedom|liberty)"
    rf"|(?:went|go|goes|stood)\s+on?\s*trial|appeared\s+(?:in|before)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?court|ple(?:aded|d)\s+(?:not\s+)?guilty"
    rf"|testified|{_GAVE_UP})\s+{_WORDS}{{0,6}}?{_ON}",
    re.IGNORECASE,
)
_CAUGHT = re.compile(rf"\b{_BE}{_TAKEN}\s+{_WORDS}{{0,6}}?{_ON}", re.IGNORECASE)
_FOUND = re.compile(
    rf"\bbod(?:y|ies)\b.*\b{_BE}(?:found|discovered|recovered)\s+{_WORDS}{{0,6}}?{_ON}", re.IGNORECASE | re.DOTALL
)
_DIED = re.compile(rf"\b(?:(?:has|have|had)\s+)?(?:died|succumbed)\s+{_WORDS}{{0,6}}?{_ON}", re.IGNORECASE)
_HOME = re.compile(rf"\breturned\s+{_WORDS}{{0,6}}?{_ON}", re.IGNORECASE)
# Before the act: it says whom this is about, not what the sentence tells.
_IN_ACT = re.compile(rf"\b{_DONE}\s+(?:in|by|during|at)\s+{_WORDS}{{0,6}}$", re.IGNORECASE)
_HURT_IN = re.compile(rf"\b(?:wounded|injured|hurt|burned)\s+(?:in|by|during)\s+{_WORDS}{{0,6}}$", re.IGNORECASE)
_BLAMED = re.compile(
    r"\b(?:(?:accused|suspected|charged|convicted|wanted|blamed|linked|behind|responsible|involved|believed|alleged)\b"
    rf"\s+{_WORDS}{{0,8}}|who\s+(?:has\s+|had\s+)?(?:allegedly\s+|reportedly\s+|fatally\s+)?)$",
    re.IGNORECASE,
)
_IS_DONE = re.compile(rf"{_DONE}\b", re.IGNORECASE)
_IS_HURT = re.compile(r"(?:wounded|injured|hurt)\b", re.IGNORECASE)
# "arrested on Tuesday in Cali for the (murder)", "on Tuesday sentenced two men for the (murder)"
_HELD_FOR = (
    r"\b(?:for|over|with|in\s+connection\s+(?:with|to)|on\s+(?:suspicion|charges?)\s+of|(?:accused|suspected|guilty|convicted)\s+of"
    r"|(?:role|part|involvement)\s+in|(?:linked|related)\s+to|behind)\s+"
)
_COURT = rf"\b(?:{_TAKEN}|{_TRIED}|went\s+on\s+trial|ple(?:aded|d)\s+(?:not\s+)?guilty|appeared\s+in\s+court)\b"
_COURT_THEN_DAY = re.compile(rf"{_COURT}\s+(?:{_WORDS}{{0,8}}?)?{_ON}", re.IGNORECASE)
_FOR_ACT = re.compile(rf"^(?:['’]s)?,?\s+{_WORDS}{{0,8}}?{_HELD_FOR}{_WORDS}{{0,7}}$", re.IGNORECASE)
# "pleaded not guilty on Monday to (murdering) three people"
_PLEADED = re.compile(rf"\bple(?:aded|d)\s+(?:not\s+)?guilty\s+{_ON}", re.IGNORECASE)
_TO_ACT = re.compile(rf"^,?\s+to\s+(?!have\b){_WORDS}{{0,4}}$", re.IGNORECASE)
_COURT_FOR_ACT = re.compile(rf"^\s+(?:[a-z]+ly\s+)?{_COURT}\s+{_WORDS}{{0,8}}?{_HELD_FOR}{_WORDS}{{0,7}}$", re.IGNORECASE)
_NO_CRIME = re.compile(r"(?<!kill)(?<!bomb)(?<!shoot)(?<!kidnapp)(?<!murder)(?<!stabb)(?<!behead)(?<!rap)ing$", re.IGNORECASE)
# "on Sunday released six nuns they had (abducted)", "buried on Tuesday four men killed in an (attack)"
_SEEN_OFF = rf"\b(?:{_FREED}|{_BURIED})\b"
_SEEN_OFF_FIRST = re.compile(rf"^\s+(?:[a-z]+ly\s+)?{_SEEN_OFF}(?=\s)", re.IGNORECASE)
_SEEN_OFF_THEN_DAY = re.compile(rf"{_SEEN_OFF}\s+{_ON}", re.IGNORECASE)
_WHOM = rf",?\s+(?!in\b|at\b|by\b|from\b|near\b){_WORDS}{{1,7}}?"
_WHOM_DONE = re.compile(rf"{_WHOM}$", re.IGNORECASE)
_WHOM_IN_ACT = re.compile(rf"{_WHOM}{_DONE}\s+(?:in|by|during)\s+{_WORDS}{{0,4}}$", re.IGNORECASE)
_CUT = re.compile(r"[.;:\n]|\b(?:and|but|while|when|where|(?:in|during|by)\s+which)\b")
_OF_ITSELF = frozenset(("agreement", "operation", "protest", "accident"))


def bounded_by_later(
    document: Document, claim: Claim, slot: Slot[DateWindow], value: DateWindow | None, language: str
) -> DateWindow | None:
    """The window open to the past where its day is that of a release, burial, trial or death that came of the act.

    None of the five coded acts whose sentence tells no other day has this day, nor has any of the twelve takings of people
    whose release is dated with them; the codebook takes the day of another event for a bound. The finding of bodies mostly
    dates a killing, so that it bounds only the taking of people. What people and data sets say (no score) stays.
    """
    if value is None or value.earliest is None or not slot.evidence or claim.score is None or claim.type in _OF_ITSELF:
        return value
    if claim.status != "accomplished" or claim.scope == "aggregate":
        return value
    text, day, act = document.text, slot.evidence[0].span, claim.trigger.span
    before, after = sentence_around(text, act.start, act.end)
    first, last = act.start - len(before), act.end + len(after)
    if is_day_of_toll(document, claim, day):
        return _until(value)
    if not first <= day.start < last:
        return value
    told = told_within(told_dates(text, document.published, language), first, last)
    if len(told) != 1 or not told[0].span.overlaps(day):
        return value
    later = _is_behind(text, claim, before, day.start) if act.end <= day.start else _is_before(text, claim, first, day)
    return _until(value) if later else value


def _until(value: DateWindow) -> DateWindow:
    return DateWindow(earliest=None, latest=value.latest, precision="unknown", flags=value.flags)


def _is_behind(text: str, claim: Claim, before: str, day: int) -> bool:
    """True for the day behind what became of those of the act: "(kidnapped) in Jos were released on (Sunday)"."""
    act = claim.trigger
    between = text[act.span.end : day]
    if _CUT.search(between):
        return False
    if _BECAME.search(between):
        return any((_IS_DONE.match(act.quote), _IN_ACT.search(before), _BLAMED.search(before)))
    if _CAUGHT.search(between):
        return _BLAMED.search(before) is not None
    if _DIED.search(between):
        return _IS_HURT.match(act.quote) is not None or _HURT_IN.search(before) is not None
    if claim.type == "displacement":
        return _HOME.search(between) is not None
    return claim.type in ("abduction", "detention") and _FOUND.search(before + act.quote + between) is not None


def _is_before(text: str, claim: Claim, first: int, day: Span) -> bool:
    """True for the day of "arrested on Tuesday for the (murder)" and "on Sunday released six nuns they had (abducted)"."""
    head, rest = text[first : day.start], text[day.end : claim.trigger.span.start]
    if _CUT.search(rest):
        return False
    held = _COURT_FOR_ACT.match(rest) or (_COURT_THEN_DAY.search(head) and _FOR_ACT.match(rest))
    held = held or (_PLEADED.search(head) and _TO_ACT.match(rest))
    if held and claim.type != "detention" and _NO_CRIME.search(claim.trigger.quote) is None:
        return True
    first_verb = _SEEN_OFF_FIRST.match(rest)
    if first_verb is None and _SEEN_OFF_THEN_DAY.search(head) is None:
        return False
    whom = rest[first_verb.end() :] if first_verb else rest
    is_verb = _IS_DONE.match(claim.trigger.quote) is not None
    return (_WHOM_DONE if is_verb else _WHOM_IN_ACT).match(whom) is not None
