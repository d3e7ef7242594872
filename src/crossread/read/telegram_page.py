"""Telegram's export as pages (`messages.html`, `messages2.html` …): every message with text is a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from crossread import patterns as re
from crossread.read.encoding import decode, show_nuls
from crossread.read.html import parse_markup
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.read.telegram_message import SERVICE, WORDLESS, LeftOut, Message, kind_of, to_report
from crossread.records import RawFile
from crossread.registry import register

_PAGE = re.compile(r"<title>\s*Exported Data\s*</title>")
_WRAP = re.compile(r'class="page_wrap')
_NUMBER = re.compile(r"message(-?\d+)")
_DAY = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) \d{2}:\d{2}")  # Telegram writes days so in every language

_BOT = re.compile(r" via @\w+$")
NOBODY = "Deleted Account"  # what pages have for whoever is not known any more; the JSON has null


@register("readers", "telegram_page@1")
class TelegramPageReader:
    """Chats as Telegram Desktop exports them, as pages."""

    media_type = "text/html"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By the title and frame that all pages of an export have."""
        text = sample.text or ""
        return 5 if _PAGE.search(text[:2_000]) and _WRAP.search(text[:6_000]) else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each message with text; messages without are counted at the end, by what they hold.

        The other pages of an export (its start, lists of chats and contacts) hold no messages and are refused as such.
        """
        tree = parse_markup(show_nuls(decode(file.content)), options)
        found = _by_class(tree, "message")
        if not found:
            raise refusal("no_messages", found=_text_of(_first(tree, "page_header")) or None)
        reading = _Page(chat=_text_of(_first(tree, "page_header")) or None)
        for element in found:
            item = reading.read(element)
            if item is not None:
                yield item
        yield from reading.left_out.to_rows()


@dataclass(slots=True, kw_only=True)
class _Page:
    """One page. A message that joins the one before it (`joined`) names nobody again: whom it is passed on from goes on."""

    chat: str | None
    author: str | None = None
    author_day: date | None = None
    left_out: LeftOut = field(default_factory=LeftOut)

    def read(self, element: Any) -> Report | BadRow | None:
        """The report that a message is, why it is none, or None for what is counted or only parts the days."""
        number = _NUMBER.fullmatch(element.get("id") or "")
        if "service" in _classes(element):
            if number and not number[1].startswith("-"):
                self.left_out.add(SERVICE)
            return None
        if number is None:
            error = refusal("bad_row", expected="a message with an id", found=f"id={element.get('id')!r}")
            return BadRow(line=0, error=error)
        line = int(number[1])
        self._hear_author(element)
        text = _text_of(_first(element, "text"))
        if not any(map(str.isalnum, text)):
            marks = {name for inner in element.iter() for name in _classes(inner)}
            self.left_out.add(WORDLESS if text else kind_of(marks))
            return None
        day = self.author_day or _day_of(_first(element, "date"))
        if day is None:
            told = _first(element, "date")
            return BadRow(line=line, error=refusal("bad_date", found=repr(None if told is None else told.get("title"))[:60]))
        self.left_out.read += 1
        return to_report(
            Message(number=line, text=text, chat=self.chat, author=self.author, day=day, url=None, line=line),
        )

    def _hear_author(self, element: Any) -> None:
        """Whom the message is passed on from, and when it was first sent: pages tell that day, the JSON does not."""
        passed_on = _first(element, "forwarded", beside="body")
        if passed_on is None:
            self.author, self.author_day = None, None
            return
        name = _first(passed_on, "from_name")
        if name is not None:
            told = " ".join("".join(name.xpath("./text()")).split())
            self.author = None if told == NOBODY else _BOT.sub("", told) or None
            self.author_day = _day_of(_first(name, "date"))


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _by_class(tree: Any, name: str, *, beside: str | None = None) -> list[Any]:
    """The elements below with this class, and with the one `beside` it, where one is named."""
    found = tree.xpath(".//*[contains(@class, $name)]", name=name)
    return [one for one in found if {name, beside or name} <= set(_classes(one))]


def _first(tree: Any, name: str, *, beside: str | None = None) -> Any | None:
    return next(iter(_by_class(tree, name, beside=beside)), None)


def _text_of(element: Any | None) -> str:
    """The text of an element with its line breaks, without the blanks that only lay out the page."""
    if element is None:
        return ""
    for line_break in element.xpath(".//br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return "".join(element.itertext()).strip()


def _day_of(element: Any | None) -> date | None:
    found = _DAY.match(element.get("title") or "") if element is not None else None
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
