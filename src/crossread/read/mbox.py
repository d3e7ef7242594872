"""Mailboxes in one file (.mbox): every mail is read as a mail saved as a file of its own."""

from __future__ import annotations

from collections.abc import Iterator

from crossread import patterns as re
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import Enclosed, Item, Sample
from crossread.records import RawFile
from crossread.registry import register

# The line before each mail says who sent it and when; behind it a head begins. A sentence that begins "From " has no head.
_SENT = r"From [^\n]{1,300}\d\d:\d\d[^\n]{1,40}\d{4}[^\n]{0,40}\r?\n(?=[!-9;-~]{1,60}:)"
_FIRST = re.compile(_SENT)
_BETWEEN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))" + _SENT.encode("ascii"))
_GUARDED = re.compile(rb"^>(>*From )", re.MULTILINE)  # a mailbox puts ">" before lines of a mail that would part it in two


@register("readers", "mbox@1")
class MboxReader:
    """Mailboxes as Thunderbird, Apple Mail and Google Takeout export them."""

    media_type = "application/mbox"
    isolated = False
    is_table = True

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By the line before its first mail and the head behind it."""
        return 6 if sample.text and _FIRST.match(sample.text) else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Item]:
        """The mails in order, called by their number ("inbox.mbox/12.eml"); each is read, or refused, by itself."""
        content = file.content.lstrip(b"\xef\xbb\xbf \t\r\n")
        breaks = list(_BETWEEN.finditer(content))
        if not breaks:
            raise refusal("corrupt", expected="a line 'From …' with the day before each mail")
        ends = [found.start() for found in breaks[1:]] + [len(content)]
        for number, (found, end) in enumerate(zip(breaks, ends, strict=True), 1):
            yield Enclosed(name=f"{number}.eml", content=_GUARDED.sub(rb"\1", content[found.end() : end]))
