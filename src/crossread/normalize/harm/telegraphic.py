"""Counts in the short forms of situation reports: "2 own KIA, 5 WIA, 7 inj, 3 abd, 4 cas", "14:20. 25 dead, 61 injured".

In hand-coded reports 16 of 17 such KIA and WIA are soldiers' or fighters', and each is a row of its own; 22 of 25 numbers with
"dead" or "injured" alone, behind a stop or the like, are rows. All ten bare numbers right before "captured", "arrested" or
"kidnapped" are rows of that effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.forms import effect_in_form
from crossread.records import Document, Harm

_CODE = r"(?:(?P<killed>E?KIA)|(?P<injured>WIA|[Ii]nj)|(?P<missing>MIA)|(?P<casualties>[Cc]as)|(?P<abducted>abd))\b"
_ENDS = re.compile(rf"(?:^|\s){_CODE}\.?$")
_BEHIND = re.compile(rf"(?:(?<=\bciv)\.|(?<=\bmil)\.|(?<=\bpol)\.)?\s{_CODE}")  # "2 civ. inj."
_TOLD = re.compile(rf"\b(?P<who>\d{{1,3}}(?: (?!and\b|or\b)[A-Za-z]{{1,12}}){{0,2}}?)\s{_CODE}")
# A sentence or a part of a list without a verb: ". 25 dead, 61 injured."
_ALONE = re.compile(
    r"(?=\d)(?:(?<=[.:;(]\s)|(?<=\()|(?<=(?:dead|lled),\s))"
    r"(?P<who>\d{1,3}(?:\s(?:people|persons|civilians|soldiers|militants|children))?"
    r"\s(?:(?P<killed>dead|killed)|(?P<injured>injured|wounded)))(?=[.,;)\n]|$)"
)
_WHOSE = re.compile(r"(?:own|OR|ORs|friendly|offrs?)")
_CIVIL = re.compile(r"(?:civ|child|wom[ae]n|people|villager|IDP)", re.IGNORECASE)
# "12 gunmen killed and 20 captured": the participle right behind a bare number is its effect
_BARE = re.compile(
    r"(?:(?:at\s+least|about|some|another)\s+)*(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several)",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\s+(?:(?P<detained>captured|arrested|detained)|(?P<abducted>abducted|kidnapped))\b"
    r"(?=\s*(?:[,.;:)]|$|(?:in|by|on|at|when|while|during|after|before|near|outside|from|as|and|across|over|since|late|early)\b))"
)
_MILITARY = re.compile(r"\b(?:E?KIA|WIA|MIA)\b")
_UNNAMED = ("civilians", "unknown")


def settle_telegraphic(document: Document, row: Harm) -> Harm:
    """The row with the effect that its short form tells; killed or wounded in action are soldiers unless a word says whose."""
    if not row.evidence:
        return row
    if row.score is not None and (effect := effect_in_form(document.text, row)) is not None:
        return replace(row, effect=effect)
    span = row.evidence[0].span
    taken = _TAKEN.match(document.text, span.end) if row.score is not None and _BARE.fullmatch(row.raw) else None
    if taken is not None:
        return replace(row, effect="detained" if taken["detained"] else "abducted")
    if not re.match(r"\d", row.raw):
        return row
    code = _ENDS.search(row.raw) or _BEHIND.match(document.text, span.end)
    if code is None:
        return row
    words = [word for word in row.raw[: code.start() if code.string is row.raw else None].split()[1:] if word]
    effect = next(name for name, found in code.groupdict().items() if found)
    row = replace(row, effect=effect, group=" ".join(words) or None)
    if not _MILITARY.search(code.group()) or row.group_type not in _UNNAMED or any(map(_CIVIL.match, words)):
        return row
    return replace(row, group_type="state_forces" if all(map(_WHOSE.fullmatch, words)) else "unknown")


def is_short_form(row: Harm) -> bool:
    """True for "3 WIA": a count of its own, told beside others without any grammar."""
    return _ENDS.search(row.raw) is not None


def iter_telegraphic(text: str) -> Iterator[tuple[str, int, int]]:
    """Effect, start and end of each count in short form, the form included."""
    for match in _TOLD.finditer(text):
        effect = next(name for name, found in match.groupdict().items() if found and name != "who")
        yield effect, match.start("who"), match.end()
    for match in _ALONE.finditer(text):
        yield "killed" if match["killed"] else "injured", match.start("who"), match.end("who")
