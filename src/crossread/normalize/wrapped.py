"""Texts in short lines: a line that goes on in the next one is one line to the rules, and evidence stays as it is written."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from crossread import patterns as re
from crossread.records import Claim, Document, Evidence

SHORTEST, LONGEST = 45, 130  # characters of a line that was broken because it was full
FEWEST = 3  # lines broken before a small letter that make a text one of short lines
_BREAK = re.compile(r"(?<=\n)(?P<line>[^\n]+)(?P<break>\n)(?=(?P<next>[ \t]*[^\s][^\n]*))")
_ONE_BREAK = re.compile(r"(?<!\n)\n(?!\s*\n)[ \t]*")
_CLOSED = re.compile(r"[.!?:;…][\"”’'»)\]]*\s*$")
_OPENS = re.compile(r"\s*(?:[-–—•*·▪●■◦‣>#|]|\(?\d{1,2}[.)]\s|[A-Z][A-Z'’ .-]{2,30}\s+[-–—]+\s)")


def unwrapped(document: Document) -> Document:
    """The document with a space for each line break inside a sentence, all offsets unchanged; itself where it has long lines.

    A break is inside a sentence behind a full line without a stop, before one that is no item of a list.
    """
    text = "\n" + document.text
    breaks = [match for match in _BREAK.finditer(text) if _goes_on(match)]
    if sum(match["next"].lstrip()[0].islower() for match in breaks) < FEWEST:
        return document
    letters = list(document.text)
    for match in breaks:
        letters[match.start("break") - 1] = " "
    return replace(document, text="".join(letters))


def _goes_on(match: re.Match[str]) -> bool:
    line, following = match["line"], match["next"]
    if not SHORTEST <= len(line.rstrip()) <= LONGEST or len(following) > LONGEST:
        return False
    return _CLOSED.search(line) is None and _OPENS.match(following) is None


def requoted(document: Document, claim: Claim) -> Claim:
    """The claim with every quote as the document has it, and the words of its slots on one line."""
    found: Claim = _requoted(document, claim)
    return found


def _requoted(document: Document, value: Any) -> Any:
    if isinstance(value, Evidence):
        return document.quote(value.span.start, value.span.end)
    if isinstance(value, str):
        return _ONE_BREAK.sub(" ", value) if "\n" in value else value
    if isinstance(value, tuple):
        return tuple(_requoted(document, row) for row in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    old = {field.name: getattr(value, field.name) for field in fields(value)}
    new = {name: _requoted(document, part) for name, part in old.items()}
    changed = {name: part for name, part in new.items() if part is not old[name] and part != old[name]}
    return replace(value, **changed) if changed else value
