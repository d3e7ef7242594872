"""Who accuses others, or rejects what others claim, is no party: "rebels accused the army of", "police rejected IS's claim".

Of 72 hand-coded accusers right before "accused (somebody) of", "blamed" or "held responsible" one is accused of the act itself,
by those whom it accuses in turn, and none of those whom they accuse there is an accuser. In all four hand-coded
reports in which somebody rejects "X's claim" or "a claim by X" X is the claimant, and who rejects it is not accused.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Evidence, Span, Speaker

_HELPS = r"(?:,[^,.;\n]{2,60},)?\s+(?:(?:has|have|had|also|later|then|immediately|on\s+\w+day|\w+ly)\s+){0,3}"
_OTHER = r"(?!(?:of|by|for|in|over|and|each|one\s+another|themselves|itself|himself|herself)\b)"
_ACCUSES = re.compile(
    rf"{_HELPS}(?:(?:accus(?:ed|es|e|ing))\s+{_OTHER}(?P<a>[^.;,\n]{{2,60}}?)(?:\s+(?:of|on\s+\w+day)\b|\s*[.,])"
    rf"|(?:blam(?:ed|es|e|ing))\s+{_OTHER}(?P<b>[^.;,\n]{{2,60}}?)(?:\s+(?:for|on\s+\w+day)\b|\s*[.,])"
    rf"|(?:held|holds|hold)\s+{_OTHER}(?P<c>[^.;,\n]{{2,60}}?)\s+responsible\b)",
    re.IGNORECASE,
)
_REJECTS = (
    r"(?:reject(?:ed|s)|dismiss(?:ed|es)|disput(?:ed|es)|question(?:ed|s)|doubt(?:ed|s)|den(?:ied|ies)|cast\s+doubt\s+on)"
)
_CLAIM = r"claims?(?:\s+of\s+responsibility)?"
_REJECTS_CLAIM = re.compile(
    rf"{_HELPS}{_REJECTS}\s+(?:(?:(?:the|an?|any|this)\s+)?(?:\w+\s+)?{_CLAIM}\s+(?:made\s+)?(?:by|from)\s+(?P<a>[^.;,\n]{{2,60}})"
    rf"|(?P<b>[^.;,\n]{{2,60}}?)['’]s?\s+{_CLAIM}\b(?!\s+(?:that|of\s+(?!responsib))))",
    re.IGNORECASE,
)
_SAYS_OF_OTHERS = re.compile(r"\b(?:that|of|about)\b", re.IGNORECASE)
_DENIES_OTHER = re.compile(
    rf"{_HELPS}(?:den(?:ied|ies)|doubt(?:ed|s))\s+that\s+(?!(?:it|they|he|she|its|their|his|her|our|we)\b)[^.;,\n]{{2,60}}?\s"
    r"(?:was|were|had\s+been)\s+(?:behind|responsible|to\s+blame)\b",
    re.IGNORECASE,
)
# "blamed bad weather": nobody; "said men accused of shooting them had acted in self-defence": no accuser
_BLAMES_NOBODY = re.compile(
    rf"{_HELPS}blam(?:ed|es)\s+(?:(?:an?|the)\s+)?(?:(?:bad|poor|heavy|dense|stormy|technical|mechanical|engine|human|pilot|short|gas"
    r"|electrical)\s+)*(?:weather|fog|rain|storms?|winds?|failures?|faults?|errors?|problems?|circuit|leaks?|accident|malfunctions?)\b",
    re.IGNORECASE,
)
_DEFENDS = re.compile(
    rf"{_HELPS}(?:said|says|insisted|maintained|stated)\s+(?:that\s+)?[^.;,]{{2,40}}?\s(?:accused|suspected)\s+of\s+[^.;]{{3,120}}?\s"
    r"(?:(?:had|have|has|only|were|was)\s+){0,2}(?:acted\s+in\s+self-defen[cs]e|acting\s+in\s+self-defen[cs]e|defended\s+themselves"
    r"|innocent|not\s+guilty|done\s+nothing\s+wrong|followed\s+orders)\b",
    re.IGNORECASE,
)


def settle_accusers(document: Document, claim: Claim) -> Claim:
    """The claim with accusers and those who reject a claim as speakers alone, and who claims it as claimant.

    What people and data sets say (no score) stays, and so does who is accused by other words besides.
    """
    if claim.score is None or not claim.speakers:
        return claim
    blamed = [stretch for row in claim.speakers for quote in row.evidence for stretch in _accused_by(document.text, quote)]
    owning = [stretch for row in claim.speakers for quote in row.evidence for stretch in _claimed_before(document.text, quote)]
    speakers = tuple(
        _heard(document.text, row, owning) for row in claim.speakers if not (row.role == "accuses" and _within(row, blamed))
    )
    heard = {quote.span for row in speakers for quote in row.evidence}
    actors = tuple(
        _claimant(row, owning) for row in claim.actors if not (_is_accused(row) and _is_speaker_only(document.text, row, heard))
    )
    return claim if (actors, speakers) == (claim.actors, claim.speakers) else replace(claim, actors=actors, speakers=speakers)


def _accused_by(text: str, quote: Evidence) -> list[tuple[int, int]]:
    """Where the words stand whom the speaker of these words accuses."""
    found = _ACCUSES.match(text, quote.span.end)
    return [found.span(name) for name in "abc" if found[name]] if found else []


def _claimed_before(text: str, quote: Evidence) -> list[tuple[int, int]]:
    """Where the words stand whose claim of responsibility the speaker rejects."""
    found = _REJECTS_CLAIM.match(text, quote.span.end)
    if found is None or (found["a"] and _SAYS_OF_OTHERS.search(found["a"])):
        return []
    return [found.span(name) for name in "ab" if found[name]]


def _is_accused(row: Actor) -> bool:
    return row.role == "accused" and row.score is not None and bool(row.evidence)


def _within(row: Actor | Speaker, stretches: list[tuple[int, int]]) -> bool:
    told = row.score is not None and bool(row.evidence)
    return told and all(any(start <= q.span.start and q.span.end <= end for start, end in stretches) for q in row.evidence)


def _is_speaker_only(text: str, row: Actor, heard: set[Span]) -> bool:
    """True for a party all whose words are those of one who accuses others or rejects what they claim."""
    return all(quote.span in heard and _speaks_of_others(text, quote) for quote in row.evidence)


def _speaks_of_others(text: str, quote: Evidence) -> bool:
    blamed = _accused_by(text, quote)
    if blamed:
        _, after = sentence_around(text, quote.span.start, quote.span.end)
        rest = after[blamed[0][1] - quote.span.end :].lower()
        return quote.quote.lower().split()[-1] not in rest  # "the coalition accused the Houthis, and these the coalition"
    return bool(_claimed_before(text, quote)) or _DENIES_OTHER.match(text, quote.span.end) is not None


def _heard(text: str, row: Speaker, owning: list[tuple[int, int]]) -> Speaker:
    if row.score is None or not row.evidence:
        return row
    if row.role in ("accuses", "denies") and _within(row, owning):
        return replace(row, role="claims")
    text_behind = (text, row.evidence[-1].span.end)
    if row.role == "accuses" and (_BLAMES_NOBODY.match(*text_behind) or _DEFENDS.match(*text_behind)):
        return replace(row, role="reports")
    rejects = row.role == "accuses" and all(_claimed_before(text, quote) for quote in row.evidence)
    return replace(row, role="denies") if rejects else row


def _claimant(row: Actor, owning: list[tuple[int, int]]) -> Actor:
    return replace(row, role="claimant") if row.role == "accused" and _within(row, owning) else row
