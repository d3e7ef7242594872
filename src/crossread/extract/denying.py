"""Whether anybody is heard denying: a report's own words, without which no claim is read as denied.

Of 18 claims read as denied whose sentences hold no such word, coders have 5 so, and 7 as the next likeliest (355 reports left
out of training).
"""

from __future__ import annotations

from collections.abc import Iterable

from crossread import patterns as re

REACH = 300  # characters of a sentence to either side
_END = re.compile(r"(?<!\b[A-Z])[.!?][\"”’')]*\s|\n")
_EVENT = r"(?:took place|occurred|happened|were)"
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ials?|ying)|reject\w*|refut\w*|dismiss\w*|disput\w*|contradict\w*|fals\w+|fake|fabricat\w*|untrue"
    r"|baseless|unfounded|rul(?:e|ed|es|ing) out|disavow\w*|disclaim\w*|rebut\w*|hoax|propaganda|disown\w*|distanc\w*"
    rf"|had nothing|did not|had not|no (?:role|part|hand|involvement|responsibility|connection|link|truth|such|\w+ {_EVENT}))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


# What is denied beside the act: "denied that the Church had paid any ransom"
_OF_MONEY = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*)\b[^.;]{0,60}?"
    r"\b(?:ransoms?|payments?|paid|paying|negotiat\w+|talks|bail|a deal|deals)\b",
    re.IGNORECASE,
)


# "denied targeting civilians" denies whom it was aimed at, not that it was done
_OF_AIM = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*)\b[^.;]{0,30}?\b(?:target(?:ing|ed|s)|aim(?:ing|ed) at|deliberately|intentionally)\b"
    r"[^.;]{0,40}"
    r"\b(?:civilians?|people|hospitals?|schools?|markets?|homes|journalists?|worshippers)\b"
    # nor does who "later denied having said so" deny what he had said
    r"|\b(?:den(?:y|ies|ied|ying))\s+(?:ever\s+)?(?:having\s+(?:said|made|spoken|written|told)|saying|making\s+(?:the|that|such))\b",
    re.IGNORECASE,
)


def hears_denial(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """True if the sentence around one of the spans tells that somebody denies or rejects something.

    Who denies that a ransom was paid, or that civilians were what it was aimed at, does not deny that it was done.
    """
    sentences = (_OF_AIM.sub("", _OF_MONEY.sub("", _sentence(text, start, end))) for start, end in spans)
    return any(_DENIAL.search(sentence) for sentence in sentences)


def _sentence(text: str, start: int, end: int) -> str:
    before = text[max(0, start - REACH) : start]
    ends = [match.end() for match in _END.finditer(before)]
    stop = _END.search(text, end, end + REACH)
    return (before[ends[-1] :] if ends else before) + text[start : stop.start() if stop else end + REACH]
