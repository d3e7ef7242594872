"""Acts told to be called untrue: "the fabrication that …", "reports that … are pure invention", "dismissed as lies"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.accusing import as_accused
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.worded import Worded
from crossread.records import Claim, Document, Evidence, Speaker, with_values

_FALSE = (
    r"(?:(?:a|an|all|pure|sheer|blatant|outright|utter|cheap|mere|total|complete(?:ly)?|entirely|absolutely|simply)\s+){0,2}(?:[\w-]+\s+)?"
    r"[\"“'‘]?(?:[\w-]+\s+)?(?:lies?|fabrications?|fabricated|inventions?|invented|propaganda|falsehoods?|fictions?|slanders?|baseless"
    r"|unfounded|untrue|not\s+true|false|fake|nonsense|rubbish|disinformation|fairy\s+tales?)\b"
)
_TALES = (
    r"(?:accusations?|allegations?|charges?|claims?|reports?|rumou?rs?|stories|story|accounts?|versions?|assertions?|news"
    r"|insinuations?)"
)
# "spreading fabricated news that (the army attacked a school)", "peddling the lie that"
_CALLED_FALSE = Worded(
    "baseless bogus fabricated fake false invented malicious that unfounded untrue",
    r"\b(?:fabricated|fake|false|baseless|untrue|bogus|unfounded|malicious|invented)\s+(?:\w+\s+)?"
    r"(?:news|reports?|claims?|rumou?rs?|allegations?|information|accusations?|stories|story|propaganda)\s+"
    r"(?:that|of|about|alleging|claiming|saying)\s[^.;:]*$"
    r"|\b(?:the|this|these|such|a|of|spread(?:ing)?|peddl(?:e|es|ing))\s+(?:(?!not\b)[\w-]+\s+)?"
    r"(?:fabrications?|lies?|inventions?|falsehoods?|slanders?|fairy\s+tales?)\s+that\s[^.;:]*$"
    r"|\b(?:it is|it['’]s|it was)\s+(?:\w+ly\s+)?(?:false|untrue|not true|a lie|a fabrication|incorrect)\s+that\s[^.;:]*$",
    re.IGNORECASE,
)
# "Reports that (soldiers burned the village) are pure invention"
_TALE_THAT = Worded("that", rf"\b{_TALES}\s+that\s[^.;:]*$", re.IGNORECASE)
_IS_FALSE = re.compile(rf"[^.;:]*?\s(?:is|are|was|were)\s+(?!not\s+(?!true)){_FALSE}", re.IGNORECASE)
# "(A spokesman) dismissed the accusations as lies", "called it invented"; not "called the figure propaganda"
_REJECTS = re.compile(
    rf"[^.;,\n]{{0,40}}?\b(?:dismiss|reject|denounc|brand|describ|portray|label|call|term|dubb|repudiat)\w*\s+"
    rf"(?:(?:it|this|that|these|them|(?:the|these|those|such|all|both|his|her|their|any)\s+(?:[\w'’-]+\s+){{0,2}}{_TALES})\s+)?(?:as\s+)?{_FALSE}"
    rf"|[^.;,\n]{{0,40}}?\b(?:dismissed|rejected)\s+(?:the|these|those|such|all|both|any)\s+(?:[\w'’-]+\s+){{0,2}}{_TALES}\b",
    re.IGNORECASE,
)
_TALES_ARE_FALSE = re.compile(rf"\b{_TALES}\s+(?:is|are|was|were)\s+{_FALSE}[^.;:\n]*$", re.IGNORECASE)
_DENIES = re.compile(
    r"(?:,[^,.;\n]{2,60})?,?\s+(?:(?:has|have|had|also|later|on\s+\w+day)\s+){0,2}(?:dismiss|den(?:ied|ies)|reject|refute)\w*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\b(?:figures?|numbers?|tolls?|count|losses)\b", re.IGNORECASE)
_OPEN = ("attributed", "alleged")


def settle_called_false(document: Document, claim: Claim) -> Claim:
    """The claim as denied where all its tellings are called untrue, or one who denies calls what others say so.

    Of 51 hand-coded speakers who call a report a lie or invented 51 deny, and of their claims that are not the document's own
    word, and that nobody owns up to, all but three are denied; who speaks in the sentence that calls it untrue denies.
    """
    if claim.stance == "claimed":
        return claim
    if _is_called_false(document, claim):
        speakers = tuple(_denying(document, claim, row) for row in claim.speakers)
        return replace(claim, stance="denied", speakers=speakers, actors=tuple(as_accused(actor) for actor in claim.actors))
    owned = any(row.role == "claimant" for row in claim.actors) or any(row.role == "claims" for row in claim.speakers)
    if claim.stance in _OPEN and not owned and any(_calls_false(document, row) for row in claim.speakers):
        return replace(claim, stance="denied", actors=tuple(as_accused(actor) for actor in claim.actors))
    return with_values(claim, speakers=tuple(_no_accuser(document, claim, row) for row in claim.speakers))


def _is_called_false(document: Document, claim: Claim) -> bool:
    """True where all tellings stand behind "fabricated news that …": the report tells the act to call it untrue."""
    return all(_is_false(document, telling) for telling in (claim.trigger, *claim.retellings))


def _is_false(document: Document, telling: Evidence) -> bool:
    before, after = sentence_around(document.text, telling.span.start, telling.span.end)
    return bool(_CALLED_FALSE.search(before) or (_TALE_THAT.search(before) and _IS_FALSE.match(after)))


def _calls_false(document: Document, row: Speaker) -> bool:
    """True for one who denies by words like "dismissed the accusations" or "the accusations are lies", not a figure's."""
    if row.role != "denies" or row.score is None or not row.evidence:
        return False
    span = row.evidence[0].span
    before, after = sentence_around(document.text, span.start, span.end)
    if _FIGURE.search(before) or _FIGURE.search(after):
        return False
    return bool(_REJECTS.match(after) or _TALES_ARE_FALSE.search(before))


def _denying(document: Document, claim: Claim, row: Speaker) -> Speaker:
    """A speaker of the sentence that calls the act untrue, as one who denies it; whose lie it is stays as he was."""
    if row.role not in ("reports", "claims") or row.score is None or not row.evidence:
        return row
    trigger = claim.trigger.span
    _, after = sentence_around(document.text, trigger.start, trigger.end)
    return replace(row, role="denies") if 0 <= row.evidence[0].span.start - trigger.end < len(after) else row


def _no_accuser(document: Document, claim: Claim, row: Speaker) -> Speaker:
    """The one who "dismissed the statements" as denying, where the denied act is laid on nobody he could accuse."""
    if row.role != "accuses" or row.score is None or not row.evidence or claim.stance != "denied":
        return row
    laid = any(actor.role in ("accused", "perpetrator", "side_a", "side_b") for actor in claim.actors)
    return row if laid or not _DENIES.match(document.text, row.evidence[0].span.end) else replace(row, role="denies")
