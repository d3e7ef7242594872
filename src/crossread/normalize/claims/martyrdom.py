"""Who "attained martyrdom", "joined the caravan of martyrs" or "fell martyr" died: it is no accord, accident or act of his.

All nine hand-coded numbers of martyrs are dead. The encoder takes "reached" and "joined" for agreements, "fell" for an
accident.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.resolved import once_by_place
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.worded import Worded
from crossread.records import Actor, Claim, Document, Evidence, Harm

_FORMULA = Worded(
    "ascended became gave laid martyr sacrificed shahadat",
    r"\b(?:(?:attained|reached|achieved|embraced|met|received|sought\s+and\s+found)\s+(?:the\s+(?:rank|honou?r)\s+of\s+)?"
    r"(?:martyrdom|shahadat)"
    r"|joined\s+the\s+(?:[\w-]+\s+)?(?:caravan|ranks|convoy|path|procession)\s+of\s+(?:the\s+|our\s+)?(?:[\w-]+\s+)?martyrs"
    r"|ascended\s+(?:as\s+(?:a\s+)?martyrs?|to\s+martyrdom)|fell\s+(?:as\s+)?(?:a\s+)?martyrs?|became\s+(?:an?\s+)?(?:immortal|martyrs?)"
    r"|(?:laid\s+down|gave|sacrificed)\s+(?:his|her|their)\s+(?:own\s+)?li(?:fe|ves))\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:,[^,.;]{1,60},)?\s+(?:(?:who|have|has|had|also|heroically|\w+ly)\s+)*", re.IGNORECASE)
_DOING = ("perpetrator", "claimant", "accused", "side_a", "side_b", "target")
_NO_DEATH = ("agreement", "accident", "operation", "territorial_change", "displacement", "protest", "armed_attack")


def settle_martyrdom(document: Document, claim: Claim) -> Claim:
    """The claim as a killing where such words are its only telling, with those who died as victims and as killed.

    An attack or a fight told in the sentence is left alone, as martyrs may have been its doers. What people and data sets say
    (no score) stays.
    """
    span = claim.trigger.span
    if claim.score is None:
        return claim
    before, after = sentence_around(document.text, span.start, span.end)
    first, last = span.start - len(before), span.end + len(after)
    told = _FORMULA.search(document.text, first, last)
    if told is None or not (told.start() < span.end and span.start < told.end()):
        return claim
    dead = [one for one in claim.actors if one.score is not None and _stands_before(document.text, one.evidence, told)]
    actors = (replace(one, role="victim") if one in dead and one.role in _DOING else one for one in claim.actors)
    kept = once_by_place(one for one in actors if not _lies_in(one, told))
    harm = (*claim.harm, _row(dead[0])) if dead and not claim.harm else claim.harm
    kind = "killing" if claim.type in _NO_DEATH else claim.type
    return replace(claim, type=kind, actors=kept, harm=harm)


def _stands_before(text: str, evidence: tuple[Evidence, ...], told: re.Match[str]) -> bool:
    """True for the subject of the words."""
    return bool(evidence) and _BETWEEN.fullmatch(text, evidence[0].span.end, told.start()) is not None


def _lies_in(actor: Actor, told: re.Match[str]) -> bool:
    """True for the "caravan of martyrs", which nobody attacked."""
    span = actor.evidence[0].span if actor.score is not None and actor.evidence else None
    return span is not None and told.start() <= span.start and span.end <= told.end()


def _row(actor: Actor) -> Harm:
    return Harm(
        effect="killed",
        raw=actor.raw,
        group=None,
        group_type=actor.type,
        count=None,
        evidence=actor.evidence[:1],
        score=actor.score,
    )
