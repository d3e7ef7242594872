"""A mail that passes on another: the head of the one inside says whose report it is, and when it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr, parsedate_to_datetime

from crossread import patterns as re
from crossread.read.dateline import parse_date

LONGEST_NOTE = 600  # characters of whoever passes it on; behind a longer text the mail inside is a quotation, not the report
LEAST_TEXT = 40  # characters; less behind the head is no report
_MARK = re.compile(
    r"^[ \t]*(?:-{3,}\s*Forwarded [Mm]essage\s*-{3,}|Begin forwarded message:|-{3,}\s*Original Message\s*-{3,}|_{10,})\s*$",
    re.MULTILINE,
)
_PASSED_ON = re.compile(r"\s*(?:fwd?|fw)\s*:\s*", re.IGNORECASE)
_LINE = re.compile(r"\*?(?P<key>From|Date|Sent|Subject|To|Cc|Reply-To)\s*:\*?\s*(?P<value>.*)", re.IGNORECASE)
_AT = re.compile(r"\s+at\s+(?=\d{1,2}[:.]\d\d)|(?<=,)\s*(?=\d{1,2}:\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """The mail inside: who sent it, when, about what, and its text."""

    source: str | None
    published: date | None
    title: str | None
    text: str


def find_forwarded(text: str, *, subject: str | None) -> Forwarded | None:
    """The mail that this one passes on; None where it passes on none, or holds a report of its own before it.

    A mark "Forwarded message" is enough. An "Original message" is one of those only where the subject says "Fwd:", since
    replies quote what they answer. The last of several marks in a row holds: a mail may be passed on twice.
    """
    told = _PASSED_ON.match(subject or "") is not None
    found = None
    for mark in _MARK.finditer(text):
        if mark.start() > (found.start() if found else 0) + LONGEST_NOTE:
            break
        if told or "forwarded" in mark[0].lower():
            found = mark
    if found is None:
        return None
    lines = text[found.end() :].lstrip().split("\n")
    head, rest = _split(lines)
    body = "\n".join(rest).strip()
    if "from" not in head or len(body) < LEAST_TEXT:
        return None
    sender = _bare(head["from"])
    name, address = parseaddr(sender) if "@" in sender else (sender, "")
    return Forwarded(
        source=name or address or sender or None,
        published=_day(head.get("date") or head.get("sent") or ""),
        title=_PASSED_ON.sub("", _bare(head.get("subject", ""))) or None,
        text=body,
    )


def _split(lines: Sequence[str]) -> tuple[dict[str, str], Sequence[str]]:
    """The lines of the head by their names, in small letters, and those behind it."""
    head: dict[str, str] = {}
    for at, line in enumerate(lines):
        match = _LINE.fullmatch(line.strip())
        if match is None and line.strip():
            return head, lines[at:]
        if match is not None:
            head.setdefault(match["key"].lower(), match["value"].strip())
        elif head:
            return head, lines[at:]
    return head, ()


def _bare(value: str) -> str:
    """A name or subject without the stars and links that programs set around it."""
    return re.sub(r"\s*<mailto:[^>]*>|\[mailto:[^\]]*\]", "", value).strip(" *\"'")


def _day(told: str) -> date | None:
    """The day as mails have it ("Fri, 8 Mar 2024 at 18:22"), else as texts do ("Friday, March 8, 2024 6:22 PM")."""
    try:
        return parsedate_to_datetime(_AT.sub(" ", told)).date()
    except (TypeError, ValueError, OverflowError, IndexError):
        words = re.sub(r"^[^\W\d_]+,\s*|\s+(?:at\s+)?\d{1,2}[:.]\d\d.*$", "", told.strip())
        return parse_date(words)
