"""A doer who says that it was others denies the act: "The army shelled X. The army said the shells were fired by rebels".

Of the parties in hand-coded reports that say something was done by somebody only two are claimants of the act, an army whose
"security forces" and "undercover troops" killed militants; none owns what it says that another did.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at
from crossread.records import Actor, Claim, Document, Span, Speaker
from crossread.records.roles import UNDISPUTED_DOERS

NEXT = 3  # sentences behind one that tells the act in which its doer answers
_SAYS = (
    r"(?:(?:has|have|had|later|also|however)\s+){0,2}(?:said|says?|stated|states|insisted|insists|maintained|maintains|claimed|claims"
    r"|asserted|countered|replied|responded|suggested|argued)"
)
_WHAT = (
    r"(?:the\s+|those\s+|all\s+)?(?:\w+\s+){0,2}?(?:shells?|rockets?|mortars?|rounds|bombs?|bullets|missiles?|drones?|mines?|shots?|fire"
    r"|grenades?|explosives|attack|strike|raid|killings?|massacre|blast|explosion|bombing|shelling|deaths?|victims|it|they)"
)
_DONE = (
    r"(?:(?:had|has|have)\s+(?:actually\s+|in\s+fact\s+)?been|was|were)\s+(?:actually\s+|in\s+fact\s+|probably\s+)?"
    r"(?:(?:fired|launched|planted|laid|thrown|dropped|set\s+off|carried\s+out|committed|perpetrated|staged|caused|detonated|killed|shot)"
    r"\s+by|the\s+(?:work|doing|handiwork)\s+of)"
)
_OTHERS = (
    r"(?!(?:its|his|her|their|our|own|mistake|accident|error|whom|one|members|soldiers|troops)\b)(?:the\s+|an?\s+)?"
    r"[\w’'-]+(?:\s+(?!(?:in|on|at|from|and|or|who|which|that|during|as|to|near|of|by|with|after|before|while|when|hiding|firing)\b)"
    r"[\w’'-]+){0,2}"
)
_ANSWERS = re.compile(
    rf"(?:\A|(?<=[.!?]\s)|(?<=\n))(?:(?:But|However,|Later,?)\s+)?(?P<who>[Tt]he\s+(?:\w+\s+)?\w+|[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}})"
    rf"\s+{_SAYS}\s+(?:that\s+)?{_WHAT}\s+{_DONE}\s+(?P<others>{_OTHERS})"
)
# "the army said it was done by undercover troops": its own
_FORCES = re.compile(
    r"\b(?:army|military|troops|soldiers|(?:security|armed|government|special)\s+forces|police)\b", re.IGNORECASE
)
_THE = re.compile(r"the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Answer:
    """Who says so, and who is told to have done it."""

    who: Span
    others: Span


def settle_says_others(document: Document, claim: Claim) -> Claim:
    """The claim as denied by its doer, and the others as accused, where he says right behind it that it was they.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.status != "accomplished":
        return claim
    answer = next((one for one in _answers(document.text) if _is_doers(document, claim, one)), None)
    if answer is None:
        return claim
    who, others = document.quote(answer.who.start, answer.who.end), document.quote(answer.others.start, answer.others.end)
    actors = tuple(
        row for row in claim.actors if not (row.role == "claimant" and row.score is not None and _is_at(row, who.span))
    )
    if not any(row.role == "accused" and _is_at(row, others.span) for row in actors):
        actors = (
            *(row for row in actors if not _is_at(row, others.span) or row.score is None),
            Actor(role="accused", raw=others.quote, name=None, type="unknown", evidence=(others,), score=claim.score),
        )
    denier = Speaker(role="denies", raw=who.quote, name=None, evidence=(who,), score=claim.score)
    speakers = (*(row for row in claim.speakers if row.score is None or not _is_at(row, who.span)), denier)
    return replace(claim, actors=actors, speakers=speakers, stance="denied")


@lru_cache(maxsize=8)
def _answers(text: str) -> tuple[_Answer, ...]:
    """Everybody in the report who says that it was others."""
    return tuple(_iter_answers(text))


def _iter_answers(text: str) -> Iterator[_Answer]:
    for found in _ANSWERS.finditer(text):
        if _FORCES.search(found["who"]) and _FORCES.search(found["others"]):
            continue
        yield _Answer(
            who=Span(start=found.start("who"), end=found.end("who")),
            others=Span(start=found.start("others"), end=found.end("others")),
        )


def _is_doers(document: Document, claim: Claim, answer: _Answer) -> bool:
    """True where a doer of the claim is named by the same words, in one of the sentences behind a telling."""
    number = sentence_at(document.text, answer.who.start)
    told = (sentence_at(document.text, quote.span.start) for quote in (claim.trigger, *claim.retellings))
    if not any(number - NEXT <= one < number for one in told):
        return False
    name = _bare(document.text[answer.who.start : answer.who.end])
    doers = (row for row in claim.actors if row.role in UNDISPUTED_DOERS and row.score is not None)
    return any(_bare(quote.quote) == name for row in doers for quote in row.evidence if quote.span != answer.who)


def _bare(words: str) -> str:
    return _THE.sub("", words, count=1).lower()


def _is_at(row: Actor | Speaker, span: Span) -> bool:
    return bool(row.evidence) and all(quote.span.start < span.end and span.start < quote.span.end for quote in row.evidence)
