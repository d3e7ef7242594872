"""Names in and around a claim, and how rare they are in the collection."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from crossread import patterns as re
from crossread.folding import fold_letters
from crossread.link.tolerances import tolerances
from crossread.records import Claim, Document, Span

_NAME = re.compile(r"\b[^\W\d_][\w'’]{2,}", re.UNICODE)
_WORD = re.compile(r"[^\W_]+")
# Titles, months and initials, behind whose full stop a sentence goes on: "Mr. Hero", "Nov. 9", "the U.S. army", "J. Smith".
_SHORTENED = (
    *(
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "St",
        "Sgt",
        "Lt",
        "Capt",
        "Gen",
        "Col",
        "Cpl",
        "Maj",
        "Brig",
        "Det",
        "Sen",
        "Gov",
        "Rep",
        "Rev",
        "Prof",
    ),
    *("Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "No", "[A-Z]"),
)
# What ends a sentence is looked for first, and only then what stands before it: at one letter in a hundred.
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|" + "".join(rf"(?<!\b{word}[.!?])" for word in _SHORTENED) + r"(?<!\n)\s+)")
_NEAR = 240
# A text in capitals with more words than this is shouted, not a row of acronyms.
_ACRONYM_WORDS = 3


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """`fold_text` for names and other short texts, remembered."""
    return fold_text(text)


# "OUAGADOUGOU, June 5, 2021 (AFP) - ": where a report was written
_DATELINE = re.compile(r"^\s*[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?:,[^()\n]{1,50})?\s*\([^()\n]{2,30}\)[^\n]{0,20}?\s[-–—]+\s")


def fold_text(text: str) -> str:
    """Lower case without accents, hyphens and apostrophes: `Inékar-Ouest` and `Inekar Ouest` become one."""
    return " ".join(re.sub(r"[-_'’‘`´]", " ", fold_letters(text)).split())


@lru_cache(maxsize=100_000)
def fold_words(text: str) -> frozenset[str]:
    """The folded words of three letters or more."""
    return frozenset(word for word in re.findall(r"\w+", fold(text)) if len(word) > 2)


@lru_cache(maxsize=100_000)
def find_names(text: str) -> frozenset[str]:
    """`names_in` for short texts, remembered."""
    return names_in(text)


def names_in(text: str) -> frozenset[str]:
    """The folded capitalised words of a text, without months, weekdays and the like; in a sentence all in capitals, none."""
    if text.isupper() and len(text.split()) > _ACRONYM_WORDS:
        return frozenset()
    not_names = _not_names()
    found = {
        fold(match.group().removesuffix("'s").removesuffix("’s"))
        for match in _NAME.finditer(text)
        if match.group()[0].isupper()
    }
    return frozenset(word for word in found if len(word) > 2 and word not in not_names)


@cache
def _not_names() -> frozenset[str]:
    return frozenset(tolerances("words")["not_names"])


def claim_words(claim: Claim, document: Document | None) -> frozenset[str]:
    """The folded names in the claim's quotes and in the sentence of its trigger, without the city that a dateline names."""
    names: set[str] = set()
    for evidence in claim.iter_evidence():
        names |= find_names(evidence.quote)
    if document is not None:
        names |= find_names(_DATELINE.sub("", sentence_of(document.text, claim.trigger.span)))
    return frozenset(names)


def word_set(*texts: str | None) -> frozenset[str]:
    """The stems of the folded words of the texts, numbers included."""
    return frozenset(stem(word) for text in texts if text for word in _WORD.findall(fold_text(text)))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What two forms of a word share: "kidnap" of "kidnapped" and "kidnapping". Short words and numbers stay as they are.

    The endings are English; a word of another language may lose some, always the same ones, and is compared as before.
    """
    table = tolerances("text")
    least = int(table["least_stem"])
    if not word.isalpha() or word.endswith(tuple(table["no_endings"])):
        return word
    ending = next((end for end in table["endings"] if word.endswith(end) and len(word) - len(end) >= least), "")
    left = word[: len(word) - len(ending)]
    doubled = ending[:1] in ("e", "i") and len(left) > least and left[-1] == left[-2] and left[-1] not in "lsz"
    return left[:-1] if doubled else left


@cache
def word_shares() -> Mapping[str, float]:
    """The share of reports on conflict that hold a word, 0 to 1; rare words are left out of the list."""
    lines = files("crossread.link").joinpath("word_shares.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: float(share) / 1000 for word, share in rows}


@cache
def stem_shares() -> Mapping[str, float]:
    """The same by stem: the share of the most common form."""
    found: dict[str, float] = {}
    for word, share in word_shares().items():
        found[stem(word)] = max(share, found.get(stem(word), 0.0))
    return found


@lru_cache(maxsize=256)
def sentence_of(text: str, span: Span) -> str:
    """The sentence a span lies in, cut off where it is very long; remembered, as much is asked of the same sentence."""
    before = text[max(0, span.start - _NEAR) : span.start]
    after = text[span.end : span.end + _NEAR]
    starts = [match.end() for match in _SENTENCE_END.finditer(before)]
    end = _SENTENCE_END.search(after)
    return before[starts[-1] if starts else 0 :] + text[span.start : span.end] + after[: end.start() if end else len(after)]
