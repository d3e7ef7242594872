"""What "allegedly" and "reportedly" tell where nobody is named who says it.

Of eleven hand-coded claims behind "allegedly" ten are alleged or denied and accuse the doer; of seven behind "reportedly"
without a speaker six are rumoured, and so are all six behind "there are reports of" without one. Behind "is said (reported,
thought) to have" right before the deed, without a speaker, all three are;
of 14 with the passive and with other words between ("said to have been beaten") eleven.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.accusing import as_accused
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document

_ALLEGEDLY = re.compile(r"\ballegedly\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_REPORTEDLY = re.compile(r"\breportedly\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_REPORTS = re.compile(
    r"\bthere\s+(?:are|were|(?:have|had)\s+been)\s+(?:(?:also|now|still|varying|conflicting|unconfirmed|unverified|initial|early|local"
    r"|media|some|several|many|other|further|persistent)\s+)*reports\s+(?:of|that)\s+(?:[^.;,]{0,60}\s)?$",
    re.IGNORECASE,
)
# "Rebels were said to have (killed)"; "up to 78 people are reported to have been (killed)" is a toll
_TO_HAVE = re.compile(
    r"\b(?:is|are|was|were)\s+(?:(?:also|now|widely|generally|since)\s+)?(?:thought|reported|said|understood|rumou?red|believed)\s+to\s+"
    r"(?:have\s+(?!been\s)|be\s+(?=\w+ing\b))(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_PLAIN = ("asserted", "attributed")


def settle_hearsay(document: Document, claim: Claim) -> Claim:
    """The claim `alleged`, its doers accused, where its trigger stands behind "allegedly"; `rumoured` behind "reportedly".

    So it is behind "is said to have" right before the deed; its doer stays as he was found: six of nine coded are perpetrators.

    What is told again without the word is not only hearsay. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.stance not in _PLAIN:
        return claim
    befores = [sentence_around(document.text, e.span.start, e.span.end)[0] for e in (claim.trigger, *claim.retellings)]
    if _ALLEGEDLY.search(befores[0]) and not any(row.role == "claims" for row in claim.speakers):
        return replace(claim, stance="alleged", actors=tuple(as_accused(actor) for actor in claim.actors))
    if not claim.speakers and all(_REPORTS.search(before) for before in befores):
        return replace(claim, stance="rumoured")
    if not claim.speakers and claim.scope != "aggregate" and all(_TO_HAVE.search(before) for before in befores):
        return replace(claim, stance="rumoured")
    if claim.stance == "asserted" and not claim.speakers and _REPORTEDLY.search(befores[0]) and len(befores) == 1:
        return replace(claim, stance="rumoured")
    return claim
