"""A group by name right before the verb of the act is its doer: "On 5 May, M23 attacked a village", which no aircraft did.

Of 33 hand-coded claims whose verb has an armed group of the registry as its subject all have it as doer or as the first side.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry
from crossread.normalize.actors.means import DOERS
from crossread.records import Actor, Claim, Document, Means

_GROUPS = frozenset(("rebel_group", "political_militia", "communal_militia"))
_VERB = re.compile(
    r"(?:attacked|killed|raided|ambushed|shelled|bombed|stormed|executed|abducted|kidnapped|looted|burned|burnt|torched|seized|shot"
    r"|massacred|captured|fired|beheaded|murdered|assaulted|overran)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^|[.;,:\n]\s*|\b(?:that|when|and|as|after|before|where)\s+)"
    r"(?P<words>(?:[Tt]he\s+)?(?P<name>[A-Z][\w-]{1,14}(?:\s[A-Z][\w-]+){0,3})"
    r"(?:\s+(?:fighters|rebels|militants|militia(?:men)?|insurgents|guerrillas|terrorists|forces))?)"
    r"\s+(?:(?:also|then|again|reportedly|allegedly|\w+ly)\s+)?$"
)
REACH = 80  # characters before the verb in which its subject stands


def with_named_subject(document: Document, claim: Claim) -> Claim:
    """The claim without groups by name among its means, and with the one that its verb has as subject as doer, if it has none.

    No hand-coded means is called by the name of an armed group. What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    means = tuple(row for row in claim.means if not _is_group(row))
    claim = claim if means == claim.means else replace(claim, means=means)
    if any(actor.role in DOERS for actor in claim.actors):
        return claim
    doer = _subject(document, claim)
    return claim if doer is None else replace(claim, actors=(doer, *claim.actors))


def _is_group(row: Means) -> bool:
    """True for "M23", taken for an aircraft."""
    return row.score is not None and row.raw[:1].isupper() and _named(row.raw) is not None


def _subject(document: Document, claim: Claim) -> Actor | None:
    start = claim.trigger.span.start
    if not _VERB.match(claim.trigger.quote) or claim.stance == "denied":
        return None
    found = _SUBJECT.search(document.text[max(0, start - REACH) : start])
    kind = _named(found["name"]) if found else None
    if found is None or kind is None:
        return None
    begin = max(0, start - REACH)
    words = document.quote(begin + found.start("words"), begin + found.end("words"))
    if any(e.span.start < words.span.end and words.span.start < e.span.end for a in claim.actors for e in a.evidence):
        return None
    return Actor(role="perpetrator", raw=words.quote, name=None, type=kind, evidence=(words,), score=claim.score)


def _named(name: str) -> str | None:
    """The kind of the armed group that bears the name, None where nobody in the registry does."""
    bearers = ActorRegistry.load().candidates(name)
    return next((entry.type for entry in bearers if entry.type in _GROUPS), None)
