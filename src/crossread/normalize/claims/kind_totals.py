"""Totals of a period by kind of attack: "Last week 41 bomb attacks left 37 people dead. Small arms attacks left 19 dead".

Each sentence is a total of its own, and none is a part of another. An extractor may read such a run as one claim with the
numbers of one sentence, or of all. No hand-coded report tells so; security bulletins begin with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crossread import patterns as re
from crossread.normalize.claims.totals import SCORE
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Claim, Document, Evidence, Harm, Span, claim_id

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_NUMBER = rf"(?:\d[\d,]*|(?:{'|'.join(_NUMBERS.split())})(?:-\w+)?)"
_BOUND = r"(?:(?:at least|about|some|around|over|more than|nearly|up to|another|a further|a total of)\s+)?"
_PEOPLE = r"(?:\s+(?!and\b|dead\b|injured\b|wounded\b|killed\b|in\b|across\b|during\b|over\b|last\b|this\b)[a-z][\w’'-]*){0,2}"
_ACTS = (
    r"(?:attacks|bombings|explosions|blasts|shootings|clashes|strikes|air\s?strikes|ambushes|assassinations|raids|incidents|fire"
    r"|bombs|mortars|rockets|mines)"
)
_TOLD_BY_KIND = re.compile(
    rf"\b{_ACTS}\s+(?:also\s+)?(?:left|killed|claimed|resulted|caused)\s", re.IGNORECASE
)  # quick to look for
_BY_KIND = re.compile(
    rf"\b(?P<kind>(?:[A-Za-z][\w’'-]*\s+(?:and\s+)?){{0,3}}?{_ACTS})\s+(?:also\s+)?"
    r"(?:left|killed|claimed\s+the\s+lives\s+of|resulted\s+in\s+the\s+deaths?\s+of|caused\s+the\s+deaths?\s+of)\s+"
    rf"(?P<killed>{_BOUND}{_NUMBER}{_PEOPLE}(?:\s+(?:dead|killed))?)"
    rf"(?:,?\s+and\s+(?:(?:left|injured|injuring|wounded|wounding)\s+)?(?P<injured>{_BOUND}{_NUMBER}{_PEOPLE}(?:\s+(?:injured|wounded))?))?"
    r"(?=\s*[.,;]|\s+(?:in|across|throughout|during|over|last|this|between|nationwide|countrywide)\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?:\A|(?<=[.;]\s))\s*(?:[a-z]+ly,?\s+)?(?P<who>{_BOUND}{_NUMBER}{_PEOPLE})\s+(?:were|have\s+been|had\s+been)\s+"
    r"(?:reportedly\s+|also\s+)?(?:(?P<abducted>abducted|kidnapped)|(?P<detained>arrested|detained)|(?P<injured>injured|wounded))\b",
    re.IGNORECASE,
)
_BODIES = re.compile(
    rf"\bThe\s+(?:bodies|corpses)\s+of\s+(?P<who>{_BOUND}{_NUMBER}{_PEOPLE})\s+were\s+(?:also\s+)?(?P<killed>recovered|found|discovered)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:last|this|past|previous|reporting|during\s+the|over\s+the|in\s+the)\s+(?:past\s+|last\s+|reporting\s+)?(?:week|fortnight|month|quarter|year|period)\b"
    r"|\b(?:country-?wide|nation-?wide|across\s+the\s+country|a\s+total\s+of)\b"
    r"|\b[Ii]n\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\s+(?:[12]?\d|3[01])\b)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\bon\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}\s+[A-Z]|[A-Z][a-z]+\s+\d{1,2})\b|\byesterday\b|\btoday\b"
)
_DEFINITE = re.compile(r"\b(?:the|these|those|both|such)\s+$", re.IGNORECASE)
_KINDS = (
    (re.compile(r"\b(?:bomb\w*|explosi\w*|IEDs?|mines?|suicide|grenades?|blasts)\b", re.IGNORECASE), "bombing"),
    (re.compile(r"\b(?:air|drones?|aerial)\b|air\s?strikes", re.IGNORECASE), "air_strike"),
    (re.compile(r"\b(?:rockets?|mortars?|missiles?|shell\w*|artillery|indirect)\b", re.IGNORECASE), "shelling"),
    (re.compile(r"\bclashes\b", re.IGNORECASE), "armed_clash"),
    (re.compile(r"\bassassinations\b", re.IGNORECASE), "killing"),
    (re.compile(r"\b(?:arms|gun\w*|shootings|armed|ambushes|raids)\b", re.IGNORECASE), "armed_attack"),
)
_TYPES = {"killed": "killing", "abducted": "abduction", "detained": "detention", "injured": "ill_treatment"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Total:
    """A sentence that tells the total of one kind: its type, its trigger and its rows."""

    sentence: Span
    type: str
    trigger: Evidence
    rows: tuple[Harm, ...]
    by_kind: bool

    def holds(self, quotes: Sequence[Evidence]) -> bool:
        """True for what is quoted from the sentence."""
        return bool(quotes) and self.sentence.contains(quotes[0].span)


def with_kind_totals(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each with the numbers of its own sentence of such a run, and a claim for a sentence that has none.

    What people and other data sets say (no score) stays.
    """
    made = list(claims)
    if not any(claim.scope == "aggregate" for claim in made):
        return made
    for run in _runs(document):
        told = [claim for claim in made if any(total.holds((claim.trigger,)) for total in run)]
        if any(claim.score is None for claim in told) or not any(claim.scope == "aggregate" for claim in told):
            continue
        made = [_of_its_sentence(claim, run) for claim in made]
        made += [_claim(document, total, told) for total in run if not any(total.holds((claim.trigger,)) for claim in told)]
    return made


def _runs(document: Document) -> Iterator[list[_Total]]:
    """Sentences on end that each tell such a total, at least two, one by kind of attack, the first with a period."""
    if _TOLD_BY_KIND.search(document.text) is None:
        return
    run: list[_Total] = []
    for total in (*_iter_totals(document), None):
        if (
            total is not None
            and run
            and sentence_at(document.text, total.sentence.start) - sentence_at(document.text, run[-1].sentence.start) == 1
        ):
            run.append(total)
            continue
        if len(run) > 1 and any(one.by_kind for one in run):
            yield run
        opens = total is not None and _PERIOD.search(document.text, total.sentence.start, total.sentence.end)
        run = [total] if total is not None and opens else []


def _iter_totals(document: Document) -> Iterator[_Total]:
    text = document.text
    bounds = (0, *sentence_ends(text), len(text))
    for start, end in pairwise(bounds):
        by_kind = _BY_KIND.search(text, start, end) if _TOLD_BY_KIND.search(text, start, end) else None
        match = by_kind or _PASSIVE.match(text, start, end) or _BODIES.match(text, start, end)
        if match is None or _DAY.search(text, start, end):
            continue
        kind = _kind(match)
        if kind is None or _DEFINITE.search(text, start, match.start()):
            continue
        trigger = "kind" if match.re is _BY_KIND else next(name for name in _TYPES if match.groupdict().get(name))
        rows = _rows(document, match)
        yield _Total(
            sentence=Span(start=start, end=end),
            type=kind,
            trigger=document.quote(*match.span(trigger)),
            rows=rows,
            by_kind=match.re is _BY_KIND,
        )


def _kind(match: re.Match[str]) -> str | None:
    if match.re is _BY_KIND:
        return next((kind for words, kind in _KINDS if words.search(match["kind"])), None)
    return next(_TYPES[name] for name in _TYPES if match.groupdict().get(name))


def _rows(document: Document, match: re.Match[str]) -> tuple[Harm, ...]:
    if match.re is _BY_KIND:
        told = [(effect, match.span(effect)) for effect in ("killed", "injured") if match[effect]]
    else:
        told = [(next(name for name in _TYPES if match.groupdict().get(name)), match.span("who"))]
    quotes = [(effect, document.quote(*span)) for effect, span in told]
    return tuple(
        Harm(effect=effect, raw=quote.quote, group=None, group_type="unknown", count=None, evidence=(quote,), score=SCORE)
        for effect, quote in quotes
    )


def _of_its_sentence(claim: Claim, run: Sequence[_Total]) -> Claim:
    """The claim told in a sentence of the run with what that sentence tells."""
    own = next((total for total in run if total.holds((claim.trigger,))), None)
    if own is None:
        return claim
    others = [total for total in run if total is not own]
    rows = tuple(row for row in claim.harm if not any(total.holds(row.evidence) for total in others))
    known = {row.effect for row in rows}
    return replace(
        claim,
        type=own.type if own.by_kind else claim.type,
        scope="aggregate",
        harm=(*(replace(row, part_of=None) for row in rows), *(row for row in own.rows if row.effect not in known)),
        means=tuple(row for row in claim.means if not any(total.holds(row.evidence) for total in others)),
        actors=tuple(row for row in claim.actors if not any(total.holds(row.evidence) for total in others)),
        retellings=tuple(quote for quote in claim.retellings if not any(total.holds((quote,)) for total in others)),
    )


def _claim(document: Document, total: _Total, told: Sequence[Claim]) -> Claim:
    """A claim for a sentence that has none, with the period and the place of the run."""
    first = told[0]
    return Claim(
        id=claim_id(document_id=document.id, made_by=first.made_by, type=total.type, trigger=total.trigger),
        document_id=document.id,
        type=total.type,
        scope="aggregate",
        status="accomplished",
        stance=first.stance,
        trigger=total.trigger,
        when=next((claim.when for claim in told if claim.when), None),
        where=next((claim.where for claim in told if claim.where), None),
        actors=(),
        harm=total.rows,
        means=(),
        speakers=first.speakers,
        score=SCORE,
        made_by=first.made_by,
    )
