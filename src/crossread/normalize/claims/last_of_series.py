"""The act itself before the series it is the last of: "A bomb killed 11 on Sunday, the latest in a wave of strikes".

The extractor sometimes takes the series for the fullest telling, and the act with its day and its dead for a retelling. Both
coded claims told in such a sentence have the act as their trigger; none has the series.
"""

from __future__ import annotations

from dataclasses import replace

from crossread.normalize.dates.series import series_before
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim, Document


def with_act_of_series(document: Document, claim: Claim) -> Claim:
    """The claim told by its act, where one of its retellings stands before the series in the same sentence.

    It is an incident then, dated by its own day. Where nobody is counted before the series, the sentence only says of an act
    told earlier that it was one of many. What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    series = series_before(claim, document.text)
    if series is None or not claim.harm:
        return claim
    start = sentence_start(document.text, claim.trigger.span.start)
    tellings = [one for one in claim.retellings if start <= one.span.start and one.span.end <= series]
    counted = any(start <= quote.span.start < series for row in claim.harm for quote in row.evidence)
    if not tellings or not counted:
        return claim
    act = min(tellings, key=lambda one: one.span.start)
    others = (claim.trigger, *(one for one in claim.retellings if one is not act))
    scope = "incident" if claim.scope == "aggregate" else claim.scope
    return replace(claim, trigger=act, retellings=others, scope=scope)
