"""The day on which somebody said so, for a claim of which nothing else tells the day: it had happened by then."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import Told, is_reporting, sentence_around, told_dates
from crossread.normalize.dates.told import told_within
from crossread.records import Claim, DateWindow, Document, Slot

SAID_SCORE = 0.5
_SAID = re.compile(
    r"\b(?:told\s+(?:(?:a|an|the)\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,2}"
    r"|(?:said|says|announced|confirmed|reported|added|stated|declared)"
    r"(?:\s+(?:in|at|during)\s+(?:an?|the|its|his|her|their)\s+(?:[\w’'-]+\s+){0,2}"
    r"(?:statement|interview|briefing|conference|report|communiqu[eé]|release|message|post|address|speech|broadcast))?)"
    r",?\s+(?:(?:late|early|earlier)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)


def day_said(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The slot on the day of the saying, which bounds the act; None where the sentence tells another day, or none.

    Coders differ: of 66 coded claims whose sentence tells no other day 20 have it and 46 have none. On the reports left out of
    training one claim has it by this rule.
    What people and data sets say (no score) stays without a day.
    """
    if claim.score is None or claim.status != "accomplished" or claim.when is not None:
        return None
    text, trigger = document.text, claim.trigger.span
    before, after = sentence_around(text, trigger.start, trigger.end)
    start, end = trigger.start - len(before), trigger.end + len(after)
    told = told_within(told_dates(text, document.published, language), start, end)
    if len(told) != 1 or not is_of_saying(text, told[0], start, language):
        return None
    day = told[0].stretch.latest
    if day is None or told[0].stretch.unit != "day" or told[0].stretch.earliest != day:
        return None
    evidence = document.quote(told[0].span.start, told[0].span.end)
    window = DateWindow(earliest=None, latest=day, precision="unknown", reported_on=day)
    return Slot(raw=evidence.quote, value=window, evidence=(evidence,), score=SAID_SCORE)


def is_of_saying(text: str, told: Told, start: int, language: str) -> bool:
    """True for the day of "told reporters on Friday", "said in a statement on Friday" and "In an interview on Friday"."""
    return is_reporting(text, told.span, language) or _SAID.search(text[start : told.span.start]) is not None
