"""Who denies what another said of those who were hit: "Officials said fighters hid in the clinic; the charity denied that".

Twenty denials of "it", "that" or "this" behind another's statement stand in the hand-coded reports: all coded as denials of the
act speak of the act or its doer, none of who was in the place hit, whether people were armed, or who fired from it.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.not_denied import told_plainly
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Evidence, Speaker

_THAT = re.compile(
    r"\s+(?:(?:has|have|had|also|later|strongly|firmly|flatly)\s+){0,2}(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es?|ed)"
    r"|dismiss(?:es|ed))(?:\s+(?:it|that|this|(?:the|these|those)\s+(?:claims?|allegations?|accusations?|statements?|charges?)))?"
    r"\s*(?=[.,;\n\"”]|$)"
)
_DENIES = re.compile(r"[^.;\n]{0,40}?\b(?:den(?:y|ies|ied|ying)|reject|disput|dismiss|refut)\w*", re.IGNORECASE)
_WHICH = re.compile(r",\s+(?:something\s+|a\s+claim\s+)?(?:which|that)\s+(?:the\s+|an?\s+|its\s+)?$", re.IGNORECASE)
_LAST = re.compile(r"(?P<said>[^.;\n]*)(?:[.;][\"”’]?\s+|,\s+(?:but|and|while|though|although)\s+|\n+)[^.;\n]{0,20}$")
_SAYS = (
    r"\b(?:said|says|claim(?:s|ed)|alleg(?:es|ed)|insist(?:s|ed)|stat(?:es|ed)|maintain(?:s|ed)|argu(?:es|ed)|told\s[^.;,]{2,30}?)"
    r"\s+(?:that\s+)?"
)
_PEOPLE = (
    r"(?:fighters|militants|rebels|gunmen|combatants|militiamen|insurgents|terrorists|protest[eo]rs|demonstrators|marchers|strikers|miners"
    r"|students|villagers|victims|passengers|residents|the\s+dead|crowd|youths|prisoners)"
)
_WERE = (
    r"(?:(?:had\s+been|were|was|are|had)\s+(?:\w+ly\s+)?"
    r"(?:armed|hiding|hidden|in|inside|at|based|present|sheltering|carrying|using|there|among|violent|fired\s+first|provok\w+"
    r"|attacked\s+first|hid|sheltered|used)\b"
    r"|(?:fired|fir(?:ing|e)|shot|launch\w+|operat\w+)\s+(?:\w+\s+){0,3}?(?:from|inside|first)\b|hid\b|sheltered\b)"
)
_STORED = r"(?:weapons|arms|ammunition|rockets|explosives)\s+(?:had\s+been|were|was|are)\s+(?:stored|kept|hidden|found)\b"
_OF_THE_HIT = re.compile(
    rf"{_SAYS}(?:[\w’'-]+\s+){{0,6}}?{_PEOPLE}\s+{_WERE}|{_SAYS}(?:[\w’'-]+\s+){{0,4}}?{_STORED}", re.IGNORECASE
)


def settle_denied_statement(document: Document, claim: Claim) -> Claim:
    """The claim without those who deny who was hit and how they behaved; who says it reports.

    The sentence or clause before the denial must tell that, and neither the act nor its doer; whom it names is not accused.
    Where nobody else denies the act, it is no longer denied. What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    said = [found for row in claim.speakers if (found := _said_before(document, claim, row)) is not None]
    if not said:
        return claim
    speakers = tuple(told for row in claim.speakers if (told := _telling(document, claim, row, said)) is not None)
    actors = tuple(row for row in claim.actors if row.role != "accused" or not _lies_in(row, said))
    claim = replace(claim, speakers=speakers, actors=actors)
    still = any(row.role == "denies" for row in speakers)
    return claim if claim.stance != "denied" or still else told_plainly(document, claim)


def _telling(document: Document, claim: Claim, row: Speaker, said: list[tuple[int, int]]) -> Speaker | None:
    """The speaker by his other words, as one who reports; None for one who only denies what was said."""
    if _said_before(document, claim, row) is not None:
        rest = tuple(quote for quote in row.evidence if _statement(document, quote) is None)
        return replace(row, role="reports", evidence=rest) if rest else None
    return replace(row, role="reports") if _lies_in(row, said) else row


def _said_before(document: Document, claim: Claim, row: Speaker) -> tuple[int, int] | None:
    """Where the statement stands that the speaker denies, if it is of those hit and all that he denies."""
    if row.score is None or row.role not in ("denies", "reports"):
        return None
    denials = [quote for quote in row.evidence if _DENIES.match(document.text, quote.span.end)]
    spans = [_statement(document, quote) for quote in denials]
    found = next(iter(spans), None)
    if found is None or None in spans or not _OF_THE_HIT.search(document.text, *found):
        return None
    words = document.text[found[0] : found[1]].lower()
    doers = {actor.raw.lower().split()[-1] for actor in claim.actors if actor.role == "perpetrator" and actor.raw}
    told = found[0] <= claim.trigger.span.start < found[1]
    return None if told or any(re.search(rf"\b{re.escape(doer)}\b", words) for doer in doers) else found


def _statement(document: Document, quote: Evidence) -> tuple[int, int] | None:
    """The clause or sentence before one who "denied it"."""
    text, at = document.text, quote.span.start
    if not _THAT.match(text, quote.span.end):
        return None
    before, _ = sentence_around(text, at, quote.span.end)
    if _WHICH.search(before):
        return at - len(before), at
    window = text[max(0, at - 400) : at]
    found = _LAST.search(window)
    return None if found is None else (at - len(window) + found.start("said"), at - len(window) + found.end("said"))


def _lies_in(row: Speaker | Actor, said: list[tuple[int, int]]) -> bool:
    """True for one of a score who is named in one of the statements alone."""
    if row.score is None or not row.evidence:
        return False
    return all(any(start <= quote.span.start < end for start, end in said) for quote in row.evidence)
