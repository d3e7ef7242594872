"""Telegram's export as JSON (`result.json`), of one chat or of a whole account: every message with text is a document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from crossread import patterns as re
from crossread.read.dateline import parse_date
from crossread.read.encoding import decode
from crossread.read.options import ReadOptions, load_table
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.read.telegram_message import SERVICE, UNSUPPORTED, WORDLESS, LeftOut, Message, kind_of, to_report
from crossread.records import RawFile
from crossread.registry import register

_CHATS = load_table("telegram.toml")["chats"]
_MESSAGES = re.compile(r'"messages"\s*:\s*\[\s*\{[^{}]{0,400}"type"\s*:\s*"(?:message|service|unsupported)"')
_ACCOUNT = re.compile(rf'\{{\s*"(?:about|{"|".join(_CHATS["account"])})"\s*:')
_PARTS = re.compile(rf'"(?:{"|".join(_CHATS["account"])})"\s*:\s*[\[{{]')


@register("readers", "telegram@1")
class TelegramReader:
    """Chats as Telegram Desktop exports them, in JSON."""

    media_type = "application/json"
    isolated = False
    is_table = True

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By a list of messages, each with its type, or by how an account's export begins, whose chats come far behind."""
        text = sample.text or ""
        if not text.startswith("{"):
            return 0
        return 5 if _MESSAGES.search(text) or (_ACCOUNT.match(text) and _PARTS.search(text)) else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each message with text; messages without are counted at the end, by what they hold.

        Of an account's export the chats with one person are left out: they are no published reports. A file that holds such a
        chat alone was exported on purpose, and is read.
        """
        export = _parse(file.content)
        chats = _list_chats(export)
        if chats is None:
            yield from _Reading(chat=export, number_rows=False).iter_items()
            return
        private = [chat for chat in chats if chat.get("type") in _CHATS["personal"]]
        if private:
            yield BadRow(line=0, error=refusal("private_chats", found=f"{len(private):,} of {len(chats):,} chats"))
        start = 0
        for chat in chats:
            if chat.get("type") not in _CHATS["personal"]:
                reading = _Reading(chat=chat, number_rows=True, start=start)
                yield from reading.iter_items()
                start += len(reading.messages)


def _parse(content: bytes) -> dict[str, Any]:
    try:
        value = json.loads(decode(content).lstrip("\ufeff"))
    except RecursionError as error:
        raise refusal("too_deep", found="JSON nested too deep") from error
    except ValueError as error:
        raise refusal("corrupt", found=f"JSON that breaks off: {error}"[:120], next_step="Export the chat again.") from error
    if not isinstance(value, dict):
        raise refusal("bad_row", expected="the export of a chat", found=type(value).__name__)
    return value


def _list_chats(export: Mapping[str, Any]) -> list[Mapping[str, Any]] | None:
    """The chats of an account's export; None for the export of one chat."""
    if isinstance(export.get("messages"), list):
        return None
    held = [
        export[name]["list"]
        for name in ("chats", "left_chats")
        if isinstance(export.get(name), dict) and "list" in export[name]
    ]
    chats: list[Mapping[str, Any]] = [
        chat for rows in held if isinstance(rows, list) for chat in rows if isinstance(chat, dict)
    ]
    if not chats:
        raise refusal("no_messages", found=", ".join(map(str, list(export)[:8])))
    return chats


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The messages of one chat. With `number_rows` they are called by their place in the file, as ids are each chat's own."""

    chat: Mapping[str, Any]
    number_rows: bool
    start: int = 0
    messages: list[Any] = field(init=False)
    left_out: LeftOut = field(default_factory=LeftOut)

    def __post_init__(self) -> None:
        found = self.chat.get("messages")
        self.messages = found if isinstance(found, list) else []

    def iter_items(self) -> Iterator[Report | BadRow]:
        """The reports and bad rows in order, then the count of what holds no text."""
        for place, row in enumerate(self.messages, self.start + 1):
            number = row.get("id") if isinstance(row, dict) else None
            line = place if self.number_rows or not isinstance(number, int) else number
            item = self._read(row, line)
            if item is not None:
                self.left_out.read += isinstance(item, Report)
                yield item
        yield from self.left_out.to_rows()

    def _read(self, row: Any, line: int) -> Report | BadRow | None:
        if not isinstance(row, dict) or not isinstance(row.get("id"), int):
            found = f"entry {line} of the messages: {str(row)[:60]}"
            return BadRow(line=line, error=refusal("bad_row", expected="a message with an id", found=found))
        if row.get("type") in ("service", "unsupported"):
            self.left_out.add(SERVICE if row["type"] == "service" else UNSUPPORTED)
            return None
        text = _text_of(row.get("text"))
        if text is None:
            found = f"text is {type(row['text']).__name__}"
            return BadRow(line=line, error=refusal("bad_row", expected="text, or a list of its parts", found=found))
        if not any(map(str.isalnum, text)):
            self.left_out.add(WORDLESS if text.strip() else kind_of({*row, str(row.get("media_type"))}))
            return None
        day = _day_of(row)
        if day is None:
            return BadRow(line=line, error=refusal("bad_date", found=f"{row.get('date')!r}"[:60]))
        return to_report(
            Message(
                number=row["id"],
                text=text,
                chat=_name(self.chat.get("name")),
                author=_name(row.get("forwarded_from")),
                day=day,
                url=self._url_of(row),
                line=line,
            )
        )

    def _url_of(self, row: Mapping[str, Any]) -> str | None:
        """The address of a message in a channel or supergroup; exports before 2022 write other ids, and no `date_unixtime`."""
        kind, chat = str(self.chat.get("type")), self.chat.get("id")
        if not kind.endswith(("channel", "supergroup")) or not isinstance(chat, int) or "date_unixtime" not in row:
            return None
        return f"https://t.me/c/{chat}/{row['id']}"


def _text_of(value: Any) -> str | None:
    """The text of a message; None where it is neither text nor a list of its parts."""
    if value is None or isinstance(value, str):
        return value or ""
    if not isinstance(value, list):
        return None
    parts = [part.get("text") if isinstance(part, dict) else part for part in value]
    told = [part for part in parts if isinstance(part, str)]
    return "".join(told) if len(told) == len(parts) else None


def _day_of(row: Mapping[str, Any]) -> date | None:
    """The day by the clock of the computer that made the export, as Telegram shows it; else that of UTC."""
    told = row.get("date")
    day = parse_date(told) if isinstance(told, str) else None
    seconds = str(row.get("date_unixtime") or "")
    if day is not None or not seconds.isdigit():
        return day
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _name(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
