"""Speakers cut in two: "Duk" and "John Chatim" are one, "Duk County commissioner John Chatim"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.records import Claim, Document, Speaker

LONGEST_TITLE = 50  # characters between the halves of a speaker
_TITLE = re.compile(r"\s+(?:[\w'’-]+\s+){1,5}")
_NO_TITLE = re.compile(
    r"\b(?:and|or|nor|told|tells|said|says|by|to|with|from|near|that|as|has|have|had|was|were|is|are|who|which|met|called?|quot\w+)\b",
    re.IGNORECASE,
)
# Titles of speakers beside those by which actors are typed
_TITLES = frozenset(
    "adviser advisor archbishop bishop chief commander commissioner coordinator deputy director head imam spokesman "
    "spokeswoman spokesperson secretary superintendent".split()
)
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]*")


def join_speakers(document: Document, claim: Claim) -> Claim:
    """The claim with a speaker's place or office, his title and his name as one speaker.

    In 355 hand-coded reports four speakers were found in two such halves; coders take the whole. What people and data sets say
    (no score) stays.
    """
    rows = list(claim.speakers)
    for row in claim.speakers:
        half = next((other for other in rows if other is not row and _goes_on(document.text, row, other)), None)
        if half is not None and row in rows:
            rows[rows.index(row)] = _joined(document, row, half)
            rows.remove(half)
    return claim if len(rows) == len(claim.speakers) else replace(claim, speakers=tuple(rows))


def _goes_on(text: str, row: Speaker, other: Speaker) -> bool:
    """True if nothing but a title stands between the end of one speaker and the name of the other."""
    if None in (row.score, other.score) or row.role != other.role or not row.evidence or not other.evidence:
        return False
    end, start = row.evidence[0].span.end, other.evidence[0].span.start
    title = _TITLE.fullmatch(text, end, start) if 0 < start - end <= LONGEST_TITLE else None
    return title is not None and _NAME.match(other.raw) is not None and _is_title(title.group())


def _is_title(words: str) -> bool:
    """True for words that end in a title or an office: "County commissioner", "ADVISER"."""
    last = fold_name(words.split()[-1])
    return _NO_TITLE.search(words) is None and (last in _TITLES or last in MentionWords.load().titles)


def _joined(document: Document, row: Speaker, half: Speaker) -> Speaker:
    whole = document.quote(row.evidence[0].span.start, half.evidence[0].span.end)
    return replace(row, raw=whole.quote, evidence=(whole, *row.evidence[1:], *half.evidence[1:]))
