"""RTF: paragraphs and table rows in their order, as databases of the press and older office programs save reports."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from datetime import date
from typing import Any

from crossread import patterns as re
from crossread.read.encoding import show_nuls
from crossread.read.options import ReadOptions
from crossread.read.properties import plausible_day, plausible_title
from crossread.read.refusal import refusal
from crossread.read.report import Item, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

MARK = b"{\\rtf"
HEAD = 100_000  # characters of which one looks for title and day; fonts and styles stand before them
# What was deleted in tracked changes, and what is hidden: groups without groups in them, as office programs write them.
_UNSEEN = re.compile(r"\{[^{}]*\\(?:deleted|v)(?![a-z0-9])[^{}]*\}")
_PICTURE = re.compile(r"[0-9a-fA-F]{48,}\s*")  # a line of a picture; one of some megabytes would take longer than all words
_CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_TITLE = re.compile(r"\{\\title\s([^{}]{1,1000})\}")
_MADE = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


@register("readers", "rtf@1")
class RtfReader:
    """RTF files of any program."""

    media_type = "application/rtf"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By its first five characters, also where the file is called .doc."""
        return 6 if sample.head.lstrip().startswith(MARK) else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Item]:
        """One report, one paragraph or table row a line; the cells of a row are parted by bars."""
        content = file.content.strip()
        codepage = _find_codepage(content[:1_000])
        markup = content.decode(codepage, "replace")
        if not content.rstrip(b"\x00 \r\n").endswith(b"}"):
            raise refusal("corrupt", expected="a brace at the end", found="a file that is cut off")
        text = _to_text(_UNSEEN.sub("", _PICTURE.sub("", markup)), codepage)
        title = _TITLE.search(markup[:HEAD])
        told = _to_text(f"{{\\rtf1 {title[1]}}}", codepage) if title else None
        yield Report(text=text, title=plausible_title(told), made=plausible_day(_find_day(markup[:HEAD]), text=text))


def _to_text(markup: str, codepage: str) -> str:
    # needed in the parsing process only
    from striprtf import striprtf

    convert: Any = striprtf.rtf_to_text
    raw = convert(markup, encoding=codepage, errors="replace")
    whole = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # two halves of one character are written apart
    plain = show_nuls(whole).replace("\xad", "").replace("\u2011", "-")
    lines = (" | ".join(filter(None, (" ".join(cell.split()) for cell in line.split("|")))) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


def _find_codepage(beginning: bytes) -> str:
    told = _CODEPAGE.search(beginning)
    try:
        return codecs.lookup(f"cp{told[1].decode('ascii')}").name if told else "cp1252"
    except LookupError:
        return "cp1252"


def _find_day(markup: str) -> date | None:
    made = _MADE.search(markup)
    try:
        return date(int(made[1]), int(made[2]), int(made[3])) if made else None
    except ValueError:
        return None
