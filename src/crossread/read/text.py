"""Plain text and Markdown, as it stands, with lines such as `Source: …` at its top taken as what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crossread import patterns as re
from crossread.read.dateline import find_dateline, is_dateline, parse_date
from crossread.read.encoding import decode, show_nuls, unify_newlines
from crossread.read.options import ReadOptions
from crossread.read.report import BadRow, Report, Sample
from crossread.read.stated import split_source
from crossread.records import RawFile
from crossread.registry import register

LONGEST_TITLE = 160  # characters; the longest headlines of news agencies have 120
HEAD_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{1,20})\s*:\s*(?P<value>\S.*)")
KEYS = {
    "source": "source",
    "outlet": "source",
    "publisher": "source",
    "published": "published",
    "publication date": "published",
    "date": "published",
    "title": "title",
    "headline": "title",
    "url": "url",
    "link": "url",
    "language": "language",
    "external_id": "external_id",
    "id": "external_id",
}


@register("readers", "text@1")
class TextReader:
    """What is text and nothing more special."""

    media_type = "text/plain"
    isolated = False
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """Anything that is text, after all other readers were asked."""
        return 1 if sample.text is not None else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report with the whole text.

        Lines at the very top such as `Source: X`, `Published: 2019-01-20`, `Title: …`, `URL: …`, or such lines between two
        lines of `---`, are taken as what they say and left out of the text. The first line is the title too when it is
        short, a blank line follows and it ends in no full stop; it stays in the text, because it often tells the news.
        """
        head, body = split_head(show_nuls(unify_newlines(decode(file.content))))
        stated = split_source(head.get("source", ""))
        published = parse_date(head.get("published", "")) or find_dateline(stated.rest)
        yield Report(
            text=body,
            title=head.get("title") or find_title(body),
            source=stated.name or None,
            url=head.get("url"),
            external_id=head.get("external_id"),
            language=head.get("language"),
            published=published,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """`unread` is its line for the day of publication where no day can be read from it; it goes on in the text."""

    values: Mapping[str, str]
    end: int
    unread: str | None = None


def split_head(text: str) -> tuple[Mapping[str, str], str]:
    """What the lines at the top say, and the text after them."""
    lines = text.split("\n")
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    head = _read_fence(lines, start) if lines[start].strip() == "---" else _read_lines(lines, start)
    if not head.values:
        return {}, text
    body = "\n".join(lines[head.end :]).lstrip("\n")
    return head.values, f"{head.unread}\n{body}" if head.unread else body


def find_unread_day(text: str) -> str | None:
    """The first line, where it is of a head that means to tell the day of publication and no day can be read from it.

    Such a line stays in the text: "Published: yesterday", or "Date: 03/04/2019", which may be a day of March or of April. The
    rest of its head is read all the same.
    """
    line = text.lstrip("\n").partition("\n")[0].strip()
    match = HEAD_LINE.fullmatch(line)
    if match is None or KEYS.get(match["key"].strip().lower()) != "published" or len(line) > LONGEST_TITLE:
        return None
    return None if parse_date(match["value"]) else line


def find_title(text: str) -> str | None:
    """The first line, if it looks like a headline; a line with the date or place of publication is none.

    Above the headline may stand a line with nothing but the day: "26 March 2017".
    """
    first, _, rest = text.lstrip("\n").partition("\n")
    if parse_date(first.strip().strip("*_# ")) is not None and not rest.split("\n", 1)[0].strip():
        first, _, rest = rest.lstrip("\n").partition("\n")
    title = first.strip().lstrip("#").strip()
    blank_follows = not rest.split("\n", 1)[0].strip() and bool(rest.strip())
    if not title or not blank_follows or len(title) > LONGEST_TITLE or title.endswith((".", "。", "؛", ":", ",")):
        return None
    return None if is_dateline(title) else title


def _read_lines(lines: list[str], start: int) -> _Head:
    values: dict[str, str] = {}
    end, unread = start, None
    for line in lines[start:]:
        pair = _find_pair(line)
        if pair is None and unread is None and find_unread_day(line):
            unread = line.strip()
        elif pair is None or pair[0] in values:
            break
        else:
            values[pair[0]] = pair[1]
        end += 1
    return _Head(values=values, end=end, unread=unread)


def _read_fence(lines: list[str], start: int) -> _Head:
    values: dict[str, str] = {}
    for index, line in enumerate(lines[start + 1 :], start + 1):
        if line.strip() == "---":
            return _Head(values=values, end=index + 1)
        if not (HEAD_LINE.match(line.strip()) or line.startswith((" ", "-", "\t")) or line.rstrip().endswith(":")):
            break
        pair = _find_pair(line)
        if pair is not None:
            values.setdefault(*pair)
    return _Head(values={}, end=start)


def _find_pair(line: str) -> tuple[str, str] | None:
    match = HEAD_LINE.fullmatch(line.strip())
    field = KEYS.get(match["key"].strip().lower()) if match else None
    if match is None or field is None:
        return None
    value = match["value"].strip().strip("\"'")
    if field == "published" and parse_date(value) is None:
        return None
    return field, value
