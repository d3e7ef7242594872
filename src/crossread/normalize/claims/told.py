"""Claims that tell no act: what somebody wants to take, what only goes on ("repeated murders", "still hold"), bail."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.claims.feared import tells_only_fear
from crossread.normalize.claims.only_planned import is_only_wished
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim, Document, Span

_AIM = re.compile(
    r"\b(?:(?:attempt|try|seek|fight|struggl|striv|aim|hop|want|battl|campaign)ing|(?:attempt|effort|bid|fight|struggle|want|hope|aim|seek"
    r"|wish|strive)s?|(?:attempt|want|hop|aim|struggl)ed|sought|tried)\s+(?:to|at|of)\s+(?:re-?)?$",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:repeated|regular|frequent|daily|constant|continuing|ongoing|recurrent|systematic|sporadic|indiscriminate|continued"
    r"|occasional)\s+(?:[\w-]+\s+(?:and\s+)?){0,3}$",
    re.IGNORECASE,
)


_STILL = re.compile(r"\bstill\s+(?:(?:largely|firmly|partly|mostly|fully)\s+)?(?:in\s+|has\s+|have\s+)?$", re.IGNORECASE)
_HOLDS = re.compile(r"(?:in\s+)?(?:control|hold|occup(?:y|ies))(?:s|led|ling)?|held", re.IGNORECASE)
_LET_GO = re.compile(r"(?:releas(?:ed?|es|ing)|set\s+free|freed|let\s+(?:\w+\s+)?go)", re.IGNORECASE)
_BY_LAW = re.compile(
    r"(?:(?!\b(?:but|hostages?|captives?|captors?)\b)[^.;:]){0,60}?\b(?:on\s+(?:\w+\s+)?(?:bail|parole)|without\s+(?:any\s+)?charges?"
    r"|[\"“]?for\s+(?:lack|want)\s+of\s+(?:\w+|\w+\s+(?:evidence|proof)))\b",
    re.IGNORECASE,
)
_UNCONDITIONALLY = re.compile(r"\s+unconditionally\b", re.IGNORECASE)
_ARRESTED = re.compile(r"\b(?:arrest(?:ed|s)?|detain(?:ed|s)?|custody|questioned)\b", re.IGNORECASE)
_HELD_BY_OTHERS = re.compile(
    r"\b(?:hostages?|kidnap\w*|abduct\w*|captiv\w*|captors?|rebels?|militants?|gunmen|guerrillas|group)\b", re.IGNORECASE
)
# "(deployed troops) to capture or (kill a commander)", "(were sent to Gao) to (arrest him)": what they are to do is not done
_PURPOSE = re.compile(
    r"\b(?:(?:deploy(?:ed|s|ing)?|sent|sends?|sending|dispatch(?:ed|es|ing)?|in\s+order)\s+(?:[\w'’-]+\s+){0,8}?to\s+"
    r"(?:(?:capture|arrest|detain|apprehend|find|kill)\s+(?:or|and)\s+)?"
    r"|to\s+(?:capture|arrest|detain|apprehend|kill)\s+or\s+)$",
    re.IGNORECASE,
)
# "offered a reward for information leading to his (arrest)", "no one was in (custody)", "bombed it to (protest) a tax":
# of 6, 2 and 8 such words in coded reports none is a claim
_REWARD = re.compile(r"\b(?:reward|bounty)\s+(?:[^.;]{0,60}?\s)?(?:for|to)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
_NOBODY_IN = re.compile(
    r"\b(?:no\s+one|nobody|no\s+suspects?|none)\s+(?:was|is|has\s+been|had\s+been|were)\s+(?:yet\s+)?"
    r"(?:in\s+|taken\s+into\s+)(?:police\s+)?$",
    re.IGNORECASE,
)
_IN_PROTEST = re.compile(
    r"\b(?:attack(?:s|ed)?|bomb(?:ing|s|ed)?|killings?|killed|shot|shooting|hunger\s+strikes?|kidnapp?(?:ed|ing))\b"
    r"(?:(?!\s(?:march|rall|gather|crowd|people|residents|students|demonstrat|took|came|went|thousands|hundreds|dozens|who)\w*)[^.;,]){0,40}\sto\s+$",
    re.IGNORECASE,
)
_OR_ELSE = re.compile(r"\s+or\s+(?:capture|arrest|detain|apprehend|kill)\b", re.IGNORECASE)
_DEED = re.compile(
    r"(?:kill|capture|arrest|detain|apprehend|seize|eliminate|assassinate|execute|abduct|kidnap|free|rescue)", re.IGNORECASE
)


def tells_no_act(document: Document, claim: Claim) -> bool:
    """True for an aim or a habit without number and place; what a person or another data set says (no score) stays."""
    if claim.score is None:
        return False
    return any(
        rule(document, claim)
        for rule in (
            _is_aim,
            _is_purpose,
            _is_habit,
            _is_standing,
            _is_let_go_by_law,
            _is_in_other_words,
            tells_only_fear,
            is_only_wished,
        )
    )


def _is_aim(document: Document, claim: Claim) -> bool:
    """True for "has been attempting to recapture its land" of a whole country or of nowhere: nothing changed hands.

    Of 49 places in coded reports where a word of aim stands before taking, 32 tell no claim and none a change of control.
    """
    if claim.type != "territorial_change" or claim.harm:
        return False
    place = claim.where.value if claim.where else None
    if place is not None and place.precision not in ("country", "unknown"):
        return False
    return _AIM.search(_before(document, claim)) is not None


def _is_purpose(document: Document, claim: Claim) -> bool:
    """True where every telling is what somebody is sent for: "deployed troops to capture or kill the commander".

    Of 19 times that hand-coded reports tell people sent or ordered to such a deed, or "to kill or capture" somebody, one tells
    the deed as done, and it tells it elsewhere.
    """
    text = document.text
    return claim.status != "threatened" and all(
        _DEED.fullmatch(row.quote) is not None and _is_aimed_at(text, row.span) for row in (claim.trigger, *claim.retellings)
    )


def _is_aimed_at(text: str, deed: Span) -> bool:
    before, _ = sentence_around(text, deed.start, deed.end)
    return _PURPOSE.search(before) is not None or (before.endswith("to ") and _OR_ELSE.match(text, deed.end) is not None)


def _is_standing(document: Document, claim: Claim) -> bool:
    """True for "rebels still control the town": of eight "still controls" and "still holds" none is coded as a change."""
    if claim.type != "territorial_change" or claim.harm:
        return False
    return (
        all(_HOLDS.fullmatch(row.quote) for row in (claim.trigger, *claim.retellings))
        and _STILL.search(_before(document, claim)) is not None
    )


def _is_in_other_words(document: Document, claim: Claim) -> bool:
    """True for an arrest that a reward is offered for or that nobody is under, and for the protest that an attack was made as.

    Only where nothing else of the report tells the claim. Whether people died is no matter: nobody did of the word itself.
    """
    if claim.type not in ("detention", "protest") or claim.retellings:
        return False
    before = _before(document, claim)
    if claim.type == "protest":
        return claim.trigger.quote.lower() == "protest" and not claim.harm and _IN_PROTEST.search(before) is not None
    if claim.trigger.quote.lower() == "custody":
        return _NOBODY_IN.search(before) is not None
    return _REWARD.search(before) is not None


def _is_habit(document: Document, claim: Claim) -> bool:
    """True for "repeated murders of civilians", a total without number and place.

    Of 34 such words in coded reports for which no place is coded 25 tell no claim.
    """
    if claim.scope != "aggregate" or claim.where is not None or any(row.has_number for row in claim.harm):
        return False
    return _HABIT.search(_before(document, claim)) is not None


def _is_let_go_by_law(document: Document, claim: Claim) -> bool:
    """True for suspects whom police or a court let go: the arrest was the act, and nobody agreed on anything.

    Of 20 times that hand-coded reports tell people let go "on bail", "without charge", "for lack of evidence" and the like,
    19 tell no claim. "Unconditionally" says no more than these behind an arrest; captives may be released so, too.
    """
    if claim.type != "agreement" or not _LET_GO.fullmatch(claim.trigger.quote):
        return False
    text, span = document.text, claim.trigger.span
    if _BY_LAW.match(text, span.end) is not None:
        return True
    start = sentence_start(text, span.start)
    before = text[sentence_start(text, start - 1) if start else 0 : span.start]
    freely = _UNCONDITIONALLY.match(text, span.end) is not None
    return freely and _ARRESTED.search(before) is not None and _HELD_BY_OTHERS.search(before) is None


def _before(document: Document, claim: Claim) -> str:
    return sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)[0]
