"""Words that a person typed -> where they stand in the report, as whole words only."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.errors import RecordError
from crossread.languages import load_language
from crossread.normalize.counts import parse_count
from crossread.records import Document, Evidence

Span = tuple[int, int]
_SHOWN = 4  # places of a number that are named
_AROUND = re.compile(r"(?P<before>(?:\S+\s+){0,2}\S*)$"), re.compile(r"^(?P<after>\S*(?:\s+\S+){0,2})")
_REACH = 60  # characters to either side that are looked at for the words around
_NUMBER = r"\d[\d.,]*\d|\d|[^\W\d_]+(?:-[^\W\d_]+)?"  # a number in figures, or a word that may be one: "twenty-three"


def find_words(document: Document, words: str, *, near: int) -> Evidence:
    """Where typed words stand in a report, letter case and line breaks aside; of several places the nearest to `near`.

    Whole words and numbers only: "four" is no part of a "fourth", nor "3" of "23", "3,400" or "3:30".
    """
    spans = _find_whole(document.text, words)
    if not spans:
        raise _not_held(document, words)
    return document.quote(*min(spans, key=lambda span: abs(span[0] - near)))


def find_count(document: Document, words: str, *, near: int) -> Evidence:
    """Where the typed words of a number of people stand. A bare number that the report has several times is refused.

    "23" may count the dead here and the hurt there, and the nearer of them is a guess; with the word behind it, it is none.
    The day of a date ("May 14") is no number of people.
    """
    language = document.language or "en"
    if not _is_bare(words, language):
        return find_words(document, words, near=near)
    spans = [span for span in _find_whole(document.text, words) if not _is_day(document.text, span, language)]
    if not spans:
        raise _not_held(document, words)
    if len(spans) > 1:
        raise RecordError(
            "The report has this number several times.",
            where=document.title or document.id,
            expected="the number with a word beside it that tells which",
            found="; ".join(f"“{_with_neighbours(document.text, span)}”" for span in spans[:_SHOWN]),
            next_step="Give the words around it as well, or select it in the report on the desk.",
        )
    return document.quote(*spans[0])


def _find_whole(text: str, words: str) -> list[Span]:
    """Every place of the words that begins and ends with a word or number of the text."""
    parts = words.split()
    if not parts:
        return []
    first, last = parts[0][0], parts[-1][-1]
    ahead = (r"(?<!\w)" if _bounded(first) else "") + (r"(?<!\d[.,:/])" if first.isdigit() else "")
    behind = (r"(?!\w)" if _bounded(last) else "") + (r"(?![.,:/]\d)" if last.isdigit() else "")
    pattern = ahead + r"\s+".join(re.escape(part) for part in parts) + behind
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def _bounded(edge: str) -> bool:
    """True for a character that ends a word where another begins: scripts without capitals join or glue theirs."""
    return edge.isdigit() or edge.lower() != edge.upper()


def _is_bare(words: str, language: str) -> bool:
    """True for a number alone: "3", "twenty-three", "1,200"."""
    word = words.strip()
    if not re.fullmatch(_NUMBER, word) or parse_count(word, language=language).low is None:
        return False
    return word[0].isdigit() or all(part in load_language(language).numbers for part in word.lower().split("-"))


def _is_day(text: str, span: Span, language: str) -> bool:
    """True for the number of a date: a month stands right before or behind it."""
    before, after = (
        re.search(r"([^\W\d_]+)\.?\s+$", text[: span[0]][-20:]),
        re.match(r"\s+(?:of\s+)?([^\W\d_]+)", text[span[1] :]),
    )
    months = load_language(language).months
    return any(found is not None and found[1][0].isupper() and found[1].lower() in months for found in (before, after))


def _with_neighbours(text: str, span: Span) -> str:
    before = _AROUND[0].search(text[max(0, span[0] - _REACH) : span[0]])
    after = _AROUND[1].search(text[span[1] : span[1] + _REACH])
    words = (before["before"] if before else "") + text[slice(*span)] + (after["after"] if after else "")
    return " ".join(words.split())


def _not_held(document: Document, words: str) -> RecordError:
    written = _written_otherwise(document, words)
    return RecordError(
        "The report does not hold these words.",
        where=document.title or document.id,
        expected="words as they stand in the report" + (f", which writes {_list(written)}" if written else ""),
        found=words[:80],
        next_step="Copy them from the report, or select them there. If it does not tell it and you know it, set it without "
        "its words: on the desk under “You know it otherwise”, at the command line with --own --reason WHY.",
    )


def _written_otherwise(document: Document, words: str) -> list[str]:
    """How the report writes the same number: "three" where "3" was typed."""
    language = document.language or "en"
    if not _is_bare(words, language):
        return []
    meant = parse_count(words.strip(), language=language)
    told = dict.fromkeys(match.group() for match in re.finditer(rf"(?<!\w)(?:{_NUMBER})(?!\w)", document.text))
    bare = [word for word in told if word != words.strip() and _is_bare(word, language)]
    return [word for word in bare if (one := parse_count(word, language=language)).low == meant.low and one.high == meant.high]


def _list(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words[:_SHOWN])
