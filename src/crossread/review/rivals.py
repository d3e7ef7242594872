"""Words for a count that a person chose, of which two numbers could be meant: the later one is taken, or they are refused."""

from __future__ import annotations

from crossread import patterns as re
from crossread.errors import RecordError
from crossread.normalize.counts import parse_count
from crossread.records import Count

# "down from 33 to 31", "revised the toll from 33 to 31": what stands behind "to" holds. "From 10 to 15" alone is a range.
_REVISED = re.compile(
    r"\b(?:down|up|revised|raised|lowered|reduced|corrected|rose|risen|rises|fell|fallen|dropped|increased|climbed|changed)\b"
    r".*?\bfrom\b.+?\bto\s+(?P<now>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d{3})*(?![\w]|[.,]\d)")
_EITHER = re.compile(r"(?<![\w.,])(?P<one>\d[\d,]*)\s*(?:,?\s*or|/)\s*(?P<other>\d[\d,]*)(?![\w/])")


def read_count(raw: str, read: Count | None, *, language: str) -> Count | None:
    """The count of the words, as it was read from them or as their last part tells it.

    Refused with `RecordError` are words with two numbers either of which can be meant ("33 or 31"), and those of whose numbers
    none is the count that was read: the person would get another figure than they saw.
    """
    revised = _REVISED.search(raw)
    if revised:
        return parse_count(revised["now"], language=language)
    count = read or parse_count(raw, language=language)
    told = [int(re.sub(r"[.,]", "", number)) for number in _NUMBER.findall(raw)]
    bounds = {number for number in (count.low, count.high) if number is not None} if count else set()
    rival = len(bounds) == 1 and any(_differ(match) for match in _EITHER.finditer(raw))
    if len(set(told)) > 1 and (rival or (bounds and not bounds & {*told, sum(told)})):
        raise RecordError(
            "These words hold several numbers, and it is not clear which is meant.",
            where=f"“{raw[:80]}”",
            expected="words with one number, or a range such as “10 to 12”",
            found=", ".join(f"{number:,}" for number in dict.fromkeys(told)),
            next_step="Choose fewer words: those of the number that is meant.",
        )
    return count


def _differ(match: re.Match[str]) -> bool:
    return match["one"] != match["other"]
