"""A party that says "that was not our work" owns nothing: a negated doing, or no hand in one, makes no doer and no claimant.

Of 23 hand-coded claims that tell of a party so ("had no hand in it", "We did not kill him", "was not the work of") none has
that party as perpetrator or claimant, where it is meant at all: it is accused, and it or who speaks for it denies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossread import patterns as re
from crossread.normalize.claims.accusing import once
from crossread.normalize.claims.own_voice import OURS, speaks_for_itself
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.records import Actor, Claim, Document, Evidence, Span, Speaker
from crossread.records.roles import ACTIVE_ROLES, UNDISPUTED_ACTIVE

_ADVERBS = r"(?:(?:also|ever|in\s+any\s+way|absolutely|certainly|in\s+fact|itself|themselves|ourselves)\s+)?"
_NOT = r"(?:(?:did|do|does|had|has|have|was|were|is|are)(?:\s+not|\s+never|n['’]t)|never)"
_ACTS = (
    r"(?:carry\s+out|carried\s+out|plant(?:ed)?|la(?:y|id)|perpetrated?|commit(?:ted)?|staged?|conduct(?:ed)?|(?:do|done)\s+(?:it|this|that)"
    r"|order(?:ed)?|take\s+part|taken\s+part|participated?|set\s+off|(?:been\s+)?(?:involved|responsible|behind|implicated)"
    r"|the\s+(?:authors?|perpetrators?))"
)
_NO_HAND = (
    r"(?:(?:had|has|have|bears?|bore|played|plays?|took|taken)\s+)+(?:absolutely\s+|whatsoever\s+)?"
    r"(?:no\s+(?:\w+\s+)?(?:hand|part|role|share|involvement|responsibility|connection)\s+(?:in|for|with|to|whats\w+)"
    r"|nothing\s+(?:whatsoever\s+|at\s+all\s+)?to\s+do\s+with)"
)
# "We did not deliberately bomb it", "did not only kill": how it was done is denied, not that it was
# "Our aircraft carried out no (strikes)", "fired not a single (shell)"
_DID_NONE = (
    r"(?:(?:has|have|had)\s+)?(?:carried\s+out|conducted|launched|made|mounted|staged|undert(?:ook|aken)|committed|perpetrated|executed"
    r"|fired|dropped|planted|laid|directed|took|taken)\s+(?:no|not\s+a\s+single|none\s+of\s+(?:the|these|those))"
    r"(?!\s+(?:longer|fewer|less|more|responsibility)\b)(?:\s+(?!other\b|second\b|further\b)[\w-]+){0,2}?"
)
_DID_NOT = re.compile(
    rf"\s+{_ADVERBS}{_NOT}\b(?:\s+(?P<act>{_ACTS})\b)?|\s+{_ADVERBS}(?P<hand>{_NO_HAND})\b|\s+{_ADVERBS}(?P<none>{_DID_NONE})"
)
_BY = (
    r"(?:(?:carried\s+out|committed|done|perpetrated|planted|staged|ordered|executed|conducted|laid|fired|launched)\s+by"
    r"|the\s+(?:work|doing|handiwork|deed)\s+of)\s+(?:any\s+of\s+|one\s+of\s+|members\s+of\s+|the\s+)?$"
)
_NOT_BY = re.compile(
    rf"(?:\b(?:not|never|n['’]t)(?:\s*,[^,.;]{{1,60}},)?\s+(?:been\s+)?(?:\w+ly\s+)?|\bneither\b[^.;]*\bnor\b[^.;]*?"
    r"|(?:^|[,;:]\s+|\bthat\s+)(?:no|not\s+a\s+single)\s+(?!one\b|longer\b|doubt\b|fewer\b|less\b)(?:(?!\b(?:that|which|who)\b)[^.;,]){2,80}?\s"
    rf"(?:was|were|(?:has|have|had)\s+been)\s+){_BY}",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:(?:[Ww]e|WE|us)\b|(?:[Oo]ur|OUR)\s+(?:(?:own|valiant|brave|heroic|air|armed|security|special|ground)\s+)?[A-Za-z]+"
    r"(?:\s+(?:forces?|fighters|units?))?)"
)
_SAYS = re.compile(r"\b(?:stat|declar|affirm|stress|sa[yi]|repeat|inform|clarif|announc|insist|clear|emphasi)\w*\b[^.;\"“”]*$")
_SAID_SO = re.compile(r"(?:[Ww]e|[Oo]ur)\b[^.;!?\"“”\n]*[,.]?[\"”][,.]?\s+(?:(?:said|says|stated|insisted|told)\s+)?")
REACH = 160  # characters from what is disowned in a quotation to the one who says it
_LOOKS_BACK = re.compile(r"(?:\s+\w+){0,2}?\s+(?:did|had|has|have|was|were|never)\b")
_OTHERWISE = re.compile(r"\s+(?:alone|only|first|back|until|unless|without)\b")


@dataclass(frozen=True, slots=True)
class _Disowned:
    """Where a party is named that is told not to have done it; `own` if it says so itself."""

    span: Span
    own: bool


def is_own_denial(document: Document, claim: Claim) -> bool:
    """True for a claim that a party disowns in its own voice: what it says it did not do, others say it did."""
    return claim.score is not None and any(
        row.own for span in _parties(document, claim) if (row := _disowning(document, claim, span))
    )


def settle_disowned(document: Document, claim: Claim) -> Claim:
    """The claim with those as accused who are told not to have done it, or to have had no hand in it.

    What a party denies so in the first person, or of itself in its own statement, is `denied`, unless it also tells there that
    it did it. What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    disowned = [row for span in _parties(document, claim) if (row := _disowning(document, claim, span))]
    if not disowned:
        return claim
    within = _sentences_of(document.text, claim) if _is_only_negated(document.text, claim, disowned) else None
    actors = tuple(_as_accused(document.text, row, disowned, within) for row in claim.actors)
    speakers = tuple(_quoted_denier(document.text, row, disowned) for row in claim.speakers)
    told = replace(claim, actors=once(actors), speakers=speakers)
    own = next((row for row in disowned if row.own), None)
    owned = any(row.role in UNDISPUTED_ACTIVE and row.score is not None and OURS.match(row.raw) for row in actors)
    return told if own is None or owned else _denied(document, told, disowned, own)


def _denied(document: Document, claim: Claim, disowned: Sequence[_Disowned], own: _Disowned) -> Claim:
    """The claim as denied by the party that speaks, with that party as accused and heard."""
    quote = document.quote(own.span.start, own.span.end)
    party = Actor(role="accused", raw=quote.quote, name=None, type="unknown", evidence=(quote,), score=claim.score)
    heard = any(
        row.role == "accused" and any(_overlaps(e, one.span) for e in row.evidence for one in disowned) for row in claim.actors
    )
    speakers = tuple(_as_denier(document.text, row, own) for row in claim.speakers)
    if not any(row.role == "denies" for row in speakers):
        speakers = (*speakers, Speaker(role="denies", raw=quote.quote, name=None, evidence=(quote,), score=claim.score))
    actors = claim.actors if heard else (*claim.actors, party)
    looked_ahead = claim.status == "threatened" and _LOOKS_BACK.match(document.text, own.span.end)
    status = "accomplished" if looked_ahead else claim.status
    return replace(claim, actors=actors, speakers=speakers, stance="denied", status=status)


def _is_only_negated(text: str, claim: Claim, disowned: Sequence[_Disowned]) -> bool:
    """True where the party that speaks tells the act nowhere but right behind its "did not": "Our men did not attack Ora"."""
    gaps = ((one.span, e.span) for e in (claim.trigger, *claim.retellings) for one in disowned if one.own)
    negated = {telling.start for span, telling in gaps if _is_right_before(text, span, telling)}
    return negated == {e.span.start for e in (claim.trigger, *claim.retellings)}


def _sentences_of(text: str, claim: Claim) -> frozenset[int]:
    return frozenset(sentence_at(text, e.span.start) for e in (claim.trigger, *claim.retellings))


def _parties(document: Document, claim: Claim) -> Iterator[Span]:
    """Where doers and accused are named, and the first person in the sentences that tell the claim."""
    named = [e.span for row in claim.actors if row.role in ACTIVE_ROLES and row.score is not None for e in row.evidence]
    yield from named
    for number in {sentence_at(document.text, e.span.start) for e in (claim.trigger, *claim.retellings)}:
        ends = sentence_ends(document.text)
        start, end = ends[number - 1] if number else 0, ends[number] if number < len(ends) else len(document.text)
        for match in _OWN.finditer(document.text, start, end):
            if not any(span.start < match.end() and match.start() < span.end for span in named):
                yield Span(start=match.start(), end=match.end())


def _disowning(document: Document, claim: Claim, span: Span) -> _Disowned | None:
    text = document.text
    own = speaks_for_itself(document, span)
    before = text[sentence_start(text, span.start) : span.start]
    if _NOT_BY.search(before) and not _OTHERWISE.match(text, span.end):
        return _Disowned(span=span, own=own)
    found = _DID_NOT.match(text, span.end)
    if found is None:
        return None
    tellings = [e.span for e in (claim.trigger, *claim.retellings) if _is_right_before(text, span, e.span)]
    negated = (own or OURS.match(text[span.start : span.end]) or found["none"]) and any(
        not _OTHERWISE.match(text, telling.end) for telling in tellings
    )
    return _Disowned(span=span, own=own) if found["act"] or found["hand"] or negated else None


def _is_right_before(text: str, span: Span, telling: Span) -> bool:
    """True for a party, its "did not" or "carried out no", and then the telling."""
    return span.end < telling.start and _DID_NOT.fullmatch(text, span.end, telling.start - 1) is not None


def _as_accused(text: str, actor: Actor, disowned: Sequence[_Disowned], within: frozenset[int] | None) -> Actor:
    """The actor as accused, if its words are those of a party that did not do it, or of the "we" that says so.

    `within` are the sentences of an act that is told as not done alone: what "we" did elsewhere is another act.
    """
    if actor.role not in UNDISPUTED_ACTIVE or actor.score is None or not actor.evidence:
        return actor
    first, *others = actor.evidence
    told = (first, *(quote for quote in others if OURS.match(quote.quote)))
    told = tuple(quote for quote in told if within is None or sentence_at(text, quote.span.start) in within) or told
    gone = all(any(_overlaps(quote, one.span) or _says(text, quote, one) for one in disowned) for quote in told)
    return replace(actor, role="accused") if gone else actor


def _as_denier(text: str, row: Speaker, own: _Disowned) -> Speaker:
    if row.score is None or row.role not in ("claims", "reports"):
        return row
    denies = any(_overlaps(quote, own.span) or _says(text, quote, own) for quote in row.evidence)
    return replace(row, role="denies") if denies else row


def _quoted_denier(text: str, row: Speaker, disowned: Sequence[_Disowned]) -> Speaker:
    """The speaker as one who denies, where what he disowns stands in the quotation right before him: "We did not", said he."""
    if row.score is None or row.role not in ("claims", "reports") or not row.evidence:
        return row
    start = row.evidence[0].span.start
    behind = (
        text[one.span.start : start] for one in disowned if not one.own and one.span.start < start <= one.span.start + REACH
    )
    return replace(row, role="denies") if any(_SAID_SO.fullmatch(words) for words in behind) else row


def _says(text: str, quote: Evidence, one: _Disowned) -> bool:
    """True for the "We" of "We state that our men did not plant it"."""
    if not one.own or quote.span.end > one.span.start or sentence_start(text, one.span.start) > quote.span.start:
        return False
    return _SAYS.search(text[quote.span.end : one.span.start]) is not None


def _overlaps(quote: Evidence, span: Span) -> bool:
    return quote.span.start < span.end and span.start < quote.span.end
