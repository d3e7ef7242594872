"""The edges of quoted words: signs, stray brackets and the day of saying are no part of who or how many."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TypeVar

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.actors.resolved import SUFFERING
from crossread.normalize.cut_short import end_of_speaker
from crossread.records import Actor, Claim, Document, Harm, Place, Slot, Span, Speaker, with_values

Row = TypeVar("Row", Actor, Harm, Speaker)
Person = TypeVar("Person", Actor, Harm, Speaker)
_OPENS, _CLOSES = "([{“‘«\"'", ")]}”’»\"'"
_PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]", '"': '"'}
LEAD = 20  # characters before words in which the date that they end may begin
WRAPPED = 60  # characters; a line that goes on in the next one is at least so long
# "Al" is cut out of "Al Shabaab", "the city" out of "the city council", "U." out of "U.N. officials"
_CUT_SPEAKER = re.compile(
    r"(?:(?<=\b[Aa]l)|(?<=\b[Ee]l)|(?<=\bAbu))[ -][A-Z][\w'’-]+|(?<=\b[A-Z]\.)(?:[A-Z]\.)+"
    r"(?:\s(?!(?:said|says|told|on|in|at|and|has|had)\b)[a-z]+)?"
    r"|(?:(?<=\bcity)|(?<=\btown)|(?<=\bvillage)|(?<=\bdistrict)|(?<=\bcounty))\s(?:council|hall|government|administration|authorities)\b"
)
_LOOSE_END = (
    r"(?<=\w)"
    + "".join(rf"(?<!\b{w})" for w in "minutes hours days weeks months years spoke talked".split())
    + (r"\s+(?:to|later|also)$")
)
_INCLUDING = re.compile(r"\W*(?:incl|including|included)\W*", re.IGNORECASE)
_STUMP = re.compile(r"\w?[.!?]")
_PRONOUN = re.compile(r"(?:those|these|they|them|he|she|it|who|others?)(?:\s+who)?", re.IGNORECASE)
_NEW_LINE = re.compile(r"[A-ZÀ-ÖØ-Þ]|\d+\s*$")  # what begins a line of its own, and does not go on with the one before
_TAKEN_FROM = re.compile(r"\b(?:from|against)\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = re.compile(rf"^[^\w{re.escape(_OPENS)}#@$€£+~<>≈-]+")
# A verb or a "who" at the end ("another is", "two succumbed", "women who", "settlers protected" before "by soldiers") is the
# sentence's; lower case, as IS is a group.
_AFTER = re.compile(
    r"(?:[,;:]\s*(?:incl|including|and|with)\b\.?|(?<=\w)\s+\(?incl(?:uding)?\b\.?"
    r"|(?<=\w)\s+(?:is|are|was|were|who|which|whom|died|succumbed|perished"
    r"|(?:(?:riding|wearing|carrying|driving)\s+)?(?:an?|the|of|by|from|and))\b"
    r"|,?\s+(?:protected|backed|supported|accompanied|escorted|guarded|aided|assisted|flanked|reinforced|covered|shielded)\b"
    rf"|[^\w{re.escape(_CLOSES)}%.+!?-])+$"
)


# "three soldiers (Sergeant Adam Cole" of "three soldiers (Sergeant Adam Cole, Corporal …)"
_OPENS_NAMES = re.compile(r"(?<=[a-z])\s+\((?=[A-Z][\w'’.-]*\s+[A-Z][^()]*$)")
# "78-" or "78-year" is cut out of "78-year-old Frenchman", "the Secretary" out of "the Secretary-General".
_CUT_AGE = re.compile(
    r"(?<=Secretary)-General\b|(?<=Attorney)-General\b|(?<=Inspector)-General\b|(?<=Director)-General\b|(?<=Governor)-General\b|"
    r"(?:(?:(?<=year)|(?<=years)|(?<=month)|(?<=months))[-‐– ]|(?:(?<=year-)|(?<=month-)))olds?\b(?:\s+[^\W\d_][\w'’-]*)?"
    r"|(?<=\d-)(?:year|month)s?[-‐– ]olds?\s+(?!was\b|were\b|is\b|who\b|has\b|had\b|died\b)(?-i:[a-z])[\w'’-]*",
    re.IGNORECASE,
)


def trim_edges(document: Document, claim: Claim) -> Claim:
    """The claim with actors, numbers and speakers cut to their words: "🚨 ISWAP fighters" is "ISWAP fighters".

    Quotes and offsets move with the words. What has no letter and no digit ("⚡") names nobody and is left out; a number that
    others point to by its place stays.
    """
    return with_values(
        claim,
        where=_place_of_one_line(document, claim.where),
        actors=tuple(
            _whole_age(document, _trimmed(document, row))
            for row in claim.actors
            if _has_words(row.raw) and not _is_pronoun(row)
        ),
        harm=tuple(_whole_age(document, _trimmed(document, row)) for row in claim.harm),
        speakers=tuple(
            _whole_speaker(document, _whole_age(document, _trimmed(document, row, days=True)))
            for row in claim.speakers
            if _has_words(row.raw)
        ),
    )


def _place_of_one_line(document: Document, slot: Slot[Place] | None) -> Slot[Place] | None:
    """The slot without the dateline below the headline that it stands in: "on Qabatiya\\n\\nJENIN" is Qabatiya."""
    first = slot.evidence[0] if slot is not None and slot.evidence else None
    if slot is None or first is None or slot.value is not None or "\n" not in first.quote or first.quote != slot.raw:
        return slot
    start, end = _one_line(document.text, first.span)
    if (start, end) == (0, len(slot.raw)):
        return slot
    evidence = document.quote(first.span.start + start, first.span.start + end)
    return replace(slot, raw=evidence.quote, evidence=(evidence, *slot.evidence[1:]))


def _whole_age(document: Document, row: Person) -> Person:
    """The row with the rest of the age and the noun behind it, where its words end within an age, or with that of a title."""
    first = row.evidence[0] if row.evidence else None
    rest = _CUT_AGE.match(document.text, first.span.end) if first is not None and first.quote == row.raw else None
    if first is None or rest is None:
        return row
    evidence = document.quote(first.span.start, rest.end())
    return replace(row, raw=evidence.quote, evidence=(evidence, *row.evidence[1:]))


def _whole_speaker(document: Document, row: Speaker) -> Speaker:
    """The speaker with the rest of the name or office that his last words begin; what people and data sets say stays."""
    first = row.evidence[0] if row.evidence else None
    if row.score is None or first is None or first.quote != row.raw:
        return row
    rest = _CUT_SPEAKER.match(document.text, first.span.end)
    end = rest.end() if rest is not None else end_of_speaker(document.text, row.raw, first.span.end)
    if end == first.span.end:
        return row
    evidence = document.quote(first.span.start, end)
    return replace(row, raw=evidence.quote, evidence=(evidence, *row.evidence[1:]))


def _is_pronoun(actor: Actor) -> bool:
    """True for a doer that is only "those who" or "they": whom it stands for is not told by it."""
    return actor.role not in SUFFERING and _PRONOUN.fullmatch(actor.raw.strip()) is not None


def _has_words(raw: str) -> bool:
    """False for signs, and for an "incl." alone, which only joins those behind it."""
    return any(letter.isalnum() for letter in raw) and not _INCLUDING.fullmatch(raw)


def _trimmed(document: Document, row: Row, *, days: bool = False) -> Row:
    first = row.evidence[0] if row.evidence else None
    if first is None or first.quote != row.raw:
        return row
    first_line, last = _one_line(document.text, first.span)
    first_line = max(first_line, _behind_date(document, first.span))
    start, end = _cut(row.raw[first_line:last], document.language or "", days=days)
    start, end = start + first_line, end + first_line
    if (start, end) == (0, len(row.raw)) or not _has_words(row.raw[start:end]):
        return row
    evidence = document.quote(first.span.start + start, first.span.start + end)
    return replace(row, raw=evidence.quote, evidence=(evidence, *row.evidence[1:]))


def _behind_date(document: Document, span: Span) -> int:
    """Offset in the words behind the date that they begin with: "people" of "(on) 14 October 2026 people were killed".

    The day is no number of people, nor is the year behind it or that of "October 2026"; but a year without its day that lies
    ahead of the report is one ("by March 2080 people").
    None of the coded numbers and people begins so.
    """
    if document.language not in (None, "", "en"):
        return 0
    start = max(0, span.start - LEAD)
    dates = _leading_date().finditer(document.text, start, span.end)
    date = next((one for one in dates if one.start() <= span.start < one.end() < span.end), None)
    if date is None:
        return 0
    ahead = date["day"] is None and document.published is not None and int(date["year"]) > document.published.year
    return 0 if ahead else date.end() - span.start


@cache
def _leading_date() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, load_language("en").months), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{months})|(?:{months})\s+\d{{1,2}}(?:st|nd|rd|th)?,?)|(?:{months})),?\s+"
        r"(?P<year>(?:19|20)\d\d),?\s+(?=[^\W\d_])",
        re.IGNORECASE,
    )


def _cut(raw: str, language: str, *, days: bool) -> tuple[int, int]:
    before = _BEFORE.match(raw)
    start, end = before.end() if before else 0, len(raw)
    while start < end and raw[start] in _PAIRS and _PAIRS[raw[start]] not in raw[start + 1 :]:
        start += 1  # the "“" of "“Meitei miscreants", whose other half lies behind the words
    while end > start:
        words = raw[start:end]
        after = _AFTER.search(words) or (_day_of_saying(language).search(words) if days else None)
        if after is not None and after.start() > 0:
            end = start + after.start()
        elif (names := _OPENS_NAMES.search(words)) is not None:
            end = start + names.start()
        elif words[-1] in ")]}" and words.count(words[-1]) > words.count("([{"[")]}".index(words[-1])]):
            end -= 1
        else:
            break
    return start, end


def _one_line(text: str, span: Span) -> tuple[int, int]:
    """The line that names, as offsets in the span: a headline's last number and the letterhead below it are two things.

    Of a number and the noun of another line ("eight\\nRescuers") the number is kept, as is that of a form ("Killed: 3\\nHurt"),
    of a number above a name the name, of two names the first, unless the headline only takes something from it ("retaken from
    IS\\n\\nIraqi forces"). A line is cut off only at a blank line, or where it is too short to have been wrapped.
    """
    raw = text[span.start : span.end]
    at = raw.find("\n")
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start + at]
    if at < 0 or not ("\n\n" in raw or (len(line) < WRAPPED and _NEW_LINE.match(raw, at + 1))):
        return 0, len(raw)
    if _STUMP.fullmatch(raw[:at].strip()) and _has_words(raw[at:]):
        return raw.rfind("\n") + 1, len(raw)  # "U.", the end of the paragraph before ("in Mrauk-U.")
    labelled = text[max(0, span.start - 3) : span.start].rstrip(" \t").endswith(":")
    if raw[:at].strip().isdigit() and not labelled and not raw[raw.rfind("\n") + 1 :].strip(" .)").isdigit():
        return raw.rfind("\n") + 1, len(raw)
    if _TAKEN_FROM.search(text[text.rfind("\n", 0, span.start) + 1 : span.start]) and _has_words(raw[raw.rfind("\n") :]):
        return raw.rfind("\n") + 1, len(raw)
    return 0, at


@cache
def _day_of_saying(language: str) -> re.Pattern[str]:
    """ "the mission on Wednesday" said it on that day and is not called so; nor is "a watchdog later" or "some witnesses to".

    Two of 11,317 coded speakers end so ("Amnesty also"), and two in what describes them ("minutes later", "we spoke to").
    """
    days = "|".join(re.escape(name) for name in load_language("en").weekdays) if language in ("", "en") else r"(?!)"
    return re.compile(rf"\s+(?:(?:late|early)\s+)?(?:on\s+)?(?:{days})$|{_LOOSE_END}", re.IGNORECASE)
