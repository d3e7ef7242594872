"""One speaker found in two pieces: his office and, right behind it, his name ("An Afghan general, Sher Mohammad Zazai")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossread import patterns as re
from crossread.records import Document, Speaker

_GAP = re.compile(r",?\s")
# A name and nothing else; an office ends in a word without a capital ("spokesman") or is one ("Turkish President").
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*|[Aa]l-\w+|bin|ibn|de|von|van)(?:\s(?:[A-Z][\w'’.-]*|[Aa]l-\w+|bin|ibn|de|von|van))*")
_OFFICE = re.compile(
    r"(?:^|.*\s)(?:[a-z][a-z-]+|President|Minister|Premier|Governor|Mayor|Senator|Secretary|General|Ambassador|Chief|Spokes(?:man|woman|person)"
    r"|Director|Commissioner|Colonel|Captain|Major|King|Prince|Sheikh|Bishop|Archbishop|Pope)"
)


def join_titles(document: Document, speakers: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """The speakers in the order of the text; an office and the name right behind it are one, in the role that is surer."""
    joined: list[Speaker] = []
    for speaker in speakers:
        if joined and _names(document.text, joined[-1], speaker):
            joined[-1] = _join(document, joined[-1], speaker)
        else:
            joined.append(speaker)
    return tuple(joined)


def _names(text: str, office: Speaker, name: Speaker) -> bool:
    before, after = office.evidence[0].span, name.evidence[0].span
    gap = text[before.end : after.start]
    if before.end > after.start or not _GAP.fullmatch(gap) or not _NAME.fullmatch(name.raw):
        return False
    return gap == " " or _OFFICE.fullmatch(office.raw) is not None


def _join(document: Document, office: Speaker, name: Speaker) -> Speaker:
    whole = document.quote(office.evidence[0].span.start, name.evidence[0].span.end)
    surer = office if (office.score or 0.0) >= (name.score or 0.0) else name
    return replace(surer, raw=whole.quote, evidence=(whole, *office.evidence[1:], *name.evidence[1:]))
