"""What accuses nobody and denies nothing: an open question who did it, no comment, a toll, what is rejected beside the act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Evidence, Speaker, with_values
from crossread.records.roles import DOER_ROLES

# "It was too early to tell if", "not clear whether", "no evidence that"; who investigates whether somebody did it suspects him
_OPEN = re.compile(
    r"(?:\b(?:too\s+early|unclear|unknown|uncertain|(?:not|n['’]t)\s+(?:yet\s+)?(?:\w+ly\s+)?(?:clear|known|certain|sure)"
    r"|(?:could|can|would|did|do|does)(?:\s*not|n['’]t)\s+(?:\w+ly\s+)?(?:say|know|tell|confirm|establish|determine)|declined\s+to\s+say)"
    r"\b[^.;]{0,40}?\b(?:if|whether)"
    r"|\bno\s+(?:evidence|indications?|signs?|proof)\b[^.;]{0,20}?\bthat)\s+(?:the\s+|an?\s+|any\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\s+(?:(?:group|movement|militants|fighters|rebels)\s+)?(?:(?:was|were|is|are|had\s+been|has\s+been|have\s+been)\s+(?:\w+ly\s+)?"
    r"(?:involved|behind|responsible|to\s+blame|implicated|the\s+(?:culprits?|attackers?|perpetrators?))"
    r"|(?:(?:had|has|have)\s+)?(?:carried\s+out|planted|committed|staged|launched|laid|perpetrated)|did\s+it)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"(?:,[^,.;]{2,60},)?,?\s+(?:(?:did|has|have|had|would|could)(?:\s+not|n['’]t)|declined\s+to|refused\s+to|made\s+no)"
    r"\s+(?:yet\s+)?(?:\w+ly\s+)?"
    r"(?:(?:comment|claim)\w*\b|(?:say|said|tell|disclose|reveal|specify|identify|identified|name|named)\s+(?:[\w-]+\s+)?"
    r"(?:who(?:m|se)?\b|which\s+(?:group|side|party|faction|of)\b|(?:the|those|any|its)\s+(?:(?:people|men|group|groups|persons?|ones?)\s+)?"
    r"(?:responsible|behind|attackers?|gunmen|perpetrators?|culprits?|killers?|suspects?|assailants?|kidnappers?|bombers?)\b))",
    re.IGNORECASE,
)
AHEAD = 160  # characters behind a silence in which the same speaker may deny or accuse after all
_SPEAKS_THEN = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject|accus|blam|claim|said|says|told|but)", re.IGNORECASE)
_AVERS = {"accuses": "alleged", "denies": "denied", "claims": "claimed"}
# "With respect to the murder (of …, the Ministry rejects the insinuation that its men let the killers pass)"
_TOPIC = re.compile(
    r"(?:^|[.;:—–-]\s*|\n)\s*(?:with\s+(?:respect|regard)\s+to|as\s+regards|regarding|concerning|as\s+for|as\s+to|in\s+(?:connection|relation)"
    r"\s+(?:with|to))\s+(?:the\s+|an?\s+|this\s+|that\s+|these\s+)?(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_REJECTS = re.compile(
    r"[^.;]*?,\s+[^.;,]{2,60}?\b(?:reject|den(?:y|ies|ied)|refut|dismiss|disput)\w*\s+(?:\w+ly\s+)?"
    r"(?:(?:the|any|all|as\s+\w+)\s+)?(?:(?:\w+\s+)?(?:insinuations?|allegations?|claims?|reports?|accusations?|suggestions?|rumou?rs?)\s+)?"
    r"that\s+(?P<what>[^.;]*)",
    re.IGNORECASE,
)
_THE_ACT = re.compile(
    r"\b(?:involve[ds]?|involvement|responsib\w+|behind|carried|commit(?:ted)?|perpetrated|participa\w+|took\s+(?:place|part)"
    r"|(?:happen|occurr|kill|murder|bomb|attack|massacr|fir|shell|abduct|kidnapp|tortur|rap|burn|order|execut)(?:ed|ing)"
    r"|shot|shoot|shooting|beat|beaten)\b",
    re.IGNORECASE,
)
# "the toll of five dead given by (the Taliban)"
_TOLL_BY = re.compile(
    r"\b(?:tolls?|figures?|numbers?|count|estimates?|tally|tallies)\b[^.;:]{0,50}?\b(?:given|announced|published|issued|released|provided"
    r"|reported|put\s+(?:out|about)|claimed|cited|advanced|quoted|offered|stated|circulated|spread)\s+by\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)


def settle_unaccused(document: Document, claim: Claim) -> Claim:
    """The claim without those as accused of whom only is said that nobody knows whether they did it, or that they keep silent.

    Of three hand-coded claims with such a question none accuses whom it names, and of 17 tolls "given by" somebody none makes
    him more than a speaker. What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    claim = _without_silent(document, claim)
    beside = _rejected_beside(document, claim)
    speaks = any(row.role in ("accuses", "denies") for row in claim.speakers) or claim.stance in ("alleged", "denied")

    def counts(quote: Evidence) -> bool:
        return _TOLL_BY.search(sentence_around(document.text, quote.span.start, quote.span.end)[0]) is not None

    def is_named_so(quote: Evidence) -> bool:
        before, _ = sentence_around(document.text, quote.span.start, quote.span.end)
        asked = _OPEN.search(before) is not None and _DOES.match(document.text, quote.span.end) is not None
        return asked or counts(quote) or (not speaks and _SILENT.match(document.text, quote.span.end) is not None)

    actors = tuple(row for row in claim.actors if not (_may_go(row) and _all(row, is_named_so, beside)))
    stance = claim.stance
    if beside is not None and stance == "denied":
        stance = "asserted"
    speakers = tuple(_as_teller(row, counts) for row in claim.speakers)
    made = with_values(claim, actors=actors, speakers=speakers, stance=stance)
    return claim if made == claim else made


def _without_silent(document: Document, claim: Claim) -> Claim:
    """The claim without those who only decline to say who did it, or to comment: they accuse, deny and claim nothing.

    Of 17 hand-coded claims beside such a sentence one has them as a denier: they deny in the next one.
    """
    gone = [row for row in claim.speakers if row.role in _AVERS and _keeps_silent(document, row)]
    if not gone:
        return claim
    kept = tuple(row for row in claim.speakers if row not in gone)
    lost = {_AVERS[row.role] for row in gone} - {_AVERS.get(row.role, "") for row in kept}
    return replace(claim, speakers=kept, stance="asserted" if claim.stance in lost else claim.stance)


def _keeps_silent(document: Document, row: Speaker) -> bool:
    found = [_SILENT.match(document.text, quote.span.end) for quote in row.evidence]
    told = row.score is not None and bool(row.evidence)
    return told and all(match and not _SPEAKS_THEN.search(document.text, match.end(), match.end() + AHEAD) for match in found)


def _as_teller(row: Speaker, counts: Callable[[Evidence], bool]) -> Speaker:
    """The speaker, who only reports where all he is told to do is to give a toll."""
    told = row.score is not None and row.role == "claims" and bool(row.evidence) and all(counts(e) for e in row.evidence)
    return replace(row, role="reports") if told else row


def _may_go(actor: Actor) -> bool:
    return actor.role in DOER_ROLES and actor.score is not None and bool(actor.evidence)


def _all(actor: Actor, is_named_so: Callable[[Evidence], bool], beside: tuple[int, int] | None) -> bool:
    """True if all mentions of the actor are of the kind, or stand in what is rejected beside the act."""
    return all(is_named_so(e) or (beside is not None and beside[0] <= e.span.start < beside[1]) for e in actor.evidence)


def _rejected_beside(document: Document, claim: Claim) -> tuple[int, int] | None:
    """Where the words stand that a sentence about the act rejects, if they tell of something else than that it was done."""
    span = claim.trigger.span
    before, after = sentence_around(document.text, span.start, span.end)
    if not _TOPIC.search(before):
        return None
    found = _REJECTS.match(after)
    if found is None or _THE_ACT.search(found["what"]):
        return None
    return span.end + found.start("what"), span.end + found.end("what")
