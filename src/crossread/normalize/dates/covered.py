"""The period in the head of a report for its totals: "Reporting period: 15 - 21 August 2020" above "41 civilians killed"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around, told_dates
from crossread.normalize.dates.heads import MOST_HEADINGS
from crossread.normalize.dates.periods import HEAD, is_period
from crossread.normalize.dates.told import told_within
from crossread.records import Claim, DateWindow, Document, Slot

COVERED_SCORE = 0.6
LONGEST_LINE = 90  # characters of a line that tells the period
_LABEL = re.compile(
    r"^[\W_]*(?:reporting\s+period|review\s+period|period\s+(?:covered|under\s+review|of\s+(?:the\s+)?report)|period|covers|covering"
    r"|dates\s+covered|week(?:\s+(?:of|covered))?)\W{0,4}\s*(?:from\s+)?(?=(?:\w+day,?\s+)?(?:\d|[a-z]{2,}\s+\d))",
    re.IGNORECASE | re.MULTILINE,
)
# "Week 37, 8 - 14 September 2014", "QUARTERLY REPORT ON HUMAN RIGHTS: July - September 2022"
_BULLETIN = re.compile(
    r"\b(?:week(?:ly)?|month(?:ly)?|quarter(?:ly)?|bulletin|report|update|digest|round-?up|summary|watch|monitor)\b.*\d",
    re.IGNORECASE,
)


def slot_of_period(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The slot of a total without words for its time, on the period that the head of the report tells; else None.

    All of seven coded totals of reports with such a line that tell no time of their own have it; no coded report has such a
    total under a heading without a label. The incidents below one that tell no day have none (eleven of twelve). What people
    and data sets say (no score) stays without a day.
    """
    if claim.score is None or claim.when is not None or claim.scope != "aggregate":
        return None
    text, trigger = document.text, claim.trigger.span
    line = _labelled(text, trigger.start) or _headed(text, trigger.start)
    if line is None:
        return None
    told = told_dates(text, document.published, language)
    before, after = sentence_around(text, trigger.start, trigger.end)
    if told_within(told, trigger.start - len(before), trigger.end + len(after)):
        return None
    found = next((one for one in told if line[0] <= one.span.start < line[1] and is_period(one)), None)
    if found is None:
        return None
    evidence = document.quote(found.span.start, found.span.end)
    return Slot(raw=evidence.quote, value=None, evidence=(evidence,), score=COVERED_SCORE)


def _labelled(text: str, before: int) -> tuple[int, int] | None:
    """Where the line begins and ends that tells a period behind its label, in the head of the report."""
    label = _LABEL.search(text, 0, min(HEAD, before))
    end = text.find("\n", label.end()) if label is not None else -1
    return (label.start(), end) if label is not None and label.end() < end <= label.start() + LONGEST_LINE else None


def _headed(text: str, before: int) -> tuple[int, int] | None:
    """Where the heading of a bulletin begins and ends that has a period in it, among the first lines of the report."""
    start = 0
    for line in text[: min(HEAD, before)].splitlines(keepends=True)[:MOST_HEADINGS]:
        words = line.strip()
        if len(words) <= LONGEST_LINE and not words.endswith((".", "!", "?")) and _BULLETIN.search(words):
            return start, start + len(line)
        start += len(line)
    return None
