"""Killings and disappearances counted by case: "seven cases of alleged extrajudicial killings" are seven killed.

Of eight hand-coded totals that count cases or complaints of these six give the number as people, two tell how many or who the
victims were. Cases of torture and rape mostly have no row.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.worded import Worded
from crossread.records import Claim, Document, Harm

SCORE = 0.6  # what a row found by its words alone is worth
REACH = 120  # characters before a trigger in which its cases are counted
_CASES = Worded(
    "allegations cases complaints instances",
    r"\b(?P<count>(?:(?:at least|about|some|more than|over|nearly)\s+)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)"
    r"(?:\s+(?:new|such|other|separate|documented|confirmed|alleged|suspected|reported))*"
    r"\s+(?:cases|complaints|instances|allegations))\s+of\s+"
    r"(?:(?:alleged|suspected|reported|apparent|un\w+|illegal|arbitrary|extra-?judicial|enforced|forced|involuntary|political(?:ly)?|motivated"
    r"|targeted|deliberate|summary|mass|ritual|revenge|custodial|civilian|and|or),?\s+)*"
    r"(?:(?P<killed>killings?|executions?|murders?|homicides?|assassinations?)|(?P<missing>disappearances?)"
    r"|(?P<abducted>kidnappings?|abductions?))\b",
    re.IGNORECASE,
)


def with_cases(document: Document, claim: Claim) -> tuple[Harm, ...]:
    """The rows of a total with the cases that it counts as people, where it tells no other number of them."""
    if claim.scope != "aggregate" or claim.score is None:
        return claim.harm
    span = claim.trigger.span
    told = _CASES.finditer(document.text, max(0, span.start - REACH), span.end + REACH)
    cases = next((match for match in told if match.start() <= span.start < match.end()), None)
    if cases is None:
        return claim.harm
    effect = next(kind for kind in ("killed", "missing", "abducted") if cases[kind])
    count = document.quote(*cases.span("count"))
    for at, row in enumerate(claim.harm):
        if row.evidence and cases.start() <= row.evidence[0].span.start < cases.end("count"):
            return (*claim.harm[:at], replace(row, effect=effect), *claim.harm[at + 1 :])
    if any((parse_count(row.raw).low or 0) > 1 for row in claim.harm):
        return claim.harm
    row = Harm(effect=effect, raw=count.quote, group=None, group_type="unknown", count=None, evidence=(count,), score=SCORE)
    return (*claim.harm, row)
