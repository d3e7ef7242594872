"""What stands right beside a date expression: a caption's aftermath, words of lasting, the word behind it."""

from __future__ import annotations

from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.dates.cues import begins, ends, stands
from crossread.normalize.dates.figures import COMMA, STOP
from crossread.normalize.dates.tags import TAGS
from crossread.normalize.dates.words import read_words
from crossread.records import Span


def dates_aftermath(text: str, span: Span, trigger: int, language: str) -> bool:
    """True where the date ends a caption that tells the act as past: "a church, which had been burnt, in Jos, 7 June 2016"."""
    before, after = sentence_around(text, span.start, span.end)
    opens = span.start - len(before)
    if after.strip(" .") or not before.rstrip().endswith(",") or not opens <= trigger < span.start:
        return False
    return stands(language, "aftermath", text[max(opens, trigger - 60) : trigger].lower())


def spans_to_report(text: str, start: int, end: int, language: str) -> bool:
    """True where a bare length of time runs up to the report: "in two days", "a week of attacks"; not "for six years"."""
    before, after = sentence_around(text, start, end)
    head = text[start:end].lower()
    if ends(language, "lasting", before.lower()) or begins(language, "lasting", head):
        return False
    return (
        ends(language, "spanning", before.lower())
        or begins(language, "spanning", head)
        or begins(language, "filled_by", after.lower())
    )


def next_role(text: str, end: int, language: str) -> str | None:
    """The date role of the word right after a place ("after", "since"), `end` where the clause ends there, else None."""
    words = read_words(text, language, start=end, end=min(len(text), end + 12))
    if not words or words[0].tag in (COMMA, STOP):
        return "end"
    return str(words[0].value) if words[0].tag in TAGS.values() else None
