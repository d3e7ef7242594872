"""The total of a war, told in one sentence with the act it began with: "killed since 2017, when rebels attacked …".

All 27 hand-coded totals "since the fighting began", "since July 2007, when …" or of "the war that began … has left" are
claims of their own, `aggregate`, and the act that began the war, where it is coded, has none of their dead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossread import patterns as re
from crossread.normalize.dates.finder import iter_expressions
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Claim, DateWindow, Document, Evidence, Slot, Span, claim_id

_WAR = (
    r"(?:war|conflict|insurgency|insurrection|rebellion|revolt|uprising|intifada|unrest|crisis|violence|fighting|hostilities"
    r"|protests|riots|clashes|standoff|campaign|offensive|invasion|bombardments?|bombings|air\s?strikes)"
)
_BEGAN = r"(?:began|begun|broke\s+out|erupted|started|flared(?:\s+up)?|resumed|was\s+(?:sparked|triggered|ignited))"
# "since clashes broke out", "since October 2017, when insurgents"
_SINCE = Worded(
    "since",
    rf"\bsince\s+(?:(?:[\w'’-]+\s+){{0,5}}?(?P<war>{_WAR})\s+(?:[\w'’-]+\s+){{0,4}}?{_BEGAN}\b|(?P<day>[^.;,\n]{{3,30}}?),\s+when\b(?=\s))",
    re.IGNORECASE,
)
# "The war, which began in 2017 with (an assault …), has cost"
_FIRST = Worded(
    "began begun broke erupted flared ignited resumed sparked started triggered",
    rf"\b(?P<war>{_WAR})\b[^.;\n]{{0,60}}?\b{_BEGAN}\b(?P<act>[^.;\n]{{0,200}}?)\b(?P<total>(?:has|have)\s+(?:(?:since|so\s+far|already|now)\s+)*"
    r"(?:cost|claimed|caused|left|killed|driven|displaced|led\s+to|resulted\s+in))\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(
    r"\b(?:have|has)\s+(?:(?:been|since|so\s+far|already|now|also)\s+)*"
    r"(?:killed|died|cost|claimed|left|lost|caused|perished|injured|wounded|displaced|fled|driven|arrested|detained|abducted)\b",
    re.IGNORECASE,
)
# A fight of these days is one act: "since clashes broke out on Friday".
_THESE_DAYS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day|tonight|morning|hours|dawn)\b", re.IGNORECASE
)
# "killed in the deadliest attack since October 2017, when": what is held against an earlier act.
_HELD_AGAINST = re.compile(
    r"\b(?:\w{3,}iest|worst|biggest|largest|highest|first|second|third|fourth|fifth|most|such)\b", re.IGNORECASE
)
_ENDS = re.compile(r"[,;.(](?=\s)|\n")
_TYPES = {"killed": "killing", "detained": "detention", "abducted": "abduction", "displaced": "displacement"}
# What the act is, where the claim was called a war.
_ACTS = (("bomb", "bombing"), ("massacre", "killing"), ("kill", "killing"), ("", "armed_attack"))


@dataclass(frozen=True, slots=True)
class _Total:
    """The sentence of a total, the words that tell of its beginning, those of the act in them, the war's noun, its period."""

    sentence: Span
    beginning: Span
    act: Span | None
    war: Span | None
    period: Span | None

    def counts(self, quotes: Sequence[Evidence]) -> bool:
        """True for what stands in the sentence, outside the words of the beginning."""
        return bool(quotes) and self.sentence.contains(quotes[0].span) and not self.beginning.overlaps(quotes[0].span)

    def tells_act(self, quote: Evidence) -> bool:
        """True for words of the act with which it began."""
        return self.act is not None and self.act.contains(quote.span)


def with_war_totals(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with such a total out of the act that began the war; what people say (no score) stays as it is."""
    made = list(claims)
    for total in _iter_totals(document.text):
        for at in range(len(made) - 1, -1, -1):
            made[at : at + 1] = _split(document, made, made[at], total)
    return made


def _iter_totals(text: str) -> Iterator[_Total]:
    for told in _SINCE.finditer(text):
        sentence = _sentence(text, told.start())
        ends = _ENDS.search(text, told.end(), sentence.end)
        close = ends.start() if ends and told["war"] else sentence.end
        beginning = Span(start=told.start(), end=close)
        perfect = _PERFECT.search(text, sentence.start, told.start()) or _PERFECT.search(text, close, sentence.end)
        held = _HELD_AGAINST.search(text, sentence.start, told.start())
        if perfect is None or held or _THESE_DAYS.search(text, told.start(), close):
            continue
        if told["war"]:
            last = max(
                (run[-1].end for run in iter_expressions(text, "en") if told.end() < run[-1].end <= close), default=told.end()
            )
            yield _Total(sentence, beginning, None, _span(told, "war"), Span(start=told.start(), end=last))
        else:
            yield _Total(
                sentence, beginning, Span(start=told.end(), end=close), None, Span(start=told.start(), end=told.end("day"))
            )
    for told in _FIRST.finditer(text):
        beginning = Span(start=told.start("act"), end=told.start("total"))
        yield _Total(_sentence(text, told.start()), beginning, beginning, _span(told, "war"), None)


def _span(told: re.Match[str], part: str) -> Span:
    return Span(start=told.start(part), end=told.end(part))


def _sentence(text: str, at: int) -> Span:
    ends, number = sentence_ends(text), sentence_at(text, at)
    return Span(start=sentence_start(text, at), end=ends[number] if number < len(ends) else len(text))


def _split(document: Document, claims: Sequence[Claim], claim: Claim, total: _Total) -> list[Claim]:
    """The total, where no other claim is it, and the act or whatever else the claim tells, without the numbers of the total."""
    inside = {at for at, row in enumerate(claim.harm) if total.counts(row.evidence)}
    if claim.score is None or claim.scope == "aggregate" or not inside:
        return [claim]
    tellings = (claim.trigger, *claim.retellings)
    of_total = [quote for quote in tellings if total.sentence.contains(quote.span) and not total.tells_act(quote)]
    rest = [quote for quote in tellings if quote not in of_total]
    quotes = {row.evidence for at, row in enumerate(claim.harm) if at in inside}
    is_told = any(row.evidence in quotes for other in claims if other is not claim for row in other.harm)
    made = [] if is_told and rest else [_made(document, claim, total, inside, of_total)]
    return [*made, _act(document, claim, total, inside, rest)] if rest else made


def _act(document: Document, claim: Claim, total: _Total, inside: set[int], tellings: Sequence[Evidence]) -> Claim:
    """What the claim tells beside the total."""
    first = tellings[0]
    kind, scope = claim.type, claim.scope
    if first is not claim.trigger and total.tells_act(first):
        words = first.quote.lower()
        kind = next(code for stem, code in _ACTS if stem in words)
    scope = "background" if all(total.tells_act(quote) for quote in tellings) else scope
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type=kind, trigger=first),
        type=kind,
        scope=scope,
        trigger=first,
        retellings=tuple(tellings[1:]),
        actors=tuple(row for row in claim.actors if not total.counts(row.evidence)),
        harm=without_rows(claim.harm, inside),
    )


def _made(document: Document, claim: Claim, total: _Total, inside: set[int], tellings: Sequence[Evidence]) -> Claim:
    """The total, with what its own words tell."""
    rows = without_rows(claim.harm, set(range(len(claim.harm))) - inside)
    of_war = [quote for quote in tellings if total.war is not None and total.war.overlaps(quote.span)]
    own = [quote for quote in tellings if quote not in of_war]
    is_war = total.period is None and bool(of_war)  # "the war … has left"
    trigger = (of_war if is_war else own or [rows[0].evidence[0]])[0]
    kind = "armed_clash" if is_war else next((_TYPES[row.effect] for row in rows if row.effect in _TYPES), "armed_clash")
    alone = len(tellings) == 1 + len(claim.retellings)
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type=kind, trigger=trigger),
        type=kind,
        scope="aggregate",
        trigger=trigger,
        retellings=tuple(quote for quote in (*own, *of_war) if quote != trigger),
        when=_period(document, claim, total),
        where=claim.where if claim.where and (alone or total.counts(claim.where.evidence)) else None,
        actors=tuple(row for row in claim.actors if total.counts(row.evidence) and row.role in ("victim", "perpetrator")),
        harm=rows,
        means=(),
        speakers=tuple(row for row in claim.speakers if total.counts(row.evidence)),
    )


def _period(document: Document, claim: Claim, total: _Total) -> Slot[DateWindow] | None:
    """The words from "since" to the date they end in; else the day on which the war began."""
    if total.period is None:
        return claim.when
    quote = document.quote(total.period.start, total.period.end)
    return Slot(raw=quote.quote, value=None, evidence=(quote,), score=claim.score)
