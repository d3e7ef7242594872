"""A message of a Telegram export -> a report, and the count of those that hold no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date

from crossread.read.encoding import unify_newlines
from crossread.read.options import load_table
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report
from crossread.read.text import find_title

SERVICE, UNSUPPORTED, WORDLESS = (
    "notices of the chat itself",
    "messages of a kind that Telegram did not export",
    "signs without words",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message with text. `author` is whom it was passed on from, if the export says so, `line` what its row is called by."""

    number: int
    text: str
    chat: str | None
    author: str | None
    day: date | None
    url: str | None
    line: int


@dataclass(slots=True, kw_only=True)
class LeftOut:
    """Counts what is no report: messages without text, by what they hold, and chats with one person."""

    messages: Counter[str] = field(default_factory=Counter)
    read: int = 0

    def add(self, kind: str) -> None:
        """One more message of this kind."""
        self.messages[kind] += 1

    def to_rows(self) -> list[BadRow]:
        """One row that says how many and of what kind; none where every message was read."""
        if not self.messages:
            return []
        kinds = ", ".join(f"{kind} {number:,}" for kind, number in self.messages.most_common())
        total = self.messages.total()
        found = f"{total:,} of {total + self.read:,} messages: {kinds}"
        return [BadRow(line=0, error=refusal("messages_left_out", found=found))]


def kind_of(marks: Container[str]) -> str:
    """What a message with these keys or classes holds; "empty messages" where nothing is known of it."""
    kinds = load_table("telegram.toml")["kinds"]
    return next((kind for kind, names in kinds.items() if any(name in marks for name in names)), "empty messages")


def to_report(message: Message) -> Report:
    """The report that a message is.

    What was passed on is the report of whom it was passed on from, as with mails: it is in those words, not in the channel's.
    `external_id` always has the channel and the number there, so that it also tells who passed it on.
    """
    text = unify_newlines(message.text).strip()
    return Report(
        text=text,
        title=find_title(text),
        source=message.author or message.chat,
        url=message.url,
        external_id=f"{message.chat or 'telegram'}/{message.number}",
        published=message.day,
        line=message.line,
    )
