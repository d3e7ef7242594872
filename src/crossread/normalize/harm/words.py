"""What the words of a harm row tell of the people in it: their number, their noun, whether it is somebody's name."""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re
from crossread.languages import load_language
from crossread.records import Harm

POINTING = re.compile(r"^(?:all\s+(?:of\s+)?)?(?:the|this|that|these|those|both|all)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|one)\s", re.IGNORECASE)
# The rules of retellings are written for English sentences, so these are its words whatever the language of the report.
_WORDS = {role: frozenset(words) for role, words in load_language("en").people_words.items()}
YOUNG = _WORDS["young"]
NOBODY_ELSE = _WORDS["nobody_else"]
BARE = _WORDS["numbers"] | {""}
UNNAMED = NOBODY_ELSE | BARE
SEX = {"m": _WORDS["male"], "f": _WORDS["female"]}
ANYBODY = _WORDS["anybody"]
SELF = _WORDS["self"]
DOERS = _WORDS["doers"]
# Said of people who were counted before: "three of the other four", "two of the victims", but not "members of the army".
OUT_OF_THEM = re.compile(
    r"\bof (?:them|whom|those|(?:the|those) (?:other |remaining )?"
    rf"(?:\d+|{'|'.join(sorted(_WORDS['numbers']))}|{'|'.join(sorted(NOBODY_ELSE))}|wounded|injured|deceased))\b",
    re.IGNORECASE,
)
# A nickname in quotes, and an age in brackets, also cut: 'Issa "Easy" Ba (40'.
_NO_NAME = re.compile(r"\s[\"“‘'][^\"”’']+[\"”’']|\s\(\d{1,3}\)?")
_NAME = re.compile(r"^[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|al|bin|de|van|von|ag|ould))*$")
_LETTERS = re.compile(r"[^\W\d_]+")
_HEAD_ENDS = re.compile(r",|\b(?:of|from|in|who|including|at)\b")


def number_of(row: Harm) -> int | None:
    """The number of people, the lower one of two; None where it is vague or not told."""
    count = row.count
    if count is None or count.qualifier in ("vague", "unstated"):
        return None
    return count.low if count.low is not None else count.high


def head_of(row: Harm) -> str:
    """The noun that counts ("guards" of "two guards in Gao"), in small letters; "" where there is none."""
    return _head_of(row.group or row.raw)


@lru_cache(maxsize=1 << 11)
def _head_of(told: str) -> str:
    words = _LETTERS.findall(_HEAD_ENDS.split(told, maxsplit=1)[0].lower())
    return words[-1] if words else ""


def is_name(row: Harm) -> bool:
    """True for the name of a person, with or without a nickname and an age: 'Issa "Easy" Ba, 40'."""
    return (
        _NAME.match(_NO_NAME.sub("", row.raw).split(",")[0]) is not None
        and _ARTICLE.match(row.raw) is None
        and POINTING.match(row.raw) is None
        and head_of(row) not in ANYBODY
    )
