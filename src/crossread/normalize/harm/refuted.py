"""Numbers that a report tells only to call them wrong, and dates and ages that were taken for numbers.

"Reports of eleven dead are false. Four people died" is four: the eleven stands nowhere where another number does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.words import number_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Claim, Count, Document, Harm

TOLL_REACH = 160  # characters before "from five to four" in which it is told that a toll changed
LONGEST_LEAD = 120  # characters of its own sentence before a number that are read
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DATE = re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\.?|(?:{_MONTHS})\.?\s+\d{{1,2}})(?:,?\s+\d{{4}})?")
_FROM = re.compile(
    r"\b(?:rose|ris(?:en|es|ing)|grew|grown|climb(?:ed|s)|increased|jumped|went|gone|passed|fell|dropped|revised|raised|lowered|up|down)"
    r"\s+(?:\w+\s+)?from\s+$",
    re.IGNORECASE,
)
# "lowered the death toll of the raid from (five to four)"
_TOLL_FROM = Worded(
    "from",
    r"\b(?:(?:raised|lowered|revised|cut|reduced|adjusted|corrected|updated|increased)\b[^.;\n]{0,20}?\b(?:toll|number|count|figure|tally)\b"
    r"|(?:toll|number|count|figure|tally)\b[^.;\n]{0,80}?\b(?:rose|risen|rises|fell|fallen|dropped|climbed|jumped|grew|grown|went|gone"
    r"|raised|lowered|revised|cut|reduced|adjusted|corrected|updated|increased))\b[^.;\n]{0,80}?\bfrom\s+$",
    re.IGNORECASE,
)
_LEAD_FROM = re.compile(r"from\s+", re.IGNORECASE)
_YEAR = re.compile(r"\d{3,4}(?=(?:,?\s+[A-Z][a-z]|,\s))")
_IN_YEAR = re.compile(r"(?:in|since)\s+(?:AD\s+)?", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|since)\s+(?:AD\s+)?$", re.IGNORECASE)
_AGE = re.compile(r"\d{1,2}")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w'’-]+,\s+(?:aged\s+)?$")
_AGE_ENDS = re.compile(r"\s*(?:[,;.)(]|and\b|$)")
_NOT_SO = (
    r"(?:false|untrue|not true|incorrect|baseless|unfounded|fabricated|fake|an? (?:\w+ )?lie|lies|propaganda|invented|rumou?rs"
    r"|(?:an? )?(?:(?:pure|sheer|mere|complete|total|outright) )?(?:invention|fabrication|fiction|nonsense|falsehood|hoax))"
)
_HEARSAY = (
    r"(?:the|any|all|an?|some|media|social|press|earlier|these|those|claims?|reports?|rumou?rs|allegations?|versions?|stories|story|news|posts?"
    r"|suggestions?|speculation|figures?|numbers?|tolls?|viral|circulating|unverified|widespread|online|internet|on|in|local|foreign)"
)
# "rejected as false (an army report) that", "is peddling (the lie) that"
_REPORT = r"(?:reports?|claims?|statements?|tolls?|figures?|accounts?|allegations?)\s+(?:that|of)\s+"
_FALSE_REPORT = rf"as\s+{_NOT_SO}\s+(?:[\w’'-]+\s+){{0,4}}{_REPORT}"
_UNTRUTH = r"(?:lies?|fabrications?|fictions?|hoax|falsehoods?|myths?)"
_LIE = rf"(?:the|this|another|their|its)\s+(?:\w+\s+)?{_UNTRUTH}\s+(?:that|of|about)\s+"
# "spread hoaxes stating that (ten) died", "posts falsely claimed that"
_HOAX = (
    r"(?:hoax(?:es)?|fake\s+news|disinformation|misinformation|(?:fake|false|fabricated|bogus)\s+(?:\w+\s+)?(?:posts?|reports?|messages?|videos?"
    r"|claims?|information|stories|story|rumou?rs?|alerts?))\b[^.;:,]{0,60}?\b(?:that|(?:stating|claiming|saying|alleging|suggesting|of|about)"
    r"(?:\s+that)?)\s+"
)
_SAID = r"(?:claim|stat|report|said|say|alleg|suggest|assert|announc)\w*"
_WRONGLY = rf"(?:falsely|wrongly|incorrectly|erroneously|mistakenly)\s+{_SAID}\s+(?:that\s+)?"
_BEFORE = re.compile(
    rf"\b(?:{_HOAX}|{_WRONGLY}|{_LIE}|{_FALSE_REPORT}|(?:den(?:y|ied|ies|ying)|refut(?:e|ed|es|ing)|reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?|contradict(?:ed|s|ing)?"
    rf"|{_NOT_SO})\s+(?:(?:as\s+{_NOT_SO}|{_HEARSAY})\s+){{0,6}}(?:that|of|by[^.;,]{{1,40}}?\b(?:that|of))\s+)"
    r"(?!(?:[\w’'-]+\s+){1,3}(?:told|tells|spreads?)\b)(?:(?:the|our|their|its|an?)\s+(?:[\w’'-]+\s+){1,4})?"
    r"(?:at least\s+|about\s+|some\s+|as many as\s+|over\s+|more than\s+|up to\s+)?$",
    re.IGNORECASE,
)
# "denied that it had lost (80 men)", "denied having lost", "rejects claims that they suffered": a loss, no act
_LOSS = Worded(
    "having losing suffering that",
    r"(?<!\bnot )(?<!n['’]t )(?<!\bnever )(?<!\bnor )(?<!\bor )\b"
    r"(?:den(?:y|ied|ies|ying)|refut(?:e|ed|es|ing)|reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?)\s+"
    r"(?:(?:[\w’'-]+\s+){0,8}?that\s+(?:it|they|he|she|we|(?:its|their|the|his|her|our)\s+(?:[\w’'-]+\s+){1,3}?)\s*"
    r"(?:(?:had|has|have)\s+)?(?:lost|suffered)|(?:having\s+(?:lost|suffered)|losing|suffering))\s+"
    r"(?:at least\s+|about\s+|some\s+|as many as\s+|over\s+|more than\s+|up to\s+)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"[^.;!?]{{0,60}}?\s(?:is|are|was|were|be)\s+(?:\w+ly\s+|completely\s+)?{_NOT_SO}\b"
    rf"|[^.;!?]{{0,60}}[.!]\s+(?:It|This|That|They|These)\s+(?:is|was|are|were)\s+(?:all\s+)?{_NOT_SO}\b(?!\s+that\b)",
    re.IGNORECASE,
)


def without_refuted(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows without those that are a date or an age, and those called false where another number of the effect stands.

    A loss that somebody denies to have had is nobody's harm: both in hand-coded reports ("denied having
    lost a single man") have no row.
    """
    dates = {at for at, row in enumerate(rows) if _DATE.fullmatch(row.raw.strip()) or _is_age(text, row) or _is_year(text, row)}
    gone = {at for at, row in enumerate(rows) if at not in dates and _is_refuted(text, row)}
    told = [(i, row) for i, row in enumerate(rows) if i not in gone | dates and number_of(row) is not None]
    gone = {at for at in gone if any(row.effect == rows[at].effect for _, row in told)}
    return without_rows(rows, gone | dates | {at for at, row in enumerate(rows) if _is_denied_loss(text, row)})


def _is_age(text: str, row: Harm) -> bool:
    """True for the bare number behind a name: "Noor Wali, 33; and Abdul Hadi, 62"."""
    if not row.evidence or not _AGE.fullmatch(row.raw.strip()):
        return False
    span = row.evidence[0].span
    return (
        _NAME_BEFORE.search(text[max(0, span.start - 40) : span.start]) is not None
        and _AGE_ENDS.match(text, span.end) is not None
    )


def _is_year(text: str, row: Harm) -> bool:
    """True for the 680 of "In 680 Hussein was killed": no coded number stands so behind "in" and before a name."""
    if not row.evidence:
        return False
    start = row.evidence[0].span.start
    inside = _IN_YEAR.match(text, start, row.evidence[0].span.end)  # "In 680 Hussein" as a row
    if inside:
        return _YEAR.match(text, inside.end()) is not None
    year = _YEAR.match(text, start)
    return year is not None and _IN.search(text, max(0, year.start() - 12), year.start()) is not None


def settle_rises(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with "45 to 49" behind "rose from" as 49, and "five to four" behind "lowered the toll from" as four.

    The first of the two is what was counted before.
    """
    return tuple(_risen(text, row) for row in rows)


def _risen(text: str, row: Harm) -> Harm:
    count = row.count
    if not row.evidence or count is None or count.low is None:
        return row
    start = row.evidence[0].span.start
    lead = _LEAD_FROM.match(row.raw)
    before = text[max(0, start - TOLL_REACH) : start] + (lead.group() if lead else "")
    if not _FROM.search(before[-30:]) and not _TOLL_FROM.search(before):
        return row
    last = _number_at_end(row.raw)
    return row if last is None else replace(row, count=Count(low=last, high=last, qualifier="exact"))


def _number_at_end(raw: str) -> int | None:
    """49 of "45 to 49" and of "45 to 49 dead", four of "from five to four"."""
    found = re.search(r"\bto\s+(\d[\d,]*|[a-z-]+)\b", raw, re.IGNORECASE)
    if found is None:
        return None
    count = parse_count(found[1])
    return count.low if count and count.qualifier == "exact" else None


def settled_stance(document: Document, claim: Claim) -> str:
    """The claim's stance; `denied` where all whom it counts are told only to call that wrong.

    Where it also counts others, the denial speaks of those it calls wrong: "four died, police said, denying that eleven had".
    What people and data sets say (no score) stays.
    """
    told = [row for row in claim.harm if row.evidence and not _DATE.fullmatch(row.raw.strip())]
    if claim.score is not None and claim.stance == "denied" and _only_denies_loss(document.text, claim):
        return "attributed" if any(speaker.role != "denies" for speaker in claim.speakers) else "asserted"
    wrong = [row for row in told if _is_called_wrong(document.text, row)]
    if not wrong or claim.score is None:
        return claim.stance
    if len(wrong) == len(told):
        return "denied"
    if claim.stance == "denied":
        return "attributed" if claim.speakers else "asserted"
    return claim.stance


def _only_denies_loss(text: str, claim: Claim) -> bool:
    """True where every denial of the claim is a sentence in which a loss is denied, and the act is told in another one."""
    losses = {sentence_at(text, row.evidence[0].span.start) for row in claim.harm if _is_denied_loss(text, row)}
    denials = {sentence_at(text, e.span.start) for one in claim.speakers if one.role == "denies" for e in one.evidence}
    return bool(losses) and bool(denials) and denials <= losses and sentence_at(text, claim.trigger.span.start) not in losses


def _is_denied_loss(text: str, row: Harm) -> bool:
    if row.score is None or not row.evidence or row.effect not in ("killed", "injured", "casualties"):
        return False
    start = row.evidence[0].span.start
    return _LOSS.search(text[max(sentence_start(text, start), start - LONGEST_LEAD) : start]) is not None


def _is_refuted(text: str, row: Harm) -> bool:
    return bool(row.evidence) and bool(number_of(row)) and _is_called_wrong(text, row)


def _is_called_wrong(text: str, row: Harm) -> bool:
    span = row.evidence[0].span
    before = text[max(sentence_start(text, span.start), span.start - LONGEST_LEAD) : span.start]
    return _BEFORE.search(before) is not None or _BEHIND.match(text, span.end) is not None
