"""Document -> passages: stretches of at most 512 tokens, each headed by title and publication date.

A report longer than one passage is read in overlapping ones, so that a number near a cut is still seen with its incident.
Every body token belongs to exactly one passage as its own (`owned`), the one that shows most of its surroundings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from crossread import patterns as re
from crossread.errors import EncoderError
from crossread.extract.short_forms import spell_out
from crossread.records import Document

MAX_TOKENS = 512  # the encoder's positions
OVERLAP = 128  # tokens shared by neighbouring passages: about five sentences of news
MAX_HEADER = 48  # tokens for title and date; longer titles are cut, the body matters more

Ints = npt.NDArray[np.int64]

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[^\s.,;:a-z])|\n\s*\n|\n(?=\s*(?:[-•*–]|\d{1,2}[.:]))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Brig|Gov|Sen|Rep|St|No|Inc|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
    r"|vs|approx|Prof|Rev|Hon|Mt|Ft|U\.S|U\.N|U\.K|a\.m|p\.m|i\.e|e\.g))\.$"
)
# Passages (of some 1,600 characters) within which a telling is looked for again, and how many at the head of a report, in its
# summary, are held against all of it. A report of 100 pages is a hundred reports long: all against all would take hours.
NEAR, SUMMARY = 12, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One input of the encoder.

    `ids` are token ids, special tokens and header included; body tokens are `body_from : len(ids) - 1`. `starts`, `ends` are
    character offsets into the document's text, `sentences` the index of the sentence a token stands in (all three 0 outside
    the body). `owned` marks the body tokens that this passage answers for, `pieces` those that go on with a word.
    """

    document_id: str
    ids: Ints
    starts: Ints
    ends: Ints
    sentences: Ints
    owned: npt.NDArray[np.bool_]
    pieces: npt.NDArray[np.bool_]
    body_from: int

    def __len__(self) -> int:
        """Its tokens, header and special ones included: what a batch is padded to."""
        return len(self.ids)


def iter_sentence_starts(text: str) -> Iterator[int]:
    """Offsets at which a new sentence, line or list item begins, the first (0) included."""
    yield 0
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()]):
            yield match.end()


def header_text(document: Document) -> str:
    """What stands before every passage: the title and the publication date in words."""
    day = document.published
    dated = f"{day:%A} {day.day} {day:%B} {day.year}" if day else ""
    return " | ".join(part for part in ((document.title or "").strip()[:400], dated) if part)


def split_document(document: Document, tokenizer: Tokenizer) -> list[Passage]:
    """Cut a document into passages; an empty text gives none."""
    spelt = spell_out(document.text)
    body = tokenizer.encode(spelt.text, add_special_tokens=False)
    if not body.ids:
        return []
    header = tokenizer.encode(header_text(document), add_special_tokens=False).ids[:MAX_HEADER]
    ids = np.array(body.ids, dtype=np.int64)
    pieces = np.array([token.startswith("##") for token in body.tokens], dtype=np.int64)
    offsets = spelt.laid_back(np.array(body.offsets, dtype=np.int64))
    sentences = np.searchsorted(np.array(list(iter_sentence_starts(document.text))), offsets[:, 0], side="right") - 1
    head = [_id(tokenizer, "[CLS]"), *header, _id(tokenizer, "[SEP]")]
    room = MAX_TOKENS - len(head) - 1
    windows = _windows(sentences, room)
    passages = []
    for number, (start, end) in enumerate(windows):
        own_from = start if number == 0 else (start + windows[number - 1][1]) // 2
        own_to = end if number == len(windows) - 1 else (windows[number + 1][0] + end) // 2
        position = _padded(np.arange(start, end), len(head), outside=-1)
        passages.append(
            Passage(
                document_id=document.id,
                ids=np.concatenate([head, ids[start:end], [_id(tokenizer, "[SEP]")]]).astype(np.int64),
                starts=_padded(offsets[start:end, 0], len(head)),
                ends=_padded(offsets[start:end, 1], len(head)),
                sentences=_padded(sentences[start:end], len(head)),
                owned=(own_from <= position) & (position < own_to) & (position >= 0),
                pieces=_padded(pieces[start:end], len(head)).astype(np.bool_),
                body_from=len(head),
            )
        )
    return passages


def _windows(sentences: Ints, room: int) -> list[tuple[int, int]]:
    """Token windows of at most `room`, cut at sentence starts where one is near, each sharing OVERLAP with the last."""
    total, start, windows = len(sentences), 0, []
    while True:
        end = min(start + room, total)
        if end < total:
            end = _sentence_cut(sentences, start + room // 2, end)
        windows.append((start, end))
        if end >= total:
            return windows
        start = _sentence_cut(sentences, start + 1, max(start + 1, end - OVERLAP))


def _sentence_cut(sentences: Ints, low: int, high: int) -> int:
    """The last sentence start in `low..high`, or `high` where there is none."""
    begins = np.flatnonzero(sentences[low : high + 1] != sentences[low - 1 : high])
    return int(low + begins[-1]) if len(begins) else high


def _padded(values: Ints, head: int, outside: int = 0) -> Ints:
    return np.concatenate([np.full(head, outside), values, [outside]]).astype(np.int64)


def _id(tokenizer: Tokenizer, token: str) -> int:
    found = tokenizer.token_to_id(token)
    if found is None:
        raise EncoderError(
            "The tokenizer is not one of an encoder that can be read with.",
            expected=f"a token {token}",
            found=f"{tokenizer.get_vocab_size():,} tokens without it",
            next_step="Take the tokenizer.json that was exported with the encoder.",
        )
    return int(found)


def are_near(one: int, other: int) -> bool:
    """True for two passages, by number, of which one may tell again what the other tells."""
    return abs(one - other) <= NEAR or min(one, other) < SUMMARY


def passages_near(one: int, total: int) -> Sequence[int]:
    """Those of so many passages, by number, that are near one."""
    if one < SUMMARY:
        return range(total)
    low = max(SUMMARY, one - NEAR)
    return (*range(min(SUMMARY, total)), *range(low, min(total, one + NEAR + 1)))
