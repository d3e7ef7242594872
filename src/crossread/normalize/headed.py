"""Doers, targets and means that stand in a topic heading belong to no act told below it: "Explosive weapons" blew up nobody.

Of 500 hand-coded claims below 210 headings in 88 reports no row but those of the claims told in a heading stands in one.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import has_words
from crossread.normalize.topics import in_topic, stands_apart
from crossread.records import Actor, Claim, Document, Evidence, Means, Span

LONGEST = 10  # words of a heading
_ENDED = re.compile(r"[.!?:;,\"”)]$|\d")
_OPENS = re.compile(r"[\s#*=_]*(?:(?:\d+|[A-Z]|[IVX]+)[.)]\s+)?[\"“]?(?=[A-Z])")
# "Update on displacement in Ituri", "Flash update on attacks": what the paper is, then what it is about
_PAPER = re.compile(
    r"(?:(?-i:[A-Z])[\w’'-]*\s+){0,3}?(?:(?:flash|weekly|monthly|daily|situation|mid-?year|annual)\s+)?"
    r"(?:updates?|reports?|bulletins?|briefings?|briefing\s+notes?|overviews?|summar(?:y|ies)|snapshots?|factsheets?)\s+(?:on|about)\b",
    re.IGNORECASE,
)
# What leads to the words that end a topic: "Attacks on (schools)"; "Killed by (rebels)" is a headline without its verb
_LEADS = re.compile(r"(?:.*\b(?:on|of|and|or|against|from|with|to|for|involving|using)\s+(?:the\s+)?)?", re.IGNORECASE)
_GOES_ON = re.compile(
    r"$|,?\s+(?:of|and|or|with)\b"
    r"|[\s-]+(?:attacks|strikes|incidents|casualties|use|violence|abuses|violations|contamination|warfare|threats?)$"
)
_PLACED = re.compile(r"\b(?:in|near|at|outside|around)\s+(?:the\s+)?[A-Z]")
_DONE = re.compile(
    r"\b(?!(?:armed|displaced|occupied|controlled|held|besieged|unidentified|united|improvised|related|unmanned|guided|detained"
    r"|disabled|unexploded|red)\b)(?:\w{2,}ed|shot|slain|hit|struck|taken|found|dead|dies?|attack|clash|fight|kills?|raid|strike"
    r"|storm|seize|burn|fire)\b",
    re.IGNORECASE,
)
_ROLES = ("perpetrator", "accused", "claimant", "side_a", "side_b", "target")


def without_headed(document: Document, claim: Claim) -> Claim:
    """The claim without doers, targets and means of headings in which it is not told.

    A headline ("Rebels attack Bunagana") has a verb and keeps what it says, and so do the doers of "Abuses by armed groups".
    What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    actors = tuple(row for row in claim.actors if row.role not in _ROLES or not _is_headed(document.text, claim, row))
    means = tuple(row for row in claim.means if not _is_headed(document.text, claim, row))
    return claim if (actors, means) == (claim.actors, claim.means) else replace(claim, actors=actors, means=means)


def _is_headed(text: str, claim: Claim, row: Actor | Means) -> bool:
    if row.score is None or not row.evidence:
        return False
    return all(_stands_in_heading(text, claim, quote) for quote in row.evidence)


def _stands_in_heading(text: str, claim: Claim, quote: Evidence) -> bool:
    """True for words of a heading: those that say what the paper is about, or those of a topic in the middle of the text."""
    start, end = text.rfind("\n", 0, quote.span.start) + 1, text.find("\n", quote.span.end)
    if end < 0 or not has_words(text, end):
        return False
    line = text[start:end].rstrip(" *#=_")
    opens = _OPENS.match(line)
    if opens is None or len(line.split()) > LONGEST or _ENDED.search(line, opens.end()):
        return False
    before, after = line[opens.end() : quote.span.start - start], line[quote.span.end - start :]
    if _DONE.search(line):
        return False
    if _PAPER.match(before):
        return True
    if _is_told_in(text, claim, quote, Span(start=start, end=end)) or not stands_apart(text, start, end):
        return False
    if not has_words(text, 0, start) or _PLACED.search(line):
        return False
    return _LEADS.fullmatch(before.lstrip(' *#=_"“')) is not None and _GOES_ON.match(after) is not None


def _is_told_in(text: str, claim: Claim, quote: Evidence, line: Span) -> bool:
    """True for a heading that tells the act; a telling that is a topic, or a word of the quote itself, is none."""
    span = quote.span
    again = (t for t in claim.retellings if not (span.start <= t.span.start < span.end or in_topic(text, t)))
    return any(line.start <= told.span.start < line.end for told in (claim.trigger, *again))
