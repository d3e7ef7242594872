"""Radio briefs out of the sentences of GMB-VOA, two to four of them together as one document of 200 words and more.

The set gives sentences one after the other, without saying where a brief ends. A new one is taken to begin where a sentence
shares no name with the brief so far and does not open like one that goes on. Only briefs dense in conflict words are kept; they
are shuffled by a fixed seed, so that document n is the same text every time.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from training.texts import iter_gmb_sentences

CONFLICT = re.compile(
    r"\b(kill|attack|bomb|shell|strike|clash|protest|arrest|abduct|kidnap|hostage|militant|rebel|gunm|soldier|troops|explo|wounded"
    r"|massacre|ceasefire|cease-fire|displaced|shot|fighters|looted|torture|raped|burned|seized|ambush)\w*",
    re.IGNORECASE,
)
NO_NAMES = frozenset(
    "The A An In On At He She It They But And Also Officials Police Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "U.S. Mr. His Her This That More".split()
)
GOES_ON = frozenset(
    "He She It They But Also The Mr. His Her This That These Both Meanwhile There Those No In Earlier Last On".split()
)
SEED, DOCUMENTS, WORDS, LONGEST = 26, 600, 200, 12  # of a brief: sentences; of a document: words at least; the set gives 502


def iter_brief_documents(archive: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each document, in a fixed order; nothing where the archive is not there."""
    if not archive.is_file():
        return
    kept = [text for brief in _cut(iter_gmb_sentences(archive)) if (text := _dense(brief))]
    random.Random(SEED).shuffle(kept)
    parts: list[str] = []
    number = 0
    for text in kept:
        parts.append(text)
        if sum(len(part.split()) for part in parts) >= WORDS:
            yield f"GMB-{number:03d}", "\n\n".join(parts)
            number, parts = number + 1, []
        if number == DOCUMENTS:
            return


def _cut(sentences: Iterator[str]) -> Iterator[list[str]]:
    """Runs of sentences that look like one brief."""
    brief: list[str] = []
    seen: set[str] = set()
    for sentence in sentences:
        found = _names(sentence)
        new = not found & seen and sentence.split()[0] not in GOES_ON
        if brief and (new or len(brief) >= LONGEST):
            yield brief
            brief, seen = [], set()
        brief.append(sentence)
        seen |= found
    yield brief


def _names(sentence: str) -> set[str]:
    return {word for word in re.findall(r"[A-Z][\w.-]{2,}", sentence) if word not in NO_NAMES}


def _dense(brief: list[str]) -> str | None:
    """The brief as running text, None unless it is long enough and full of conflict words."""
    text = _joined(" ".join(brief))
    words, hits = len(text.split()), len(CONFLICT.findall(text))
    dense = len(brief) >= 4 and 75 <= words <= 330 and hits >= 4 and hits / words > 0.02
    return text if dense else None


def _joined(text: str) -> str:
    """Tokens set with spaces, as they were printed."""
    text = re.sub(r" ('s|'re|'ve|'ll|'d|n't|'m)\b", r"\1", text)
    text = re.sub(r" ([,.;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$]) ", r"\1", text)
    text = re.sub(r"s ' ", r"s' ", text)
    text = re.sub(r'" ([^"]*?) "', r'"\1"', text)
    return text.replace(" @-@ ", "-")
