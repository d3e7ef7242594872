"""What is refused, laid out for a page: what, where, found, next step, each by itself, without words about the command line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from crossread import patterns as re

LABELS = ("where", "expected", "found")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")
_CLAUSES = (re.compile(r"(?<=;)\s+"), re.compile(r"(?<=:)\s+"))
_COMMAND = re.compile(r"`?\bcrossread [a-z]+|(?<!\S)`?--[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A refusal in parts: the sentence that says what, then label and words of each further line."""

    what: str
    parts: tuple[tuple[str, str], ...]


def lay_out(message: str) -> Refusal:
    """The parts of a message as errors write it: a line that says what, then lines with a label, then the next step."""
    first, *lines = message.strip().splitlines() or [""]
    parts: list[tuple[str, str]] = []
    for line in (line.strip() for line in lines):
        label, sign, words = line.partition(": ")
        known = sign and label in LABELS
        told = words if known else said_here(line)
        if told:
            parts.append((label if known else "next step", told))
    return Refusal(what=said_here(first) or first, parts=tuple(parts))


def said_here(words: str | None) -> str:
    """What of an advice holds in a browser: sentences that name a command or its option are left out.

    Of such a sentence stays what stands before that, up to a colon or semicolon; what follows it is no sentence without it.
    """
    return " ".join(told for part in _SENTENCE.split(words or "") if (told := _without_command(part.strip())))


def _without_command(sentence: str) -> str:
    if not _COMMAND.search(sentence):
        return sentence
    for mark in _CLAUSES:
        kept = list(takewhile(lambda clause: not _COMMAND.search(clause), mark.split(sentence)))
        if kept:
            return f"{' '.join(kept).rstrip(';:, ')}."
    return ""
