"""A chat exported from WhatsApp as text: every message is a document of the group or channel, with the day it was sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from crossread import patterns as re
from crossread.read.dateline import parse_date
from crossread.read.day_order import parse_in_order, settle_day_order
from crossread.read.encoding import decode, show_nuls, unify_newlines
from crossread.read.options import DAY_ORDERS, ReadOptions, load_table
from crossread.read.report import BadRow, Report, Sample
from crossread.read.table import refuse_date
from crossread.read.telegram_message import SERVICE, WORDLESS, LeftOut
from crossread.read.text import find_title
from crossread.records import RawFile
from crossread.registry import register

_TABLE = load_table("whatsapp.toml")
_HEAD = re.compile(
    r"(?P<bracket>\[)?(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?\s+(?P<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?)"
    r"(?(bracket)\]|\s[-–])\s(?P<rest>.*)"
)
_SENT = re.compile(r"(?:~\s?)?(?P<name>[^:\n]{1,60}): (?P<text>.*)", re.DOTALL)
_MARKS = re.compile("[\u200e\u200f\u202a-\u202c\u2068\u2069]")  # that set the direction of writing; exports are full of them
_FILE = re.compile(r"(?:<[^<>\n:]{2,20}:\s[^<>\n]{3,120}>|[^\n]{1,120}\.\w{2,4} \([^()\n]{3,40}\))(?:\s*\n|\s*$)")
_EDITED = re.compile(r"\s*<[^<>\n]{3,40}(?:edited|modifié|editado|editada)[^<>\n]{0,10}>\s*$")
FEWEST = 2  # messages in the beginning of a file of which the first line is one


@dataclass(slots=True, kw_only=True)
class _Message:
    """One message as its lines have it; `rest` is what stands behind its time."""

    line: int
    day: str
    time: str
    rest: str


@register("readers", "whatsapp@1")
class WhatsAppReader:
    """Chats as WhatsApp exports them, as text."""

    media_type = "text/plain"
    isolated = False
    is_table = True

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By a first line with day, time and name, and one more such line."""
        lines = _MARKS.sub("", sample.text or "").split("\n")
        if _HEAD.match(lines[0]) is None:
            return 0
        return 3 if sum(_HEAD.match(line) is not None for line in lines[:200]) >= FEWEST else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each message; notices of the chat and what was not exported are counted at the end.

        The order of day and month is that of whoever exported the chat: a day above 12 tells it, else that messages stand in
        the order of time; where both orders are possible the chat is refused until `--dates` says it.
        """
        messages = list(_iter_messages(show_nuls(unify_newlines(decode(file.content)))))
        days = [message.day for message in messages]
        order = options.dates or _order_in_time(days)
        options = replace(options, dates=order) if order else settle_day_order(days, options, name=file.name)
        reading = _Reading(chat=_name_of_chat(file.name), options=options)
        yield from (item for message in messages if (item := reading.read(message)) is not None)
        yield from reading.left_out.to_rows()


def _iter_messages(text: str) -> Iterator[_Message]:
    """The messages in order; a line without day and time goes on with the message before it."""
    message: _Message | None = None
    for number, line in enumerate(_MARKS.sub("", text).lstrip("\ufeff").split("\n"), 1):
        head = _HEAD.match(line)
        if head is None:
            if message is not None:
                message.rest += f"\n{line}"
            continue
        if message is not None:
            yield message
        message = _Message(line=number, day=_with_century(head["day"]), time=head["time"], rest=head["rest"])
    if message is not None:
        yield message


def _with_century(day: str) -> str:
    """The day with a year of four digits: no message is older than WhatsApp, which began in 2009."""
    return re.sub(r"^(\d{1,2}([./-])\d{1,2}\2)(\d{2})$", r"\g<1>20\g<3>", day)


def _order_in_time(days: Sequence[str]) -> str | None:
    """The one order of day and month in which the messages follow each other in time; None where both or none do."""
    fitting = []
    for order in DAY_ORDERS:
        told = [parse_in_order(day, order) for day in days]
        known = [day for day in told if day is not None]
        if len(known) == len(told) and all(first <= second for first, second in pairwise(known)):
            fitting.append(order)
    return fitting[0] if len(fitting) == 1 else None


def _name_of_chat(path: str) -> str | None:
    """The name of the group or channel, as the file or the folder of `_chat.txt` has it."""
    for part in reversed(re.split(r"[/\\]", path)):
        start = next((start for start in _TABLE["names"] if part.startswith(start)), None)
        if start is not None:
            return part.removeprefix(start).removesuffix(".txt").removesuffix(".zip").strip() or None
    return None


@dataclass(slots=True, kw_only=True)
class _Reading:
    """One chat. Messages have no ids of their own: they are known by day and time, and by their number within that time."""

    chat: str | None
    options: ReadOptions
    times: Counter[str] = field(default_factory=Counter)
    left_out: LeftOut = field(default_factory=LeftOut)

    def read(self, message: _Message) -> Report | BadRow | None:
        """The report that a message is, why it is none, or None for what is counted."""
        sent = _SENT.match(message.rest)
        if sent is None or "end-to-end encrypted" in message.rest:
            self.left_out.add(SERVICE)
            return None
        text = _EDITED.sub("", _FILE.sub("", sent["text"].strip(), count=1)).strip()
        kind = next((kind for kind, words in _TABLE["left_out"].items() if text.lower() in words), None)
        if kind or not any(map(str.isalnum, text)):
            self.left_out.add(kind or (WORDLESS if text else "files"))
            return None
        day = parse_date(message.day) or (parse_in_order(message.day, self.options.dates) if self.options.dates else None)
        if day is None:
            return BadRow(line=message.line, error=refuse_date(message.day))
        self.left_out.read += 1
        return self._to_report(message, text, day)

    def _to_report(self, message: _Message, text: str, day: date) -> Report:
        time = f"{day} {' '.join(message.time.split())}"
        self.times[time] += 1
        number = f" ({self.times[time]})" if self.times[time] > 1 else ""
        return Report(
            text=text,
            title=find_title(text),
            source=self.chat,
            external_id=f"{self.chat or 'WhatsApp'}/{time}{number}",
            published=day,
            line=message.line,
        )
