"""Those at whom an act is aimed are no doers of it: "blew himself up among officers", "it targets only posts of the RSF".

Of 210 hand-coded actors in such places 196 are targets and ten victims; the six doers did another act that is told of them
there ("targeted two men who were firing rockets"), or are "coalition" of "targeted coalition airstrikes".
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Evidence
from crossread.records.roles import DOER_ROLES

REACH = 110  # characters before somebody in which it stands that he is aimed at
_AMONG = re.compile(
    r"\b(?:bl(?:ew|ow\w*)|detonat\w+|explod\w+)\b(?:(?!\b(?:said|says|by|that|when|after|and)\b)[^.;,]){0,60}"
    r"\b(?:among(?:st)?|amid(?:st)?|near|beside|next\s+to|in\s+front\s+of|outside|close\s+to|in\s+the\s+midst\s+of|alongside)\s+"
    r"(?:(?:the|an?|of|some|several|group|gathering|crowd|convoy)\s+){0,4}$",
    re.IGNORECASE,
)
_SITE = (
    r"(?:position|gathering|base|hideout|vehicle|convoy|camp|member|fighter|force|headquarter|concentration|post|patrol|element|site"
    r"|stronghold|barrack|checkpoint|outpost|leader|commander|cell)s?"
)
_TARGETS = re.compile(
    r"\btarget(?:s|ed|ing)?\s+(?:(?:only|exclusively|solely|mainly|also)\s+)?(?:(?:the|an?|several|military|some|two|three)\s+){0,3}"
    rf"(?:{_SITE}\s+(?:of|belonging\s+to|held\s+by|used\s+by)\s+)?(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_HABIT = re.compile(r"\btargets?\s+(?:only|exclusively|solely)\b[^.;,]*$", re.IGNORECASE)
# "(coalition) airstrikes", "(two men) who fired": whose act it is, or another act of theirs
_OTHERWISE = re.compile(
    r"(?:['’]s?)?\s+(?:(?:air\s?)?(?:strikes?|raids?)|attacks?|operations?|bombings?|shelling|fire\b|who\b|which\b|that\b|accused|wanted"
    r"|blamed|suspected)"
)


def without_aimed_at(document: Document, claim: Claim) -> Claim:
    """The claim with those as targets at whom the words aim its act, where another is told as its doer.

    Whom a party says it targets "only" need not be the target of this act, and has no role in it. What people
    and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    aimed = [row for row in claim.actors if _is_aimed_at(document.text, row)]
    if not aimed or not any(row.role in DOER_ROLES and row not in aimed for row in claim.actors):
        return claim
    told = {(row.role, row.raw.lower()) for row in claim.actors if row not in aimed}
    targets = [
        replace(row, role="target")
        for row in aimed
        if not ({("target", row.raw.lower()), ("victim", row.raw.lower())} & told or _is_habit(document.text, row))
    ]
    return replace(claim, actors=(*(row for row in claim.actors if row not in aimed), *targets))


def _is_habit(text: str, row: Actor) -> bool:
    start = row.evidence[0].span.start
    return _HABIT.search(text, max(sentence_start(text, start), start - REACH), start) is not None


def _is_aimed_at(text: str, row: Actor) -> bool:
    if row.role not in DOER_ROLES or row.score is None or not row.evidence:
        return False
    return all(_stands_aimed_at(text, quote) for quote in row.evidence)


def _stands_aimed_at(text: str, quote: Evidence) -> bool:
    first = max(sentence_start(text, quote.span.start), quote.span.start - REACH)
    found = _AMONG.search(text, first, quote.span.start) or _TARGETS.search(text, first, quote.span.start)
    return found is not None and _OTHERWISE.match(text, quote.span.end) is None
